"""Positions of a dossier or a reading -> a grid: issues down, parties across, in each cell where a party stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.dossier.account import Dossier
from detente.dossier.conflicts import opposed
from detente.dossier.positions import Line, Stance
from detente.dossier.silence import silent_since
from detente.knowledge.issues import issue_kinds
from detente.model.date import Date
from detente.model.items import Position
from detente.model.items import Stance as Stand
from detente.model.words import Words


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a party stands: ``sources`` are numbers of the dossier's reports; ``marks`` what else is to be known."""

    stance: Stand
    claim: Words
    condition: Words | None
    date: Date | None
    sources: tuple[int, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The parties' names, and of each issue a list of cells for each party."""

    parties: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[Cell, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which positions are asked for; null is all."""

    party: str | None = None
    issue: str | None = None
    since: Date | None = None
    moved: bool = False

    def fits(self, line: Line, name: str) -> bool:
        """Whether a line is asked for; ``name`` is its party's."""
        if self.party is not None and self.party.casefold() not in (line.party.casefold(), name.casefold()):
            return False
        if self.issue is not None and self.issue.casefold() not in line.issue.casefold() and self.issue != line.kind:
            return False
        return any(map(self.tells, line.stances))

    def tells(self, stance: Stance) -> bool:
        """Whether a stance is asked for."""
        if self.moved and stance.change != "shifted":
            return False
        told = stance.date or stance.source.published
        return self.since is None or (told is not None and self.since.before(told))


def lines_of(made: Dossier, asked: Narrowed) -> list[Line]:
    """The lines that are asked for, of parties that the dispute knows."""
    return [line for line in made.positions if asked.fits(line, made.parties.get(line.party, line.party))]


def grid_of_dossier(made: Dossier, asked: Narrowed, most: int = 1) -> Grid:
    """The grid of the lines asked for; in each cell ``most`` stances, newest first."""
    lines = lines_of(made, asked)
    against = opposed(made.positions)
    cells = {
        (line.issue, line.party): tuple(
            _cell(line, stance, stance.item in against, silent_since(line, made.positions, made.today))
            for stance in _telling(line, asked)[:most]
        )
        for line in lines
    }
    weights = Counter({(line.issue, line.party): len(line.stances) for line in lines})
    return _grid(cells, weights, {line.party: made.parties.get(line.party, line.party) for line in lines})


def grid_of_reading(found: Iterable[Position]) -> Grid:
    """The grid of one report's positions."""
    cells: dict[tuple[str, str], tuple[Cell, ...]] = {}
    names: dict[str, str] = {}
    for one in found:
        kind = issue_kinds().get(one.kind or "")
        issue = kind.label.lower() if kind is not None else one.issue
        for who in one.side:
            party = who.id or who.name
            names[party] = who.name
            cell = Cell(one.stance, one.claim, one.condition, one.date, (), (one.firmness,) if one.firmness else ())
            cells[issue, party] = (*cells.get((issue, party), ()), cell)
    return _grid(cells, Counter({place: len(held) for place, held in cells.items()}), names)


def _telling(line: Line, asked: Narrowed) -> list[Stance]:
    """The stances asked for, newest first; what is only asserted comes after what takes a stand."""
    found = [one for one in reversed(line.stances) if asked.tells(one)]
    return sorted(found, key=lambda one: one.stance == "asserts")


def _grid(
    cells: Mapping[tuple[str, str], tuple[Cell, ...]], weights: Counter[tuple[str, str]], names: Mapping[str, str]
) -> Grid:
    """Issues and parties of which most is told first."""
    of_party, of_issue = Counter[str](), Counter[str]()
    for (issue, party), count in weights.items():
        of_party[party] += count
        of_issue[issue] += count
    parties = sorted(of_party, key=lambda party: (-of_party[party], party))
    issues = sorted(of_issue, key=lambda issue: (-of_issue[issue], issue))
    return Grid(
        tuple(names[party] for party in parties),
        tuple((issue, tuple(cells.get((issue, party), ()) for party in parties)) for issue in issues),
    )


def _cell(line: Line, stance: Stance, against: bool, silent: Date | None) -> Cell:
    marks = [
        "opposed" if against else None,
        "shifted" if stance.change == "shifted" else None,
        stance.firmness,
        f"silent since {silent}" if silent is not None else None,
    ]
    numbers = tuple(sorted({one.source.number for one in line.stances}))
    return Cell(
        stance.stance, stance.claim, stance.condition, stance.date, numbers, tuple(mark for mark in marks if mark)
    )
