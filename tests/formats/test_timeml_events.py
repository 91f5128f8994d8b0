"""EVENT and MAKEINSTANCE: every reference resolves, values are TimeML's, the text stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from detente.formats.timeml import timeml
from detente.model.report import Report

if TYPE_CHECKING:
    from detente.reading.reader import Reader

CLASSES = {"OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"}
TENSES = {"FUTURE", "INFINITIVE", "PAST", "PASTPART", "PRESENT", "PRESPART", "NONE"}
ASPECTS = {"PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"}
SENTENCES = (
    "Kenya and Uganda held talks on Monday.",
    "“We reject the plan of Chad,” the minister of Niger said.",
    "Peru said it had been negotiating with Chile since 3 May.",
    "Sanctions imposed by Canada will be lifted & traded <soon>.",
    "Togo has not signed the treaty; Ghana may withdraw its troops.",
)


def root(reader: Reader, text: str) -> etree._Element:
    report = Report(text=text, source="test.txt", format="text", raw_sha256="")
    return etree.fromstring(timeml(reader.read(report)).encode())


def instances(reader: Reader, text: str) -> dict[str, dict[str, str]]:
    tree = root(reader, text)
    words = {event.get("eid"): event for event in tree.iterfind("TEXT/EVENT")}
    return {
        words[made.get("eventID")].text: {"class": words[made.get("eventID")].get("class"), **made.attrib}
        for made in tree.iterfind("MAKEINSTANCE")
    }


@pytest.mark.parametrize(
    ("text", "word", "values"),
    [
        ("Kenya met Uganda.", "met", ("OCCURRENCE", "PAST", "NONE", "VERB", "POS", None)),
        ("Kenya has met Uganda.", "met", ("OCCURRENCE", "PRESENT", "PERFECTIVE", "VERB", "POS", None)),
        ("Kenya had been attacking Uganda.", "attacking",
         ("OCCURRENCE", "PAST", "PERFECTIVE_PROGRESSIVE", "VERB", "POS", None)),
        ("Kenya is attacking Uganda.", "attacking", ("OCCURRENCE", "PRESENT", "PROGRESSIVE", "VERB", "POS", None)),
        ("Kenya will meet Uganda.", "meet", ("I_ACTION", "FUTURE", "NONE", "VERB", "POS", None)),
        ("Kenya may attack Uganda.", "attack", ("OCCURRENCE", "NONE", "NONE", "VERB", "POS", "may")),
        ("Kenya did not attack Uganda.", "attack", ("OCCURRENCE", "PAST", "NONE", "VERB", "NEG", None)),
        ("Uganda was attacked by Kenya.", "attacked", ("OCCURRENCE", "PAST", "NONE", "VERB", "POS", None)),
        ("Kenya accused Uganda of theft.", "accused", ("I_ACTION", "PAST", "NONE", "VERB", "POS", None)),
        ("The annexation of Kuwait by Iraq shocked Oman.", "annexation",
         ("OCCURRENCE", "NONE", "NONE", "NOUN", "POS", None)),
        ("The border is safe, Uganda's minister said.", "said", ("REPORTING", "PAST", "NONE", "VERB", "POS", None)),
    ],
)  # fmt: skip
def test_class_and_instance(reader: Reader, text: str, word: str, values: tuple[str | None, ...]) -> None:
    made = instances(reader, text)[word]
    assert tuple(made.get(n) for n in ("class", "tense", "aspect", "pos", "polarity", "modality")) == values


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_the_document_is_sound(reader: Reader, chosen: list[str]) -> None:
    text = " ".join(chosen)
    tree = root(reader, text)
    assert str(tree.find("TEXT").xpath("string()")) == text
    assert [child.tag for child in tree] == [
        "DOCID",
        "DCT",
        "TEXT",
        *["MAKEINSTANCE"] * len(tree.findall("MAKEINSTANCE")),
    ]
    events = [event.get("eid") for event in tree.iterfind("TEXT/EVENT")]
    assert len(set(events)) == len(events)
    assert [made.get("eventID") for made in tree.iterfind("MAKEINSTANCE")] == events
    assert {event.get("class") for event in tree.iterfind("TEXT/EVENT")} <= CLASSES
    for made in tree.iterfind("MAKEINSTANCE"):
        assert made.get("tense") in TENSES
        assert made.get("aspect") in ASPECTS
        assert made.get("pos") in {"VERB", "NOUN", "ADJECTIVE"}
        assert made.get("polarity") in {"POS", "NEG"}
