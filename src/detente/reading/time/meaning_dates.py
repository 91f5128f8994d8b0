"""What the forms of days, months, years and clock times mean; each takes a match in its context, None is no time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.reading.time.context import Found
from detente.reading.time.direction import points
from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import listed, meaning
from detente.reading.time.numbers import ordinal, spoken_year

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 12  # tokens before "the 50s" that tell whether they are degrees
_HALF = re.compile(r"[ap].*m")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap])?\.?m?\.?", re.IGNORECASE)


def year_of(words: list[str]) -> str | None:
    """The year of "1998", "'98" or "'98" after an apostrophe; of two digits the one within 1930 to 2029."""
    if not words:
        return None
    digits = words[-1]
    if len(digits) == 4 and digits.isdigit():
        return digits
    if digits.isalpha():
        return spoken_year(words)
    if len(words) > 1 and len(digits) == 2 and words[0] in ("'", "’"):
        return ("20" if int(digits) < 30 else "19") + digits
    return None


def date(found: Found) -> Expression | None:
    """A day of a month: "Friday, Sept. 30, 1994", "the 3rd of May", "16 February last year"."""
    month, day = found.month("M"), ordinal(found.words("d"))
    if month is None or day is None or not 1 <= day <= 31:
        return None
    if found.has("y") and year_of(found.words("y")) is None:
        return None
    if found.form("M").islower():
        return None
    made = found.expression("date", month=month, day=day, year=year_of(found.words("y")), weekday=found.weekday("w"))
    found.relate(made)
    if found.has("k"):  # "the year before last"
        made.count = 2.0
        if (made.relation == "next") != (found.form("k").lower() in listed("forward")):
            return None
    return made


def iso(found: Found) -> Expression | None:
    """A date in figures, year first."""
    month, day = int(found.form("M")), int(found.form("d"))
    if month > 12 or len(found.form("M")) != 2 or len(found.form("d")) != 2:
        return None
    return found.expression("date", year=found.form("y"), month=month, day=day)


def slash(found: Found) -> Expression | None:
    """A date in figures with strokes or full stops: month first with strokes, day first with full stops."""
    pieces = [int(piece) for piece in re.split(r"[./]", found.form("x"))]
    year, month, day = pieces if pieces[0] > 31 else (pieces[2], pieces[0], pieces[1])
    if "." in found.form("x") and pieces[0] <= 31:
        month, day = day, month
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year += 0 if year > 99 else 2000 if year < 30 else 1900
    return found.expression("date", year=str(year), month=month, day=day)


def month(found: Found) -> Expression | None:
    """A month: "May", "early next May", "the end of June 1990"."""
    number, form = found.month("M"), found.form("M")
    if number is None or form.islower() or (found.has("y") and year_of(found.words("y")) is None):
        return None
    bare = found.end - found.start == 1
    if bare and found.next == "of":
        return None  # the "March of the Mothers"; "May of last year" has a form of its own
    if bare and (found.previous in listed("no_month") and number == 5 and found.previous != "of"):
        return None
    token = found.token("M")
    opens = token.ent_iob_ == "B" and found.previous == "in"  # "In July Tunis protested" is taken for a name
    if token.tag_ in ("MD", "VB", "VBP", "VBD") or (
        bare and not opens and token.ent_type_ in ("PERSON", "ORG", "GPE", "FAC", "PRODUCT")
    ):
        return None
    if bare and _is_surname(token):
        return None
    if bare and number == 5 and token.ent_type_ != "DATE" and found.previous not in listed("before_date"):
        return None
    made = found.expression("month", month=number, year=year_of(found.words("y")))
    found.relate(made)
    return made


def _is_surname(token: Token) -> bool:
    """Whether a month's word is somebody's name: after a given name, or as who says something."""
    if token.dep_ == "nsubj" and token.head.lemma_ in listed("speaks"):
        return True
    before = token.nbor(-1) if token.i else token
    named = before.dep_ == "compound" and before.head.i == token.i and before.pos_ == "PROPN"
    return (
        named
        and before.text.istitle()
        and before.ent_type_ in ("PERSON", "")
        and before.lower_ not in listed("before_date")
    )


def weekday(found: Found) -> Expression | None:
    """A day of the week: "Friday", "late last Friday night"."""
    number = found.weekday("w")
    if number is None or found.previous in listed("named_days") or found.token("w").ent_type_ in ("ORG", "WORK_OF_ART"):
        return None
    made = found.expression("weekday", weekday=number, daypart=found.daypart("t"))
    found.relate(made)
    if made.daypart:
        made.type = "TIME"
    return made


def today(found: Found) -> Expression | None:
    """Today, yesterday, tomorrow; tonight; the day before yesterday."""
    word = found.form("x").lower()
    offset = meaning("today", word)
    if word in listed("overnight") and found.token("x").pos_ != "ADV":
        return None
    made = found.expression("today", count=float(offset or 0), daypart=found.daypart("t"))
    if word in listed("by_night"):
        made.daypart = "NI"
    if word in listed("overnight") and points(found.token("x")) <= 0:
        made.count = -1.0  # the night that is over by now, unless it is a forecast
    if found.has("k"):
        if found.unit("u") != "D":
            return None
        made.count = 2.0 * (offset or 0)
        if made.count == 0:
            return None
    if made.daypart:
        made.type = "TIME"
    return made


def daypart(found: Found) -> Expression | None:
    """This morning, last night, the next evening."""
    if found.form("r").lower() in listed("the") and found.previous not in listed("before_daypart"):
        return None
    made = found.expression("daypart", type="TIME", daypart=found.daypart("t"))
    found.relate(made)
    alone = not (found.has("r") or found.has("x") or found.has("w"))
    if alone and found.token("t").dep_ == "compound":
        return None
    if found.has("x"):
        made.count = float(meaning("today", found.form("x")))
    if found.has("w"):
        made.kind, made.weekday = "weekday", found.weekday("w")
    return made


def season(found: Found) -> Expression | None:
    """A season: "last fall", "the spring of 1968", "in winter"."""
    word, token = found.form("s").lower(), found.token("s")
    anchored = found.has("y") or found.has("u")
    if found.has("y") and year_of(found.words("y")) is None:
        return None
    related = found.has("r") and found.words("r")[-1].lower() not in listed("the")
    if (
        token.tag_.startswith("V")
        or (found.next == "of" and not anchored)
        or token.ent_type_ in ("EVENT", "ORG", "PERSON", "GPE", "LOC")
    ):
        return None
    if not anchored and not related:
        if found.previous not in listed("before_date") and not (found.has("p")):
            return None
        if token.dep_ == "compound" or (
            word in listed("seasons_too") and found.previous not in listed("before_season")
        ):
            return None
    made = found.expression("season", season=meaning("season", word), year=year_of(found.words("y")))
    found.relate(made)
    return made


def year(found: Found) -> Expression | None:
    """A year in figures where the words around it do not count or price something."""
    form, token = found.form("y"), found.token("y")
    made = found.expression("year", year=form)
    if found.has("f") or found.has("p") or found.end - found.start > 1:
        return made
    dated = token.ent_type_ == "DATE"
    hyphen = found.next == "-" and dated
    if found.previous in listed("no_year_before") or (found.next in ("%", "percent", "-", "/") and not hyphen):
        return None
    if found.next in listed("no_year_after"):
        return None
    if dated or found.previous in listed("before_year"):
        return made
    counts = token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY", "PRODUCT") or token.head.tag_ == "NNS"
    hangs = token.dep_ in ("pobj", "npadvmod", "conj", "appos")
    return made if found.previous in listed("before_date") and not counts and hangs else None


def years(found: Found) -> list[Expression] | None:
    """A span of two years: "1995-96", "2014-2016"."""
    first, last = found.form("y"), found.form("Y")
    last = first[: 4 - len(last)] + last
    if len(found.form("Y")) not in (2, 4) or not int(first) < int(last) < int(first) + 200:
        return None
    (begin, _), (_, end) = found.slots["y"], found.slots["Y"]
    return [found.piece(begin, begin + 1, "year", year=first), found.piece(end - 1, end, "year", year=last)]


def days(found: Found) -> list[Expression] | None:
    """A span of two days of one month: "March 8-19", "16 and 17 February"."""
    month_number, first, last = found.month("M"), ordinal(found.words("d")), ordinal(found.words("D"))
    if (
        month_number is None
        or first is None
        or last is None
        or found.form("M").islower()
        or not 1 <= first < last <= 31
    ):
        return None
    if found.next_noun and not found.has("y"):
        return None
    year_digits = year_of(found.words("y"))
    day_first = found.slots["d"][0] < found.slots["M"][0]
    begins = found.slots["d" if day_first else "M"][0]
    cut = found.slots["d"][1]
    second = found.slots["D"][0]
    return [
        found.piece(begins, cut, "date", month=month_number, day=first, year=year_digits),
        found.piece(second, found.end, "date", month=month_number, day=last, year=year_digits),
    ]


def part_year(found: Found) -> Expression | None:
    """A part of a year in one word: "mid-1996"."""
    part, _, digits = found.form("x").partition("-")
    made = found.expression("year", year=digits[:3] if digits.endswith("s") else digits)
    made.mod = found.part_mod([part])
    return made


def spoken(found: Found) -> Expression | None:
    """A year in words, as broadcast transcripts have it."""
    digits = spoken_year(found.words("y"))
    if digits is None:
        return None
    return found.expression("month" if found.has("M") else "year", year=digits, month=found.month("M"))


def decade(found: Found) -> Expression | None:
    """A decade: "the early 1980s", "the '90s", "the nineties"."""
    word = found.form("x").lower()
    if digits := meaning("decade", word):
        if found.previous in listed("ages"):
            return None
        return found.expression("year", year=digits)
    digits = re.sub(r"\D", "", word)
    short = len(digits) == 2
    if short and {token.lower_ for token in found.doc[max(found.start - _NEAR, found.low) : found.start]} & listed(
        "warmth"
    ):
        return None  # "highs in the 50s"
    starts = [form.lower() for form in found.forms]
    if short and not ({"the", "'", "’"} & set(starts)):
        return None
    if len(digits) == 4 and digits.endswith("00") and digits < "2000":
        return found.expression("year", year=digits[:2])  # "the 1800s" are a century
    return found.expression("year", year=("20" if short and int(digits) < 30 else "19" if short else "") + digits[:-1])


def century(found: Found) -> Expression | None:
    """A century by its number."""
    nth = ordinal(found.words("o"))
    if found.unit("u") != "CE" or nth is None or not 1 <= nth <= 30:
        return None
    made = found.expression("year", year=f"{nth - 1:02d}")
    if "-" in found.forms and found.forms[0].lower() in listed("the"):
        made.start += 1  # "the 17th-century fort": the article belongs to the noun that follows
    made.mod = made.mod or found.part_mod(found.form("o").split("-")[:-1])
    return made


def clock(found: Found) -> Expression | None:
    """A time of day, with the day that the words give it."""
    words = [word.lower() for word in found.words("c")]
    named = meaning("daypart", words[0])
    made = found.expression("clock", type="TIME", weekday=found.weekday("w"))
    if named in ("MO", "EV", "NI"):
        made.daypart = named
        if found.end - found.start == 1 and found.previous not in listed("at_noon"):
            return None
    elif named:
        made.clock = named
    elif not _set_clock(made, words, found):
        return None
    if found.has("M"):
        made.month, made.day = found.month("M"), ordinal(found.words("d"))
        made.year = year_of(found.words("y"))
        if made.day is None or not 1 <= made.day <= 31:
            return None
    if found.has("x"):
        word = found.form("x").lower()
        made.count = float(meaning("today", word) or 0)
    return made


def _set_clock(made: Expression, words: list[str], found: Found) -> bool:
    text = words[0]
    match = _CLOCK.fullmatch(text)
    four = found.has("z") and len(text) == 4 and text.isdigit()  # "1500 GMT"
    hour = int(text[:2]) if four else int(match[1]) if match else meaning("number", text)
    if hour is None:
        return False
    minute = match[2] if match and match[2] else "00"
    half = (match[3] if match else None) or next((word[0] for word in words[1:] if _HALF.match(word)), None)
    if half is None and found.has("t"):
        half = "a" if found.daypart("t") == "MO" else "p"
    if half:
        if not 1 <= hour <= 12:
            return False
        hour = hour % 12 + (12 if half.lower() in listed("afternoon") else 0)
    elif four:
        minute = text[2:]
    elif "o'clock" not in words and (not match or ":" not in text):
        return False
    if hour > 24 or int(minute) > 59:
        return False
    made.clock = f"{hour:02d}:{minute}"
    return True
