"""Which threshold tells near-copies from different reports, how right the decisions are, and what adding one costs.

    python benchmarks/near_copies.py [--dispute FOLDER]

Reads the reports of the examples and of ``near_copies.toml`` and copies them in many ways (``copied_texts.py``). Prints
pair precision, recall and F1 by shingle size, weight of quotations and threshold; then what the decisions of
:mod:`detente.record.copies` get right, how, and which pairs the bands miss. With ``--dispute``, a folder with
``gold.json`` and ``reports/``, the pairs found there beside its gold.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from itertools import combinations
from pathlib import Path

from copied_texts import (  # type: ignore[import-not-found]
    Copied,
    copied,
    example_reports,
    own_reports,
)

from detente.model.report import Report, Zone
from detente.reading.front import read_front
from detente.record.copies import CopyKind, Piece, find_copies, groups
from detente.record.copies.containment import LEAST, THRESHOLD, Overlap, overlap
from detente.record.copies.shingles import QUOTED, WORDS, Shingles, shingles
from detente.sources import reports

Pair = frozenset[str]
THRESHOLDS = [number / 20 for number in range(2, 17)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dispute", type=Path)
    options = parser.parse_args()
    for name, sources in (("reports of one event", own_reports()), ("examples", example_reports())):
        found = copied(sources)
        print(f"\n{name}: {len(sources.pieces)} reports, {len(found.pieces)} with copies, {len(found.direct)} pairs")
        sweep(found)
        decisions(found)
    if options.dispute:
        dispute(options.dispute)


def sweep(found: Copied) -> None:
    """F1 over copies with their sources against all pairs of reports that have nothing to do with one another."""
    originals = [name for name in found.pieces if name not in found.made_from]
    apart = [frozenset(pair) for pair in combinations(originals, 2)]
    apart += [
        frozenset((copy, name))
        for copy in found.made_from
        for name in originals
        if not found.roots(copy) & found.roots(name)
    ]
    print("share of runs        " + "".join(f"{threshold:6.2f}" for threshold in THRESHOLDS))
    for size in (3, 4, 5):
        for quoted in (1.0, 0.25, 0.1):
            cut = {name: shingles(piece.body, size, quoted) for name, piece in found.pieces.items()}
            copies, different = ([_containment(cut, pair) for pair in pairs] for pairs in (found.direct, apart))
            scores = [
                f1(sum(c >= threshold for c in copies), sum(c >= threshold for c in different), len(copies))
                for threshold in THRESHOLDS
            ]
            print(f"{size} words, quoted {quoted:4.2f}" + "".join(f"{score:6.3f}" for score in scores), end="")
            print(f"   copies at least {min(copies):.3f}, different reports at most {max(different):.3f}")


def _containment(cut: dict[str, Shingles], pair: Pair) -> float:
    one, other = (cut[name] for name in pair)
    return overlap(one, other).containment


def decisions(found: Copied) -> None:
    """The pairs that are found, as they are; and by groups."""
    decided = find_copies(found.pieces.values())
    pairs = {frozenset((copy.of, copy.by)) for copy in decided}
    wrong = pairs - found.related
    missed = found.direct - pairs
    right = len(found.direct) - len(missed)
    print(f"threshold {THRESHOLD}, {WORDS} words, quoted {QUOTED}, at least {LEAST} words: ", end="")
    print(
        f"{right} of {len(found.direct)} found, {len(wrong)} wrong; F1 {f1(right, len(wrong), len(found.direct)):.3f}"
    )
    kinds = Counter(found.how[copy] for pair in missed for copy in pair if copy in found.how and pair in found.direct)
    print(f"  missed: {dict(kinds)}; wrong: {[sorted(pair) for pair in sorted(wrong, key=sorted)][:5]}")
    unseen = sum(1 for pair in missed if _copied(found, pair).copied)
    print(f"  of the missed, {unseen} only because they share no band")
    said = {copy.by for copy in decided if copy.kind is CopyKind.CORRECTION}
    rightly, gold_said = len(said & found.corrections), len(found.corrections)
    print(f"  corrections: {rightly} of {gold_said}, {len(said) - rightly} wrong")
    single = {name for name in found.pieces if len(found.roots(name)) == 1}
    gold = {pair for pair in found.related if pair <= single}
    together = {frozenset(pair) for group in groups(decided) for pair in combinations(group, 2)}
    together = {pair for pair in together if pair <= single}
    score = f1(len(together & gold), len(together - gold), len(gold))
    print(f"  one source by groups: F1 {score:.3f} of {len(gold)} pairs")


def _copied(found: Copied, pair: Pair) -> Overlap:
    one, other = (shingles(found.pieces[name].body) for name in sorted(pair))
    return overlap(one, other)


def f1(right: int, wrong: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (right + wrong + gold) if gold else 0.0


def dispute(folder: Path) -> None:
    """The pairs of a dispute beside those of its gold record; a report's id is what its file name begins with."""
    pieces = []
    for path in sorted((folder / "reports").iterdir()):
        for report in reports([str(path)]):
            if isinstance(report, Report):
                body = "\n\n".join(
                    report.text[zone.start : zone.end] for zone in read_front(report).zones if zone.zone is Zone.BODY
                )
                name = path.name.split("_")[0]
                pieces.append(Piece(name, name, name, None, body))
    gold = {frozenset(entry["pair"]) for entry in json.loads((folder / "gold.json").read_text())["near_copies"]}
    pairs = {frozenset((copy.of, copy.by)) for copy in find_copies(pieces)}
    most = max(
        overlap(shingles(a.body), shingles(b.body)).containment
        for a, b in combinations(pieces, 2)
        if frozenset((a.id, b.id)) not in gold
    )
    print(f"\n{folder.name}: {len(pairs & gold)} of {len(gold)} found, {len(pairs - gold)} wrong; ", end="")
    print(f"most that others share {most:.3f}")


if __name__ == "__main__":
    main()
