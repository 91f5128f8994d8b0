from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.model.report import Report
from detente.sources import reports
from detente.sources.news_export import articles
from detente.sources.raw import Draft

MakeBytes = Callable[..., bytes]

CENTRED = """


                               1 of 2 DOCUMENTS

                              The River Courier

                              May 4, 2021 Tuesday
                              Late Edition - Final

Envoys Agree on the Map of the Border, and
on the Ferry

BYLINE: By AMA DOE and KOFI ROE; Eva Poe contributed
reporting from Cotonou.

SECTION: Section A; Column 0; Foreign Desk; Pg. 6

LENGTH: 512 words

DATELINE: LOME, Togo

The envoys of Togo and Benin agreed on Monday on the map
of the river that parts the two states.

   ''We will mark the bank,'' said the head of the
Togolese delegation.

BACKGROUND: The river moved in 1987.

URL: http://www.courier.example

SUBJECT: BORDERS (90%); FERRIES (78%)

LOAD-DATE: May 5, 2021

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: The ferry (PHOTOGRAPH BY B. LOE)

CORRECTION: An earlier report gave a wrong year for the move of the river.

PUBLICATION-TYPE: Newspaper

                   Copyright 2021 The River Courier Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS

                   Copyright 2021 Coast News Agency
                          All Rights Reserved
                           Coast News Agency

                     4 May 2021 Tuesday 3:14 PM GMT

Ferry to open

LENGTH: 80 words

The ferry opens in June, the mayors said.

LOAD-DATE: 4 May 2021
"""

PLAIN = """River Courier
1. Envoys agree on the map
2. Ferry to open
Envoys agree on the map
The River Courier (Lome)
May 4, 2021 Tuesday 3:14 PM GMT
Copyright 2021 River Courier Ltd. All Rights Reserved
Section: WORLD NEWS; Version:1
Length: 631 words
Byline: Ama Doe in Lome
Highlight: The two states mark their border
Body

The envoys of Togo and Benin agreed on Monday.
Language: that was the hard part, she said.
Both were pleased.
Graphic
The ferry, 2020
Classification

Language: ENGLISH
Publication-Type: Newspaper
Load-Date: May 5, 2021
End of Document
Ferry to open
Coast News Agency
May 4, 2021
Length: 80 words
Body
The ferry opens in June.
Load-Date: May 4, 2021

End of Document
"""


def read(text: str) -> list[Draft]:
    found = articles(text)
    assert all(isinstance(article, Draft) for article in found)
    return found  # type: ignore[return-value]


def test_the_centred_form() -> None:
    first, second = read(CENTRED)
    assert first.text.split("\n\n") == [
        "Envoys Agree on the Map of the Border, and on the Ferry",
        "By AMA DOE and KOFI ROE; Eva Poe contributed reporting from Cotonou.",
        "LOME, Togo",
        "The envoys of Togo and Benin agreed on Monday on the map\nof the river that parts the two states.",
        "''We will mark the bank,'' said the head of the\nTogolese delegation.",
        "BACKGROUND: The river moved in 1987.",
        "CORRECTION",
        "An earlier report gave a wrong year for the move of the river.",
    ]
    assert (first.title, first.publisher, first.url) == (
        "Envoys Agree on the Map of the Border, and on the Ferry",
        "The River Courier",
        None,  # the paper's front page is no address of the article
    )
    assert [(date.date, date.source) for date in first.dates] == [("2021-05-04", "Nexis date")]
    assert first.authors == ("AMA DOE and KOFI ROE; Eva Poe contributed reporting from Cotonou.",)
    assert second.text == "Ferry to open\n\nThe ferry opens in June, the mayors said."
    assert (second.publisher, second.dates[0].date) == ("Coast News Agency", "2021-05-04")


def test_the_newer_form() -> None:
    first, second = read(PLAIN)
    assert first.title == "Envoys agree on the map"
    assert (first.publisher, first.authors) == ("The River Courier (Lome)", ("Ama Doe in Lome",))
    assert first.text.endswith(
        "\n\nThe envoys of Togo and Benin agreed on Monday.\nLanguage: that was the hard part, she said.\n"
        "Both were pleased."
    )
    assert "ferry, 2020" not in first.text
    assert second.text == "Ferry to open\n\nThe ferry opens in June."


def test_a_headline_with_a_date_in_it() -> None:
    text = PLAIN.replace("Envoys agree on the map", "Briefing on the map, April 30, 2021")
    first = read(text)[0]
    assert (first.title, first.publisher) == ("Briefing on the map, April 30, 2021", "The River Courier (Lome)")
    assert first.dates[0].date == "2021-05-04"


def test_an_export_as_input(tmp_path: Path, make_docx: MakeBytes) -> None:
    (tmp_path / "a.txt").write_text(CENTRED.replace("\n", "\r\n"), encoding="utf-8-sig")
    (tmp_path / "b.docx").write_bytes(make_docx(*PLAIN.split("\n")))
    found = list(reports([str(tmp_path)]))
    assert all(isinstance(report, Report) and report.format == "nexis" for report in found)
    assert [Path(report.source).name for report in found] == ["a.txt:1", "a.txt:2", "b.docx:1", "b.docx:2"]
    assert [report.title for report in found if isinstance(report, Report)][2:] == [
        "Envoys agree on the map",
        "Ferry to open",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The archive holds\n3 of 40 DOCUMENTS\nthat the envoys signed.",
        "End of Document\n\nThe envoys signed nothing.",
        "LENGTH: 40 words were enough for the envoys.",
        "",
    ],
)
def test_other_texts_are_no_export(text: str) -> None:
    assert articles(text) == []
