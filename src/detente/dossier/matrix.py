"""Positions -> a matrix of issues by parties, where the parties that several issues have come first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.dossier.account import Dossier
from detente.dossier.positions import Line


@dataclass(frozen=True, slots=True)
class Row:
    """An issue, and in the order of the parties the line of each, or none; the other parties' lines beside it."""

    issue: str
    cells: tuple[Line | None, ...]
    others: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The parties by id, and a row for each issue, those on which most was said first."""

    parties: tuple[str, ...]
    rows: tuple[Row, ...]


def matrix(made: Dossier, most: int = 4) -> Matrix:
    """The matrix of the dispute's own parties that take a stand; without such, of those that do so most."""
    lines = [line for line in made.positions if line.party in made.parties]
    counts = Counter(line.party for line in lines)
    own = [party for party in made.about.parties if counts[party]]
    chosen = tuple(own or sorted(counts, key=lambda party: (-counts[party], party)))[:most]
    issues: dict[str, dict[str, Line]] = {}
    for line in lines:
        issues.setdefault(line.issue, {})[line.party] = line
    rows = [
        Row(issue, tuple(found.get(party) for party in chosen),
            tuple(line for party, line in found.items() if party not in chosen))
        for issue, found in issues.items()
    ]  # fmt: skip
    return Matrix(chosen, tuple(sorted(rows, key=lambda row: (-_said(row.cells), -_said(row.others), row.issue))))


def _said(lines: Sequence[Line | None]) -> int:
    return sum(len(line.stances) for line in lines if line is not None)
