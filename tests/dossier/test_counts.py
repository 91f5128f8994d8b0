"""Figures that several reports give, figures that exclude one another, denials, and who is silent."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from detente.dossier.account import About, dossier
from detente.dossier.contradictions import contradictions
from detente.dossier.figures import clashes, figures
from detente.dossier.page.line import short_date
from detente.dossier.silence import silent_since
from detente.model.date import Date
from detente.reading.reader import Reader
from tests.dossier.conftest import read

TOLLS = {
    "2031-05-05-a": "Raid on a camp\n\nBAMAKO - The raid on May 4 killed 31 soldiers at the camp, Mali's army said.\n",
    "2031-05-06-b": "Raid: toll\n\nNIAMEY - The raid on May 4 killed 44 soldiers at the camp, rebels said in Mali.\n",
    "2031-05-07-c": "After the raid\n\nBAMAKO - The army buried the 31 soldiers of the camp on Wednesday.\n",
}


def test_a_figure_is_told_where_two_independent_reports_give_it(reader: Reader) -> None:
    made = dossier(read(reader, TOLLS), About("Mali"))
    found = [(one.text, [given.source.number for given in one.given]) for one in figures(made.sources)]
    assert [numbers for text, numbers in found if "31" in text] == [[1, 3]]
    assert not any("44" in text for text, _ in found)


def test_figures_of_one_day_that_differ_contradict_each_other(reader: Reader) -> None:
    made = dossier(read(reader, TOLLS), About("Mali"))
    pairs = clashes(made.sources)
    assert [{one.figure.value, other.figure.value} for one, other in pairs] == [{31.0, 44.0}]
    (found,) = contradictions((), pairs, ())
    assert [side.source.number for side in found.sides] == [1, 2]


def test_what_is_denied_in_the_same_word_contradicts(reader: Reader) -> None:
    texts = {
        "2031-05-05-a": "Shelling\n\nBAMAKO - Mali's army shelled a village in Niger on May 4.\n",
        "2031-05-06-b": "Denial\n\nBAMAKO - Mali's army did not shell a village in Niger on May 4, a minister said.\n",
    }
    made = dossier(read(reader, texts), About("Mali"))
    (event,) = [one for one in made.events if len(one.sources) == 2]
    assert event.voice.denial is not None and event.voice.denial.source.number == 2
    assert len(contradictions(made.events, (), ())) == 1


def line(party: str, *days: str) -> Any:
    return SimpleNamespace(party=party, issue="water", stances=[SimpleNamespace(date=Date(day)) for day in days])


@pytest.mark.parametrize(
    ("other", "today", "since"),
    [
        ("2031-04-01", "2031-05-01", "2031-01-10"),
        ("2031-01-05", "2031-05-01", None),  # nobody has spoken since
        ("2031-02-01", "2031-02-20", None),  # six weeks are no silence
    ],
)
def test_a_party_is_silent_while_another_speaks(other: str, today: str, since: str | None) -> None:
    own = line("PER", "2030-12-01", "2031-01-10")
    found = silent_since(own, [own, line("CHL", other)], Date(today))
    assert (str(found) if found else None) == since


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04/2031-05-09", "2031-05-04/09"),
        ("2031-05-28/2031-06-03", "2031-05-28/06-03"),
        ("2031-12-28/2032-01-03", "2031-12-28/2032-01-03"),
        ("2031-05", "2031-05"),
        ("../2031-05-04", "../2031-05-04"),
    ],
)
def test_an_interval_is_shown_without_what_its_ends_share(date: str, shown: str) -> None:
    assert short_date(Date.parse(date)) == shown
