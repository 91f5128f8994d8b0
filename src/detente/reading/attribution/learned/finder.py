"""Doc -> relations: what the learned finder hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from detente.reading.attribution.learned.decoding import CONTENT, CUE, Spans, chance, relations, viterbi
from detente.reading.attribution.learned.features import PLACED, blocks, features
from detente.reading.attribution.learned.network import point, states, weights, word_vectors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from detente.reading.attribution.learned.features import Features
    from detente.reading.attribution.learned.network import Weights
    from detente.reading.attribution.quotations import Quotation

Size = Literal["default", "fast"]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution in half open token spans of the Doc; ``source`` is None where nobody is named.

    ``content`` is in pieces, in the order of the text.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    chance: float = 0.0  #: that the words are a cue, as the network has it


def find_relations(
    doc: Doc,
    paragraphs: Iterable[tuple[int, int]],
    quoted: Iterable[Quotation],
    size: Size = "default",
) -> list[Relation]:
    """The relations of a parsed Doc in the order of their cues.

    ``paragraphs`` are character spans of the prose to read, in order (``Passage.paragraphs``), ``quoted`` its
    quotations (``quotations.quotations``). Nothing is read outside the paragraphs. A Doc without a parse has none.
    """
    if not len(doc) or not doc.has_annotation("DEP"):
        return []
    loaded = weights(size)
    quoted = list(quoted)
    found = features(doc, paragraphs, quoted, loaded.vocabulary)
    if not len(found.tokens):
        return []
    closed = _closed(found, doc, quoted)
    linked = [
        spans
        for first, last in blocks(found)
        for spans in _relations(found.rows(first, last), closed[first:last], loaded, doc, first)
    ]
    return [_relation(spans, found.tokens) for spans in linked if spans.cue is not None]


def _relations(found: Features, closed: NDArray[np.bool_], loaded: Weights, doc: Doc, first: int) -> list[Spans]:
    """The relations of a block of rows that begins at row ``first`` of the Doc's."""
    vectors = word_vectors(found, doc.vocab.vectors.data)
    nets = loaded.networks
    each = [states(net, found, vectors) for net in nets]

    def mean(arrays: list[NDArray[np.float32]]) -> NDArray[np.float32]:
        total: NDArray[np.float32] = np.mean(np.stack(arrays), 0, dtype=np.float32)
        return total

    def pointer(name: str, ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.float32]:
        return mean([point(net, name, x, found, ones, others) for net, x in zip(nets, each, strict=True)])

    scores = mean([x @ net["tags.weight"].T + net["tags.bias"] for net, x in zip(nets, each, strict=True)])
    scores[:, 0] -= nets[0]["shift"]
    scores[closed, CONTENT:] = _NEVER
    moves, starts, stops = (mean([net[name] for net in nets]) for name in _ARRAYS)
    tags = viterbi(scores, found.paragraph, moves, starts, stops)
    linked = relations(tags, lambda a, b: pointer("source", a, b), lambda a, b: pointer("content", a, b))
    for spans in linked:
        spans.chance = chance(scores, spans.cue[0], CUE) if spans.cue is not None else 0.0
    return [spans.moved(first) for spans in linked]


def _closed(found: Features, doc: Doc, quoted: list[Quotation]) -> NDArray[np.bool_]:
    """Rows [n] that hold no content: those between a quotation and the verb of saying behind it.

    The quotation opens a sentence and ends in a comma, "?" or "!"; the verb stands in the same clause.
    """
    begins = doc.to_array("IDX")[found.tokens]
    closed = np.zeros(len(begins), bool)
    for quotation in quoted:
        ends = (quotation.start, quotation.pieces[0][0], quotation.pieces[-1][1], quotation.end)
        first, word, after, behind = np.searchsorted(begins, ends).tolist()
        if (
            word >= after
            or doc[int(found.tokens[after - 1])].text[-1] not in ",?!"
            or not found.placed[first : word + 1, _BEGINS].any()
        ):
            continue
        for row in range(behind, min(behind + _CLAUSE, len(begins))):
            if doc[int(found.tokens[row])].text in _STOPS:
                break
            if found.placed[row, _CUE] == 1:
                closed[behind:row] = True
                break
    return closed


_BEGINS, _CUE = list(PLACED).index("sentence"), list(PLACED).index("cue")
_ARRAYS = ("moves", "starts", "stops")  # codes: names in the file of weights
_NEVER = np.float32(-1e4)
_CLAUSE = 20  # tokens from a quotation to its verb
_STOPS = frozenset({".", ";", ":", "!", "?", '"'})


def _relation(spans: Spans, tokens: NDArray[np.int64]) -> Relation:
    def in_doc(span: tuple[int, int]) -> tuple[int, int]:
        return int(tokens[span[0]]), int(tokens[span[1] - 1]) + 1

    cue = in_doc(spans.cue) if spans.cue is not None else (0, 0)
    source = in_doc(spans.source) if spans.source else None
    return Relation(cue, source, tuple(in_doc(p) for p in spans.content), spans.chance)
