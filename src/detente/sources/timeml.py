"""TimeML: the characters of TEXT with its tags taken out; DCT is the date of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft, Raw
from detente.sources.xml_tree import xml_root

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_VALUE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def timeml(raw: Raw) -> Draft:
    """The document. Raises UnreadableReport where it is no XML or has no TEXT."""
    root = _root(raw)
    text = root if root.tag == "TEXT" else root.find(".//TEXT")
    if text is None:
        raise UnreadableReport("is TimeML without a TEXT")
    return Draft(
        str(text.xpath("string()")),
        "timeml",
        id=_content(root, "DOCID"),
        title=_content(root, "TITLE"),
        dates=_dates(root),
    )


def _root(raw: Raw) -> _Element:
    root = xml_root(raw.data, "TimeML")
    if root.tag not in {"TimeML", "TEXT"} and root.find(".//TEXT") is None:
        raise UnreadableReport("is XML, but not TimeML")
    return root


def _content(root: _Element, tag: str) -> str | None:
    element = root.find(f".//{tag}")
    return None if element is None else str(element.xpath("string()")).strip() or None


def _dates(root: _Element) -> tuple[DateCandidate, ...]:
    """DCT's TIMEX3, wherever it stands."""
    for timex in root.iter("TIMEX3"):
        if timex.get("functionInDocument") in {"CREATION_TIME", "PUBLICATION_TIME"}:
            value = timex.get("value") or ""
            match = _VALUE.match(value)
            day = found_date(value) or (match[0] if match else None)
            return (DateCandidate(day, DateBasis.METADATA, "DCT"),) if day else ()
    return ()
