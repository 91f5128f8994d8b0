"""Doc -> what the finder sees of its verbs and nouns: words, tags and places in the parse, as pairs of row and key.

Training and reading share this file, so both see the same. A key is a hash of a feature's name and value, the same in
every spaCy vocabulary; names of parties and people are seen by their kind alone, so that anybody may act.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from detente.reading.events.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Ints = NDArray[np.int64]
    Keys = NDArray[np.uint64]
    Floats = NDArray[np.float32]
    Mask = NDArray[np.bool_]

_COLUMNS = ("POS", "TAG", "DEP", "LEMMA", "HEAD", "ORTH", "ENT_TYPE", "IDX", "SENT_START")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_VERB, _NOUN, _PROPN = (np.uint64(get_string_id(tag)) for tag in ("VERB", "NOUN", "PROPN"))
_PREP, _POBJ = (np.uint64(get_string_id(dep)) for dep in ("prep", "pobj"))
#: Children whose words count, by what they are to the token; those whose names count; whom it is done to.
_WORDED, _NAMED, _PATIENT = (
    np.array([get_string_id(dep) for dep in deps], np.uint64)
    for deps in (
        ("aux", "auxpass", "neg", "det", "prep", "mark", "prt", "agent"),
        ("nsubj", "nsubjpass", "dobj", "poss", "amod", "compound"),
        ("dobj", "nsubjpass"),
    )
)
_TELLING = np.array([get_string_id(tag) for tag in ("VERB", "NOUN", "ADJ")], np.uint64)
_BEFORE, _AFTER = 6, 10  # tokens around one whose words count
VECTOR = 300  #: length of a word vector
VECTORS = 3 * VECTOR


@dataclass(frozen=True, slots=True)
class Features:
    """The verbs and nouns of a Doc, n of them.

    ``tokens`` [n] are their places in the Doc, ``nouns`` [n] whether each is one; ``rows`` and ``keys`` [k] say which
    features each has; ``vectors`` [n, 900] are the word vectors of the token, of its object or, for a noun, its head,
    and the mean of the words around it in its sentence.
    """

    tokens: Ints
    nouns: Mask
    rows: Ints
    keys: Keys
    vectors: Floats


@dataclass(frozen=True, slots=True)
class Around:
    """What earlier components found, as spans of characters: parties and people, what is said, words that say it."""

    named: tuple[tuple[int, int], ...] = ()
    said: tuple[tuple[int, int], ...] = ()
    saying: tuple[tuple[int, int], ...] = ()


def around(doc: Doc) -> Around:
    """What components left on a Doc."""
    statements = doc._.detente_statements or ()
    return Around(
        tuple((m.start, m.end) for m in doc._.detente_mentions or () if m.parties),
        tuple((s.content.start, s.content.end) for s in statements if s.content is not None),
        tuple((s.cue.start, s.cue.end) for s in statements if s.cue is not None),
    )


def features(doc: Doc, within: Iterable[tuple[int, int]], known: Iterable[int], beside: Around) -> Features:
    """The features of the verbs and nouns in some token spans; ``known`` are those that the lexicon has as events."""
    table: Keys = doc.to_array(list(_COLUMNS))  # type: ignore[assignment]
    column = {name: table[:, i] for i, name in enumerate(_COLUMNS)}
    n = len(table)
    inside = np.zeros(n, bool)
    for start, end in within:
        inside[start:end] = True
    pos, dep, lemma = column["POS"], column["DEP"], column["LEMMA"]
    tokens = np.flatnonzero(inside & ((pos == _VERB) | (pos == _NOUN)))
    row = np.full(n, -1)
    row[tokens] = np.arange(len(tokens))
    head = np.arange(n) + column["HEAD"].astype(np.int64)
    named = _marked(column, beside.named)
    hidden = np.where((pos == _PROPN) | (column["ENT_TYPE"] > 0), np.uint64(1), lemma)
    pairs: list[tuple[Ints, Keys]] = []

    def add(name: str, rows: Ints, *values: Keys) -> None:
        pairs.append((rows, keys_of(name, len(rows), *values)))

    own, above = np.arange(len(tokens)), head[tokens]
    kind = pos[tokens]
    add("tag", own, column["TAG"][tokens])
    add("relation", own, dep[tokens], kind)
    add("lemma", own, lemma[tokens], kind)
    add("head", own, hidden[above])
    add("under", own, pos[above], dep[tokens])
    for name, mask in (
        ("found", np.isin(tokens, np.fromiter(known, np.int64))),
        ("said", _marked(column, beside.said)[tokens]),
        ("saying", _marked(column, beside.saying)[tokens]),
    ):
        add(name, own[mask], kind[mask])
    listed, which, type_ = _listed(lemma[tokens], kind)
    add("listed", own[listed], which, type_)

    children = np.flatnonzero((row[head] >= 0) & (head != np.arange(n)))
    up = row[head[children]]
    add("child", up, dep[children], pos[head[children]])
    for name, labels in (("worded", _WORDED), ("patient", _PATIENT)):
        some = np.isin(dep[children], labels)
        add(name, up[some], dep[children][some] * np.uint64(name == "worded"), hidden[children][some])
    parts = np.isin(dep[children], _NAMED)
    for name, marked in (("entity", column["ENT_TYPE"] > 0), ("party", named)):
        some = parts & marked[children]
        add(name, up[some], dep[children][some])
    some = named[children]
    add("with", up[some])
    deep = np.flatnonzero((dep == _POBJ) & (dep[head] == _PREP) & (row[head[head]] >= 0))
    for name, marked in (("at", column["ENT_TYPE"] > 0), ("toward", named)):
        below = deep[marked[deep]]
        over = head[head[below]]
        add(name, row[over], lemma[head[below]] if name == "toward" else pos[over], pos[over])

    words = _vectors(doc, lemma, column["ORTH"])
    words[pos == _PROPN] = 0.0  # whoever acts may bear any name
    vectors = np.zeros((len(tokens), VECTORS), np.float32)
    vectors[:, :VECTOR] = words[tokens]
    is_noun = kind == _NOUN
    vectors[is_noun, VECTOR : 2 * VECTOR] = words[above[is_noun]]
    objects = children[np.isin(dep[children], _PATIENT)]
    vectors[row[head[objects]], VECTOR : 2 * VECTOR] = words[objects]
    vectors[:, 2 * VECTOR :] = _context(words, np.isin(pos, _TELLING), column["SENT_START"], tokens)
    return Features(
        tokens, is_noun, np.concatenate([r for r, _ in pairs]), np.concatenate([k for _, k in pairs]), vectors
    )


def keys_of(name: str, size: int, *values: Keys) -> Keys:
    """The keys of a feature for ``size`` tokens, given its values for each."""
    key = np.full(size, get_string_id(name), np.uint64)
    for value in values:
        key = (key ^ value) * _MIX
    return key


def _marked(column: dict[str, Keys], spans: Iterable[tuple[int, int]]) -> Mask:
    """Which tokens lie in some spans of characters."""
    starts = column["IDX"].astype(np.int64)
    found = np.zeros(len(starts), bool)
    for start, end in spans:
        found[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = True
    return found


def _listed(lemmas: Keys, kinds: Keys) -> tuple[Ints, Keys, Keys]:
    """Under which types the lexicon has each word: places, kinds, types."""
    known = _types()
    found = [
        (at, kind, type_)
        for at, (lemma, kind) in enumerate(zip(lemmas.tolist(), kinds.tolist(), strict=True))
        for type_ in known.get((lemma, kind), ())
    ]
    places, which, types = zip(*found, strict=True) if found else ((), (), ())
    return np.array(places, np.int64), np.array(which, np.uint64), np.array(types, np.uint64)


def _types() -> dict[tuple[int, int], tuple[int, ...]]:
    if not _KNOWN:
        tables = ((_VERB, lexicon().verbs), (_NOUN, lexicon().nouns))
        for kind, table in tables:
            for lemma, cues in table.items():
                names = sorted({cue.type or "none" for cue in cues})
                _KNOWN[get_string_id(lemma), int(kind)] = tuple(map(get_string_id, names))
    return _KNOWN


_KNOWN: dict[tuple[int, int], tuple[int, ...]] = {}


def _context(words: Floats, telling: Mask, starts: Keys, tokens: Ints) -> Floats:
    """The mean vector of the verbs, nouns and adjectives around each token, itself left out, within its sentence."""
    if not len(tokens):
        return np.zeros((0, VECTOR), np.float32)
    begins = np.flatnonzero(starts == 1)
    at = np.searchsorted(begins, tokens, side="right")
    first = np.maximum(np.concatenate([[0], begins])[at], tokens - _BEFORE)
    last = np.minimum(np.concatenate([begins, [len(telling)]])[at], tokens + _AFTER + 1)
    told = words * telling[:, None]
    sums = np.concatenate([np.zeros((1, VECTOR)), np.cumsum(told, 0, np.float64)])
    counts = np.concatenate([[0], np.cumsum(telling)])
    total = sums[last] - sums[first] - told[tokens]
    number = np.maximum(counts[last] - counts[first] - telling[tokens], 1)
    mean: Floats = (total / number[:, None]).astype(np.float32)
    return mean


def _vectors(doc: Doc, lemmas: Keys, words: Keys) -> Floats:
    """The word vector of each token's lemma, else of its form, of length 1; zeros where the pipeline has none."""
    vectors = doc.vocab.vectors
    out = np.zeros((len(lemmas), VECTOR), np.float32)
    if vectors.data.ndim != 2 or vectors.data.shape[1:] != (VECTOR,) or not len(lemmas):
        return out
    distinct, back = np.unique(np.stack([lemmas, words], 1), axis=0, return_inverse=True)
    by_lemma, by_form = vectors.find(keys=distinct[:, 0]), vectors.find(keys=distinct[:, 1])
    rows = np.where(by_lemma >= 0, by_lemma, by_form)
    found = vectors.data[np.maximum(rows, 0)] * (rows >= 0)[:, None]
    found /= np.maximum(np.sqrt((found * found).sum(1, keepdims=True)), 1e-6)
    out[:] = found[back.reshape(-1)]
    return out
