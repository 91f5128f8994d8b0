from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.errors import MissingComponent
from detente.reading.attribution import Statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from detente.model.items import Statement

    Alone = Callable[..., tuple[Statement, ...]]


def read(alone: Alone, text: str) -> list[Statement]:
    found = alone(text)
    for statement in found:
        inferred = [inference.words for inference in statement.inferred]
        for words in (statement.content, statement.cue, statement.source, statement.evidence, *inferred):
            assert words is None or words.text == text[words.start : words.end]
    return list(found)


def one(alone: Alone, text: str) -> Statement:
    found = read(alone, text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ('"We will keep the border open," Minister Orsolya Varga said.', "Minister Orsolya Varga", "said",
         "We will keep the border open,"),
        ('"We will keep the border open," said Varga.', "Varga", "said", "We will keep the border open,"),
        ('Varga told reporters: "The border stays open."', "Varga", "told", "The border stays open."),
        ('"The border," Varga added, "stays open."', "Varga", "added", 'The border," Varga added, "stays open.'),
    ],
)  # fmt: skip
def test_direct(alone: Alone, text: str, source: str, cue: str, content: str) -> None:
    said = one(alone, text)
    assert said.manner == "direct"
    assert said.source is not None
    assert said.cue is not None
    assert said.content is not None
    assert (said.source.text, said.cue.text, said.content.text) == (source, cue, content)


def test_what_goes_on_after_the_attribution_is_a_statement_of_its_own(alone: Alone) -> None:
    first, second = read(alone, '"It stays open," he said. "Nobody will close it."')
    assert first.cue is not None
    assert (first.content and first.content.text, first.cue.text) == ("It stays open,", "said")
    assert (second.content and second.content.text, second.cue) == ("Nobody will close it.", None)
    assert second.speaker == first.speaker


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Varga said that the border would stay open.", "Varga", "said", "the border would stay open"),
        (
            "According to the ministry, the dam is nearly full.",
            "the ministry",
            "According to",
            "the dam is nearly full",
        ),
        ("The minister promised to withdraw the troops.", "The minister", "promised", "to withdraw the troops"),
    ],
)
def test_indirect(alone: Alone, text: str, source: str, cue: str, content: str) -> None:
    said = one(alone, text)
    assert said.manner == "indirect"
    assert said.source is not None
    assert said.cue is not None
    assert said.content is not None
    assert (said.source.text, said.cue.text, said.content.text) == (source, cue, content)


def test_mixed(alone: Alone) -> None:
    said = one(alone, 'Varga said the talks had been "frank and useful" for both sides.')
    assert said.manner == "mixed"
    assert said.content is not None
    assert said.content.text == 'the talks had been "frank and useful" for both sides'


@pytest.mark.parametrize("missing", ["times", "parties", "people"])
def test_without_what_it_needs_it_says_what_to_add(nlp: Language, missing: str) -> None:
    doc = nlp("Varga said that the border would stay open.")
    for section in {"times", "parties", "people"} - {missing}:
        doc._.set(f"detente_{section}", ())
    with pytest.raises(MissingComponent, match=f"detente_{missing}"):
        Statements(nlp)(doc)


def test_what_nobody_parsed_has_no_statements(nlp: Language, alone: Alone) -> None:
    assert alone(nlp.make_doc("Varga said that it would.")) == ()
    assert alone("") == ()
