"""The parts of a file that are loaded once a file has them, by name."""

from __future__ import annotations

from tas_cli.model.customer import Alignment, Condition, Need, PotentialDeal, Priority, Swot
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
from tas_cli.model.value import Value

MaybeObjective = Objective | None
MaybeCustomer = CustomerFrame | None
Tactics = list[Tactic]
MaybeClosePlan = ClosePlan | None
Challenges = list[Challenge]
Partners = dict[Id, Partner]
Signs = list[Sign]
MaybeValue = Value | None
PotentialDeals = list[PotentialDeal]
Priorities = list[Priority]
MaybeSwot = Swot | None
Needs = list[Need]
Conditions = list[Condition]
Alignments = list[Alignment]
