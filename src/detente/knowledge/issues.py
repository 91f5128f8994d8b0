"""The kinds of issues: what each is, the words by which it is known, and its codes in other schemes.

In: ``en/positions/issues.toml`` (label, definition, example, words) and ``facts/issues.tsv`` (codes).
Out: :class:`IssueKind` by id, in the order of the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.knowledge.loader import Entry, rows, table


class IssueKind(Entry, frozen=True):
    """One kind: ``cues`` and ``weak`` are lemmas or phrases of them; weak ones count half."""

    label: str
    definition: str
    example: str
    cues: tuple[str, ...]
    weak: tuple[str, ...] = ()


class IssueCodes(Entry, frozen=True):
    """The codes of a kind in ICOW, PA-X and the Comparative Agendas Project; empty where none fits."""

    kind: str
    icow: tuple[str, ...] = ()
    pa_x: tuple[str, ...] = ()
    cap: tuple[str, ...] = ()


class _Kinds(Entry, frozen=True):
    kinds: dict[str, IssueKind]


def issue_kinds() -> Mapping[str, IssueKind]:
    """Every kind by id. Raises BadTable."""
    return table("en/positions/issues", _Kinds).kinds


@cache
def issue_codes() -> Mapping[str, IssueCodes]:
    """The codes by kind. Raises BadTable."""
    return {row.kind: row for row in rows("facts/issues", IssueCodes, key="kind")}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words by which a kind is known: its lemmas, how much it counts, and the part of speech that it must have."""

    words: tuple[str, ...]
    kind: str
    worth: float
    part: frozenset[str] | None = None  #: of its first word; null where any will do


_PARTS = {"noun": frozenset({"NOUN", "PROPN", "ADJ"}), "verb": frozenset({"VERB"})}


@cache
def issue_cues() -> Mapping[str, tuple[Cue, ...]]:
    """By its first lemma each cue, longer ones first.

    A cue of several words counts half a word more for each. One with a hyphen is there in one word and in its parts, as
    a parser may have it.
    """
    found: dict[str, list[Cue]] = {}
    for name, kind in issue_kinds().items():
        for cues, worth in ((kind.cues, 1.0), (kind.weak, 0.5)):
            for written in cues:
                cue, _, part = written.partition(":")
                counts = worth * (0.5 + 0.5 * len(cue.split()))
                for words in dict.fromkeys((tuple(cue.split()), tuple(cue.replace("-", " - ").split()))):
                    found.setdefault(words[0], []).append(Cue(words, name, counts, _PARTS.get(part)))
    return {first: tuple(sorted(some, key=lambda one: (-len(one.words), one.kind))) for first, some in found.items()}
