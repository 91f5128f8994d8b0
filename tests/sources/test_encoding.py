import codecs

import pytest

from detente.errors import UnreadableReport
from detente.sources.encoding import decode

TEXT = (
    "The minister’s “last word” on the Åland café — 50 € a head — was that the talks in São Paulo would go on. "
    "Nobody at the table had asked for more, and nobody at home had asked for less."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_marks(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big_endian_with_a_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


def test_windows_1252_is_told_from_its_neighbours() -> None:
    assert decode(TEXT.encode("cp1252")) == TEXT


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "latin1"])
def test_declared_latin_1_is_windows_1252(declared: str) -> None:
    assert decode("“Déjà vu”, he said.".encode("cp1252"), declared) == "“Déjà vu”, he said."


def test_utf_8_goes_before_a_wrong_declaration() -> None:
    assert decode(TEXT.encode(), "iso-8859-1") == TEXT


def test_a_declared_encoding_that_does_not_exist_is_let_be() -> None:
    assert decode(TEXT.encode("cp1252"), "x-nonsense") == TEXT


def test_a_text_cut_within_its_last_character_keeps_the_rest() -> None:
    assert decode((TEXT + "é").encode()[:-1]) == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04\x14\x00", "office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "office document"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"{\\rtf1\\ansi The minister", "rich text"),
        (b"some words and then \x00\x01\x02", "binary"),
        (b"\x01\x02\x03\x04\x05words\x06\x07", "binary"),
        (b"\xff\xfeT\x00h\x00e", "UTF-16"),
        (bytes(range(128, 256)) * 20, "encoding"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason) as caught:
        decode(data)
    assert "\n" not in caught.value.reason


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Perú".encode().decode("cp1252"), "Perú"),
        ("Chile’s “no”".encode().decode("latin-1"), "Chile’s “no”"),
        ("Ångström, São Tomé, Ñuñoa: “sí” × 3", "Ångström, São Tomé, Ñuñoa: “sí” × 3"),
        ("One line of â€œquotesâ€\x9d\nand Ñuñoa below", "One line of “quotes”\nand Ñuñoa below"),
        ("Rome: â€œNo.â€\ufffd Then silence", "Rome: “No.” Then silence"),
        ("a lost â€œw\ufffdrd stays", "a lost “w\ufffdrd stays"),
        ("plain", "plain"),
    ],
)
def test_mojibake_is_mended_and_honest_accents_stay(broken: str, whole: str) -> None:
    assert decode(broken.encode()) == whole
