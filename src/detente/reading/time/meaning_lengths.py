"""What the forms of lengths, repetitions and of past, present and future mean; None is no time."""

from __future__ import annotations

from detente.reading.time.context import Found
from detente.reading.time.direction import points
from detente.reading.time.durations import duration_value
from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import listed, meaning

_LARGER = {"Y": ("M", "W", "D"), "M": ("W", "D"), "W": ("D",)}  #: unit -> the units that may be added to it


def offset(found: Found) -> Expression | None:
    """So much ago, earlier, later or from now."""
    unit = found.unit("u") if found.has("u") else found.unit("n")
    if unit in ("Q", "H") and not found.has("u"):
        return None
    made = found.expression("offset", unit=unit)
    if found.has("u"):
        made.count = found.count("n") if found.has("n") else 0.5
        if found.has("e"):
            made.count = (made.count or 0) + 0.5
    word = found.form("k").lower()
    if word in listed("told_of") and (found.next not in listed("ends_clause") or found.previous in ("for", "in")):
        return None
    _count_from(found, made)
    if word in listed("later") and found.next in listed("than_this"):
        return None
    return made


def compound(found: Found) -> Expression | None:
    """So much and so much ago or from now: "two years and three months ago"."""
    first, second = found.unit("u"), found.unit("U")
    if first not in _LARGER or second not in _LARGER[first]:
        return None
    made = found.expression("compound", unit=second, count=found.count("n2"), relation_unit=first)
    count = found.count("n")
    if count is None or made.count is None:
        return None
    made.nth = round(count)
    _count_from(found, made)
    return made


def _count_from(found: Found, made: Expression) -> None:
    """Set which way a length is counted, and whether from the report's day."""
    word = found.form("k").lower()
    made.sign = -1 if word in listed("back") else 1
    made.deictic = word in listed("from_today")


def duration(found: Found) -> Expression | None:
    """A length of time that is counted: "two weeks", "a day", "the 10-year …", "half an hour"."""
    unit = found.unit("u")
    if found.form("u").istitle() and not found.forms[0].isupper():
        return None
    if (
        unit is None
        or found.next == "old"
        or (found.next == "-" and found.end + 1 < found.high and found.doc[found.end + 1].lower_ in listed("old"))
    ):
        return None
    if found.previous in ("aged", "$", "age") or found.next == "olds" or (found.next in ("a", "per") and found.rate):
        return None
    single = found.words("n")[-1].lower() in listed("indefinite") if found.has("n") else False
    hyphen = "-" in found.forms
    if unit in ("Q", "H") and (
        single
        or found.sporting
        or (hyphen and found.form("u").lower().endswith("s"))
        or found.next == "of"
        or found.count("n") == 1
        or (unit == "Q" and not found.form("u").lower().endswith("s") and not hyphen)
    ):
        return None
    if unit == "TS" and found.form("u").lower() in listed("seconds") and not hyphen:
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
        elif found.previous not in listed("before_length"):
            return None
        elif found.previous in ("is", "was") and found.next == "of":
            return None  # "it was a day of mourning"
    if single and listed("kinds_of_year") & {word.lower() for word in found.forms}:
        return None
    if unit == "D" and found.previous_modal and found.forms[0].lower() in listed("one"):
        return found.expression("fixed", value="FUTURE_REF")
    made = found.expression("duration", type="DURATION", unit=unit)
    if found.has("h"):
        made.count = 0.5
    else:
        made.count = found.count("n")
        if found.has("e"):
            made.count = (made.count or 0) + 0.5
        words = [word.lower() for word in found.words("n")]
        if made.count is None and not listed("vague_numbers") & set(words):
            return None
        if words == ["many"] and found.previous == "as":
            return None  # "the third time in as many weeks"
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
        made.value, made.type, made.quant = f"XXXX-{season}", "SET", "EACH"
    if found.end - 1 > found.slots["u"][1]:
        made.mod = "APPROX"
    return made


def tied(found: Found) -> Expression | None:
    """A day or week beside an event, or a length to or from one: "the day after the vote", "weeks before he left"."""
    unit, many = found.unit("u"), found.form("u").lower().endswith("s")
    if unit in ("TS", "WE") or not found.next[:1].isalpha() or found.next in listed("no_event"):
        return None
    if (many and found.form("n").lower() in listed("indefinite")) or found.next == found.form("u").lower():
        return None  # "day after day" is no day
    definite = found.form("n").lower() in listed("the")
    if (definite and found.previous == "to") or not (many or found.has("n")):
        return None  # "a year to the day after"
    if definite and not many:
        made = found.expression("tied", unit=unit)
    else:
        made = found.expression("duration", type="DURATION", unit=unit, count=None if many else 1.0)
        made.start += definite  # "in the weeks before the vote": the article belongs to the whole
    made.end -= 1
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
    if found.forms[0].lower() in listed("the"):
        return (
            made
            if found.next == "since"
            or not listed("ahead").isdisjoint(word.lower() for word in found.forms)
            or (found.previous in listed("through") and found.next != "of")
            else None
        )
    filled = found.next == "of" and found.previous in listed("before_lengths_of")
    lasting = filled or (found.previous in listed("before_lengths") and found.next not in ("of", "-"))
    if unit in ("Q", "TS"):
        return None
    return made if lasting else None


def every(found: Found) -> Expression | None:
    """Each day, every other week, every July."""
    unit, word = found.unit("u"), found.form("u").lower()
    count = 2.0 if found.form("n").lower() in listed("other") else found.count("n") if found.has("n") else 1.0
    made = found.expression("set", type="SET", quant=found.form("q").upper(), count=count, unit=unit)
    if unit == "TS":
        return None
    made.weekday, made.month = found.weekday("u"), found.month("u")
    made.season = meaning("season", word)
    made.daypart = meaning("daypart", found.form("t") if found.has("t") else word)
    return made


def rate(found: Found) -> Expression | None:
    """Twice a week, three times every year, two days each month."""
    times = found.count("n2" if found.has("n2") else "n3") if not found.has("n") else None
    if found.has("n3") and not found.has("q") and found.unit("U") != "D":
        return None  # "24 hours a day" is no more than always
    if found.has("n"):
        freq = "2X" if found.form("n").lower() in listed("twice") else "1X"
    elif times is None or times != int(times):
        return None
    else:
        freq = duration_value(times, found.unit("U")) if found.has("n3") else f"{int(times)}X"
    quant = found.form("q").upper() or None
    return found.expression("set", type="SET", unit=found.unit("u"), count=1.0, freq=freq, quant=quant)


def weekdays(found: Found) -> Expression:
    """Fridays, Tuesday nights."""
    return found.expression("set", type="SET", quant="EVERY", weekday=found.weekday("w"), daypart=found.daypart("t"))


def frequency(found: Found) -> Expression | None:
    """Daily, weekly, annually."""
    word = found.form("f")
    if (word[0].isupper() and found.previous) or found.next == "-" or found.previous == "-":
        return None
    return found.expression("set", type="SET", quant="EVERY", value=meaning("freq", word))


def now(found: Found) -> Expression | None:
    """The present: now, currently, these days."""
    word = found.forms[-1].lower()
    if found.has("u") and found.unit("u") != "D":
        return found.expression("duration", type="DURATION", unit=found.unit("u"))
    if word in listed("current"):
        return None
    return found.expression("fixed", value="PRESENT_REF")


def was(found: Found) -> Expression | None:
    """The past: recently, in the past."""
    word = found.form("x").lower()
    if word in listed("no_past"):
        return None
    if word in listed("past") and found.next_noun:
        return None
    if word in listed("formerly"):
        return None
    return found.expression("fixed", value="PAST_REF")


def will(found: Found) -> Expression | None:
    """The future: soon, in the near future."""
    word, token = found.form("x").lower(), found.token("x")
    if word in listed("future") and (
        token.tag_ == "JJ"
        or found.next == "of"
        or token.dep_ in ("amod", "compound")
        or found.forms[0].lower() not in listed("the")
    ):
        return None
    if word in listed("soon") and (found.previous in listed("as_soon") or found.next in listed("soon_as")):
        return None
    if word in listed("soon") and points(token) < 0:
        return None
    return found.expression("fixed", value="FUTURE_REF")
