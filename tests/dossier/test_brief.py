"""The brief of the example dispute is what was last looked through and kept; and what a brief must have.

``pytest tests/dossier --rewrite`` writes it anew; look at the difference before you commit it.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from detente.cli.console import console
from detente.dossier.account import About, Dossier, dossier
from detente.dossier.brief import Length, brief
from detente.dossier.choice import MOST, chosen
from detente.dossier.newly import every_move, new_events
from detente.dossier.page.short import in_short
from detente.formats.brief_markdown import brief_html, brief_markdown
from detente.formats.printed_brief import print_brief
from detente.model.date import Date
from detente.model.reading import Reading

GOLDEN = Path(__file__).parents[1] / "golden" / "dossier" / "south-atlantic-2025.txt"


@pytest.fixture(scope="module")
def made(example: list[Reading]) -> Dossier:
    return dossier(example, About("South Atlantic"))


def printed(made: Dossier) -> str:
    page = io.StringIO()
    print_brief(brief(made), console(page, 100, live=False))
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def test_the_brief_of_the_example_is_the_golden_one(made: Dossier, request: pytest.FixtureRequest) -> None:
    found = printed(made)
    if request.config.getoption("--rewrite"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_every_line_of_the_account_has_its_sources(made: Dossier) -> None:
    page = brief(made, Length.FULL)
    numbers = {source.number for source in made.sources}
    for section in page.sections:
        for line in section.lines if section.title != "Sources" else ():
            assert line.sources, line
            assert set(line.sources) <= numbers


def test_no_line_of_the_timeline_stands_there_twice_or_only_as_supposed(made: Dossier) -> None:
    lines = next(one for one in brief(made, Length.FULL).sections if one.title == "Timeline").lines
    assert len({(line.text, line.sources[0]) for line in lines}) == len(lines)
    assert any(one.status == "hypothetical" for one in chosen(made))
    assert not any("not said to have happened" in line.marks for line in lines)


def test_lengths_hold_what_they_say(made: Dossier) -> None:
    sizes = [sum(len(section.lines) for section in brief(made, length).sections) for length in Length]
    assert sizes[0] < sizes[1] <= sizes[2]
    assert len(chosen(made)) <= MOST
    assert len(printed(made).splitlines()) < 200


def test_a_short_brief_has_two_screens_and_cites_what_it_tells(made: Dossier) -> None:
    assert len(printed(made).splitlines()) <= 105
    page = brief(made)
    lines = [line for section in page.sections for line in section.lines if section.title != "Sources"]
    told = {number for line in (*page.top, *lines) for number in line.sources}
    (cited,) = next(section for section in page.sections if section.title == "Sources").lines
    assert {int(one) for one in re.findall(r"[\[ ](\d+)(?= \(as|,|\])", cited.text)} == told


def test_one_day_and_kind_of_the_same_parties_is_one_line(made: Dossier) -> None:
    past = [one for one in made.events if one.status == "occurred" and one.date and one.date.precision == "day"]
    kept = in_short([*past, *past], len(past))
    assert len({one.id for one in kept}) == len(kept) < len(past)
    assert kept[0].weight.value == max(one.weight.value for one in past if not one.told.leans)


def test_three_lines_stand_on_top(made: Dossier) -> None:
    assert [line.lead for line in brief(made).top] == ["What changed", "Who moved", "What is next"]


def test_who_moved_last_is_told_where_nobody_did_of_late(made: Dossier) -> None:
    last = every_move(made)[0]
    since = Date("2025-07-08")
    assert any(line.text.startswith(f"{last[0]} on {last[1]}") for line in brief(made).top)
    assert "Nobody since 2025-07-08." in {line.text for line in brief(made, since=since).top}


def test_what_is_new_since_a_day_is_news_after_it(made: Dossier) -> None:
    day = Date("2025-06-01")
    found = new_events(made, day)
    assert found
    assert all(event.date is None or not event.date.before(day) for event in found)


def test_markdown_and_html_have_the_same_lines(made: Dossier) -> None:
    page = brief(made)
    lines = len(page.top) + sum(len(section.lines) for section in page.sections)
    assert len(re.findall(r"^- ", brief_markdown(page), re.MULTILINE)) == lines
    assert brief_html(page).count("<li>") == lines


def test_marks_of_a_report_are_not_marks_of_the_page(made: Dossier) -> None:
    from dataclasses import replace

    page = replace(brief(made), title="<script>*x*</script>")
    assert "<script>" not in brief_html(page)
    assert r"\<script\>\*x\*" in brief_markdown(page)
