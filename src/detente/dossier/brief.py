"""A dossier -> the brief of it: what an officer would put on two pages, each line with the numbers of its sources.

The same lines go to the terminal, to Markdown and to HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from detente.dossier.account import Dossier
from detente.dossier.agenda import Due
from detente.dossier.agreements import DossierAgreement
from detente.dossier.choice import MOST, chosen
from detente.dossier.conflicts import opposed
from detente.dossier.event import DossierEvent
from detente.dossier.newly import every_move, new_events, new_stances
from detente.dossier.page.ahead import due_line, next_of, weightiest
from detente.dossier.page.cited import cited_in, source_lines, sources_in_short
from detente.dossier.page.counts import contradiction_lines, figure_lines
from detente.dossier.page.deals import agreement_lines
from detente.dossier.page.deals import weightiest as weightiest_agreements
from detente.dossier.page.happenings import event_line, outcomes, timeline_order
from detente.dossier.page.line import BriefLine, BriefSection, numbers, places_of, short_date
from detente.dossier.page.short import in_short as told_in_short
from detente.dossier.page.who import people_lines, territory_lines
from detente.dossier.positions import Line, Stance
from detente.dossier.silence import silent_since
from detente.dossier.wording import WIDE, bare_words, cut, is_own
from detente.model.date import Date

_LATEST = 6  # stances of a line that may be told as where a party stands
_TOP, _CLAIM = 200, 90  # characters of the words of a line on top, and of a stance
_WORDS = 4  # of a claim that says by itself what is meant
_SAYS = frozenset(("asserts", "wishes", "withholds"))  # codes: stances that are only words


class Length(StrEnum):
    """How much of a dossier a brief tells."""

    SHORT = "short"  #: two screens
    FULL = "full"  #: what a desk officer would keep: at most 300 events
    ALL = "all"  #: everything


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
    agreements: int
    provisions: int
    events: int
    people: int
    territories: int
    figures: int
    contradictions: int
    width: int  #: characters of an event's words
    due: int  #: likewise of what is due


_MEASURES = {
    Length.SHORT: _Measure(4, 5, 2, 1, 15, 6, 3, 4, 3, 120, 110),
    Length.FULL: _Measure(40, 40, 20, 10, MOST, 60, 30, 20, 20, WIDE, 110),
    Length.ALL: _Measure(*(10**6,) * 9, WIDE, 110),
}


def brief(made: Dossier, length: Length = Length.SHORT, since: Date | None = None) -> Brief:
    """The brief; ``since`` narrows what is told as changed to what reports after that day tell."""
    measure = _MEASURES[length]
    ahead = [due for due in made.agenda if due.is_ahead(made.today)]
    past = timeline_order(_past(made, measure.events, in_short=length is Length.SHORT))
    became = outcomes(made.agenda)
    found = made.contradictions_by_name
    sections = [
        BriefSection("Ahead", tuple(due_line(one, measure.due) for one in weightiest(ahead, measure.ahead))),
        BriefSection("Positions", tuple(_positions(made, measure.positions))),
        BriefSection("Agreements", tuple(agreement_lines(_agreements(made, measure, length), measure.provisions))),
        BriefSection("Timeline", tuple(event_line(one, became, measure.width) for one in past)),
        BriefSection("Who is who", tuple(people_lines(made, measure.people))),
        BriefSection("Territories", tuple(territory_lines(made, measure.territories))),
        BriefSection("Figures", tuple(figure_lines(made.figures[: measure.figures]))),
        BriefSection("Open contradictions", tuple(contradiction_lines(found[: measure.contradictions]))),
    ]
    top = tuple(_top(made, ahead, since))
    sections.append(BriefSection("Sources", tuple(_sources(made, length, top, sections))))
    outlets = len({source.outlet for source in made.sources if source.outlet})
    origins = len({source.origin for source in made.sources})
    day = made.today or "an unknown day"
    told = f"as of {day} · {len(made.sources)} reports, {origins} independent · {outlets} outlets"
    return Brief(made.about.name, told, top, tuple(one for one in sections if one.lines))


def _sources(
    made: Dossier, length: Length, top: Sequence[BriefLine], sections: Sequence[BriefSection]
) -> Iterator[BriefLine]:
    """All sources, a line each; of a short brief those that it cites, in a few lines."""
    if length is not Length.SHORT:
        return source_lines(made.sources)
    lines = (*top, *(line for section in sections for line in section.lines))
    return sources_in_short(made.sources, cited_in(lines))


def _agreements(made: Dossier, measure: _Measure, length: Length) -> Sequence[DossierAgreement]:
    if length is Length.SHORT:
        return weightiest_agreements(made.agreements, measure.agreements)
    return made.agreements[: measure.agreements]


def _past(made: Dossier, most: int, *, in_short: bool) -> list[DossierEvent]:
    """The weightiest events without those that are ahead or only supposed, each sentence once."""
    if most > MOST:
        return list(made.events)
    past = _each_line_once(
        one for one in chosen(made) if one.status != "hypothetical" and not _is_ahead(one, made.today)
    )
    return told_in_short(past, most) if in_short else past[:most]


def _each_line_once(events: Iterable[DossierEvent]) -> list[DossierEvent]:
    """Those that are told in other sentences than the ones before them."""
    told: dict[tuple[int, tuple[int, int]], DossierEvent] = {}
    for one in events:
        told.setdefault((one.told.source.number, one.told.sentence), one)
    return list(told.values())


def _is_ahead(one: DossierEvent, today: Date | None) -> bool:
    return one.status == "scheduled" and one.date is not None and (today is None or not one.date.before(today))


def _top(made: Dossier, ahead: Sequence[Due], since: Date | None) -> Iterator[BriefLine]:
    for changed in made.changed if since is None else islice(new_events(made, since), 1):
        line = event_line(changed, most=_TOP)
        yield replace(line, lead="What changed", why="")
    moved = new_stances(made, since) or ([] if since else every_move(made))  # else who moved last
    if moved:
        party, issue, stance = moved[0]
        text = f"{party} on {issue}: {stance_text(stance, _TOP)}"
        yield stance_line("Who moved", text, (), stance)
    else:
        yield BriefLine(
            "", "Who moved", f"Nobody since {since}." if since else "Nobody, as far as the reports show.", (), ()
        )
    coming = next_of([due for due in ahead if due.date is not None])
    if coming is not None:
        line = due_line(coming)
        yield replace(line, lead="What is next")


def stance_line(lead: str, text: str, marks: tuple[str, ...], stance: Stance) -> BriefLine:
    """A line that tells one stance."""
    places = places_of([(stance.source, stance.claim)])
    return BriefLine(short_date(stance.date), lead, text, marks, (stance.source.number,), "", stance.item, places)


def stance_text(stance: Stance, most: int = _CLAIM) -> str:
    """A stance in words: what is done, then the party's words."""
    act = "says" if stance.stance == "asserts" else stance.stance
    return f"{act}: {cut(stance.claim.text, most)}"


def _telling(line: Line) -> Stance:
    """Of the last stances the newest that has a day and says by itself what is held; what moves before what is said."""
    latest = line.stances[-_LATEST:]
    told = [one for one in latest if one.date is not None and len(one.claim.text.split()) >= _WORDS] or latest
    told = [one for one in told if not is_own(bare_words(one.claim.text))] or told
    return next((one for one in reversed(told) if one.stance not in _SAYS), told[-1])


def _positions(made: Dossier, most: int) -> Iterator[BriefLine]:
    of_parties = [line for line in made.positions if line.party in made.parties]
    against = opposed(made.positions)
    for line in of_parties[:most]:
        last = _telling(line)
        marks: list[str] = [last.change] if last.change == "shifted" else []
        marks += [f"before: {cut(last.before, 60)}"] if last.before is not None else []
        marks += ["opposed"] if last.item in against else []
        silent = silent_since(line, made.positions, made.today)
        marks += [f"silent since {silent}"] if silent else []
        name = f"{made.parties[line.party]} on {line.issue}"
        text = stance_text(last)
        places = places_of((one.source, one.claim) for one in reversed(line.stances))
        sources = numbers(one.source for one in line.stances)
        yield BriefLine(short_date(last.date), name, text, tuple(marks), sources, "", last.item, places)
