"""The spaCy component ``detente_figures``: how much and how many, as ``Figure`` items."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from detente.model.items import Figure, Measure
from detente.model.words import Words
from detente.reading.extensions import anchors, register, report_text, require, sentences, words
from detente.reading.figures.again import each_once
from detente.reading.figures.circumstances import period, place
from detente.reading.figures.counted import counted
from detente.reading.figures.lexicon import lexicon
from detente.reading.figures.quantities import Quantity, quantities
from detente.reading.identity import Anchors
from detente.reading.within import Within

register()
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "nummod", "ROOT", "npadvmod")
_HYPHENED = re.compile(r"-([A-Za-z]+)\b")
_BRACKET = re.compile(r"[\w-]{0,8}\s?\(")
_CENTURIES = 12
_NEAR = 6  # tokens between a verb and what is counted


@Language.factory("detente_figures", assigns=["doc._.detente_figures"], requires=["token.dep", "token.lemma"])
def _figures(nlp: Language, name: str) -> Figures:  # noqa: ARG001 - the factory's signature is spaCy's
    return Figures()


class Figures:
    """Finds figures. Reads times, statements and events; sets ``doc._.detente_figures``."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its figures. Raises MissingComponent without times, parties, people, statements and events."""
        require(doc, "figures")
        identity, around = anchors(doc), Within(doc)
        found: list[Figure] = []
        for sentence in sentences(doc):
            found += _of_sentence(doc, sentence, identity, around)
        doc._.detente_figures = tuple(each_once(found))
        return doc


def _of_sentence(doc: Doc, sentence: Span, identity: Anchors, around: Within) -> list[Figure]:
    times = around.times(sentence)
    dates = [(time.evidence.start, time.evidence.end) for time in times if time.type != "DURATION"]
    found: list[Figure] = []
    for quantity in quantities(around.text, sentence, dates):
        measured = _measured(quantity)
        if measured is None or around.speaks(sentence, quantity.start) or _is_restated(quantity, found):
            continue
        measure, unit = measured
        date, inferred = period(quantity, around, sentence)
        evidence = _evidence(doc, quantity)
        found.append(
            Figure(
                id=identity.at("figure", quantity.number.start),
                value=quantity.number.value,
                upper=quantity.number.upper,
                bound=quantity.bound,
                measure=measure,
                unit=unit,
                symbol=quantity.unit.symbol if quantity.unit is not None and measure != "money" else None,
                of=_of(doc, quantity),
                change=quantity.change,
                period=date,
                place=place(quantity),
                said_by=around.said_by(sentence, quantity.number.start),
                mentions=(evidence,),
                evidence=evidence,
                inferred=inferred,
            )
        )
    return found


def _measured(quantity: Quantity) -> tuple[Measure, str | None] | None:
    """What kind of figure it is, and its unit; none for what is no figure: an age, "one", "the two sides"."""
    if quantity.measure == "age":
        return None
    if quantity.measure == "percent" and quantity.unit is not None and quantity.unit.symbol == "%":
        return "percent", "percent"
    if quantity.measure == "money" and quantity.unit is not None:
        return "money", quantity.unit.symbol or _written(quantity)
    if quantity.unit is not None:
        return None if _only_says_when(quantity) else (quantity.measure, _written(quantity))
    if (hyphened := _HYPHENED.match(quantity.text, quantity.number.end)) is not None:
        members = lexicon().members.get(hyphened[1].lower())
        return ("count", members) if members is not None else None  # "a seven-member panel", "six-party talks"
    if quantity.noun is None:
        if _are_votes(quantity):
            return "count", "votes"
        return ("count", "people") if _are_people(quantity) else None
    return ("count", _unit(quantity.noun)) if _counts(quantity, quantity.noun) else None


def _unit(noun: Token) -> str:
    """The noun that is counted, a text in capitals in small letters; men, women and children are people."""
    folk = lexicon().inside.folk
    if noun.lower_ in folk and any(each.lower_ in folk for each in noun.conjuncts):
        return "people"
    return noun.lower_ if noun.is_upper else noun.text


def _is_restated(quantity: Quantity, before: list[Figure]) -> bool:
    """Whether it says in brackets, in another unit, what the one before it says: "145 km (90 miles)"."""
    if not before or quantity.unit is None or before[-1].measure != quantity.measure:
        return False
    between = quantity.text[before[-1].evidence.end : quantity.start]
    return _BRACKET.fullmatch(between) is not None


def _written(quantity: Quantity) -> str:
    """The unit as it is written, in the plural: "kilometers", "km", "years" of "two-year"; else its name."""
    behind = " ".join(quantity.text[quantity.number.end : quantity.end].strip(" -").split())
    if not behind and quantity.unit is not None:
        return lexicon().plurals.get(quantity.unit.name, quantity.unit.name)
    return behind if quantity.number.value == 1 else lexicon().plurals.get(behind, behind)


def _only_says_when(quantity: Quantity) -> bool:
    """Whether a length of time locates something: "two weeks after", "the past ten years", "in three days"."""
    if quantity.number.value == 1 and quantity.number.spelled:
        return True
    if quantity.unit is not None and quantity.unit.name == "century" and quantity.number.value > _CENTURIES:
        return True  # "the 21 century"
    if quantity.measure != "duration":
        return False
    doc, first, last = quantity.span.doc, quantity.span.start, quantity.span.end
    before = [token.lower_ for token in doc[max(first - 2, 0) : first]]
    behind = doc[last].lower_ if last < len(doc) else ""
    if behind == "of" and before[-1:] == ["after"]:
        return False  # "after five years of deliberations"
    return bool(before and before[-1] in lexicon().located_before) or behind in lexicon().located_behind


def _counts(quantity: Quantity, noun: Token) -> bool:
    """Whether a number with a noun counts something that a record keeps."""
    words_ = lexicon()
    if quantity.number.value == 1 or noun.lemma_.lower() in words_.pointed:
        return False
    if noun.tag_ not in ("NNS", "NNPS") and noun.lower_ not in words_.collective:
        return False  # "the two-state solution", "a 123 agreement"
    before = quantity.span.start - 1
    return not (
        before >= 0
        and (quantity.span.doc[before].lower_ in words_.again or quantity.span.doc[before].tag_ == "POS")
        and quantity.number.spelled
        and not quantity.number.scaled
    )


def _are_people(quantity: Quantity) -> bool:
    """Whether a bare number counts people: "145 were killed", "killing 12", "the dead numbered 40"."""
    top = quantity.top
    if quantity.number.value == 1:
        return False
    verbs, nouns = lexicon().people_verbs, lexicon().people_nouns
    behind = top.doc[quantity.span.end : quantity.span.end + 1]  # "left 13 dead"
    around = (
        top.head,
        top.head.head,
        *top.children,
        *behind,
        *(c for c in top.head.head.children if c.dep_ == "nsubj"),
    )
    return top.dep_ in _ARGUMENTS and any(
        token.lemma_.lower() in verbs or token.lower_ in nouns or token.lemma_.lower() in nouns for token in around
    )


def _are_votes(quantity: Quantity) -> bool:
    """Whether it is one side of a vote: "passed 418-2"."""
    text, number = quantity.text, quantity.number
    before, behind = text[max(number.start - 12, 0) : number.start], text[number.end : number.end + 12]
    if re.match(r"\s?(?:[-–]|\sto\s)\s?\d", behind) is None and re.search(r"\d\s?(?:[-–]|\sto\s)\s?$", before) is None:
        return False
    votes = lexicon().votes
    return any(token.lemma_.lower() in votes for token in quantity.span.sent)


def _of(doc: Doc, quantity: Quantity) -> Words | None:
    pieces = counted(quantity)
    spans = [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in pieces if b > a]
    return Words.pieces(report_text(doc), spans) if spans else None


def _evidence(doc: Doc, quantity: Quantity) -> Words:
    """The quantity's words, with the noun that it counts and the verb that says what happened to it."""
    noun = quantity.noun
    if noun is None:
        return words(doc, quantity.start, quantity.end)
    start, end = min(quantity.start, noun.idx), max(quantity.end, noun.idx + len(noun))
    verb = noun.head
    if verb.pos_ == "VERB" and noun.dep_ in ("dobj", "nsubjpass", "nsubj") and abs(verb.i - noun.i) <= _NEAR:
        start, end = min(start, verb.idx), max(end, verb.idx + len(verb))
    return words(doc, start, end)
