"""Captions: by the words that they begin with, by who took the picture, by who stands on which side."""

from __future__ import annotations

import re

from detente.knowledge.loader import listed, words
from detente.reading.front.blocks import Block
from detente.reading.front.cues import captions, credit_lines
from detente.reading.front.saying import SAYING
from detente.reading.front.sign import Sign

_ALSO_SENTENCES = listed("en/front/lines", "also_sentences")
_PICTURED = words("en/front/lines", "pictured")
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_LAST_PAREN = re.compile(r"[(\[]([^()\[\]]{1,90})[)\]]\s*[.\"”]?$")
_PAREN = re.compile(r"\(\s*([^()]{1,60}?)\s*\)")
_MADE_BY = re.compile(
    r"(?:photo|photograph|image|picture|credit|foto|pic)s?\s?(?::|\bby\b|/|©|\.\.\.)\s?\S.{1,60}$", re.IGNORECASE
)
_AGENCY_SLASH = re.compile(r"\b(?:REUTERS|AFP|EPA|AP Photo|Getty Images)/\s?[A-Z]")
_TWO_MAKERS = re.compile(r"[A-Z][^/\d]{1,40}/\s?[A-Z][^/\d]{1,40}$")
#: With a pause or "and" behind it: "the minister, his guest beside him, left Doha on Friday" shows nobody's side.
_SIDE = re.compile(
    r",\s*(?:second (?:from )?|third (?:from )?|2nd |far )?(?:left|right|center|centre)"
    r"(?=\s*(?:[,.;:)]|and\b|with\b|$))"
)
_SHOWS = re.compile(r"\b(?:shows?|showing|taken|released|provided|made available|issued|obtained|courtesy)\b")


def caption(block: Block) -> Sign | None:
    """CAPTION, CREDIT or SIGN_OFF where the block tells of a picture or who made it."""
    cues = captions()
    if len(block.words) > 90:
        return None
    low = block.low.lstrip("*_ ")
    cue = cues.starts.match(low)
    if cue and _begins(block, low, cue):
        return Sign.CAPTION
    if _AGENCY_SLASH.search(block.text):
        return Sign.CAPTION
    made = _MADE_BY.search(block.text[-80:].rstrip("*_ )]"))
    if made and not SAYING.search(block.low) and (made.start() == 0 or block.text[-80:][made.start() - 1] in " (["):
        return Sign.CAPTION
    last = _LAST_PAREN.search(block.text.rstrip("*_ "))
    if last:
        found = _maker(last.group(1), block.text[: last.start()].rstrip(), stopped=last.group()[-1] == ".")
        if found and last.start() > 0:
            return found
    if len(block.words) <= 60 and block.low.rstrip(" .)]*_").endswith(cues.ends) and not SAYING.search(block.low):
        return Sign.CAPTION
    return Sign.CAPTION if _sided(block) else None


def _begins(block: Block, low: str, cue: str) -> bool:
    """Whether the line that begins with a cue is a caption: some cues begin sentences of other kinds too."""
    if cue.startswith(_ALSO_SENTENCES) and not _SHOWS.search(low):
        return False
    closed = cue.endswith((":", "(", "/", "–", "—", "-"))
    return closed or (len(block.words) > 1 and not (cue in _PICTURED and block.stop))


def _maker(inside: str, before: str, *, stopped: bool) -> Sign | None:
    """Who took the picture, in parentheses at the end; below initials, who wrote the report."""
    low = inside.lower()
    tokens = _TOKEN.findall(low)
    made = bool(tokens) and (inside[:1].isupper() or tokens[0] in captions().makers)
    if made and captions().makers.intersection(tokens) and len(tokens) <= 12:
        return Sign.CAPTION
    if stopped and before[-1:] not in '.!?"”':
        return None  # an abbreviation in a sentence of its own
    agencies = credit_lines().agencies
    names = [part.strip() for part in re.split(r"[/,;|]", low)]
    posed = (
        before[-1:] == "." and inside[:1].isupper() and captions().verbs.intersection(_TOKEN.findall(before.lower()))
    )
    if names[-1] in agencies or names[0] in agencies or _TWO_MAKERS.match(inside) or posed:
        if len(before.split()) == 1 and before.islower():
            return Sign.CREDIT
        return Sign.SIGN_OFF if before[-1:] in '.!?"”' else Sign.CAPTION
    return None


def _sided(block: Block) -> bool:
    """Whether it tells who stands where in the picture: "(left)", ", right," beside a name."""
    if len(block.words) > 60:
        return False
    cues = captions()
    for match in _PAREN.finditer(block.text):
        first = match.group(1).lower().split(",")[0].strip()
        if first in cues.sides and not (block.stop and SAYING.search(block.low)):
            return len(first) > 1 or not block.stop or bool(cues.verbs.intersection(block.low.split()))
    return (
        bool(_SIDE.search(block.low))
        and (not block.stop or bool(cues.verbs.intersection(block.low.split())))
        and not SAYING.search(block.low)
    )
