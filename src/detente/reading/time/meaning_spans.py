"""What the forms of quarters, lengths, repetitions and of past, present and future mean; None is no time."""

from __future__ import annotations

from detente.reading.time.context import Found
from detente.reading.time.direction import points
from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import meaning
from detente.reading.time.meaning_dates import year_of
from detente.reading.time.numbers import ordinal

_BEFORE_LENGTH = frozenset(
    ["in", "for", "within", "after", "over", "about", "than", "of", "at", "during", "by", "nearly", "almost", "only", "just", "barely", "roughly", "around", "under", "through", "to", "and", "until", "into", "from", "lasted", "last", "lasts", "lasting", "took", "take", "takes", "spent", "spend", "spends", "another", "every", "as", "but", "is", "was", "not", "once", "since", "exactly"]
)
_LONG = frozenset(["for", "in", "within", "after", "over", "before", "took", "take", "lasted", "spent", "through", "of", "during", "until"])


def quarter(found: Found) -> Expression | None:
    """A quarter or half: "the third quarter", "Q3 2013", "the last half of the '80s"."""
    if found.has("x") and not found.has("u"):
        word = found.form("x").upper()
        made = found.expression(
            "quarter", unit="H" if "H" in word else "Q", nth=int(word.strip("QH")), year=year_of(found.words("y"))
        )
        return made if made.nth and made.nth <= (2 if made.unit == "H" else 4) else None
    unit = found.unit("u")
    if found.has("e") or found.has("x"):
        made = found.expression(
            "year", year=(("19" if len(found.form("x")) == 3 else "") + found.form("x").strip("s'’"))[:3]
        )
        made.mod = "END" if found.form("o").lower() in ("last", "second") else "START"
        return made
    nth = -1 if found.form("o").lower() == "last" else ordinal(found.words("o")) if found.has("o") else None
    if found.has("o") and (nth is None or nth > (2 if unit == "H" else 4)):
        return None
    year_digits = year_of(found.words("y"))
    if nth == -1 and year_digits is None and not found.has("r"):
        return None
    if (
        unit == "H"
        and year_digits is None
        and not found.has("r")
        and found.previous not in ("in", "for", "during", "of", "over")
    ):
        return None
    if nth is None and (unit == "H" or year_digits is None):
        return None
    made = found.expression("quarter", unit=unit, nth=nth, year=year_digits)
    if found.forms[0].lower() == "the" and found.forms[-2] == "-":
        made.start += 1  # "the third-quarter loss": the article belongs to the noun that follows
    made.relation = found.relation()
    made.relation_unit = "Y" if found.has("r") else None
    made.fiscal = "fiscal" in [word.lower() for word in found.forms]
    return made


def year_ago(found: Found) -> Expression | None:
    """The same span of the year before: "the year-ago quarter", "year-earlier"."""
    if found.unit("u") == "P" or found.forms[0 if found.forms[0].lower() != "the" else 1].lower() != "year":
        return None
    if found.has("n"):
        count, unit = found.count("n"), found.unit("u")
        return found.expression("duration", type="DURATION", count=count, unit=unit) if count and unit else None
    nth = ordinal(found.words("o")) if found.has("o") else None
    made = found.expression("yearago", unit=found.unit("u") or "Y", nth=nth)
    if made.unit == "Y" and found.forms[0].lower() == "the":
        made.start += 1  # "the year-ago results": the article belongs to the noun that follows
    return made


def year_end(found: Found) -> Expression | None:
    """ "Year-end", "month-end"."""
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
    unit = "P" if word == "period" else found.unit("u")
    if unit in ("TS", "TM", "TH", "CE", "ML") and not (unit == "CE" and found.relation() in ("this", "last", "next")):
        return None
    made = found.expression("relative", unit=unit)
    if found.has("k"):
        if found.next not in (".", ",", ";", "and", "", ")", '"', "'", "when", "but", ":") and found.doc[
            found.end - 1
        ].dep_ not in ("advmod", "npadvmod"):
            return None
        made.relation = "previous" if found.form("k").lower() in ("before", "earlier") else "following"
        return made
    found.relate(made)
    bare = made.relation == "the" and len(found.words("r")) == 1 and not found.has("p")
    if bare and unit == "Y" and found.next in ("ended", "ending"):
        return found.expression("duration", type="DURATION", unit="Y", count=1.0)
    if unit in ("H", "P") and made.relation not in ("latest", "last", "this", "that"):
        return None
    if made.relation == "the" and found.next in ("of", "that", "when", "in", "-") and not found.has("p"):
        return None
    if bare and not _definite(found, unit):
        return None
    if (
        made.relation == "last"
        and "past" in [word.lower() for word in found.words("r")]
        and unit in ("Y", "M", "W", "DE", "CE")
    ):
        if "this" not in [word.lower() for word in found.words("r")]:
            return found.expression(
                "duration", type="DURATION", count=10.0 if unit == "DE" else 1.0, unit="Y" if unit == "DE" else unit
            )
    return made


def _definite(found: Found, unit: str | None) -> bool:
    """Whether "the year" and the like mean a time: after a preposition, or before a participle ("the year ended …")."""
    if unit in ("Y", "Q"):
        return found.previous in ("in", "for", "during", "of", "by", "over", "this", "through", "late", "later", "earlier", "from", "with", "than", "on", "throughout") or found.next in (
            "ended", "ending", "earlier", "'s") or found.previous == ""  # fmt: skip
    if unit == "WE":
        return True
    if unit in ("W", "M"):
        return found.previous in ("in", "for", "during", "of", "over", "this", "through", "later", "earlier")
    return False


def week_of(found: Found) -> Expression | None:
    """ "The week of March 6"."""
    day, month = ordinal(found.words("d")), found.month("M")
    if found.unit("u") != "W" or day is None or not 1 <= day <= 31 or found.form("M").islower():
        return None
    return found.expression("weekof", month=month, day=day)


def day_from(found: Found) -> Expression | None:
    """ "Two weeks from Monday", "the day before last Tuesday"."""
    count = 1.0 if not found.has("n") or found.words("n")[0].lower() == "the" else found.count("n")
    unit = found.unit("u")
    if unit not in ("D", "W", "M", "Y") or count is None:
        return None
    sign = -1 if found.form("k").lower() == "before" else 1
    made = found.expression("dayfrom", unit=unit, count=count, sign=sign, weekday=found.weekday("w"))
    if found.has("x"):
        made.weekday, made.nth = None, meaning("today", found.form("x"))
    made.relation = found.relation()
    return made


def offset(found: Found) -> Expression | None:
    """So much ago, earlier, later or from now."""
    unit = found.unit("u") if found.has("u") else found.unit("n")
    if unit in ("Q", "H") and not found.has("u"):
        return None
    made = found.expression("offset", unit=unit)
    if found.has("u"):
        made.count = found.count("n") if found.has("n") else 0.5
    word = found.form("k").lower()
    made.sign = -1 if word in ("ago", "earlier") else 1
    made.deictic = word in ("ago", "hence", "from")
    if word in ("later", "earlier") and found.next in ("than", "this", "that", "last", "in"):
        return None
    return made


def duration(found: Found) -> Expression | None:
    """A length of time that is counted: "two weeks", "a day", "the 10-year …", "half an hour"."""
    unit = found.unit("u")
    if found.form("u").istitle() and not found.forms[0].isupper():
        return None
    if (
        unit is None
        or found.next == "old"
        or (found.next == "-" and found.end + 1 < found.high and found.doc[found.end + 1].lower_ in ("old", "olds"))
    ):
        return None
    if found.previous in ("aged", "$", "age") or found.next == "olds" or (found.next in ("a", "per") and found.rate):
        return None
    single = found.words("n")[-1].lower() in ("a", "an") if found.has("n") else False
    hyphen = "-" in found.forms
    if unit in ("Q", "H") and (
        single
        or (hyphen and found.form("u").lower().endswith("s"))
        or found.next == "of"
        or found.count("n") == 1
        or (unit == "Q" and not found.form("u").lower().endswith("s") and not hyphen)
    ):
        return None
    if unit == "TS" and found.form("u").lower() == "second" and not hyphen:
        return None
    if (
        single
        and not hyphen
        and unit in ("D", "W", "M", "Y", "TH", "TM")
        and "m" not in found.slots
        and not found.has("h")
    ):
        if found.has("s"):
            pass
        elif found.previous not in _BEFORE_LENGTH:
            return None
    if single and {"fiscal", "calendar", "school"} & {word.lower() for word in found.forms}:
        return None
    if unit == "D" and found.previous_modal and found.forms[0].lower() == "one":
        return found.expression("fixed", value="FUTURE_REF")
    made = found.expression("duration", type="DURATION", unit=unit)
    if found.has("h"):
        made.count = 0.5
    else:
        made.count = found.count("n")
        words = [word.lower() for word in found.words("n")]
        if made.count is None and not {"few", "several", "many", "some", "numerous", "countless"} & set(words):
            return None
        if words == ["some"] and not found.form("u").lower().endswith("s"):
            return None
    if found.has("n2"):
        second = found.count("n2")
        if second is not None and made.count is not None and second < made.count:
            return None
    if (
        made.count is not None
        and made.count >= 1000
        and unit in ("Y", "M", "D")
        and found.forms[0].isdigit()
        and not found.form("u").lower().endswith("s")
    ):
        return None
    return made


def span(found: Found) -> Expression | None:
    """A length that reaches from or to now: "the past two years", "the first nine months"."""
    if found.has("r") and not found.has("u"):
        unit = meaning("unit", found.form("r"))
        return found.expression("duration", type="DURATION", unit=unit, count=1.0, mod="APPROX")
    unit = found.unit("u")
    season = meaning("season", found.form("u"))
    if unit is None and season is None:
        return None
    if not found.has("r"):
        if found.count("n") is None:
            return None
        return found.expression("duration", type="DURATION", unit=unit, count=found.count("n"))
    made = found.expression("duration", type="DURATION", unit=unit, count=found.count("n"), relation=found.relation())
    if season:
        made.value, made.type = f"XXXX-{season}", "SET"
    if found.end - 1 > found.slots["u"][1]:
        made.mod = "APPROX"
    return made


def vague(found: Found) -> Expression | None:
    """A length that is not counted: "recent weeks", "for years", "the coming days", "decade-long"."""
    hyphen = "-" in found.forms
    unit = found.unit("u")
    made = found.expression(
        "duration", type="DURATION", unit=unit, relation=found.relation() if found.has("r") else None
    )
    if hyphen:
        made.count = None if found.form("u").lower().endswith("s") else 1.0
        return made
    if found.has("r"):
        return made
    if found.forms[0].lower() == "the":
        return (
            made
            if "ahead" in [word.lower() for word in found.forms]
            or (found.previous in ("over", "through", "down") and found.next != "of")
            else None
        )
    lasting = found.previous in _LONG and found.next not in ("of", "-") and unit not in ("Q", "TS")
    return made if lasting else None


def every(found: Found) -> Expression | None:
    """Each day, every other week, every July."""
    unit, word = found.unit("u"), found.form("u").lower()
    count = found.count("n") if found.has("n") else 1.0
    made = found.expression("set", type="SET", quant=found.form("q").upper(), count=count, unit=unit)
    if unit == "TS":
        return None
    made.weekday, made.month = found.weekday("u"), found.month("u")
    made.season = meaning("season", word)
    made.daypart = meaning("daypart", found.form("t") if found.has("t") else word)
    return made


def weekdays(found: Found) -> Expression:
    """Fridays, Tuesday nights."""
    return found.expression("set", type="SET", weekday=found.weekday("w"), daypart=found.daypart("t"))


def frequency(found: Found) -> Expression | None:
    """Daily, weekly, annually."""
    word = found.form("f")
    if (word[0].isupper() and found.previous) or found.next == "-" or found.previous == "-":
        return None
    return found.expression("set", type="SET", value=meaning("freq", word))


def now(found: Found) -> Expression | None:
    """The present: now, currently, these days."""
    word = found.forms[-1].lower()
    if found.has("u") and found.unit("u") != "D":
        return found.expression("duration", type="DURATION", unit=found.unit("u"))
    if word == "current":
        return None
    return found.expression("fixed", value="PRESENT_REF")


def was(found: Found) -> Expression | None:
    """The past: recently, in the past."""
    word = found.form("x").lower()
    if word in ("recent", "once", "earlier"):
        return None
    if word == "past" and found.next_noun:
        return None
    if word == "formerly":
        return None
    return found.expression("fixed", value="PAST_REF")


def will(found: Found) -> Expression | None:
    """The future: soon, in the near future."""
    word, token = found.form("x").lower(), found.token("x")
    if word == "future" and (
        token.tag_ == "JJ"
        or found.next == "of"
        or token.dep_ in ("amod", "compound")
        or found.forms[0].lower() != "the"
    ):
        return None
    if word in ("soon", "shortly") and (
        found.previous in ("as", "too", "so", "how") or found.next in ("as", "after", "before", "enough")
    ):
        return None
    if word in ("soon", "shortly") and points(token) < 0:
        return None
    return found.expression("fixed", value="FUTURE_REF")
