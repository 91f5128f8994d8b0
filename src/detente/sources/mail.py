"""E-mail (RFC 5322, MIME): its plain body if it has one, else its HTML body as a web page."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.encoding import decode
from detente.sources.plain_text import with_line_feeds
from detente.sources.publication_date import header_date
from detente.sources.raw import Draft, Raw


def mail(raw: Raw) -> Draft:
    """The message; attachments are let be. Raises UnreadableReport where it has no body of text."""
    try:
        message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(raw.data)
        text = _text(message, raw)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        # What the standard library's parser raises on broken headers and on parts nested without end.
        raise UnreadableReport("is an e-mail that is too broken to read") from None
    name, address = parseaddr(_header(message, "From"))
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
    """A header's text; broken ones count as absent."""
    try:
        return str(message.get(name, "")).strip()
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError):
        return ""
