"""Where the body opens: its dateline, and the headline above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.front import headline
from detente.reading.front.blocks import Block
from detente.reading.front.cues import chrome
from detente.reading.front.dateline import opening_dateline, venue, whole_dateline
from detente.reading.front.sign import Sign
from detente.reading.front.state import Layout, above_picture_credit, is_turn
from detente.reading.front.undashed import in_capitals

_LONGEST_TITLE = 80  # words of a document's title, with the names of those whose it is
_WHOLE = 4  # words of a title that is more than the name of a page
_FEWEST = 3  # words of a headline
_COLUMNS = 3  # spaces that are more than one between words
_DATED = re.compile(r"(?:\d{1,2}\w{0,2} [A-Z]\w+|[A-Z]\w+ \d{1,2},) \d{4}$")  # the head of a paper, with its day
_TOP = 60  # blocks among which the dateline stands


def find_datelines(text: str, layout: Layout, prose: Sequence[int]) -> None:
    """The dateline that opens the body, and the lines of place and date above it."""
    before = 0
    for k, block in enumerate(layout.blocks[:_TOP]):
        sign_ = layout.signs[k]
        if sign_ in (None, Sign.SIGN_OFF, Sign.CREDIT, Sign.NAME, Sign.CAPTION):
            found = opening_dateline(text, block.start, block.end)
            if found is None and k in prose[:1] and block.stop:
                found = in_capitals(text, block.start, block.end)
            alone = found is not None and found.end >= block.end
            sentence = block.stop or block.text[-1] in ":;," or sign_ is Sign.SIGN_OFF or len(block.words) > 20
            if found and (alone or (sentence and sign_ is not Sign.CAPTION)):
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
            break
    if not layout.datelines:
        _closing_dateline(text, layout)


def _closing_dateline(text: str, layout: Layout) -> None:
    """Place and date below the text, as reports of institutes have them."""
    for k in range(max(1, len(layout.blocks) - 8), len(layout.blocks)):
        if layout.signs[k] is not None:
            continue
        found = whole_dateline(text, layout.blocks[k].start, layout.blocks[k].end)
        if found and found.date:
            layout.datelines[k] = found
            layout.signs[k] = Sign.MARK
            return


def headline_above(layout: Layout, prose: list[int]) -> int | None:
    """The block that is the headline where no title was given, or none; the body then begins below it."""
    blocks, first = layout.blocks, layout.first
    candidates = [
        k
        for k in range(first)
        if (layout.signs[k] is None or (layout.signs[k] is Sign.NAME and len(blocks[k].words) >= 5))
        and k not in layout.datelines
        and 3 <= len(blocks[k].words) <= (_LONGEST_TITLE if headline.is_title(blocks[k]) else 35)
        and not blocks[k].stop
        and blocks[k].text[-1] != ":"
        and not is_turn(blocks[k].text)
        and not _is_head(blocks[k])
    ]
    official = next((k for k in range(first) if headline.is_official(blocks[k])), None)
    if official is not None:
        return official
    candidates = [k for k in candidates if not above_picture_credit(layout, k)] or candidates
    documents = [k for k in candidates if len(blocks[k].words) >= _WHOLE and headline.is_document(blocks[k])]
    if documents:
        return documents[0]
    body = [k for k in prose if k >= first]
    candidates = candidates or [k for k in range(first) if _labelled(layout, k)]
    candidates = candidates or [k for k in range(first) if _named(layout, k) and headline.speaks_of(blocks, k, body)]
    chosen = headline.best(blocks, candidates, body)
    if chosen is not None:
        return max(k for k in candidates if blocks[k].low == blocks[chosen].low)
    stopped = [k for k in range(min(first + 1, len(blocks))) if layout.signs[k] is None and k not in layout.datelines]
    if not stopped or len(body) < 2:
        return None
    top = blocks[stopped[0]]
    above_dateline = first in layout.datelines and stopped[0] < first
    if top.short and not is_turn(top.text) and (top.asks or above_dateline or headline.in_capitals(top)):
        if stopped[0] == first:
            layout.first = body[1]
        return stopped[0]
    return None


def _is_head(block: Block) -> bool:
    """The head of a paper: its day at the end of a line set in columns, with more than one space between them."""
    columns = block.end - block.start - len(block.text) >= _COLUMNS
    return columns and _DATED.search(block.text) is not None


def _labelled(layout: Layout, k: int) -> bool:
    """A headline that begins as furniture does: "Breaking: ...", "Explainer: ..."."""
    block = layout.blocks[k]
    label = block.low.partition(":")[0]
    return layout.signs[k] is Sign.CHROME and label in chrome().labels and len(block.words) >= 5


def _named(layout: Layout, k: int) -> bool:
    """A short line like a name, as the heads of papers are and some headlines: "EXCERPTS FROM THE ACCORD"."""
    return layout.signs[k] is Sign.NAME and len(layout.blocks[k].words) >= _FEWEST and k not in layout.datelines
