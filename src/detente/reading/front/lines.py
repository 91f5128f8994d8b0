"""Lines above and below the body that hold a full date: "Commentary | 6 February 2024", "Done at Bern on ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.model.words import Words
from detente.reading.front.blocks import Block
from detente.reading.front.dates import Found, complete, find_date
from detente.reading.front.saying import SAYING
from detente.reading.front.sign import Sign
from detente.reading.front.state import PUBLISHING, Layout

_FOOT = 4  # blocks below the body, and its last, that may hold its date
_CUED = re.compile(
    r"\b(?:broadcast|aired|recorded|adopted|done|signed|issued|published|posted|released|dated|presented|delivered|filed)"
    r"(?: (?:on|in|at|by|this)\b[^.;]{0,60}?)?[\s,:]*$",
    re.IGNORECASE,
)
_PLACE = r"(?:[^\W\d_a-z][\w'’.-]*|de|del|la|of|the)"
_DONE = re.compile(
    r"(?:Done|Adopted|Signed|Issued|Given|Concluded) (?:at|in) "
    rf"((?:{_PLACE}[ ,]+){{0,5}}?{_PLACE}),? (?:on |this )?(?:the )?(?=\d|[A-Z][a-z]+ \d)"
)
_TITLED = re.compile(
    r"\b(?:conference|briefing|statement|remarks|readout|interview|address|speech|release)(?: held)? (?:of|on) $",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:^|[|·•–—,;/(]|\s-)\s*$")
_AFTER = re.compile(r"[\s,]*(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:GMT|UTC|[A-Z]{2,4})?)?\s*(?:$|[|·•–—;/)]|\s-\s)")


def dated_lines(text: str, layout: Layout) -> Iterator[tuple[str, Words]]:
    """EDTF days that short lines around the body state, those above it first.

    The date stands alone between the marks of the line, or after a word such as "adopted" or "broadcast on".
    """
    for k in _around(layout):
        block = layout.blocks[k]
        if k in layout.datelines or len(block.text) > 300:
            continue
        if layout.signs[k] is Sign.CAPTION or SAYING.search(block.low):
            continue
        raw = text[block.start : block.end]
        found = find_date(raw)
        if found is not None and complete(found.edtf) and _states(block, raw, found, headline=k == layout.headline):
            yield found.edtf, Words.at(text, block.start + found.start, block.start + found.end)


def place_done(text: str, layout: Layout) -> tuple[str, int, int] | None:
    """The place of a closing formula, "Done at Bern on 3 May 2019": its name, start and end."""
    for block in layout.blocks[-8:]:
        match = _DONE.match(text, block.start, min(block.end, block.start + 200))
        if match is None:
            continue
        date = find_date(text[match.end() : match.end() + 40])
        if date is not None and date.start < 12 and complete(date.edtf):
            name = match.group(1).strip(" ,")
            return name, match.start(1), match.start(1) + len(name)
    return None


def _around(layout: Layout) -> Iterator[int]:
    """The blocks above the body, then those around its end."""
    yield from range(min(layout.first + 1, len(layout.blocks)))
    from_ = max(layout.first + 1, layout.last - _FOOT + 2)
    for k in range(from_, min(len(layout.blocks), layout.last + _FOOT)):
        if any(layout.signs[n] is Sign.HEADING for n in range(max(layout.last, 0), k)):
            return
        yield k


def _states(block: Block, raw: str, found: Found, *, headline: bool) -> bool:
    before, after = raw[: found.start], raw[found.end :]
    alone = _BEFORE.search(before) is not None and _AFTER.match(after) is not None
    if headline:
        return not after.strip(" )*") and (_TITLED.search(before) is not None or (bool(before.strip()) and alone))
    if _CUED.search(before) and (not block.stop or _DONE.match(raw) or len(block.words) <= 16):
        return True
    return alone and not block.stop and len(block.words) <= 16 and not (":" in before and not PUBLISHING.search(before))
