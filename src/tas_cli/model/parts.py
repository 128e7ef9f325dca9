"""The parts of a deal's file that are loaded once a file has them, by name."""

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

MaybeObjective = Objective | None
MaybeCustomer = CustomerFrame | None
Tactics = list[Tactic]
MaybeClosePlan = ClosePlan | None
Challenges = list[Challenge]
Partners = dict[Id, Partner]
Signs = list[Sign]
