"""What detente writes keeps the constraints of TimeML 1.2.1 on TIMEX3, whatever the times are."""

from __future__ import annotations

import re

import pytest
from lxml import etree  # type: ignore[import-untyped]
from spacy.language import Language

from detente.formats.timeml import timeml
from detente.model.date import Date
from detente.model.reading import Provenance, Reading
from detente.model.report import DateBasis, Front, Published, Report
from detente.reading.time import Times

_REQUIRED = {"tid", "type", "value"}
_OPTIONAL = {
    "mod", "temporalFunction", "functionInDocument", "anchorTimeID", "beginPoint", "endPoint", "quant", "freq",
    "valueFromFunction",
}  # fmt: skip
_TYPES = {"DATE", "TIME", "DURATION", "SET"}
_FUNCTIONS = {
    "CREATION_TIME", "EXPIRATION_TIME", "MODIFICATION_TIME", "PUBLICATION_TIME", "RELEASE_TIME", "RECEPTION_TIME",
    "NONE",
}  # fmt: skip
_MODS = {
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
}  # fmt: skip
_LENGTH = re.compile(
    r"P(?:XX|(?:\d+(?:\.\d+)?|X)[YMWD](?:\d+M)?(?:T12H)?|T(?:\d+(?:\.\d+)?|X)[HMS](?:\d+[MS])?)|P?T12H"
)
_POINT = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF|[\dX]{2,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|Q[1-4X]|H[12X]|SP|SU|FA|WI|W[\dX]{2}"
    r"(?:-(?:WE|[1-7]))?))?(?:T(?:MO|AF|EV|NI|[012]\d:[0-5]\d))?"
)
TEXTS = (
    "The envoys met at 10 a.m. on Monday, two days after the Sept. 4 summit, and will meet every other week until May.",
    "Until early 2022 the patrols meet twice a month; for the past two years they met on Fridays & <never> at night.",
    "In the late 1980s, in the spring of 1968 and in the third quarter of 2020 nothing moved for more than a decade.",
    "A year earlier, the day before the vote, they had signed; the vote was held on June 3. The next day was calm now.",
    "Half an hour later it was over. In recent weeks, for hours, shells fell; the end of the month is near.",
)


@pytest.mark.parametrize("published", ["2021-09-15", "2021-09", "2021-09-15/2021-10-02", None])
@pytest.mark.parametrize("text", TEXTS)
def test_structure(nlp: Language, text: str, published: str | None) -> None:
    doc = nlp(text)
    date = Date.parse(published) if published else None
    doc._.detente_published = date
    report = Report(text=text, source="test", format="text", raw_sha256="")
    front = Front(None, Published(date, DateBasis.GIVEN), (), (), (), (), ())
    times = tuple(Times(nlp)(doc)._.detente_times)
    root = etree.fromstring(
        timeml(Reading(report, front, Provenance("p", "c", "m", "h", {}, {}, {}), {"times": times})).encode("utf-8"),
    )
    check(root)
    assert str(root.find("TEXT").xpath("string()")) == text
    assert len(root.findall("TEXT/TIMEX3")) == len(times) > 0


def check(root: etree._Element) -> None:
    """Elements in their places, attributes and their values, unique ids and references that resolve."""
    assert root.tag == "TimeML"
    assert [child.tag for child in root if child.tag != "TITLE"] == ["DOCID", "DCT", "TEXT"]
    timexes = list(root.iter("TIMEX3"))
    ids = [timex.get("tid") for timex in timexes]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"t\d+", id_) for id_ in ids)
    assert [timex.get("functionInDocument") for timex in timexes].count("CREATION_TIME") == 1
    for timex in timexes:
        names = set(timex.attrib)
        assert names >= _REQUIRED and names <= _REQUIRED | _OPTIONAL
        assert timex.get("type") in _TYPES
        assert timex.get("functionInDocument", "NONE") in _FUNCTIONS
        assert timex.get("temporalFunction", "false") in {"true", "false"}
        assert timex.get("mod") is None or timex.get("mod") in _MODS
        assert not len(timex)
        lengths = {"DURATION": (_LENGTH,), "SET": (_LENGTH, _POINT)}.get(timex.get("type"), (_POINT,))
        assert any(form.fullmatch(timex.get("value")) for form in lengths), dict(timex.attrib)
        assert timex.get("type") != "SET" or timex.get("quant") or timex.get("freq")
        for name in ("anchorTimeID", "beginPoint", "endPoint"):
            assert timex.get(name) is None or (timex.get(name) in ids and timex.get(name) != timex.get("tid"))
