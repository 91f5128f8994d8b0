"""What lay ahead and was overtaken by what a later report tells."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, dossier
from detente.reading.reader import Reader
from tests.dossier.conftest import read

PLAN = "Toll to go\n\nACCRA - Ghana will lift the salt toll on lorries of Togo at Aflao by June 28, it said.\n"


@pytest.mark.parametrize(
    ("later", "ahead"),
    [
        ("The salt toll on lorries of Togo, which was to have been lifted at Aflao by June 28, stays.", False),
        ("The salt toll on lorries of Togo is to be lifted at Aflao by June 28, as planned.", True),
        ("A market at Tema, which was to have been opened by June 28, remains shut.", True),
    ],
)
def test_what_was_to_have_come_lies_not_ahead(reader: Reader, later: str, ahead: bool) -> None:
    texts = {"2030-06-08-a": PLAN, "2030-06-20-b": f"Toll stays\n\nACCRA - {later}\n"}
    made = dossier(read(reader, texts), About("The Volta"))
    due = next(one for one in made.agenda if one.history[0].source.number == 1)
    assert due.is_ahead(made.today) is ahead


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Ghana has granted Keta Salt a licence to mine salt in the Songor lagoon field.", "held"),
        ("Togo has granted Keta Salt a licence to mine salt in the Songor lagoon field.", "scheduled"),
        ("Ghana has opened a school in Songor.", "scheduled"),
    ],
)
def test_a_decision_is_no_more_ahead_once_it_is_carried_out(reader: Reader, later: str, status: str) -> None:
    plan = "Ghana has promised to decide by July whether to license mining of salt in the Songor lagoon field."
    texts = {"2030-05-08-a": f"Salt\n\nACCRA - {plan}\n", "2030-06-20-b": f"Licence\n\nACCRA - {later}\n"}
    made = dossier(read(reader, texts), About("The Volta"))
    (due,) = [one for one in made.agenda if "whether" in one.history[0].words.text]
    assert due.status == status
    assert len(due.history) == (2 if status == "held" else 1)
