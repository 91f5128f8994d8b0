"""The ways through the desk that people take: by mouse, by keyboard, without scripts, back and forward."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from detente.desk.addresses import Addresses
from tests.desk.browser.conftest import Served, Window
from tests.desk.browser.test_everybody import HERE, told
from tests.desk.conftest import DISPUTE
from tests.desk.test_scenario import SLUICE

TO = Addresses()


def log(served: Served) -> list[Any]:
    from detente.record import corrections

    with served.site.store.reading() as connection:
        return corrections.log(connection)


def test_from_the_first_page_to_a_line_s_words_by_keyboard_alone(window: Window) -> None:
    page = window.go("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("tbody th a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(DISPUTE)
    page.keyboard.press("j")
    first = page.locator(".lines .words > a:first-child").first
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("blockquote mark").first).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("sluice")
    page.keyboard.press("Enter")
    expect(page.locator(".hits mark").first).to_have_text("sluice")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#words")).to_be_in_viewport()
    window.is_clean()


def test_an_item_that_is_gone_to_shows_its_words(window: Window, served: Served) -> None:
    source = told(served).made.sources[1]
    page = window.go(TO.report(source.id))
    entries = page.locator(".margin .go")
    statement = page.locator(f"[data-item='{(source.reading.statements or ())[0].id}'] .go")
    for _ in range(entries.count()):
        page.keyboard.press("j")
        if statement.evaluate("one => one === document.activeElement"):
            break
    expect(statement).to_be_focused()
    shown = "".join(page.locator(".text .now").all_text_contents())
    assert shown
    assert "".join(shown.split()) in "".join(source.text.split()) or len(page.locator(".text .now").all()) > 1
    page.locator("h1").click()
    page.keyboard.press("Escape")
    statement.evaluate("one => one.blur()")
    expect(page.locator(".text .now")).to_have_count(0)


def test_words_lead_to_their_items(window: Window, served: Served) -> None:
    source = told(served).made.sources[1]
    page = window.go(TO.report(source.id))
    page.locator(".text .k-statements").first.click()
    expect(page.locator(".margin .near").first).to_be_visible()
    assert page.evaluate("document.activeElement.classList.contains('go')")


def test_back_and_forward_keep_what_was_narrowed(window: Window) -> None:
    page = window.go(f"{HERE}/timeline")
    every = page.locator(".lines li").count()
    page.get_by_label("From").fill("2030-04")
    page.get_by_label("To", exact=True).fill("2030-04")
    page.get_by_role("button", name="Narrow").click()
    expect(page).to_have_url(re.compile(r"from=2030-04&to=2030-04"))
    narrowed = page.locator(".lines li").count()
    assert 0 < narrowed < every
    page.locator(".lines a").first.click()
    page.go_back()
    expect(page.get_by_label("From")).to_have_value("2030-04")
    page.go_back()
    expect(page.locator(".lines li")).to_have_count(every)
    page.go_forward()
    expect(page.locator(".lines li")).to_have_count(narrowed)
    window.is_clean()


def test_a_time_is_looked_at_closer_without_scripts(plain: Window) -> None:
    page = plain.go(f"{HERE}/timeline")
    expect(page.locator(".chart")).to_be_hidden()
    page.locator(".periods").get_by_role("link", name="2030", exact=True).click()
    page.locator(".periods").get_by_role("link", name="2030-04", exact=True).click()
    expect(page).to_have_url(re.compile(r"from=2030-04&to=2030-04"))
    expect(page.locator(".periods").get_by_role("link", name="2030-04-03")).to_be_visible()
    page.get_by_role("link", name="whole time").click()
    expect(page).to_have_url(re.compile(r"/timeline$"))


def test_a_timeline_is_drawn_read_and_drawn_closer(window: Window) -> None:
    page = window.go(f"{HERE}/timeline")
    chart = page.locator("[data-chart]")
    expect(chart).to_have_attribute("data-drawn", re.compile(r"\d"))
    told = chart.locator(".told-of")
    box = chart.locator("canvas").bounding_box()
    assert box is not None
    for x in range(int(box["x"]) + 20, int(box["x"] + box["width"]), 3):
        page.mouse.move(x, box["y"] + 28)
        if "2030" in str(told.text_content()):
            break
    expect(told).to_contain_text(re.compile(r"20[23]\d.*: "))
    closer = chart.get_by_role("button", name="Closer")
    closer.focus()
    page.keyboard.press("Enter")
    link = chart.locator("[data-list]")
    expect(link).to_contain_text("List only 20")
    link.click()
    expect(page).to_have_url(re.compile(r"from=20\d\d-\d\d-\d\d&to=20"))
    window.is_clean()


def test_a_map_is_drawn_closer_and_as_it_was(window: Window) -> None:
    page = window.go(f"{HERE}/territories")
    chart = page.locator("[data-chart]")
    expect(chart).to_have_attribute("data-drawn", re.compile(r"\d"))
    box = chart.locator("canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 210)  # of one place the middle of the map
    expect(chart.locator(".told-of")).to_contain_text("Falkland Islands: claimed by")
    for name in ("Closer", "Farther", "As it was"):
        chart.get_by_role("button", name=name).click()
    window.is_clean()


def test_a_scenario_is_checked_as_it_is_typed(window: Window, served: Served) -> None:
    page = window.go(f"{HERE}/scenario")
    text = page.get_by_label("The scenario’s file")
    expect(page.locator("#answer svg")).to_be_visible()
    text.fill('format = "scenario/1"\nname = ')
    expect(page.get_by_role("alert")).to_contain_text("Line 2: ")
    text.fill(SLUICE)
    expect(page.locator("#answer")).to_contain_text("What would hold")
    expect(text).to_be_focused()
    assert not list(served.site.store.path.parent.glob("*.scenarios"))
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Kept in")).to_be_visible()
    expect(text).to_have_value(re.compile("Go to the court"))
    window.is_clean()


def test_a_scenario_is_checked_without_scripts(plain: Window) -> None:
    page = plain.go(f"{HERE}/scenario")
    page.get_by_label("The scenario’s file").fill("name = ")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("alert")).to_contain_text("Line 1: ")
    expect(page.get_by_label("The scenario’s file")).to_have_value("name = ")


def test_a_correction_and_its_undo(window: Window, served: Served) -> None:
    statement = (told(served).made.sources[1].reading.statements or ())[0]
    page = window.go(TO.item(statement.id))
    page.get_by_text("Set its fields").click()
    page.get_by_label("date", exact=True).fill("2030-03-11")
    page.locator("form.stack").first.get_by_label("Why").fill("the day before")
    page.get_by_role("button", name="Correct", exact=True).click()
    expect(page.locator(".fields")).to_contain_text("2030-03-11")
    page.get_by_role("button", name="Take back").click()
    expect(page.locator("tr.undone")).to_have_count(1)
    page.goto(window.root + TO.item(statement.id))
    expect(page.locator(".fields")).not_to_contain_text("2030-03-11")
    assert [one.kind for one in log(served)] == ["correct", "undo"]
    window.is_clean()


def test_words_that_are_selected_are_filed(window: Window, served: Served) -> None:
    source = told(served).made.sources[1]
    page = window.go(TO.report(source.id))
    words = "planned for March 20"
    page.evaluate(
        """(words) => {
          const walk = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
          const nodes = []; let text = '';
          while (walk.nextNode()) { nodes.push([text.length, walk.currentNode]); text += walk.currentNode.data; }
          const place = (at) => {
            const [from, node] = nodes.findLast(([from]) => from <= at);
            return [node, at - from];
          };
          const start = text.indexOf(words), range = document.createRange();
          range.setStart(...place(start)); range.setEnd(...place(start + words.length - 1));
          range.setEnd(range.endContainer, range.endOffset + 1);
          getSelection().removeAllRanges(); getSelection().addRange(range);
        }""",
        words,
    )
    form = page.locator("[data-mark]")
    expect(form.locator("[name=words]")).to_have_value(words)
    expect(form.locator("[name=start]")).to_have_value(str(source.text.index(words)))
    form.locator("[name=section]").select_option("ahead")
    form.locator("[name=fields]").fill("date=2030-03-20")
    form.get_by_role("button", name="File it").click()
    expect(page.get_by_text("marked by hand")).to_be_visible()
    assert log(served)[0].payload["words"]["start"] == source.text.index(words)
    window.is_clean()


def test_the_queue_is_gone_through_by_keyboard(window: Window, served: Served) -> None:
    page = window.go("/review")
    many = int(str(page.locator("#queue .note").first.text_content()).split()[0])
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#queue .note").first).not_to_have_text(f"{many} to look at")
    expect(page.locator("[data-review] .quote a").first).to_be_focused()
    first = page.locator("[data-review] .quote a").first
    hidden = str(first.text_content())
    page.keyboard.press("h")
    expect(first).not_to_have_text(hidden)
    assert [one.kind for one in log(served)][:2] == ["confirm", "hide"]
    window.is_clean()


def test_a_sample_is_marked_by_keyboard(window: Window) -> None:
    page = window.go("/review/sample")
    page.get_by_label("Lines").fill("6")
    page.keyboard.press("Enter")
    waiting = page.locator("#queue h2 small").last
    expect(waiting).to_have_text("6")
    page.keyboard.press("j")
    for left, key in ((5, "r"), (4, "w")):
        page.keyboard.press(key)
        expect(waiting).to_have_text(str(left))
        expect(page.locator("[data-review] .quote a").first).to_be_focused()
    expect(page.locator("#queue")).to_contain_text("2 marked, 4 to go")
    page.get_by_text("Marked already").click()
    page.get_by_role("button", name="Take back").first.click()
    expect(page.locator("#queue")).to_contain_text("1 marked, 5 to go")
    window.is_clean()


def test_a_file_is_given_and_read(window: Window, tmp_path: Path) -> None:
    given = tmp_path / "news.txt"
    given.write_text("LIMA, 9 May 2030 - Peru said on Thursday that talks with Chile would go on in June.\n", "utf-8")
    page = window.go("/add")
    page.locator("input[type=file]").set_input_files(given)
    page.get_by_role("button", name="Give to read").click()
    expect(page.get_by_text("1 to read")).to_be_visible()
    page.get_by_role("link", name="the report").click(timeout=120_000)  # the page asks again by itself
    expect(page.locator("[data-text]")).to_contain_text("talks with Chile would go on in June")
    window.is_clean()


def test_without_scripts_everything_is_there(plain: Window, served: Served) -> None:
    page = plain.go("/")
    page.locator("tbody th a").first.click()
    page.locator("#ahead .cites a").first.click()
    expect(page.locator("#words")).to_be_visible()
    page.locator(".margin .go").nth(3).click()
    expect(page.locator(".items .now")).to_have_count(1)
    page.locator(".items .now .open").click()
    if page.locator("#correct").count():
        page.get_by_role("button", name="It is right").click()
        assert [one.kind for one in log(served)] == ["confirm"]
    page.locator("#q").fill("talks")
    page.get_by_role("button", name="Search").first.click()
    expect(page.locator(".hits mark").first).to_be_visible()
    page.locator(".facets a").first.click()
    expect(page).to_have_url(re.compile("section="))


def test_without_scripts_a_sample_is_marked_and_territories_are_listed(plain: Window) -> None:
    page = plain.go("/review/sample")
    page.get_by_role("button", name="Draw").click()
    page.get_by_role("button", name="partly").first.click()
    expect(page.locator("#queue")).to_contain_text("1 marked")
    plain.go(f"{HERE}/territories")
    expect(page.locator(".chart")).to_be_hidden()
    expect(page.locator("table.territories")).to_contain_text("Falkland Islands")
    plain.go(f"{HERE}/positions")
    expect(page.locator(".stances li").first).to_be_visible()


def test_what_is_wrong_is_said_where_one_is(window: Window) -> None:
    page = window.go('/search?q="half')
    expect(page.get_by_role("alert")).to_contain_text("quotation mark")
