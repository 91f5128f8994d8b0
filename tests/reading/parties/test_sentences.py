"""Names of parties over every part of the world, and what only looks like one: one short sentence each."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.reading.parties import Parties

if TYPE_CHECKING:
    from spacy.language import Language

_MARKED = re.compile(r"\{(.+?)([=@])(.+?)\}")
_LINES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in _LINES if line and not line.startswith("#")]


@cache
def _component(nlp: Language) -> Parties:
    return Parties(nlp)


def _expected(marked: str) -> tuple[str, list[tuple[str, str, bool]]]:
    names = [(m[1], m[3], m[2] == "@") for m in _MARKED.finditer(marked)]
    return _MARKED.sub(r"\1", marked), names


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_sentence_s_parties(nlp: Language, marked: str) -> None:
    text, expected = _expected(marked)
    doc = _component(nlp)(nlp(text))
    mentions = doc._.detente_party_mentions
    assert [(text[m.start : m.end], "+".join(m.parties), m.place) for m in mentions] == expected
