"""The rules that find statements: direct speech first, then what cues govern, outermost first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution.direct import direct
from detente.reading.attribution.indirect import according_to, governed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution, Form


def find(passage: Passage) -> list[Attribution]:
    """The attributions of a passage in the order of its text, none within the content of another."""
    found, taken = direct(passage)
    covered = bytearray(len(passage.doc))
    used = {attribution.anchor for attribution in found}
    for at in taken:
        quoted = passage.quoted[at]
        covered[quoted.before : quoted.after] = b"\1" * (quoted.after - quoted.before)
    doc = passage.doc
    candidates = [doc[i] for i in passage.cues if i not in used and not covered[i]]
    candidates += [doc[i] for i in _according(passage) if not covered[i]]
    for cue in sorted(candidates, key=lambda token: (_depth(token), token.i)):
        if covered[cue.i]:
            continue
        if cue.lower_ == "according":
            here = according_to(passage, cue)
        elif cue.pos_ == "VERB":
            here = governed(passage, cue, passage.cues[cue.i])
        else:
            continue
        if here is None:
            continue
        here.content = _clear(passage, here.content, covered)
        if not here.content:
            continue
        here.content, here.form = _with_quotations(passage, here.content, taken)
        for start, end in here.content:
            first, last = passage.token_at(start), passage.token_at(end)
            covered[first:last] = b"\1" * (last - first)
        found.append(here)
    return sorted(found, key=lambda attribution: (attribution.content[0], attribution.anchor or 0))


def _according(passage: Passage) -> list[int]:
    text, at, found = passage.doc.text, 0, []
    lowered = text.lower()
    while (at := lowered.find("according to ", at)) >= 0:
        i = passage.token_at(at)
        if i < len(passage.doc) and passage.doc[i].lower_ == "according":
            found.append(i)
        at += 1
    return found


def _depth(token: Token) -> int:
    depth = 0
    while token.head is not token and depth < 30:
        token, depth = token.head, depth + 1
    return depth


def _clear(passage: Passage, content: list[tuple[int, int]], covered: bytearray) -> list[tuple[int, int]]:
    """Content without what another statement already has."""
    clear: list[tuple[int, int]] = []
    for start, end in content:
        first, last = passage.token_at(start), passage.token_at(end)
        if not any(covered[first:last]):
            clear.append((start, end))
            continue
        run = [i for i in range(first, last) if not covered[i]]
        clear += passage.spans([passage.doc[i] for i in run])
    return clear


def _with_quotations(
    passage: Passage, content: list[tuple[int, int]], taken: set[int]
) -> tuple[list[tuple[int, int]], Form]:
    """Content that cuts through a quotation takes all of it; and whether its words are quoted in whole or part."""
    inside = 0
    total = sum(end - start for start, end in content)
    low, high = content[0][0], content[-1][1]
    widened = list(content)
    for at, quoted in enumerate(passage.quoted):
        if at in taken or quoted.quotation.end <= low or quoted.quotation.start >= high:
            continue
        for start, end in quoted.quotation.pieces:
            inside += sum(max(0, min(end, b) - max(start, a)) for a, b in content)
            widened = [
                (min(a, start) if start < a < end else a, max(b, end) if start < b < end else b) for a, b in widened
            ]
    form: Form = "indirect" if not inside else "direct" if inside >= total - 2 else "mixed"
    return widened, form
