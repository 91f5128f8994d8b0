"""Where the body closes: who wrote it, in its last paragraph, and the mark that ends it."""

from __future__ import annotations

import re

from detente.reading.front.credits import byline_authors
from detente.reading.front.sign import Sign
from detente.reading.front.state import Layout

_END_MARK = re.compile(r"(?:#\s?){3,}$|-\s?30\s?-$|\(?(?:ends?|end)\)?\.?$", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:reported from|contributed (?:to this|reporting|research|from)|reported and|is based in|can be reached at)\b"
)
_BIO = re.compile(r"(?:,[^.]{3,120},)? (?:is|was|are|has been|covers|writes|teaches|served as) ")


def closing_credit(layout: Layout, k: int) -> bool:
    """The last paragraph tells who wrote the report: who reported from where, or who the author is."""
    block = layout.blocks[k]
    if len(block.words) > 60 or k <= layout.first:
        return False
    if _REPORTED.search(block.low) and len(block.words) <= 40 and not re.search(r"\b(?:said|told|says)\b", block.low):
        return True
    text = block.text.lstrip("*_ ")
    return any(text.startswith(name) and _BIO.match(text, len(name)) for name in layout.writers)


def reported_from(layout: Layout, k: int) -> bool:
    """A line that tells from where each author wrote, as some papers have it under the by-line."""
    text = layout.blocks[k].text
    return any(text.startswith(f"{name} reported from ") for name in layout.writers)


def ends_here(layout: Layout, k: int) -> bool:
    """An end mark with little after it: "###", "-30-", "ENDS", or the "--" above a signature."""
    text = layout.blocks[k].text
    if len(text) > 8 or not (_END_MARK.match(text) or text == "--"):
        return False
    rest = layout.blocks[-1].end - layout.blocks[k].end
    return rest <= 0.5 * (layout.blocks[k].start - layout.blocks[0].start)


def writers(layout: Layout) -> tuple[str, ...]:
    """The names in the by-lines above the body."""
    above = (k for k in range(min(layout.first + 10, len(layout.blocks))))
    lines = [layout.blocks[k].text for k in above if layout.signs[k] in (Sign.BYLINE, Sign.NAME)]
    return tuple(name for line in lines for name in byline_authors(line).names)
