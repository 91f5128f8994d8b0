"""Nothing that a terminal obeys is left, and nothing else is touched."""

from __future__ import annotations

import json
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.controls import harmless, harmless_json, harmless_xml, one_line

ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("\x1b\x07\x9b\x7f\u202e\u2066\n\t\r\u2028\ud800"))
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _obeyed(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in BIDI


@given(ANY)
def test_a_text_keeps_its_length_and_all_that_is_only_read(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        assert after == before if before in "\t\n" or not _obeyed(before) else not _obeyed(after)


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not any(map(_obeyed, line))


@given(ANY)
def test_json_keeps_its_value(text: str) -> None:
    written = harmless_json(json.dumps({text: [text]}, ensure_ascii=False, indent=1))
    assert json.loads(written) == {text: [text]}
    assert not any(_obeyed(character) for character in written if character != "\n")


@given(st.text(st.characters(min_codepoint=0x7E, max_codepoint=0x2070) | st.sampled_from("a&<\u202e")))
def test_xml_keeps_its_value(text: str) -> None:
    from xml.sax.saxutils import escape

    written = harmless_xml(escape(text))
    assert ET.fromstring(f"<a>{written}</a>").text == (text or None)
    assert not any(map(_obeyed, written))


@pytest.mark.parametrize(("given", "shown"), [("\x1b[2J", "␛[2J"), ("\r", "␍"), ("\x7f", "␡"), ("\u202eabc", "�abc")])
def test_what_was_there_can_be_seen(given: str, shown: str) -> None:
    assert harmless(given) == shown


def test_a_line_feed_in_a_name_can_be_seen() -> None:
    assert one_line("a\nb\tc") == "a␊b␉c"
