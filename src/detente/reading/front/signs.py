"""What a block is by its own words: furniture, caption, by-line, credit or time stamp."""

from __future__ import annotations

import re

from detente.reading.front.blocks import Block
from detente.reading.front.cues import chrome
from detente.reading.front.dates import find_date
from detente.reading.front.pictures import caption
from detente.reading.front.saying import SAYING
from detente.reading.front.sign import Sign
from detente.reading.front.stamps import is_clock, is_loose_stamp, is_stamp
from detente.reading.front.writers import is_byline, is_credit, named

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_PARTS = re.compile(r"\s+[|·•›»>/→▸]\s+|\s*[|»›]\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|[^\s@]+@[^\s@]+\.\w+$|@\w{2,30}$|(?:#\w+[\s,]*)+$")
_MARKUP = re.compile(r"!?\[[^\]]{0,200}\]\(\S{1,500}\)[\s.|·•*-]*$|!\[[^\]]{0,300}\]\(\S{1,500}\)|<[^>]{1,300}>$|</?\w")
_HEADER = re.compile(r"(?:>\s*)?([a-z-]{2,12}):\s")
_BC_SLUG = re.compile(r"(?:BC|AM|PM|URGENT|BULLETIN)-\S+|\w{3,4}\d{4,}\b|[ru] [a-z] bc-|\^|&[A-Z]{2};?$")


def sign(block: Block) -> Sign | None:
    """Tell what the block is by its own words: nothing for prose, a headline, or a line that its place must tell."""
    if not any(map(str.isalpha, block.text)):
        if find_date(block.text) or is_clock(block.text):
            return Sign.STAMP
        return Sign.NUMBER if any(map(str.isdigit, block.text)) else Sign.MARK
    if len(block.words) > 110:
        return None
    return _line(block) if len(block.text) < 300 else _paragraph(block)


def _line(block: Block) -> Sign | None:
    if _ADDRESS.match(block.text) or _MARKUP.match(block.text) or _BC_SLUG.match(block.text):
        return Sign.CHROME
    if is_stamp(block):
        return Sign.STAMP
    if is_byline(block):
        return Sign.BYLINE
    picture = caption(block)
    if picture:
        return picture
    if is_credit(block):
        return Sign.CREDIT
    return _chrome(block) or named(block) or (Sign.STAMP if is_loose_stamp(block) else None)


def _paragraph(block: Block) -> Sign | None:
    """Of a long block only what is sure."""
    picture = caption(block)
    if picture:
        return picture
    if is_credit(block):
        return Sign.CREDIT
    return Sign.CHROME if _fine_print(block) else None


def _chrome(block: Block) -> Sign | None:
    cues = chrome()
    low = block.low.strip(" -–—*_[]()#:>|•·.")
    if low in cues.sections:
        return Sign.SECTION
    if block.text[-1] in "/>»›|" and len(block.words) <= 5:
        return Sign.CHROME
    if _fine_print(block):
        return Sign.HEADING if cues.headings.match(low) and not block.stop else Sign.CHROME
    tokens = _TOKEN.findall(block.low)
    known = [t in cues.words for t in tokens]
    if _all_furniture(known, tokens) and len(tokens) <= 30 and not (block.stop and len(tokens) > 3):
        return Sign.HEADING if cues.headings.match(low) else Sign.CHROME
    if _menu(block):
        return Sign.CHROME
    header = _HEADER.match(block.low)
    if header and header.group(1) in cues.headers and len(block.words) <= 25:
        return Sign.CHROME
    cue = cues.starts.match(low)
    if cue and _begins(block, low, cue):
        return Sign.HEADING if cues.headings.match(low) and len(block.words) <= 8 else Sign.CHROME
    return None


def _all_furniture(known: list[bool], tokens: list[str]) -> bool:
    filler = chrome().filler
    return any(known) and all(k or t in filler for k, t in zip(known, tokens, strict=True))


def _begins(block: Block, low: str, cue: str) -> bool:
    """Whether a cue makes the line furniture that it begins: sentences and headlines may begin with the same words."""
    colon = cue.endswith(":") or low[len(cue) : len(cue) + 1] == ":"
    if colon:
        return len(block.words) <= 30
    if cue in chrome().weak:
        return len(block.words) <= 4 and not block.stop
    if block.stop:
        asking = cue.split(maxsplit=1)[0] in chrome().imperatives
        return asking and len(block.words) <= 16 and not SAYING.search(block.low)
    return len(block.words) <= 16


def _fine_print(block: Block) -> bool:
    """Words that nobody reports in; not where somebody is quoted as saying them."""
    if len(block.words) > 50 or block.text[0] in "\"“'‘" or SAYING.search(block.low):
        return False
    if chrome().phrases.search(block.low):
        return True
    return not block.stop and len(block.words) <= 20 and bool(chrome().line_phrases.search(block.low))


def _menu(block: Block) -> bool:
    """A menu or breadcrumb in one line: "Home > World > Asia"."""
    if block.stop:
        return False
    parts = [part.strip() for part in _PARTS.split(block.low)]
    if len(parts) < 2:
        return False
    cues = chrome()
    known = sum(part in cues.sections or part in cues.words for part in parts)
    short = all(len(part.split()) <= 4 for part in parts)
    trail = short and any(f" {sign} " in block.text for sign in ">›»")
    return (
        parts[0] == "home"
        or trail
        or known == len(parts)
        or (len(parts) >= 3 and (known >= 1 or len(parts) >= 4) and short)
    )
