from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from detente.model.report import DateBasis, Front, Published, Report, Zone, ZoneSpan
from detente.reading.extensions import sentences
from detente.reading.front import read_front
from detente.reading.parse import parse, plain


def _front(zones: list[ZoneSpan]) -> Front:
    return Front(None, Published(None, DateBasis.UNKNOWN), (), (), (), (), tuple(zones))


def _report(text: str) -> Report:
    return Report(text, "test", "text", "")


def test_a_headline_never_runs_into_the_sentence_below(nlp: Language) -> None:
    text = "Ministers agree on water\n\nThe two sides met in Cairo. They will meet again."
    zones = [ZoneSpan(Zone.HEADLINE, 0, 24), ZoneSpan(Zone.BODY, 26, len(text))]
    doc = parse(_report(text), _front(zones), nlp)
    assert [sentence.text.strip() for sentence in sentences(doc)] == [
        "Ministers agree on water",
        "The two sides met in Cairo.",
        "They will meet again.",
    ]


def test_chrome_is_cut_into_tokens_but_is_no_prose(nlp: Language) -> None:
    text = "Share this story\n\nThe envoy left. Talks go on.\n\nSubscribe now"
    zones = [ZoneSpan(Zone.CHROME, 0, 16), ZoneSpan(Zone.BODY, 18, 46), ZoneSpan(Zone.CHROME, 48, len(text))]
    doc = parse(_report(text), _front(zones), nlp)
    assert [sentence.text.strip() for sentence in sentences(doc)] == ["The envoy left.", "Talks go on."]
    assert [sentence.text.strip() for sentence in sentences(doc, Zone.CHROME)] == ["Share this story", "Subscribe now"]


def test_the_parser_sees_plain_marks_and_the_record_keeps_the_report_s(nlp: Language) -> None:
    text = "“We are\nready,” the envoy said."
    doc = parse(_report(text), _front([ZoneSpan(Zone.BODY, 0, len(text))]), nlp)
    assert doc.text == '"We are ready," the envoy said.'
    assert doc._.detente_text == text


def test_a_very_long_paragraph_is_cut_at_sentences(nlp: Language) -> None:
    text = "The ministers met in Geneva and agreed to meet again. " * 900
    doc = parse(_report(text), _front([ZoneSpan(Zone.BODY, 0, len(text))]), nlp)
    assert doc.text == text
    assert sum(1 for _ in sentences(doc)) == 900


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=5))
def test_offsets_are_the_report_s_whatever_the_text(nlp: Language, paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    zones, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        if paragraph:
            zones.append(ZoneSpan(Zone.CHROME if number % 2 else Zone.BODY, at, at + len(paragraph)))
        at += len(paragraph) + 2
    doc = parse(_report(text), _front(zones), nlp)
    assert doc.text == plain(text)
    assert len(doc.text) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "and the envoy went home " * 1_300, "The envoy said " + "( " * 6_500, "(the envoy " * 700, "a-" * 1_500,
    ],
)  # fmt: skip
def test_no_sentence_is_endless_and_no_batch_large(nlp: Language, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed_together: list[int] = []
    pipe = nlp.pipe

    def counted(docs: list[Doc]) -> Iterator[Doc]:
        parsed_together.append(sum(map(len, docs)))
        return pipe(docs)

    monkeypatch.setattr(nlp, "pipe", counted)
    doc = parse(_report(text), _front([ZoneSpan(Zone.BODY, 0, len(text))]), nlp)
    assert doc.text == plain(text)
    assert max(map(len, sentences(doc))) <= 1_000
    assert max(parsed_together) <= 6_000


def test_a_paragraph_that_is_none_is_several() -> None:
    for text in ("The ministers met in Geneva and agreed. " * 1_000, "word " * 9_000, "The envoy said " + "x" * 45_000):
        spans = read_front(_report(text)).zones
        body = [text[span.start : span.end] for span in spans]
        assert {span.zone for span in spans} == {Zone.BODY}
        assert max(map(len, body)) <= 10_000
        assert "".join("".join(body).split()) == "".join(text.split())
    assert all(part.endswith("agreed.") for part in _bodies("The ministers met in Geneva and agreed. " * 1_000))


def _bodies(text: str) -> list[str]:
    return [text[span.start : span.end] for span in read_front(_report(text)).zones]
