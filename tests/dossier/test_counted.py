"""Figures of one thing stand together, whatever their values and the words around it."""

from __future__ import annotations

from detente.dossier.counted import counted
from detente.dossier.source import given_of, sources
from detente.reading.reader import Reader
from tests.dossier.conftest import read

FERRIES = {
    "2031-02-01-alpha": "Peru says that Chile keeps five patrol boats and 700 marines at Arica.\n",
    "2031-02-02-beta": "Chile keeps two patrol boats at Arica, and it has 250 marines there.\n\nTwo clerks listened.\n",
}


def test_what_is_counted_stands_together_with_every_value(reader: Reader) -> None:
    given, _ = sources(given_of(read(reader, FERRIES)))
    found = {one.of: [each.figure.value for each in one.given] for one in counted(given)}
    boats = next(values for of, values in found.items() if "patrol" in of)
    marines = next(values for of, values in found.items() if "marines" in of)
    assert boats == [5.0, 2.0]
    assert marines == [700.0, 250.0]
    assert not [of for of in found if "clerk" in of]  # of which only a small number is told
    assert all(one.values == 2 for one in counted(given))
