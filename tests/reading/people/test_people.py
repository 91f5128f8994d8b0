"""The component on its own, without parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.mention import Mention
from detente.model.report import Zone, ZoneSpan
from detente.reading.english.cast import acts_for
from detente.reading.english.mentions import mention_at
from detente.reading.people import People

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

    NamesOf = Callable[[Doc, Mention], tuple[str, ...]]


def test_where_no_party_is_named_names_and_offices_are_still_read(nlp: Language) -> None:
    doc = read(nlp("Foreign Minister Aylin Demir met Carlos Ortega. Demir said the talks were useful."))
    demir = doc._.detente_people[0]
    assert (demir.name, demir.office, demir.party) == ("Aylin Demir", "Foreign Minister", None)
    assert [words.text for words in demir.mentions] == ["Aylin Demir", "Demir"]
    assert demir.evidence.text == "Foreign Minister Aylin Demir"


def test_actors_takes_conjuncts_with_it(nlp: Language, names_of: NamesOf) -> None:
    doc = nlp("Foreign Minister Aylin Demir and Carlos Ortega met on Monday.")
    read(doc)
    head = next(token for token in doc if token.text == "Demir")
    people, parties = acts_for(doc, head)
    assert (people, parties) == (tuple(person.id for person in doc._.detente_people), ())
    mention = mention_at(doc, head)
    assert mention is not None
    assert names_of(doc, mention) == ("Aylin Demir",)


def read(doc: Doc) -> Doc:
    """The Doc of a text in which no party is named."""
    doc._.detente_parties = ()
    return People()(doc)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", '"', "The", "President", "the two", "- - -", "his", "'s"])
def test_scraps_of_text_give_nobody(nlp: Language, text: str) -> None:
    doc = read(nlp(text))
    assert doc._.detente_people == ()
    assert all(isinstance(mention, Mention) for mention in doc._.detente_mentions)


_PIECES = """Foreign Minister|President|the|his|Iranian|counterpart|Aylin Demir|Demir|Ortega|al|-|bin|'s|,|.|"|and|of
said|the two ministers|the latter|Mr.|Dr|spokesman for|in Geneva|(|)|who heads|was named|as|its|they|she|Gen.|former
then|elect|Jae-in|Đorđević|É""".replace("\n", "|").split("|")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*_PIECES, "\n\n"]), max_size=25).map(" ".join))
def test_any_order_of_words_is_read(nlp: Language, text: str) -> None:
    doc = read(nlp(text))
    for person in doc._.detente_people:
        for words in (person.evidence, *person.mentions):
            assert text[words.start : words.end] == words.text
    assert all(0 <= mention.start < mention.end <= len(text) for mention in doc._.detente_mentions)


def test_captions_and_credits_name_nobody(nlp: Language) -> None:
    text = "Minister Aylin Demir arrives.\n\nMinister Carlos Ortega stayed at home.\n\n(Reporting by Laura Stein)"
    doc = nlp(text)
    ends = [text.index("\n\nMinister"), text.index("\n\n(")]
    doc._.detente_zones = (
        ZoneSpan(Zone.CAPTION, 0, ends[0]),
        ZoneSpan(Zone.BODY, ends[0] + 2, ends[1]),
        ZoneSpan(Zone.CREDIT, ends[1] + 2, len(text)),
    )
    assert [person.name for person in read(doc)._.detente_people] == ["Carlos Ortega"]


def test_reading_twice_gives_the_same_items(nlp: Language) -> None:
    text = "President Ilse Maran met Prime Minister Juho Aalto. The two leaders smiled. Maran said she was glad."
    first, second = (read(nlp(text)) for _ in range(2))
    assert first._.detente_people == second._.detente_people
    assert first._.detente_mentions == second._.detente_mentions
