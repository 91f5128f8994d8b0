"""What a list is narrowed to: by section, who speaks or takes part, days, publisher and report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_, select

from detente.record.folded import words
from detente.record.item_rows import ItemRow
from detente.record.schema import reading, report, who

SPEAKING = ("speaker", "speakers", "party")  #: the fields of a statement that say by whom, or for whom, it was made


@dataclass(frozen=True, slots=True)
class Filters:
    """None is no bound. ``speaker`` and ``party`` are a party's id or words of a name; days are ISO 8601.

    An item lies between days if its date, else its report's, may be one of them. ``keys`` are of reports.
    """

    section: str | None = None
    speaker: str | None = None
    party: str | None = None
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    keys: frozenset[str] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether they let everything through."""
        return self == Filters()

    @property
    def of_items(self) -> bool:
        """Whether they ask for what only items have."""
        return any((self.section, self.speaker, self.party))

    @property
    def of_reports(self) -> bool:
        """Whether they ask for what only reports have, days aside."""
        return self.publisher is not None or self.keys is not None

    def of_reading(self) -> Iterator[ColumnElement[bool]]:
        """The conditions on rows of ``reading`` joined with ``report``, but for what only items have."""
        if self.since:
            yield reading.c.last_day >= self.since
        if self.until:
            yield reading.c.first_day <= self.until
        yield from self.of_report()

    def of_report(self) -> Iterator[ColumnElement[bool]]:
        """The conditions on rows of ``report`` that do not ask for days."""
        if self.publisher:
            named = report.alias("named")  # there are few publishers, and an index has them in order
            fitting = select(named.c.publisher).where(named.c.publisher.icontains(self.publisher, autoescape=True))
            yield report.c.publisher.in_(fitting.distinct())
        if self.keys is not None:
            yield report.c.key.in_(written_out(self.keys))

    def admits(self, section: str, row: ItemRow, publisher: str | None, key: str) -> bool:
        """Whether they let through an item as it was corrected, and so is not as its row says."""
        first, last = row.columns["first_day"], row.columns["last_day"]
        return (
            self.section in (None, section)
            and (self.since is None or (last is not None and last >= self.since))
            and (self.until is None or (first is not None and first <= self.until))
            and (self.speaker is None or (section == "statements" and _stands(row, self.speaker, SPEAKING)))
            and (self.party is None or _stands(row, self.party, ()))
            and (self.publisher is None or self.publisher.casefold() in (publisher or "").casefold())
            and (self.keys is None or key in self.keys)
        )


def _stands(row: ItemRow, somebody: str, roles: tuple[str, ...]) -> bool:
    name = " ".join(words(somebody))
    return any(
        party == somebody.upper() or bool(name and f" {name} " in f" {folded} ")
        for role, (_, party, folded) in row.who
        if not roles or role in roles
    )


def named(somebody: str) -> ColumnElement[bool]:
    """The condition on rows of ``who``: a party by its id, anybody by a name or by words of it that stand together."""
    name = " ".join(words(somebody))
    within = [who.c.folded == name, who.c.folded.startswith(f"{name} ", autoescape=True)]
    within += [who.c.folded.endswith(f" {name}", autoescape=True), who.c.folded.contains(f" {name} ", autoescape=True)]
    by_name = and_(or_(*within), who.c.folded != "") if name else who.c.n < 0
    return or_(who.c.party == somebody.upper(), by_name)


def written_out(values: Iterable[int] | Iterable[str]) -> Any:
    """Values for ``IN``, in the statement itself, for there may be more of them than parameters are allowed."""
    return bindparam(None, sorted(values), expanding=True, literal_execute=True)
