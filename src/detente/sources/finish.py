"""Draft -> Report: what holds for every format."""

from __future__ import annotations

import re

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate, Report
from detente.sources.credentials import without_credentials
from detente.sources.identity import key_of
from detente.sources.language import language_of
from detente.sources.limits import Limits
from detente.sources.raw import Draft, Raw

GIVEN_OPTION = "--published"
_WORD = re.compile(r"\w+|[^\w\s]")
_HALF = re.compile("[\ud800-\udfff]")


def finish(draft: Draft, raw: Raw, published: str | None, limits: Limits) -> Report:
    """The report, labelled with its language.

    Raises UnreadableReport for a text that is empty, too long or not encodable.
    ``published`` is a valid EDTF date given from outside; it goes before all dates of the draft.
    """
    text = draft.text
    if not text or text.isspace():
        raise UnreadableReport("has no text" if raw.data.strip() else "is empty")
    if len(text) > limits.characters:
        raise UnreadableReport(
            f"has {len(text):,} characters; at most {limits.characters:,} are read as one report, so cut it"
        )
    if len(text) > limits.words and (words := sum(1 for _ in _WORD.finditer(text))) > limits.words:
        most = f"at most {limits.words:,} are read as one report, so cut it"
        raise UnreadableReport(f"has {words:,} words and marks; {most}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableReport(f"has half a character (a lone surrogate) at character {error.start}") from None
    given = (DateCandidate(published, DateBasis.GIVEN, GIVEN_OPTION),) if published else ()
    return Report(
        text=text,
        source=raw.source,
        format=draft.format,
        raw_sha256=raw.sha256,
        title=_line(draft.title),
        url=without_credentials(_line(draft.url) or raw.url or "") or None,
        publisher=_line(draft.publisher),
        language=language_of(text, draft.language),
        dates=given + draft.dates,
        authors=tuple(author for name in draft.authors if (author := _line(name))),
        given_id=_line(draft.id),
        key=key_of(draft, raw),
    )


def _line(value: str | None) -> str | None:
    """Metadata on one line, or none."""
    return (" ".join(_whole(value).split()) or None) if value else None


def _whole(value: str) -> str:
    """Half characters (lone surrogates), which no file can hold, as the sign for what is no character."""
    return _HALF.sub("\ufffd", value)
