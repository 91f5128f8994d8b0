"""Web pages: the article without furniture, headline, authors and date, on public sets of pages.

In: a folder of article-extraction-benchmark (``html``, ``ground-truth.json``), of fundus (``tests/resources``) or of
htmldate (``tests``), as their repositories have them. Out: of English pages, for the first two the F1 of runs of four
words (the measure of article-extraction-benchmark) and the lines of the body of which the gold has less than half; for
fundus also headlines, authors and dates; for htmldate dates right, wrong and unknown. None of the pages is in this
repository.

    python benchmarks/page_accuracy.py FOLDER [FOLDER …] [--errors FILE]
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from detente.errors import UnreadableReport
from detente.model.report import Front, Report, Zone
from detente.reading.front import read_front
from detente.sources.finish import finish
from detente.sources.limits import DEFAULT_LIMITS
from detente.sources.raw import Raw
from detente.sources.web_page import web_page

_WORD = re.compile(r"\w+", re.UNICODE)
_RUN = 4
_BODY = (Zone.BODY, Zone.DATELINE)


@dataclass
class Tally:
    """What was counted on the pages of one set."""

    pages: int = 0
    unread: int = 0
    scores: list[float] = field(default_factory=list)
    furniture: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def read(path: Path, data: bytes, url: str | None) -> tuple[Report, Front] | None:
    """A page as a report with its front matter; None where it is set aside."""
    try:
        raw = Raw(data, str(path), media_type="text/html", url=url)
        report = finish(web_page(raw), raw, None, DEFAULT_LIMITS)
    except UnreadableReport:
        return None
    return report, read_front(report)


def body(report: Report, front: Front) -> list[str]:
    """The paragraphs of the body; a dateline stays with what follows."""
    return [report.text[zone.start : zone.end] for zone in front.zones if zone.zone in _BODY]


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, with how often each stands there."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))


def counted(gold: str, found: str) -> tuple[float, float, float]:
    """Runs in both, in the found alone and in the gold alone, as shares of all."""
    one, other = runs(gold), runs(found)
    both, extra, missed = (one & other).total(), (other - one).total(), (one - other).total()
    whole = both + extra + missed
    return (both / whole, extra / whole, missed / whole) if whole else (0.0, 0.0, 0.0)


def furniture(gold: str, lines: list[str]) -> list[str]:
    """The lines of a body of which the gold has less than half."""
    known = Counter(word.lower() for word in _WORD.findall(gold))
    out = []
    for line in lines:
        words = Counter(word.lower() for word in _WORD.findall(line))
        if words and (words & known).total() < 0.5 * words.total():
            out.append(line)
    return out


def f1(shares: list[tuple[float, float, float]]) -> float:
    """F1 of the mean shares, as article-extraction-benchmark has it."""
    both, extra, missed = (sum(each[n] for each in shares) for n in range(3))
    return 2 * both / (2 * both + extra + missed) if both else 0.0


def article_pages(folder: Path) -> Iterator[tuple[Path, bytes, str | None, dict[str, Any]]]:
    """The pages of article-extraction-benchmark."""
    for name, gold in json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items():
        path = folder / "html" / f"{name}.html.gz"
        yield path, gzip.decompress(path.read_bytes()), gold["url"], {"body": gold["articleBody"]}


def fundus_pages(folder: Path) -> Iterator[tuple[Path, bytes, str | None, dict[str, Any]]]:
    """The pages of fundus, each with the gold version that is nearest to it in time."""
    for path in sorted((folder / "tests/resources/parser/test_data").glob("*/*.html.gz")):
        name, *day = path.name.removesuffix(".html.gz").rsplit("_", 3)
        taken = date(*map(int, day))
        addresses = json.loads((path.parent / "meta.info").read_text(encoding="utf-8"))
        versions = json.loads((path.parent / f"{name}.json").read_text(encoding="utf-8")).values()
        dated = [each for each in versions if each.get("publishing_date") and each.get("body")]
        near = [
            (abs((taken - datetime.fromisoformat(each["publishing_date"]).date()).days), n, each)
            for n, each in enumerate(dated)
        ]
        if not near:
            continue
        gold = min(near, key=lambda entry: entry[:2])[2]
        sections = gold["body"]["sections"]
        lines = [
            *gold["body"]["summary"],
            *(line for part in sections for line in [*part["headline"], *part["paragraphs"]]),
        ]
        told = {
            "body": "\n".join(lines),
            "title": gold.get("title"),
            "authors": gold.get("authors") or [],
            "date": gold["publishing_date"][:10],
        }
        yield path, gzip.decompress(path.read_bytes()), addresses.get(path.name, {}).get("url"), told


def dated_pages(folder: Path) -> Iterator[tuple[Path, bytes, str | None, dict[str, Any]]]:
    """The pages of htmldate."""
    files = {path.name: path for part in ("cache", "eval", "test_set") for path in (folder / "tests" / part).glob("*")}
    for name in ("eval_default.json", "eval_mediacloud_2020.json"):
        for url, gold in json.loads((folder / "tests" / name).read_text(encoding="utf-8")).items():
            if (path := files.get(gold["file"])) is not None:
                yield path, path.read_bytes(), url, {"date": gold["date"]}


def measure(folder: Path) -> tuple[str, Tally]:
    """What Detente makes of the pages of one folder."""
    kinds = {
        "ground-truth.json": article_pages,
        "tests/eval_default.json": dated_pages,
        "tests/resources": fundus_pages,
    }
    pages = next(pages for mark, pages in kinds.items() if (folder / mark).exists())
    tally, shares = Tally(), list[tuple[float, float, float]]()
    for path, data, url, gold in pages(folder):
        made = read(path, data, url)
        if made is None:
            tally.unread += 1
            if "body" in gold and pages is article_pages:
                shares.append((0.0, 0.0, 1.0))
            continue
        report, front = made
        if report.language not in ("en", None) and not str(report.language).startswith("en"):
            continue
        tally.pages += 1
        if "body" in gold:
            lines = body(report, front)
            shares.append(counted(gold["body"], "\n".join(lines)))
            extra = furniture(gold["body"], lines)
            tally.furniture += len(extra)
            tally.errors += [f"{path.name}\tfurniture\t{line[:200]}" for line in extra]
            one, both, missed = shares[-1]
            if one < 0.9:
                tally.errors.append(f"{path.name}\tbody\t{one:.2f} extra {both:.2f} missed {missed:.2f}")
        if "title" in gold:
            headline = front.headline.text if front.headline else report.title
            tally.counts["headlines right"] += plain(headline) == plain(gold["title"])
            if plain(headline) != plain(gold["title"]):
                tally.errors.append(f"{path.name}\theadline\t{headline}\t{gold['title']}")
            mine, theirs = ({plain(name) for name in names} for names in (front.authors, gold["authors"]))
            tally.counts["authors right"] += len(mine & theirs)
            tally.counts["authors found"] += len(mine)
            tally.counts["authors in gold"] += len(theirs)
            if mine != theirs:
                tally.errors.append(f"{path.name}\tauthors\t{front.authors}\t{gold['authors']}")
        if "date" in gold:
            found = front.published.date.edtf if front.published.date else None
            kind = "unknown" if found is None else "right" if found == gold["date"] else "wrong"
            tally.counts[f"dates {kind}"] += 1
            if kind != "right":
                tally.errors.append(f"{path.name}\tdate {kind}\t{found}\t{gold['date']}\t{url}")
    tally.scores.append(f1(shares))
    return pages.__name__, tally


def plain(text: str | None) -> str:
    """A text for comparing: small letters, straight quotation marks, single spaces."""
    return " ".join(
        (text or "").lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').split()
    )


def main() -> None:
    """Print the figures of each folder."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--errors", type=Path)
    given = parser.parse_args()
    lines: list[str] = []
    for folder in given.folders:
        name, tally = measure(folder)
        told = ", ".join(f"{what} {count}" for what, count in sorted(tally.counts.items()))
        body = f"F1 {tally.scores[0]:.4f}, furniture {tally.furniture}, "
        print(f"{name}: {tally.pages} pages, {tally.unread} unread, {body}{told}")
        lines += tally.errors
    if given.errors:
        given.errors.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
