"""Which format an input is in: by its name's ending, by its declared type, else by how it begins."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from detente.sources.mailbox import SEPARATOR
from detente.sources.raw import Format

_ENDINGS: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".eml": "email",
    ".mbox": "mbox",
    ".rss": "feed",
    ".atom": "feed",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".tml": "timeml",
    ".timeml": "timeml",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
_MEDIA_TYPES: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "message/rfc822": "email",
    "application/mbox": "mbox",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/jsonl": "jsonl",
    "application/jsonlines": "jsonl",
    "application/ndjson": "jsonl",
    "text/markdown": "markdown",
}
#: Declared types that say too little; the name and the content then do.
VAGUE = frozenset({"", "text/plain", "text/xml", "application/xml", "application/json", "application/octet-stream"})
HEAD = 4096  # bytes that tell by content

_SPACE = b"\xef\xbb\xbf \t\r\n"
_SPACES = frozenset(b" \t\r\n\x0b\x0c"[n : n + 1] for n in range(6))
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|h1|p)[\s>]", re.IGNORECASE)
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_TIMEML = re.compile(rb"<TimeML[\s>]|<TEXT>")
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]")
# What no text but a message begins with; From and Subject alone also stand above copied mail.
_MAIL = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Return-Path|Delivered-To):[ \t]", re.IGNORECASE | re.MULTILINE
)


def is_media_type(media_type: str) -> bool:
    """True for a declared type that may hold a report."""
    known = media_type in VAGUE or _registered(media_type) in _MEDIA_TYPES
    of_xml = media_type.startswith("application/") and media_type.endswith("+xml")
    return known or of_xml or media_type.startswith("text/")


def told(name: str, media_type: str | None, head: bytes) -> Format:
    """The format; ``head`` is how the input begins, up to ``HEAD`` bytes. What is nothing else is text."""
    if head.startswith(_PDF):
        return "pdf"  # whatever it is called: pages are saved under the name of the address, and texts renamed
    if media_type is not None and _registered(media_type) in _MEDIA_TYPES:
        return _MEDIA_TYPES[_registered(media_type)]
    ending = PurePath(name).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    return _by_content(head.lstrip(_SPACE))


def _registered(media_type: str) -> str:
    """A type as it would be registered: many servers put an ``x-`` before it that it once had."""
    return media_type.replace("/x-", "/", 1)


def _by_content(head: bytes) -> Format:
    if _HTML.match(_without_prologue(head)):
        return "html"
    if head.startswith(_ZIP) and b"word/" in head:
        return "docx"
    if head.startswith(b"<") and _FEED.search(head):
        return "feed"
    if head.startswith(b"<?xml") or (head.startswith(b"<") and _TIMEML.search(head)):
        return "timeml"  # other XML is none, and its reader says so
    if head.startswith(b"{") and _is_json_object(head):
        return "jsonl"
    if SEPARATOR.match(head) and _HEADER.match(head.partition(b"\n")[2]):
        return "mbox"
    if _HEADER.match(head) and _MAIL.search(head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]):
        return "email"
    return "text"


def _without_prologue(head: bytes) -> bytes:
    """How it goes on after an XML declaration and comments; as it is where one of them has no end."""
    at = 0
    if head.startswith(b"<?xml"):
        at = head.find(b">") + 1
    while True:
        while head[at : at + 1] in _SPACES:
            at += 1
        end = head.find(b"-->", at + 4) if head.startswith(b"<!--", at) else -1
        if end < 0:
            return head[at:]
        at = end + 3


def _is_json_object(head: bytes) -> bool:
    """Whether it begins with a JSON object, as far as can be seen."""
    line, _, more = head.partition(b"\n")
    if not more and len(head) >= HEAD - 8:
        return re.match(rb'\{\s*"[^"\n]{1,60}"\s*:', head) is not None
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
