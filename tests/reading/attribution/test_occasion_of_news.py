"""The day of what a report tells as its news, and who speaks in documents of two or several."""

from __future__ import annotations

import pytest

from detente.model.items import Statement
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import report_from_text


def said(reader: Reader, text: str, published: str = "2024-05-06") -> list[Statement]:
    report = report_from_text(text, published=published)
    assert isinstance(report, Report)
    return list(reader.read(report).statements or ())


def dates(found: list[Statement]) -> list[str | None]:
    return [each.date.edtf if each.date else None for each in found]


LEAD = "KIGALI Rwanda faces harsh new duties on coffee after a vote of the council on Monday.\n\n"


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Envoy Paul Kagabo of Rwanda said the duties went too far.", "2024-05-06"),
        ("Envoy Paul Kagabo of Rwanda said last year that the duties went too far.", "2023"),
        ("Envoy Paul Kagabo of Rwanda says the duties go too far.", None),
        ("Envoy Paul Kagabo of Rwanda had earlier said the duties went too far.", None),
        ("Envoy Paul Kagabo of Rwanda believes the duties go too far.", None),
    ],
)
def test_the_day_of_the_news(reader: Reader, told: str, date: str | None) -> None:
    assert dates(said(reader, LEAD + told))[-1:] == [date]


@pytest.mark.parametrize(
    ("published", "date"), [("2024-05-07", "2024-05-06"), ("2024-05-09", None), ("2024-05-06", "2024-05-06")]
)
def test_only_a_day_near_the_publication(reader: Reader, published: str, date: str | None) -> None:
    text = LEAD + "Envoy Paul Kagabo of Rwanda said the duties went too far."
    assert dates(said(reader, text, published))[-1:] == [date]


def test_the_day_of_what_is_said_is_not_that_of_the_saying(reader: Reader) -> None:
    text = "LOME Togo said that the port closed on Monday.\n\nEnvoy Ama Kodjo of Togo said the port would open again."
    assert dates(said(reader, text)) == [None, None]


CALL = (
    "Readout of President Moyo's Call with President Banda\n\n2024-05-06\n\nPresident Joseph Moyo of Zambia spoke "
    "today with President Lazarus Banda of Malawi. "
)


def test_the_bare_office_is_whose_account_it_is(reader: Reader) -> None:
    found = said(reader, CALL + "The President urged President Banda to open the Mchinji crossing.")
    assert [each.party for each in found if each.cue and each.cue.text == "urged"] == ["ZMB"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Kenya and Uganda said they would discuss the base.", "KEN"),
        ("Uganda and Kenya said they would discuss the base.", "UGA"),
        ("Joint Statement from the Leaders of Togo and Benin\n\n2024-05-06\n\nWe call for the release of the sailors.",
         "TGO"),
    ],
)  # fmt: skip
def test_of_several_the_party_of_the_first(reader: Reader, text: str, party: str) -> None:
    found = said(reader, text)
    assert [each.party for each in found] == [party]
    assert len(found[0].speakers) == 2


def test_a_title_as_long_as_its_list_of_authors_is_one(reader: Reader) -> None:
    states = (
        "Angola, Benin, Chad, Ecuador, Fiji, Ghana, Iceland, Jordan, Kenya, Malawi, Norway, Oman, Peru, Qatar, Panama"
    )
    title = f"Joint Statement from the Leaders of {states}, Togo, Tonga, Tunisia and Zambia Calling for the Release of"
    found = said(reader, f"{title} the Sailors Held in Goma\n\n2024-05-06\n\nWe call for the release of the sailors.")
    assert [each.party for each in found] == ["AGO"]
    assert dates(found) == ["2024-05-06"]
