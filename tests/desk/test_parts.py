"""The desk's own small parts: addresses, marked text, styled lines, drawings, the dossiers that are kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from detente.desk.addresses import Addresses, coded, decoded
from detente.desk.bars import bars
from detente.desk.marking import asked_for, paragraphs
from detente.desk.site import Site
from detente.desk.styled import styled
from detente.model.date import Date
from detente.model.reading import Reading
from detente.record import corrections
from tests.desk.conftest import DISPUTE


@given(st.text())
def test_a_name_comes_back_from_its_address(name: str) -> None:
    assert decoded(coded(name)) == name


@given(st.text(alphabet="~+ABab09é%/ ", max_size=12))
def test_a_part_of_a_path_has_one_name_or_none(part: str) -> None:
    name = decoded(part)
    assert name is None or coded(name) == part or "~" in part


def test_an_address_says_only_what_is_asked_for() -> None:
    to = Addresses()
    assert to.dispute("A b", "timeline", party=None, from_="2030", place="") == "/disputes/A+b/timeline?from=2030"
    assert to.report("report-1", (3, 9)) == "/reports/report-1?at=3-9#words"
    assert to.item("ARG", "report-1") == "/items/report-1/ARG"


def test_stretches_are_the_text_and_no_other(river: list[Reading]) -> None:
    for reading in river:
        found = paragraphs(reading)
        text = reading.report.text
        for one in (stretch for paragraph in found for stretch in paragraph.stretches):
            assert text[one.start : one.start + len(one.text)] == one.text
        starts = [stretch.start for paragraph in found for stretch in paragraph.stretches]
        assert starts == sorted(starts)
        assert " ".join("".join(s.text for s in p.stretches) for p in found).split() == text.split()


def test_the_words_of_an_item_are_marked_and_nothing_else(river: list[Reading]) -> None:
    reading = river[1]
    item = (reading.statements or ())[0]
    asked = asked_for(reading, item.id, None)
    shown = [s for p in paragraphs(reading, asked) for s in p.stretches]
    assert "".join(s.text for s in shown if s.now) == "".join(reading.report.text[a:b] for a, b in asked)
    assert [s.first for s in shown if s.now] == [True] + [False] * (sum(s.now for s in shown) - 1)
    assert all(item.id in s.items for s in shown if s.now)
    assert asked_for(reading, "statement-00", None) == []


@given(
    st.text(), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from(["bold", "dim", "not bold"])))
)
def test_styled_words_are_all_there_and_escaped(words: str, spans: list[tuple[int, int, str]]) -> None:
    text = Text(words)
    for start, end, style in spans:
        text.stylize(style, start, end)
    made = styled(text)
    assert "<" not in made.replace("<span class=", "").replace("</span>", "").replace("<b>", "")
    assert len(made.striptags()) <= len(" ".join(text.plain.split())) + 1


def test_a_style_is_a_class() -> None:
    assert styled(Text("a<b", style="bold cyan")) == '<span class="t-bold t-cyan">a&lt;b</span>'
    assert styled(Text("a", style="dim not bold")) == '<span class="t-dim">a</span>'


def test_bars_leave_no_month_out() -> None:
    found = bars([Date("2030-01-05"), Date("2030-04-05"), Date("2030-04-09"), None, Date("2030")])
    assert [(bar.month, bar.count) for bar in found] == [
        ("2030-01", 1), ("2030-02", 0), ("2030-03", 0), ("2030-04", 2),
    ]  # fmt: skip
    assert [bar.height for bar in found] == [0.5, 0, 0, 1]


def test_a_dossier_is_made_once_for_each_revision(site: Site) -> None:
    with site.store.reading() as connection:
        first = site.dossiers.of(connection, DISPUTE)
        assert site.dossiers.of(connection, DISPUTE) is first
    with site.store.writing() as connection:
        corrections.enter(connection, "confirm", "event-0", {}, report_key=None, by="a", why=None, at="2031-01-01")
    with site.store.reading() as connection:
        assert site.dossiers.of(connection, DISPUTE) is not first
