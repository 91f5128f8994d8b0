"""Factiva exports: articles that end in ``Document`` and a number, with codes before their fields or without."""

from __future__ import annotations

import re
from functools import cache

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.news_export import article_text, body_text, field_names, folded
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft

_END = re.compile(r"^(?:AN[ \t]+)?[ \t]*Document[ \t]+([A-Za-z]\w{15,40})[ \t]*$", re.MULTILINE)
_WORDS = re.compile(r"(?:WC[ \t]+)?[ \t]*[\d,.]+ words[ \t]*")
_CODE = re.compile(r"([A-Z]{2,3})(?:[ \t]{2,}|\t|[ \t]*$)")
_FURNITURE = re.compile(r"\s*Page \d+ of \d+\b.*|.*\bFactiva, Inc\. All rights reserved\..*", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?:\s?[AP]M)?(?: GMT)?")
_RIGHTS = re.compile(r"(?:\(c\)|©|Copyright)\s?", re.IGNORECASE)
_BY = re.compile(r"by\s", re.IGNORECASE)
_FEW_WORDS = 5


def factiva_articles(text: str) -> list[Draft | UnreadableReport]:
    """The articles, a reason for each that cannot be told; none where the text is no Factiva export."""
    found: list[Draft | UnreadableReport] = []
    at = 0
    for end in _END.finditer(text):
        lines = [line for line in text[at : end.start()].split("\n") if not _FURNITURE.fullmatch(line)]
        at = end.end()
        if not sum(character.isdigit() for character in end[1]) >= 8:
            continue
        unread = UnreadableReport(
            f"is an article whose fields cannot be told, Factiva's {end[1]}; save it as a text of its own"
        )
        found.append(_tagged(lines, end[1]) or _plain(lines, end[1]) or unread)
    return found if any(isinstance(article, Draft) for article in found) else []


def _tagged(lines: list[str], number: str) -> Draft | None:
    """An article whose fields have their codes, or None."""
    fields: dict[str, list[str]] = {}
    code = None
    for line in lines:
        match = _CODE.match(line)
        if match is not None and match[1] in _codes():
            code = match[1]
            fields.setdefault(code, []).append(line[match.end() :])
        elif code is not None:
            fields[code].append(line)
    if not {"HD", "WC"} <= fields.keys():
        return None
    one_line = {code: folded(value) for code, value in fields.items()}
    body = [body_text(_set_in_alike(fields[code])) for code in ("LP", "TD", "ART") if code in fields]
    return _draft(number, one_line["HD"], one_line.get("BY"), one_line.get("PD"), one_line.get("SN"), body)


def _set_in_alike(lines: list[str]) -> list[str]:
    """The first line, which stood behind the code, as far in as those below it."""
    below = [line for line in lines[1:] if line.strip()]
    depth = min((len(line) - len(line.lstrip()) for line in below), default=0)
    return [" " * depth + lines[0].strip(), *lines[1:]]


def _plain(lines: list[str], number: str) -> Draft | None:
    """An article whose fields are told by their order, or None.

    Headline, by-line, words, date, time, source, code, language, rights.
    """
    at = next((number for number, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if at is None:
        return None
    above = [folded([line]) for line in lines[:at] if line.strip()]
    byline = above.pop() if len(above) > 1 and (_BY.match(above[-1]) or len(above[-1].split()) <= _FEW_WORDS) else None
    told = [(place, line.strip()) for place, line in enumerate(lines[at + 1 : at + 12], start=at + 1) if line.strip()]
    language = next((index for index, (_, line) in enumerate(told) if line == "English"), None)
    if not above or language is None:
        return None
    source = [line for _, line in told[1:language] if not _CLOCK.fullmatch(line)]
    body_at = told[language][0] + 1
    while body_at < len(lines) and (not lines[body_at].strip() or _RIGHTS.match(lines[body_at].strip())):
        body_at += 1
    return _draft(number, above[-1], byline, told[0][1], source[0] if source else None, [body_text(lines[body_at:])])


def _draft(number: str, title: str, byline: str | None, date: str | None, source: str | None, body: list[str]) -> Draft:
    day = found_date(date)
    return Draft(
        article_text(title, byline if byline and _BY.match(byline) else None, *body),
        "factiva",
        id=number,
        title=title,
        publisher=source,
        dates=(DateCandidate(day, DateBasis.METADATA, "Factiva date"),) if day else (),
        authors=(_BY.sub("", byline, count=1),) if byline else (),
    )


@cache
def _codes() -> frozenset[str]:
    return frozenset(field_names("factiva", "codes"))
