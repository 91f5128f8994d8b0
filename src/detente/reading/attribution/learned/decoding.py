"""From scores to relations: the best tags, then the cue of each piece of content and the source of each cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]
    #: Spans [p, 2] and spans [q, 2] to log probabilities of links [p, q + 1], the last column for none.
    Pointer = Callable[[Ints, Ints], Floats]

TAGS = (  # codes: tags of tokens
    "O",
    "B-source",
    "I-source",
    "B-cue",
    "I-cue",
    "B-content",
    "I-content",
)
_SOURCE, CUE, CONTENT = 1, 3, 5


@dataclass(slots=True)
class Spans:
    """One relation in rows of ``Features``, half open; the source is None where nobody is named."""

    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    content: list[tuple[int, int]]
    chance: float = 0.0  #: that the cue's first row begins a cue, between 0 and 1, as the network has it

    def moved(self, by: int) -> Spans:
        """The same with each row so much further on."""
        cue, source = (span and (span[0] + by, span[1] + by) for span in (self.cue, self.source))
        return Spans(cue, source, [(a + by, b + by) for a, b in self.content], self.chance)


def chance(scores: Floats, row: int, tag: int) -> float:
    """How likely a tag is at a row of scores [n, tags], between 0 and 1."""
    weighed = np.exp(scores[row] - scores[row].max())
    return float(weighed[tag] / weighed.sum())


def viterbi(scores: Floats, paragraph: Ints, moves: Floats, starts: Floats, stops: Floats) -> Ints:
    """The best sequence of tags of each paragraph, all paragraphs side by side: [n]."""
    n = len(scores)
    if not n:
        return np.zeros(0, np.int64)
    begins = np.flatnonzero(np.diff(paragraph, prepend=-1))
    lengths = np.diff(np.append(begins, n))
    order = np.argsort(-lengths, kind="stable")
    begins, lengths = begins[order], lengths[order]
    longest = int(lengths[0])
    alive = np.searchsorted(-lengths, -np.arange(longest), side="left").tolist()  # paragraphs longer than each step
    rows = np.concatenate([begins[:m] + step for step, m in enumerate(alive)])  # first tokens, then second ones, ...
    at = np.cumsum([0, *alive])
    best = scores[rows]  # the score of the best path up to each, by its last tag
    best[: alive[0]] += starts
    by_target = np.ascontiguousarray(moves.T)
    for step in range(1, longest):
        here, before, m = at[step], at[step - 1], alive[step]
        best[here : here + m] += (best[before : before + m, None, :] + by_target).max(2)
    found = np.zeros(n, np.int64)
    now = (best[at[lengths - 1] + np.arange(len(lengths))] + stops).argmax(1)
    for step in range(longest - 1, -1, -1):
        here, m = at[step], alive[step]
        found[here : here + m] = now[:m]
        if step:
            before = at[step - 1]
            now[:m] = (best[before : before + m] + by_target[now[:m]]).argmax(1)
    tags = np.zeros(n, np.int64)
    tags[rows] = found
    return tags


def runs(tags: Ints, begin: int) -> Ints:
    """The spans [p, 2] of one role; one goes on over the end of a paragraph where it is tagged so."""
    within = (tags == begin) | (tags == begin + 1)
    before = np.append(False, within[:-1])
    fresh = within & ((tags == begin) | ~before)
    starts = np.flatnonzero(fresh)
    ends = np.flatnonzero(np.append(fresh, True) | np.append(~within, True))
    return np.stack([starts, ends[np.searchsorted(ends, starts, side="right")]], 1) if len(starts) else _NO_SPANS


_NO_SPANS = np.zeros((0, 2), np.int64)


def relations(tags: Ints, source: Pointer, content: Pointer) -> list[Spans]:
    """The relations of tagged rows: content belongs to the cue that scores best for it, the source likewise."""
    cues, sources, contents = (runs(tags, begin) for begin in (CUE, _SOURCE, CONTENT))
    if not len(cues) or not len(contents):
        return []
    owner = content(contents, cues)[:, :-1].argmax(1)
    speaker = source(cues, sources).argmax(1) if len(sources) else np.zeros(len(cues), np.int64)
    result = []
    for c, cue in enumerate(cues.tolist()):
        pieces = [(int(a), int(b)) for a, b in contents[owner == c]]
        if pieces:
            s = int(speaker[c])
            named = (int(sources[s, 0]), int(sources[s, 1])) if s < len(sources) else None
            result.append(Spans((cue[0], cue[1]), named, pieces))
    return result
