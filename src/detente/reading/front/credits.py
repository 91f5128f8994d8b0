"""Who wrote the report and from which language it was translated, from by-lines and credit lines."""

from __future__ import annotations

import re

from detente.reading.front.cues import credit_lines
from detente.reading.front.names import Authors, authors_in, is_name

_OPEN = r"^[\s(\[*_—–-]*"
_LEAD = re.compile(
    rf"{_OPEN}(?:(?:analysis|opinion|story|report|review|commentary|interview|text|essay|letter|dispatch|special report"
    r"|words|(?:additional )?reporting(?: and writing)?|writing|written|posted|published)\s+)?(?:by|from)\b:?\s*"
    rf"|{_OPEN}(?:authors?|reporters?|correspondents?):?\s*"
    rf"|{_OPEN}with(?: additional)? (?:reporting|assistance) (?:by|from):?\s*"
    rf"|{_OPEN}(?:the )?[A-Z]\w+ original (?:written )?by\s+",
    re.IGNORECASE,
)
_NOT_AUTHORS = re.compile(
    r"(?:editing|edited|translat\w+|photo\w*|compiled|production|graphics|additional (?:writing|editing)|illustrat\w+)"
    r" (?:by|from)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*;\s*|\.\s+(?=[A-Z])")
_AUTHORING = re.compile(
    r"\b(?:reporting|writing|written|original|words|analysis|story|report|text) by\b|^[\s(—–-]*by\b", re.IGNORECASE
)
_POSTED = re.compile(r"\(@\w{2,30}\)")  # who signs an embedded post wrote no report
_SIGNED = re.compile(r"^\s*[—–-]{1,2}\s*")


def byline_authors(line: str) -> Authors:
    """Names and places of a by-line, places counted in the line."""
    lead = _LEAD.match(line)
    cut = lead.end() if lead else 0
    found = authors_in(line[cut:])
    return Authors(found.names, tuple((name, a + cut, b + cut) for name, a, b in found.places), found.rest)


def credited_authors(line: str) -> tuple[str, ...]:
    """The names that a credit line gives as authors: not the editors, translators and photographers."""
    names: list[str] = []
    for clause in _CLAUSE.split(line.strip(" ()[]*_")):
        if _NOT_AUTHORS.search(clause) or _POSTED.search(clause):
            continue
        if _AUTHORING.search(clause) or _SIGNED.match(clause):
            at = _AUTHORING.search(clause)
            names += authors_in(clause[at.end() :] if at else _SIGNED.sub("", clause)).names
        elif is_name(clause):
            names.append(clause)
    return tuple(dict.fromkeys(names))


def original_language(line: str) -> str | None:
    """ISO 639-1 of the language that a credit line says the report was translated from."""
    match = _language_pattern().search(line)
    return credit_lines().languages[(match.group(1) or match.group(2) or match.group(3)).lower()] if match else None


def _language_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(credit_lines().languages))
    return re.compile(
        rf"\b({names})(?:[- ]language)? (?:original|version by|text by)\b"
        rf"|\b(?:translat\w+|translation)\b.{{0,40}}?\bfrom (?:the )?(?:original )?({names})\b"
        rf"|\b(?:original\w*|first|published|written|appeared)\b.{{0,40}}?\b(?:in|from(?: the)?) ({names})\b",
        re.IGNORECASE,
    )
