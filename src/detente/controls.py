"""Control characters: what a terminal obeys instead of showing.

In: any text that came from outside, of a report, a file's name, a server or a scenario. Out: the same text, character
for character, with a picture in the place of each (ESC is ``␛``), so that it can only be read.
"""

from __future__ import annotations

import re

# C0 but tab and line feed, DEL, C1, halves of characters, and what turns the order of a line round.
_KINDS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069"
_OBEYED = re.compile(f"[{_KINDS}]")
_ENDS_LINES = re.compile(f"[{_KINDS}\t\n\u2028\u2029]")


def harmless(text: str) -> str:
    """The text with its tabs and line feeds, and a picture for every other control character."""
    return _OBEYED.sub(_picture, text)


def one_line(text: str) -> str:
    """The same on one line: a line feed, too, is a picture."""
    return _ENDS_LINES.sub(_picture, text)


def harmless_json(text: str) -> str:
    """JSON of the same value, with its control characters written by number."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def harmless_xml(text: str) -> str:
    """XML of the same value, with the control characters that it may hold written by number."""
    return _OBEYED.sub(lambda found: f"&#{ord(found[0])};", text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x7F:
        return "\u2421"
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
