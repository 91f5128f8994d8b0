"""The rules that find statements: direct speech first, then what cues govern, outermost first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution.direct import carried, direct
from detente.reading.attribution.indirect import according_to, governed
from detente.reading.attribution.nominal import adjective_cue, noun_cue
from detente.reading.attribution.silence import silence
from detente.reading.attribution.turns import turns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution, Form


def find(passage: Passage) -> list[Attribution]:
    """The attributions of a passage in the order of its text, none within the content of another."""
    found = turns(passage)
    covered = bytearray(len(passage.doc))
    for turn in found:
        _cover_content(passage, covered, turn)
    spoken, taken = direct(passage, covered)
    found += spoken
    used = {attribution.anchor for attribution in spoken}
    inside = bytearray(covered)  # cues within quotations attribute on somebody else's behalf
    for at, quoted in enumerate(passage.quoted):
        _cover(inside, quoted.before, quoted.after)
        if at in taken:
            _cover(covered, quoted.before, quoted.after)
    doc = passage.doc
    candidates = [doc[i] for i in passage.cues if i not in used and not inside[i]]
    candidates += [doc[i] for i in _according(passage) if not inside[i]]
    resumed: dict[int, Attribution] = {}
    for cue in sorted(candidates, key=lambda token: (_depth(token), token.i)):
        here = None if covered[cue.i] else _attributed(passage, cue)
        if here is None:
            continue
        if here.goes_on is not None:
            resumed[here.goes_on] = here
        speaker = _resumes(cue, resumed)
        if speaker is not None:
            here.source, here.who = speaker.source, speaker.who
            resumed.setdefault(cue.i, speaker)
        if here.content:
            here.content = _clear(passage, here.content, covered)
            if not here.content:
                continue
            here.content, here.form = _with_quotations(passage, here.content, taken)
        _cover_content(passage, covered, here)
        if here.frame == "silence" and here.cue is not None:
            _cover(covered, *here.cue)
        found.append(here)
    found += carried(passage, found, taken)
    return sorted(found, key=lambda attribution: (passage.beginning(attribution), attribution.anchor or 0))


def _attributed(passage: Passage, cue: Token) -> Attribution | None:
    if cue.lower_ == "according":
        return according_to(passage, cue)
    entry = passage.cues[cue.i]
    if cue.pos_ == "NOUN":
        return noun_cue(passage, cue, entry)
    if cue.pos_ == "ADJ":
        return adjective_cue(passage, cue, entry)
    return silence(passage, cue, entry) or governed(passage, cue, entry)


def _cover_content(passage: Passage, covered: bytearray, found: Attribution) -> None:
    for start, end in found.content:
        _cover(covered, passage.token_at(start), passage.token_at(end))


def _resumes(cue: Token, resumed: dict[int, Attribution]) -> Attribution | None:
    """Whose words go on at a cue that the parse has hung on the content before it."""
    token = cue
    for _ in range(3):
        if token.i in resumed:
            return resumed[token.i]
        if token.dep_ != "conj":
            return None
        token = token.head
    return None


def _cover(tokens: bytearray, first: int, last: int) -> None:
    tokens[first:last] = b"\1" * (last - first)


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
    depth = -2 if token.dep_ == "parataxis" else 0  # "..., she said": it governs the clause that it hangs on
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
        quotation = quoted.quotation
        if at in taken or quotation.end <= low or quotation.start >= high:
            continue
        for start, end in quotation.pieces:
            inside += sum(max(0, min(end, b) - max(start, a)) for a, b in content)
            widened = [
                (min(a, start) if start < a < end else a, max(b, end) if start < b < end else b) for a, b in widened
            ]
        # The closing mark belongs to content that has the opening one.
        end = quotation.pieces[-1][1]
        widened = [(a, quotation.end if b == end and a < quotation.start else b) for a, b in widened]
    form: Form = "indirect" if not inside else "direct" if inside >= total - 2 else "mixed"
    return widened, form
