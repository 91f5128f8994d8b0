from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from detente.formats.timeml import creation_value, timeml
from detente.model.date import Date
from detente.model.items import Time
from detente.model.reading import Provenance, Reading
from detente.model.report import DateBasis, Front, Published, Report
from detente.model.words import Words


def reading(text: str, times: tuple[Time, ...] = (), published: str | None = "2021-09-15") -> Reading:
    report = Report(text=text, source="test", format="text", raw_sha256="", title="R & D", key="a<b")
    front = Front(None, Published(Date.parse(published) if published else None, DateBasis.GIVEN), (), (), (), (), ())
    return Reading(report, front, Provenance("p", "c", "m", "h", {}, {}, {}), {"times": times})


def parsed(document: str) -> etree._Element:
    return etree.fromstring(document.encode("utf-8"))


@given(st.text(st.characters(codec="utf-8")))
def test_text_reads_back_as_it_was(text: str) -> None:
    back = str(parsed(timeml(reading(text))).find("TEXT").xpath("string()"))
    assert len(back) == len(text)
    assert back == re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def test_times_and_creation_date() -> None:
    text = "They met on Friday & left < two days later."
    friday = Time("time-1", "DATE", "2021-09-10", Words.at(text, 12, 18), temporal_function=True, anchor_time_id="t0")
    later = Time("time-2", "DATE", "2021-09-12", Words.at(text, 28, 42), mod="APPROX", anchor_time_id="time-1")
    root = parsed(timeml(reading(text, (friday, later))))
    assert root.findtext("DOCID") == reading(text).report.id
    assert dict(root.find("DCT/TIMEX3").attrib) == {
        "tid": "t0",
        "type": "DATE",
        "value": "2021-09-15",
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }
    first, second = root.findall("TEXT/TIMEX3")
    assert (first.text, first.get("tid"), first.get("value"), first.get("anchorTimeID")) == (
        "Friday",
        "t1",
        "2021-09-10",
        "t0",
    )
    assert (second.text, second.get("mod"), second.get("anchorTimeID")) == ("two days later", "APPROX", "t1")


def test_creation_value() -> None:
    assert creation_value(None) == "XXXX-XX-XX"
    assert creation_value(Date.parse("2019-02-16/2019-02-20")) == "2019-02-XX"
    assert creation_value(Date.parse("2019-12-30/2020-01-02")) == "XXXX-XX-XX"
    assert creation_value(Date.parse("2019-12-30/..")) == "XXXX-XX-XX"
    assert creation_value(Date.parse("2019-02")) == "2019-02"
    assert creation_value(Date.parse("2019-02-early")) == "2019-02"
