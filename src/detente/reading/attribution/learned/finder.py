"""Doc -> relations: what the learned finder hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from detente.reading.attribution.learned.decoding import CONTENT, Spans, relations, viterbi
from detente.reading.attribution.learned.features import PLACED, features
from detente.reading.attribution.learned.network import point, states, weights, word_vectors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from detente.reading.attribution.learned.features import Features
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
    scores[_closed(found, doc, quoted), CONTENT:] = _NEVER
    moves, starts, stops = (mean([net[name] for net in nets]) for name in ("moves", "starts", "stops"))
    tags = viterbi(scores, found.paragraph, moves, starts, stops)
    linked = relations(tags, lambda a, b: pointer("source", a, b), lambda a, b: pointer("content", a, b))
    return [_relation(spans, found.tokens) for spans in linked if spans.cue is not None]


def _closed(found: Features, doc: Doc, quoted: list[Quotation]) -> list[int]:
    """Rows behind quotations that open a sentence and end in a comma, "?" or "!": there the attribution stands."""
    begins = np.array([doc[i].idx for i in found.tokens.tolist()])
    rows = []
    for quotation in quoted:
        last = doc.text[quotation.pieces[-1][1] - 1]
        first, behind = (int(np.searchsorted(begins, at)) for at in (quotation.start, quotation.end))
        if last in ",?!" and behind < len(begins) and first < behind and found.placed[first : first + 2, _BEGINS].any():
            rows.append(behind)
    return rows


_BEGINS = list(PLACED).index("sentence")
_NEVER = np.float32(-1e4)


def _relation(spans: Spans, tokens: NDArray[np.int64]) -> Relation:
    def in_doc(span: tuple[int, int]) -> tuple[int, int]:
        return int(tokens[span[0]]), int(tokens[span[1] - 1]) + 1

    cue = in_doc(spans.cue) if spans.cue is not None else (0, 0)
    return Relation(cue, in_doc(spans.source) if spans.source else None, tuple(in_doc(p) for p in spans.content))
