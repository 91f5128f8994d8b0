"""Items of a list in a document: "The Parties shall: (a) open the crossing; (b) share data once …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED
from detente.model.items import Provision
from detente.model.words import Words
from detente.reading.agreements.provisions import condition_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|[-•*–—])(?:\s+|$)", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"\W*(?:(?:\d{1,2}|[a-z]|[ivx]{1,5})\W*)?", re.IGNORECASE)
_NEAR = 3  # words of an item within which its verb stands
_FEWEST = 3  # words of an item


class Lists:
    """The list that a document is in, as its sentences are read one by one."""

    def __init__(self) -> None:
        self._stem: str | None = None  #: what the words before the list make of its items
        self._style: str | None = None  #: how its items are numbered
        self._number: str | None = None  #: the sentence before, where it was a number alone

    def item(self, text: str, sentence: Span) -> Provision | None:
        """The item of a binding list that a sentence is; None for all else."""
        words = sentence.text.strip()
        if _ONLY_NUMBER.fullmatch(words):
            self._number = words
            return None
        own = _NUMBER.match(words)
        number, self._number = (own.group() if own else self._number), None
        if words.endswith(":"):
            self._stem, self._style = _stem(sentence), None
            return None
        if self._stem is None:
            return None
        style = _style(number) if number else None
        if style is None or style != (self._style or style):
            self._stem = None
            return None
        self._style = style
        return _read(text, sentence, sure=self._stem == "shall")


def _style(number: str) -> str | None:
    """Whether items are numbered by letters, figures, capitals or marks."""
    sign = number.strip(" \n\t().")
    if not sign:
        return None
    return "figure" if sign.isdigit() else "mark" if not sign.isalpha() else "capital" if sign.isupper() else "letter"


def unnumbered(text: str, provision: Provision, start: int) -> Provision:
    """The provision without the number that its sentence, which begins at ``start``, begins with."""
    words = provision.text
    found = _NUMBER.match(words.text) if words.start == start else None
    if found is None or found.end() == len(words.text):
        return provision
    return Provision(Words.at(text, words.start + found.end(), words.end), provision.condition)


def _stem(sentence: Span) -> str | None:
    """``shall`` where whatever follows is done, ``agree`` where only clauses are; None where it does not bind."""
    for token in reversed(sentence[:]):
        if token.lower_ in PROVIDED.obliged:
            return "shall"
        lemma = token.lemma_.lower()
        if lemma in PROVIDED.recalling:
            return None
        if lemma in PROVIDED.in_documents or token.lower_.removesuffix("d") in PROVIDED.in_documents:
            return "shall" if sentence.text.rstrip(" :\n").endswith(" to") else "agree"
    return None


def _read(text: str, sentence: Span, *, sure: bool) -> Provision | None:
    doc = sentence.doc
    found = _NUMBER.match(sentence.text)
    first, last = sentence.start_char + (found.end() if found else 0), sentence.end_char
    while last > first and (text[last - 1].isspace() or text[last - 1] in ";,."):
        last -= 1
    if text[first:last].endswith((" and", " or")):
        last = first + len(text[first:last].rsplit(None, 1)[0].rstrip(" ;,."))
    tokens = [token for token in sentence if first <= token.idx < last]
    if len(tokens) < _FEWEST:
        return None
    verb = next((token for token in tokens[:_NEAR] if token.tag_ == "VB"), None)
    bound = verb is not None or any(token.lower_ in PROVIDED.obliged for token in tokens)
    if not bound and not sure:
        return None
    verb = verb or next((token for token in tokens if token.dep_ == "ROOT"), None)
    condition = condition_of(verb) if verb is not None else None
    span = (condition.left_edge.i, condition.right_edge.i) if condition is not None else _by_words(tokens, verb)
    if span is None or span[0] <= tokens[0].i <= span[1]:
        if span is None or span[1] + 2 >= tokens[-1].i:
            return Provision(Words.at(text, first, last))
        start = doc[span[1] + 1 if doc[span[1] + 1].text != "," else span[1] + 2].idx
        return Provision(Words.at(text, start, last), _words(text, sentence, *span))
    if span[1] < tokens[-1].i - 1:  # in the middle
        return Provision(Words.at(text, first, last), _words(text, sentence, *span))
    end = len(text[first : doc[span[0]].idx].rstrip(" ,")) + first
    return Provision(Words.at(text, first, end), _words(text, sentence, span[0], tokens[-1].i))


def _by_words(tokens: list[Token], verb: Token | None) -> tuple[int, int] | None:
    """A condition that the parser hung elsewhere: from its first word to the end of the item."""
    after = verb.i if verb is not None else tokens[0].i
    for token in tokens:
        if token.i > after + 1 and token.lower_ in PROVIDED.starts_condition and token.pos_ != "NOUN":
            following = token.nbor(1) if token.i + 1 < len(token.doc) else token
            if following.ent_type_ in ("DATE", "TIME") or following.like_num:
                continue
            return token.i, tokens[-1].i
    return None


def _words(text: str, sentence: Span, first: int, last: int) -> Words:
    doc = sentence.doc
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return Words.at(text, doc[first].idx, doc[last].idx + len(doc[last]))
