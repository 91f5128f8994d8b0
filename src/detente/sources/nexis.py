"""Nexis exports: ``3 of 40 DOCUMENTS`` above each article, or, in newer ones, ``End of Document`` below it."""

from __future__ import annotations

import re
from functools import cache

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.canonical_address import canonical_address
from detente.sources.news_export import article_text, body_text, field_names, folded
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft

_ABOVE = re.compile(r"^[ \t]*(?:\d+ of \d+ DOCUMENTS?)[ \t]*$", re.MULTILINE)
_BELOW = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_LENGTH = re.compile(r"^[ \t]*LENGTH:[ \t]*[\d,.]+ words\b", re.MULTILINE | re.IGNORECASE)
_RIGHTS = re.compile(r"\s*(?:Copyright|\(c\)|©)\s|\s*All Rights Reserved\b", re.IGNORECASE)
_DATE = re.compile(r"\s*(?:[A-Z][a-z]+day,?\s+)?(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)\.?,?\s+\d{4}")
_EDITION = re.compile(r"\bedition\b|\b\d{1,2}:\d\d\b|\b(?:GMT|EST|EDT|BST)\b", re.IGNORECASE)
_BY = re.compile(r"by\s", re.IGNORECASE)
_CENTRED = "      "  # at least so far in


def nexis_articles(text: str) -> list[Draft | UnreadableReport]:
    """The articles; none where the text is no Nexis export."""
    if _ABOVE.search(text):
        chunks = _ABOVE.split(text)[1:]
    elif _BELOW.search(text):
        chunks = _BELOW.split(text)[:-1]
    else:
        return []
    return [_article(chunk.split("\n")) for chunk in chunks] if _LENGTH.search(text) else []


def _article(lines: list[str]) -> Draft:
    first = next((at for at, line in enumerate(lines) if _field(line, "before")), len(lines))
    publication, day, title = _head(lines[:first])
    fields, body_at = _fields(lines, first)
    end = _body_end(lines, body_at)
    fields |= _fields(lines, end)[0]
    byline = fields.get("BYLINE", "")
    url = fields.get("URL")
    return Draft(
        article_text(
            title,
            byline if _BY.match(byline) else None,
            fields.get("DATELINE"),
            body_text(lines[body_at:end]),
            *(("CORRECTION", fields["CORRECTION"]) if fields.get("CORRECTION") else ()),
        ),
        "nexis",
        title=title,
        url=url if _leads_to_page(url) else None,
        publisher=publication,
        dates=(DateCandidate(day, DateBasis.METADATA, "Nexis date"),) if day else (),
        authors=(_BY.sub("", byline, count=1),) if byline else (),
    )


def _head(lines: list[str]) -> tuple[str | None, str | None, str | None]:
    """Publication, day and headline. Older exports centre publication and date and set the headline below them."""
    printed = [line for line in lines if line.strip() and not _RIGHTS.match(line)]
    at = next((number for number, line in enumerate(printed) if _DATE.match(line) and found_date(line.strip())), None)
    if at is None:
        return None, None, (folded(printed[-1:]) or None)
    publication = folded(printed[at - 1 : at]) or None
    below = [line for line in printed[at + 1 :] if not line.startswith(_CENTRED)]
    if len(below) > 1:
        below = [line for line in below if not _EDITION.search(line)] or below
    title = folded(below) if below else folded(printed[max(at - 2, 0) : max(at - 1, 0)])
    return publication, found_date(printed[at].strip()), title or None


def _fields(lines: list[str], at: int) -> tuple[dict[str, str], int]:
    """The fields from a line on, and the line after the last of them that stands before the body."""
    found: dict[str, list[str]] = {}
    name = None
    body = next((number + 1 for number in range(at, len(lines)) if lines[number].strip() == "Body"), None)
    number = at
    for number in range(at, len(lines) if body is None else body - 1):
        line = lines[number]
        if (started := _field(line, "before") or _field(line, "after") or _field(line, "text")) is not None:
            name = started
            found.setdefault(name, []).append(line.partition(":")[2])
        elif not line.strip():
            name = None
        elif name is not None:
            found[name].append(line)  # a long one goes on below
        elif body is None and "LENGTH" in found and "LOAD-DATE" not in found:
            break
    return {key: folded(value) for key, value in found.items()}, number if body is None else body


def _body_end(lines: list[str], start: int) -> int:
    """The line at which the fields below the body begin."""
    marked = start > 0 and lines[start - 1].strip() == "Body"
    for number in range(start, len(lines)):
        line = lines[number]
        if marked:
            ends = _is_heading(line)
        else:
            parted = number == start or not lines[number - 1].strip()
            ends = parted and bool(_field(line, "after") or _RIGHTS.match(line))
        if ends:
            return number
    return len(lines)


def _field(line: str, where: str) -> str | None:
    """The name of the field that a line begins, of those that stand there."""
    name, colon, _ = line.strip().partition(":")
    return name.upper() if colon and name.upper() in _names(where) and name[:1].isupper() else None


def _is_heading(line: str) -> bool:
    """Whether a line heads what newer exports write below a body."""
    name, _, more = line.strip().partition(":")
    return name.upper() in _names("after_body") and (not more or name.upper() == "LOAD-DATE")


@cache
def _names(where: str) -> frozenset[str]:
    return frozenset({"CORRECTION"} if where == "text" else field_names("nexis", where))


def _leads_to_page(url: str | None) -> bool:
    """Whether an address names an article; many exports give the newspaper's front page for each."""
    form = canonical_address(url or "")
    return form is not None and form.count("/") > 3
