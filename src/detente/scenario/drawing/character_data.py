"""A text as character data of XML 1.0: marks escaped, and what no XML document may have replaced."""

from __future__ import annotations

import re
from html import escape as marks_escaped

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")


def escape(text: str) -> str:
    """The text, with U+FFFD for control characters, halves of characters and what is no character."""
    return marks_escaped(_IMPOSSIBLE.sub("\ufffd", text))
