"""A sheet of items to mark, as ``detente sample`` writes and ``detente score`` reads it -> its lines, and new marks."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from detente.desk.beside import read, write
from detente.errors import UnknownId
from detente.formats.sample_sheet import COLUMNS, sample_sheet
from detente.record.judgements import MARKS
from detente.record.sample import Drawn


@dataclass(frozen=True, slots=True)
class Line:
    """An item of a sheet: its mark or none, what was read, and its words within their paragraph."""

    mark: str
    section: str
    read: str
    words: str
    paragraph: str
    report: str
    published: str
    id: str


def lines(path: Path) -> list[Line]:
    """The lines of a sheet; none where there is no sheet. One that lacks a column is left out."""
    rows = csv.reader((read(path) or "").split("\n")[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Line(*row) for row in rows if len(row) == len(COLUMNS)]


def draw(path: Path, drawn: Iterable[Drawn]) -> None:
    """Put items into a sheet. Lines that are marked stay; of the others only those that were drawn now."""
    kept = [one for one in lines(path) if one.mark]
    head, *new = sample_sheet(drawn)
    marked = {one.id for one in kept}
    new = [line for line in new if line.rstrip("\n").rpartition("\t")[2] not in marked]
    write(path, "".join([head, *map(_written, kept), *new]))


def set_mark(path: Path, identity: str, mark: str) -> None:
    """Mark a line, or take its mark back. Raises UnknownId for an id that is not in the sheet, and for no mark."""
    found = lines(path)
    if identity not in {one.id for one in found} or mark not in ("", *MARKS):
        raise UnknownId(identity, reason="is not in the sheet, or that is no mark")
    written = (_written(one, mark if one.id == identity else one.mark) for one in found)
    write(path, "".join(["\t".join(COLUMNS) + "\n", *written]))


def _written(one: Line, mark: str | None = None) -> str:
    values = (getattr(one, name) for name in COLUMNS[1:])
    return "\t".join((one.mark if mark is None else mark, *values)) + "\n"
