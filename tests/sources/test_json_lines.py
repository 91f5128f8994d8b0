import io
import json
from pathlib import Path

import pytest

from detente.model.report import DateBasis, Report, SetAside
from detente.sources import Limits, reports
from detente.sources.json_lines import numbered_lines

TEXT = "The envoys of Peru and Chile met in Lima on Monday.\r\n\tThey signed nothing.\u2028"


def read(path: Path, content: str | bytes, limits: Limits | None = None) -> list[Report | SetAside]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(reports([str(path)], limits=limits or Limits()))


def test_every_field_and_every_character(tmp_path: Path) -> None:
    line = json.dumps(
        {
            "id": "lima-1",
            "text": TEXT,
            "url": "https://paper.example/1",
            "title": "Envoys meet",
            "published": "2014-01-27",
            "publisher": "The Paper",
            "language": "en",
            "tags": ["ignored"],
        }
    )
    [report] = read(tmp_path / "a.jsonl", "\ufeff" + line + "\r\n")
    assert isinstance(report, Report)
    assert (report.given_id, report.text, report.url, report.title) == (
        "lima-1",
        TEXT,
        "https://paper.example/1",
        "Envoys meet",
    )
    assert (report.publisher, report.language, report.format) == ("The Paper", "en", "jsonl")
    assert [(date.date, date.basis) for date in report.dates] == [("2014-01-27", DateBasis.GIVEN)]
    assert report.source.endswith("a.jsonl:1")


def test_without_an_id_or_address_the_source_gives_no_key(tmp_path: Path) -> None:
    [report] = read(tmp_path / "a.jsonl", json.dumps({"text": TEXT}))
    assert isinstance(report, Report)
    assert (report.given_id, report.key) == (None, "")


def test_one_id_in_two_files_makes_two_reports(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": "1", "text": f"{TEXT} {name}"}))
    found = list(reports([str(tmp_path)]))
    assert [report.given_id for report in found if isinstance(report, Report)] == ["1", "1"]
    assert len({report.key for report in found if isinstance(report, Report)}) == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "is not JSON: expecting value at column 1"),
        ('{"text": "x"', "is not JSON"),
        ("[1]", "is an array, not an object"),
        ('"words"', "is a string, not an object"),
        ('{"id": "1"}', 'has no "text"'),
        ('{"text": 5}', '"text" is a number, not a string'),
        ('{"text": ["x"]}', '"text" is an array, not a string'),
        ('{"text": "  "}', "has no text"),
        ('{"text": "x", "id": true}', '"id" is true or false, not a string'),
        ('{"text": "x", "title": {}}', '"title" is an object, not a string'),
        ('{"text": "x", "published": "last week"}', "\"published\": 'last week' is not a date"),
        ('{"text": "x", "published": 2014}', '"published" is a number, not a string'),
        ('{"text": "half \\ud800 a character"}', "lone surrogate"),
        ("[" * 100_000, "is not JSON that can be read"),
        ('{"text": ' + "1" * 10_000 + "}", "is not JSON that can be read"),
    ],
)
def test_a_broken_line_is_set_aside_alone(tmp_path: Path, line: str, reason: str) -> None:
    good = json.dumps({"text": TEXT})
    before, aside, after = read(tmp_path / "a.jsonl", f"{good}\n{line}\n\n{good}\n")
    assert isinstance(before, Report)
    assert isinstance(after, Report)
    assert after.source.endswith("a.jsonl:4")
    assert isinstance(aside, SetAside)
    assert aside.source.endswith("a.jsonl:2")
    assert reason in aside.reason


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    [aside, report] = read(tmp_path / "a.jsonl", b'{"text": "caf\xe9"}\n' + json.dumps({"text": TEXT}).encode())
    assert isinstance(aside, SetAside)
    assert "not UTF-8" in aside.reason
    assert isinstance(report, Report)


def test_the_limit_is_for_a_line_not_for_the_file(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    content = "\n".join([good] * 20 + [json.dumps({"text": TEXT * 20})] + [good] * 20)
    found = read(tmp_path / "a.jsonl", content, Limits(file_bytes=500))
    asides = [item for item in found if isinstance(item, SetAside)]
    assert len(found) == 41
    assert [aside.source.rpartition(":")[2] for aside in asides] == ["21"]
    assert "at most 500 bytes are read" in asides[0].reason


@pytest.mark.parametrize("ending", [".jsonl", ".json", ""])
def test_told_by_its_ending_or_its_first_line(tmp_path: Path, ending: str) -> None:
    line = json.dumps({"text": TEXT})
    assert len(read(tmp_path / f"a{ending}", f"{line}\n{line}\n")) == 2


@pytest.mark.parametrize("content", ["", "\n", " \n\n"])
def test_no_lines(tmp_path: Path, content: str) -> None:
    [aside] = read(tmp_path / "a.jsonl", content)
    assert isinstance(aside, SetAside)
    assert aside.reason == "is empty"


@pytest.mark.parametrize("head", [0, 1, 3, 7, 100])
@pytest.mark.parametrize(
    "content", [b"a\nbb\n\nccc", b"a\nbb\n", b"\n\na", b"a", b"aaaaaaaaaaaa\nb\naaaaaaaaaaaaaaaa", b"aaaa\r\nb"]
)
def test_lines_do_not_depend_on_what_was_read_before(content: bytes, head: int) -> None:
    stream = io.BytesIO(content)
    found = list(numbered_lines(stream.read(head), stream, 4))
    expected = [(n, line.rstrip(b"\r")) for n, line in enumerate(content.split(b"\n"), start=1) if line.strip()]
    assert [number for number, _ in found] == [number for number, _ in expected]
    for (_, line), (_, whole) in zip(found, expected, strict=True):
        assert line == whole if isinstance(line, bytes) else len(whole) > 4
