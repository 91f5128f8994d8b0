"""One report as the finder of statements sees it: tokens by character, quotations by token, cue verbs at hand."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from detente.model.report import Zone
from detente.reading.attribution import lexicon
from detente.reading.attribution.quotations import Quotation, quotations
from detente.reading.attribution.words import SOURCE
from detente.reading.extensions import report_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from detente.reading.attribution.lexicon import CueEntry
    from detente.reading.attribution.relation import Attribution

_PROSE = frozenset({Zone.HEADLINE, Zone.BODY})
_VERB, _AUX, _NOUN, _ADJ = (get_string_id(pos) for pos in ("VERB", "AUX", "NOUN", "ADJ"))
_NO, _ACCORDING, _BACKTICK = (get_string_id(word) for word in ("no", "according", "`"))


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation by tokens: ``before`` is the first token of it, marks included, ``after`` the first behind it."""

    quotation: Quotation
    before: int
    first: int
    last: int  # exclusive
    after: int
    paragraph: int


class Passage:
    """A Doc with what the finder looks up again and again, gathered in one pass."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = report_text(doc)
        columns = doc.to_array(["IDX", "LEMMA", "POS", "IS_PUNCT", "IS_SPACE", "LOWER"])
        self.starts: list[int] = columns[:, 0].tolist() if len(doc) else []
        self.is_space: list[bool] = (columns[:, 4] != 0).tolist() if len(doc) else []
        #: punctuation or white space
        marks = (columns[:, 3] + columns[:, 4] != 0) | (columns[:, 5] == _BACKTICK)
        self.is_mark: list[bool] = marks.tolist() if len(doc) else []
        self.noes: list[int] = (columns[:, 5] == _NO).nonzero()[0].tolist() if len(doc) else []  #: "no" by token
        #: verbs and auxiliaries by token
        self._verbs: list[int] = np.isin(columns[:, 2], (_VERB, _AUX)).nonzero()[0].tolist() if len(doc) else []
        self.paragraphs = _paragraphs(doc, self.text)
        self.cues = self._cues(columns[:, 1].tolist(), columns[:, 2].tolist()) if len(doc) else {}
        self.quoted: list[Quoted] = []
        at = 0
        for quotation in quotations(self.text, self.paragraphs):
            while at + 1 < len(self.paragraphs) and self.paragraphs[at + 1][0] <= quotation.start:
                at += 1
            self.quoted.append(self._quoted(quotation, at))
        self._openings = [quoted.before for quoted in self.quoted]
        according = (columns[:, 5] == _ACCORDING).nonzero()[0].tolist() if len(doc) else []
        self._spoken = sorted([*self.cues, *according, *self._openings])

    def token_at(self, character: int) -> int:
        """The first token that begins at or after a character."""
        return bisect_left(self.starts, character)

    def paragraph_of(self, token: int) -> range:
        """The tokens of the paragraph that a token stands in."""
        start = self.starts[token]
        first, last = self.paragraphs[max(0, bisect_left(self.paragraphs, (start + 1, 0)) - 1)]
        return range(self.token_at(first), self.token_at(last)) if first <= start < last else range(token, token + 1)

    def speaks(self, paragraph: tuple[int, int]) -> bool:
        """Whether a cue of the lexicon stands in a paragraph, or a quotation opens in it or runs on into it."""
        first, last = self.token_at(paragraph[0]), self.token_at(paragraph[1])
        at = bisect_left(self._spoken, first)
        inside = at < len(self._spoken) and self._spoken[at] < last
        return inside or next(self.quoted_within(first, last), None) is not None

    def verbs(self, start: int, end: int) -> Iterator[Token]:
        """The verbs and auxiliaries that begin within the characters ``[start, end)``."""
        last = self.token_at(end)
        for at in range(bisect_left(self._verbs, self.token_at(start)), len(self._verbs)):
            if self._verbs[at] >= last:
                return
            yield self.doc[self._verbs[at]]

    def runs_on(self, one: int, other: int) -> bool:
        """Whether nothing but prose stands between two tokens: no by-line, no caption."""
        first, last = sorted((self.starts[one], self.starts[other]))
        at = max(0, bisect_left(self.paragraphs, (first + 1, 0)) - 1)
        while at + 1 < len(self.paragraphs) and self.paragraphs[at + 1][0] <= last:
            if self.text[self.paragraphs[at][1] : self.paragraphs[at + 1][0]].strip():
                return False
            at += 1
        return True

    def quoted_within(self, first: int, last: int) -> Iterator[Quoted]:
        """The quotations that share tokens with ``[first, last)``."""
        at = bisect_left(self._openings, first)
        if at and self.quoted[at - 1].after > first:
            yield self.quoted[at - 1]
        while at < len(self.quoted) and self.quoted[at].before < last:
            yield self.quoted[at]
            at += 1

    def quoted_pieces(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """What of some stretches of characters stands in quotation marks, in order."""
        for start, end in spans:
            for quoted in self.quoted_within(self.token_at(start), self.token_at(end)):
                for first, last in quoted.quotation.pieces:
                    if first < end and start < last:
                        yield max(first, start), min(last, end)

    def _quoted(self, quotation: Quotation, paragraph: int) -> Quoted:
        first, last = quotation.pieces[0][0], quotation.pieces[-1][1]
        return Quoted(
            quotation,
            self.token_at(quotation.start),
            self.token_at(first),
            self.token_at(last),
            self.token_at(quotation.end),
            paragraph,
        )

    def _cues(self, lemmas: list[int], kinds: list[int]) -> dict[int, CueEntry]:
        """Tokens in prose that are verbal or nominal cues by lemma and part of speech."""
        verbs, nouns, adjectives = _tables()
        hop = get_string_id("hop")
        found: dict[int, CueEntry] = {}
        for start, end in self.paragraphs:
            for i in range(self.token_at(start), self.token_at(end)):
                lemma, kind = lemmas[i], kinds[i]
                if kind == _VERB:
                    entry = verbs.get(lemma)
                    if entry is None and lemma == hop and self.doc[i].lower_ in SOURCE.misread:
                        entry = lexicon.verbs()["hope"]
                elif kind == _NOUN:
                    entry = nouns.get(lemma)
                elif kind == _ADJ:
                    entry = adjectives.get(lemma)
                else:
                    continue
                if entry is not None:
                    found[i] = entry
        return found

    def beginning(self, found: Attribution) -> int:
        """The character at which an attribution's content begins, or its cue where it has none."""
        return found.content[0][0] if found.content else self.starts[found.cue[0] if found.cue else 0]

    def spans(self, tokens: list[Token]) -> list[tuple[int, int]]:
        """Character spans of runs of tokens, trimmed of white space and of commas and stops at their edges."""
        runs: list[tuple[int, int]] = []
        start = end = None
        for token in tokens:
            if token.is_space:
                continue
            if end is not None and (token.i == end + 1 or self._only_marks(end + 1, token.i)):
                end = token.i
                continue
            if start is not None and end is not None:
                runs.append((start, end))
            start = end = token.i
        if start is not None and end is not None:
            runs.append((start, end))
        spans = (self.trimmed(first, last + 1) for first, last in runs)
        return [span for span in spans if span is not None]

    def _only_marks(self, first: int, last: int) -> bool:
        """Whether nothing but punctuation stands between, which the parse may hang elsewhere."""
        return first < last <= first + 3 and all(self.is_mark[first:last])

    def trimmed(self, first: int, last: int, marks: bool = True) -> tuple[int, int] | None:
        """The characters of tokens ``[first, last)`` without white space and, for ``marks``, punctuation at the edges.

        None if nothing is left.
        """
        doc = self.doc
        while first < last and (doc[first].is_space or (marks and doc[first].text in _EDGE)):
            first += 1
        while last > first and (doc[last - 1].is_space or (marks and doc[last - 1].text in _EDGE)):
            last -= 1
        if first == last:
            return None
        return self.starts[first], self.starts[last - 1] + len(self.doc[last - 1])


@cache
def _tables() -> tuple[dict[int, CueEntry], ...]:
    """The verbs, nouns and adjectives of the lexicon by the ids of their lemmas, the same in every vocabulary."""
    tables = (lexicon.verbs(), lexicon.nouns(), lexicon.adjectives())
    return tuple({get_string_id(lemma): entry for lemma, entry in table.items()} for table in tables)


_EDGE = frozenset({",", ".", ";", ":", "-", "--", "—", "–", '"', "'", "''", "``", "`", "!", "?"})


def _paragraphs(doc: Doc, text: str) -> list[tuple[int, int]]:
    """Stretches of the report's own prose, a paragraph each."""
    zones = doc._.detente_zones
    if zones is not None:
        return [(zone.start, zone.end) for zone in zones if zone.zone in _PROSE]
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line)
    return found
