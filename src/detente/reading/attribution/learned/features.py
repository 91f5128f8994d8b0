"""What the network sees of a Doc: a row of small integers a token, and where each token's neighbours stand.

Training and reading share this file, so both see the same. White space is left out; only prose
paragraphs are read. Quotation marks are all one, and proper names outside the vocabulary are seen by tag, entity and
place in the parse alone, so that whoever speaks may bear any name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import StringStore

from detente.reading.attribution.learned.cues import KINDS, cue_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from detente.reading.attribution.quotations import Quotation

    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

#: Token attributes with a vocabulary of their own, by the names spaCy has for them.
LEXICAL = ("LOWER", "LEMMA", "SUFFIX", "SHAPE", "TAG", "POS", "DEP", "ENT_TYPE")
#: What is counted from the token's place, with the number of values of each.
PLACED = {  # codes: names of features
    "quoted": 6,
    "length": 6,
    "sentence": 3,
    "paragraph": 6,
    "depth": 9,
    "children": 8,
    "cue": KINDS,
}
#: Neighbours, in the order of the columns of ``Features.neighbours``; a missing one is the row behind the last.
NEIGHBOURS = (  # codes: places of neighbours
    "before2",
    "before",
    "after",
    "after2",
    "head",
    "verb",
    "left",
    "right",
    "first",
    "last",
    "grandhead",
)

#: Rows that are read together; statements reach no further.
BLOCK = 4096

_COLUMNS = (*LEXICAL, "ORTH", "HEAD", "SENT_START", "IDX", "LENGTH", "IS_SPACE")
_LENGTHS = np.array([1, 4, 9, 21, 51])
_PARAGRAPHS = np.array([1, 2, 4, 10, 25])


@dataclass(frozen=True, slots=True)
class Features:
    """The prose tokens of a Doc, n of them.

    ``tokens`` [n] are their places in the Doc; ``lexical`` [n, 8] values of ``LEXICAL`` as ids of a vocabulary, 0 for
    unknown; ``placed`` [n, 7] values of ``PLACED``; ``neighbours`` [n, 11] rows of ``NEIGHBOURS``, n for none;
    ``vectors`` [n] rows of the pipeline's word vectors, -1 for none; ``paragraph`` and ``sentence`` [n] count up.
    """

    tokens: Ints
    lexical: Ints
    placed: Ints
    neighbours: Ints
    vectors: Ints
    paragraph: Ints
    sentence: Ints

    def rows(self, first: int, last: int) -> Features:
        """The rows ``[first, last)`` alone; they must be whole paragraphs, because neighbours are never beyond one."""
        n, here = len(self.tokens), slice(first, last)
        neighbours = np.where(self.neighbours[here] == n, last - first, self.neighbours[here] - first)
        return Features(
            self.tokens[here],
            self.lexical[here],
            self.placed[here],
            neighbours,
            self.vectors[here],
            self.paragraph[here],
            self.sentence[here],
        )


def blocks(found: Features) -> list[tuple[int, int]]:
    """Rows cut into stretches of whole paragraphs of about ``BLOCK`` rows, so that time and memory stay in line."""
    n = len(found.tokens)
    ends = np.append(np.flatnonzero(np.diff(found.paragraph)) + 1, n).tolist()
    cut, start = [], 0
    for at, end in enumerate(ends):
        if at + 1 == len(ends) or ends[at + 1] - start > BLOCK:
            cut.append((start, end))
            start = end
    return cut


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sorted values of each lexical attribute (hashes of strings, the same in every spaCy vocabulary)."""

    values: Mapping[str, Hashes]

    def ids(self, name: str, values: Hashes) -> Ints:
        """Places of values from 1 on, 0 for those not in the vocabulary."""
        known = self.values[name]
        if not len(known):
            return np.zeros(len(values), np.int64)
        at = np.minimum(np.searchsorted(known, values), len(known) - 1)
        return np.where(known[at] == values, at + 1, 0)

    @property
    def sizes(self) -> dict[str, int]:
        """Number of ids of each attribute, unknown counted in."""
        return {name: len(self.values[name]) + 1 for name in LEXICAL}


def raw(doc: Doc) -> Mapping[str, NDArray[np.uint64]]:
    """The token attributes that features are made from, a column each."""
    table: Hashes = doc.to_array(list(_COLUMNS))  # type: ignore[assignment]
    return {name: table[:, i] for i, name in enumerate(_COLUMNS)}


def features(
    doc: Doc, paragraphs: Iterable[tuple[int, int]], quoted: Iterable[Quotation], vocabulary: Vocabulary
) -> Features:
    """The features of a parsed Doc; paragraphs are character spans of its prose, in order."""
    columns = raw(doc)
    starts = columns["IDX"].astype(np.int64)
    ends = starts + columns["LENGTH"].astype(np.int64)
    spans = list(paragraphs)
    number = np.searchsorted(np.array([s for s, _ in spans], np.int64), starts, side="right") - 1
    limit = np.array([e for _, e in spans] or [0], np.int64)
    tokens = np.flatnonzero((number >= 0) & (starts < limit[number]) & (columns["IS_SPACE"] == 0))
    n = len(tokens)
    row = np.full(len(starts) + 1, n)
    row[tokens] = np.arange(n)
    paragraph = np.unique(number[tokens], return_inverse=True)[1].astype(np.int64)
    sentence = np.cumsum(columns["SENT_START"] == 1)[tokens]
    sentence = np.cumsum(np.diff(sentence, prepend=-1) != 0) - 1 if n else sentence

    inside, length = _quoted(starts[tokens], ends[tokens], quoted)
    for attribute in _SPELT:  # quotation marks are all one, whatever their style
        columns[attribute][tokens] = np.where(inside == 1, _MARK, columns[attribute][tokens])
    lexical = np.stack([vocabulary.ids(name, columns[name][tokens]) for name in LEXICAL], 1)
    name = np.isin(columns["TAG"][tokens], _NAMES) & (lexical[:, 0] == 0)
    lexical[np.ix_(name, _SPELLING)] = 0
    head = row[tokens + columns["HEAD"].astype(np.int64)[tokens]]
    me = np.arange(n)
    head = np.where((head == n) | (head == me) | (paragraph[np.minimum(head, max(n - 1, 0))] != paragraph), n, head)
    verbal = np.append(np.isin(columns["POS"][tokens], _VERBAL), False)
    neighbours, depth, children = _neighbours(head, verbal, paragraph)

    keys = columns["ORTH"][tokens]
    distinct, back = np.unique(keys, return_inverse=True)
    vectors = doc.vocab.vectors.find(keys=distinct)[back] if len(doc.vocab.vectors) and n else np.full(n, -1)
    vectors = np.where(name, -1, vectors)
    fresh = np.diff(sentence, prepend=-1) != 0
    begins = np.where(np.diff(paragraph, prepend=-1) != 0, 2, np.where(fresh, 1, 0))
    placed = np.stack(
        [
            inside,
            length,
            begins,
            np.searchsorted(_PARAGRAPHS, paragraph, side="right"),
            np.minimum(depth, PLACED["depth"] - 1),
            np.minimum(children, PLACED["children"] - 1),
            cue_kinds(columns["LEMMA"][tokens], columns["POS"][tokens]),
        ],
        1,
    )
    return Features(tokens, lexical, placed, neighbours, vectors.astype(np.int64), paragraph, sentence)


_SPELT = ("LOWER", "LEMMA", "SUFFIX", "SHAPE", "ORTH")
_MARK = np.uint64(StringStore()['"'])
_NAMES = np.array([StringStore()["NNP"], StringStore()["NNPS"]], np.uint64)
_SPELLING = np.array([LEXICAL.index("LEMMA"), LEXICAL.index("SUFFIX"), LEXICAL.index("SHAPE")])
_VERBAL = np.array([StringStore()["VERB"], StringStore()["AUX"]], np.uint64)


def _neighbours(head: Ints, verbal: NDArray[np.bool_], paragraph: Ints) -> tuple[Ints, Ints, Ints]:
    """The table of neighbours, the depth in the tree, and the number of children; ``head`` is n for a root."""
    n = len(head)
    me = np.arange(n)
    up = np.append(head, n)
    verb = head.copy()
    depth = (head < n).astype(np.int64)
    at = up[head]
    for _ in range(8):
        move = (verb < n) & ~verbal[verb]
        verb = np.where(move, up[verb], verb)
        depth += at < n
        at = up[at]

    def beside(step: int) -> Ints:
        other = me + step
        there = (other >= 0) & (other < n)
        there[there] = paragraph[other[there]] == paragraph[there]
        return np.where(there, other, n)

    order = np.argsort(head, kind="stable")
    parents = head[order]
    left, right = np.full(n, n), np.full(n, n)
    first, last = np.full(n + 1, n), np.full(n + 1, n)
    if n:
        same = (parents[1:] == parents[:-1]) & (parents[1:] < n)
        right[order[:-1][same]] = order[1:][same]
        left[order[1:][same]] = order[:-1][same]
        first[parents[::-1]] = order[::-1]
        last[parents] = order
    children = np.bincount(head, minlength=n + 1)[:n]
    columns = [beside(-2), beside(-1), beside(1), beside(2), head, verb, left, right, first[:n], last[:n], up[head]]
    return np.stack(columns, 1), depth, children


def _quoted(starts: Ints, ends: Ints, quoted: Iterable[Quotation]) -> tuple[Ints, Ints]:
    """Of each token: outside quotations 0, their marks 1, first word 2, middle 3, last 4, goes-on 5; length class."""
    n = len(starts)
    inside, length = np.zeros(n, np.int64), np.zeros(n, np.int64)
    for quotation in quoted:
        a, b = np.searchsorted(starts, quotation.start), np.searchsorted(ends, quotation.end, side="right")
        inside[a:b] = 1
        for number, (begin, stop) in enumerate(quotation.pieces):
            i, j = np.searchsorted(starts, begin), np.searchsorted(ends, stop, side="right")
            if j > i:
                inside[i:j] = 3
                inside[i] = 2 if number == 0 else 5
                inside[j - 1] = 4 if j - i > 1 else inside[i]
                length[a:b] = max(int(np.searchsorted(_LENGTHS, j - i, side="right")), int(length[a]))
    return inside, length
