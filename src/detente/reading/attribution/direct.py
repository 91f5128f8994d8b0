"""Direct speech: a quotation and the cue before, after or within it, carried on over sentences of the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.sources import beside, cue_extent, extent, negated, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage, Quoted

_ENDS = frozenset(".!?…")
_STOPS = frozenset({".", "!", "?", "..."})
_LEAST = 4  # words of a sentence that is quoted without a cue
_REACH = 40  # tokens between a quotation and its cue
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ASIDE = frozenset({"relcl", "acl"})


def direct(passage: Passage, covered: bytearray) -> tuple[list[Attribution], set[int]]:
    """The direct statements of a passage, and which quotations (by index) they take; ``covered`` tokens are taken."""
    found: list[Attribution] = []
    taken: set[int] = set()
    last: Attribution | None = None
    last_at = -1
    for at, quoted in enumerate(passage.quoted):
        if covered[min(quoted.first, len(covered) - 1)]:
            continue
        here = _attributed(passage, at, quoted, last, last_at)
        if here is None:
            continue
        taken.add(at)
        last_at = at
        if here is not last:
            found.append(here)
            last = here
    return found, taken


def _attributed(
    passage: Passage, at: int, quoted: Quoted, last: Attribution | None, last_at: int
) -> Attribution | None:
    """The attribution that a quotation belongs to: a new one, or the last one carried on; None for a fragment."""
    before = passage.quoted[last_at] if last is not None else None
    if last is not None and before is not None and _resumes(passage, before, quoted, last):
        last.content += quoted.quotation.pieces
        return last
    start = opens_sentence(passage, quoted)
    cue = (_cue_after(passage, at, quoted) if start else None) or _cue_before(passage, at, quoted)
    if cue is not None:
        return _make(passage, at, quoted, cue)
    if last is None or before is None or not start:
        return None
    if _carries_on(passage, before, quoted) or _next_paragraph(passage, before, quoted, last):
        last.content += quoted.quotation.pieces
        return last
    return None


def carried(passage: Passage, found: list[Attribution], taken: set[int]) -> list[Attribution]:
    """Whole sentences in quotation marks without a cue, right after a statement: the same speaker goes on."""
    before = sorted((each for each in found if each.anchor is not None), key=lambda each: each.anchor or 0)
    added: list[Attribution] = []
    for at, quoted in enumerate(passage.quoted):
        if at in taken or not _sentence(passage, quoted):
            continue
        last = None
        for each in before:
            if (each.anchor or 0) >= quoted.before:
                break
            last = each
        if last is None or last.anchor is None or last.source is None:
            continue
        near = passage.paragraphs[quoted.paragraph][0] <= passage.starts[last.anchor]
        if near and _stops(passage, last.anchor, quoted.before) == 1 and not _taken_by(quoted, found):
            added.append(
                Attribution(list(quoted.quotation.pieces), "direct", source=last.source, who=last.who, frame="carried")
            )
    return added


def _sentence(passage: Passage, quoted: Quoted) -> bool:
    first, last = quoted.quotation.pieces[0][0], quoted.quotation.pieces[-1][1]
    return (
        passage.text[first].isupper()
        and passage.text[last - 1] in _ENDS
        and quoted.last - quoted.first >= _LEAST
        and opens_sentence(passage, quoted)
    )


def _taken_by(quoted: Quoted, found: list[Attribution]) -> bool:
    start, end = quoted.quotation.start, quoted.quotation.end
    return any(a < end and start < b for each in found for a, b in each.content)


def _make(passage: Passage, at: int, quoted: Quoted, cue: Token) -> Attribution:
    span = cue_extent(cue)
    who = subject(cue)
    if who is not None and any(q.first <= who.i < q.last for q in passage.quoted[max(0, at - 1) : at + 2]):
        who = None
    if who is None:
        left, right = _gap(passage, at, cue.i)
        who = beside(passage.doc, cue.i, left, right)
    return Attribution(
        content=list(quoted.quotation.pieces),
        form="direct",
        entry=passage.cues.get(cue.i),
        anchor=cue.i,
        cue=span,
        source=extent(who, span) if who is not None else None,
        who=who.i if who is not None else None,
        negated=negated(cue),
        frame="quote",
    )


def _gap(passage: Passage, at: int, cue: int) -> tuple[int, int]:
    """The tokens around a cue that no quotation covers."""
    left, right = 0, len(passage.doc)
    for quoted in passage.quoted[max(0, at - 1) : at + 2]:
        if quoted.after <= cue:
            left = max(left, quoted.after)
        elif quoted.before > cue:
            right = min(right, quoted.before)
    return left, right


def opens_sentence(passage: Passage, quoted: Quoted) -> bool:
    """Whether the quotation opens a sentence or follows a comma, colon or lone conjunction: no fragment of a clause."""
    doc, i = passage.doc, quoted.before - 1
    while i >= 0 and doc[i].is_space:
        i -= 1
    if i < 0 or passage.starts[i] < passage.paragraphs[quoted.paragraph][0]:
        return True
    previous = doc[i]
    return previous.text[-1] in ".!?…:,;—–)\"'-" or (
        previous.pos_ in {"CCONJ", "ADV"} and (previous.is_sent_start is True or previous.text[0].isupper())
    )


def _cue_after(passage: Passage, at: int, quoted: Quoted) -> Token | None:
    """A cue in the clause that follows the quotation: '"...," Kono said', '"..." said Kono'."""
    doc, text = passage.doc, passage.text
    final = text[quoted.quotation.pieces[-1][1] - 1]
    limit = passage.quoted[at + 1].before if at + 1 < len(passage.quoted) else len(doc)
    limit = min(limit, quoted.after + _REACH, passage.token_at(passage.paragraphs[_end_paragraph(passage, quoted)][1]))
    i = quoted.after
    if i >= limit:
        return None
    comma = doc[i].text == ","
    if final in ".…" and not comma and not (i in passage.cues and doc[i].text.islower()):
        return None
    if final not in ",.!?…—–-" and not comma and i not in passage.cues:
        return None
    if final in "!?" and not comma and doc[i].text in {"He", "She", "They", "It", "The", "But", "And", "In"}:
        return None
    for j in range(i, limit):
        token = doc[j]
        if token.text in {".", ";", ":"}:
            return None
        if token.pos_ in {"VERB", "AUX"} and token.tag_ in _FINITE and token.dep_ not in _ASIDE | {"aux", "auxpass"}:
            entry = passage.cues.get(j)
            return token if entry is not None and "quote" in entry.frames else None
    return None


def _end_paragraph(passage: Passage, quoted: Quoted) -> int:
    at = quoted.paragraph
    while at + 1 < len(passage.paragraphs) and passage.paragraphs[at + 1][0] < quoted.quotation.end:
        at += 1
    return at


def _cue_before(passage: Passage, at: int, quoted: Quoted) -> Token | None:
    """A cue that leads up to the quotation: 'Kono said: "..."', 'Kono told reporters, "..."'."""
    doc, i = passage.doc, quoted.before - 1
    while i >= 0 and doc[i].is_space:
        i -= 1
    if i < 0 or doc[i].text not in {",", ":"}:
        return None
    opening = passage.text[quoted.quotation.pieces[0][0]]
    if doc[i].text == "," and not (opening.isupper() or opening in "[…."):
        return None
    left = passage.quoted[at - 1].after if at else 0
    left = max(left, i - _REACH)
    for j in range(i - 1, left - 1, -1):
        token = doc[j]
        if token.text[-1] in _ENDS and token.is_punct and j < i - 1:
            return None
        entry = passage.cues.get(j)
        if entry is not None and "quote" in entry.frames and token.pos_ == "VERB":
            return token
    return None


def _resumes(passage: Passage, before: Quoted, quoted: Quoted, last: Attribution) -> bool:
    """Whether the last quotation was only broken off by its cue: '"..." he said, "..."'."""
    if last.anchor is None or not before.after <= last.anchor < quoted.before or quoted.before - before.after > _REACH:
        return False
    gap = passage.text[before.quotation.end : quoted.quotation.start].rstrip()
    return gap.endswith((",", "—", "–", "-")) and not _stops(passage, before.after, quoted.before)


def _carries_on(passage: Passage, before: Quoted, quoted: Quoted) -> bool:
    """Whether the quotation goes on with the last one: in its paragraph, after the end of the cue's sentence."""
    if _end_paragraph(passage, before) != quoted.paragraph:
        return False
    gap = passage.text[before.quotation.end : quoted.quotation.start].rstrip(" \"'“”")
    return not gap or (gap[-1] in ".!?" and _stops(passage, before.after, quoted.before) <= 1)


def _next_paragraph(passage: Passage, before: Quoted, quoted: Quoted, last: Attribution) -> bool:
    """Whether a paragraph that is nothing but a quotation follows the one in which the last statement stands."""
    if _end_paragraph(passage, before) + 1 != quoted.paragraph or last.anchor is None:
        return False
    start, end = passage.paragraphs[quoted.paragraph]
    end = max(end, passage.paragraphs[_end_paragraph(passage, quoted)][1])
    if passage.text[start : quoted.quotation.start].strip() or passage.text[quoted.quotation.end : end].strip():
        return False
    return _stops(passage, max(before.after, last.anchor), quoted.before) <= 1


def _stops(passage: Passage, first: int, last: int) -> int:
    """How many sentences end among tokens ``[first, last)``."""
    return sum(token.text in _STOPS for token in passage.doc[first:last])
