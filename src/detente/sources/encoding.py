"""Bytes -> text: by byte-order mark, as UTF-8, as declared, or by what charset-normalizer finds beyond doubt."""

from __future__ import annotations

import codecs
import re

from detente.errors import UnreadableReport
from detente.sources.binary import refuse_binary, refuse_controls

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A closing mark of which a byte was lost: behind an open one, at a word's or a sentence's end.
_LOST_MARK = re.compile("(“[^“”]*[\\w.,!?…])\ufffd(?=\\s|$)")
_SAMPLE = 200_000
# What the first bytes of two- and three-byte characters become; without one of these there is nothing to mend.
_MOJIBAKE = frozenset("ÃÂâÅÄÐÑ×ØÙÎÏãð")
_HOPELESS = "is in no character encoding that could be told; save it as UTF-8"


def decode(data: bytes, declared: str | None = None) -> str:
    """The text without its byte-order mark; line ends stay. ``declared`` is an encoding's name from outside.

    Text that had been decoded wrongly before it was saved is mended ("Spainâ€™s"); nothing else is changed.

    Raises UnreadableReport for binary data and where the encoding cannot be told.
    """
    refuse_binary(data)
    text = _decoded(data, declared)
    refuse_controls(text)
    return mended(text)


def mended(text: str) -> str:
    """The text without mojibake: UTF-8 that was taken for an encoding of one byte a character, line by line."""
    if text.isascii() or _MOJIBAKE.isdisjoint(text):
        return text
    from ftfy import fix_encoding

    return "\n".join(_LOST_MARK.sub(r"\1”", fix_encoding(line)) for line in text.split("\n"))


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                name = encoding.removesuffix("-sig").upper()
                raise UnreadableReport(f"is marked as {name} but is not; save it as UTF-8") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 64:
            # Cut in the middle of its last character: everything before it is good.
            return data[: error.start].decode("utf-8")
    if declared and declared.lower().replace("_", "-") not in {"utf-8", "utf8"}:
        # Browsers read Latin-1 as Windows-1252, and so is it meant.
        name = "cp1252" if declared.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else declared
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return data_guessed(data)


def data_guessed(data: bytes) -> str:
    """Text in an encoding that nothing declares. Raises UnreadableReport where none is plausible."""
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE])
    best = matches.best()
    if best is None:
        raise UnreadableReport(_HOPELESS)
    # Among encodings that fit alike, English is far more often in Windows-1252 than in its neighbours.
    encoding = "cp1252" if any(match.encoding == "cp1252" for match in matches) else best.encoding
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        raise UnreadableReport(_HOPELESS) from None
