"""Raw -> Draft, by format."""

from __future__ import annotations

from pathlib import PurePath

from detente.errors import UnreadableReport
from detente.sources.raw import Draft, Format, Raw


def draft(raw: Raw, format: Format) -> Draft:  # noqa: A002
    """What the format's reader makes of the bytes. Raises UnreadableReport. Formats of many reports are not for it."""
    if not raw.data.strip(b" \t\r\n\x0b\x0c"):
        raise UnreadableReport("has no text" if raw.data else "is empty")
    if format == "html":
        from detente.sources.web_page import web_page

        return web_page(raw)
    if format == "pdf":
        from detente.sources.pdf import pdf

        return pdf(raw)
    if format == "docx":
        from detente.sources.docx import docx

        return docx(raw)
    if format == "email":
        from detente.sources.mail import mail

        return mail(raw)
    if format == "timeml":
        from detente.sources.timeml import timeml

        return timeml(raw)
    if format == "markdown":
        from detente.sources.markdown import markdown

        return markdown(raw)
    if PurePath(raw.name).suffix.lower() == ".json":
        raise UnreadableReport("is JSON over several lines; write each report as an object on a line of its own")
    from detente.sources.plain_text import plain_text

    return plain_text(raw)
