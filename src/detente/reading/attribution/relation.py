"""What a finder of statements hands on: a cue, its source and its content, in tokens and characters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from detente.reading.attribution.lexicon import CueEntry

Form = Literal["direct", "indirect", "mixed"]


@dataclass(slots=True)
class Attribution:
    """One attribution as found in the words; nothing in it is resolved yet.

    ``source`` and ``cue`` are half open token spans, ``content`` half open character spans. ``anchor`` is the token
    that everything around the statement (addressee, venue, date) hangs on; ``who`` is the head of the source, which
    may stand in another sentence than the cue.
    """

    content: list[tuple[int, int]]
    form: Form
    entry: CueEntry | None = None
    anchor: int | None = None
    cue: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    who: int | None = None
    negated: bool = False
    frame: str = ""
    rest: list[tuple[int, int]] = field(default_factory=list)  #: of a silence without a topic: the act declined
    dated: int | None = None  #: the character of the time expression that dates it, where that was in the content
    goes_on: int | None = None  #: the token at which the source's own words resume: ', adding', 'and said'
    chance: float | None = None  #: that the words are a cue, where the network found them
