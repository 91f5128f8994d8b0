"""How a brief words things: dates, and reports' own words on one line, cut where they are long."""

from __future__ import annotations

from collections.abc import Iterable

from detente.knowledge.dossier import dossier_words
from detente.model.date import Date
from detente.model.words import Words

WIDE = 150  #: characters of a line's words
_MARKS = "\"'“”‘’.,:;()"  # that may stand right before or after a word


def shown_date(date: Date | None) -> str:
    """A date as a brief shows it; what is unknown is a dash."""
    return "–" if date is None else str(date)


def cut(text: str, most: int = WIDE) -> str:
    """Words on one line, cut at the end of a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def line_of(sentence: str, start: int, what: Words, most: int = WIDE) -> str:
    """A sentence that begins at ``start`` on one line; of a long one how it begins, and what stands at the words."""
    if what.end - start <= most or len(" ".join(sentence.split())) <= most:
        return cut(sentence, most)
    head = cut(sentence[: what.start - start], most // 3)
    tail = cut(sentence[what.start - start :], most - len(head) - 1)
    return f"{head} {tail}"


def in_pieces(words: Words) -> str:
    """Words on one line, with a mark where something stands between their pieces."""
    return " … ".join(" ".join(part.split()) for part in words.parts)


def bare_words(text: str) -> list[str]:
    """The words of a text in small letters, without the marks around them."""
    return [word.strip(_MARKS) for word in text.casefold().replace("’", "'").split()]


def is_own(words: Iterable[str]) -> bool:
    """Whether bare words are somebody's own, "we signed it", which say little by themselves."""
    return not dossier_words().own.isdisjoint(words)
