"""The reader over many reports."""

from __future__ import annotations

import pytest

from detente.model.round_trip import reading_json
from detente.reading import reader as reading
from detente.reading.reader import Reader
from detente.sources import report_from_text

TEXT = "LIMA, 4 May 2021 - Foreign Minister Rosa Paredes of Peru said that talks with Chile would go on."


def test_words_of_old_reports_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST_WORDS", 5)
    reader = Reader(only=["people", "statements"])
    first = reading_json(reader.read(report_from_text(TEXT)))
    reader.read(report_from_text("Zorgul Vexhaim of Qubbania said that Trelmony, Ushkatar and Ombrelia would sign."))
    loaded = reader.nlp
    assert "Vexhaim" in loaded.vocab.strings
    assert reading_json(reader.read(report_from_text(TEXT))) == first
    assert reader.nlp is not loaded
    assert "Vexhaim" not in reader.nlp.vocab.strings


def test_a_pipeline_is_kept_while_it_holds_few_words() -> None:
    reader = Reader(only=["front"])
    reader.read(report_from_text(TEXT))
    loaded = reader.nlp
    reader.read(report_from_text(TEXT + " Peru agreed."))
    assert reader.nlp is loaded
