"""A sentence on a line of so many characters."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, dossier
from detente.dossier.wording import line_of
from detente.model.words import Words
from detente.reading.reader import Reader
from tests.dossier.conftest import read

TEXT = "The harbour master of Lomé, who had waited on the quay since dawn, waved the ferry through at noon."


@pytest.mark.parametrize(
    ("word", "most", "line"),
    [
        ("waved", 200, TEXT),
        ("master", 40, "The harbour master of Lomé, who had …"),
        ("waved", 60, "The harbour master … waved the ferry through at noon."),
        ("waved", 40, "The harbour … waved the ferry through …"),
    ],
)
def test_a_long_sentence_keeps_its_beginning_and_the_words_that_count(word: str, most: int, line: str) -> None:
    start = TEXT.index(word)
    found = line_of(TEXT, 0, Words(start, start + len(word), word, None), most)
    assert found == line


def test_a_deed_far_into_its_sentence_is_told_with_who_did_it(reader: Reader) -> None:
    text = (
        "Boats\n\nLOMÉ - The coast guard of Togo, long at rest in the old port under the lighthouse on the bank of the "
        "lagoon, its only engine under repair since the floods of the spring, ordered a boat from Benin to stop.\n"
    )
    made = dossier(read(reader, {"2030-06-14-a": text}), About("The Mono"))
    ordered = next(one for one in made.events if one.told.what.text.startswith("ordered"))
    assert ordered.cut_to(120) == "The coast guard of Togo … ordered a boat from Benin to stop"
