"""Markdown: kept to the character like any text file; its front matter is read as metadata and stays in the text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime

from detente.model.report import DateBasis, DateCandidate
from detente.sources.encoding import decode
from detente.sources.plain_text import with_line_feeds
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft, Raw

_YAML = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"([A-Za-z_]\w*)[ \t]*:[ \t]+(\S.*)")
_LONGEST = 20_000  # characters in which front matter must end
_DATES = ("published", "date", "datePublished", "publish_date", "pubdate")
_AUTHORS = ("author", "authors", "byline")
_PUBLISHERS = ("publisher", "source", "site")


def markdown(raw: Raw) -> Draft:
    """The text as it is. Raises UnreadableReport where it cannot be decoded."""
    text = with_line_feeds(decode(raw.data, raw.charset))
    fields = _front_matter(text[:_LONGEST])
    dates = [(name, found_date(fields[name])) for name in _DATES if name in fields]
    return Draft(
        text,
        "markdown",
        title=fields.get("title"),
        url=fields.get("url") or fields.get("link"),
        publisher=next((fields[name] for name in _PUBLISHERS if name in fields), None),
        language=fields.get("lang") or fields.get("language"),
        dates=tuple(DateCandidate(day, DateBasis.METADATA, f"front matter {name}") for name, day in dates if day),
        authors=tuple(fields[name] for name in _AUTHORS if name in fields),
    )


def _front_matter(text: str) -> dict[str, str]:
    """Its plain values on the top level; lists and tables are left out."""
    if (found := _TOML.match(text)) is not None:
        try:
            return dict(_plain(tomllib.loads(found[1])))
        except (ValueError, RecursionError):  # not TOML, or a number too long, or brackets too deep
            return {}
    if (found := _YAML.match(text)) is None:
        return {}
    pairs = (_PAIR.fullmatch(line) for line in found[1].split("\n"))
    return {pair[1]: _unquoted(pair[2].strip()) for pair in pairs if pair is not None}


def _plain(table: Mapping[str, object]) -> dict[str, str]:
    """Strings and dates; datetimes are dates that also have a time."""
    return {
        name: value if isinstance(value, str) else value.isoformat()
        for name, value in table.items()
        if isinstance(value, str | date | datetime)
    }


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
