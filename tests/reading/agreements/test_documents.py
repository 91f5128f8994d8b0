from __future__ import annotations

import pytest

from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.items import Agreement
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import report_from_text

HEAD = "Joint Statement of the Presidents of Peru and Chile\n\nLima, 3 May 2019\n\n"


def read(reader: Reader, text: str) -> tuple[Agreement, ...]:
    report = report_from_text(text)
    assert isinstance(report, Report)
    return reader.read(report).agreements or ()


def provisions(reader: Reader, body: str) -> list[tuple[str, str | None]]:
    found = next(iter(read(reader, HEAD + body)), None)
    if found is None:
        return []
    return [(p.text.text, p.condition.text if p.condition else None) for p in found.provisions]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("They met in Lima.\n\n2. The two sides agreed to:\n(a) build a bridge;\n(b) open the port once all is clear.",
         [("build a bridge", None), ("open the port", "once all is clear")]),
        ("The Parties shall:\n\n- share their catch data every month;\n\n- clear the strait of wrecks if funds allow.",
         [("share their catch data every month", None), ("clear the strait of wrecks", "if funds allow")]),
        ("II. They agreed:\n\na) to exchange maps, provided that each remains secret;\n\nb) to end night patrols.",
         [("to exchange maps", "provided that each remains secret"), ("to end night patrols", None)]),
        ("Peru shall, upon receipt of the list, release the trawlers.",
         [("release the trawlers", "upon receipt of the list")]),
        ("Chile will, if both capitals so wish, send two engineers.",
         [("send two engineers", "if both capitals so wish")]),
        ("Undertook to refrain from new drilling in the bay.", [("to refrain from new drilling in the bay", None)]),
        ("The Presidents also decided to invite a third judge.", [("to invite a third judge", None)]),
    ],
)  # fmt: skip
def test_obligations(reader: Reader, body: str, wanted: list[tuple[str, str | None]]) -> None:
    assert provisions(reader, body) == wanted


def test_a_list_of_what_was_only_talked_of_binds_nobody(reader: Reader) -> None:
    assert provisions(reader, "The Presidents discussed:\n(a) the price of copper;\n(b) trains to the coast.") == []


def test_the_list_ends_where_the_numbering_changes(reader: Reader) -> None:
    body = (
        "4. The sides agreed to:\n(a) count the herds;\n(b) mark the wells.\n\n5. Peru noted the drought of last year."
    )
    assert provisions(reader, body) == [("count the herds", None), ("mark the wells", None)]


@pytest.mark.parametrize(
    ("foot", "date"),
    [
        ("Done at Lima, this ninth day of May 2019.", "2019-05-09"),
        ("Signed in Lima on the 21st day of June, 2019, in two copies.", "2019-06-21"),
        ("The next round follows in winter.", "2019-05-03"),
    ],
)
def test_the_day_of_a_document(reader: Reader, foot: str, date: str) -> None:
    assert read(reader, f"{HEAD}Peru shall open the port of Ilo to all ships.\n\n{foot}")[0].date == Date.parse(date)


def test_a_document_without_a_day_has_that_of_the_report(reader: Reader) -> None:
    text = "Joint Statement of the Presidents of Peru and Chile\n\nPeru shall open the port of Ilo to all ships.\n"
    report = report_from_text(text, published="2019-05-04")
    assert isinstance(report, Report)
    (document,) = reader.read(report).agreements or ()
    assert document.date == Date.parse("2019-05-04")
    assert Inference("date", "report date") in document.inferred


def test_a_title_that_says_no_more_than_the_kind(reader: Reader) -> None:
    text = (
        "JOINT COMMUNIQUÉ\n\nIssued at Accra on 17 June 2008\n\nThe Foreign Ministers of Ghana and Togo, meeting under "
        "the chairmanship of Benin, reviewed the frontier.\n\nThe Parties shall reopen the two crossings in July."
    )
    report = report_from_text(text)
    assert isinstance(report, Report)
    reading = reader.read(report)
    assert reading.front.headline is not None and reading.front.headline.text == "JOINT COMMUNIQUÉ"
    assert reading.front.published.date == Date.parse("2008-06-17")
    (document,) = reading.agreements or ()
    assert (document.date, {party.id for party in document.parties}) == (Date.parse("2008-06-17"), {"GHA", "TGO"})


def test_what_is_open_to_all_has_not_the_parties_of_its_surroundings(reader: Reader) -> None:
    text = "Under the Convention on the Law of the Sea, Peru and Chile must mark their coasts."
    found = {agreement.name: agreement.parties for agreement in read(reader, text)}
    assert found == {"Convention on the Law of the Sea": ()}


def test_the_law_that_somebody_keeps_is_no_agreement_told_of(reader: Reader) -> None:
    text = "Peru and Chile cited the Charter of the United Nations and the Convention on the Law of the Sea."
    assert read(reader, text) == ()


def test_what_a_document_says_of_itself_is_no_other_agreement(reader: Reader) -> None:
    found = read(reader, HEAD + "Peru shall open the port.\n\nThe present Agreement shall enter into force at once.")
    assert len(found) == 1
