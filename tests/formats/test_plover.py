"""PLOVER JSON lines: the manual's fields, dates never made up, status as auxiliary modes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from detente.formats.plover import QUAD_CODES, plover
from detente.formats.plover_actors import actor_code, actor_codes
from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.items import Event, Person
from detente.model.reading import Provenance, Reading
from detente.model.references import Reference
from detente.model.report import DateBasis, DateCandidate, Front, Published, Report
from detente.model.words import Words
from detente.reading.events.lexicon import TYPES

if TYPE_CHECKING:
    from detente.reading.reader import Reader

FIELDS = {
    "id", "date", "actor", "recipient", "event", "mode", "context", "quad_code", "event_loc", "event_text", "link",
    "text", "text_info", "cite_info", "coder", "comment",
}  # fmt: skip
TEXT = (
    "Kenya and Uganda held talks in Nairobi on Monday. Kenyan President William Ruto will visit Uganda in June. "
    "Uganda has not withdrawn its troops from Kenya. Tanzania may attack Rwanda. In 1998 Uganda invaded Congo. "
    "Chad threatened to attack Sudan."
)


def records(reader: Reader, told: str, *, text: bool = True) -> list[dict[str, Any]]:
    dates = (DateCandidate("2021-05-12", DateBasis.GIVEN, "test"),)
    report = Report(text=told, source="test.txt", format="text", raw_sha256="", dates=dates)
    return [json.loads(line) for line in plover(reader.read(report), text=text).splitlines()]


def test_every_type_has_its_quad_code() -> None:
    assert set(QUAD_CODES) == set(TYPES)


def test_a_record_has_the_fields_of_the_manual(reader: Reader) -> None:
    for record in records(reader, TEXT):
        assert set(record) - {"enddate"} == FIELDS
        assert record["event"][0] in TYPES
        assert record["actor"]
        place = record["text_info"]
        assert TEXT[place["start"] : place["end"]] == record["text"]


def test_who_when_and_where(reader: Reader) -> None:
    talks, visit = records(reader, TEXT)[:2]
    assert [entity["code"] for entity in talks["actor"]] == ["KEN", "UGA"]
    assert (talks["recipient"], talks["date"], talks["event_loc"]) == ([], "2021-05-10", {"name": "Nairobi"})
    (ruto,) = visit["actor"]
    assert (ruto["code"], ruto["sector"], ruto["entity_text"]) == ("KEN", ["GOV"], "William Ruto")
    assert (visit["event"], visit["date"], visit["enddate"]) == (["AGREE"], "2021-06-01", "2021-06-30")


def test_status_as_auxiliary_modes(reader: Reader) -> None:
    modes = {(record["event"][0], record["actor"][0]["code"]): record["mode"] for record in records(reader, TEXT)}
    assert modes["CONSULT", "KEN"] == []
    assert modes["AGREE", "KEN"] == []  # the type says that it is still to come
    assert modes["RETREAT", "UGA"] == ["withdraw", "negation"]
    assert modes["ASSAULT", "TZA"] == ["hypothetical"]
    assert modes["ASSAULT", "UGA"] == ["historical"]
    assert modes["THREATEN", "TCD"] == ["violence"]


def test_a_date_that_is_not_told_is_null_with_the_reason(reader: Reader) -> None:
    (record,) = records(reader, "Chad expelled two diplomats of Niger.")
    assert (record["date"], record["comment"]) == (None, "no date in the text, or only a vague one")
    (record,) = records(reader, "Chad recently expelled two diplomats of Niger.")
    assert record["date"] is None
    assert record["comment"]


TOGO, LOME = Reference("party", "TGO", "Togo"), Reference("person", "person-1", "Ama Kodjo")
BYSTANDERS = Reference.described("angry bystanders")


def built(event: Event) -> list[dict[str, Any]]:
    """The records of one event in a reading of one person."""
    ama = Person("person-1", "Ama Kodjo", "TGO", "President", (), (), event.evidence)
    front = Front(None, Published(Date.parse("2021-05-12"), DateBasis.GIVEN), (), (), (), (), ())
    items = {"people": (ama,), "events": (event,)}
    report, made = Report("protest", "t", "text", ""), Provenance("detente 1", "c", "m", "h", {}, {}, {})
    return [json.loads(line) for line in plover(Reading(report, front, made, items)).splitlines()]


def protest(**fields: Any) -> Event:
    words = Words.at("protest", 0, 7)
    return replace(Event("event-1", words, "PROTEST", (TOGO,), (), (), None, None, "occurred", words, words), **fields)


def test_who_acts_is_told_by_reference() -> None:
    (record,) = built(protest(source=(TOGO, LOME, BYSTANDERS), people=(LOME,)))
    assert [(one["code"], one["entity_text"]) for one in record["actor"]] == [
        ("TGO", "Ama Kodjo"), (None, "angry bystanders"),
    ]  # fmt: skip
    assert built(protest(source=(BYSTANDERS,))) == []
    assert record["coder"] == "detente 1"


def test_what_is_inferred_stands_in_the_comment() -> None:
    context = Inference("date", "context"), Inference("source", "table"), Inference("mode", "context")
    (record,) = built(protest(date=Date.parse("2021-05"), inferred=context))
    assert (record["date"], record["enddate"]) == ("2021-05-01", "2021-05-31")
    assert record["comment"] == "inferred: date (context), source (table)"
    assert built(protest(date=Date.parse("2021-05")))[0]["comment"] is None


def test_without_text_the_words_stay_out(reader: Reader) -> None:
    for record in records(reader, TEXT, text=False):
        assert not {"text", "event_text"} & set(record)


def test_an_event_without_an_actor_is_no_record(reader: Reader) -> None:
    assert records(reader, "The prisoners were released.") == []


@pytest.mark.parametrize(
    ("party", "code"),
    [("FRA", "FRA"), ("UN", "UNO"), ("UNHCR", "UNO"), ("EU", "EUR"), ("NATO", "IGO"), ("HEZBOLLAH", "LBN"),
     ("SUN", "RUS"), ("BIH-SERBS", "BIH"), ("Nobody in particular", None)],
)  # fmt: skip
def test_codes_of_actors(party: str, code: str | None) -> None:
    assert actor_code(party) == code


def test_each_code_comes_once() -> None:
    assert actor_codes(["LBN", "HEZBOLLAH", "X", "Y"]) == ["LBN", None]
