"""What ``detente.read`` takes for a path, and what for a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import detente
from detente.api import _is_path
from detente.errors import UnreadableReport

TEXT = "LOMÉ, 4 May 2021 - The envoys of Togo and Benin met on Monday."


@pytest.mark.parametrize(
    "given",
    [
        "reprot.txt",
        "the reprot.txt",
        "reports/lomé",
        "reports/the lomé page.html",
        "/no/such file at all",
        "../talks",
        "~/talks",
        r"C:\My Reports\talks.docx",
        "talks.pdf",
    ],
)
def test_what_looks_like_a_path_is_never_read_as_a_text(given: str) -> None:
    with pytest.raises(UnreadableReport, match="there is no such file or folder") as raised:
        detente.read(given)
    assert raised.value.source == given


@pytest.mark.parametrize("given", [TEXT, TEXT + "\n", "Talks and/or a treaty.", "It said 3.5 percent.", "Enough."])
def test_a_sentence_is_a_text(given: str) -> None:
    assert not _is_path(given)


def test_a_file_of_any_name_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "on the talks").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert detente.read("on the talks").report.source == "on the talks"
    assert detente.read(tmp_path / "on the talks").report.text == TEXT
    assert detente.read(TEXT).report.text == TEXT


def test_what_is_not_one_report_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": TEXT}) + "\n") * 2, encoding="utf-8")
    for given in (str(tmp_path), tmp_path):
        with pytest.raises(UnreadableReport, match="is a folder; go through"):
            detente.read(given)
    with pytest.raises(UnreadableReport, match="holds several reports; go through"):
        detente.read(tmp_path / "a.jsonl")
    with pytest.raises(UnreadableReport, match="is an address, and nothing is fetched here"):
        detente.read("https://paper.example/talks")
