"""Blocks -> zones: what each paragraph is, from its own words and from where it stands.

A paragraph becomes furniture only on evidence of more than one kind, because a lost paragraph is worse than a menu
line kept: its words, and its place above the headline, below the last sentence or beside other furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.model.report import Zone
from detente.reading.front import headline
from detente.reading.front.blocks import Block
from detente.reading.front.cues import chrome
from detente.reading.front.dateline import DatelineFound, opening_dateline, venue, whole_dateline
from detente.reading.front.names import authors_in
from detente.reading.front.signs import Sign, sign

_TOP = 60  # blocks among which the dateline stands
_TURN = re.compile(r"(?:[A-Z][A-Z .,'’-]{1,60}|[QA]|Q\d{1,3})(?:\s?\([^()]{1,60}\))?:\s")
_END_MARK = re.compile(r"(?:#\s?){3,}$|-\s?30\s?-$|\(?(?:ends?|end)\)?\.?$", re.IGNORECASE)
_PUBLISHING = re.compile(r"\b(?:publish|updat|post|modif|issued|released|last)", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:reported from|contributed (?:to this|reporting|research|from)|reported and|is based in|can be reached at)\b")
_BIO = re.compile(r"(?:,[^.]{3,120},)? (?:is|was|are|has been|covers|writes|teaches|served as) ")

_PLAIN_ZONES = {
    Sign.CHROME: Zone.CHROME,
    Sign.HEADING: Zone.CHROME,
    Sign.MARK: Zone.CHROME,
    Sign.CAPTION: Zone.CAPTION,
    Sign.CREDIT: Zone.CREDIT,
    Sign.BYLINE: Zone.BYLINE,
}


@dataclass(slots=True)
class Layout:
    """The zone of each block, and what was found on the way."""

    blocks: list[Block]
    signs: list[Sign | None]
    zones: list[Zone] = field(default_factory=list)
    headline: int | None = None
    datelines: dict[int, DatelineFound] = field(default_factory=dict)
    first: int = 0  #: the first block of the body
    last: int = -1  #: the last one

    def stamped(self, k: int) -> bool:
        """Whether block ``k`` tells when the report itself was published."""
        if self.signs[k] not in (Sign.STAMP, Sign.BYLINE, Sign.CREDIT):
            return False
        return k <= self.first + 2 or bool(_PUBLISHING.search(self.blocks[k].text))


def lay_out(text: str, blocks: list[Block], title: str | None) -> Layout:
    """What each block is."""
    known: dict[str, Sign | None] = {}
    signs = [known[b.text] if b.text in known else known.setdefault(b.text, sign(b)) for b in blocks]
    _keep_entries(blocks, signs)
    layout = Layout(blocks, signs)
    prose = [k for k, block in enumerate(blocks) if _is_prose(block, signs[k])]
    titled = headline.titled(blocks, title)
    _find_datelines(text, layout, prose)
    opening = next((k for k, found in layout.datelines.items() if found.end < blocks[k].end or signs[k] is None), None)
    below = titled if titled is not None else -1
    first = opening if opening is not None else next((k for k in prose if k > below), None)
    if first is None:
        _without_prose(layout, titled)
        return layout
    layout.first, layout.last = first, max([first, *prose])
    layout.headline = titled if titled is not None else _headline_above(layout, prose)
    _label(layout)
    return layout


def _keep_entries(blocks: list[Block], signs: list[Sign | None]) -> None:
    """Dates above paragraphs, more than one of them, are the entries of a chronology and no time stamps."""
    entries = [
        k
        for k in range(len(blocks) - 1)
        if signs[k] is Sign.STAMP
        and len(blocks[k].words) <= 4
        and not _PUBLISHING.search(blocks[k].text)
        and _is_prose(blocks[k + 1], signs[k + 1])
    ]
    if len(entries) > 1 and any(entries[n + 1] - entries[n] > 1 for n in range(len(entries) - 1)):
        for k in entries:
            signs[k] = Sign.ENTRY


def _is_prose(block: Block, found: Sign | None) -> bool:
    if found is Sign.ENTRY:
        return True
    if found not in (None, Sign.SIGN_OFF):
        return False
    words = len(block.words)
    if words >= 30 or ((block.stop or found is Sign.SIGN_OFF) and words >= 3 and any(w[0].islower() for w in block.words)):
        return True
    return found is None and words >= 2 and _TURN.match(block.text) is not None


def _find_datelines(text: str, layout: Layout, prose: Sequence[int]) -> None:
    """The dateline that opens the body, and the lines of place and date above it."""
    before = 0
    for k, block in enumerate(layout.blocks[:_TOP]):
        sign_ = layout.signs[k]
        if sign_ in (None, Sign.SIGN_OFF, Sign.CREDIT, Sign.NAME, Sign.CAPTION):
            found = opening_dateline(text, block.start, block.end)
            alone = found is not None and found.end >= block.end
            if found and (alone or (sign_ is not Sign.CAPTION and (block.stop or sign_ is Sign.SIGN_OFF or len(block.words) > 20))):
                layout.datelines[k] = found
                layout.signs[k] = None
                return
        if before < 2 and sign_ not in (Sign.BYLINE, Sign.CHROME, Sign.STAMP, Sign.HEADING, Sign.SECTION):
            beside = any(layout.signs[n] is Sign.STAMP for n in (k - 1, k + 1) if 0 <= n < len(layout.signs))
            beside = beside or (block.text.isupper() and k + 1 in prose[:1])
            whole = whole_dateline(text, block.start, block.end)
            whole = whole or (venue(text, block.start, block.end) if beside else None)
            if whole:
                layout.datelines[k] = whole
                layout.signs[k] = Sign.MARK
        before += k in prose[:3]
        if before > 2:
            return


def _headline_above(layout: Layout, prose: list[int]) -> int | None:
    blocks, first = layout.blocks, layout.first
    candidates = [
        k
        for k in range(first)
        if (layout.signs[k] is None or (layout.signs[k] is Sign.NAME and len(blocks[k].words) >= 5))
        and k not in layout.datelines
        and 3 <= len(blocks[k].words) <= 35
        and not blocks[k].stop
        and not _TURN.match(blocks[k].text)
    ]
    candidates = [k for k in candidates if not _above_picture_credit(layout, k)] or candidates
    body = [k for k in prose if k >= first]
    chosen = headline.best(blocks, candidates or [k for k in range(first) if _labelled(layout, k)], body)
    if chosen is not None:
        return chosen
    stopped = [k for k in range(min(first + 1, len(blocks))) if layout.signs[k] is None and k not in layout.datelines]
    if not stopped or len(body) < 2:
        return None
    top = blocks[stopped[0]]
    above_dateline = first in layout.datelines and stopped[0] < first
    if top.short and not _TURN.match(top.text) and (top.asks or above_dateline or headline.in_capitals(top)):
        if stopped[0] == first:
            layout.first = body[1]
        return stopped[0]
    return None


def _without_prose(layout: Layout, titled: int | None) -> None:
    """A text without a sentence: what its words do not show to be something else is body."""
    layout.headline = titled
    layout.first, layout.last = 0, len(layout.blocks) - 1
    _label(layout)


def _label(layout: Layout) -> None:
    """Give every block its zone, from the top down; a block may look at those above it."""
    title = layout.blocks[layout.headline].low if layout.headline is not None else None
    under_heading = False
    ended = False
    for k, block in enumerate(layout.blocks):
        found = layout.signs[k]
        ended = ended or k > layout.first and _ends_here(layout, k)
        if k == layout.headline:
            zone = Zone.HEADLINE
        elif k in layout.datelines and layout.datelines[k].end >= block.end:
            zone = Zone.DATELINE
        elif ended:
            zone = _PLAIN_ZONES.get(found, Zone.CHROME) if found else Zone.CHROME
        elif title is not None and k < layout.first and block.low == title:
            zone = Zone.CHROME
        elif k < layout.first:
            zone = _above(layout, k, under_heading=under_heading)
        elif k <= layout.last:
            zone = _within(layout, k, under_heading=under_heading)
        else:
            zone = _below(layout, k)
        under_heading = found is Sign.HEADING or under_heading and zone is Zone.CHROME
        layout.zones.append(zone)


def _above(layout: Layout, k: int, *, under_heading: bool) -> Zone:
    """Above the first paragraph of the body."""
    block, found = layout.blocks[k], layout.signs[k]
    if found in _PLAIN_ZONES:
        return _PLAIN_ZONES[found]
    if found is Sign.SIGN_OFF:
        return Zone.CAPTION
    if found is Sign.NAME:
        near = layout.headline is not None and 0 < k - layout.headline <= 4
        return Zone.BYLINE if near else Zone.CHROME
    if found is not None or under_heading and not block.stop:
        return Zone.CHROME
    below_headline = layout.headline is not None and k > layout.headline
    if below_headline and _above_picture_credit(layout, k):
        return Zone.CAPTION
    if below_headline:
        deck = len(block.words) >= 5 or block.listed or block.stop or block.text[-1] in ":;,"
        return Zone.BODY if deck else Zone.CHROME
    if block.stop and len(block.words) >= 4:
        certain = layout.headline is not None and layout.first in layout.datelines and block.short
        return Zone.CHROME if certain else Zone.BODY
    return Zone.CHROME if block.short else Zone.BODY


def _within(layout: Layout, k: int, *, under_heading: bool) -> Zone:
    """From the first paragraph of the body to the last: body, unless its own words say otherwise."""
    block, found = layout.blocks[k], layout.signs[k]
    near_top = k <= layout.first + 2
    if found is None or found is Sign.ENTRY:
        if layout.last - k <= 2 and _closing_credit(layout, k):
            return Zone.CREDIT
        furniture = under_heading and not block.stop and block.short and (block.bulleted or not block.listed)
        furniture = (furniture and block.text[-1] != ":") or _amid_furniture(layout, k)
        return Zone.CHROME if furniture and not _TURN.match(block.text) else Zone.BODY
    if found is Sign.BYLINE:
        return Zone.BYLINE if near_top or block.low.startswith("by ") else Zone.BODY
    if found in _PLAIN_ZONES:
        return _PLAIN_ZONES[found]
    if found is Sign.SIGN_OFF:
        more = sum(not s for s in layout.signs[k + 1 : layout.last + 1]) >= 2
        return Zone.CAPTION if more and len(block.words) <= 35 and k not in layout.datelines else Zone.BODY
    if found is Sign.STAMP:
        return Zone.CHROME if near_top or _PUBLISHING.search(block.text) else Zone.BODY
    beside = any(layout.signs[n] in (Sign.CHROME, Sign.HEADING) for n in (k - 1, k + 1) if 0 <= n < len(layout.signs))
    return Zone.CHROME if beside else Zone.BODY


def _below(layout: Layout, k: int) -> Zone:
    """Below the last sentence."""
    block, found = layout.blocks[k], layout.signs[k]
    above = layout.zones[k - 1]
    if found in (Sign.BYLINE, Sign.NAME):
        return Zone.CREDIT if Zone.CHROME not in layout.zones[layout.last + 1 :] else Zone.CHROME
    if found is not None:
        return _PLAIN_ZONES.get(found, Zone.CHROME)
    if _closing_credit(layout, k):
        return Zone.CREDIT
    if above is Zone.BODY:
        if block.stop:
            return Zone.BODY
        before = layout.blocks[k - 1]
        if block.listed and (before.listed or before.text.endswith(":")) or _TURN.match(block.text):
            return Zone.BODY
        if block.text.endswith((":", ";", ",")):
            return Zone.BODY
    return Zone.CHROME if block.short else Zone.BODY


def _amid_furniture(layout: Layout, k: int) -> bool:
    """A line without a full stop between two lines of furniture."""
    block = layout.blocks[k]
    if block.stop or not block.short or block.listed or block.text[-1] in ":;," or not 0 < k < len(layout.signs) - 1:
        return False
    kinds = (Sign.CHROME, Sign.HEADING)
    return layout.zones[k - 1] is Zone.CHROME and layout.signs[k - 1] is not Sign.MARK and layout.signs[k + 1] in kinds


def _labelled(layout: Layout, k: int) -> bool:
    """A headline that begins as furniture does: "Breaking: ...", "Explainer: ..."."""
    block = layout.blocks[k]
    label = block.low.partition(":")[0]
    return layout.signs[k] is Sign.CHROME and label in chrome().labels and len(block.words) >= 5


def _above_picture_credit(layout: Layout, k: int) -> bool:
    """A line right above one that says who took the picture."""
    below = k + 1
    if below == len(layout.blocks) or layout.signs[below] is not Sign.CAPTION or len(layout.blocks[below].words) > 6:
        return False
    return 4 <= len(layout.blocks[k].words) <= 60


def _closing_credit(layout: Layout, k: int) -> bool:
    """The last paragraph tells who wrote the report: who reported from where, or who the author is."""
    block = layout.blocks[k]
    if len(block.words) > 60 or k <= layout.first:
        return False
    if _REPORTED.search(block.low) and len(block.words) <= 40 and not re.search(r"\b(?:said|told|says)\b", block.low):
        return True
    authors = [
        name
        for n in range(layout.first)
        if layout.signs[n] in (Sign.BYLINE, Sign.NAME)
        for name in authors_in(re.sub(r"^(?:\w+ )?by:?\s", "", layout.blocks[n].text, flags=re.IGNORECASE)).names
    ]
    text = block.text.lstrip("*_ ")
    return any(text.startswith(name) and _BIO.match(text, len(name)) for name in authors)


def _ends_here(layout: Layout, k: int) -> bool:
    """An end mark with little after it: "###", "-30-", "ENDS", or the "--" above a signature."""
    text = layout.blocks[k].text
    if len(text) > 8 or not (_END_MARK.match(text) or text == "--"):
        return False
    rest = sum(len(b.words) for b in layout.blocks[k + 1 :])
    return rest <= 0.5 * sum(len(b.words) for b in layout.blocks[:k])
