"""The desk in a real browser: Chromium of the system, on a server of its own on this machine.

Without Chromium the tests are skipped; where ``DETENTE_BROWSER`` says ``required``, they fail instead.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from detente.cli.desk_process import bound, hosts
from detente.cli.desk_worker import Worker
from detente.desk.application import application
from detente.desk.site import Site
from detente.record.store import Store

_PATIENCE = 120_000  # milliseconds: a machine may have much else to do
expect.set_options(timeout=_PATIENCE)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (e) => refused.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """It ends with its module, for while it runs nothing else in this thread may have an event loop."""
    path = os.environ.get("DETENTE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        why = f"no Chromium: none of {', '.join(NAMES)} is on the path; install it, or name it with DETENTE_CHROMIUM"
        if os.environ.get("DETENTE_BROWSER") == "required":
            pytest.fail(why)
        pytest.skip(why)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []  # root may not have one
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=arguments)
        yield made
        made.close()


@dataclass
class Served:
    """A desk that is being served, and the folder of what is given to it."""

    root: str
    site: Site


@pytest.fixture
def served(store: Store, tmp_path: Path) -> Iterator[Served]:
    """A desk of its own, with the process that reads."""
    from detente.cli.clock import now

    with bound("127.0.0.1", 0) as listening:
        number = listening.getsockname()[1]
        worker = Worker(store.path, tmp_path / "given")
        site = Site(store, "ana", now, tmp_path / "given", worker.wake)
        config = uvicorn.Config(application(site, hosts(number)), log_level="error", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield Served(f"http://127.0.0.1:{number}", site)
        finally:
            server.should_exit = True
            thread.join(timeout=20)
            worker.end()


@dataclass
class Window:
    """A page that is watched: what it asked for, what its policy refused, what went wrong in it."""

    page: Page
    root: str
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.root + path)
        return self.page

    def is_clean(self) -> None:
        """Nothing left the desk, nothing was refused, nothing failed."""
        assert [one for one in self.asked if not one.startswith(f"{self.root}/")] == []
        assert self.wrong == []
        if self.page.evaluate("typeof window.refused") != "undefined":
            assert self.page.evaluate("window.refused") == []


def opened(browser: Browser, served: Served, **how: Any) -> tuple[BrowserContext, Window]:
    context = browser.new_context(**how)
    context.add_init_script(_WATCH)
    context.set_default_timeout(_PATIENCE)
    window = Window(context.new_page(), served.root)
    window.page.on("request", lambda request: window.asked.append(request.url))
    window.page.on("pageerror", lambda error: window.wrong.append(str(error)))
    window.page.on(
        "console", lambda message: window.wrong.append(message.text) if message.type in ("error", "warning") else None
    )
    return context, window


@pytest.fixture
def window(browser: Browser, served: Served) -> Iterator[Window]:
    context, made = opened(browser, served)
    yield made
    context.close()


@pytest.fixture
def plain(browser: Browser, served: Served) -> Iterator[Window]:
    """One without scripts."""
    context, made = opened(browser, served, java_script_enabled=False)
    yield made
    context.close()
