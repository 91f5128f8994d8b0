"""Every type and mode of PLOVER has cues, and an example that reads back as it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.events.lexicon import TYPES, lexicon, read_cue, word_lists
from detente.reading.events.triggers import candidates, triggers

if TYPE_CHECKING:
    from spacy.language import Language

    from detente.reading.events.triggers import Trigger

MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}


def found(nlp: Language, text: str) -> list[Trigger]:
    doc = nlp(text)
    indexes = candidates(doc)
    return [t for s in doc.sents for t in triggers(s, [i for i in indexes if s.start <= i < s.end])]


@pytest.mark.parametrize("kind", TYPES)
def test_a_type_has_its_modes_cues_definition_and_quad_class(kind: str) -> None:
    entry = lexicon().types[kind]
    assert set(entry.modes) == set(MODES.get(kind, "").split())
    assert entry.label.upper() == kind
    assert len(entry.definition) > 20
    assert entry.quad.split()[0] in {"verbal", "material"}


@pytest.mark.parametrize("kind", TYPES)
def test_the_example_of_a_type_reads_back(nlp: Language, kind: str) -> None:
    example = lexicon().types[kind].example
    assert kind in [t.cue.type for t in found(nlp, example)], example


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind in MODES for mode in MODES[kind].split()])
def test_the_example_of_a_mode_reads_back(nlp: Language, kind: str, mode: str) -> None:
    example = lexicon().types[kind].modes[mode]
    assert (kind, mode) in [(t.cue.type, t.cue.mode) for t in found(nlp, example)], example


def test_the_most_specific_cue_comes_first() -> None:
    for table in (lexicon().verbs, lexicon().nouns, lexicon().adjectives):
        for cues in table.values():
            weights = [cue.weight for cue in cues]
            assert weights == sorted(weights, reverse=True)


def test_a_cue_is_read_from_its_pattern() -> None:
    cue = read_cue("pull out of : $treaty @ pact", "SANCTION", "discontinue", {"treaty": frozenset({"treaty"})})
    assert (cue.lemma, cue.words, cue.party) == ("pull", ("out", "of"), True)
    assert cue.heads == {"treaty", "pact"}
    cue = read_cue("hunger_strike/s", "PROTEST", "hunger", {})
    assert (cue.lemma, cue.before, cue.plural) == ("strike", ("hunger",), True)


def test_a_class_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        read_cue("sign : $nothing", "SUPPORT", None, {})


def test_word_lists_are_read() -> None:
    assert "treaty" in word_lists("classes")["treaty"]
    assert "hold" in word_lists("light")["carriers"]
