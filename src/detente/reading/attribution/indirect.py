"""Indirect and mixed statements: the clause or phrase that a cue governs in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution import lexicon
from detente.reading.attribution.nominal import noun_content
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.sources import cue_extent, extent, negated, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.lexicon import CueEntry
    from detente.reading.attribution.passage import Passage

_MARKS = frozenset({"that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BESIDE_FRAGMENT = frozenset({"call", "as", "of", "quote", "np"})
_CLAUSE_ENDS = frozenset({".", ";", ":", "!", "?", "\n"})
_NOBODY = frozenset({"neither", "nobody", "none", "no"})
_NEAR = 14  # tokens from a cue to a quoted fragment in its clause


def governed(passage: Passage, cue: Token, entry: CueEntry) -> Attribution | None:
    """What a verbal cue attributes by its syntax, or None."""
    who = subject(cue)
    if cue.dep_ == "advcl" and cue.lemma_ == "ask" and cue.tag_ in {"VBN", "VBD"}:
        return None
    if who is not None and any(child.lower_ in _NOBODY for child in (who, *who.children)):
        return None  # "neither side has recognised"
    if who is None:
        return None  # "is expected to", "to remind them": nobody says so
    if cue.dep_ == "amod":
        return None  # "the so-called"
    helped = any(child.dep_ == "aux" for child in cue.children)
    if cue.tag_ == "VBN" and cue.dep_ in {"advcl", "acl"} and not helped:
        return None  # "asked about it, he ...": what is done to him
    if entry.kind == "stance" and (cue.dep_ == "acl" or (cue.tag_ == "VBN" and not helped and cue.dep_ != "conj")):
        return None  # "rules intended to": a purpose, nobody's view
    found = _content(cue, entry)
    if entry.particle and not any(child.dep_ == "prt" and child.lower_ == entry.particle for child in cue.children):
        return None
    span = cue_extent(cue)
    source = extent(who, span) if who is not None else None
    content: list[tuple[int, int]] = []
    frame = "fragment"
    resumed: int | None = None
    if found is not None:
        frame, tokens = found
        keep = [t for t in tokens if not span[0] <= t.i < span[1] and not (source and source[0] <= t.i < source[1])]
        kept, resumed = _cut(keep, cue, passage)
        content = passage.spans(kept)
    if not content and entry.frames & _BESIDE_FRAGMENT:
        content = _fragment(passage, cue)
    if not content:
        return None
    whose = who.i if who is not None else None
    return Attribution(content, "indirect", entry, cue.i, span, source, whose, negated(cue), frame, goes_on=resumed)


def _fragment(passage: Passage, cue: Token) -> list[tuple[int, int]]:
    """From the cue to the end of a quotation in its clause, where the marks have misled the parse."""
    for quoted in passage.quoted_from(cue.i):
        if quoted.before - cue.i > _NEAR or quoted.last - quoted.first < 1:
            break
        between = passage.doc[cue.i + 1 : quoted.before]
        if any(token.text in _CLAUSE_ENDS or (token.pos_ == "VERB" and token.tag_ in _FINITE) for token in between):
            break
        span = passage.trimmed(cue.i + 1, quoted.last)
        return [span] if span is not None else []
    return []


def _content(cue: Token, entry: CueEntry) -> tuple[str, list[Token]] | None:
    frames = entry.frames
    children = list(cue.children)
    by = {child.dep_: child for child in reversed(children)}
    clause = by.get("ccomp")
    if clause is not None and not _broken_off(clause, cue):
        words = list(clause.subtree)
        if _infinitive(clause):
            if "obj-to" in frames or "want-to" in frames:
                return "obj-to", words
        elif "that" in frames or ("wh" in frames and _interrogative(clause)):
            return "that", _without_that(words)
        elif "call" in frames and clause.i > cue.i:
            return "call", words
    complement, thing = by.get("xcomp"), by.get("dobj")
    if thing is not None and thing.i < cue.i:
        thing = None
    if complement is not None and complement.i > cue.i:
        words = list(complement.subtree)
        if _infinitive(complement):
            if "obj-to" in frames and thing is not None:
                return "obj-to", [*thing.subtree, *words]
            if "to" in frames or "want-to" in frames:
                return "to", words
        elif complement.tag_ == "VBG" and "ing" in frames:
            return "ing", words
        elif "call" in frames:
            return "call", [*(thing.subtree if thing is not None else ()), *words]
    predicate = by.get("oprd")
    if predicate is not None and "call" in frames and predicate.i > cue.i:
        return "call", sorted([*(thing.subtree if thing is not None else ()), *predicate.subtree], key=lambda t: t.i)
    for child in children:
        if child.dep_ in {"prep", "agent"} and child.i > cue.i:
            name = child.lower_
            if name == "as" and "as" in frames:
                left = list(thing.subtree) if thing is not None and thing.i < child.i else []
                return "as", [*(t for t in left if t.i < child.left_edge.i), *child.subtree]
            if name in frames or f"{name}-np" in frames:
                inner = [t for t in child.subtree if t.i != child.i]
                if name == "into" and cue.lemma_ == "call" and thing is not None:
                    return "np", list(thing.subtree)  # "called it into question"
                if name == "on":
                    noun = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
                    whole = [c for c in children if c.i > child.i and c.dep_ in {"xcomp", "advcl"} and _infinitive(c)]
                    if noun is None or not (whole or any(_infinitive(c) for c in noun.children)):
                        continue
                    return "obj-to", [*inner, *(t for c in whole for t in c.subtree)]
                if name == "of" and thing is not None:
                    return name, [*(t for t in thing.subtree if t.i < child.i), *child.subtree]
                return name, inner
    if thing is not None and "np" in frames and thing.pos_ != "PRON":
        said = lexicon.nouns().get(thing.lemma_.lower()) if cue.lemma_ in lexicon.through() else None
        inner_words = noun_content(thing, said) if said is not None else None
        return "np", inner_words or list(thing.subtree)
    if cue.dep_ == "parataxis" and "that" in frames and cue.head.i < cue.i:
        own = {t.i for t in cue.subtree}
        return "parataxis", [t for t in cue.head.subtree if t.i not in own]
    return None


def _broken_off(clause: Token, cue: Token) -> bool:
    """Whether a clause before the cue is a sentence of its own: 'The sides differ: Lima says ...'."""
    if clause.i > cue.i:
        return False
    return any(token.text in {":", ";"} for token in cue.doc[clause.i : cue.i] if token.i > clause.i)


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _interrogative(clause: Token) -> bool:
    first = clause.left_edge
    return first.tag_ in {"WRB", "WP", "WDT"} or first.lower_ in {"whether", "if"}


def _without_that(words: list[Token]) -> list[Token]:
    return words[1:] if words and words[0].lower_ in _MARKS and words[0].dep_ == "mark" else words


def _cut(words: list[Token], cue: Token, passage: Passage) -> tuple[list[Token], int | None]:
    """Content up to where the source speaks on (', adding that', 'and said that'), and the token of that.

    The small parser often hangs such a verb on the content's; it has no subject of its own. A participle after a
    comma that is no cue ends the content too: it is the reporter's.
    """
    for at, token in enumerate(words):
        if not at or token.i <= cue.i:
            continue
        if token.dep_ == "relcl" and _aside_to_the_end(words, at):
            opening = next(i for i, word in enumerate(words) if word.i == token.left_edge.i)
            return (words[: opening - 1], None) if opening > 1 else (words, None)
        resumes = token.i in passage.cues
        if (
            token.tag_ == "VBG"
            and _after_comma(words, at)
            and (token.dep_ == "advcl" or (resumes and token.dep_ == "conj"))
        ):
            return words[: at - 1], token.i if resumes else None
        if token.i not in passage.cues:
            continue
        if token.dep_ == "conj" and _same_form(token, cue) and passage.cues[token.i].kind != "stance":
            if any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children):
                continue
            cut = at
            while cut and words[cut - 1].i >= token.i - 6 and words[cut - 1].dep_ in {"aux", "neg", "advmod"}:
                cut -= 1
            if cut and words[cut - 1].dep_ == "cc":
                return words[: cut - 1], token.i
    return words, None


def _aside_to_the_end(words: list[Token], at: int) -> bool:
    """Whether a relative clause after a comma ends the content: a gloss of the reporter's."""
    clause = words[at]
    first = clause.left_edge
    return (
        first.lower_ in {"which", "who"}
        and first.i > words[0].i
        and first.nbor(-1).text == ","
        and clause.right_edge.i >= words[-1].i - 1
    )


def _after_comma(words: list[Token], at: int) -> bool:
    before = words[at - 1]
    return before.text == "," or (before.dep_ == "advmod" and at > 1 and words[at - 2].text == ",")


def _same_form(token: Token, cue: Token) -> bool:
    if token.tag_ == "VBG" or cue.tag_ == "VBG":
        return token.tag_ == cue.tag_
    return token.tag_ in _FINITE or any(child.lower_ in {"did", "has", "have", "had"} for child in token.children)


def according_to(passage: Passage, word: Token) -> Attribution | None:
    """'According to X, ...': the rest of the clause is the content."""
    to = next((child for child in word.children if child.lower_ == "to"), None)
    if to is None and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to":
        to = word.nbor()
    who = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or who is None or word.head is word:
        return None
    span = (word.i, to.i + 1)
    source = extent(who, span)
    phrase = set(range(word.i, max(source[1], to.right_edge.i + 1)))
    head = word.head
    while head.dep_ not in {"ROOT", "ccomp", "advcl", "relcl"} and head.head is not head:
        head = head.head
    tokens = [t for t in head.subtree if t.i not in phrase]
    content = passage.spans(tokens)
    if not content:
        return None
    return Attribution(content, "indirect", None, word.i, span, source, who.i, False, "according to")
