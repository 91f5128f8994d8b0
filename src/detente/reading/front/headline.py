"""Which block is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.front.blocks import Block

_WORD = re.compile(r"[^\W_]{3,}")
_SITE = re.compile(r"\s+[|–—·»-]\s+")
_OFFICIAL = re.compile(
    r"(?:(?:joint|final|common|trilateral|tripartite|quadrilateral)\s+(?:\w+\s+)?"
    r"(?:statement|communiqu[eé]|declaration|memorandum|protocol)"
    r"|(?:memorandum of understanding|protocol|communiqu[eé]))$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:\w{0,4}\W{0,2}\d{1,6}\s?,\s)?(?:(?P<day>\d{1,2}\s\w{3,9}\s\d{4})\s?,\s)?"  # "No: 12, 4 May 2019, …"
    r"(?:(?:joint|final|common|trilateral|chair'?s?|press|background)\s+)*"
    r"(?:statement|communiqu[eé]|declaration|readout|remarks|release|transcript|outcomes?|conclusions|conference|briefing)"
    r"\s+(?:of|from|by|on|for|following|after|regarding|concerning)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:joint|final|common|trilateral)\s+(?:\w+\s+)?(?:statement|communiqu[eé]|declaration|memorandum)s?\b"
    r"|\b(?:press|media|news|daily|noon|weekly)\s+(?:briefing|conference)s?\b",
    re.IGNORECASE,
)
_READ = 4  # paragraphs of the body that a headline is held against
_SMALL = 3  # letters of words that say little of what a line is about
_SHORTEST = 4  # words of a headline; shorter lines above one are names of papers
_ALIKE = 0.24  # of two lines that share as much with the body, the upper one is the headline


def titled(blocks: Sequence[Block], title: str | None) -> int | None:
    """The block that is the given title, with or without a site's name after it."""
    wanted = _flat(title or "")
    if not wanted:
        return None
    shorter = {_flat(piece) for piece in _SITE.split(title or "") if len(piece.split()) >= 4}
    loose: int | None = None
    for k, block in enumerate(blocks):
        if len(block.words) > 60:
            continue
        flat = _flat(block.text)
        if flat == wanted:
            return k
        if loose is None and (flat in shorter or (len(flat) > 20 and wanted.startswith(flat + " "))):
            loose = k
    return loose


def best(blocks: Sequence[Block], candidates: Sequence[int], prose: Sequence[int]) -> int | None:
    """Of the lines above the body, the one that speaks of what the body speaks of; of equals the upper one."""
    body = _told(blocks, prose)
    scored = [(k, _score(blocks[k], body)) for k in candidates]
    if not scored:
        return None
    top = max(score for _, score in scored)
    return next(k for k, score in scored if score >= top - (_ALIKE if len(blocks[k].words) >= _SHORTEST else 0.0))


def speaks_of(blocks: Sequence[Block], k: int, prose: Sequence[int]) -> bool:
    """Whether a line names two things or more of which the body's first paragraphs speak."""
    return sum(len(word) > _SMALL for word in _told(blocks, prose).intersection(_content(blocks[k]))) > 1


def is_official(block: Block) -> bool:
    """A line that is nothing but the kind of a document: "JOINT COMMUNIQUÉ"."""
    return _OFFICIAL.match(block.text.strip("*_# ")) is not None


def is_title(block: Block) -> bool:
    """Whether a line, however long, only names a document: "Joint Statement from the Leaders of ..."."""
    return not block.stop and _TITLE.match(block.text.strip("*_# ")) is not None


def is_document(block: Block) -> bool:
    """Whether a line is the title of an official text, however it begins."""
    return is_title(block) or names_document(block.text)


def day_of_title(text: str) -> tuple[int, int] | None:
    """Where the day stands with which the title of an official text begins; characters of the line."""
    found = _TITLE.match(text)
    return found.span("day") if found is not None and found["day"] else None


def names_document(text: str) -> bool:
    """Whether a line tells of a document that is a report itself: "Department Press Briefing - May 3, 2021"."""
    return _DOCUMENT.search(text) is not None


def in_capitals(block: Block) -> bool:
    """Nearly every longer word begins with a capital, as headlines with a full stop after them do."""
    longer = [word for word in block.words if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)


def _score(block: Block, body: set[str]) -> float:
    mine = _content(block)
    shared = sum(_stemmed(word) in body for word in mine) / len(mine) if mine else 0.0
    return shared + _usual_length(len(block.words)) + (0.5 if block.text.startswith("#") else 0.0)


def _usual_length(words: int) -> float:
    """Headlines have five to twenty words; shorter lines are more often names of sections and desks."""
    return 0.4 if 5 <= words <= 22 else 0.15 if words == 4 else 0.0


def _told(blocks: Sequence[Block], prose: Sequence[int]) -> set[str]:
    """What the body's first paragraphs speak of."""
    return {word for k in prose[:_READ] for word in _content(blocks[k])}


def _content(block: Block) -> list[str]:
    return [_stemmed(word) for word in _WORD.findall(block.low[:600])]


def _stemmed(word: str) -> str:
    return word[:5]


def _flat(text: str) -> str:
    plain = text.lower().translate(str.maketrans("“”‘’–—", "\"\"''--"))
    return " ".join(plain.split()).strip(" .#*_\"'")
