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
    """A sentence that begins at ``start`` on one line; of a long one what stands around the words that count."""
    if len(" ".join(sentence.split())) <= most:
        return cut(sentence, most)
    room = max(0, most - (what.end - what.start))
    first = max(start, what.start - room // 3)
    if what.end - start <= most:
        first = start
    elif first > start:
        first = start + _word_begins(sentence, first - start, what.start - start)
    return ("… " if first > start else "") + cut(sentence[first - start :], most)


def bare_words(text: str) -> list[str]:
    """The words of a text in small letters, without the marks around them."""
    return [word.strip(_MARKS) for word in text.casefold().replace("’", "'").split()]


def is_own(words: Iterable[str]) -> bool:
    """Whether bare words are somebody's own, "we signed it", which say little by themselves."""
    return not dossier_words().own.isdisjoint(words)


def _word_begins(text: str, at: int, before: int) -> int:
    """Where the next word begins, before a place."""
    space = text.find(" ", at, before)
    return space + 1 if space >= 0 else at
