"""By-lines and credit lines."""

from __future__ import annotations

import re

from detente.knowledge.loader import listed, words
from detente.reading.front.blocks import Block
from detente.reading.front.cues import chrome, credit_lines
from detente.reading.front.headline import names_document
from detente.reading.front.names import authors_in, is_name
from detente.reading.front.saying import SAYING
from detente.reading.front.sign import Sign

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_WHO = words("en/front/lines", "who")
_LINKS = words("en/front/lines", "links")
_OUR = words("en/front/lines", "our")
_BEFORE_DESK = words("en/front/lines", "before_desk")
_CONTRIBUTING = listed("en/front/lines", "contributing")
_PARENTHESISED = re.compile(r"[(\[*_].*[)\]*_]\.?$")


def is_byline(block: Block) -> bool:
    """Whether it is a line such as "By Jane Doe, Diplomatic Correspondent" or "By our correspondent"."""
    low = block.low.lstrip("*_ ")
    cue = credit_lines().bylines.match(low)
    return bool(cue) and len(block.words) <= 24 and _only_people(block.text.lstrip("*_ ")[len(cue or "") :].strip(" :"))


def named(block: Block) -> Sign | None:
    """A name without "By": sure with a desk or a place beside it, else for its place in the text to tell."""
    if block.stop or len(block.words) > 24 or names_document(block.text):
        return None
    if len(block.words) <= 4 and _desk_alone(block.low):
        return Sign.BYLINE
    found = authors_in(block.text)
    if not found.names or not is_name(_first_piece(block.text)) or not all(map(_deskish, found.rest)):
        return None
    return Sign.BYLINE if found.places or found.rest else Sign.NAME


def _desk_alone(low: str) -> bool:
    """Whether it is a line such as "Staff Reporter", "News Desk", "Our Correspondent"."""
    tokens = _TOKEN.findall(low)
    desk = credit_lines().desk
    return len(tokens) >= 2 and tokens[-1] in _WHO and all(t in desk or t in _OUR for t in tokens)


def _first_piece(text: str) -> str:
    return re.split(r"\s*(?:[,;|/&•·]|\band\b|\bin\b|\bfrom\b)\s*", text, maxsplit=1)[0].strip(" *_.")


def _only_people(line: str) -> bool:
    """Nothing but names, desks and places: no sentence."""
    if not line or not (line[0].isupper() or line.split(" ", maxsplit=1)[0].lower() in _BEFORE_DESK):
        return False
    found = authors_in(line)
    plausible = all(_deskish(r) or (len(r.split()) <= 3 and r[:1].isupper()) for r in found.rest)
    return plausible and bool(found.names or any(_deskish(r) for r in found.rest))


def _deskish(text: str) -> bool:
    """An office, desk, agency, time or reading time beside a name."""
    cues = credit_lines()
    low = text.lower().strip(" .()")
    tokens = _TOKEN.findall(low)
    if low in cues.agencies or not tokens or all(t in chrome().stamp for t in tokens):
        return True
    return len(tokens) <= 9 and (bool(cues.desk.intersection(tokens))) and not SAYING.search(low)


def is_credit(block: Block) -> bool:
    """Whether it tells who reported, wrote, edited, translated or issued the text."""
    if len(block.words) > 90:
        return False
    cues = credit_lines()
    low = block.low.strip(" -–—=*_[]()#:>|•·.")
    if all(part.strip() in cues.agencies for part in re.split(r"[/,;|]| and ", low)):
        return True
    wrapped = bool(_PARENTHESISED.match(block.text))
    if block.text[0] in "-–—" and len(block.words) <= 10 and not block.stop and _only_people(block.text.lstrip("-–— ")):
        return True
    cue = cues.starts.match(low)
    if cue:
        if cue in cues.offices:
            most = 14 if all(word[0].isupper() or word in _LINKS for word in block.words) else 8
            return not block.stop and len(block.words) <= most and ":" not in low
        if wrapped or not block.stop or (len(block.words) <= 40 and not SAYING.search(low)):
            return True
    if cues.phrases.search(low):
        return wrapped or not block.stop or (any(word in low for word in _CONTRIBUTING) and len(block.words) <= 40)
    return False
