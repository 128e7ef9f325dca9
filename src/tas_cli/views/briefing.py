"""`tas debrief --prepare`: the sheet for a debrief, and its parts for the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tas_cli.assess.actions import Numbered, answer_to
from tas_cli.assess.briefing import Briefing
from tas_cli.assess.plan import next_tactic, open_tactics
from tas_cli.assess.process import StepState
from tas_cli.assess.scorecard import cell_name
from tas_cli.assess.signs import signs_of
from tas_cli.diagnostics import Diagnostic, Path
from tas_cli.method.catalogue import (
    US,
    debrief_communication,
    debrief_questions,
    strategies,
)
from tas_cli.method.plan import lost_control
from tas_cli.model.evidence import Evidence
from tas_cli.model.process import Preparation
from tas_cli.views.changes import changes
from tas_cli.views.findings import in_full
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    SIGN,
    SIGN_STYLE,
    STRONG,
    UNKNOWN,
    Item,
    Page,
    Section,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.person import whom
from tas_cli.views.verdict import candidates, narrowing
from tas_cli.views.words import RIVAL_QUESTION, days_until
from tas_cli.words import counted

_MARK = {"shown": "+", "unproven": "?", "missing": "-"}
MOST_DECIDING = 6
OPEN_ACTION_ITEMS = "Open action items"
_INDENT = 4


def sheet(name: str, brief: Briefing) -> Page:
    """Return the sheet, in the order of the debrief's questions."""
    return (
        *head(name, brief),
        GAP,
        paragraph((f"Before the debrief (deal review) on {brief.day}", STRONG)),
        open_action_items(brief),
        *four_questions(brief),
        communication(brief),
        *background(brief, above=_overdue_above(brief)),
    )


def part(title: str, found: Iterable[Item], nothing: str = "") -> Section:
    """Return a part of the sheet: a question of the debrief, or background.

    If nothing is found, the part consists of `nothing`, or is left out if that is empty.
    """
    otherwise = [point(nothing)] if nothing else []
    return section(title, items([*found] or otherwise, _INDENT))


def point(words: str, mark: str = "", below: Iterable[str] = ()) -> Item:
    """Return an item of the sheet: `+ - ? !` or a number before it, and the lines below."""
    style = SIGN_STYLE.get(mark, UNKNOWN if mark == "!" else "")
    shown = (f"  {SIGN.get(mark, mark)}", style)
    return item(words, mark=shown, below=[(line, DIM) for line in below])


def open_action_items(brief: Briefing) -> Section:
    """Return the action items of earlier debriefs that are still open."""
    found = (follow_up(each, brief.day) for each in brief.actions)
    return part(OPEN_ACTION_ITEMS, found, "None from earlier debriefs.")


def follow_up(each: Numbered, day: date) -> Item:
    """Return an action item: who, by when, and how overdue it is."""
    action = each.action
    over = each.overdue(day) and action.due
    days = (day - over).days if over else 0
    facts = [
        action.owner or "no owner",
        f"{counted(days, 'day')} late" if over else "",
        f"due {action.due}" if action.due else "no due date",
        f"done {action.done}" if each.done(day) else "",
        f"a tactic since {action.tactic}" if action.tactic else "",
        f"agreed on {each.asked}",
    ]
    below = [" · ".join(filter(None, facts))]
    if answer := answer_to(action):
        below.append(f"Answer: {answer}")
    return point(action.what, str(each.number), below)


def four_questions(brief: Briefing) -> list[Section]:
    """Return the four questions, each with what the file says about it."""
    answered = (_claim(brief), _outcomes(brief), _activities(brief), _prepared(brief))
    return [
        part(f"{each.number}. {each.question}", found)
        for each, found in zip(debrief_questions(), answered, strict=True)
    ]


def _claim(brief: Briefing) -> list[Item]:
    claimed, supported = (
        step.title if step else "none yet"
        for step in (brief.standing.claimed, brief.standing.supported)
    )
    return [
        point(f"Claimed: {claimed}"),
        point(f"Evidenced: {supported}", "!" if brief.standing.overclaimed else ""),
    ]


def _outcomes(brief: Briefing) -> Iterator[Item]:
    state = brief.state(brief.standing.claimed.key) if brief.standing.claimed else None
    if state is None:
        yield point("No sales step is claimed, so there is nothing to show yet.")
        return
    if not state.step.outcomes:
        yield point(f"Sales step {state.step.title} has no outcomes.")
    for outcome in state.step.outcomes:
        mark = _MARK[state.of(outcome.key)]
        yield point(outcome.title, mark, evidence_of(brief, state, outcome.key))


def evidence_of(brief: Briefing, state: StepState, outcome: str) -> tuple[str, ...]:
    """Return the evidence for an outcome, one line per piece."""
    met = state.record.outcomes.get(outcome)
    if met is None:
        return ("not recorded",)
    lines = tuple(evidence_line(brief, entry) for entry in met.evidence if entry.given)
    return lines or (f"recorded{f' for {met.date},' if met.date else ''} without evidence",)


def evidence_line(brief: Briefing, entry: Evidence) -> str:
    """Return a piece of evidence: when, who, what, and the link."""
    when = f"{entry.when} " if entry.when else ""
    who = brief.speakers.shown(entry.who)
    who = f"{who}: " if who and (entry.what or entry.link) else who
    return f"{when}{who}{entry.what or ''}{f' {entry.link}' if entry.link else ''}".strip()


_STATUS = {"planned": "planned", "under_way": "under way", "done": "done", None: "not started"}


def _activities(brief: Briefing) -> Iterator[Item]:
    state = brief.standing.after(brief.standing.claimed)
    if state is None:
        yield point("Every sales step is claimed.")
        return
    days = in_step(brief)
    yield point(f"In sales step {state.step.title}{f' {days}' if days else ''}.")
    for key, title in state.step.activities:
        record = state.record.activities.get(key)
        on = f" {record.date}" if record and record.date else ""
        yield point(f"{title} ({_STATUS[record.status if record else None]}{on})")
    yield from _next_tactic(brief)


def _next_tactic(brief: Briefing) -> Iterator[Item]:
    """Yield the tactic that is due next, if the deal has one."""
    found = next_tactic(brief.opportunity)
    if found:
        tactic, overdue = found.tactic, found.overdue(brief.day)
        late = (brief.day - tactic.due).days if overdue and tactic.due else 0
        facts = (
            tactic.owner or "",
            f"{counted(late, 'day')} late" if late else "",
            f"due {tactic.due}" if tactic.due else "",
        )
        below = " · ".join(filter(None, facts))
        yield point(f"Next tactic: {tactic.what}", "!" if late else "", (below,) if below else ())


def in_step(brief: Briefing) -> str:
    """Return the days in the step compared with the usual number; empty if unknown."""
    standing = brief.standing
    if standing.days is None or standing.working is None:
        return ""
    usual = standing.working.days
    over = standing.days - usual
    late = f", {counted(over, 'day')} over" if over > 0 else ""
    return f"for {counted(standing.days, 'day')} (usually {usual}{late})"


def _prepared(brief: Briefing) -> list[Item]:
    state = brief.standing.after(brief.standing.claimed)
    records = state.record.activities if state else {}
    titles = dict(state.step.activities) if state else {}
    found = [
        point(prepared(record.preparation), "", (titles.get(key, key),))
        for key, record in records.items()
        if record.preparation and prepared(record.preparation)
    ]
    if still := len(open_tactics(brief.opportunity)):
        found.append(point(f"The plan has {counted(still, 'open tactic')}."))
    nothing = "Nothing is recorded: no plan, agenda, value proposition or people to meet."
    return found or [point(nothing)]


def prepared(preparation: Preparation) -> str:
    """Return a preparation and its link."""
    return " ".join(filter(None, (preparation.what, preparation.link)))


def communication(brief: Briefing) -> Section:
    """Return what to ask about the communication with the customer."""
    asked = debrief_communication()
    return part(asked.title, [point(asked.question, "", last_communication(brief))])


def last_communication(brief: Briefing) -> tuple[str, ...]:
    """Return what the last debrief recorded about communication: one line or none."""
    last = brief.last
    recorded = last.communication if last else None
    return (f"On {last.date}: {recorded}",) if last and recorded else ()


def _overdue_above(brief: Briefing) -> Path:
    """Return the place of the next tactic's day if the sheet says that it is overdue."""
    found = next_tactic(brief.opportunity)
    return (*found.path, "due") if found and found.overdue(brief.day) else ()


def background(brief: Briefing, *, above: Path = ()) -> list[Section]:
    """Return the background that a manager needs; what is wrong `above` is not warned of again."""
    warnings = (_warning(each) for each in brief.warnings if not above or each.path != above)
    found = [*changes(brief.difference)] if brief.difference else []
    return [
        part("Progress", _progress(brief)),
        part("Find out next", _deciding(brief)),
        part("Warnings from tas check", warnings, "None."),
        part(_since(brief), found, "Nothing." if brief.since else "Nothing to compare with."),
    ]


def _progress(brief: Briefing) -> Iterator[Item]:
    working, days = brief.standing.working, in_step(brief)
    late = working is not None and (brief.standing.days or 0) > working.days
    step = f"In sales step {working.title}" if working else "No sales step is recorded"
    unknown = ", start date not recorded" if working else ""
    yield point(f"{step}{f' {days}' if days else unknown}.", "!" if late else "")
    close = brief.opportunity.expected_close
    until = f"{close}, {days_until(close, brief.day)}" if close else "no date"
    yield point(f"Expected close: {until}; {_moved(brief)}.", "!" if len(brief.moves) > 2 else "")
    if signs := signs_of(brief):
        titles = "; ".join(lost_control()[each].title for each in signs)
        yield point(f"Signs that you are not in control: {titles}.", "!")
    if brief.last is None:
        yield point("No debrief before this one.")
    else:
        by = f" by {brief.last.by}" if brief.last.by else ""
        words = f": {brief.last.verdict}" if brief.last.verdict else ""
        yield point(f"Last debrief: {brief.last.date}{by}{words}")


def _moved(brief: Briefing) -> str:
    if not brief.moves:
        return "never moved"
    times = {1: "once", 2: "twice"}.get(len(brief.moves), f"{len(brief.moves)} times")
    return f"moved {times}, originally {brief.moves[0].before}"


def _deciding(brief: Briefing) -> Iterator[Item]:
    decision, deciding = brief.decision, brief.decision.deciding
    chosen = f" Chosen: {strategies()[brief.chosen].title}." if brief.chosen else ""
    if decision.recommended:
        title = strategies()[decision.recommended].title
        yield point(f"Nothing: the ratings already lead to the strategy {title}.{chosen}")
        return
    narrows = narrowing(deciding)
    yield point(f"Undecided between {candidates(decision)}: {narrows}.{chosen}")
    for criterion, party, _ in deciding[:MOST_DECIDING]:
        ask = brief.asks(criterion)[0] if party == US else RIVAL_QUESTION
        names = whom(brief, criterion)
        asked = f"Ask {names}: {ask}" if names else ask
        yield point(cell_name(brief.opportunity, criterion, party), "?", (asked,))
    if len(deciding) > MOST_DECIDING:
        yield point(f"{len(deciding) - MOST_DECIDING} more")


def _warning(found: Diagnostic) -> Item:
    return point(f"{found.code}, line {found.line}: {in_full(found)}", "!")


def _since(brief: Briefing) -> str:
    if brief.since is None:
        return "What changed"
    what = "the debrief" if brief.last else "the assessment"
    return f"What changed since {what} on {brief.since}"
