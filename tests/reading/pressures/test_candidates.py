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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Norway imposed sanctions to force a vote.",
            ("purpose", "Norway imposed sanctions", "force a vote", "promotes"),
        ),
        ("Kenya was criticised for the raid.", ("cause", "the raid", "Kenya was criticised", "promotes")),
        ("Peru won the vote by waiting.", ("cause", "waiting", "Peru won the vote", "promotes")),
        ("Ghana sent help as part of the accord.", ("cause", "the accord", "Ghana sent help", "promotes")),
        (
            "Crowds marched in the capital, demanding his release.",
            ("cause", "his release", "Crowds marched in the capital", "promotes"),
        ),
    ],
)
def test_cues_of_many_uses(nlp: Language, text: str, found: tuple[str, str, str, str]) -> None:
    assert found in _found(nlp, text)


def test_what_a_verb_forces_is_no_purpose_of_it(nlp: Language) -> None:
    assert [kind for kind, *_ in _found(nlp, "The fighting forced Kenya to close its border.")] == ["verb"]


@pytest.mark.parametrize(
    "text",
    [
        "The gas was sold to Japan.",
        "Peru wants to close the port.",
        "Chile has the right to close the port.",
        "The talks were a chance to achieve peace.",
        "Oman failed to sign the treaty.",
        "The wall was built by the army.",
        "Norway found a cure for the disease.",
        "It caused this.",
        "The envoys continued to talk.",
        "Mali made a bid to host the games.",
        "They held the minister to account.",
    ],
)
def test_what_completes_a_word_is_no_purpose(nlp: Language, text: str) -> None:
    assert _found(nlp, text) == []


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
