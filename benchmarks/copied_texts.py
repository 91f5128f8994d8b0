"""Reports, and copies of them made in many ways -> pieces, and which pairs of them are copies.

The reports are the examples (single ones and the dispute over six months) and those of ``near_copies.toml``: different
reports on the same events, in their own words and with the same quotations, and copies of some by hand. Every report is
then copied by script as newspapers do. Nothing is random: the seed of a copy is its name.
"""

from __future__ import annotations

import csv
import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from detente.model.date import Date
from detente.model.report import Report, Zone
from detente.reading.front import read_front
from detente.record.copies import Piece
from detente.sources import reports

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "reports"
DISPUTE = ROOT / "examples" / "disputes" / "south-atlantic-2025" / "reports"
GOLD = ROOT / "tests" / "golden" / "disputes" / "south-atlantic-2025"
OWN = Path(__file__).with_name("near_copies.toml")
_AROUND = (Zone.BYLINE, Zone.DATELINE, Zone.CREDIT)


@dataclass
class Copied:
    """Pieces by id; of each copy what it was made from, and how. Corrections are those that say so."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    made_from: dict[str, tuple[str, ...]] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)
    corrections: set[str] = field(default_factory=set)

    @property
    def direct(self) -> set[frozenset[str]]:
        """Each copy with what it was made from."""
        return {frozenset((copy, source)) for copy, sources in self.made_from.items() for source in sources}

    @property
    def related(self) -> set[frozenset[str]]:
        """Pairs that go back to one report, some of which share no words: two halves of it."""
        by_root: dict[str, set[str]] = {}
        for name in self.pieces:
            for root in self.roots(name):
                by_root.setdefault(root, set()).add(name)
        return {frozenset((a, b)) for members in by_root.values() for a in members for b in members if a < b}

    def roots(self, name: str) -> frozenset[str]:
        """The reports that a piece goes back to; itself where it is no copy."""
        sources = self.made_from.get(name)
        return frozenset({name}).union() if not sources else frozenset().union(*map(self.roots, sources))


def own_reports() -> Copied:
    """The reports of ``near_copies.toml``, copies by hand included."""
    found = Copied()
    for entry in tomllib.loads(OWN.read_text(encoding="utf-8"))["report"]:
        name, body = entry["id"], entry["text"].strip()
        published = Date.parse(entry["published"])
        found.pieces[name] = Piece(name, name, name, entry["headline"], body, published, entry["publisher"])
        if "copy_of" in entry:
            found.made_from[name], found.how[name] = tuple(entry["copy_of"]), "by hand"
        if entry.get("kind") == "correction":
            found.corrections.add(name)
    return found


def example_reports() -> Copied:
    """The example reports; the near-copies among those of the dispute as its gold record has them."""
    found = Copied()
    gold = json.loads((GOLD / "gold.json").read_text(encoding="utf-8"))["near_copies"]
    with (GOLD / "index.tsv").open(encoding="utf-8", newline="") as table:
        index = {row["file"]: row for row in csv.DictReader(table, delimiter="\t")}
    for path in sorted([*EXAMPLES.iterdir(), *DISPUTE.iterdir()]):
        for number, report in enumerate(item for item in reports([str(path)]) if isinstance(item, Report)):
            row = index.get(path.name, {})
            name = row["id"] if row and number == 0 else f"{path.name}:{number}"
            found.pieces[name] = _piece(name, report, row)
    for entry in gold:
        first, second = entry["pair"]
        found.made_from[second], found.how[second] = (first,), "examples"
        if entry["kind"].startswith("corrected"):
            found.corrections.add(second)
    return found


def _piece(name: str, report: Report, row: dict[str, str]) -> Piece:
    front = read_front(report)

    def zones(*kinds: Zone) -> list[str]:
        return [report.text[zone.start : zone.end] for zone in front.zones if zone.zone in kinds]

    published = Date.parse(row["published"]) if row.get("published") else None
    headline = front.headline.text if front.headline else None
    body, around = "\n\n".join(zones(Zone.BODY)), "\n".join(zones(*_AROUND))
    return Piece(name, name, name, headline, body, published, row.get("outlet"), around)


def copied(sources: Copied) -> Copied:
    """The sources and their copies by script."""
    found = Copied(dict(sources.pieces), dict(sources.made_from), dict(sources.how), set(sources.corrections))
    originals = [name for name in sources.pieces if name not in sources.made_from]
    for number, name in enumerate(originals):
        piece = sources.pieces[name]
        if len(piece.body.split()) < 80:
            continue
        for how, change in CHANGES.items():
            copy = f"{name} {how}"
            body = change(_paragraphs(piece.body), random.Random(copy))
            headline = f"{how.capitalize()}: another headline"
            found.pieces[copy] = Piece(copy, copy, copy, headline, body, piece.published, "The Other Daily")
            found.made_from[copy], found.how[copy] = (name,), how
        for how, (headline, note) in NOTES.items():
            copy = f"{name} {how}"
            body = note + _one_figure(_paragraphs(piece.body), random.Random(copy))
            found.pieces[copy] = replace(
                piece, id=copy, key=copy, version=copy, headline=headline.format(piece.headline), body=body
            )
            found.made_from[copy], found.how[copy] = (name,), how
            found.corrections.add(copy)
        other = originals[(number + 1) % len(originals)]  # the next one; often of the same event
        copy = f"{name} and the next"
        body = _merged(_paragraphs(piece.body), _paragraphs(sources.pieces[other].body))
        found.pieces[copy] = Piece(copy, copy, copy, "Two in one", body, None, "The Other Daily")
        found.made_from[copy], found.how[copy] = (name, other), "two merged"
    return found


def _paragraphs(body: str) -> list[str]:
    return [part.strip() for part in body.split("\n\n") if part.strip()]


def _sentences(paragraphs: list[str]) -> list[str]:
    return [part for paragraph in paragraphs for part in re.split(r"(?<=[.!?][\"”])\s|(?<=[.!?])\s", paragraph) if part]


def _joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)


def _tail_cut(share: float) -> Callable[[list[str], random.Random], str]:
    """Keeps so much of the words, from the beginning, in whole sentences."""

    def cut(paragraphs: list[str], _: random.Random) -> str:
        sentences = _sentences(paragraphs)
        total, kept = sum(len(sentence.split()) for sentence in sentences), 0
        for number, sentence in enumerate(sentences):
            kept += len(sentence.split())
            if kept >= share * total:
                return " ".join(sentences[: number + 1])
        return " ".join(sentences)

    return cut


def _some_dropped(paragraphs: list[str], rng: random.Random) -> str:
    """A third to a half of the sentences left out, anywhere."""
    sentences = _sentences(paragraphs)
    keep = sorted(rng.sample(range(len(sentences)), max(1, round(len(sentences) * rng.uniform(0.5, 0.67)))))
    return " ".join(sentences[number] for number in keep)


def _reordered(paragraphs: list[str], rng: random.Random) -> str:
    return _joined(rng.sample(paragraphs, len(paragraphs)))


def _moved(paragraphs: list[str], _: random.Random) -> str:
    return _joined([*paragraphs[:1], *paragraphs[-1:], *paragraphs[1:-1]]) if len(paragraphs) > 1 else paragraphs[0]


def _agency_lines(paragraphs: list[str], _: random.Random) -> str:
    return _joined(["GENEVA (Northern Wire) --", *paragraphs, "With reporting by our own staff and Northern Wire"])


def _one_figure(paragraphs: list[str], rng: random.Random) -> str:
    text = _joined(paragraphs)
    figures = list(re.finditer(r"\b\d+\b", text))
    if not figures:
        return text
    figure = rng.choice(figures)
    return f"{text[: figure.start()]}{int(figure[0]) + 7}{text[figure.end() :]}"


def _edited(every: int) -> Callable[[list[str], random.Random], str]:
    """About one word of so many replaced, dropped or doubled by another of the text's."""

    def edit(paragraphs: list[str], rng: random.Random) -> str:
        words = _joined(paragraphs).split(" ")
        edited: list[str] = []
        for word in words:
            if rng.random() < 1 / every:
                edited += rng.choice(([], [rng.choice(words)], [word, rng.choice(words)]))
            else:
                edited.append(word)
        return " ".join(edited)

    return edit


_STYLE = {
    " said that ": " said ", " percent": " per cent", "Foreign Minister ": "foreign minister ", " on Monday": " Monday",
    " on Tuesday": " Tuesday", " on Wednesday": " Wednesday", " which ": " that ", " has been ": " had been ",
    "our ": "or ", "isation": "ization", "ise ": "ize ", "metres": "meters", "centre": "center", "defence": "defense",
    "United Nations": "U.N.", " two ": " 2 ", " three ": " 3 ", " will ": " would ", " not ": " never ",
    "kilometre": "kilometer", " more than ": " over ",
    " about ": " some ", " the government ": " officials ", " according to ": " said ",
}  # fmt: skip


def _house_style(paragraphs: list[str], _: random.Random) -> str:
    text = _joined(paragraphs)
    for words, others in _STYLE.items():
        text = text.replace(words, others)
    return text.replace('"', "”")


def _new_lead(paragraphs: list[str], rng: random.Random) -> str:
    """Forty words that no other text has in this order, for the first two sentences."""
    words = _joined(paragraphs).replace('"', "").split()
    lead = " ".join(rng.sample(words, min(40, len(words)))) + "."
    return _joined([lead, *_sentences(paragraphs)[2:]])


def _cut_and_edited(paragraphs: list[str], rng: random.Random) -> str:
    return _edited(20)([_tail_cut(0.5)(paragraphs, rng)], rng)


def _merged(one: list[str], other: list[str]) -> str:
    """Half of each, by turns."""
    rng = random.Random(0)
    halves = [_sentences([_tail_cut(0.55)(paragraphs, rng)]) for paragraphs in (one, other)]
    turns: Iterator[str] = (half[number] for number in range(200) for half in halves if number < len(half))
    return " ".join(turns)


CHANGES: dict[str, Callable[[list[str], random.Random], str]] = {
    "another headline": lambda paragraphs, _: _joined(paragraphs),
    "tail cut by 30 %": _tail_cut(0.7),
    "tail cut by half": _tail_cut(0.5),
    "tail cut by 60 %": _tail_cut(0.4),
    "sentences dropped": _some_dropped,
    "re-ordered": _reordered,
    "a paragraph moved": _moved,
    "agency lines added": _agency_lines,
    "one figure corrected in silence": _one_figure,
    "one word in 25 changed": _edited(25),
    "one word in 12 changed": _edited(12),
    "house style": _house_style,
    "another lead": _new_lead,
    "cut and edited": _cut_and_edited,
}  #: what newspapers do to a report's paragraphs

NOTES = {
    "corrected by headline": ("CORRECTED-{}", ""),
    "corrected in front": ("{}", "(Corrects figure in the second paragraph)\n\n"),
    "corrected as a story": ("{}", "(This story corrects a figure that was given wrongly by the ministry.)\n\n"),
    "corrected by an editor": ("{}", "Editor's note: An earlier version of this article misstated a figure.\n\n"),
    "refiled": ("REFILE-{}", "(Refiles to fix a figure)\n\n"),
}  #: headline, and what stands before the body
