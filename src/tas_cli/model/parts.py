"""The parts of a deal's file that are loaded once a file has them, by their keys."""

from __future__ import annotations

from tas_cli.model.plan import (
    Challenge,
    ClosePlan,
    CustomerFrame,
    Objective,
    Partner,
    Sign,
    Tactic,
)
from tas_cli.model.scalars import Id

objective = Objective | None
customer = CustomerFrame | None
tactics = list[Tactic]
close_plan = ClosePlan | None
challenges = list[Challenge]
partners = dict[Id, Partner]
signs = list[Sign]
