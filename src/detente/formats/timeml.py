"""A reading as TimeML 1.2.1: TEXT with its TIMEX3 and EVENT, MAKEINSTANCE, and the publication date as DCT."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from detente.controls import harmless_xml
from detente.formats.timeml_events import Tag, event_tags
from detente.model.date import Date
from detente.model.items import Time
from detente.model.reading import Reading

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
# XML 1.0 has no way to write these; each becomes one replacement character, so that offsets hold.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MODS = frozenset(
    [
        "BEFORE",
        "AFTER",
        "ON_OR_BEFORE",
        "ON_OR_AFTER",
        "LESS_THAN",
        "MORE_THAN",
        "EQUAL_OR_LESS",
        "EQUAL_OR_MORE",
        "START",
        "MID",
        "END",
        "APPROX",
    ]
)
_DCT = "t0"


def timeml(reading: Reading) -> str:
    """The document. TEXT has the characters of the report, but U+FFFD for those that XML cannot hold.

    The DCT is TIMEX3 ``t0``; of an interval it keeps what both ends share, without any date it is XXXX-XX-XX.
    """
    published = reading.front.published.date
    value, told = creation_value(published), str(published) if published else ""
    dct = (
        f'<DCT><TIMEX3 tid="{_DCT}" type="DATE" value={quoteattr(value)} temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{escape(told)}</TIMEX3></DCT>'
    )
    title = reading.report.title
    times = reading.times or ()
    events = event_tags(reading, ((time.evidence.start, time.evidence.end) for time in times))
    return "".join(
        [
            _HEAD,
            f"<DOCID>{_text(reading.report.given_id or reading.report.id)}</DOCID>\n{dct}\n",
            f"<TITLE>{_text(title)}</TITLE>\n" if title else "",
            f"<TEXT>{_tagged(reading.report.text, times, events)}</TEXT>\n",
            *(f"<MAKEINSTANCE {event.instance}/>\n" for event in events),
            "</TimeML>\n",
        ]
    )


def creation_value(published: Date | None) -> str:
    """The TIMEX3 value of a date of publication: itself, or of an interval the digits that both ends share."""
    if published is None:
        return "XXXX-XX-XX"
    if not published.is_interval:
        return published.edtf
    first, _, last = published.edtf.partition("/")
    shared = []
    for left, right in zip(first.split("-"), last.split("-"), strict=False):
        if left != right or not left.isdigit():
            break
        shared.append(left)
    if not shared:
        return "XXXX-XX-XX"
    return "-".join([*shared, "XX", "XX"][:3])


def _tagged(text: str, times: tuple[Time, ...], events: list[Tag]) -> str:
    """The text with its times and events, none of which overlap."""
    numbers = {time.id: f"t{at}" for at, time in enumerate(times, 1)} | {_DCT: _DCT}
    tags = [(t.evidence.start, t.evidence.end, "TIMEX3", _attributes(t, numbers)) for t in times]
    tags += [(event.start, event.end, "EVENT", event.event) for event in events]
    pieces, done = [], 0
    for start, end, name, attributes in sorted(tags):
        pieces.append(_text(text[done:start]))
        pieces.append(f"<{name} {attributes}>{_text(text[start:end])}</{name}>")
        done = end
    pieces.append(_text(text[done:]))
    return "".join(pieces)


def _attributes(time: Time, numbers: dict[str, str]) -> str:
    values = {
        "tid": numbers[time.id],
        "type": time.type,
        "value": time.value,
        "mod": time.mod if time.mod in _MODS else None,
        "temporalFunction": "true" if time.temporal_function else "false",
        "functionInDocument": time.function_in_document or "NONE",
        "anchorTimeID": numbers.get(time.anchor_time_id or ""),
        "beginPoint": numbers.get(time.begin_point or ""),
        "endPoint": numbers.get(time.end_point or ""),
        "quant": time.quant,
        "freq": time.freq,
    }
    return " ".join(f"{name}={quoteattr(value)}" for name, value in values.items() if value)


def _text(text: str) -> str:
    """Text that reads back as it was: a carriage return would become a line feed if it stood as such."""
    return harmless_xml(escape(_UNWRITABLE.sub("\ufffd", text)))
