from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.errors import UnreadableReport
from detente.model.report import DateBasis
from detente.sources.pdf import pdf
from detente.sources.raw import Raw

MakeBytes = Callable[..., bytes]
Page = list[tuple[float, float, float, str]]

# Lines of nearly one width, as a paragraph is set.
SET = [
    "The border commission of Togo and Benin met in Aneho on Tuesday to look at the map of the",
    "river that engineers of both states had drawn. The head of the Togolese delegation said that",
    "her government would mark the northern bank by the autumn, and that the posts there were al-",
    "ready paid for. Her counterpart from Benin called the map sound and promised an answer in",
    "May, once the council of ministers had seen it.",
]
AS_ONE = " ".join(SET).replace("al- ready", "already")
NEXT = [
    "Both delegations will meet again in Grand-Popo on 2 June, when the ferry is to open again for",
    "trade, and will then decide on the posts.",
]


def column(lines: list[str], top: float, left: float = 70, size: float = 11, first: float = 0) -> Page:
    """Lines one below the other; ``first`` is how far the first is set in."""
    return [(left + (first if not at else 0), top - at * size * 1.25, size, line) for at, line in enumerate(lines)]


def read(make_pdf: MakeBytes, *pages: Page, **info: str) -> list[str]:
    return pdf(Raw(make_pdf(*pages, **info), "x")).text.split("\n\n")


def test_lines_are_joined_and_hyphens_at_their_ends_go(make_pdf: MakeBytes) -> None:
    assert read(make_pdf, column(SET, 700)) == [AS_ONE]


def test_paragraphs_by_distance_and_by_being_set_in(make_pdf: MakeBytes) -> None:
    far = [*column(SET, 700), *column(NEXT, 700 - 5 * 13.75 - 10)]
    near = [*column(SET, 700, first=20), *column(NEXT, 700 - 5 * 13.75, first=20)]
    short = [*column(SET, 700), *column(NEXT, 700 - 5 * 13.75)]  # told by nothing but the short last line
    for page in (far, near, short):
        assert read(make_pdf, page) == [AS_ONE, " ".join(NEXT)]


def test_letterhead_headline_and_items_stand_alone(make_pdf: MakeBytes) -> None:
    page = [
        (200.0, 780.0, 11.0, "MINISTRY OF RIVERS"),
        (210.0, 766.0, 11.0, "Press release No. 12"),
        (90.0, 740.0, 18.0, "Commission agrees on the map of the border"),
        (120.0, 717.0, 18.0, "and on the ferry"),
        *column(SET, 690),
        *column(["1. The posts on the northern bank are paid for and will be set by Togo before the", "rains."], 620),
        *column(["2. The ferry opens in June."], 592),
    ]
    assert read(make_pdf, page) == [
        "MINISTRY OF RIVERS",
        "Press release No. 12",
        "Commission agrees on the map of the border and on the ferry",
        AS_ONE,
        "1. The posts on the northern bank are paid for and will be set by Togo before the rains.",
        "2. The ferry opens in June.",
    ]


def test_running_heads_and_page_numbers_go_and_paragraphs_go_on(make_pdf: MakeBytes) -> None:
    def page(number: int, lines: list[str]) -> Page:
        head, foot = (70.0, 810.0, 9.0, f"Ministry of Rivers / {number} of 3"), (290.0, 30.0, 9.0, f"- {number} -")
        return [head, *column(lines, 760), foot]

    assert read(make_pdf, page(1, SET[:3]), page(2, [*SET[3:], *NEXT]), page(3, ["(Signed in two copies.)"])) == [
        AS_ONE,
        " ".join(NEXT),
        "(Signed in two copies.)",
    ]


def test_a_line_at_the_edge_of_one_page_stays(make_pdf: MakeBytes) -> None:
    page = [(70.0, 810.0, 9.0, "For immediate release"), *column(SET, 700), (290.0, 30.0, 9.0, "1/1")]
    assert read(make_pdf, page) == ["For immediate release", AS_ONE]


def test_two_columns(make_pdf: MakeBytes) -> None:
    left = [
        "The ferry at Grand-Popo stayed closed",
        "on Monday, and traders on both of the",
        "banks asked when it would open. Those",
        "who had waited for a week were offered",
        "rooms in the school by the two mayors,",
        "and most of them said that they would",
    ]
    right = [
        "rather go home. A spokesman of the port",
        "authority said that the engine had been",
        "repaired and that the tests would begin",
        "on Thursday in the presence of experts",
        "from both of the states.",
    ]
    assert read(make_pdf, [*column(left, 700), *column(right, 700, left=320)]) == [" ".join(left + right)]


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        (["A cease-fire holds. The two states said that the new cease-", "fire would be kept."], "new cease-fire"),
        (["The two states said that the posts would be set by the Franco-", "Togolese company."], "Franco-Togolese"),
        (["The two states agree. The heads of the delegations have now ag-", "reed on it."], "now agreed"),
    ],
)
def test_hyphens(make_pdf: MakeBytes, lines: list[str], word: str) -> None:
    [paragraph] = read(make_pdf, column(lines, 700))
    assert word in paragraph


def test_what_the_file_says_of_itself(make_pdf: MakeBytes) -> None:
    page = [(70.0, 740.0, 18.0, "Commission agrees on the map"), *column(SET, 700)]
    told = pdf(Raw(make_pdf(page, Title="Commission agrees on the map", CreationDate="D:20210504101112+02'00'"), "x"))
    assert told.title == "Commission agrees on the map"
    assert [(date.date, date.basis) for date in told.dates] == [("2021-05-04", DateBasis.INFERRED)]
    assert pdf(Raw(make_pdf(page, Title="untitled1.doc", CreationDate="soon"), "x")).title is None
    assert not pdf(Raw(make_pdf(page, CreationDate="soon"), "x")).dates


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"The envoys met.", "is not a PDF, whatever its name says"),
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF that is too broken to read"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 20, "is a PDF that is too broken to read"),
    ],
)
def test_broken_files(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason):
        pdf(Raw(data, "x"))


def test_ligatures_are_letters(make_pdf: MakeBytes) -> None:
    assert read(make_pdf, [(70.0, 700.0, 11.0, "The \x01rst ferry opens.")]) == ["The first ferry opens."]


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [("SECONDS", 0.01, "over 0.01 seconds to open"), ("PROGRAM", "gone", "breaks its reader")],
)
def test_what_hangs_or_breaks_the_reader_is_a_reason(
    make_pdf: MakeBytes, monkeypatch: pytest.MonkeyPatch, name: str, value: object, reason: str
) -> None:
    monkeypatch.setattr(f"detente.sources.pdf_process.{name}", value)
    with pytest.raises(UnreadableReport, match=reason):
        pdf(Raw(make_pdf(column(SET, 700)), "x"))


def test_no_text(make_pdf: MakeBytes) -> None:
    with pytest.raises(UnreadableReport, match="have its text recognised"):
        pdf(Raw(make_pdf([]), "x"))
