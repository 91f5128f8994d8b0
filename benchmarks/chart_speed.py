"""A timeline of many events in the browser: how long until it is drawn, and until it is drawn closer.

    python -m benchmarks.chart_speed [--events 5000] [--times 5]

Spreads events of the example dispute over ten years, as often as it takes, and opens them in Chromium (named by
DETENTE_CHROMIUM, else on the path) as an exported page is opened, with the desk's own scripts. The time is from the
opening of the page: script and data loaded, parsed, laid out and drawn.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
from dataclasses import replace
from datetime import date
from importlib import resources
from itertools import islice
from pathlib import Path

from playwright.sync_api import sync_playwright

from detente.desk.charts import encoded
from detente.desk.charts.timeline import extent, timeline_chart
from detente.dossier.account import About, dossier
from detente.dossier.event import DossierEvent
from detente.model.date import Date
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import reports

EXAMPLE = Path(__file__).parents[1] / "examples" / "disputes" / "south-atlantic-2025" / "reports"
REPORTS = 6
PAGE = """<!doctype html><html lang="en"><link rel="stylesheet" href="desk.css"><script src="data.js" defer></script>
<script src="vega.min.js" defer></script><script src="chart.js" defer></script><main>
<figure class="chart" data-chart="it" hidden><div class="drawing"></div><span class="told-of" data-else=""></span>
<button data-zoom="closer">+</button></figure></main>"""
CLOSER = """() => new Promise((done) => {
  const began = performance.now();
  document.querySelector("[data-zoom]").click();
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
})"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=5000)
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    lanes = [("What happened", many(asked.events))]
    shown = extent(lanes, None, None)
    assert shown is not None
    data = encoded({"it": timeline_chart(lanes, shown, lambda one: f"{one.id}.html")})
    with tempfile.TemporaryDirectory() as folder:
        for name in ("desk.css", "chart.js", "vega.min.js"):
            (Path(folder) / name).write_bytes((resources.files("detente.desk") / "static" / name).read_bytes())
        (Path(folder) / "data.js").write_bytes(b"window.charts = " + data)
        (Path(folder) / "index.html").write_text(PAGE, encoding="utf-8")
        first, closer = measured(Path(folder) / "index.html", asked.times)
    print(f"{asked.events:,} events, {len(data) / 1e6:.1f} MB; medians of {asked.times}:")
    print(f"drawn in {first:.0f} ms, closer in {closer:.0f} ms")


def many(count: int) -> list[DossierEvent]:
    """That many events, a third of them known to the month."""
    reader = Reader()
    found = (one for one in reports([str(EXAMPLE)]) if isinstance(one, Report))
    given = [reader.read(one) for one in islice(found, REPORTS)]
    made = dossier(given, About("It"))
    begin = date(2016, 1, 1).toordinal()
    days = [str(date.fromordinal(begin + number * 3650 // count)) for number in range(count)]
    return [
        replace(made.events[number % len(made.events)], date=Date(day if number % 3 else day[:7]), id=f"event-{number}")
        for number, day in enumerate(days)
    ]


def measured(page: Path, times: int) -> tuple[float, float]:
    """Medians in milliseconds: until the chart is drawn, and until it is drawn closer."""
    path = os.environ.get("DETENTE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    first, closer = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        for _ in range(times):
            tab = browser.new_page()
            tab.goto(page.as_uri())
            chart = tab.wait_for_selector("[data-drawn]")
            assert chart is not None
            first.append(float(chart.get_attribute("data-drawn") or 0))
            closer.append(float(tab.evaluate(CLOSER)))
            tab.close()
        browser.close()
    return statistics.median(first), statistics.median(closer)


if __name__ == "__main__":
    main()
