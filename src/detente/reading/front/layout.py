"""Blocks -> zones: what each paragraph is, from its own words and from where it stands.

A paragraph becomes furniture only on evidence of more than one kind, because a lost paragraph is worse than a menu
line kept: its words, and its place above the headline, below the last sentence or beside other furniture.
"""

from __future__ import annotations

import re

from detente.knowledge.offices import office_words
from detente.model.report import Zone
from detente.reading.front import headline
from detente.reading.front.blocks import Block
from detente.reading.front.closing import closing_credit, ends_here, reported_from, writers
from detente.reading.front.opening import find_datelines, headline_above
from detente.reading.front.sign import Sign
from detente.reading.front.signs import sign
from detente.reading.front.state import PUBLISHING, Layout, above_picture_credit, is_prose, is_turn, speakers

_SIGNED, _LONGEST_SIGNED = 3, 16  # words of an office and a name below a document
_NEAR = 40  # blocks that a block is held against
_FIGURE = re.compile(r":\s*[\d.,]+(?: ?%| percent)?$")
_NAMING = frozenset({Sign.BYLINE, Sign.NAME, Sign.CREDIT})
_PLAIN_ZONES = {
    Sign.CHROME: Zone.CHROME,
    Sign.HEADING: Zone.CHROME,
    Sign.MARK: Zone.CHROME,
    Sign.CAPTION: Zone.CAPTION,
    Sign.CREDIT: Zone.CREDIT,
    Sign.BYLINE: Zone.BYLINE,
}


def lay_out(text: str, blocks: list[Block], title: str | None, *, taken: bool = False) -> Layout:
    """What each block is; ``taken`` says that the text was taken from its page, with little of what stood around."""
    known: dict[str, Sign | None] = {}
    signs = [known[b.text] if b.text in known else known.setdefault(b.text, sign(b)) for b in blocks]
    _keep_entries(blocks, signs)
    layout = Layout(blocks, signs, taken=taken)
    prose = [k for k, block in enumerate(blocks) if is_prose(block, signs[k]) and not headline.is_title(block)]
    titled = headline.titled(blocks, title)
    find_datelines(text, layout, prose)
    opening = next((k for k, found in layout.datelines.items() if found.end < blocks[k].end or signs[k] is None), None)
    below = titled if titled is not None else -1
    first = opening if opening is not None else next((k for k in prose if k > below), None)
    if first is None:
        _without_prose(layout, titled)
        return layout
    layout.first, layout.last = first, _last_sentence(blocks, signs, prose, first)
    layout.headline = titled if titled is not None else headline_above(layout, prose)
    layout.writers = writers(layout)
    layout.speaking = speakers(blocks)
    layout.top = [k for k in prose if k >= layout.first and not reported_from(layout, k)][:2]
    _label(layout)
    return layout


def _last_sentence(blocks: list[Block], signs: list[Sign | None], prose: list[int], first: int) -> int:
    """The last paragraph of the body; a question right below "Read more" is another report's headline."""
    for k in reversed(prose):
        if k <= first or not (blocks[k].asks and signs[k - 1] is Sign.HEADING):
            return max(k, first)
    return first


def _without_prose(layout: Layout, titled: int | None) -> None:
    """A text without a sentence: what its words do not show to be something else is body."""
    layout.headline = titled
    layout.first, layout.last = 0, len(layout.blocks) - 1
    _label(layout)


def _keep_entries(blocks: list[Block], signs: list[Sign | None]) -> None:
    """Dates above paragraphs, more than one of them, are the entries of a chronology and no time stamps."""
    entries = [
        k
        for k in range(len(blocks) - 1)
        if signs[k] is Sign.STAMP
        and len(blocks[k].words) <= 4
        and not PUBLISHING.search(blocks[k].text)
        and is_prose(blocks[k + 1], signs[k + 1])
    ]
    if len(entries) > 1 and any(entries[n + 1] - entries[n] > 1 for n in range(len(entries) - 1)):
        for k in entries:
            signs[k] = Sign.ENTRY


def _label(layout: Layout) -> None:
    """Give every block its zone, from the top down; a block may look at those above it."""
    title = layout.blocks[layout.headline].low if layout.headline is not None else None
    under_heading = False
    ended = False
    for k, block in enumerate(layout.blocks):
        found = layout.signs[k]
        ended = ended or (k > layout.first and ends_here(layout, k))
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
        under_heading = found is Sign.HEADING or (under_heading and zone is Zone.CHROME)
        layout.zones.append(zone)


def _above(layout: Layout, k: int, *, under_heading: bool) -> Zone:
    """Above the first paragraph of the body."""
    block, found = layout.blocks[k], layout.signs[k]
    if found in _NAMING and layout.names_speaker(k):
        return Zone.BODY  # who answers in a transcript, by name and office
    if found in _PLAIN_ZONES:
        return _PLAIN_ZONES[found]
    if found is Sign.SIGN_OFF:
        return Zone.CAPTION
    if found is Sign.NAME:
        near = layout.headline is not None and 0 < k - layout.headline <= 4
        return Zone.BYLINE if near else Zone.CHROME
    if found is not None or (under_heading and not block.stop):
        return Zone.CHROME
    below_headline = layout.headline is not None and k > layout.headline
    if below_headline and above_picture_credit(layout, k):
        return Zone.CAPTION
    if below_headline:
        deck = len(block.words) >= 5 or block.listed or block.stop or block.text[-1] in ":;,"
        return Zone.BODY if deck else Zone.CHROME
    if block.stop and len(block.words) >= 4:
        certain = layout.headline is not None and layout.first in layout.datelines and block.short
        return Zone.CHROME if certain else Zone.BODY
    opens = block.text[-1] == ":" and len(block.words) >= 5
    return Zone.CHROME if block.short and not opens else Zone.BODY


def _within(layout: Layout, k: int, *, under_heading: bool) -> Zone:
    """From the first paragraph of the body to the last: body, unless its own words say otherwise."""
    block, found = layout.blocks[k], layout.signs[k]
    near_top = layout.near_top(k)
    if near_top and found in _NAMING and layout.names_speaker(k):
        return Zone.BODY
    if under_heading and found in (Sign.STAMP, Sign.NUMBER, Sign.SECTION, Sign.NAME):
        return Zone.CHROME
    if near_top and reported_from(layout, k):
        return Zone.BYLINE
    if found is None or found is Sign.ENTRY:
        if layout.last - k <= 2 and closing_credit(layout, k):
            return Zone.CREDIT
        furniture = under_heading and not block.stop and block.short and (block.bulleted or not block.listed)
        furniture = (furniture and block.text[-1] != ":") or _amid_furniture(layout, k)
        return Zone.CHROME if furniture and not is_turn(block.text) else Zone.BODY
    if found is Sign.BYLINE:
        return Zone.BYLINE if near_top or block.low.startswith("by ") else Zone.BODY
    if found in _PLAIN_ZONES:
        return _PLAIN_ZONES[found]
    if found is Sign.SIGN_OFF:
        more = sum(not s for s in layout.signs[k + 1 : min(layout.last + 1, k + _NEAR)]) >= 2
        return Zone.CAPTION if more and len(block.words) <= 35 and k not in layout.datelines else Zone.BODY
    if found is Sign.STAMP:
        return Zone.CHROME if near_top or PUBLISHING.search(block.text) else Zone.BODY
    beside = any(layout.signs[n] in (Sign.CHROME, Sign.HEADING) for n in (k - 1, k + 1) if 0 <= n < len(layout.signs))
    return Zone.CHROME if beside else Zone.BODY


def _below(layout: Layout, k: int) -> Zone:
    """Below the last sentence."""
    block, found = layout.blocks[k], layout.signs[k]
    above = layout.zones[k - 1]
    if found in (Sign.BYLINE, Sign.NAME):
        return Zone.CREDIT if Zone.CHROME not in layout.zones[max(layout.last + 1, k - _NEAR) :] else Zone.CHROME
    if found is not None:
        return _PLAIN_ZONES.get(found, Zone.CHROME)
    if closing_credit(layout, k):
        return Zone.CREDIT
    if block.text[-1] == ":" and len(block.words) >= 8:
        return Zone.BODY
    if above is Zone.BODY:
        if block.stop:
            return Zone.BODY
        before = layout.blocks[k - 1]
        if (block.listed and (before.listed or before.text.endswith(":"))) or is_turn(block.text):
            return Zone.BODY
        if _signs(layout, k) or layout.taken:
            return Zone.BODY  # the list that it closes with
        if block.text.endswith((":", ";", ",")) or _FIGURE.search(block.text):
            return Zone.BODY
    return Zone.CHROME if block.short else Zone.BODY


def _signs(layout: Layout, k: int) -> bool:
    """Who signed, in a line of its own below a document: "President of Fiji Mere Tuivaga"."""
    if layout.headline is None or not headline.is_title(layout.blocks[layout.headline]):
        return False
    words = layout.blocks[k].text.strip("*_ ").split()
    if not _SIGNED <= len(words) <= _LONGEST_SIGNED or not words[0][0].isupper():
        return False
    named = sum(word[0].isupper() for word in words)
    return named >= len(words) - named and any(word.strip(",").lower() in office_words() for word in words)


def _amid_furniture(layout: Layout, k: int) -> bool:
    """A line without a full stop between two lines of furniture."""
    block = layout.blocks[k]
    if block.stop or not block.short or block.listed or block.text[-1] in ":;," or not 0 < k < len(layout.signs) - 1:
        return False
    kinds = (Sign.CHROME, Sign.HEADING)
    return layout.zones[k - 1] is Zone.CHROME and layout.signs[k - 1] is not Sign.MARK and layout.signs[k + 1] in kinds
