"""Each quoted paragraph told once, and no content past the sentence that it belongs to.

A quotation that goes on over paragraphs is cut where another attribution has its cue; what is reported without marks
ends with the sentence of its cue, and a sentence before a source that nothing ties to it is none of its words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_Cue = tuple[tuple[int, int] | None, int | None]  # the tokens of a cue, and its anchor
_OTHERS = frozenset({"turn", "voice", "silence", "goes on", "block"})  # codes: frames of attributions
_ENDS = (".", "!", "?")


def told_once(passage: Passage, found: list[Attribution]) -> list[Attribution]:
    """The attributions, each quoted paragraph with the cue beside it only, without those that keep no words."""
    own = {(each.cue, each.anchor): _paragraph(passage, each) for each in found}
    kept: list[Attribution] = []
    for each in found:
        if not each.content or each.frame in _OTHERS:
            kept.append(each)
            continue
        content = each.content
        if each.form == "direct":
            content = _apart(passage, each, [o for o in found if o is not each], own)
        elif each.form == "indirect":
            content = _in_sentence(passage, each)
        if content:
            kept.append(each if content == each.content else replace(each, content=content))
    return kept


def _paragraph(passage: Passage, found: Attribution) -> tuple[int, int] | None:
    """The paragraph of an attribution's cue, in characters."""
    if found.cue is None:
        return None
    at = passage.starts[found.cue[0]]
    return next(((start, end) for start, end in passage.paragraphs if start <= at < end), None)


def _apart(
    passage: Passage,
    found: Attribution,
    others: list[Attribution],
    own: dict[_Cue, tuple[int, int] | None],
) -> list[tuple[int, int]]:
    """A quotation by paragraphs, without those in which another attribution has its cue and the same words."""
    here = own[found.cue, found.anchor]
    content: list[tuple[int, int]] = []
    for start, end in found.content:
        for low, high in passage.paragraphs:
            first, last = max(start, low), min(end, high)
            if first >= last:
                continue
            theirs = (low, high) != here and any(
                _has(o, first, last) and own[o.cue, o.anchor] == (low, high) for o in others
            )
            before = here is not None and (low, high) < here and any(_has(o, first, last) for o in others)
            if not theirs and not before:
                content.append((first, last))
    if len(content) == len(found.content) or not content:
        return found.content if len(content) == len(found.content) else content
    trimmed = (passage.trimmed(passage.token_at(a), passage.token_at(b), marks=False) for a, b in content)
    return _joined(passage, [_unmarked(passage, span) for span in trimmed if span is not None])


def _has(found: Attribution, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in found.content)


def _unmarked(passage: Passage, span: tuple[int, int]) -> tuple[int, int]:
    """Characters without a mark that opens them."""
    start, end = span
    while start < end and not (passage.text[start].isalnum() or passage.text[start] in "([…."):
        start += 1
    return start, end


def _joined(passage: Passage, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraphs that follow on one another made one piece again."""
    joined = pieces[:1]
    for start, end in pieces[1:]:
        if not passage.text[joined[-1][1] : start].strip("\"'“”‘’`» «\n\r\t"):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _in_sentence(passage: Passage, found: Attribution) -> list[tuple[int, int]]:
    """Reported words up to the end of the cue's sentence, and without a sentence that only stands before."""
    if found.cue is None or found.source is None or len(found.content) > 1:
        return found.content
    start, end = found.content[0]
    cue = passage.doc[found.cue[0]]
    source = passage.starts[found.source[0]]
    if end <= source:
        between = passage.text[end:source]
        bare = not between.strip() and passage.text[:end].endswith(_ENDS)
        return [] if bare and passage.text[source].isupper() and found.cue[0] > found.source[0] else found.content
    stop = cue.sent.end_char
    if start >= cue.idx and start < stop < end - 1 and passage.text[:stop].rstrip().endswith(_ENDS):
        span = passage.trimmed(passage.token_at(start), passage.token_at(stop))
        return [span] if span is not None else []
    return found.content
