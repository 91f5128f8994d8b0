"""The bytes beside each report, and what came before let be."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from detente.sources import Before, Capture, Known, captures, reports

LINES = ('{"text": "Peru and Chile met in Lima on Monday."}', '{"text": "Chad and Niger met in Niamey on Monday."}')
MAIL = (
    "From {n}@a.example Mon May  3 10:00:00 2021\nMessage-ID: <{n}@a.example>\nSubject: Talks\n\nThey met in Lima.\n\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfPeru and Chile met.\r\n")
    (tmp_path / "b.jsonl").write_text("\n".join(LINES), encoding="utf-8")
    (tmp_path / "c.mbox").write_text(MAIL.format(n=1) + MAIL.format(n=2), encoding="utf-8")
    return tmp_path


def test_each_report_has_the_bytes_that_its_hash_is_of(folder: Path) -> None:
    found = list(captures([str(folder)]))
    assert len(found) == 5
    for one in found:
        assert isinstance(one, Capture)
        assert hashlib.sha256(one.data).hexdigest() == one.report.raw_sha256
    assert [one.report for one in found if isinstance(one, Capture)] == list(reports([str(folder)]))


def test_bytes_that_came_before_are_let_be(folder: Path) -> None:
    first = [one for one in captures([str(folder)]) if isinstance(one, Capture)]
    hashes = {one.report.raw_sha256 for one in first}
    again = list(captures([str(folder)], before=Before(hashes.__contains__)))
    assert again == [Known(one.report.source, one.report.raw_sha256) for one in first]
    line = first[1].report.raw_sha256
    some = list(captures([str(folder)], before=Before(lambda digest: digest == line)))
    assert [isinstance(one, Known) for one in some] == [False, True, False, False, False]


def test_nothing_is_made_of_bytes_that_came_before(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    [known] = captures([str(tmp_path / "broken.pdf")], before=Before(lambda _: True))
    assert isinstance(known, Known)
