"""Cross-document timelines of SemEval-2015 Task 4, by the dossier's own event identity and dates.

    semeval2015_task4.py CORPUS_DIR OUT_DIR --track A|B [--short]

CORPUS_DIR has docs_trackA.jsonl and docs_trackB.jsonl (one article a line: id, date, sentences of words, and in track B
the mentions of events) and entities.txt. OUT_DIR gets one timeline an entity in the official format. Track A finds the
events itself. Years and months are written with what is missing as X, as the test timelines have them; ``--short``
leaves that out, as the trial timelines do.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs as a script, too

from benchmarks.marked_reports import Marked, joined_up, read_marked
from benchmarks.taking_part import AGAIN, Entities, told
from detente.dossier.dating import dated
from detente.dossier.days import span
from detente.dossier.joining import Decisions, joined
from detente.dossier.likeness import Weights
from detente.dossier.process import put_to_their_time
from detente.reading.reader import Reader

if TYPE_CHECKING:
    from detente.dossier.mention import Mention
    from detente.model.date import Date

SECTIONS = ("times", "parties", "people")
Row = tuple["Date | None", tuple[str, ...]]


def articles(corpus: Path, track: str) -> list[Marked]:
    """The articles, in track B with the mentions given."""
    found = []
    for line in (corpus / f"docs_track{track}.jsonl").read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        sentences = [one["text"].split() for one in given["sentences"] if one["n"] != 1]  # 1 is the line of the date
        numbers = [one["n"] for one in given["sentences"] if one["n"] != 1]
        text, starts = joined_up(sentences)
        article = Marked(given["id"], text, given["date"], starts)
        for name, times in sorted(Counter(given.get("mentions", ())).items()):
            _mark(article, name, times, sentences, numbers)
        found.append(article)
    return found


def _mark(article: Marked, name: str, times: int, sentences: Sequence[Sequence[str]], numbers: Sequence[int]) -> None:
    """Mark a mention, ``document-sentence-word_word``, at the first ``times`` places of its words in the sentence."""
    _, number, words = name.split("-", 2)
    if int(number) not in numbers:
        return
    place = numbers.index(int(number))
    row, wanted, starts = sentences[place], words.split("_"), article.starts[place]
    found = [at for at in range(len(row)) if list(row[at : at + len(wanted)]) == wanted]
    for again, at in enumerate(found[:times]):
        article.events[f"{name}{AGAIN * again}"] = starts[at], starts[at + len(wanted) - 1] + len(wanted[-1])


def timeline(mine: Sequence[Mention]) -> list[Row]:
    """The mentions of one entity's events: each event with its date, in order.

    As in a brief's timeline, what no report dates stands at the day of the first that tells it.
    """
    made = joined(mine, Decisions(), Weights(mine))
    put_to_their_time(made)
    rows: list[Row] = []
    for cluster in made.clusters():
        date, _, _ = dated(cluster)
        rows.append((date or cluster[0].source.published, tuple(one.item for one in cluster)))
    return sorted((row for row in rows if span(row[0])), key=lambda row: span(row[0]) or (0, 0))


def written(entity: str, rows: Sequence[Row], short: bool) -> str:
    """A timeline in the official format; events of one anchor are simultaneous."""
    lines = [entity]
    for order, (anchor, same) in enumerate(groupby(rows, key=lambda row: shown(row[0], short)), 1):
        lines += ["\t".join((str(order), anchor, *(one.rstrip(AGAIN) for one in events))) for _, events in same]
    return "\n".join(lines) + "\n"


def shown(date: Date | None, short: bool) -> str:
    """A date as an anchor: the day, or what of it is known."""
    if date is None or date.earliest is None:
        return "XXXX-XX-XX"
    year, month, day = (f"{part:02d}" for part in date.earliest)
    known = {"year": (year,), "month": (year, month)}.get(date.precision, (year, month, day))
    return "-".join(known if short else (*known, *("XX",) * (3 - len(known))))


def file_name(entity: str) -> str:
    """The name of an entity's file."""
    return entity.casefold().replace("&", "_and_").replace(" ", "_") + ".txt"


def timelines(corpus: Path, track: str) -> Iterable[tuple[str, list[Row]]]:
    """Each entity with its timeline."""
    names = [line.strip() for line in (corpus / "entities.txt").read_text(encoding="utf-8").splitlines()]
    given = articles(corpus, track)
    reader = Reader(only=SECTIONS)
    if track == "A":
        for article in given:
            article.events = told(reader, article)
    every, tokens = read_marked(reader, given)
    entities = Entities([name for name in names if name])
    of: defaultdict[str, list[Any]] = defaultdict(list)
    for one in every:
        doc, token = tokens[one.item]
        for entity in entities.of(doc, token, sure=track == "A"):
            of[entity].append(one)
    for entity in entities.names:
        yield entity, timeline(of[entity])


def main(argv: list[str]) -> int:
    """Write the timelines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--track", choices=("A", "B"), required=True)
    parser.add_argument("--short", action="store_true", help="2003 and not 2003-XX-XX")
    args = parser.parse_args(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    for entity, rows in timelines(args.corpus, args.track):
        (args.out / file_name(entity)).write_text(written(entity, rows, args.short), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
