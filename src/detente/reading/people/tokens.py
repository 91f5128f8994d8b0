"""A report's tokens as columns: fetched from spaCy once, so that every later step is plain list look-up."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from detente.knowledge.loader import words
from detente.reading.extensions import report_text, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.model.mention import Mention

_COLUMNS: list[int | str] = ["TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB"]
_NATIONAL = words("en/offices/around", "national")
_BEGINS = 3
_OUTSIDE = 2


@dataclass(slots=True)
class Tokens:
    """One entry a token, but for ``sentences`` (token ranges of the report's own prose) and ``paragraphs`` (one each).

    ``sentence`` is -1 outside the prose; ``entity`` is the label, or empty; ``quoted`` says whether a token stands
    between quotation marks; ``party`` is the mention of a party that covers the token.
    """

    doc: Doc
    report: str
    text: list[str]
    lower: list[str]
    start: list[int]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entity: list[str]
    begins: list[bool]
    sentences: list[tuple[int, int]]
    paragraphs: list[int]
    sentence: list[int]
    quoted: list[bool]
    party: list[Mention | None]
    sides: tuple[str, str] | tuple[()] | None = None  #: kept by two_sides
    states: frozenset[str] = frozenset()  #: ids of the report's states
    party_ends: dict[int, int] = field(default_factory=dict)  #: first token of a party mention -> token after its last

    @classmethod
    def of(cls, doc: Doc) -> Tokens:
        """The columns of a Doc."""
        text = [token.text for token in doc]
        array = doc.to_array(_COLUMNS)
        strings = doc.vocab.strings
        named = {int(key): strings[int(key)] for key in np.unique(array[:, [0, 1, 3]])} if len(doc) else {}
        tag, dep, entity = ([named[key] for key in array[:, column].tolist()] for column in (0, 1, 3))
        offsets = array[:, 2].astype(np.int64)
        head = (offsets + np.arange(len(doc))).tolist()
        start = [token.idx for token in doc]
        tokens = cls(
            doc=doc,
            report=report_text(doc),
            text=text,
            lower=[word.lower() for word in text],
            start=start,
            tag=tag,
            dep=dep,
            head=head,
            entity=entity,
            begins=(array[:, 4] == _BEGINS).tolist(),
            sentences=[],
            paragraphs=[],
            sentence=[-1] * len(text),
            quoted=[False] * len(text),
            party=[None] * len(text),
        )
        tokens._lay_out()
        tokens._lay_parties()
        return tokens

    def end(self, token: int) -> int:
        """The character after a token's last."""
        return self.start[token] + len(self.text[token])

    def words(self, start: int, end: int) -> str:
        """The text of the tokens ``[start, end)``."""
        return self.report[self.start[start] : self.end(end - 1)]

    def at(self, char: int) -> int:
        """The token that holds a character."""
        return max(bisect_right(self.start, char) - 1, 0)

    def says(self, token: int, words: frozenset[str]) -> bool:
        """Whether a token, which may lie beyond either end, is one of some words."""
        return 0 <= token < len(self.lower) and self.lower[token] in words

    def _lay_out(self) -> None:
        """Sentences, paragraphs and quotations; a paragraph ends its quotation."""
        zones = self.doc._.detente_zones
        zone, paragraph, inside = 0, 0, False
        for sentence in sentences(self.doc):
            first, last = sentence.start, sentence.end
            while first < last and self.text[first].isspace():
                first += 1
            if first == last:
                paragraph += 1
                continue
            before = paragraph
            if zones is not None:
                while zone < len(zones) and zones[zone].end <= self.start[first]:
                    zone += 1
                paragraph = zone
            elif first > 0 and "\n\n" in self.text[first - 1]:
                paragraph += 1
            inside = inside and paragraph == before
            number = len(self.sentences)
            for i in range(first, last):
                self.sentence[i] = number
                mark = self.text[i]
                if mark in {'"', "“", "”", "``", "''"}:
                    inside = mark not in {"”", "''"} and (mark in {"“", "``"} or not inside)
                else:
                    self.quoted[i] = inside
                if "\n\n" in mark:
                    inside = False
            self.sentences.append((first, last))
            self.paragraphs.append(paragraph)

    def _lay_parties(self) -> None:
        self.states = frozenset(party.id for party in self.doc._.detente_parties if party.kind.endswith("state"))
        for mention in self.doc._.detente_party_mentions:
            first, last = self.at(mention.start), self.at(mention.end - 1)
            if first > 0 and self.text[first - 1] in _NATIONAL:
                continue  # a National Security Council is a state's own
            for i in range(first, last + 1):
                self.party[i] = mention
            self.party_ends[first] = last + 1
