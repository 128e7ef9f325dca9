"""The lines of all deals for sharing outside: the figures stay, names, amounts and texts do not."""

from __future__ import annotations

from datetime import date

from filled import COMPETITORS, Canaries
from workspaces import opportunity, rated

from tas_cli.assess.begun import begun
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.redaction import PUBLIC as OF_FILES
from tas_cli.board.line import DealLine
from tas_cli.board.measured import measured
from tas_cli.board.redacted import PUBLIC, redacted
from tas_cli.board.scope import Scope
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners

TODAY = date(2026, 11, 28)


def _line(deal: Opportunity, settings: Settings) -> tuple[DealLine, Scope]:
    scope = Scope(settings, TODAY, date(2026, 11, 23), ahead=True)
    on_day = DealOnDay.of(deal, settings, TODAY)
    owners = Owners(settings.team)
    line = measured(on_day, scope, owners=owners, began=begun(deal), forecast=[])
    return line._replace(id="acme", file="opportunities/acme.yaml"), scope


def test_no_private_text_or_amount_is_in_a_redacted_line() -> None:
    """With every field of a deal and of the settings filled."""
    canaries = Canaries()
    deal, settings = canaries.fill(Opportunity), canaries.fill(Settings)
    line, scope = _line(deal, settings)
    assert deal.owner
    assert deal.owner in str(line)
    [shown], on = redacted([line], scope)
    found = f"{shown} {on.settings.model_dump_json()}"
    left = {where for text, where in canaries.fields.items() if text in found}
    assert "Opportunity.customer" in left
    assert left - OF_FILES - {*COMPETITORS} == set()
    assert (shown.name, shown.owner, shown.amount) == ("acme", "Rep 1", None)


def test_every_figure_that_is_public_stays() -> None:
    """Only fields that are not declared public differ, and owners are told apart."""
    text = rated("2026-11-05 | solution_fit: {us: '+', x: '-'} | access_to_funds: {us: '-'}")
    text += "amount: 500000\nactions: [{date: 2026-11-06, what: Call, owner: kim}]\n"
    deals = (opportunity(f"{text}owner: {owner}\n") for owner in ("nicole", "Kim"))
    both = [_line(deal, Settings()) for deal in deals]
    lines = [line for line, _ in both]
    shown, _ = redacted(lines, both[0][1])
    for before, after in zip(lines, shown, strict=True):
        assert [getattr(after, name) for name in PUBLIC] == [
            getattr(before, name) for name in PUBLIC
        ]
        assert len(after.agreed) == len(before.agreed) == 1
    assert [line.person for line in shown] == ["Rep 2", "Rep 1"]
    assert {line.then.person for line in shown if line.then} <= {"Rep 1", "Rep 2"}
