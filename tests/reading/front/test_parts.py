from __future__ import annotations

import pytest

from detente.model.report import DateBasis, DateCandidate
from detente.reading.front import read_front
from detente.reading.front.blocks import blocks
from detente.reading.front.credits import byline_authors, credited_authors, original_language
from detente.reading.front.dateline import opening_dateline, whole_dateline
from detente.reading.front.dates import find_date
from detente.reading.front.names import is_name
from detente.reading.front.pictures import caption
from detente.reading.front.published import rank
from detente.reading.front.sign import Sign
from detente.sources import report_from_text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 May 2021", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("Tuesday, Sept. 7, 2004", "2004-09-07"),
        ("the 1st of June 1999", "1999-06-01"),
        ("Feb. 16", "XXXX-02-16"),
        ("2019-02-16T08:00:00Z", "2019-02-16"),
        ("2019/02/16", "2019-02-16"),
        ("16.02.2019", "2019-02-16"),
        ("16/02/2019", "2019-02-16"),
        ("02/16/2019", "2019-02-16"),
        ("03/05/2019", "2019"),
        ("05/05/2019", "2019-05-05"),
        ("March 2014", "2014-03"),
        ("7-DEC-1988 21:04:50.12", "1988-12-07"),
        ("26/Feb/2018", "2018-02-26"),
        ("9.Sept.2014", "2014-09-09"),
        ("Mar-25-1996", "1996-03-25"),
        ("7-DEC/1988", None),
        ("31 April 2020", None),
        ("29 February 2019", None),
        ("32.13.2019", None),
        ("May 12:30", None),
        ("no date here", None),
        ("Resolution 2254", None),
    ],
)
def test_dates(text: str, edtf: str | None) -> None:
    found = find_date(text)
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("MINSK, Belarus/RIGA -- The two", ["Minsk", "Riga"]),
        ("GENEVA (Reuters) - The two", ["Geneva"]),
        ("WARSAW/VILNIUS, March 3 (PAP) – The two", ["Warsaw", "Vilnius"]),
        ("Oslo, 16 February 2019 – The two", ["Oslo"]),
        ("3 May 2021, Nairobi – The two", ["Nairobi"]),
        ("SARAJEVO, Bosnia and Herzegovina (AP) — The two", ["Sarajevo"]),
        ("PARIS, LONDON and BERLIN — The two", ["Paris", "London", "Berlin"]),
        ("RIO DE JANEIRO — The two", ["Rio de Janeiro"]),
        ("BANGUI, Central African Republic (AFP) - The two", ["Bangui"]),
        ("FORT BRAGG, N.C. -- The two", ["Fort Bragg"]),
        ("KAESONG, North Korea: The two", ["Kaesong"]),
        ("London – The two", ["London"]),
        ("[Beirut] — The two", ["Beirut"]),
        ("SUKHUM, June 9. /TASS/. The two", ["Sukhum"]),
        ("UNITED NATIONS (AP) _ The two", ["United Nations"]),
        ("NATO — the alliance of thirty — said", None),
        ("LUND: We will not sign.", None),
        ("Moscow — long a friend of both — said", None),
        ("The minister — a lawyer — said", None),
        ("UPDATE — The two", None),
        ("In Geneva - The two", None),
        ('"GENEVA" - The two', None),
        ("Ferry MS-21 -- The two", None),
    ],
)
def test_opening_datelines(text: str, places: list[str] | None) -> None:
    found = opening_dateline(text, 0, len(text))
    assert (None if found is None else [name for name, _, _ in found.places]) == places


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Vienna, 3 May 2021", ["Vienna"]),
        ("Kirkenes, Norway, 3 May 2021", ["Kirkenes"]),
        ("May 3, 2021 | Brussels", ["Brussels"]),
        ("Washington, D.C.", ["Washington"]),
        ("Ada Lund, 3 May 2021", None),
        ("Published 3 May 2021", None),
        ("Geneva Conventions", None),
    ],
)
def test_lines_of_place_and_date(line: str, places: list[str] | None) -> None:
    found = whole_dateline(line, 0, len(line))
    assert (None if found is None else [name for name, _, _ in found.places]) == places


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Lund", ("Ada Lund",)),
        ("BY ADA LUND AND JEAN-LUC PETIT", ("Ada Lund", "Jean-Luc Petit")),
        ("Ada Lund in Geneva and Omar bin Said in Muscat", ("Ada Lund", "Omar bin Said")),
        ("By Ada Lund, Diplomatic Correspondent", ("Ada Lund",)),
        ("Analysis by Ada Lund and Max O'Hara, BBC News", ("Ada Lund", "Max O'Hara")),
        ("By our correspondent", ()),
    ],
)
def test_byline_authors(line: str, names: tuple[str, ...]) -> None:
    assert byline_authors(line).names == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Reporting by Ada Lund; Additional reporting by Bo Ek; Editing by Jo Berg)", ("Ada Lund", "Bo Ek")),
        ("(Korean original by Kim Jae-won, Foreign News Desk)", ("Kim Jae-won",)),
        ("Translated from the French by Ada Lund", ()),
        ("— Ada Lund", ("Ada Lund",)),
    ],
)
def test_credited_authors(line: str, names: tuple[str, ...]) -> None:
    assert credited_authors(line) == names


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("(Korean original by Kim Jae-won)", "ko"),
        ("Translated from the French by Ada Lund", "fr"),
        ("Unofficial translation from Russian", "ru"),
        ("This article was originally published in German", "de"),
        ("Translated by Ada Lund from the original Arabic", "ar"),
        ("Reporting by Ada Lund", None),
    ],
)
def test_original_language(line: str, code: str | None) -> None:
    assert original_language(line) == code


@pytest.mark.parametrize("name", ["Ada Lund", "Omar bin Said", "J. R. Holm", "Kim Jae-won", "Zoë Ní Bhriain"])
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "text", ["Moscow Bureau", "New York", "Ada", "South Korea", "Talks resume Monday", "The Guardian"]
)
def test_not_names(text: str) -> None:
    assert not is_name(text)


def test_lines_that_a_width_broke_are_one_block() -> None:
    text = "The panel will sit in the old town hall and is to rule before\nthe end of the season, both said.\nNext one."
    assert len(blocks(text)) == 2
    assert len(blocks("One paragraph here.\nAnother one here.\nA third one.")) == 3
    assert len(blocks("Recalling the treaty;\n(a) one thing;\n(b) another.")) == 3


def _candidate(date: str, basis: DateBasis) -> DateCandidate:
    return DateCandidate(date, basis, "test")


@pytest.mark.parametrize(
    ("candidates", "date", "basis"),
    [
        ([], None, DateBasis.UNKNOWN),
        ([("XXXX-02-16", DateBasis.DATELINE)], None, DateBasis.UNKNOWN),
        ([("2021-02-16", DateBasis.DATELINE), ("2021-02-17", DateBasis.METADATA)], "2021-02-17", DateBasis.METADATA),
        ([("2021", DateBasis.METADATA), ("XXXX-02-16", DateBasis.DATELINE)], "2021-02-16", DateBasis.DATELINE),
        ([("2021", DateBasis.GIVEN), ("2021-02-16", DateBasis.METADATA)], "2021", DateBasis.GIVEN),
        ([("2021-01-02", DateBasis.METADATA), ("XXXX-12-31", DateBasis.DATELINE)], "2021-01-02", DateBasis.METADATA),
    ],
)
def test_rank(candidates: list[tuple[str, DateBasis]], date: str | None, basis: DateBasis) -> None:
    published = rank([_candidate(d, b) for d, b in candidates])
    assert (published.date and str(published.date), published.basis) == (date, basis)
    assert len(published.candidates) == len(candidates)


def test_a_december_dateline_under_a_january_date_is_of_the_year_before() -> None:
    published = rank([_candidate("2021-01-02", DateBasis.METADATA), _candidate("XXXX-12-31", DateBasis.DATELINE)])
    assert published.candidates[1].date == "2020-12-31"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("President Ana Ruiz, right, and her guest, left, shake hands.", True),
        ("President Ana Ruiz, left and Omar Diallo, centre", True),
        ("President Ana Ruiz and her guest, Omar Diallo, left Doha on Friday after they had shaken hands.", False),
    ],
)
def test_who_stands_on_which_side_shows_a_picture(text: str, shown: bool) -> None:
    (block,) = blocks(text)
    assert (caption(block) is Sign.CAPTION) == shown


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        (
            """The Mono Courier
Lomé, Tuesday, March 4, 2031                 National

KODJO: NO BRIDGE WITHOUT A TOLL

Minister sets a price for the crossing at Athiémé""",
            "KODJO: NO BRIDGE WITHOUT A TOLL",
        ),
        (
            "BANK AND BRIDGE\nThe weekly of the lower Mono      Athiémé, 4 March 2031\n\nFerries at dusk",
            "Ferries at dusk",
        ),
        (
            """Ministry of Transport
Togolese Republic
Directorate for the Press

PRESS CONFERENCE BY THE MINISTER OF TRANSPORT, AFI KODJO""",
            "PRESS CONFERENCE BY THE MINISTER OF TRANSPORT, AFI KODJO",
        ),
    ],
)
def test_the_head_of_a_paper_is_no_headline(top: str, headline: str) -> None:
    body = (
        "The minister of transport of Togo said on Monday that lorries would pay for the bridge over the Mono.\n\n"
        "Traders at the ferries waited until dusk for the minister, Afi Kodjo, who had promised the press an answer.\n"
    )
    front = read_front(report_from_text(f"{top}\n\n{body}", source="/mono.txt"))
    assert front.headline is not None and front.headline.text == headline


def test_a_stamp_is_a_line_of_its_own() -> None:
    text = "Peru opens talks\n2021-03-04 09:30:00\ntopNews\n\nThe strike is over, the mayor of Lima\nsaid on Friday."
    found = [text[block.start : block.end] for block in blocks(text)]
    assert found[1:3] == ["2021-03-04 09:30:00", "topNews"]
