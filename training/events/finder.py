"""Trains what finds happenings and their types: called by ``filing.py``.

An annotated event may have a ``type`` (a type of PLOVER, or a list of which any is right).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import disputes
import numpy as np
from annotated import spans
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack, vstack
from spacy.strings import get_string_id

from detente.reading.events.learned.features import VECTOR, VECTORS, around, features, keys_of
from detente.reading.events.learned.weights import NO_TYPE, Weights, columns
from detente.reading.events.lexicon import TYPES, lexicon
from detente.reading.events.triggers import candidates, in_sentence
from detente.reading.extensions import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from detente.reading.events.learned.features import Features

FOLDS = 5
RARE = 4  # a feature is learned from this many tokens on
PENALTY, TYPE_PENALTY = 3.0, 3.0  # of the squared weights
VECTOR_SCALE = 2.5
OPTIONAL = 0.5
CUE_WEIGHT = 0.3  # of a cue of the lexicon, as an example of its type
CLASSES = (*TYPES, NO_TYPE)


@dataclass(frozen=True)
class Labelled:
    """A report's verbs and nouns: 1 where one names an event, 0 where it names none; their weights; types of events."""

    name: str
    group: str
    found: Features
    filed: np.ndarray
    weight: np.ndarray
    types: list[tuple[str, ...]]


def labelled(name: str, doc: Doc, gold: dict[str, Any]) -> Labelled:
    """The label of each verb and noun: the head of an annotated event's words is one, the rest of them are left out."""
    within, known = [], []
    indexes = candidates(doc)
    for sentence in sentences(doc):
        within.append((sentence.start, sentence.end))
        known += [t for trigger in in_sentence(sentence, indexes) for t in (trigger.token.i, trigger.name.i)]
    found = features(doc, within, known, around(doc))
    row = {token: at for at, token in enumerate(found.tokens.tolist())}
    filed, weight = np.zeros(len(row)), np.ones(len(row))
    types: list[tuple[str, ...]] = [()] * len(row)
    heads: dict[int, tuple[float, tuple[str, ...]]] = {}
    for event in gold["events"]:
        kinds = event.get("type") or NO_TYPE
        for words in (event["what"], *event.get("also", ())):
            for start, end in spans(doc._.detente_text, words):
                span = doc.char_span(start, end, alignment_mode="expand")
                if span is None:
                    continue
                for token in span:
                    if token.i in row:
                        weight[row[token.i]] = 0.0
                head = head_of(span)
                if head is not None and head.i in row:
                    worth = OPTIONAL if event.get("optional") else 1.0
                    heads[head.i] = (
                        worth,
                        tuple(kind or NO_TYPE for kind in ([kinds] if isinstance(kinds, str) else kinds)),
                    )
    for at, (worth, kinds) in heads.items():
        filed[row[at]], weight[row[at]], types[row[at]] = 1.0, worth, kinds
    return Labelled(name, str(gold["source"]["dispute"]), found, filed, weight, types)


def head_of(span: Any) -> Any:
    """The verb or noun that some words hang on."""
    inside = {token.i for token in span}
    roots = [t for t in span if t.head.i not in inside or t.head.i == t.i]
    wide = [t for t in span if t.head in roots]
    return next((t for t in (*roots, *wide) if t.pos_ in ("VERB", "NOUN")), None)


def matrix(found: list[Features], known: np.ndarray) -> csr_matrix:
    """Rows of all reports: a column for each known key, then the vectors of verbs, then those of nouns."""
    parts = []
    for each in found:
        rows, at = columns(each, known)
        sparse = csr_matrix((np.ones(len(rows)), (rows, at)), shape=(len(each.tokens), len(known)))
        sparse.data[:] = 1.0
        noun = each.nouns[:, None]
        parts.append(hstack([sparse, *(csr_matrix(VECTOR_SCALE * each.vectors * m) for m in (~noun, noun))]))
    return vstack(parts).tocsr()


def learned_keys(found: list[Features], least: int = RARE) -> np.ndarray:
    """The keys that come up often enough, sorted."""
    counts = Counter(key for each in found for key in each.keys.tolist())
    return np.array(sorted(key for key, count in counts.items() if count >= least), np.uint64)


def logistic(x: csr_matrix, y: np.ndarray, weight: np.ndarray, penalty: float) -> np.ndarray:
    """Weights, the bias last, by L-BFGS."""

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w[:-1] + w[-1]
        p = 1 / (1 + np.exp(-z))
        value = weight @ (np.logaddexp(0, z) - y * z) + penalty / 2 * w[:-1] @ w[:-1]
        slope = weight * (p - y)
        return value, np.append(x.T @ slope + penalty * w[:-1], slope.sum())

    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def softmax(x: csr_matrix, y: np.ndarray, penalty: float) -> np.ndarray:
    """Weights [columns + 1, classes] for shares of classes ``y`` [rows, classes], the bias last, by L-BFGS."""
    shape = (x.shape[1] + 1, y.shape[1])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(shape)
        z = x @ w[:-1] + w[-1]
        z -= z.max(1, keepdims=True)
        logs = z - np.log(np.exp(z).sum(1, keepdims=True))
        slope = np.exp(logs) * y.sum(1, keepdims=True) - y
        gradient = np.vstack([x.T @ slope + penalty * w[:-1], slope.sum(0)])
        return -(y * logs).sum() + penalty / 2 * (w[:-1] ** 2).sum(), gradient.ravel()

    flat = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return flat.reshape(shape)


def shares(kinds: Iterable[tuple[str, ...]]) -> np.ndarray:
    """Each answer's share of the types that are right."""
    out = np.zeros((len(rows := list(kinds)), len(CLASSES)))
    for row, names in zip(out, rows, strict=True):
        for name in names:
            row[CLASSES.index(name)] += 1 / len(names)
    return out


def fitted(reports: list[Labelled], nlp: Any) -> Weights:
    """All weights, from these reports and the cues of the lexicon."""
    found = [each.found for each in reports]
    keys = learned_keys(found)
    x = matrix(found, keys)
    y = np.concatenate([each.filed for each in reports])
    weight = np.concatenate([each.weight for each in reports])
    w = logistic(x, y, weight, PENALTY)

    right = y > 0
    kinds = [kind for each in reports for kind in each.types if kind]
    of_cues, cue_kinds = cues(nlp, keys)
    worth = np.concatenate([weight[right], np.full(len(cue_kinds), CUE_WEIGHT)])
    t = softmax(vstack([x[right], of_cues]).tocsr(), shares([*kinds, *cue_kinds]) * worth[:, None], TYPE_PENALTY)
    n = len(keys)
    vectors, type_vectors = (VECTOR_SCALE * part[n:-1].reshape(2, -1, part.shape[-1]) for part in (w[:, None], t))
    return Weights(keys, w[:n], vectors[..., 0], float(w[-1]), t[:n], type_vectors, t[-1])


def cues(nlp: Any, keys: np.ndarray) -> tuple[csr_matrix, list[tuple[str, ...]]]:
    """The cues of the lexicon as examples of their types: a word with the words that its object may be."""
    rows, kinds = [], []
    for pos, table in (("VERB", lexicon().verbs), ("NOUN", lexicon().nouns)):
        for lemma, some in table.items():
            for cue in some:
                if cue.type == "-":
                    continue
                own, objects = vector(nlp, [lemma]), vector(nlp, sorted(cue.heads))
                said = (np.array([get_string_id(word)], np.uint64) for word in (lemma, pos))
                key = keys_of("lemma", 1, *said)[0]
                at = int(np.searchsorted(keys, key))
                sparse = np.zeros(len(keys))
                if at < len(keys) and keys[at] == key:
                    sparse[at] = 1.0
                dense = np.zeros(2 * VECTORS)
                shift = VECTORS * (pos == "NOUN")
                told = np.concatenate([own, objects * (pos == "VERB"), np.zeros(VECTOR)])
                dense[shift : shift + VECTORS] = VECTOR_SCALE * told
                rows.append(csr_matrix(np.concatenate([sparse, dense])))
                kinds.append((cue.type or NO_TYPE,))
    return vstack(rows).tocsr(), kinds


def vector(nlp: Any, words: list[str]) -> np.ndarray:
    """The mean of some words' vectors, each of length 1."""
    found = [nlp.vocab[word].vector for word in words if nlp.vocab.has_vector(word)]
    return np.mean([v / np.linalg.norm(v) for v in found], axis=0) if found else np.zeros(300)


def folds(reports: list[Labelled]) -> dict[str, int]:
    """The fold of each dispute."""
    sizes: Counter[str] = Counter()
    for each in reports:
        sizes[each.group] += len(each.filed)
    return disputes.folds(sizes, FOLDS)


def told(reports: list[Labelled], scores: dict[str, tuple[np.ndarray, np.ndarray]]) -> None:
    """Print how well happenings are found, by threshold, and types."""
    y = np.concatenate([each.filed * (each.weight == 1) for each in reports])
    counted = np.concatenate([(each.weight == 1) for each in reports])
    odds = np.concatenate([scores[each.name][0] for each in reports])
    for least in np.arange(-1.5, 0.6, 0.25):
        kept = odds >= least
        right, all_kept, wanted = (kept & (y == 1)).sum(), (kept & counted).sum(), (y == 1).sum()
        p, r = right / all_kept, right / wanted
        print(f"from {least:5.2f}: precision {p:.3f}, recall {r:.3f}, F1 {2 * p * r / (p + r):.3f}")
    hits = [
        CLASSES[int(kind.argmax())] in types
        for each in reports
        for kind, types in zip(scores[each.name][1], each.types, strict=True)
        if types and types != (NO_TYPE,)
    ]
    print(f"types right: {np.mean(hits):.3f} of {len(hits)}")
