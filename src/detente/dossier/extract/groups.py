"""A report's text -> the groups that it introduces with their initials, and small words between article and name."""

from __future__ import annotations

import re
from functools import cache

from detente.knowledge.dossier import dossier_words

_LINKS = r"(?: (?:of|the|for|and|on))*"
_NAME = r"[A-Z][\w’'-]+"
_INTRODUCED = re.compile(rf"((?:{_NAME}{_LINKS} ){{1,6}}{_NAME}),? \(([A-Z]{{2,6}})\)")


def introduced(text: str) -> list[tuple[str, str]]:
    """Initials and the full name, as often as a text has both: "Joint River Council (JRC)"."""
    found = []
    for match in _INTRODUCED.finditer(text):
        kept = _fitting(match[1].split(), match[2])
        if kept:
            found.append((match[2], " ".join(kept)))
    return found


def called(text: str) -> list[tuple[str, str]]:
    """Each small word between an article and a name, and all of the name: "opposition", "Joint River Council"."""
    return [(match[1], match[2]) for match in _called().finditer(text)]


@cache
def _called() -> re.Pattern[str]:
    articles = "|".join(sorted(dossier_words().articles))
    return re.compile(rf"(?<!\w)(?i:{articles}) ([a-z]{{5,}}) (?=({_NAME}(?:{_LINKS} {_NAME})+))")


def _fitting(words: list[str], short: str) -> list[str]:
    """The last words whose initials are the letters."""
    small = dossier_words().small
    for start in range(len(words)):
        initials = "".join(word[0] for word in words[start:] if word not in small)
        if initials == short and words[start] not in small:
            return words[start:]
    return []
