"""Up to which verb the words of a happening go: what it completes, and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.events.matrix import path

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Canada plans to seek help from Peru.", "seek", ["seek", "plans"]),
        ("The rivals confirmed their intention to sign the treaty.", "sign", ["sign", "intention", "confirmed"]),
        ("Mali accused Niger of sheltering rebels.", "sheltering", ["sheltering", "accused"]),
        ("Fiji sent a frigate to secure the reef.", "secure", ["secure", "sent"]),
        ("Qatar let the envoy leave.", "leave", ["leave", "let"]),
        ("Kenya called for talks with Somalia.", "talks", ["talks", "called"]),
        ("Samoa was ready to withdraw.", "withdraw", ["withdraw", "ready", "was"]),
        ("Togo said that Benin had closed the port.", "closed", ["closed"]),
        ("Chile left after signing the pact.", "signing", ["signing"]),
        ("During the talks Laos threatened Thailand.", "talks", ["talks"]),
        ("Oman praised the envoy who freed the crew.", "freed", ["freed"]),
    ],
)
def test_the_words_above_a_happening(nlp: Language, text: str, word: str, words: list[str]) -> None:
    doc = nlp(text)
    assert [t.text for t in path(next(t for t in doc if t.text == word))] == words
