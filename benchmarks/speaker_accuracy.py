"""How often the speaker and the party of a statement are right, on passages written for this.

    python benchmarks/speaker_accuracy.py [--errors] [PASSAGES]

The passages are the files of tests/reading/attribution/speakers, whose README says how gold is written, or another
file's. Those whose text hashes to an even first hex digit are set aside: figures for them are printed, their errors
never are. ``--errors`` names the errors of the other half, which is what the rules are tuned on. A statement counts as
right only if it was found, its speaker is right (named, or kept anonymous with its own words, or left open where nobody
can know) and so is its party.
"""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.model.items import Statement
    from detente.model.references import Reference

GOLD = Path(__file__).parents[1] / "tests" / "reading" / "attribution" / "speakers"
ALIKE = 0.6  #: F1 of words from which two descriptions are of the same source
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True)
class Said:
    """One statement of gold: words that only its content has, and who is right as its speaker and party."""

    phrase: str
    speakers: tuple[str, ...]
    parties: tuple[str, ...]
    relay: str | None


@dataclass
class Passage:
    """A passage and the statements in it."""

    text: str
    said: list[Said] = field(default_factory=list)

    @property
    def set_aside(self) -> bool:
        """Whether the passage belongs to the half that nothing is tuned on."""
        return int(hashlib.sha256(self.text.encode()).hexdigest()[0], 16) % 2 == 0


def passages(path: Path = GOLD) -> list[Passage]:
    """The passages of a file or folder, in order. Raises ValueError where gold's words are not in the text once."""
    if path.is_dir():
        return [each for file in sorted(path.glob("*.txt")) for each in passages(file)]
    found: list[Passage] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, rest = line[:2], line[2:]
        if kind == "> ":
            found.append(Passage(rest.replace(" ¶ ", "\n\n")))
        elif kind == "S ":
            phrase, speakers, parties, *more = (part.strip() for part in rest.split("|"))
            if found[-1].text.count(phrase) != 1:
                raise ValueError(f"{path.name}: not once in its passage: {phrase}")
            relay = more[0].removeprefix("relay ") if more else None
            found[-1].said.append(Said(phrase, _either(speakers), _either(parties), relay))
    return found


def _either(listed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in listed.split(" / "))


def statement_of(said: Said, statements: Iterable[Statement]) -> Statement | None:
    """The statement with the shortest content that has gold's words."""
    fits = [each for each in statements if said.phrase in (each.content or each.evidence).text]
    return min(fits, key=lambda each: len((each.content or each.evidence).text), default=None)


def right_speaker(said: Said, found: Statement) -> bool:
    """Whether the speaker is one of those that gold has."""
    return any(_same(want, found) for want in said.speakers)


def right_party(said: Said, found: Statement) -> bool:
    """Whether the party is one of those that gold has; none only where gold has none."""
    return (found.party or "-") in said.parties


def _same(want: str, found: Statement) -> bool:
    if want == "-":
        return found.speaker is None
    if " + " in want:
        return set(want.split(" + ")) == {_known_as(who) for who in found.speakers}
    if want.startswith("?") and not found.anonymous:
        return False
    mine, theirs = _words(want.lstrip("?")), _words(_known_as(found.speaker))
    shared = len(mine & theirs)
    return bool(shared) and 2 * shared / (len(mine) + len(theirs)) >= ALIKE


def _known_as(who: Reference | None) -> str:
    """A party goes by its id, everybody else by name or words."""
    return "" if who is None else who.id if who.kind == "party" and who.id else who.name


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _ARTICLES


def main() -> None:
    """Read, compare, print."""
    from detente.model.report import Report
    from detente.reading.reader import Reader

    reader = Reader(only=["people", "statements"])
    given = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    counts = {half: [0, 0, 0, 0, 0] for half in ("tuning", "set aside")}
    for passage in (each for path in given or [GOLD] for each in passages(path)):
        reading = reader.read(Report(passage.text, "speakers", "text", ""))
        count = counts["set aside" if passage.set_aside else "tuning"]
        for said in passage.said:
            found = statement_of(said, reading.statements or ())
            speaker = found is not None and right_speaker(said, found)
            party = found is not None and right_party(said, found)
            marks = (1, found is not None, speaker, party, speaker and party)
            count[:] = [old + mark for old, mark in zip(count, marks, strict=True)]
            if "--errors" in sys.argv and not passage.set_aside and not (speaker and party):
                speakers = [_known_as(who) for who in (found.speaker, *found.speakers)] if found else []
                got = f"{' '.join(speakers)} | {found.party}" if found else "not found"
                print(f"{passage.text}\n    {said.phrase}: {got}; gold {said.speakers} | {said.parties}")
    print(f"{'half':12}{'gold':>6}{'found':>8}{'speaker':>9}{'party':>8}{'both':>8}")
    for half, (gold, *rest) in counts.items():
        share = [each / gold for each in rest]
        print(f"{half:12}{gold:6}{share[0]:8.3f}{share[1]:9.3f}{share[2]:8.3f}{share[3]:8.3f}")


if __name__ == "__main__":
    main()
