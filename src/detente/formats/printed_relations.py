"""What a report is to others -> a mark behind its headline, or a line for each with why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from rich.text import Text

from detente.formats.printed_items import flat
from detente.record.relations import Related, Relation


def relation_mark(related: Sequence[Related], short: Callable[[str], str]) -> str:
    """By what it is to which, the one that it shares most with; its copies are not told. Empty for nothing."""
    told = []
    for relation, others in groupby(_told(related), key=lambda one: one.relation):
        first, *more = others
        told.append(f"{relation} {short(first.report)}" + (f" and {len(more)} more" if more else ""))
    return "; ".join(told)


def relation_lines(related: Iterable[Related], short: Callable[[str], str], *, copies: bool) -> Iterator[Text]:
    """A line for each: what the report is to it, and why; with ``copies`` its copies, too."""
    for one in related if copies else _told(related):
        line = Text(f"{one.relation} ", style="bold")
        line.append(short(one.report), style="yellow")
        named = " ".join(part for part in (flat(one.publisher or one.source), one.published) if part)
        line.append(f" ({named}): {flat(one.why)}", style="not bold dim")
        yield line


def _told(related: Iterable[Related]) -> list[Related]:
    return [one for one in related if one.relation is not Relation.COPIED_BY]
