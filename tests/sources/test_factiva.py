from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import UnreadableReport
from detente.model.report import Report, SetAside
from detente.sources import reports
from detente.sources.news_export import articles
from detente.sources.raw import Draft

TAGGED = """SE   World
HD   Envoys agree on the map of the border
BY   By Ama Doe
WC   512 words
PD   4 May 2021
ET   07:12
SN   Coast News Agency
SC   COASTN
LA   English
CY   Copyright 2021 Coast News Agency.

LP   LOME, May 4 (Coast) - The envoys of Togo and Benin agreed on Monday on the
     map of the river.

     A ferry opens in June.

TD   "We will mark the bank," the head of the Togolese delegation said.

     IN Cotonou, the council of ministers was silent.

CO   cstna : Coast News Agency
IN   i83 : Ferries
NS   gdip : International Relations
RE   togo : Togo
PUB  Coast Ltd.
AN   Document COASTN0020210504eh540012x

HD   Ferry to open
WC   80 words
PD   5 May 2021
SN   River Courier
LA   English
LP   The ferry opens in June.
AN
Document RIVCOU0020210505eh5500001
"""

PLAIN = """World
Envoys agree on the map of the border
By Ama Doe
1,512 words
4 May 2021
07:12
Coast News Agency
COASTN
English
(c) 2021 Coast News Agency

LOME, May 4 (Coast) - The envoys of Togo and Benin agreed on Monday.

A ferry opens in June.

Document COASTN0020210504eh540012x

Page 2 of 3 \u00a9 2021 Factiva, Inc. All rights reserved.

Ferry to open
80 words
5 May 2021
River Courier
RIVCOU
English
Copyright 2021. River Courier.
The ferry opens in June.

Document RIVCOU0020210505eh5500001

Search Summary
Text    ferry and border
"""


def read(text: str) -> list[Draft]:
    found = articles(text)
    assert all(isinstance(article, Draft) for article in found)
    return found  # type: ignore[return-value]


def test_the_form_with_codes() -> None:
    first, second = read(TAGGED)
    assert first.text.split("\n\n") == [
        "Envoys agree on the map of the border",
        "By Ama Doe",
        "LOME, May 4 (Coast) - The envoys of Togo and Benin agreed on Monday on the\nmap of the river.",
        "A ferry opens in June.",
        '"We will mark the bank," the head of the Togolese delegation said.',
        "IN Cotonou, the council of ministers was silent.",
    ]
    assert (first.id, first.publisher, first.authors) == (
        "COASTN0020210504eh540012x",
        "Coast News Agency",
        ("Ama Doe",),
    )
    assert [(date.date, date.source) for date in first.dates] == [("2021-05-04", "Factiva date")]
    assert second.text == "Ferry to open\n\nThe ferry opens in June."


def test_the_form_without_codes() -> None:
    first, second = read(PLAIN)
    assert first.text.split("\n\n") == [
        "Envoys agree on the map of the border",
        "By Ama Doe",
        "LOME, May 4 (Coast) - The envoys of Togo and Benin agreed on Monday.",
        "A ferry opens in June.",
    ]
    assert (first.title, first.publisher, first.dates[0].date) == (
        "Envoys agree on the map of the border",
        "Coast News Agency",
        "2021-05-04",
    )
    assert second.text == "Ferry to open\n\nThe ferry opens in June."
    assert (second.publisher, second.id) == ("River Courier", "RIVCOU0020210505eh5500001")


def test_both_forms_tell_the_same() -> None:
    tagged, plain = read(TAGGED)[1], read(PLAIN)[1]
    assert (tagged.text, tagged.id, tagged.dates, tagged.publisher) == (
        plain.text,
        plain.id,
        plain.dates,
        plain.publisher,
    )


def test_an_article_that_cannot_be_told_stops_none_of_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN.replace("80 words", "eighty words"))
    first, second = reports([str(tmp_path / "a.txt")])
    assert isinstance(first, Report)
    assert (first.format, first.source) == ("factiva", f"{tmp_path}/a.txt:1")
    assert isinstance(second, SetAside)
    assert "fields cannot be told, Factiva's RIVCOU0020210505eh5500001" in second.reason


@pytest.mark.parametrize(
    "text", ["Document COASTN0020210504eh540012x\n", "See\nDocument ABCDEFGHIJKLMNOPQRSTU\n80 words\n", ""]
)
def test_other_texts_are_no_export(text: str) -> None:
    assert not [article for article in articles(text) if not isinstance(article, UnreadableReport)]
    assert articles(text) == []
