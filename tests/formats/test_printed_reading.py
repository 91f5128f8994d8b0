"""One reading in the terminal: its sections in the table's order, each line as it is known, its words on request."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from detente.formats.printed_items import _PRINTERS
from detente.formats.printed_reading import print_reading
from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.items import (
    Agreement,
    Ahead,
    Claim,
    Event,
    Party,
    Person,
    Provision,
    Statement,
    Term,
    Territory,
    Time,
)
from detente.model.reading import Provenance, Reading
from detente.model.references import Reference
from detente.model.report import DateBasis, DateCandidate, Front, Published, Report
from detente.model.sections import SECTIONS
from detente.model.words import Words

TEXT = "“The river is ours,” Ama Kodjo of Togo told Ghana on Monday. Ghana holds the Volta Bar."
AMA, TOGO, GHANA = (
    Reference("person", "person-1", "Ama Kodjo"), Reference("party", "TGO", "Togo"), Reference("party", "GHA", "Ghana"),
)  # fmt: skip


def words(told: str) -> Words:
    at = TEXT.index(told)
    return Words.at(TEXT, at, at + len(told))


def printed(items: dict[str, tuple[Any, ...]], *, evidence: bool = False, times: bool = False) -> str:
    front = Front(words("Volta Bar"), Published(Date.parse("2021-05-12"), DateBasis.GIVEN), (), (), (), (), ())
    reading = Reading(Report(TEXT, "t.txt", "text", ""), front, Provenance("p", "c", "m", "h", {}, {}, {}), items)
    console = Console(width=150, file=io.StringIO(), highlight=False, color_system=None, record=True)
    print_reading(reading, console, evidence=evidence, times=times)
    return console.export_text()


def line(section: str, item: Any) -> str:
    """The first line of an item, its cells parted by single spaces."""
    return " ".join(
        printed({section: (item,)}, times=True).split(f"{SECTIONS[section].title}\n")[1].splitlines()[0].split()
    )


SAID = Statement(
    "statement-1", AMA, "TGO", "direct", words("The river is ours,"), words("told"), words("Ama Kodjo"),
    Date.parse("2021-05-10"), None, GHANA, False, words("The river is ours,"),
)  # fmt: skip
MET = Event(
    "event-1", words("told"), "CONSULT", (TOGO,), (GHANA,), (AMA,), Date.parse("2021-05"), "Volta Bar", "denied",
    words("told"), words("told"),
    inferred=(Inference("date", "context"), Inference("place", "context"), Inference("mode", "table")),
)  # fmt: skip
PACT = Agreement(
    "agreement-1", "river pact", (), None, (TOGO, GHANA), "signed", None, (Provision(words("The river is ours")),),
    None, (), words("river"), tuple(Inference("parties", "context", words(name)) for name in ("Togo", "Ghana")),
)  # fmt: skip
BAR = Territory(
    "territory-1", "Volta Bar", (), None, (), (TOGO,), GHANA, (Claim(TOGO, "table", as_of=Date.parse("2020")),),
    (Claim(GHANA, "said", words("holds")),), None, None, (), words("Volta Bar"),
    (Inference("claimed_by", "table", as_of=Date.parse("2020")), Inference("kind", "table")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("section", "item", "told"),
    [
        ("times", Time("time-1", "DATE", "2021-05-10", words("Monday")), "2021-05-10 date Monday"),
        ("parties", Party("TGO", "state", "Togo", ("Togo", "Lomé"), (), words("Togo")), "TGO Togo Lomé"),
        ("parties", Party("TGO", "state", "Togo", (), (), words("Togo"), (Inference("id", "table"),)),
         "TGO Togo – [id: table]"),
        ("people", Person("person-1", "Ama Kodjo", "TGO", None, (), (), words("Ama Kodjo"),
                          inferred=(Inference("party", "table"),)), "Ama Kodjo TGO – [party: table]"),
        ("events", MET, "2021-05 told · did not happen [Togo → Ghana · Volta Bar] [date, place: context]"),
        ("ahead", Ahead("ahead-1", words("told"), None, (TOGO, AMA), words("told"), "postponed", "P1W"),
         "– told · Togo, Ama Kodjo [postponed] [recurs: P1W]"),
        ("people", Person("person-1", "Ama Kodjo", "TGO", "mayor", (), (), words("Ama Kodjo"),
                          inferred=(Inference("office", "context"), Inference("party", "table"))),
         "Ama Kodjo TGO mayor [party: table · office: context]"),
        ("terms", Term("term-1", AMA, "mayor", Date.parse("2024-05-early"), words("Ama"),
                       (Inference("until", "report date"),)),
         "until 2024-05-early Ama Kodjo mayor [until: report date]"),
        ("agreements", PACT, "– river pact · Togo and Ghana · signed [parties: context]"),
        ("territories", BAR, "claimed by TGO held by GHA Volta Bar [claimed by: table, 2020]"),
    ],
)  # fmt: skip
def test_each_item_is_told_and_says_what_of_it_is_inferred(section: str, item: Any, told: str) -> None:
    assert line(section, item) == told


def test_every_section_has_a_printer_of_its_own() -> None:
    assert set(_PRINTERS) == set(SECTIONS)


def test_empty_sections_are_left_out() -> None:
    shown = printed(dict.fromkeys(SECTIONS, ())).splitlines()
    assert [line for line in shown if line in {section.title for section in SECTIONS.values()}] == []
    assert shown.count("nothing found") == 1


def test_a_section_that_was_not_read_is_not_shown() -> None:
    assert SECTIONS["events"].title not in printed({"parties": ()})


def test_provisions_stand_below_their_agreement() -> None:
    assert "· The river is ours" in printed({"agreements": (PACT,)})


def test_evidence_is_the_words_with_their_place() -> None:
    assert f"[{SAID.evidence.start}–{SAID.evidence.end}] The river is ours," in printed(
        {"statements": (SAID,)}, evidence=True
    )


def test_the_head_says_from_what_the_date_is_known() -> None:
    shown = printed({})
    assert "Volta Bar" in shown
    assert shown.splitlines()[1:3] == ["published 2021-05-12 (given)", "t.txt"]
    candidate = DateCandidate("2021-05", DateBasis.INFERRED, "the vote is past")
    front = Front(
        None, Published(Date.parse("2021-05"), DateBasis.INFERRED, (candidate,)), (), (), (), (), (), (), "fr"
    )
    reading = Reading(Report(TEXT, "t.txt", "text", ""), front, Provenance("p", "c", "m", "h", {}, {}, {}), {})
    console = Console(width=150, file=io.StringIO(), highlight=False, color_system=None, record=True)
    print_reading(reading, console)
    told = console.export_text()
    assert "t.txt · dated from the text: the vote is past · translated (original language: fr)" in told


def said(number: int, **changed: Any) -> Statement:
    """What Ama Kodjo said, changed; with a number that tells it from others."""
    return replace(SAID, id=f"statement-{number}", **changed)


def shown_lines(items: dict[str, tuple[Any, ...]]) -> list[str]:
    return [" ".join(line.split()) for line in printed(items).splitlines() if line.strip()][3:]


PEOPLE = (Person("person-1", "Ama Kodjo", "TGO", "mayor", (), (), words("Ama Kodjo")),)


def test_who_speaks_heads_what_he_says_own_words_first_and_a_date_once() -> None:
    reported = said(2, manner="indirect", cue=words("told"), content=words("Ghana holds"), evidence=words("Ama"))
    own = said(3, cue=None, addressee=None, content=words("The river"))
    assert shown_lines({"statements": (reported, SAID, own), "people": PEOPLE})[:5] == [
        "Who said what",
        "Ama Kodjo, mayor, Togo",
        "2021-05-10 “The river is ours,” [“told” · to Ghana]",
        "“The river”",
        "told Ghana: Ghana holds",
    ]


def test_parties_come_before_their_people_then_others_then_the_unnamed() -> None:
    of_togo = said(2, speaker=TOGO)
    analyst = said(3, speaker=Reference.described("Tom Reed"), party=None)
    unnamed = said(4, speaker=Reference.described("a diplomat"), anonymous=True)
    shown = shown_lines({"statements": (unnamed, analyst, SAID, of_togo)})
    heads = ["Who said what", "Togo", "Ama Kodjo, Togo", "Others who are heard", "Tom Reed", "Without a name"]
    assert [line for line in shown if line in heads] == heads
    assert shown[shown.index("Without a name") + 1] == "a diplomat, Togo"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"venue": "Ghana"}, "“The river is ours,” [“told” · to Ghana]"),
        ({"venue": "the port"}, "“The river is ours,” [“told” · to Ghana · at the port]"),
        ({"inferred": (Inference("party", "table", as_of=Date.parse("2020")),)}, "Togo [party: table, 2020]"),
        ({"inferred": (Inference("date", "context"),)}, "[date: context]"),
        ({"manner": "indirect", "cue": words("holds")}, "The river is ours, [“holds” · to Ghana]"),
    ],
)
def test_what_stands_beside_the_words(changed: dict[str, Any], told: str) -> None:
    assert told in " ".join(shown_lines({"statements": (said(1, **changed),)}))


def test_deeds_go_by_date_and_undated_ones_come_last() -> None:
    late, early = replace(MET, id="event-2"), replace(MET, id="event-3", date=Date.parse("2020"), status="occurred")
    undated = replace(MET, id="event-4", date=None, inferred=())
    shown = shown_lines({"events": (undated, late, early)})
    assert [line.split()[0] for line in shown[1:4]] == ["2020", "2021-05", "–"]
    assert "did not happen" not in shown[1]


def test_what_lies_ahead_comes_first_and_places_last() -> None:
    items: dict[str, tuple[Any, ...]] = {
        "territories": (BAR,), "people": PEOPLE, "statements": (SAID,), "events": (MET,), "agreements": (PACT,),
        "ahead": (Ahead("ahead-1", words("told"), None, (), words("told")),),
    }  # fmt: skip
    shown = shown_lines(items)
    titles = [SECTIONS[name].title for name in ("ahead", "agreements", "events", "statements", "people", "territories")]
    assert [line for line in shown if line in titles] == titles


def test_a_season_is_told_by_its_name() -> None:
    time = Time("t1", "DATE", "2024-SU", words("Monday"), Date.parse("2024-22"))
    event = Event("e", words("told Ghana"), None, (TOGO,), (), (), time.edtf, None, "occurred", words("told Ghana"))
    assert line("events", event).startswith("summer 2024 [Togo] told Ghana") or line("events", event).startswith(
        "summer 2024 told Ghana"
    )
