"""The words of an event: the trigger with its object, who does it to whom, and the clause that it stands in.

In: a trigger. Out: ``what`` ("has brought a case at the tribunal"), ``clause`` (its subject before it) as words of the
report, in several pieces where others stand between; the tokens of the whole clause, for evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model.words import Words
from detente.reading.english.clauses import OF, RELATIVES, antecedent, topic
from detente.reading.english.labels import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS, VERBAL
from detente.reading.events.matrix import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from detente.reading.events.triggers import Trigger

_GAP = 4  # tokens from one word of a trigger to the next; an object that stands further off is left out
_LONGEST = 60  # tokens of a clause given as evidence
_WHOLE = 14  # tokens of a trigger with its object
_STEPS = 6
_WIDEST = 85  # characters of a subject
_LONGEST_DEED = 170  # characters
_SHARING = frozenset({"conj", "xcomp", "advcl", "acl", "relcl", "pcomp"})
_TOLD_OF = frozenset({"relcl", "acl", "advcl", "parataxis"})
_BEFORE = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})
_ASIDE = frozenset({"relcl", "advcl", "appos", "parataxis", "intj"})
_APART = frozenset({"ccomp", "acl"})
_BEGINS = frozenset({"prep", "cc", "acl", "agent", "xcomp", "pcomp", "advmod", "punct", "dative"})
_OPEN = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT"})
_OPENING = frozenset({"poss", "prep", "amod", "compound", "nummod", "aux", "auxpass", "case"})
_WITHIN = frozenset({"-", "–", ","})
_OBJECTS = frozenset({"dobj", "dative", "prt", "attr", "oprd", "acomp"})
_OUTSIDE = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "npadvmod", "parataxis"})
_TIMES = frozenset({"DATE", "TIME"})


def what_of(text: str, trigger: Trigger) -> Words:
    """The trigger with its object."""
    core = {trigger.token, trigger.name, *_verb_group(trigger.token)}
    words = {
        w for w in trigger.words if w not in trigger.heads or w.i > trigger.token.i or trigger.token.dep_ == "acl"
    } | core
    words |= set(_with_object(trigger, _OBJECTS))
    pieces = _pieces(sorted(words, key=lambda t: t.i))
    return Words.pieces(text, [_span(piece) for piece in pieces if core.intersection(piece)])


def clause_of(text: str, trigger: Trigger, what: Words) -> Words:
    """Who did what to whom: the subject, also one that the verb shares with another, and the trigger with its object.

    It begins at the verb that the trigger completes ("plans to seek help"). What stands between and dates are left
    out; it ends with a whole phrase where it would get too long.
    """
    chain = told_by(trigger)
    top = chain[-1]
    core = {*chain, trigger.name, *(w for verb in chain for w in _verb_group(verb)), *_of_name(trigger, top)}
    deed = _ended(sorted(core | set(_of_deed(trigger, chain)), key=lambda t: t.i), max(t.i for t in core))
    actor = actor_of(top)
    doer = [] if actor is None or actor in deed else _ofactor_of(actor)
    if (thing := told_of(top)) is not None and doer:
        doer = [*_ofactor_of(thing), *doer]  # "the deal that Iran struck"
    if doer and (doer[-1].i > deed[-1].i or doer[0].sent != deed[0].sent):
        doer = []
    kept = _without_torn(sorted({*doer, *deed}, key=lambda t: t.i))
    joined: list[tuple[int, int]] = []
    for start, end in sorted([_span(piece) for piece in _runs(kept)] + ([] if doer else [(what.start, what.start)])):
        if joined and not text[joined[-1][1] : max(start, joined[-1][1])].strip():
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        elif start < end:
            joined.append((start, end))
    return Words.pieces(text, joined)


def _without_torn(words: list[Token]) -> list[Token]:
    """Without commas, hyphens and "and" that stand at a gap, and without marks whose other is left out."""
    at = {t.i for t in words}
    kept = [t for t in words if not _is_torn(t, at)]
    if sum(t.is_quote for t in kept) % 2:
        kept = [t for t in kept if not t.is_quote]
    opened, closed = (sum(t.is_bracket and side(t) for t in kept) for side in (_opens, _closes))
    return kept if opened == closed else [t for t in kept if not t.is_bracket]


def _opens(mark: Token) -> bool:
    return bool(mark.is_left_punct)


def _closes(mark: Token) -> bool:
    return bool(mark.is_right_punct)


def _is_torn(t: Token, at: set[int]) -> bool:
    """Whether a mark or "and" has lost what it joins or stands around."""
    before, after = t.i - 1 in at, t.i + 1 in at
    if t.dep_ == "cc":
        return not after
    if t.text in _WITHIN:
        return not (before and after)
    return (t.is_quote or t.is_bracket) and not (before or after)


def actor_of(verb: Token) -> Token | None:
    """Whom the clause is about: its subject, who "who" stands for, or the subject of the verb that it goes with."""
    if verb.pos_ not in VERBAL:
        return None
    own = next((c for c in verb.lefts if c.dep_ in ACTIVE_SUBJECTS | PASSIVE_SUBJECTS), None)
    if own is not None:
        return antecedent(own)
    return topic(verb, _STEPS) if verb.dep_ in _SHARING else None


def told_of(verb: Token) -> Token | None:
    """What a relative clause tells of, where it is what its verb does something to: "the shoal, which China seized"."""
    if verb.dep_ != "relcl" or not any(c.dep_ in ACTIVE_SUBJECTS and c.lower_ not in RELATIVES for c in verb.lefts):
        return None
    return None if any(c.dep_ == "dobj" and c.lower_ not in RELATIVES for c in verb.children) else verb.head


def _ofactor_of(actor: Token) -> list[Token]:
    """A subject with whom it is joined to by "and", without what is only told of it."""
    rows, words = [actor], []
    for t in rows:
        words += [t] if not t.is_space else []
        rows += [c for c in t.children if not _is_told_of(c)]
    words.sort(key=lambda t: t.i)
    while len(words) > 1 and (words[-1].dep_ in ("cc", "punct") and not words[-1].is_right_punct):
        words.pop()
    if words[-1].idx + len(words[-1]) - words[0].idx <= _WIDEST:
        return words
    return sorted({actor, *_phrase(actor, actor.left_edge.i)}, key=lambda t: t.i)


def _is_told_of(part: Token) -> bool:
    """Whether a part of a subject only tells of it; "Presidents Roa and Paz" are named by theirs."""
    if part.dep_ == "appos":
        first = part.left_edge.i
        return first == 0 or bool(part.doc[first - 1].is_punct)
    return part.dep_ in _TOLD_OF or (part.dep_ == "conj" and part.pos_ in VERBAL)


def _of_name(trigger: Trigger, top: Token) -> Iterator[Token]:
    """What stands before a noun that names a happening: "Norway's deliberate collision"."""
    for noun in dict.fromkeys((trigger.name, top)):
        if noun.pos_ == "NOUN" and (noun is not trigger.name or trigger.name is trigger.token):
            for c in noun.lefts:
                if c.dep_ in _BEFORE or (c.dep_ == "punct" and c.text in _WITHIN):
                    yield from (t for t in c.subtree if not t.is_space)


def _of_deed(trigger: Trigger, chain: list[Token]) -> Iterator[Token]:
    """What follows the words of a happening and belongs to it: objects, prepositions, what it is done for; no date."""
    for head in dict.fromkeys((*reversed(chain), trigger.name)):
        rows = [head]
        for t in rows:
            if t is not head and not t.is_space:
                yield t
            for c in t.rights if t is head else t.children:
                if c in chain or not _belongs(c, t, head):
                    continue
                rows.append(c)


def _belongs(part: Token, to: Token, head: Token) -> bool:
    """Whether a part is told with what it hangs on: not what is told of it, beside it, or when."""
    if part.dep_ == "punct":
        return _keeps(part)
    if part.dep_ == "mark":
        return to.dep_ == "ccomp"
    if part.dep_ in _ASIDE or (_is_time(part) and part.dep_ not in _BEFORE):
        return part.dep_ == "advcl" and to is head and _is_infinitive(part)  # what it is done for
    if part.dep_ in ("cc", "conj"):
        return to is not head or head.pos_ not in VERBAL
    if part.pos_ in VERBAL and part.dep_ in _APART:
        return _is_infinitive(part) if part.dep_ == "acl" else to.pos_ in VERBAL and part.i > to.i
    return True


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.lefts)


def _keeps(mark: Token) -> bool:
    """Whether a mark belongs to the words around it: a quotation mark, a hyphen, a comma in a list."""
    return mark.is_quote or mark.is_bracket or mark.text in _WITHIN


def _ended(words: list[Token], least: int) -> list[Token]:
    """The words up to where a phrase ends, once they are many; none that leaves its phrase open."""
    first = words[0].idx
    end = next((n for n, t in enumerate(words) if t.i > least and t.idx + len(t) - first > _LONGEST_DEED), len(words))
    if end < len(words):
        cuts = [n for n in range(1, end + 1) if words[n].i > least and words[n].dep_ in _BEGINS]
        end = cuts[-1] if cuts else end
    opened = next((n for n, t in enumerate(words) if t.is_bracket and t.is_left_punct and t.i > least), end)
    if not any(t.is_bracket and t.is_right_punct for t in words[opened:end]):
        end = opened
    words = words[:end]
    while len(words) > 1 and words[-1].i > least and _is_open(words[-1]):
        words.pop()
    if sum(t.is_quote for t in words) % 2:  # what is quoted, with the mark that closes it
        last = words[-1].i + 1
        words = words + [t for t in words[-1].doc[last : last + 2] if t.is_quote][:1]
    return words


def _is_open(last: Token) -> bool:
    """Whether a word asks for another: "on", "the", "including", an opening mark; not a closing one."""
    return (last.pos_ in _OPEN or last.dep_ in _OPENING) and not (last.is_right_punct and last.pos_ == "PUNCT")


def _runs(words: list[Token]) -> Iterator[list[Token]]:
    """Words that stand together, however few others are between."""
    run = [words[0]]
    for t in words[1:]:
        if t.i - run[-1].i > 1 and not all(o.is_space or o.text in _WITHIN for o in t.doc[run[-1].i + 1 : t.i]):
            yield run
            run = []
        run.append(t)
    yield run


def _with_object(trigger: Trigger, wanted: frozenset[str]) -> Iterator[Token]:
    """What follows the trigger and belongs to it, up to the first clause, comma or date."""
    last = max(trigger.token.i, trigger.name.i)
    for head in dict.fromkeys((trigger.token, trigger.name)):
        for c in head.rights:
            of = c.lower_ in OF and head.pos_ == "NOUN"
            if (c.dep_ not in wanted and not of) or _is_time(c):
                if c.dep_ == "advmod" or c.i < last:
                    continue
                break
            yield from _phrase(c, last, last + _WHOLE)


def _phrase(head: Token, first: int, end: int | None = None) -> Iterator[Token]:
    """A head and what stands with it, without clauses and what is joined to it."""
    rows = [head]
    for t in rows:
        if first <= t.i < (end if end is not None else first + _WHOLE):
            if not t.is_space:
                yield t
            rows += [c for c in t.children if c.dep_ not in _OUTSIDE and not _is_time(c)]


def _is_time(token: Token) -> bool:
    return token.ent_type_ in _TIMES or (token.dep_ == "prep" and any(o.ent_type_ in _TIMES for o in token.children))


def _pieces(tokens: list[Token]) -> list[list[Token]]:
    pieces: list[list[Token]] = [[tokens[0]]]
    for token in tokens[1:]:
        if token.i - pieces[-1][-1].i > _GAP:
            pieces.append([token])
        else:
            pieces[-1].append(token)
    return pieces


def _span(tokens: list[Token]) -> tuple[int, int]:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _verb_group(token: Token) -> list[Token]:
    """Auxiliaries and negation right before the verb: "has not signed"; a noun's possessive: "their talks"."""
    group = []
    at = token.i - 1
    wanted = ("aux", "auxpass", "neg") if token.pos_ in ("VERB", "AUX") else ("poss", "compound", "amod")
    for c in reversed(list(token.lefts)):
        if c.i == at and c.dep_ in wanted and c.left_edge.i == c.i:
            group.append(c)
            at -= 1
    return group


def clause_span(doc: Doc, trigger: Trigger) -> tuple[int, int]:
    """The tokens of the trigger's clause: its verb's subtree without the clauses joined to it by "and"."""
    head = trigger.token
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    start = min(head.left_edge.i, trigger.token.left_edge.i)
    end = max(head.right_edge.i, trigger.token.right_edge.i) + 1
    for c in head.children:
        if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.i > trigger.token.i:
            end = min(end, max(c.left_edge.i, trigger.token.i + 1))
    if end - start > _LONGEST:
        start, end = max(start, trigger.token.i - _LONGEST // 2), min(end, trigger.token.i + _LONGEST // 2)
    return _trimmed(doc, start, end)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while end - start > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    while end - start > 1 and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    return start, end
