from __future__ import annotations

import pytest

from detente.record.copies.corrections import correction_notes

from .story import BODY, piece

SAYING = [
    "(Corrects sum in the third paragraph)",
    "(Corrects to say that the road is 14 kilometres long, not 41)",
    "(Refiles to fix the spelling of a name)",
    "(This story corrects the length of the road.)",
    "(This May 9 story has been corrected to fix the length of the road in paragraph 2)",
    "(This story has been refiled to add a dropped word in the headline)",
    "An earlier version of this article gave the wrong length for the road.",
    "Editor's note: A previous version of this story misspelled the name of the vice-minister.",
    "Editor’s Note: This article was amended on 10 May 2025 to correct the length of the road.",
    "• This article was amended on 10 May 2025. The road is 14 kilometres long.",
    "CORRECTION: The road is 14 kilometres long.",
    "Correction (May 10): the road is shorter than we said.",
    "Clarification - the ministry speaks of lorries only.",
    "The story has been corrected to show that the war was in 1995.",
    "In our report of 9 May we said that the road was 41 kilometres long.",
    "An earlier dispatch incorrectly said that the road was open.",
]
SILENT = [
    "The ministry corrected the figure on Saturday.",
    "Corrections officers guard the bridge.",
    "An earlier version of the draft spoke of bridges.",
    "The report corrects a belief that is common in Loja.",
    "Clarification of the border took fifty years.",
    "This story of a road begins in 1941.",
]


@pytest.mark.parametrize("note", SAYING)
def test_a_note_of_correction_is_known_before_or_after_the_story(note: str) -> None:
    assert correction_notes(piece("a", f"{note}\n\n{BODY}")) == (note,)
    assert correction_notes(piece("a", f"{BODY}\n\n{note}")) == (note,)
    assert correction_notes(piece("a", credits=f"By A. Quispe\n{note}")) == (note,)


@pytest.mark.parametrize("sentence", SILENT)
def test_other_sentences_correct_nothing(sentence: str) -> None:
    assert correction_notes(piece("a", f"{sentence}\n\n{BODY}")) == ()


@pytest.mark.parametrize(
    "headline",
    [
        "CORRECTED-Peru, Ecuador to clear road",
        "CORRECTED - Peru, Ecuador to clear road",
        "UPDATE 2-CORRECTED-Peru, Ecuador to clear road",
        "CORRECTED (May 10): Peru, Ecuador to clear road",
        "Correction: Peru, Ecuador to clear road",
        "REFILE-Peru, Ecuador to clear road",
        "[Corrected] Peru, Ecuador to clear road",
        "Peru, Ecuador to clear road (Corrected)",
        "Peru, Ecuador to clear road - correction",
    ],
)
def test_a_headline_says_it_by_its_label(headline: str) -> None:
    assert correction_notes(piece("a", headline=headline)) == (headline,)
    assert correction_notes(piece("a", f"{headline}\n\n{BODY}", headline=None)) == (headline,)


@pytest.mark.parametrize(
    "headline",
    [
        "Corrected maps shift a border",
        "Peru demands correction of maps",
        "UPDATE 1-Peru to clear road",
        "Amended law passes",
    ],
)
def test_a_headline_about_a_correction_is_none(headline: str) -> None:
    assert correction_notes(piece("a", headline=headline)) == ()
