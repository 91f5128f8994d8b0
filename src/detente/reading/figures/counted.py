"""What a quantity counts or measures, in the report's words: "people killed", "trade between A and B"."""

from __future__ import annotations

from spacy.tokens import Token

from detente.reading.english.clauses import OF
from detente.reading.figures.lexicon import lexicon
from detente.reading.figures.quantities import Quantity

_LONGEST = 12  # tokens of the words
_AFTER = 8  # tokens behind their head
_NEAR = 4
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr", "oprd", "npadvmod", "advmod", "acomp", "dative")
_BEFORE = ("compound", "nmod", "amod", "nummod", "quantmod", "poss")
_VERBS = ("VERB", "AUX")
_EDGES = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP", "SPACE"})
_OPENING = frozenset({"PUNCT", "CCONJ", "SCONJ", "SPACE", "DET"})


def counted(quantity: Quantity) -> list[tuple[int, int]]:
    """The tokens ``[start, end)`` of the words, in one or two pieces; none where nothing says it."""
    if quantity.noun is not None:
        return _of_noun(quantity, quantity.noun)
    top = quantity.top
    if quantity.unit is None:
        return _of_people(quantity)
    if (before := _right_before(quantity)) is not None:
        return [_phrase(before, quantity)]
    inner = _inside(quantity)
    if inner is not None:
        return [_phrase(inner, quantity)]
    if top.dep_ in _BEFORE and top.head.i > top.i and top.head.pos_ in ("NOUN", "PROPN"):
        return [_phrase(top.head, quantity)]
    if top.dep_ == "pobj":
        return _over(top.head, quantity)
    if top.dep_ in ("appos", "conj", "parataxis") and top.head != top:
        return _over(top, quantity)
    return _of_clause(top, quantity)


def _of_noun(quantity: Quantity, noun: Token) -> list[tuple[int, int]]:
    """The counted noun with what describes it, and the verb beside it: "people … killed", "expelled … diplomats"."""
    if noun.tag_ == "NN" and noun.dep_ in _BEFORE and noun.head.i > noun.i:
        return [_phrase(noun.head, quantity)]  # "a seven-member panel"
    start, end = _phrase(noun, quantity)
    start = max(start, quantity.span.end) if noun.i >= quantity.span.end else start
    verb = noun.head
    if verb.pos_ == "VERB" and noun.dep_ in _SUBJECTS and end <= verb.i <= end + _NEAR:
        return [(start, verb.i + 1)]
    if (
        verb.pos_ == "VERB"
        and noun.dep_ == "dobj"
        and start - _NEAR <= verb.i < start
        and verb.lemma_ not in lexicon().counted.light
    ):
        return [(verb.i, verb.i + 1), (start, end)]
    return [(start, end)]


def _of_people(quantity: Quantity) -> list[tuple[int, int]]:
    """A bare number of people: what happened to them, "died in the conflict"; of votes, what was voted on."""
    top = quantity.top
    verb = top if top.pos_ == "VERB" else top.head
    if verb.pos_ != "VERB":
        return _of_clause(top, quantity)
    end = min(verb.right_edge.i + 1, max(verb.i, top.i) + _NEAR)
    doc = verb.doc
    stop = next((token.i for token in doc[verb.i + 1 : end] if token.pos_ in ("PUNCT", "CCONJ", "SCONJ")), end)
    return [(verb.i, max(stop, verb.i + 1))]


def _right_before(quantity: Quantity) -> Token | None:
    """The noun phrase that ends right before a change: "shares in the bank down 21 percent"."""
    if quantity.measure not in ("percent", "money") or quantity.span.start < 2:
        return None
    doc, at = quantity.span.doc, quantity.span.start - 1
    if doc[at].lower_ in lexicon().counted.ways:
        at -= 1
    elif quantity.change is None:
        return None
    token = doc[at]
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    for _ in range(4):  # up to the head of the phrase: "shares" of "shares in the bank"
        up = token.head
        if up.i > token.i or up.pos_ not in ("NOUN", "PROPN", "ADP") or quantity.span.start - up.i > _LONGEST:
            break
        token = up
    return token if token.pos_ in ("NOUN", "PROPN") else None


def _inside(quantity: Quantity) -> Token | None:
    """The noun that hangs on the quantity by "of", "in" or "for": "60 percent of its trade", "$2 million in aid"."""
    for token in quantity.span:
        for child in token.rights:
            if child.i < quantity.span.end or child.dep_ != "prep":
                continue
            if child.lower_ in OF or (quantity.measure == "money" and child.lower_ in lexicon().counted.money):
                return next((inner for inner in child.children if inner.dep_ in ("pobj", "pcomp")), None)
    return None


def _over(token: Token, quantity: Quantity) -> list[tuple[int, int]]:
    """What the quantity hangs on through a preposition or an apposition."""
    head = token.head
    if head.pos_ in ("NOUN", "PROPN", "PRON") and head.i not in range(quantity.span.start, quantity.span.end):
        return [_phrase(head, quantity)]
    return _of_clause(head, quantity)


def _of_clause(token: Token, quantity: Quantity) -> list[tuple[int, int]]:
    """The subject of the clause, with its verb: "exports … rose"."""
    verb = next((each for each in (token, *token.ancestors) if each.pos_ in _VERBS), None)
    for _ in range(3):
        if verb is None:
            break
        subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        if subject is not None and not _within(subject, quantity):
            if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                subject = verb.head
            start, end = _phrase(subject, quantity)
            if verb.pos_ == "VERB" and end <= verb.i <= end + 1:
                return [(start, verb.i + 1)]
            told = (
                verb.pos_ == "VERB"
                and quantity.measure == "duration"
                and verb.i >= end
                and verb.lemma_ not in lexicon().counted.light
            )
            return [(start, end), (verb.i, verb.i + 1)] if told else [(start, end)]
        verb = verb.head if verb.head != verb and verb.dep_ in ("conj", "xcomp", "advcl", "acl", "ccomp") else None
        if verb is not None and verb.pos_ in ("NOUN", "PROPN"):
            return [_phrase(verb, quantity)]
    return []


def _tells(verb: Token) -> bool:
    """Whether a verb tells something of what is counted: "expelled", not "has"."""
    return verb.pos_ == "VERB" and verb.lemma_ not in lexicon().counted.light


def _within(token: Token, quantity: Quantity) -> bool:
    return quantity.span.start <= token.i < quantity.span.end or token == quantity.noun


def _phrase(head: Token, quantity: Quantity) -> tuple[int, int]:
    """A noun phrase around its head, cut where it grows too long, and before or behind the quantity."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    for child in head.rights:
        if (child.dep_ in ("relcl", "cc", "conj", "punct", "advcl", "appos") and child.i - start > 0) or (
            child.dep_ == "prep" and child.lower_ not in lexicon().counted.close and child.i > head.i
        ):
            end = min(end, child.left_edge.i)
    first, last = quantity.span.start, quantity.span.end
    if start < last <= head.i:
        start = last
    if head.i < first < end:
        end = first
    start, end = max(start, head.i - _LONGEST), min(end, head.i + _AFTER)
    doc = head.doc
    while start < head.i and doc[start].pos_ == "NUM":
        start += 1
    while start < head.i and doc[start].pos_ in _OPENING:
        start += 1
    while end - 1 > head.i and doc[end - 1].pos_ in _EDGES:
        end -= 1
    return start, max(end, head.i + 1)
