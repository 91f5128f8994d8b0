from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.attribution import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from detente.model.items import Statement

    Alone = Callable[..., tuple[Statement, ...]]


def read(alone: Alone, text: str) -> list[Statement]:
    return list(alone(text))


@pytest.mark.parametrize(
    ("text", "manner", "cue", "content"),
    [
        ("Ankara accused Athens of arming the islands.", "indirect", "accused", "Athens of arming the islands"),
        (
            "The envoy urged both sides to return to the table.",
            "indirect",
            "urged",
            "both sides to return to the table",
        ),
        ("She called the raid a crime.", "indirect", "called", "the raid a crime"),
        ("The president called for an end to the blockade.", "indirect", "called for", "an end to the blockade"),
        ("Delhi denounced the map as a provocation.", "indirect", "denounced", "the map as a provocation"),
        ("She hopes to reopen the crossing in May.", "position", "hopes", "to reopen the crossing in May"),
        ("The minister wants the troops to leave.", "position", "wants", "the troops to leave"),
        ("The court rejected the claim.", "indirect", "rejected", "the claim"),
        ("The premier ruled out a second vote.", "indirect", "ruled out", "a second vote"),
        ("The envoy declined to comment on the leak.", "declined", "declined to comment on", "the leak"),
        ("The envoy declined to comment.", "declined", "declined to comment", None),
        ("The spokeswoman did not elaborate.", "declined", "did not elaborate", None),
        ("The spokeswoman would not say whether they had met.", "declined", "would not say", "whether they had met"),
        ("He repeated that the base must be closed.", "indirect", "repeated", "the base must be closed"),
        ("The general is willing to share the maps.", "position", "is willing", "to share the maps"),
    ],
)
def test_frames(alone: Alone, text: str, manner: str, cue: str, content: str | None) -> None:
    found = read(alone, text)
    assert len(found) == 1
    said = found[0]
    assert said.cue is not None
    assert (said.manner, said.cue.text) == (manner, cue)
    assert (said.content.text if said.content else None) == content


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "grey zone" runs along the river.',
        'The museum owns a copy of "The Guns of August".',
        'Crews aboard the "Astrolabe" mapped the reef.',
        "The rules, intended to calm the market, came into force.",
        "The talks are expected to resume in June.",
        "The figures show that exports fell.",
        "The two sides agreed to meet again.",
    ],
)
def test_nobody_said_so(alone: Alone, text: str) -> None:
    assert read(alone, text) == []


def test_the_same_source_speaks_on(alone: Alone) -> None:
    text = "Okello said that the border would reopen, adding that visas would be waived."
    first, second = read(alone, text)
    assert first.content is not None
    assert second.content is not None
    assert second.source is not None
    assert first.content.text == "the border would reopen"
    assert (second.source.text, second.content.text) == ("Okello", "visas would be waived")


def test_a_quotation_without_a_cue_goes_on_with_the_speaker(alone: Alone) -> None:
    first, second = read(alone, 'Okello said the dam was full. "Nobody downstream will go without water this year."')
    assert first.manner == "indirect"
    assert second.manner == "direct"
    assert second.cue is None
    assert second.source == first.source


def test_a_paragraph_that_is_one_quotation_belongs_to_the_last_speaker(nlp: Language, alone: Alone) -> None:
    text = '"The dam is full," Okello said.\n\n"Nobody downstream will go without water."'
    docs = [nlp(line) for line in text.splitlines(keepends=True)]
    from spacy.tokens import Doc

    joined = Doc.from_docs(docs, ensure_whitespace=False)
    assert joined is not None
    first, second = alone(joined)
    assert first.content is not None
    assert second.content is not None
    assert first.content.text == "The dam is full,"
    assert second.content.text == "Nobody downstream will go without water."
    assert (second.cue, second.speaker) == (None, first.speaker)


def test_transcript(alone: Alone) -> None:
    text = (
        "BERGSTRØM: Is the accord dead?\n"
        "MARKOVIĆ: It is not dead. It said so itself.\n"
        "And it will be signed in spring.\n"
        "BERGSTRØM: Thank you very much indeed. The fence stays where it is.\n"
    )
    said = read(alone, text)
    assert [(item.speaker.name if item.speaker else None, item.content.text) for item in said if item.content] == [
        ("Marković", "It is not dead."),
        ("Marković", "It said so itself."),
        ("Marković", "And it will be signed in spring."),
        ("Bergstrøm", "The fence stays where it is."),
    ]
    assert {item.manner for item in said} == {"direct"}


def test_the_lexicon_is_in_order() -> None:
    kinds = {"speech", "stance", "silence"}
    for table in (lexicon.verbs(), lexicon.nouns(), lexicon.adjectives()):
        assert table
        for lemma, entry in table.items():
            assert entry.kind in kinds
            assert lemma == lemma.lower().strip()
            assert entry.frames


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Bamako threatened to close the river.", "threatens"),
        ("The general denied that his men had crossed the line.", "denies"),
        ("The general did not say that they had crossed it.", "denies"),
        ("The general refused to comment.", "declines"),
        ("The mayor promised that the bridge would open.", "promises"),
    ],
)
def test_speech_acts(alone: Alone, text: str, act: str) -> None:
    assert [said.act for said in read(alone, text)] == [act]
