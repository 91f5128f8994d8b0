"""An exported dispute opened from the disk: its evidence, its search, and not one request elsewhere."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from detente.desk.export import export
from detente.desk.site import Site
from tests.desk.browser.test_everybody import violations
from tests.desk.conftest import DISPUTE


def test_it_opens_from_a_disk(browser: Browser, site: Site, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    export(site, DISPUTE, out)
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((out / "index.html").as_uri())
    expect(page.locator("h1")).to_have_text(DISPUTE)
    assert violations(page) == []
    page.locator(".views").get_by_role("link", name="Timeline").click()
    assert page.locator("[data-chart]").count() == 1
    assert violations(page) == []
    page.go_back()
    page.locator("#ahead .cites a").first.click()
    expect(page.locator(".text .now").first).to_be_in_viewport()
    page.get_by_role("link", name="Search").click()
    page.get_by_label("Words").fill("sluíce OPEN")
    expect(page.locator("[data-count]")).to_contain_text("found")
    page.locator("[data-hits] a").first.click()
    expect(page.locator("[data-text]")).to_contain_text("sluice")
    page.go_back()
    expect(page.get_by_label("Words")).to_have_value("sluíce OPEN")
    assert violations(page) == []
    context.close()
    assert [one for one in asked if not one.startswith(out.as_uri())] == []
    assert wrong == []
