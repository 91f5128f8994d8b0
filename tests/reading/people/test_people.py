"""The component on its own, with and without parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.mention import Mention
from detente.reading.people import People, actors, mention_at

if TYPE_CHECKING:
    from spacy.language import Language


def test_without_parties_names_and_offices_are_still_read(nlp: Language) -> None:
    doc = People()(nlp("Foreign Minister Aylin Demir met Carlos Ortega. Demir said the talks were useful."))
    demir = doc._.detente_people[0]
    assert (demir.name, demir.office, demir.party) == ("Aylin Demir", "Foreign Minister", None)
    assert [words.text for words in demir.mentions] == ["Aylin Demir", "Demir"]
    assert demir.evidence.text == "Foreign Minister Aylin Demir"


def test_actors_takes_conjuncts_with_it(nlp: Language) -> None:
    doc = nlp("Foreign Minister Aylin Demir and Carlos Ortega met on Monday.")
    doc._.detente_party_mentions = ()
    People()(doc)
    head = next(token for token in doc if token.text == "Demir")
    assert actors(doc, head) == (("Aylin Demir", "Carlos Ortega"), ())
    mention = mention_at(doc, head)
    assert mention is not None
    assert mention.people == ("Aylin Demir",)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", '"', "The", "President", "the two", "- - -", "his", "'s"])
def test_scraps_of_text_give_nobody(nlp: Language, text: str) -> None:
    doc = People()(nlp(text))
    assert doc._.detente_people == ()
    assert all(isinstance(mention, Mention) for mention in doc._.detente_mentions)
