"""A dossier -> the brief of it: what an officer would put on two pages, each line with the numbers of its sources.

The same lines go to the terminal, to Markdown and to HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from detente.dossier.account import Dossier
from detente.dossier.agenda import Due, Step
from detente.dossier.agreements import AgreementStep, DossierAgreement
from detente.dossier.choice import MOST, chosen
from detente.dossier.conflicts import opposed
from detente.dossier.echoes import is_echo
from detente.dossier.event import DossierEvent
from detente.dossier.newly import new_events, new_stances
from detente.dossier.positions import Stance
from detente.dossier.source import Source
from detente.dossier.tenures import Tenure
from detente.dossier.wording import cut, shown_date
from detente.model.date import Date
from detente.model.words import Words


class Length(StrEnum):
    """How much of a dossier a brief tells."""

    SHORT = "short"  #: two screens
    FULL = "full"  #: what a desk officer would keep: at most 300 events
    ALL = "all"  #: everything


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a source: its number, and the characters ``[start, end)`` of its text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line: when, who or what it is about, its words, what of it is inferred or disputed, and its sources.

    ``item`` is the id of what it tells, where it has one; ``places`` are the words that it rests on, one of a source.
    """

    date: str
    lead: str
    text: str
    marks: tuple[str, ...]
    sources: tuple[int, ...]
    why: str = ""
    item: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Lines under a title."""

    title: str
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: its title, the day and the reports that it is of, three lines on top, and sections."""

    title: str
    subtitle: str
    top: tuple[BriefLine, ...]
    sections: tuple[BriefSection, ...]


@dataclass(frozen=True, slots=True)
class _Measure:
    ahead: int
    positions: int
    contradictions: int
    agreements: int
    provisions: int
    events: int
    people: int


_MEASURES = {
    Length.SHORT: _Measure(8, 8, 3, 4, 2, 18, 10),
    Length.FULL: _Measure(40, 40, 20, 20, 10, MOST, 60),
    Length.ALL: _Measure(*(10**6,) * 7),
}


def brief(made: Dossier, length: Length = Length.SHORT, since: Date | None = None) -> Brief:
    """The brief; ``since`` narrows what is told as changed to what reports after that day tell."""
    measure = _MEASURES[length]
    ahead = [due for due in made.agenda if due.is_ahead(made.today)]
    sections = [
        BriefSection("Ahead", tuple(_due(due) for due in ahead[: measure.ahead])),
        BriefSection("Positions", tuple(_positions(made, measure.positions))),
        BriefSection("Open contradictions", tuple(_contradictions(made, measure.contradictions))),
        BriefSection("Agreements", tuple(_agreements(made.agreements[: measure.agreements], measure.provisions))),
        BriefSection("Timeline", tuple(map(event_line, timeline_order(_past(made, measure.events))))),
        BriefSection("Who is who", tuple(_people(made, measure.people))),
        BriefSection("Territories", tuple(_territories(made))),
        BriefSection("Sources", tuple(_sources(made))),
    ]
    outlets = len({source.outlet for source in made.sources if source.outlet})
    origins = len({source.origin for source in made.sources})
    day = made.today or "an unknown day"
    told = f"as of {day} · {len(made.sources)} reports, {origins} independent · {outlets} outlets"
    return Brief(made.about.name, told, tuple(_top(made, ahead, since)), tuple(one for one in sections if one.lines))


def _past(made: Dossier, most: int) -> list[DossierEvent]:
    """The weightiest events without those that are ahead."""
    today = made.today
    ahead = {
        one.id for one in made.events
        if one.status == "scheduled" and one.date is not None and (today is None or not one.date.before(today))
    }  # fmt: skip
    return [one for one in chosen(made) if one.id not in ahead][:most] if most <= MOST else list(made.events)


def timeline_order(events: Iterable[DossierEvent]) -> list[DossierEvent]:
    """By date, at each event's own precision; what has none by the day of the first report, last of that day."""
    return sorted(
        events, key=lambda one: (one.date or one.voice.first.published or Date("9999"), one.date is None, one.told.key)
    )


def event_line(event: DossierEvent) -> BriefLine:
    """An event on one line."""
    marks = []
    if event.date is not None and event.date_inferred:
        marks.append("date inferred")
    if event.date is None:
        marks.append(f"no date; first told {shown_date(event.voice.first.published)}")
    if event.status in ("scheduled", "hypothetical", "denied"):
        marks.append(
            {"scheduled": "was due", "hypothetical": "not said to have happened", "denied": "denied"}[event.status]
        )
    if event.voice.by:
        marks.append(f"according to {event.voice.by}")
    marks += [f"{one.value} in [{one.mention.source.number}]" for one in event.disagreements[:2]]
    numbers = _numbers(one.source for one in event.mentions)
    why, places = ", ".join(event.weight.reasons), places_of((one.source, one.event.what) for one in event.mentions)
    return BriefLine(shown_date(event.date), "", event.line, tuple(marks), numbers, why, kept(event.id), places)


def _top(made: Dossier, ahead: Sequence[Due], since: Date | None) -> Iterator[BriefLine]:
    changed = new_events(made, since)
    if changed:
        line = event_line(changed[0])
        yield replace(line, lead="What changed", why="")
    moved = new_stances(made, since)
    if moved:
        party, issue, stance = moved[0]
        text = f"{party} on {issue}: {stance_text(stance)}"
        yield stance_line("Who moved", text, (), stance)
    else:
        yield BriefLine("", "Who moved", "Nobody, as far as the reports show.", (), ())
    dated = [due for due in ahead if due.date is not None]
    if dated:
        line = _due(dated[0])
        yield replace(line, lead="What is next")


def stance_line(lead: str, text: str, marks: tuple[str, ...], stance: Stance) -> BriefLine:
    """A line that tells one stance."""
    places = places_of([(stance.source, stance.claim)])
    return BriefLine(shown_date(stance.date), lead, text, marks, (stance.source.number,), "", stance.item, places)


def stance_text(stance: Stance) -> str:
    """A stance in words: what is done, then the party's words."""
    act = "says" if stance.stance == "asserts" else stance.stance
    return f"{act}: {cut(stance.claim.text, 110)}"


def _due(due: Due) -> BriefLine:
    marks: list[str] = []
    earlier = [step for step in due.history if step.date is not None and step.date != due.date]
    turns = dict.fromkeys(f"{step.status} {shown_date(step.date)}" for step in earlier)
    if due.status not in ("scheduled", "confirmed"):
        marks.append(due.status)
    if turns:
        marks.append("before: " + "; ".join(list(turns)[-3:]))
    numbers, places = _numbers(step.source for step in due.history), places_of(_words(due.history))
    return BriefLine(shown_date(due.date), "", due.what, tuple(marks), numbers, "", kept(due.id), places)


def _positions(made: Dossier, most: int) -> Iterator[BriefLine]:
    of_parties = [line for line in made.positions if line.party in made.parties]
    against = opposed(made.positions)
    for line in of_parties[:most]:
        last: Stance = line.stances[-1]
        marks: list[str] = [last.change] if last.change != "new" else []
        marks += [f"before: {cut(last.before, 60)}"] if last.before is not None else []
        marks += ["opposed"] if last.item in against else []
        name = f"{made.parties[line.party]} on {line.issue}"
        text = stance_text(last)
        places = places_of((one.source, one.claim) for one in reversed(line.stances))
        numbers = _numbers(one.source for one in line.stances)
        yield BriefLine(shown_date(last.date), name, text, tuple(marks), numbers, "", last.item, places)


def _contradictions(made: Dossier, most: int) -> Iterator[BriefLine]:
    """Two claims side by side, each with its source."""
    for each in made.contradictions[:most]:
        told = (
            f"{made.parties.get(who, who) if (who := one.who) else 'a report'}: {cut(one.words.text, 70)}"
            for one in (each.one, each.other)
        )
        places = places_of([(each.one.source, each.one.words), (each.other.source, each.other.words)])
        numbers = _numbers((each.one.source, each.other.source))
        yield BriefLine("", each.on, " / ".join(told), (), numbers, "", each.one.item, places)


def _agreements(found: Sequence[DossierAgreement], provisions: int) -> Iterator[BriefLine]:
    for one in found:
        states = [(step.status, shown_date(step.date or step.source.published)) for step in one.history if step.status]
        state = "; ".join(f"{status} ({date})" for status, date in _turns(states)[-5:])
        parties = ", ".join(party.name for party in one.parties[:6])
        text = " · ".join(part for part in (parties, state) if part)
        numbers, places = _numbers(step.source for step in one.history), places_of(_words(one.history))
        yield BriefLine(shown_date(one.date), one.name, text, (), numbers, "", one.id, places)
        for source, provision in one.provisions[:provisions]:
            marks = (f"on condition: {cut(provision.condition.text, 80)}",) if provision.condition else ()
            places = places_of([(source, provision.text)])
            yield BriefLine("", "", f"– {cut(provision.text.text, 110)}", marks, (source.number,), places=places)


def _turns(states: Sequence[tuple[str | None, str]]) -> list[tuple[str | None, str]]:
    """The states without those that only repeat the one before."""
    return [state for place, state in enumerate(states) if place == 0 or states[place - 1][0] != state[0]]


def _people(made: Dossier, most: int) -> Iterator[BriefLine]:
    offices = {tenure.person.id: tenure for tenure in sorted(made.tenures, key=_is_over, reverse=True)}
    known = [one for one in made.people if one.id in offices]
    for one in known[:most]:
        tenure = offices[one.id]
        marks = [f"until {tenure.until}"] if tenure.until else []
        party = made.parties.get(one.party or "", one.party or "")
        text = ", ".join(part for part in (tenure.office, party) if part)
        numbers = _numbers(seen.source for seen in one.seen)
        places = places_of((seen.source, seen.person.evidence) for seen in one.seen)
        yield BriefLine("", one.name, text, tuple(marks), numbers, "", one.id, places)


def _is_over(tenure: Tenure) -> tuple[bool, int]:
    """For the office that tells best who somebody is: one still held, by the most reports."""
    return tenure.former, -len(tenure.seen)


def _territories(made: Dossier) -> Iterator[BriefLine]:
    for one in made.territories:
        claimants = sorted({claim.name for claim in one.claimed_by})
        claimed = f"claimed by {', '.join(claimants)}" if claimants else "no claim told"
        text = claimed + (f"; held by {one.held_by.name}" if one.held_by else "")
        numbers = _numbers(told.source for told in one.told)
        places = places_of((told.source, told.territory.evidence) for told in one.told)
        yield BriefLine("", one.name, text, (), numbers, "", one.id, places)


def _sources(made: Dossier) -> Iterator[BriefLine]:
    for source in made.sources:
        first = next((one for one in made.sources if one.id == source.origin), source)
        marks = (f"counts with [{first.number}]",) if first is not source else ()
        text = " · ".join(part for part in (source.outlet, source.headline) if part)
        yield BriefLine(shown_date(source.published), f"[{source.number}]", cut(text, 75), marks, ())


def _numbers(given: Iterable[Source]) -> tuple[int, ...]:
    return tuple(sorted({source.number for source in given}))


def _words(steps: Iterable[Step | AgreementStep]) -> Iterator[tuple[Source, Words]]:
    return ((step.source, step.words) for step in steps)


def kept(identity: str) -> str:
    """The id of what the record has, too; nothing for what the dossier alone reads out of a sentence."""
    return "" if is_echo(identity) else identity


def places_of(given: Iterable[tuple[Source, Words]]) -> tuple[Place, ...]:
    """The first words given of each source, in the order of the sources."""
    first: dict[int, Place] = {}
    for source, words in given:
        first.setdefault(source.number, Place(source.number, words.start, words.end))
    return tuple(first[number] for number in sorted(first))
