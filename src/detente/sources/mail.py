"""E-mail (RFC 5322, MIME): its plain body if it has one, else its HTML body as a web page."""

from __future__ import annotations

from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.encoding import decode
from detente.sources.plain_text import with_line_feeds
from detente.sources.publication_date import header_date
from detente.sources.raw import Draft, Raw

_LONGEST = 4_000  # characters of a header; parsing one takes a thousand times its size, and a subject is one line
_LINES = 500_000  # of a message; the parser holds each on its own


class _ShortHeaders(EmailPolicy):
    """Parses no more of a header than a header may need."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_LONGEST])


def mail(raw: Raw) -> Draft:
    """The message; attachments are let be. Raises UnreadableReport where it has no body of text."""
    if (lines := max(raw.data.count(b"\n"), raw.data.count(b"\r"))) > _LINES:
        raise UnreadableReport(f"is an e-mail of {lines:,} lines; at most {_LINES:,} are read, so save its text")
    try:
        message = BytesParser(_class=EmailMessage, policy=_ShortHeaders()).parsebytes(raw.data)
        assert isinstance(message, EmailMessage)
        return _draft(message, _text(message, raw))
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        # What the standard library's parser raises on broken headers and on parts nested without end.
        raise UnreadableReport("is an e-mail that is too broken to read") from None


def _draft(message: EmailMessage, text: str) -> Draft:
    name, address = _sender(_header(message, "From"))
    day = header_date(_header(message, "Date"))
    return Draft(
        text,
        "email",
        id=_header(message, "Message-ID").strip("<> ") or None,
        title=_header(message, "Subject") or None,
        publisher=_header(message, "Organization") or name or address or None,
        language=_header(message, "Content-Language") or None,
        dates=(DateCandidate(day, DateBasis.METADATA, "Date header"),) if day else (),
        authors=(name,) if name else (),
    )


def _text(message: EmailMessage, raw: Raw) -> str:
    plain = message.get_body(("plain",))
    if plain is not None:
        text = with_line_feeds(_decoded(plain))
        if text.strip():
            return text
    page = message.get_body(("html",))
    if page is None:
        raise UnreadableReport("is an e-mail without a text; its attachments are not read")
    from detente.sources.web_page import web_page

    return web_page(Raw(_bytes(page), raw.source, charset=page.get_content_charset())).text


def _decoded(part: object) -> str:
    assert isinstance(part, EmailMessage)
    return decode(_bytes(part), part.get_content_charset())


def _bytes(part: object) -> bytes:
    assert isinstance(part, EmailMessage)
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    """A header's text; what is broken in a way that the standard library does not bear counts as absent."""
    try:
        return str(message.get(name, "")).strip()
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        return ""


def _sender(header: str) -> tuple[str, str]:
    """Name and address; parentheses in one another are parsed by recursion."""
    try:
        return parseaddr(header)
    except RecursionError:
        return "", ""
