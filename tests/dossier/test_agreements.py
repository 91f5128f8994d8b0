"""An agreement is one, by whichever of its names a report calls it."""

from __future__ import annotations

import pytest

from detente.dossier.account import About, dossier
from detente.dossier.page.deals import agreement_lines
from detente.reading.reader import Reader
from tests.dossier.conftest import read

TEXTS = {
    "2030-05-01-a": """Ghana and Togo sign lagoon accord

LOMÉ - Ghana and Togo signed the Keta Lagoon Accord on Wednesday. The accord obliges both to share figures on fish.

The accord came into force at once, the two ministers said.
""",
    "2030-06-01-b": """Togo praises accord

LOMÉ - Togo said on Saturday that the Keta Lagoon Accord had held for a month. It called the accord a good one.
""",
}


def test_what_a_report_calls_the_accord_is_the_one_that_it_names(reader: Reader) -> None:
    made = dossier(read(reader, TEXTS), About("The lagoon"))
    named = [one for one in made.agreements if one.is_named]
    assert [one.name for one in named] == ["Keta Lagoon Accord"]
    assert len(made.agreements) == 1
    assert {step.source.number for step in named[0].history} == {1, 2}
    assert "in force" in {step.status for step in named[0].history}


@pytest.mark.parametrize(("reports", "told"), [(6, False), (3, True)])
def test_what_became_of_an_accord_is_what_several_reports_tell_where_many_do(
    reader: Reader, reports: int, told: bool
) -> None:
    begun = "Accord\n\nLOMÉ - The Keta Lagoon Accord of Ghana and Togo came into force on May 1. {}\n"
    more = ("Nets dry.", "Rain fell on Keta.", "Buyers came from Accra.", "Eels were sold.", "A band played.")
    texts = {f"2030-05-0{day}-x": begun.format(words) for day, words in enumerate(more[: reports - 1], 2)}
    texts["2030-05-09-z"] = "Accord\n\nLOMÉ - The Keta Lagoon Accord of Ghana and Togo collapsed on May 8.\n"
    made = dossier(read(reader, texts), About("The lagoon"))
    line = next(one for one in agreement_lines(made.agreements, 0) if "Keta" in one.lead)
    assert "in force (2030-05-01)" in line.text
    assert ("ended (2030-05-08)" in line.text) is told
