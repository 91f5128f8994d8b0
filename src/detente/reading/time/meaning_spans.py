"""What the forms of quarters, weeks and years that are relative to another time mean; None is no time."""

from __future__ import annotations

from detente.reading.time.context import Found
from detente.reading.time.expression import PUBLISHED, Expression
from detente.reading.time.lexicon import listed, meaning
from detente.reading.time.meaning_dates import year_of
from detente.reading.time.numbers import ordinal

_HALVES = "H"
_OF_HALVES = ("latest", "last", "this", "that")  # codes: relations that a half or a period may have
_QUARTERS = {(1, 3): 1, (4, 6): 2, (7, 9): 3, (10, 12): 4}


def months(found: Found) -> Expression | None:
    """A quarter by its months or the last of them: "the July-September quarter", "the June quarter"."""
    last = found.month("N") or 0
    nth = _QUARTERS.get((found.month("M") or last - 2, last))
    return found.expression("quarter", unit="Q", nth=nth, year=year_of(found.words("y"))) if nth else None


def quarter(found: Found) -> Expression | None:
    """A quarter or half: "the third quarter", "Q3 2013", "the last half of the '80s"."""
    if found.has("x") and not found.has("u"):
        word = found.form("x").upper()
        made = found.expression(
            "quarter", unit="H" if _HALVES in word else "Q", nth=int(word.strip("QH")), year=year_of(found.words("y"))
        )
        return made if made.nth and made.nth <= (2 if made.unit == "H" else 4) else None
    unit = found.unit("u")
    if found.has("e") or found.has("x"):
        made = found.expression(
            "year", year=(("19" if len(found.form("x")) == 3 else "") + found.form("x").strip("s'’"))[:3]
        )
        made.mod = "END" if found.form("o").lower() in listed("half_before") else "START"
        return made
    nth = -1 if found.form("o").lower() in listed("last") else ordinal(found.words("o")) if found.has("o") else None
    if found.has("o") and (nth is None or nth > (2 if unit == "H" else 4)):
        return None
    year_digits = year_of(found.words("y"))
    if nth == -1 and year_digits is None and not found.has("r"):
        return None
    if unit == "H" and year_digits is None and not found.has("r") and found.previous not in listed("half_in"):
        return None
    if nth is None and (unit == "H" or year_digits is None):
        return None
    if year_digits is None and not found.has("r") and found.sporting:
        return None
    made = found.expression("quarter", unit=unit, nth=nth, year=year_digits)
    if found.forms[0].lower() in listed("the") and found.forms[-2] == "-":
        made.start += 1  # "the third-quarter loss": the article belongs to the noun that follows
    made.relation = found.relation()
    made.relation_unit = "Y" if found.has("r") else None
    made.fiscal = not listed("fiscal").isdisjoint(word.lower() for word in found.forms)
    return made


def year_ago(found: Found) -> Expression | None:
    """The same span of the year before: "the year-ago quarter", "the same quarter last year"."""
    if found.has("e"):
        counted = "a" in found.forms[2:]
        alike = (
            found.unit("y") == "Y"
            and found.unit("u") != "H"
            and counted == (found.forms[-1].lower() not in listed("year"))
        )
        return found.expression("yearago", unit=found.unit("u") or "Y") if alike else None
    if found.unit("u") == "P" or found.forms[
        0 if found.forms[0].lower() not in listed("the") else 1
    ].lower() not in listed("year"):
        return None
    if found.has("n"):
        count, unit = found.count("n"), found.unit("u")
        return found.expression("duration", type="DURATION", count=count, unit=unit) if count and unit else None
    nth = ordinal(found.words("o")) if found.has("o") else None
    made = found.expression("yearago", unit=found.unit("u") or "Y", nth=nth)
    if not found.has("u") and found.forms[0].lower() in listed("the"):
        made.start += 1  # "the year-ago results": the article belongs to the noun that follows
    return made


def year_end(found: Found) -> Expression | None:
    """The end of the year or month: "year-end"."""
    unit = found.unit("u")
    if unit not in ("Y", "M", "W"):
        return None
    made = found.expression("relative", unit=unit, relation="the", relation_unit=unit)
    made.mod = "END"
    return made


def relative(found: Found) -> Expression | None:
    """This, last, next, the same year; the quarter; the year before."""
    if found.form("u").istitle() and found.previous:
        return None
    word = found.form("u").lower()
    unit = "P" if word in listed("period") else found.unit("u")
    if unit in ("TS", "TM", "TH", "CE", "ML") and not (unit == "CE" and found.relation() in PUBLISHED):
        return None
    made = found.expression("relative", unit=unit)
    if found.has("k") and found.has("r"):
        made.relation, made.count = found.relation(), 2.0  # "the week after next", "the year before last"
        return made if (made.relation == "next") == (found.form("k").lower() in listed("forward")) else None
    if found.has("k"):
        last = found.doc[found.end - 1]
        if found.next not in listed("ends_clause") and last.dep_ not in ("advmod", "npadvmod"):
            return None
        made.relation = "previous" if found.form("k").lower() in listed("earlier") else "following"
        return made
    found.relate(made)
    if unit == "D" and made.relation == "next" and found.words("r")[0].lower() in listed("the"):
        made.relation = "following"  # "the next day" is the one after that told of
    bare = made.relation == "the" and len(found.words("r")) == 1 and not found.has("p")
    if unit in ("H", "Q") and found.next in listed("the_a_of"):
        return None  # "said that half a million", "this quarter of the town"
    since = found.next == "since" and unit in ("D", "W", "M", "DE")
    if bare and (since or (unit == "Y" and found.next in listed("since_year_ended"))):
        return found.expression("duration", type="DURATION", unit=unit, count=1.0)
    if unit in ("H", "P") and made.relation not in _OF_HALVES:
        return None
    if made.relation == "the" and found.next in listed("of_what") and not found.has("p"):
        return None
    if bare and not _definite(found, unit):
        return None
    if unit == "D" and made.relation == "the":
        made.relation = "that"  # "later in the day": the one told of
    words = {word.lower() for word in found.words("r")}
    if found.next == "of" and made.relation in ("last", "next") and (found.previous == "the" or "the" in words):
        return None  # "the last week of March"
    if made.relation == "last" and unit == "D" and "past" not in words:
        return None  # "the last day" of something
    reaching = "past" in words or ("the" in words and unit != "DE")
    if made.relation == "last" and reaching and "this" not in words and unit in ("Y", "M", "W", "DE", "CE"):
        # "The past year" is a length that reaches up to now; "this past year" is the last one.
        return found.expression("duration", type="DURATION", count=1.0, unit=unit, relation="last")
    if made.relation == "next" and "coming" in words and "the" in words and unit in ("Y", "M", "W", "DE"):
        return found.expression("duration", type="DURATION", count=1.0, unit=unit, relation="next")
    return made


def _definite(found: Found, unit: str | None) -> bool:
    """Whether "the year" and the like mean a time: after a preposition, or before a participle ("the year ended …")."""
    if unit in ("Y", "Q"):
        return found.previous in listed("before_the_year") or found.next in listed("after_the_year")  # fmt: skip
    if unit == "WE":
        return True
    if unit in ("W", "M"):
        return found.previous in listed("weeks_in")
    return False


def week_of(found: Found) -> Expression | None:
    """A week by one of its days: "the week of March 6"."""
    day, month = ordinal(found.words("d")), found.month("M")
    if found.unit("u") != "W" or day is None or not 1 <= day <= 31 or found.form("M").islower():
        return None
    return found.expression("weekof", month=month, day=day)


def day_from(found: Found) -> Expression | None:
    """Days counted from a weekday or from today: "two weeks from Monday", "the day before last Tuesday"."""
    count = 1.0 if not found.has("n") or found.words("n")[0].lower() in listed("the") else found.count("n")
    unit = found.unit("u")
    if unit not in ("D", "W", "M", "Y") or count is None:
        return None
    sign = -1 if found.form("k").lower() in listed("before") else 1
    made = found.expression("dayfrom", unit=unit, count=count, sign=sign, weekday=found.weekday("w"))
    if found.has("x"):
        made.weekday, made.nth = None, meaning("today", found.form("x"))
    made.relation = found.relation()
    return made
