"""A piece -> the words in which it says that it corrects an earlier story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from detente.knowledge.loader import listed
from detente.model.ids import normal
from detente.record.copies.piece import Piece

_PARTS = ("labels", "paragraphs", "openings", "stories", "wrong")
_HEAD = 200  # characters of a paragraph in which the cue stands


def correction_notes(piece: Piece) -> tuple[str, ...]:
    """The headline and the paragraphs that say that an earlier story is corrected, in order, as they stand."""
    label_before, label_after, sentence = _cues()
    lines = [line.strip() for line in f"{piece.body}\n{piece.credits}".splitlines() if line.strip()]
    headlines = [piece.headline.strip()] if piece.headline else lines[:1]
    found = [line for line in headlines if label_before.match(line) or label_after.search(line)]
    found += [line for line in lines if label_before.match(line) or sentence.match(normal(line[:_HEAD]))]
    return tuple(dict.fromkeys(found))


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A label at the beginning, a label at the end, and how a paragraph in normal form begins."""
    table = {name: listed("en/copies/corrections", name) for name in _PARTS}
    label = _either(table["labels"])
    before = rf"\W*(?:[\w ]{{2,12}}[-–—]\s?)?(?:{label})(?:\s*\([^()]*\))?\s*[-–—:|/\])]"  # "UPDATE 2-CORRECTED-"
    after = rf"[-–—:|/(\[]\s*(?:{label})\W*$"
    words = {"{story}": f"(?:{_either(table['stories'])})", "{wrong}": f"(?:{_either(table['wrong'])})"}
    said = "|".join(_pattern(cue, words) for cue in table["paragraphs"])
    sentence = rf"(?:(?:{_either(table['openings'])}) )*(?:{said})\b"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE), re.compile(sentence)


def _pattern(cue: str, words: dict[str, str]) -> str:
    """A cue as a regular expression over words with single spaces; "…" is up to four words."""
    parts = [r"(?:\w+ ){0,4}" if word == "…" else words.get(word, re.escape(word)) + " " for word in cue.split()]
    return "".join(parts).rstrip()


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
