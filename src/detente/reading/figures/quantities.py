"""A sentence -> its quantities: number, unit, bound, change, and the word that says what is counted.

Everything that a number measures is here, ages included; what is no figure of a report is left out by the component.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from detente.model.items import Bound, Change, Measure
from detente.reading.english.clauses import OF
from detente.reading.figures.exclusions import is_excluded
from detente.reading.figures.lexicon import Unit, lexicon
from detente.reading.figures.numerals import Numeral, numerals

_WORDS = re.compile(r"[\s-]{0,2}((?:[^\s\d,;:()\[\]]+)(?:\s[^\s\d,;:()\[\]]+){0,3})")
_PER = re.compile(r"(?:\s(?:a|an|per|each|every)\s|-a-|\sa-|/)((?:(?:square|cubic|sq|metric)\s)?[a-z]+)")
_TO = re.compile(r"\s?[-–—]\s?|\s+to\s+")
_COMPARED = re.compile(r"\b(?:compared|from|to|against|including|than|versus)(?:\s(?:with|to|about|around))?\s$")
_BETWEEN = re.compile(r"\bbetween\s+$")
_SAME = re.compile(r"\s?\(|\s?/\s?|, or ")
_WAITS = re.compile(r"-?,?\s(?:or|and|to)\s|-?,\s|[-–]|\sof\s(?:the\s)?")
_AGE = Unit("age", "year of age", "a")
_LARGE = 1_000.0
_OLDEST = 110.0
_WHOLE = 100.0  # percent
_ALIKE = 3.0  # how many times larger a number may be that counts the same
_NOUNS = frozenset({"NOUN", "PROPN"})
_COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "npadvmod", "det", "poss"})
_REACH = 6  # steps up the parse
_LOOK = 40  # characters before a number in which a bound may begin


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at the tokens ``span``, and ``noun``, what it counts, where it counts a noun."""

    text: str  #: that of the whole report
    number: Numeral
    span: Span
    start: int  #: of the characters, sign and unit included
    end: int
    measure: Measure
    unit: Unit | None  #: of the table
    noun: Token | None = None
    per: str | None = None  #: "day" of "325,000 barrels a day"
    bound: Bound | None = None
    change: Change | None = None

    @property
    def top(self) -> Token:
        """The word of the quantity by which it hangs in the sentence."""
        if self.noun is not None and self.noun.i >= self.span.start:
            return self.noun
        root: Token = self.span.root
        return root


def quantities(text: str, sentence: Span, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a sentence, in order.

    ``text`` is that of the sentence's Doc or of its report, which are equally long; ``taken`` the characters of dates.
    """
    found: list[Quantity] = []
    doc = sentence.doc
    pending: list[int] = []  # numbers that wait for the unit of the next: "20 or 30 percent"
    numbers = numerals(text, sentence.start_char, sentence.end_char)
    for at, number in enumerate(numbers):
        if any(start < number.end and number.start < end for start, end in taken):
            continue
        quantity = _measured(doc, text, number)
        if quantity is None:
            after = numbers[at + 1] if at + 1 < len(numbers) else None
            quantity = _counted(doc, text, number, found[-1] if found else None)
            if after is not None and _WAITS.fullmatch(text[number.end : after.start]):
                pending.append(len(found))
        else:
            for place in pending:
                if place < len(found) and found[place].unit is None and quantity.unit is not None:
                    found[place] = replace(found[place], measure=quantity.measure, unit=quantity.unit, noun=None)
            pending = []
        if quantity is not None and not is_excluded(doc, text, number, quantity.span, quantity.unit is not None):
            quantity = _qualified(text, quantity)
            if found and (whole := _range(text, found[-1], quantity)) is not None:
                found[-1] = whole
            else:
                found.append(_restated(text, found[-1], quantity) if found else quantity)
    return found


def _range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """One range of two quantities that each have their unit: "$3 billion to $5 billion", "between 5 and 10 km"."""
    gap = text[low.end : high.start]
    joins = _TO.fullmatch(gap) or (gap.strip() == "and" and _BETWEEN.search(text[: low.start]))
    ranged = low.number.upper is not None or high.number.upper is not None
    if not joins or ranged or low.unit is not high.unit or low.unit is None or low.number.value >= high.number.value:
        return None
    number = replace(low.number, end=high.number.end, upper=high.number.value)
    span = low.span.doc[low.span.start : high.span.end]
    return replace(low, number=number, span=span, end=high.end, per=high.per, change=low.change or high.change)


def _restated(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The second with the bound and change of the first where it says the same in another unit: "7 miles (11 km)"."""
    if _SAME.fullmatch(text[first.end : second.start]) is None or first.unit is None or second.unit is None:
        return second
    return replace(second, bound=second.bound or first.bound, change=second.change or first.change)


def _measured(doc: Doc, text: str, number: Numeral) -> Quantity | None:
    """A number with a currency before it or a unit behind it."""
    words = lexicon()
    if age := words.age.match(text, number.end):
        return _quantity(doc, text, number, number.start, age.end(), _AGE)
    if _is_age(doc, text, number):
        return _quantity(doc, text, number, number.start, number.end, _AGE)
    sign = words.sign.search(text[max(number.start - 12, 0) : number.start])
    if sign is not None:
        start = number.start - len(sign[0])
        end, per = _per(text, number.end)
        return _quantity(doc, text, number, start, end, words.signs[sign["sign"].replace("\u00a0", " ")], per)
    found = _unit_behind(text, number)
    if found is None:
        return None
    unit, end = found
    if unit.name == "metre" and (million := _million(doc, text, number, end)) is not None:
        return million
    if unit.kind == "volume" and _describes(doc, text, number, end):
        return None
    end, per = _per(text, end) if unit.kind != "duration" else (end, None)
    return _quantity(doc, text, number, number.start, end, unit, per)


def _describes(doc: Doc, text: str, number: Numeral, end: int) -> bool:
    """Whether the unit's word only describes what is counted: "16 barrel bombs"."""
    span = doc.char_span(number.end, end, alignment_mode="contract")
    if number.value == 1 or span is None or len(span) != 1 or text[number.end] == "-":
        return False
    word = span[0]
    return (
        word.tag_ == "NN" and word.lower_ in lexicon().plurals and word.head.tag_ == "NNS" and word.head.i == word.i + 1
    )


def _is_age(doc: Doc, text: str, number: Numeral) -> bool:
    """Whether it is somebody's age: "aged 40", "Okoye, 52, said"."""
    before, behind = text[max(number.start - 8, 0) : number.start], text[number.end : number.end + 1]
    words = before.split()
    if words and words[-1].lower() in lexicon().age_before:
        return True
    if not before.endswith(", ") or behind not in tuple(",.)") or number.value > _OLDEST:
        return False
    span = doc.char_span(number.start, number.end)
    return span is not None and span.start > 1 and doc[span.start - 2].ent_type_ == "PERSON"


def _million(doc: Doc, text: str, number: Numeral, end: int) -> Quantity | None:
    """A count of millions with its letter: "2m refugees"."""
    if text[end - 1] not in lexicon().inside.millions or end != number.end + 1 or end >= len(text):
        return None
    span = doc.char_span(number.start, end, alignment_mode="expand")
    if span is None or span.end >= len(doc) or doc[span.end].pos_ not in ("NOUN", "ADJ", "VERB", "PROPN"):
        return None
    noun = next(
        (
            t
            for t in doc[span.end : span.end + 5]
            if (t.pos_ in _NOUNS and t.head.pos_ not in _NOUNS) or t.tag_ == "NNS"
        ),
        None,
    )
    if noun is None or (noun.tag_ not in ("NNS", "NNPS") and noun.lower_ not in lexicon().inside.people):
        return None
    number = replace(number, end=end, value=number.value * 1e6, scaled=True)
    return Quantity(text, number, span, number.start, end, "count", None, noun)


def _unit_behind(text: str, number: Numeral) -> tuple[Unit, int] | None:
    """The longest unit of the table that stands behind a number, and where it ends."""
    match = _WORDS.match(text, number.end)
    if match is None:
        return None
    units, behind = lexicon().units, match[1]
    glued = match.start(1) == number.end
    ends = [found.start() for found in re.finditer(r"\s|$|-|[.!?=|'\"’”]+(?=\s|$)", behind)]
    for end in sorted(set(ends), reverse=True):
        form = behind[:end]
        unit = units.get(form) or (units.get(form.lower()) if len(form) > 1 else None)
        if unit is None or (unit.kind == "data" and unit.name == "generation wireless" and not glued):
            continue
        if unit.name == "pound-mass" and number.value >= _LARGE and number.scaled:
            unit = lexicon().signs["£"]
        if len(form) == 1 and form.isalpha() and not glued and form != "m":
            continue  # "Article 5 C", "group 7 F"
        return unit, match.start(1) + end
    return None


def _per(text: str, end: int) -> tuple[int, str | None]:
    """Where a rate ends that goes on behind the unit, and what it is per: "a day", "per share"."""
    match = _PER.match(text, end)
    if match is None or match[1] in lexicon().inside.no_rates:
        return end, None
    return match.end(), match[1]


def _quantity(
    doc: Doc, text: str, number: Numeral, start: int, end: int, unit: Unit, per: str | None = None
) -> Quantity | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    return Quantity(text, number, span, start, end, unit.kind, unit, per=per)


def _counted(doc: Doc, text: str, number: Numeral, before: Quantity | None) -> Quantity | None:
    """A number that counts a noun, or that counts again what the number before it counted."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    noun = _noun(span)
    if noun is not None:
        return Quantity(text, number, span, number.start, number.end, "count", None, noun)
    root = span.root
    if before is not None and root.dep_ in ("conj", "appos") and before.top in root.ancestors:
        return Quantity(text, number, span, number.start, number.end, before.measure, before.unit, before.noun)
    if before is not None and _is_elliptic(before, number, root, text):
        return Quantity(text, number, span, number.start, number.end, before.measure, before.unit, before.noun)
    return Quantity(text, number, span, number.start, number.end, "count", None)


def _is_elliptic(before: Quantity, number: Numeral, root: Token, text: str) -> bool:
    """Whether a bare number leaves out what the one before it has: "from 208 pounds to 193", "the lowest is 74.07"."""
    if before.measure == "percent" and number.value > _WHOLE:
        return False  # "gained 0.4 percent to 5,118"
    if root.dep_ == "pobj" and _COMPARED.search(text[before.end : number.start]):
        return True
    alike = before.number.value / _ALIKE < number.value < before.number.value * _ALIKE
    return root.dep_ in ("attr", "pobj") and before.unit is not None and alike and before.measure != "duration"


def _noun(span: Span) -> Token | None:
    """The noun that a number counts: "troops" of "38,000 U.S. troops", "hostages" of "two of the hostages"."""
    plural = _plural(span)
    if plural is not None:
        return plural
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    if behind is not None and behind.text != "-" and (behind.pos_ == "CCONJ" or behind.is_punct):
        return None  # "rose to 12, officials said", "has 19 and many others wait"
    token: Token = span.root
    for _ in range(_REACH):
        if token.pos_ in _NOUNS and token.i >= span.end:
            break
        if token.dep_ not in _COUNTING or token.head == token:
            return _partitive(span)
        token = token.head
    if token.pos_ not in _NOUNS or token.i < span.end or token.sent.start != span.root.sent.start:
        return None
    if token.tag_ == "NNP" and token.ent_type_ != "NORP":
        return None  # "787 Dreamliner", "49 Zorro Ranch Road"
    return token


def _plural(span: Span) -> Token | None:
    """The first plural behind the number, with nothing but what describes it between.

    So "six hundred civil and military delegates" is whole, whatever the parser makes of the list.
    """
    doc, words = span.doc, lexicon()
    for token in doc[span.end : span.end + _REACH]:
        before = doc[token.i - 1]
        if token.is_punct and token.text != "-" and (before.i < span.end or before.lower_ in words.people_nouns):
            return None  # "rose to 12, officials said", "1,700 injured, officials said"
        if token.pos_ == "CCONJ" and before.i < span.end:
            return None  # "has 19 and many others wait"
        if token.tag_ in ("NNS", "NNPS") or token.lower_ in words.inside.people:
            behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if behind is None or behind.tag_ not in ("NNS", "NNPS"):
                return token
        elif token.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ", "ADV") and token.tag_ not in (
            "VBN",
            "VBG",
            "HYPH",
            ",",
        ):
            return None
    return None


def _partitive(span: Span) -> Token | None:
    """The noun of "two of the hostages"."""
    doc, at = span.doc, span.end
    if at < len(doc) and doc[at].lower_ in OF:
        return next((c for c in doc[at].children if c.dep_ == "pobj" and c.pos_ in _NOUNS), None)
    return None


def _qualified(text: str, quantity: Quantity) -> Quantity:
    """The quantity with its bound and its change."""
    before = text[max(quantity.start - _LOOK, 0) : quantity.start].lower()
    bound = lexicon().bound.search(before)
    after = lexicon().bound_after.match(text, quantity.end)
    found: Bound | None = None
    if bound is not None:
        found = lexicon().bounds[re.sub(r"\s+", " ", bound["bound"])]
        before = before[: bound.start()]
    elif after is not None:
        found = lexicon().bounds_after[re.sub(r"\s+", " ", after["bound"])]
    quantity = replace(quantity, bound=found)
    return replace(quantity, change=_change(before, quantity))


def _change(before: str, quantity: Quantity) -> Change | None:
    """Which way: "rose 3 percent", "down 5 points", "an increase of 4", "a 9 percent fall"; not "rose to 3 percent"."""
    words = lexicon()
    if (match := re.search(r"(?:\b(up|down)(?:\s+by)?\s*|(?<![\w)])([+-]))$", before)) and not _is_particle(quantity):
        return "increase" if (match[1] or match[2]) in ("up", "+") else "decrease"
    top = quantity.top
    head = top.head
    first = quantity.span.start
    if first and top.doc[first - 1].lower_ in words.to:
        return None  # "rose to 3 percent"
    if top.dep_ in ("npadvmod", "dobj", "advmod", "attr", "nummod", "nmod", "compound", "amod", "quantmod", "acomp"):
        if quantity.noun is not None and head.pos_ == "VERB":
            return None  # "cut 40 jobs" is no change of a value
        return _changed(head)
    if top.dep_ == "pobj" and (head.lower_ in words.counted.by or quantity.bound is not None):
        return _changed(head.head)
    return None


def _changed(word: Token) -> Change | None:
    table = lexicon().change_nouns if word.pos_ in _NOUNS else lexicon().changes
    return table.get(word.lemma_.lower()) if word.pos_ in ("NOUN", "VERB", "AUX") else None


def _is_particle(quantity: Quantity) -> bool:
    """Whether "up" or "down" before it belongs to a verb: "gave up 40 seats"."""
    first = quantity.span.start
    return first > 0 and quantity.span.doc[first - 1].dep_ == "prt"
