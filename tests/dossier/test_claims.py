"""Who claims and who holds a territory: by which reports, and by the table where no report says it."""

from __future__ import annotations

from detente.dossier.account import About, dossier
from detente.dossier.claims import claimants, holders
from detente.reading.reader import Reader
from tests.dossier.conftest import read


def test_reports_are_named_and_the_table_stands_beside_them(reader: Reader) -> None:
    readings = read(
        reader,
        {
            "2030-03-01-alpha": "Islands\n\nLIMA - Argentina claims the Falkland Islands, officials said.\n",
            "2030-03-02-beta": "Isles\n\nLIMA - Argentina claims the Falkland Islands, which Britain holds.\n",
        },
    )
    (one,) = dossier(readings, About("Islands")).territories
    first = claimants(one)[0]
    assert first.who.id == "ARG"
    assert [source.number for source, _ in first.said] == [1, 2]
    assert all("claims" in words.text for _, words in first.said)
    assert first.table is not None
    (held,) = holders(one)
    assert (held.who.id, [source.number for source, _ in held.said]) == ("GBR", [2])
