"""Expressions that say one day together: "at 9 p.m. (1900 GMT) on Saturday", "the next day, May 4"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from detente.reading.time.expression import Expression

_BETWEEN = frozenset({"(", ")", "on", ","})
_APART = 3  # tokens: ") , on"
_DAYS = frozenset({"clock", "weekday", "date", "today"})
_SHARED = ("weekday", "month", "day", "year", "relation", "relation_unit", "direction", "preposition", "cues")


def join(doc: Doc, found: Sequence[Expression]) -> None:
    """Give a time of day, or "the next day", the day that is said right after it."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if second.kind in _DAYS and second.start - first.end <= _APART and _has_day(second):
            between = {doc[place].lower_ for place in range(first.end, second.start)}
            if first.kind == "clock" and not _has_day(first) and between and between <= _BETWEEN:
                _share(first, second)
            elif (
                first.kind == "relative"
                and first.unit == "D"
                and between == {","}
                and second.kind in ("weekday", "date")
            ):
                first.kind = second.kind
                _share(first, second)


def _has_day(expression: Expression) -> bool:
    return expression.weekday is not None or expression.day is not None or expression.count is not None


def _share(first: Expression, second: Expression) -> None:
    for name in (*_SHARED, "count"):
        setattr(first, name, getattr(second, name))
