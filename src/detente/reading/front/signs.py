"""What a block is by its own words: furniture, caption, by-line, credit or time stamp."""

from __future__ import annotations

import re
from enum import Enum, auto

from detente.reading.front.blocks import Block
from detente.reading.front.cues import captions, chrome, credit_lines, places
from detente.reading.front.dates import find_date
from detente.reading.front.names import authors_in, is_name


class Sign(Enum):
    """What a block's words alone say of it."""

    CHROME = auto()
    HEADING = auto()  #: furniture that opens a list of other reports
    SECTION = auto()  #: a section's name: furniture unless it stands inside the report
    MARK = auto()  #: nothing to read in it
    STAMP = auto()  #: date and time of publication
    CAPTION = auto()
    SIGN_OFF = auto()  #: a sentence with an agency in parentheses at its end: a caption above, the agency's name below
    BYLINE = auto()
    NAME = auto()  #: somebody's name, perhaps with an office: a by-line beside other front matter
    CREDIT = auto()
    NUMBER = auto()  #: a number alone
    ENTRY = auto()  #: the date of an entry in a chronology: body


_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_SAYING = re.compile(r"\b(?:said|says|told|according to|added|stated|announced|asked|argued|warned|insisted)\b")
_PARTS = re.compile(r"\s+[|·•›»>/→▸]\s+|\s*[|»›]\s*")
_CITY_END = re.compile(r"\s[-–—|]\s+([A-Za-z .'-]{3,30})$")
_LAST_PAREN = re.compile(r"[(\[]([^()\[\]]{1,90})[)\]]\s*[.\"”]?$")
_PAREN = re.compile(r"\(\s*([^()]{1,60}?)\s*\)")
_MADE_BY = re.compile(r"(?:photo|photograph|image|picture|credit|foto|pic)s?\s?(?::|\bby\b|/|©)\s?\S.{1,60}$", re.IGNORECASE)
_TWO_MAKERS = re.compile(r"[A-Z][^/\d]{1,40}/\s?[A-Z][^/\d]{1,40}$")
_SIDE = re.compile(r",\s*(?:second (?:from )?|third (?:from )?|2nd |far )?(?:left|right|center|centre)\b[,.]?")
_SHOWS = re.compile(r"\b(?:shows?|showing|taken|released|provided|made available|issued|obtained|courtesy)\b")
_CLOCK = re.compile(r"\bt?\d{1,2}(?:[:.]\d\d){1,2}(?:\.\d+)?z?\b|\b\d{1,2}(?=\s*[ap]\.?m\b)|[+-]\d\d:?\d\d\b")
_STAMP_WORDS = frozenset(
    "published updated update posted last modified edited created issued release released on at first date time dated am pm a.m p.m gmt utc est edt "
    "cst pst et ct pt cet cest ist jst kst bst msk eet eest hkt sgt pkt hrs hours hour h ago local of the monday tuesday wednesday thursday friday "
    "aired broadcast recorded filed uploaded live revised reviewed "
    "saturday sunday mon tue wed thu fri sat sun is article story and online print edition min mins minute read minutes".split()
)
_WHO = frozenset({"reporter", "reporters", "correspondent", "correspondents", "staff", "writer", "writers", "editor", "desk", "bureau", "agencies"})
_PARENTHESISED = re.compile(r"[(\[*_].*[)\]*_]\.?$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|@\w{2,30}$|(?:#\w+[\s,]*)+$")
_MARKUP = re.compile(r"!?\[[^\]]{0,200}\]\(\S{1,500}\)[\s.|·•*-]*$|!\[[^\]]{0,300}\]\(\S{1,500}\)|<[^>]{1,300}>$|</?\w")
_HEADER = re.compile(r"(?:>\s*)?([a-z-]{2,12}):\s")
_BC_SLUG = re.compile(r"(?:BC|AM|PM|URGENT|BULLETIN)-\S+|\w{3,4}\d{4,}\b|[ru] [a-z] bc-|\^|&[A-Z]{2}")


def sign(block: Block) -> Sign | None:
    """What the block is by its own words, or nothing: prose, a headline, or a line that its place must tell."""
    if not any(map(str.isalpha, block.text)):
        if find_date(block.text) or _CLOCK.fullmatch(block.text):
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
    if _byline(block):
        return Sign.BYLINE
    caption = _caption(block)
    if caption:
        return caption
    if _credit(block):
        return Sign.CREDIT
    return _chrome(block) or _named(block)


def _paragraph(block: Block) -> Sign | None:
    """Of a long block only what is sure."""
    caption = _caption(block)
    if caption:
        return caption
    if _credit(block):
        return Sign.CREDIT
    return Sign.CHROME if _fine_print(block) else None


def _chrome(block: Block) -> Sign | None:
    cues = chrome()
    low = block.low.strip(" -–—*_[]()#:>|•·.")
    if low in cues.sections:
        return Sign.SECTION
    if _fine_print(block):
        return Sign.HEADING if cues.headings.match(low) and not block.stop else Sign.CHROME
    tokens = _TOKEN.findall(block.low)
    known = [t in cues.words for t in tokens]
    if any(known) and not (block.stop and len(tokens) > 3) and len(tokens) <= 30:
        if all(k or t in cues.filler for k, t in zip(known, tokens, strict=True)):
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


def _begins(block: Block, low: str, cue: str) -> bool:
    """Whether a cue at the beginning makes the line furniture: a sentence or a headline may begin with the same words."""
    colon = cue.endswith(":") or low[len(cue) : len(cue) + 1] == ":"
    if colon:
        return len(block.words) <= 30
    if cue in chrome().weak:
        return len(block.words) <= 4 and not block.stop
    if block.stop:
        return cue.split()[0] in chrome().imperatives and len(block.words) <= 16 and not _SAYING.search(block.low)
    return len(block.words) <= 16


def _fine_print(block: Block) -> bool:
    """Words that nobody reports in; not where somebody is quoted as saying them."""
    if len(block.words) > 50 or block.text[0] in "\"“'‘" or _SAYING.search(block.low):
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
    return (
        parts[0] == "home"
        or known == len(parts)
        or len(parts) >= 3
        and (known >= 1 or len(parts) >= 4)
        and all(len(p.split()) <= 4 for p in parts)
    )


def is_stamp(block: Block) -> bool:
    """A date, and nothing but the words of a time stamp beside it."""
    if len(block.words) > 24:
        return False
    text = block.text
    date = find_date(text)
    dated = False
    while date:
        dated = True
        text = text[: date.start] + " ; " + text[date.end :]
        date = find_date(text)
    city = stamp_city(text)
    text = (text[: city[0]] if city and dated else text).lower()
    low = _CLOCK.sub(" ", text)
    if not dated and low == text:
        return False
    return (dated or "updated" in low or "published" in low) and all(
        t in _STAMP_WORDS or len(t) == 1 for t in _TOKEN.findall(low)
    )


def stamp_city(line: str) -> tuple[int, int] | None:
    """Where the city stands that a time stamp ends with ("... 10:02 pm IST - NEW DELHI")."""
    match = _CITY_END.search(line)
    return match.span(1) if match and match.group(1).lower() in places().cities else None


def _caption(block: Block) -> Sign | None:
    cues = captions()
    if len(block.words) > 90:
        return None
    low = block.low.lstrip("*_ ")
    cue = cues.starts.match(low)
    if cue and (not cue.startswith(("this ", "a ", "an ", "satellite", "pictured")) or _SHOWS.search(low)):
        if (
            cue.endswith((":", "(", "/", "–", "—", "-"))
            or len(block.words) > 1
            and not (cue == "pictured" and block.stop)
        ):
            return Sign.CAPTION
    made = _MADE_BY.search(block.text[-80:].rstrip("*_ )]"))
    if made and not _SAYING.search(block.low) and (made.start() == 0 or block.text[-80:][made.start() - 1] in " (["):
        return Sign.CAPTION
    last = _LAST_PAREN.search(block.text.rstrip("*_ "))
    if last:
        found = _maker(last.group(1), block.text[: last.start()].rstrip())
        if found and last.start() > 0:
            return found
    if len(block.words) <= 60 and block.low.rstrip(" .)]*_").endswith(cues.ends) and not _SAYING.search(block.low):
        return Sign.CAPTION
    return Sign.CAPTION if _sided(block) else None


def _maker(inside: str, before: str) -> Sign | None:
    """Who took the picture, in parentheses at the end; below initials, who wrote the report."""
    low = inside.lower()
    tokens = _TOKEN.findall(low)
    if captions().makers.intersection(tokens) and len(tokens) <= 12:
        return Sign.CAPTION
    agencies = credit_lines().agencies
    names = [part.strip() for part in re.split(r"[/,;|]", low)]
    if names[-1] in agencies or names[0] in agencies or _TWO_MAKERS.match(inside):
        if len(before.split()) == 1 and before.islower():
            return Sign.CREDIT
        return Sign.SIGN_OFF if before[-1:] in '.!?"”' else Sign.CAPTION
    return None


def _sided(block: Block) -> bool:
    """ "(left)", ", right," beside a name: who stands where in the picture."""
    if len(block.words) > 60:
        return False
    cues = captions()
    for match in _PAREN.finditer(block.text):
        first = match.group(1).lower().split(",")[0].strip()
        if first in cues.sides and not (block.stop and _SAYING.search(block.low)):
            return len(first) > 1 or not block.stop or bool(cues.verbs.intersection(block.low.split()))
    return (
        bool(_SIDE.search(block.low))
        and (not block.stop or bool(cues.verbs.intersection(block.low.split())))
        and not _SAYING.search(block.low)
    )


def _byline(block: Block) -> bool:
    """ "By Jane Doe, Diplomatic Correspondent", "By our correspondent"."""
    low = block.low.lstrip("*_ ")
    cue = credit_lines().bylines.match(low)
    return bool(cue) and len(block.words) <= 24 and _only_people(block.text.lstrip("*_ ")[len(cue or "") :].strip(" :"))


def _named(block: Block) -> Sign | None:
    """A name without "By": sure with a desk or a place beside it, else for its place in the text to tell."""
    if block.stop or len(block.words) > 24:
        return None
    if len(block.words) <= 4 and _desk_alone(block.low):
        return Sign.BYLINE
    found = authors_in(block.text)
    if not found.names or not is_name(_first_piece(block.text)) or not all(map(_deskish, found.rest)):
        return None
    return Sign.BYLINE if found.places or found.rest else Sign.NAME


def _desk_alone(low: str) -> bool:
    """ "Staff Reporter", "News Desk", "Our Correspondent"."""
    tokens = _TOKEN.findall(low)
    desk = credit_lines().desk
    return len(tokens) >= 2 and tokens[-1] in _WHO and all(t in desk or t in ("our", "own", "a", "the") for t in tokens)


def _first_piece(text: str) -> str:
    return re.split(r"\s*(?:[,;|/&•·]|\band\b|\bin\b|\bfrom\b)\s*", text, maxsplit=1)[0].strip(" *_.")


def _only_people(line: str) -> bool:
    """Nothing but names, desks and places: no sentence."""
    if not line or not (line[0].isupper() or line.lower().startswith(("our ", "a ", "the "))):
        return False
    found = authors_in(line)
    plausible = all(_deskish(r) or len(r.split()) <= 3 and r[:1].isupper() for r in found.rest)
    return plausible and bool(found.names or any(_deskish(r) for r in found.rest))


def _deskish(text: str) -> bool:
    """An office, desk, agency, time or reading time beside a name."""
    cues = credit_lines()
    low = text.lower().strip(" .()")
    tokens = _TOKEN.findall(low)
    if low in cues.agencies or not tokens or all(t in _STAMP_WORDS for t in tokens):
        return True
    return len(tokens) <= 9 and (bool(cues.desk.intersection(tokens))) and not _SAYING.search(low)


def _credit(block: Block) -> bool:
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
            return not block.stop and len(block.words) <= 8 and ":" not in low
        if wrapped or not block.stop or len(block.words) <= 40 and not _SAYING.search(low):
            return True
    if cues.phrases.search(low):
        return wrapped or not block.stop or "contribut" in low and len(block.words) <= 40
    return False
