"""What stands around a report's body: headline, datelines, by-lines, captions, credits and the page's furniture.

``read_front`` reads the text alone, before anything is parsed, in time that grows with the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.knowledge.loader import listed
from detente.model.report import DateBasis, DateCandidate, Dateline, Front, Report, Zone, ZoneSpan
from detente.model.words import Words
from detente.reading.front.blocks import Block, blocks, end_mark
from detente.reading.front.credits import byline_authors, credited_authors, original_language
from detente.reading.front.cues import credit_lines, places
from detente.reading.front.dateline import DatelineFound
from detente.reading.front.dates import find_date
from detente.reading.front.headline import day_of_title
from detente.reading.front.layout import lay_out
from detente.reading.front.lines import dated_lines, place_done
from detente.reading.front.published import rank
from detente.reading.front.sign import Sign
from detente.reading.front.stamps import stamp_city
from detente.reading.front.state import Layout
from detente.reading.front.undashed import reported_from

__all__ = ["read_front"]

_UPDATED = listed("en/front/lines", "updated")
_HEADING_MARK = re.compile(r"#{1,6}(?=\s)")
_CLOSING = re.compile(
    r"(?:(?<=[.!?\"”’])\s+(?=[A-Z(\[])|\s(?=[(\[]))"
    r"([(\[]?(?:(?i:(?:additional |with )?(?:reporting|writing|editing|compiled|translated))|[A-Z][a-z]+ original)"
    r" (?:and \w+ )?(?:by|from) (?:[A-Z]|the [A-Z])[^\n]{0,400})$"
)
_LONGEST = 10_000  # characters of a paragraph: what is looked for in one takes memory by the square of its length
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_AGENCY_END = re.compile(r"(?<=[.!?\"”’])\s+([(\[][A-Za-z][\w./, -]{1,40}[)\]])\.?$")


def read_front(report: Report) -> Front:
    """Read a report's front matter, its zones, and its date so far as metadata and front matter tell it."""
    text = report.text
    layout = lay_out(text, blocks(text), report.title, taken=report.format == "html")
    zones: list[ZoneSpan] = []
    for k, block in enumerate(layout.blocks):
        zones += _zones(text, block, layout.zones[k], layout.datelines.get(k))
    by_zone = {zone: tuple(Words.at(text, z.start, z.end) for z in zones if z.zone is zone) for zone in Zone}
    credited = tuple(Words.at(text, z.start, z.end) for z in zones if z.zone in (Zone.BYLINE, Zone.CREDIT))
    return Front(
        headline=next(iter(by_zone[Zone.HEADLINE]), None),
        published=rank([*report.dates, *_dates(text, layout)]),
        dateline=_places(text, layout, by_zone[Zone.BYLINE]),
        chrome=tuple(words for words in by_zone[Zone.CHROME] if any(map(str.isalnum, words.text))),
        captions=by_zone[Zone.CAPTION],
        credits=credited,
        zones=tuple(zones),
        authors=_authors(report, by_zone[Zone.BYLINE], by_zone[Zone.CREDIT]),
        translated_from=next((code for words in credited if (code := original_language(words.text))), None),
    )


def _zones(text: str, block: Block, zone: Zone, dateline: DatelineFound | None) -> list[ZoneSpan]:
    """Part a block: a dateline from its paragraph, a mark from its heading, a credit from the last words."""
    start, end = block.start, block.end
    out: list[ZoneSpan] = []
    if dateline is not None and zone is not Zone.DATELINE:
        out.append(ZoneSpan(Zone.DATELINE, start, dateline.end))
        start = _skip(text, dateline.end, end)
    elif zone in (Zone.HEADLINE, Zone.BODY):
        mark = _HEADING_MARK.match(text, start, end)
        if mark:
            out.append(ZoneSpan(Zone.CHROME, start, mark.end()))
            start = _skip(text, mark.end(), end)
    if zone is not Zone.BODY:
        return [*out, ZoneSpan(zone, start, end)] if start < end else out
    mark_at = end_mark(text, start, end)
    prose_end = _back(text, start, mark_at)
    credit = _credit_at_end(text, start, prose_end)
    for kind, left, right in (
        (Zone.BODY, start, _back(text, start, credit)),
        (Zone.CREDIT, credit, prose_end),
        (Zone.CHROME, mark_at, end),
    ):
        if left < right:
            out += (ZoneSpan(kind, *part) for part in _parts(text, left, right))
    return out


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph that is longer than any is, as several: at sentences' ends, else between words, else anywhere."""
    while end - start > _LONGEST:
        stops = max((m.end() for m in _SENTENCE_END.finditer(text, start, start + _LONGEST)), default=0)
        cut = stops or text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        yield start, _back(text, start, cut)
        start = _skip(text, cut, end)
    yield start, end


def _back(text: str, start: int, end: int) -> int:
    """``end`` without the white space before it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _credit_at_end(text: str, start: int, end: int) -> int:
    """Where a credit begins that ends the paragraph, or the paragraph's end."""
    from_ = max(start, end - 450)
    tail = text[from_:end]
    match = _CLOSING.search(tail) or _AGENCY_END.search(tail[-60:])
    if not match:
        return end
    offset = from_ if match.re is _CLOSING else end - len(tail[-60:])
    if match.re is _AGENCY_END and not _is_agency(match.group(1)):
        return end
    return offset + match.start(1)


def _is_agency(words: str) -> bool:
    return words.strip("()[] ").lower() in credit_lines().agencies


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _places(text: str, layout: Layout, bylines: tuple[Words, ...]) -> tuple[Dateline, ...]:
    """The places of writing, each once: from datelines, or where there is none from "Jane Doe in Geneva"."""
    found = [place for dateline in layout.datelines.values() for place in dateline.places]
    if not found and (done_at := place_done(text, layout)):
        found = [done_at]
    if not found:
        found = [
            (name, line.start + a, line.start + b)
            for line in bylines
            for name, a, b in byline_authors(line.text).places
        ]
    if not found:
        leads = (layout.blocks[k] for k in layout.top if layout.zones[k] is Zone.BODY)
        found = [place for lead in leads if (place := reported_from(text, lead.start, lead.end))]
    for k, block in enumerate(layout.blocks[: layout.first] if not found else ()):
        city = stamp_city(block.text) if layout.signs[k] is Sign.STAMP else None
        if city and text[block.start : block.end] == block.text:
            name = block.text[city[0] : city[1]]
            found.append((places().cities[name.lower()], block.start + city[0], block.start + city[1]))
    seen: dict[str, Dateline] = {}
    for name, start, end in found:
        seen.setdefault(name, Dateline(name, Words.at(text, start, end)))
    return tuple(seen.values())


def _dates(text: str, layout: Layout) -> list[DateCandidate]:
    """Dates of publication in the page's own words: time stamps first published before last updated, then datelines."""
    stamps: list[tuple[bool, DateCandidate]] = []
    for k, block in enumerate(layout.blocks):
        if not layout.stamped(k) or block.end - block.start > 300:
            continue
        raw = text[block.start : block.end]
        at = find_date(raw)
        while at:
            updated = any(word in raw[: at.start].lower() for word in _UPDATED)
            words = Words.at(text, block.start + at.start, block.start + at.end)
            stamps.append((updated, DateCandidate(at.edtf, DateBasis.METADATA, "page text", words)))
            at = find_date(raw, at.end)
    out = [candidate for _, candidate in sorted(stamps, key=lambda s: s[0])]
    out = out or _of_title(text, layout)
    if not out:
        out = [DateCandidate(date, DateBasis.METADATA, "page text", words) for date, words in dated_lines(text, layout)]
    for dateline in layout.datelines.values():
        if dateline.date:
            words = Words.at(text, dateline.start + dateline.date.start, dateline.start + dateline.date.end)
            out.append(DateCandidate(dateline.date.edtf, DateBasis.DATELINE, f"dateline: {words.text}", words))
    return out


def _of_title(text: str, layout: Layout) -> list[DateCandidate]:
    """The day with which the title of an official text begins: "No: 31, 4 May 2019, Press Release"."""
    title = layout.blocks[layout.headline] if layout.headline is not None else None
    day = day_of_title(text[title.start : title.end]) if title is not None else None
    if title is None or day is None or (at := find_date(text[title.start + day[0] : title.start + day[1]])) is None:
        return []
    words = Words.at(text, title.start + day[0], title.start + day[1])
    return [DateCandidate(at.edtf, DateBasis.METADATA, "title", words)]


def _authors(report: Report, bylines: tuple[Words, ...], credited: tuple[Words, ...]) -> tuple[str, ...]:
    names = [*report.authors]
    for line in bylines:
        names += byline_authors(line.text).names
    for line in credited:
        names += credited_authors(line.text)
    return tuple(dict.fromkeys(names))
