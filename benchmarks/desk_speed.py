"""The desk with ten people at once: how long each kind of page takes, and how much processor time a page costs.

    python -m benchmarks.desk_speed --record PATH --dispute NAME [--people 10] [--rounds 20]

Serves the record as ``detente desk`` does, asks for every page once, and then lets that many people at once ask for
all of them in an order of their own. Prints for each kind of page its bytes, the first answer (a dossier is worked out
then), the median and the 95th percentile of the others; and the processor time of the server a page.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import httpx

from detente.desk.addresses import Addresses

TO = Addresses()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--dispute", required=True)
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    command = [sys.executable, "-m", "detente", "desk", "--record", str(asked.record), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+", process.stdout.readline().decode())
            assert found
            asyncio.run(_measured(found[0].rstrip("/"), process.pid, asked))
        finally:
            process.terminate()


async def _measured(root: str, pid: int, asked: argparse.Namespace) -> None:
    async with httpx.AsyncClient(base_url=root, timeout=600, trust_env=False) as client:
        pages = await _pages(client, asked.dispute)
        first = {kind: await _ask(client, address) for kind, address in pages.items()}
        before = _processor(pid)
        times: dict[str, list[float]] = {kind: [] for kind in pages}

        async def person(seed: int) -> None:
            order = [kind for kind in pages for _ in range(asked.rounds)]
            random.Random(seed).shuffle(order)
            for kind in order:
                times[kind].append((await _ask(client, pages[kind]))[0])

        await asyncio.gather(*(person(seed) for seed in range(asked.people)))
        spent = _processor(pid) - before
    print(f"{'page':<12}{'kB':>8}{'first ms':>10}{'median':>9}{'p95':>8}")
    for kind, found in times.items():
        centiles = statistics.quantiles(found, n=20)
        size, began = first[kind][1] / 1000, first[kind][0] * 1000
        print(f"{kind:<12}{size:>8.0f}{began:>10.0f}{statistics.median(found) * 1000:>9.0f}{centiles[-1] * 1000:>8.0f}")
    every = sorted(one for found in times.values() for one in found)
    p95 = every[int(len(every) * 0.95)] * 1000
    each = spent / len(every) * 1000
    print(f"{len(every)} pages, {asked.people} at once: p95 {p95:.0f} ms; {each:.1f} ms of processor each")


async def _pages(client: httpx.AsyncClient, dispute: str) -> dict[str, str]:
    """An address of every kind."""
    here = TO.dispute(dispute)
    told = (await client.get(f"{here}.json")).json()
    event = max(told["events"], key=lambda one: (len(one["mentions"]), one["id"]))
    mentions = [one for one in event["mentions"] if not one["id"].startswith("echo")]
    return {
        "disputes": "/", "dispute": here, "timeline": f"{here}/timeline", "drawn": f"{here}/timeline.vl.json",
        "positions": f"{here}/positions", "agenda": f"{here}/agenda", "agreements": f"{here}/agreements",
        "people": f"{here}/people", "figures": f"{here}/figures", "territories": f"{here}/territories",
        "map": f"{here}/territories.vl.json",
        "scenario": f"{here}/scenario", "sources": f"{here}/sources",
        "report": TO.report(mentions[0]["report"]["id"]), "event": TO.item(mentions[0]["id"]),
        "person": TO.item(told["people"][0]["id"]), "search": "/search?q=licence", "reports": "/reports",
        "review": TO.page("review", dispute=dispute),
        "sample": TO.page("review/sample", dispute=dispute), "add": "/add", "log": "/log",
    }  # fmt: skip


async def _ask(client: httpx.AsyncClient, address: str) -> tuple[float, int]:
    began = time.perf_counter()
    answer = await client.get(address)
    assert answer.status_code == 200, address
    return time.perf_counter() - began, len(answer.content)


def _processor(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
