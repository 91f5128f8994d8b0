"""Expressions that say one day together: "at 9 p.m. (1900 GMT) on Saturday", "the next day, May 4"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import listed

_BETWEEN = frozenset({"(", ")", "on", ","})
_APPOSED = frozenset({",", "in", "on"})
_APART = 3  # tokens: ") , on"
_DAYS = frozenset({"clock", "weekday", "date", "today"})  # codes: kinds
_NAMED = frozenset({"weekday", "date", "month", "year"})  # codes: kinds
# codes: fields
_SHARED = ("weekday", "month", "day", "year", "count", "relation", "relation_unit", "direction", "preposition", "cues")


def join(doc: Doc, found: Sequence[Expression]) -> None:
    """Give a time of day, or "the next day" and "two years later", the date that is said right after it."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if second.start - first.end > _APART:
            continue
        between = {doc[place].lower_ for place in range(first.end, second.start)}
        if first.kind == "clock" and not _has_day(first):
            if between and between <= _BETWEEN and second.kind in _DAYS and _has_day(second):
                _share(first, second)
            elif not between and second.kind == "relative" and second.unit == "D":
                first.relation, second.relation = second.relation, "that"  # "9 a.m. the next day" steps on once
        elif _counted(first) and "," in between and between <= _APPOSED and second.kind in _NAMED:
            first.kind = second.kind
            _share(first, second)


def share_years(doc: Doc, found: Sequence[Expression]) -> None:
    """Give months and days in a row the year that only the last has: "in March, May and July 2022"."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if first.kind != second.kind or first.kind not in ("month", "date") or second.start - first.end > _APART:
            continue
        between = {doc[place].lower_ for place in range(first.end, second.start)}
        alone = first.year is None and first.relation is None and second.year is not None
        if alone and between and between <= listed("row") and (first.month or 0) <= (second.month or 0):
            first.year = second.year


def _has_day(expression: Expression) -> bool:
    return expression.weekday is not None or expression.day is not None or expression.count is not None


def _counted(expression: Expression) -> bool:
    """Whether it counts days or more from a date told before: "the next day", "two years later"."""
    if expression.kind == "offset":
        return not expression.deictic and expression.count is not None and expression.unit in ("D", "W", "M", "Y")
    return expression.kind == "relative" and expression.unit == "D" and expression.relation in ("following", "previous")


def _share(first: Expression, second: Expression) -> None:
    for name in _SHARED:
        setattr(first, name, getattr(second, name))
