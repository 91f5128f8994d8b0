"""Charts as pictures: the same that the page draws, without links; without the extra, one line that says what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]

from detente.desk.addresses import Addresses
from detente.desk.charts import brief, picture
from detente.desk.charts.picture import picture as drawn
from detente.desk.export import export
from detente.desk.site import Site
from detente.dossier.brief import brief as brief_of
from detente.errors import UsageError
from detente.formats.brief_docx import brief_docx
from tests.desk.client import Client, links
from tests.desk.conftest import DISPUTE

HERE = Addresses().dispute(DISPUTE)
PNG = b"\x89PNG\r\n\x1a\n"


def texts(svg: bytes) -> str:
    return " ".join(str(one) for one in etree.fromstring(svg).xpath("//text()"))


@pytest.mark.parametrize(
    ("part", "words"), [("timeline", "What happened"), ("positions", "Chile"), ("territories", "Natural Earth")]
)
def test_a_chart_is_had_as_svg_and_png(desk: Client, part: str, words: str) -> None:
    svg = desk.get(f"{HERE}/{part}.svg")
    assert (svg.status_code, svg.headers["content-type"]) == (200, "image/svg+xml")
    assert words in texts(svg.content)
    tree = etree.fromstring(svg.content)
    assert (
        tree.xpath("//*[local-name() = 'a' or local-name() = 'script']|//@*[starts-with(name(), 'on')]|//@style") == []
    )
    assert {f"{HERE}/{part}.svg", f"{HERE}/{part}.png"} <= set(links(desk.get(f"{HERE}/{part}")))
    if part != "territories":  # of the world it takes seconds
        png = desk.get(f"{HERE}/{part}.png")
        assert png.headers["content-type"] == "image/png"
        assert png.content.startswith(PNG)


def test_what_the_address_narrows_narrows_the_picture(desk: Client) -> None:
    assert desk.get(f"{HERE}/timeline.svg?from=2030-04&to=2030-04").content != desk.get(f"{HERE}/timeline.svg").content


def test_where_nothing_is_drawn_there_is_no_picture(desk: Client) -> None:
    assert desk.get(f"{HERE}/sources.svg").status_code == 404
    assert desk.get("/log.png").status_code == 404


def test_without_the_extra_the_reason_and_the_remedy_are_one_line(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"install it with pip install 'detente\[pictures\]'"):
        drawn({}, "svg")
    answer = desk.get(f"{HERE}/timeline.svg")
    assert answer.status_code == 400
    assert "detente[pictures]" in answer.text
    assert f"{HERE}/timeline.svg" not in links(desk.get(f"{HERE}/timeline"))


def test_nothing_is_fetched_for_a_picture() -> None:
    chart = {"data": {"url": "http://127.0.0.1:9/x.json"}, "mark": "point", "encoding": {}}
    with pytest.raises(ValueError, match="127"):
        drawn(chart, "svg")


def test_an_exported_page_has_its_pictures_beside_it(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    export(site, DISPUTE, out)
    for part in ("timeline", "positions", "territories"):
        assert (out / f"{part}.png").read_bytes().startswith(PNG)
        assert f'href="{part}.svg"' in (out / f"{part}.html").read_text(encoding="utf-8")


def test_a_word_brief_has_the_charts_and_what_their_marks_stand_for(site: Site) -> None:
    with site.store.reading() as connection:
        made = site.dossiers.of(connection, DISPUTE).made
    pictures = brief.pictures(made)
    assert [one.title for one in pictures] == ["Timeline", "Positions over time", "Territories"]
    assert "Falkland Islands: claimed by" in pictures[2].notes[0]
    with zipfile.ZipFile(io.BytesIO(brief_docx(brief_of(made), pictures))) as document:
        assert sum(name.startswith("word/media/") for name in document.namelist()) == 3
        text = document.read("word/document.xml").decode()
    assert "a diamond is a shift" in text
    assert "\x1b" not in text  # of which a report here has some, and XML may have none
