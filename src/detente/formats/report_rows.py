"""A list of reports -> a head and rows for CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.model.sections import SECTIONS
from detente.record.relations import Relation
from detente.record.report_list import Listed

Table = tuple[Sequence[str], Iterable[Sequence[object]]]

# codes: columns
_OWN = ("id", "published", "publisher", "headline", "source", "url", "language", "added_at", "versions")
_TOLD = (Relation.NEAR_COPY_OF, Relation.CORRECTS, Relation.CORRECTED_BY, Relation.NEWER, Relation.OLDER)
# codes: columns
_OTHERS = ("relation", "report", "published", "publisher", "source", "containment", "shared", "why")


def report_rows(found: Iterable[Listed]) -> Table:
    """A row a report; of what it hangs together with, the ids, with a space between them."""
    related = [relation.replace(" ", "_").replace("-", "_") for relation in _TOLD]
    return (*_OWN, *related, *SECTIONS), map(_row, found)


def _row(one: Listed) -> list[object]:
    others = (" ".join(other.report for other in one.related if other.relation is relation) for relation in _TOLD)
    return [*(getattr(one, name) for name in _OWN), *others, *map(one.items.get, SECTIONS)]


def report_relations(found: Iterable[Listed]) -> Table:
    """A row for each report that another hangs together with: which, how and why."""
    return ("id", *_OTHERS), _relations(found)


def _relations(found: Iterable[Listed]) -> Iterator[list[object]]:
    for one in found:
        for other in one.related:
            if other.relation in _TOLD:
                yield [one.id, *(getattr(other, name) for name in _OTHERS)]
