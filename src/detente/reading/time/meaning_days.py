"""What the forms of days by their place in a month or a row mean: "the second Monday of July", "May 3, 5 and 7"."""

from __future__ import annotations

import re
from itertools import pairwise

from detente.reading.time.context import Found
from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import listed, meaning
from detente.reading.time.meaning_dates import year_of
from detente.reading.time.numbers import ordinal

_COMPACT = re.compile(r"(\d{1,2})-?([A-Za-z]{3})-?(\d{2,4})")
_LATEST = 29  #: years of two digits below it are of this century


def nth_weekday(found: Found) -> Expression | None:
    """A weekday by its number in a month: "the second Monday of July", "the last Friday of this month"."""
    nth = -1 if found.form("o").lower() in listed("last") else ordinal(found.words("o"))
    if nth is None or nth > 5:
        return None
    made = found.expression("nthweekday", nth=nth, weekday=found.weekday("w"))
    return _in_month(found, made)


def nth_day(found: Found) -> Expression | None:
    """A day by its number in a month that is told of: "the 2nd of this month", "the last day of the month"."""
    last = found.form("o").lower() in listed("last")
    if last and found.unit("D") != "D":
        return None
    day = 31 if last else ordinal(found.words("o"))
    if day is None or not 1 <= day <= 31:
        return None
    return _in_month(found, found.expression("nthday", day=day))


def _in_month(found: Found, made: Expression) -> Expression | None:
    if found.has("M"):
        if found.form("M").islower():
            return None
        made.month, made.year = found.month("M"), year_of(found.words("y"))
        return made
    found.relate(made)
    if made.relation_unit != "M":
        return None
    if made.relation == "the":
        made.relation = "this"
    return made


def bare_day(found: Found) -> Expression | None:
    """A day by its number alone, after a date whose month it shares: "on 2 April and on the 9th"."""
    if found.previous not in listed("before_day") or (
        found.next[:1].isalpha() and found.next not in listed("after_day")
    ):
        return None
    return found.expression("bareday", day=ordinal(found.words("d")) if found.has("d") else None)


def compact(found: Found) -> Expression | None:
    """A date without spaces: "21Sep2023", "18-DEC-19"."""
    text = "".join(found.forms)
    match = _COMPACT.fullmatch(text)
    month = meaning("month", match[2]) if match else None
    if match is None or month is None or not 1 <= int(match[1]) <= 31 or match[2].islower():
        return None
    year = int(match[3])
    year += 0 if year > 99 else 2000 if year <= _LATEST else 1900
    return found.expression("date", year=str(year), month=month, day=int(match[1]))


def series(found: Found) -> list[Expression] | None:
    """Days of one month in a row: "May 3, 5 and 7", "20, 21 and 24 April", "Monday 3 and Tuesday 4 May"."""
    month = found.month("M")
    if month is None or found.form("M").islower() or (found.next_noun and not found.has("y")):
        return None
    year, made = year_of(found.words("y")), list[Expression]()
    end = found.slots["y"][0] if found.has("y") else found.end
    begin, weekday = found.start, None
    for at in range(found.start, end):
        token = found.doc[at]
        if (named := meaning("weekday", token.text)) is not None:
            begin, weekday = at, named
        elif token.lower_ in listed("in_row"):
            begin = at + 1 if weekday is None else begin
        elif (day := _day(token.text)) is not None:
            made.append(found.piece(begin, at + 1, "date", month=month, day=day, year=year, weekday=weekday))
            begin, weekday = at + 1, None
    if not made or any((first.day or 0) >= (second.day or 0) for first, second in pairwise(made)):
        return None
    made[-1].end = found.end
    if found.slots["M"][0] == found.start:
        made[0].start = found.start
    return made


def _day(text: str) -> int | None:
    day = ordinal([text]) if text[:1].isdigit() else None
    return day if day is not None and 1 <= day <= 31 else None
