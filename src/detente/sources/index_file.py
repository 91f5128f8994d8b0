"""A list of files with what is known of each (``--index``): a TSV -> what a row gives to its file's report.

Columns are ``file``, ``published``, ``publisher``, ``address``, ``title``, ``id`` and ``language``, under these or
other usual names, in any order; others are let be. Files are named as they lie below the index or below the folder
that is read, or by their bare name where only one row has it.
"""

from __future__ import annotations

import os.path
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePath

from detente.errors import BadDate, BadIndex, UnreadableReport
from detente.knowledge.loader import Entry, table
from detente.model.report import DateBasis, DateCandidate, SetAside
from detente.sources.encoding import decode
from detente.sources.file import opened, shown
from detente.sources.limits import Limits, size
from detente.sources.publication_date import edtf_date
from detente.sources.raw import Draft


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the index's name and line, and its fields by the columns' own names, without empty ones."""

    where: str
    fields: dict[str, str]

    def given_to(self, draft: Draft, *, alone: bool) -> Draft:
        """The draft with what the row says, before what the file says. Raises UnreadableReport for a bad date.

        Of a file of many reports, each keeps what it says itself, and gets no id, title or address.
        """
        told = self.fields
        dates = self._dates()
        if not alone:
            return replace(
                draft,
                publisher=draft.publisher or told.get("publisher"),
                language=draft.language or told.get("language"),
                dates=draft.dates or dates,
            )
        return replace(
            draft,
            id=told.get("id", draft.id),
            title=told.get("title", draft.title),
            url=told.get("address", draft.url),
            publisher=told.get("publisher", draft.publisher),
            language=told.get("language", draft.language),
            dates=dates + draft.dates,
        )

    def _dates(self) -> tuple[DateCandidate, ...]:
        if "published" not in self.fields:
            return ()
        try:
            return (DateCandidate(edtf_date(self.fields["published"]), DateBasis.GIVEN, "index"),)
        except BadDate as error:
            raise UnreadableReport(f"is not read, for {self.where} gives it a wrong date: {error}") from None


@dataclass(slots=True)
class Index:
    """The rows of an index, by file; keeps account of which were met, and of whether folders were gone through."""

    path: PurePath
    rows: dict[str, Row]
    bare: dict[str, Row]  #: by bare name, those that only one row has
    met: set[str] = field(default_factory=set)
    of_folders: bool = False

    def row(self, path: str, below: str | None) -> Row | None:
        """The row of a file that was found at ``path``, below the folder ``below`` if it was not named itself."""
        self.of_folders = self.of_folders or below is not None
        found = None
        for folder in (below, str(self.path.parent)):
            if folder is not None and PurePath(path).is_relative_to(folder):
                found = found or self.rows.get(PurePath(path).relative_to(folder).as_posix())
        found = found or self.rows.get(PurePath(path).as_posix()) or self.bare.get(PurePath(path).name)
        if found is not None:
            self.met.add(found.where)
        return found

    def is_at(self, path: str) -> bool:
        """Whether the index is the file at a path, and so none of those that it tells of."""
        return os.path.abspath(path) == os.path.abspath(self.path)  # noqa: PTH100

    def not_met(self) -> list[SetAside]:
        """A line for each row whose file was not met; none where only files were named: the rest is not meant."""
        return [
            SetAside(row.where, f"names {name}, which is not among the files that were read")
            for name, row in self.rows.items()
            if self.of_folders and row.where not in self.met
        ]


def index_file(path: str, limits: Limits) -> Index:
    """The index at a path. Raises BadIndex where it cannot be read, has no column ``file``, or names a file twice."""
    try:
        with opened(path) as (stream, _):
            data = stream.read(limits.file_bytes + 1)
        text = decode(data)
    except UnreadableReport as error:
        raise BadIndex(shown(path), error.reason) from None
    if len(data) > limits.file_bytes:
        raise BadIndex(shown(path), f"has more than {size(limits.file_bytes)}, which is the most that is read")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    columns = [_column(name) for name in lines[0].split("\t")]
    if "file" not in columns:
        raise BadIndex(
            shown(path), "has no column file in its first line; part the columns by tabs and name one of them file"
        )
    rows: dict[str, Row] = {}
    for number, line in enumerate(lines[1:], start=2):
        row = Row(f"{shown(path)}:{number}", _fields(columns, line))
        if not row.fields:
            continue
        if "file" not in row.fields:
            raise BadIndex(row.where, "names no file")
        name = PurePath(row.fields["file"].replace("\\", "/")).as_posix()
        if name in rows:
            raise BadIndex(row.where, f"names {name} again; keep one row of each file")
        rows[name] = row
    names = Counter(PurePath(name).name for name in rows)
    bare = {PurePath(name).name: row for name, row in rows.items() if names[PurePath(name).name] == 1}
    return Index(PurePath(path), rows, bare)


def _fields(columns: list[str | None], line: str) -> dict[str, str]:
    """The row's values by column, the first of each, without empty ones."""
    found: dict[str, str] = {}
    for name, value in zip(columns, line.split("\t"), strict=False):
        if name is not None and (plain := _unquoted(value.strip())):
            found.setdefault(name, plain)
    return found


def _unquoted(value: str) -> str:
    """A value without the quotation marks that spreadsheets set around some."""
    if len(value) > 1 and value[0] == value[-1] == '"' and '"' not in value[1:-1].replace('""', ""):
        return value[1:-1].replace('""', '"').strip()
    return value


class _Columns(Entry, frozen=True):
    columns: dict[str, tuple[str, ...]]


@cache
def _columns() -> dict[str, str]:
    return {
        name: column for column, names in table("facts/web/index_columns", _Columns).columns.items() for name in names
    }


def _column(name: str) -> str | None:
    return _columns().get(_unquoted(name.strip()).lower())
