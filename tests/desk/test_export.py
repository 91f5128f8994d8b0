"""A dispute as a folder: every link leads to a file that is there, and nothing that needs a server is left."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html  # type: ignore[import-untyped]

from detente.desk.export import export
from detente.desk.site import Site
from detente.errors import UnknownDispute, UsageError
from tests.desk.conftest import DISPUTE, SCRIPT


@pytest.fixture
def folder(site: Site, tmp_path: Path) -> Path:
    out = tmp_path / "out" / "pages"
    assert export(site, DISPUTE, out) == len(list(out.glob("*.html")))
    return out


def test_every_link_leads_to_a_file_of_the_folder(folder: Path) -> None:
    checked = 0
    for path in folder.glob("*.html"):
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        ids = set(tree.xpath("//@id"))
        for address in map(str, tree.xpath("//@href|//@src")):
            parts = urlsplit(address)
            assert (parts.scheme, parts.netloc) == ("", ""), f"{path.name}: {address}"
            assert not parts.path.startswith("/"), f"{path.name}: {address}"
            if parts.path:
                assert (folder / parts.path).is_file(), f"{path.name}: {address}"
            elif parts.fragment and parts.fragment != "main":
                assert parts.fragment in ids, f"{path.name}: {address}"
            checked += 1
    assert checked > 500


def test_nothing_is_left_that_needs_a_server(folder: Path) -> None:
    for path in folder.glob("*.html"):
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        assert tree.xpath("//form[@method]|//form[@action]|//input[@name='token']") == [], path.name
        assert tree.xpath("//script[not(@src)]|//style|//@style|//*[@hx-get]") == [], path.name
        assert "htmx" not in path.read_text(encoding="utf-8")


def test_a_script_in_a_report_does_not_run(folder: Path) -> None:
    found = (folder / "found.js").read_text(encoding="utf-8")
    entries = json.loads(found.removeprefix("window.found = ").removesuffix(";\n"))
    assert len(entries) > 20
    assert "</script" not in found
    assert {(folder / urlsplit(one["at"]).path).is_file() for one in entries} == {True}
    reports = [path.read_text(encoding="utf-8") for path in folder.glob("report-*.html")]
    assert [text for text in reports if SCRIPT in text] == []
    assert any("alert(1)" in text for text in reports)


def test_the_same_record_gives_the_same_bytes(site: Site, folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    export(site, DISPUTE, again)
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in folder.iterdir()
    }


def test_a_folder_that_holds_something_is_let_be(site: Site, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"holds \S+ already"):
        export(site, DISPUTE, tmp_path)
    with pytest.raises(UsageError, match="cannot write"):
        export(site, DISPUTE, tmp_path / "mine.txt" / "x")
    with pytest.raises(UnknownDispute):
        export(site, "nix", tmp_path / "new")
    assert not (tmp_path / "new").exists()
