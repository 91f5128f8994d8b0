"""The learned finder: what it sees of words, how weights speak for them, and what it adds to the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from detente.reading.events.learned.features import VECTOR, VECTORS, Around, features
from detente.reading.events.learned.finder import with_odds
from detente.reading.events.learned.weights import NO_TYPE, Weights, columns, weights
from detente.reading.events.lexicon import TYPES
from detente.reading.events.triggers import candidates, in_sentence
from detente.reading.parse import plain

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

    from detente.reading.events.learned.features import Features
    from detente.reading.events.triggers import Trigger

CLASSES = (*TYPES, NO_TYPE)


def seen(doc: Doc, known: tuple[int, ...] = (), beside: Around | None = None) -> Features:
    return features(doc, [(0, len(doc))], known, beside or Around())


def flat(key: int) -> Weights:
    """Weights that say nothing but that one key speaks for a happening, and for protests."""
    keys = np.array([key], np.uint64)
    types = np.zeros((len(keys), len(CLASSES)), np.float32)
    types[:, CLASSES.index("PROTEST")] = 1.0
    return Weights(
        keys,
        np.ones(1, np.float32),
        np.zeros((2, VECTORS), np.float32),
        0.0,
        types,
        np.zeros((2, VECTORS, len(CLASSES)), np.float32),
        np.zeros(len(CLASSES), np.float32),
    )


def test_verbs_and_nouns_of_the_spans_are_seen(nlp: Language) -> None:
    doc = nlp("Fiji quickly built a port. Kenya objected loudly.")
    found = seen(doc)
    assert [doc[int(i)].text for i in found.tokens] == ["built", "port", "objected"]
    assert found.nouns.tolist() == [False, True, False]
    assert found.vectors.shape == (3, VECTORS)
    first = features(doc, [(0, 6)], (), Around())
    assert [doc[int(i)].text for i in first.tokens] == ["built", "port"]
    assert set(first.rows.tolist()) == {0, 1}


def test_whoever_acts_is_seen_the_same(nlp: Language) -> None:
    one, other = (seen(nlp(f"{who} shelled the port of the island.")) for who in ("Peru", "Chile"))
    assert np.array_equal(one.keys, other.keys)
    assert np.allclose(one.vectors, other.vectors)


def test_what_others_found_is_seen(nlp: Language) -> None:
    doc = nlp("Peru shelled the port.")
    bare = set(seen(doc).keys.tolist())
    assert set(seen(doc, known=(1,)).keys.tolist()) - bare
    assert set(seen(doc, beside=Around(named=((0, 4),))).keys.tolist()) - bare
    assert set(seen(doc, beside=Around(said=((0, 12),))).keys.tolist()) - bare
    assert set(seen(doc, beside=Around(saying=((5, 12),))).keys.tolist()) - bare


def test_the_words_around_count_and_the_word_itself_does_not(nlp: Language) -> None:
    doc = nlp("Peru shelled the port. Rain fell.")
    around = seen(doc).vectors[:, 2 * VECTOR :]
    port = np.asarray(doc.vocab["port"].vector)
    assert np.allclose(around[0], port / np.linalg.norm(port), atol=1e-5)  # of "shelled": "port", not "rain"
    assert not np.allclose(around[1], around[0])


def test_no_words_no_rows(nlp: Language) -> None:
    found = seen(nlp("Oh!"))
    odds, types = weights().scores(found)
    assert len(found.tokens) == len(odds) == len(types) == 0


def test_a_key_speaks_for_the_rows_that_have_it(nlp: Language) -> None:
    found = seen(nlp("Peru shelled the port."))
    key = int(next(k for r, k in zip(found.rows.tolist(), found.keys.tolist(), strict=True) if r == 1))
    odds, types = flat(key).scores(found)
    has = [key in found.keys[found.rows == row].tolist() for row in range(len(found.tokens))]
    assert odds.tolist() == [float(h) for h in has]
    assert [CLASSES[int(row.argmax())] == "PROTEST" for row in types] == has
    assert columns(found, np.zeros(0, np.uint64))[0].size == 0


def test_weights_come_back_from_disk(nlp: Language, tmp_path: Path) -> None:
    found = seen(nlp("Peru shelled the port."))
    kept = flat(int(found.keys[0]))
    kept.write(tmp_path / "weights.npz")
    with np.load(tmp_path / "weights.npz") as parts:
        assert parts["keys"].tolist() == [int(found.keys[0])]
        assert parts["finding"].dtype == np.float16


def triggers_of(doc: Doc, by: Weights | None = None) -> list[Trigger]:
    sentences = list(doc.sents)
    indexes = candidates(doc)
    return [t for some in with_odds(doc, sentences, [in_sentence(s, indexes) for s in sentences], by) for t in some]


def test_what_the_lexicon_has_keeps_its_type_and_gets_odds(nlp: Language) -> None:
    (trigger,) = triggers_of(nlp(plain("Peru attacked the port.")))
    assert trigger.listed
    assert trigger.cue.type == "ASSAULT"
    assert trigger.odds > 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Samoa's navy rammed two Fijian trawlers off Apia on Monday.", "rammed"),
        ("Ghana laid mines along the Togolese border last week.", "laid"),
    ],
)
def test_what_the_lexicon_lacks_is_found(nlp: Language, text: str, word: str) -> None:
    found = {t.token.text: t for t in triggers_of(nlp(text))}
    assert word in found


def test_what_is_said_to_be_done_is_part_of_the_saying(nlp: Language) -> None:
    found = triggers_of(nlp("Ghana urged Togo to dismantle the towers."))
    assert [t.token.text for t in found] == ["urged"]
