"""Who is who across reports, and who held which office."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, Dossier, dossier
from detente.dossier.names import compatible, skeleton, split
from detente.reading.reader import Reader
from tests.dossier.conftest import read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lavrov", "Lawrow"),
        ("Sergey", "Sergei"),
        ("Mohammed", "Mohamad"),
        ("Muslat", "Meslet"),
        ("Kowalczyk", "Kovalczik"),
    ],
)
def test_spellings_of_a_name_are_one(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Lavrov", "Larov"), ("Soto", "Sato Lima"), ("Ana", "Eva"), ("Paredes", "Perales")]
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_an_article_is_no_part_of_a_surname() -> None:
    assert split("Asaad al-Zoubi") == (("Asaad",), "Zoubi")
    assert split("Farid al Zoubi") == (("Farid",), "Zoubi")


def test_given_names_that_differ_keep_two_apart() -> None:
    assert compatible(("Marta",), ()) and compatible(("M.",), ("Marta",))
    assert not compatible(("Marta",), ("Rosa",))


def test_a_surname_finds_its_full_name_and_two_of_one_surname_stay_two(reader: Reader) -> None:
    texts = {
        "2030-01-01-a": "A\n\nForeign Minister Rosa Paredes of Peru spoke. Peru's Trade Minister Luis Paredes did.\n",
        "2030-01-02-b": "B\n\nPeru's Foreign Minister Rosa Paredes met the press in Lima.\n",
        "2030-01-03-c": "C\n\nChile's President Iván Sotto spoke in Lima, and President Ivan Soto of Chile left.\n",
    }
    made = dossier(read(reader, texts), About("x"))
    names = [one.name for one in made.people]
    assert sum("Paredes" in name for name in names) == 2
    assert sum("Sot" in name for name in names) == 1


def test_an_office_passes_on(river_dossier: Dossier) -> None:
    held = {tenure.person.name: tenure for tenure in river_dossier.tenures}
    assert str(held["Rosa Paredes"].since) == "../2030-03-01"
    assert str(held["Rosa Paredes"].until) == "2030-04-05"
    assert held["Marta Quispe"].until is None
    assert held["Marta Quispe"].party == "PER"


def test_a_group_that_reports_introduce_is_the_side_of_who_speaks_for_it(reader: Reader) -> None:
    text = (
        "Council stays away\n\nThe Joint River Council (JRC) said on Monday that it would not attend the talks.\n\n"
        "JRC spokesman Tarek Haddu said the council must be heard first.\n"
    )
    made = dossier(read(reader, {"2030-01-01-a": text}), About("x"))
    assert next(one for one in made.people if one.name == "Tarek Haddu").party == "Joint River Council"
    assert "Joint River Council" in {line.party for line in made.positions}


def test_an_office_is_held_by_the_day_on_which_its_holder_speaks(reader: Reader) -> None:
    texts = {
        "2031-05-12-a": "Envoy\n\nLIMA - Foreign Minister Rosa Paredes of Peru said on May 10 that they go on.\n",
        "2031-05-20-b": "Envoy silent\n\nLIMA - Chile named Iván Soto its envoy. He spoke in Arica in 2019.\n",
    }
    made = dossier(read(reader, texts), About("The Lauca"))
    since = {tenure.person.name: str(tenure.since) for tenure in made.tenures}
    assert since["Rosa Paredes"] == "../2031-05-10"
    assert since.get("Iván Soto", "../2031-05-20") == "../2031-05-20"
