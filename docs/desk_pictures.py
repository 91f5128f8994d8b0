"""The pictures of the desk in the README: the example dispute, read now, in the light and in the dark.

    python docs/desk_pictures.py [FOLDER]

Needs Chromium, named by DETENTE_CHROMIUM or on the path. Writes ``desk-dispute-light.png`` and so on into the folder,
else into ``docs/assets``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from detente.desk.addresses import Addresses

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "disputes" / "south-atlantic-2025"
REPORT = "2025-02-25-meridian-first-round"
WINDOW = {"width": 1200, "height": 760}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Read, serve, look."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "assets"
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        detente("add", str(EXAMPLE / "reports"), "--index", str(EXAMPLE / "index.tsv"), "--record", str(record))
        detente("dispute", "add", str(EXAMPLE / "dispute.toml"), "--record", str(record))
        command = [sys.executable, "-m", "detente", "desk", "--record", str(record), "--port", "0", "--by", "you"]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as desk:
            try:
                assert desk.stdout is not None
                found = re.search(r"http://\S+", desk.stdout.readline().decode())
                assert found
                pictures(found[0], out)
            finally:
                desk.terminate()


def detente(*arguments: str) -> None:
    """Run a command of ours."""
    subprocess.run([sys.executable, "-m", "detente", *arguments], check=True)


def pictures(root: str, out: Path) -> None:
    """Take each page in each scheme."""
    path = os.environ.get("DETENTE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        for scheme in SCHEMES:
            page = browser.new_page(color_scheme=scheme, viewport=WINDOW)  # type: ignore[arg-type]
            page.goto(root)
            page.locator("tbody th a").first.click()
            page.screenshot(path=out / f"desk-dispute-{scheme}.png")
            page.locator(".views").get_by_role("link", name="Positions").click()
            drawn(page, out / f"desk-positions-{scheme}.png")
            reports = page.request.get(f"{root}reports.json").json()
            report = next(one["id"] for one in reports if REPORT in one["source"])
            page.goto(root.rstrip("/") + Addresses().report(report))
            page.locator("[data-item^=statement] .go").nth(2).hover()
            page.screenshot(path=out / f"desk-report-{scheme}.png")
        browser.close()


def drawn(page: Page, out: Path) -> None:
    """Take a page when its chart is drawn."""
    page.wait_for_selector("[data-drawn]")
    page.screenshot(path=out)


if __name__ == "__main__":
    main()
