import hashlib
import io
import os
import socket
import sys
from pathlib import Path

import pytest

from detente.errors import BadDate, UnreadableReport
from detente.model.report import DateBasis, Report, SetAside
from detente.sources import Limits, report_from_text, reports

TEXT = "The envoys of Peru and Chile met in Lima on Monday. They signed nothing.\n"
PAGE = f"<html><head><title>Envoys</title></head><body><h1>Envoys</h1><p>{TEXT * 3}</p></body></html>"


def aside(path: Path | str, **options: object) -> str:
    """The reason why the one input is set aside."""
    [found] = reports([str(path)], **options)  # type: ignore[arg-type]
    assert isinstance(found, SetAside)
    assert found.source == str(path)
    assert "\n" not in found.reason
    return found.reason


def read(path: Path | str, **options: object) -> Report:
    [found] = reports([str(path)], **options)  # type: ignore[arg-type]
    assert isinstance(found, Report), found
    return found


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    report = read(path)
    assert (report.text, report.format, report.source, report.language) == (TEXT, "text", str(path), "en")
    assert report.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert report.raw_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_given_date_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ndate: 2014-01-28\n---\n{TEXT}")
    dates = read(path, published="2014-01-27").dates
    assert [(date.date, date.basis) for date in dates] == [
        ("2014-01-27", DateBasis.GIVEN),
        ("2014-01-28", DateBasis.METADATA),
    ]


def test_a_bad_given_date_is_a_usage_error_at_once() -> None:
    with pytest.raises(BadDate, match="27 January"):
        reports(["-"], published="27 January")
    with pytest.raises(BadDate):
        report_from_text(TEXT, published="")


def test_a_folder_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.html", "c.txt", ".hidden.txt", ".git/config.txt", "a/.x/y.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE if name.endswith("html") else TEXT)
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    found = list(reports([str(tmp_path), str(tmp_path / "c.txt")]))
    names = [os.path.relpath(item.source, tmp_path) for item in found]
    assert names == ["a/b.html", "a/z.txt", "b.txt", "bad.txt", "c.txt", "c.txt"]
    assert [type(item) for item in found] == [Report, Report, Report, SetAside, Report, Report]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    (tmp_path / ".note").write_text(TEXT)
    assert read(tmp_path / ".note").text == TEXT


def test_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / ".hidden").write_text(TEXT)
    assert aside(tmp_path) == "is a folder without files"


def test_very_deep_folders(tmp_path: Path) -> None:
    path = tmp_path
    for _ in range(300):
        path /= "d"
        path.mkdir()
    (path / "a.txt").write_text(TEXT)
    assert len(list(reports([str(tmp_path)]))) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, form in ((TEXT, "text"), (PAGE, "html"), ('{"text": "It was over by noon."}\n', "jsonl")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        [report] = reports(["-"])
        assert isinstance(report, Report)
        assert report.format == form
        assert report.source == ("-:1" if form == "jsonl" else "-")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "has no text"),
        (b"\xef\xbb\xbf", "has no text"),
        ("\u00a0\u3000\n".encode(), "has no text"),
        (b"%PDF-1.4", "is a PDF that is too broken to read; save its text and read that"),
        (b"words\x00words", "is binary (it has zero bytes), not a text"),
        (TEXT.encode() * 40_000, "has 2,920,000 characters; at most 2,000,000 are read as one report, so cut it"),
        (b"a " * 250_001, "has 250,001 words and marks; at most 250,000 are read as one report, so cut it"),
        (b"a-" * 125_001, "has 250,002 words and marks; at most 250,000 are read as one report, so cut it"),
    ],
)
def test_bad_content(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert aside(path) == reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", '{\n "text": "It was over by noon."\n}\n', "is JSON over several lines"),
        ("a.json", '[{"text": "It was over by noon."}]', "is JSON over several lines"),
        (
            "feed.xml",
            '<?xml version="1.0"?><rss><channel><title>News</title></channel></rss>',
            "is a feed without entries",
        ),
        ("list.xml", '<?xml version="1.0"?><list><item>News</item></list>', "is XML, but not TimeML"),
    ],
)
def test_what_is_no_report_though_a_text(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert reason in aside(tmp_path / name)


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.write(TEXT.encode())
        stream.truncate(50_000_000)
    assert aside(path) == "has 50.0 MB; at most 20.0 MB are read, so cut it or make it JSON lines"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x " * 300)))
    assert aside("-", limits=Limits(file_bytes=500)).startswith("has more than 500 bytes")


def test_missing_files() -> None:
    assert aside("nowhere/report.txt") == "there is no such file or folder"
    assert aside("a\x00b") == "is no name that a file can have"
    assert aside("x" * 5000) == "is too long a name for a file"
    assert aside("") == "there is no such file or folder"
    assert "must begin with http" in aside("ftp://paper.example/1")


def test_links(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(TEXT)
    (tmp_path / "link.txt").symlink_to("real.txt")
    (tmp_path / "nothing.txt").symlink_to("gone.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    found = {Path(item.source).name: item for item in reports([str(tmp_path)])}
    assert isinstance(found["link.txt"], Report)
    reasons = {name: item.reason for name, item in found.items() if isinstance(item, SetAside)}
    assert reasons == {
        "nothing.txt": "is a link to nothing",
        "loop.txt": "is a link that leads back to itself",
        "up": "is a link to a folder, which is not followed; name that folder itself",
    }
    assert len(list(reports([str(tmp_path / "up")]))) == 5  # named, it is followed


def test_special_files_are_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is a pipe" in aside(tmp_path / "pipe.txt")
    assert "is a device" in aside("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        assert aside(tmp_path / "s") == "is a socket, not a file"
        assert {item.source for item in reports([str(tmp_path)])} == {str(tmp_path / "pipe.txt"), str(tmp_path / "s")}


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text(TEXT)
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)  # the tests may run as root, who may read everything
        assert aside(tmp_path / "a.txt") == "may not be read: permission denied"
    monkeypatch.setattr(os, "listdir", refuse)
    assert aside(tmp_path) == "may not be read: permission denied"


def test_names_that_are_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(TEXT)
    [report] = reports([str(path)])
    assert report.source.endswith("caf\ufffd.txt")
    assert report.source.encode()


def test_nothing_stops_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = list(reports(["gone", str(tmp_path / "a.txt"), "/dev/null", str(tmp_path / "a.txt")]))
    assert [type(item) for item in found] == [SetAside, Report, SetAside, Report]


def test_a_text_as_it_is() -> None:
    text = "\ufeffTwo\r\nlines, and the envoys of Peru\u0301."
    report = report_from_text(text, published="2014-01")
    assert report.text == text
    assert [(date.date, date.basis) for date in report.dates] == [("2014-01", DateBasis.GIVEN)]
    assert report.key == ""


@pytest.mark.parametrize("text", ["", " \n", "half a \ud800 character", "x" * 2_000_001])
def test_texts_that_cannot_be_read(text: str) -> None:
    with pytest.raises(UnreadableReport):
        report_from_text(text)
