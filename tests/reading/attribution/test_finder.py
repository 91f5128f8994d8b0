"""What is made of the network's spans: which word is the cue, what is carried on, who counts as somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.attribution import Statements, lexicon
from detente.reading.attribution.carried import carried
from detente.reading.attribution.finder import find
from detente.reading.attribution.passage import Passage
from detente.reading.reader import Reader
from detente.sources import report_from_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from detente.model.items import Statement
    from detente.reading.attribution.learned.finder import Size

    Alone = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize("size", ["default", "fast"])
def test_both_networks_find_plain_statements(alone: Alone, size: Size) -> None:
    text = 'The minister of Norland said that the canal would be closed. "It is old," she added.'
    assert [each.cue.text for each in alone(text, size) if each.cue] == ["said", "added"]


def test_the_small_network_is_named_in_the_provenance() -> None:
    assert Reader(fast=True).provenance.options == {"fast": "true"}
    assert Reader().provenance.options == {}


def test_fast_readings_are_the_small_networks(reader: Reader) -> None:
    report = report_from_text("The envoy said that the pass was open.\n")
    fast = Reader(only=["statements"], fast=True)
    fast.__dict__["nlp"] = reader.nlp
    assert {component.size for component in fast.components if isinstance(component, Statements)} == {"fast"}
    assert [each.cue.text for each in fast.read(report).statements or () if each.cue] == ["said"]


def test_quoted_sentences_after_the_cues_own_are_carried(nlp: Language) -> None:
    passage = Passage(nlp('"The pass is open," the envoy said. "Nobody will close it."'))
    found = find(passage)
    assert [passage.text[a:b] for each in found for a, b in each.content][-1].startswith("Nobody")
    assert [each.cue is None for each in found] == [False, True]
    assert carried(passage, found[1]) == [found[1]]  # without a cue nothing is left to carry


def test_who_is_done_something_to_is_no_speaker(nlp: Language) -> None:
    passive = find(Passage(nlp("The council was pressed to say that the strait is free.")))
    assert all(each.entry is None or each.entry.lemma != "press" for each in passive)


def test_counted_cues_are_words_that_the_lexicon_does_not_know() -> None:
    known = lexicon.verbs().keys() | lexicon.nouns().keys() | lexicon.adjectives().keys()
    assert lexicon.counted()
    assert not {lemma for lemma, _ in lexicon.counted()} & known
    assert {part for _, part in lexicon.counted()} <= {"VERB", "NOUN", "ADJ"}
