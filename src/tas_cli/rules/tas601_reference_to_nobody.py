"""TAS601: a reference to somebody who is not on the map."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.on_map import mapped
from tas_cli.rules.records import dangling_of_account, dangling_references
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import referring_deals

_MEYER = 'meyer: {name: "Joan Meyer"}\n'

RULE = Rule(
    code="TAS601",
    name="reference-to-nobody",
    severity=Severity.ERROR,
    since="0.2.0",
    why=(
        "Lines of authority and influence lead from one short name to another. If the other is not "
        "on the map, the line is missing from it, and so is everything that follows from it, such "
        "as the way to somebody. Usually the short name is misspelled, or the person was removed. "
        "The people of the account's file count as well. The same goes for the people of a tactic "
        "and of an account's priorities and needs, "
        "and for the competitors with whom a partner also works, or whose offer is compared with "
        "yours."
    ),
    bad=mapped(f'{_MEYER}prado: {{name: "Luis Prado", reports_to: mayer}}'),
    good=mapped(f'{_MEYER}prado: {{name: "Luis Prado", reports_to: meyer}}'),
    instead=(
        "Correct the reference (`tas people ID prado reports_to=meyer`), or add the person: "
        '`tas people ID mayer name="Jo Mayer"`.'
    ),
    asked_of=referring_deals,
    check=dangling_references,
    check_account=dangling_of_account,
)
