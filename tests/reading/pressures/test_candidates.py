from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from detente.reading.pressures.candidates import candidates

_WORDS = ("to", "because", "of", "if", "army", "forced", "talks", "amid", "ban", ",", "and", "stop", "it", "led", "by")


def _found(nlp: Language, text: str) -> list[tuple[str, str, str, str]]:
    doc = nlp(text)
    return [
        (each.kind, doc[slice(*each.cause)].text, doc[slice(*each.effect)].text, each.direction)
        for sentence in doc.sents
        for each in candidates(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The blockade caused shortages.", ("verb", "The blockade", "shortages", "promotes")),
        ("The raid undermined the truce.", ("verb", "The raid", "the truce", "hampers")),
        ("The drought led to unrest.", ("verb", "The drought", "unrest", "promotes")),
        ("Protests were triggered by the ruling.", ("verb", "the ruling", "Protests", "promotes")),
        ("Peru closed the pass because of floods.", ("cause", "floods", "Peru closed the pass", "promotes")),
        ("Amid sanctions, Oslo cut exports.", ("cause", "sanctions", "Oslo cut exports", "promotes")),
        (
            "Ghana will withdraw if the shelling goes on.",
            ("condition", "the shelling goes on", "Ghana will withdraw", "promotes"),
        ),
        (
            "Nepal freed the sailors in order to revive the talks.",
            ("purpose", "Nepal freed the sailors", "revive the talks", "promotes"),
        ),
        (
            "Chad sent troops in order to avert a war.",
            ("purpose", "Chad sent troops", "a war", "hampers"),
        ),
        (
            "The dam broke, forcing thousands from home.",
            ("participle", "The dam broke", "thousands", "promotes"),
        ),
    ],
)
def test_what_a_cue_joins(nlp: Language, text: str, found: tuple[str, str, str, str]) -> None:
    assert found in _found(nlp, text)


@pytest.mark.parametrize("text", ["Mali met Niger.", "The envoy spoke at noon.", "They agreed on a text."])
def test_no_cue_no_candidate(nlp: Language, text: str) -> None:
    assert _found(nlp, text) == []


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.sampled_from(_WORDS),
        max_size=14,
    )
)
def test_any_words_give_stretches_within_their_sentence(nlp: Language, words: list[str]) -> None:
    doc = nlp(" ".join(words))
    for sentence in doc.sents:
        for each in candidates(sentence):
            for start, end in (each.cause, each.effect, each.cue):
                assert sentence.start <= start < end <= sentence.end
