"""Who is at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.mention import Mention
from detente.reading.english.mentions import Mentions, mention_at, mentions
from detente.reading.extensions import register

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

register()
TEXT = "The foreign minister of Chile met the envoy."


@pytest.fixture
def doc(nlp: Language) -> Doc:
    doc = nlp(TEXT)
    minister = Mention(0, 29, "title", parties=("CHL",), people=("a",))
    office = Mention(4, 29, "title", parties=("CHL",))
    chile = Mention(24, 29, "name", parties=("CHL",))
    envoy = Mention(34, 43, "title", parties=("PER",))
    doc._.detente_mentions = (minister, office, chile, envoy)
    return doc


@pytest.mark.parametrize(("word", "start"), [("The", 0), ("minister", 4), ("of", 4), ("Chile", 24), ("envoy", 34)])
def test_the_innermost_mention_is_found(doc: Doc, word: str, start: int) -> None:
    token = next(token for token in doc if token.text == word)
    found = mention_at(doc, token)
    assert found is not None
    assert found.start == start


@pytest.mark.parametrize("word", ["met", "."])
def test_a_word_outside_has_none(doc: Doc, word: str) -> None:
    assert mention_at(doc, next(token for token in doc if token.text == word)) is None


def test_mentions_by_where_they_begin(doc: Doc) -> None:
    found = mentions(doc)
    assert [m.start for m in found.within(4, 34)] == [4, 24]
    assert [m.start for m in found.within(5, 35)] == [24, 34]
    assert [m.start for m in found.until(doc[4])] == [0, 4, 24]
    assert found
    assert not Mentions(())


def test_what_stands_on_the_doc_now_counts(doc: Doc) -> None:
    assert mention_at(doc, doc[4]) is not None
    doc._.detente_mentions = None
    doc._.detente_party_mentions = (Mention(0, 3, "name", parties=("PER",)),)
    assert mention_at(doc, doc[4]) is None
    assert mention_at(doc, doc[0]) is not None
