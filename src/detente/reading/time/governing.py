"""Which date governs a word: that of its own clause, else of its sentence, else of the narrative around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from spacy.tokens import Doc, Token

from detente.model.items import Time
from detente.model.report import Zone
from detente.reading import extensions
from detente.reading.time.find import sentence_starts
from detente.reading.time.lexicon import listed

_INDEX = "detente_time_index"
_CLIMB = 12
_OWN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "prep"})  # "following the talks" is no clause
_LEAD_SENTENCES = 2
_BEFORE_NOUN = frozenset({"compound", "nummod", "amod", "nmod"})
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_KNOWN = listed("known")
_DURING = listed("during")
_COMPARES = listed("compares")


@dataclass(frozen=True, slots=True)
class Governing:
    """A date and how it was found."""

    time: Time
    by: Literal["clause", "sentence", "narrative"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression where it stands in the parse."""

    start: int
    end: int
    root: Token
    clause: int  #: the verb of its clause
    main: bool  #: whether that is the main clause of its sentence
    told: bool  #: whether the story is then: a day or month in a main clause in the past tense
    time: Time


@dataclass(slots=True)
class _Index:
    times: tuple[Time, ...]
    by_sentence: dict[int, list[Placed]]
    paragraphs: list[tuple[int, Placed]]  #: dates of main clauses, by the token that they begin at
    breaks: list[int]
    sentences: list[int]
    lead: Placed | None


def date_of(doc: Doc, token: Token) -> Time | None:
    """The DATE or TIME that governs a trigger word, after ``detente_times`` has run; None where the text gives none."""
    found = governing(doc, token)
    return found.time if found else None


def governing(doc: Doc, token: Token, narrative: bool = True) -> Governing | None:
    """The same with how it was found; ``narrative=False`` looks no further than the token's sentence."""
    index = _index(doc)
    if not index.times:
        return None
    placed = index.by_sentence.get(_at_or_before(index.sentences, token.i), ())
    own = _in_clause(token, placed)
    if own is not None:
        return Governing(own.time, "clause")
    mains = [
        each
        for each in placed
        if each.main and not _content_of(token, doc[each.clause]) and not _names_a_thing(each.root)
    ]
    if len(mains) == 1 and (_joined(token) or _runs_to(token, mains[0])):
        return Governing(mains[0].time, "sentence")
    if not narrative or mains:
        return None
    story = _story(doc, token, index)
    return Governing(story.time, "narrative") if story else None


def of_sentence(doc: Doc, token: Token) -> tuple[Placed, ...]:
    """The dates of the sentence that a token stands in, in order."""
    index = _index(doc)
    return tuple(index.by_sentence.get(_at_or_before(index.sentences, token.i), ()))


def of_story(doc: Doc, token: Token) -> tuple[Placed | None, Placed | None]:
    """The last day or month before a token's sentence that its paragraph tells of, and the first that the lead does."""
    index = _index(doc)
    sentence = _at_or_before(index.sentences, token.i)
    before = bisect_left(index.paragraphs, sentence, key=lambda entry: entry[0])
    begin = _at_or_before(index.breaks, token.i)
    last = index.paragraphs[before - 1][1] if before and index.paragraphs[before - 1][0] >= begin else None
    return last, index.lead


def own_date(doc: Doc, token: Token) -> Time | None:
    """The date that hangs on a word itself: that of "the May 4 summit", "the summit in May", "they met on May 4"."""
    index = _index(doc)
    placed = index.by_sentence.get(_at_or_before(index.sentences, token.i), ())
    hanging = [each for each in placed if _hangs_on(each.root, token)]
    nearest = min(hanging, key=lambda each: (abs(each.start - token.i), each.start), default=None)
    return nearest.time if nearest else None


def _in_clause(token: Token, placed: list[Placed] | tuple[()]) -> Placed | None:
    """A date that hangs on the token, or on the verb of its clause; the nearest if there are several."""
    placed = [each for each in placed if _object_of(token, each.start, each.end) is None]
    hanging = [
        each
        for each in placed
        if _hangs_on(each.root, token)
        or _participle_of(token, each)
        or (each.clause == token.i and token.pos_ == "NOUN")
    ]
    if not hanging:
        described = _described(token, placed)
        if described is not None:
            return described
        verb = _clause_verb(token)
        hanging = [each for each in placed if each.clause == verb and not _names_a_thing(each.root)]
        hanging = hanging or [each for each in placed if _participle_of(token.doc[verb], each)]
    nearest = min(hanging, key=lambda each: (abs(each.start - token.i), each.start), default=None)
    return next((each for each in hanging if nearest is not None and _is_finer(each, nearest)), nearest)


def _is_finer(one: Placed, other: Placed) -> bool:
    """Whether a date says more exactly what another says, too: "yesterday, at this year's congress"."""
    fine, coarse = one.time.edtf, other.time.edtf
    return fine is not None and coarse is not None and fine.precision != coarse.precision and fine.within(coarse)


def _object_of(verb: Token, start: int, end: int) -> Token | None:
    """What a verb looks back on, where a calendar day after it is its day: "condemned the raid on Oran on 24 May"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in listed("looking_back"):
        return None
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i < start]
    return objects[-1] if objects and any(word.like_num for word in verb.doc[start:end]) else None


def _participle_of(token: Token, placed: Placed) -> bool:
    """Whether a date is that of a participle on the word: "a visit planned for June", "speaking on Friday, he said"."""
    verb = token.doc[placed.clause]
    return verb.dep_ in ("acl", "advcl") and verb.tag_ in ("VBN", "VBG") and verb.head.i == token.i


def _content_of(token: Token, verb: Token) -> bool:
    """Whether a date's clause is what the word says: "would resume in October" is not when "said" was."""
    return verb.dep_ == "ccomp" and verb.head.i == token.i


def _hangs_on(root: Token, token: Token) -> bool:
    """Whether the date's head chain reaches the token before any other verb."""
    at = root
    for _ in range(_CLIMB):
        if at.i == token.i:
            return True
        if _names_a_thing(at):
            return at.head.i == token.i
        verb = at is not root and at.pos_ in ("VERB", "AUX") and at.dep_ not in _NO_CLAUSE
        # "During his speech scheduled for Feb. 20": what is said during it is said then.
        during = at.dep_ == "acl" and at.head.dep_ == "pobj" and at.head.head.lower_ in _DURING
        if (verb and not during) or at.head.i == at.i:
            return False
        at = at.head
    return False


def _names_a_thing(at: Token) -> bool:
    """Whether a date only tells which thing is meant: "rejected the 1902 boundary" was not in 1902."""
    noun = at.head
    return (
        at.dep_ in _BEFORE_NOUN
        and at.i < noun.i
        and noun.pos_ == "NOUN"
        and noun.dep_ in _ARGUMENTS
        and noun.head.pos_ == "VERB"
        and any(c.dep_ == "poss" or c.lower_ in _KNOWN for c in noun.lefts)
    )


def _described(token: Token, placed: list[Placed] | tuple[()]) -> Placed | None:
    """The date that the token's clause is about: "in June, when the president is to visit"."""
    at = token
    for _ in range(_CLIMB):
        if at.dep_ in ("relcl", "advcl"):
            when = next((word.i for word in at.lefts if word.lower_ in listed("when")), None)
            before = None if when is None else when - 2 if token.doc[when - 1].text == "," else when - 1
            for each in placed:
                if each.start <= at.head.i < each.end or (before is not None and each.start <= before < each.end):
                    return each
            return None
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _clause_verb(token: Token) -> int:
    """The verb of the clause that a token is in; the token's own place if it has none."""
    at = token
    for _ in range(_CLIMB):
        if at.pos_ in ("VERB", "AUX") and at.dep_ not in _NO_CLAUSE:
            return at.i
        if at.head.i == at.i:
            return at.i
        at = at.head
    return at.i


def _runs_to(token: Token, placed: Placed) -> bool:
    """Whether no verb stands between a participle and a date: "the pact signed in Lagos, Nigeria, on May 4"."""
    between = token.doc[token.i + 1 : placed.start]
    return token.dep_ == "acl" and placed.start > token.i and not any(word.pos_ in ("VERB", "AUX") for word in between)


def _joined(token: Token) -> bool:
    """Whether a token's clause is the main one, or runs on with it (a participle, an infinitive, a conjunct)."""
    at = token
    for _ in range(_CLIMB):
        if at.dep_ == "relcl" or (at.dep_ == "acl" and at.tag_ == "VBN"):
            return False
        if at.dep_ in ("advcl", "ccomp") and at.tag_ not in ("VBG", "VB"):
            return False
        if at.head.i == at.i:
            return True
        at = at.head
    return False


def _story(doc: Doc, token: Token, index: _Index) -> Placed | None:
    """The last date of a main clause in the same paragraph, or the lead's where the token is told in the past."""
    verb = doc[_clause_verb(token)]
    if verb.tag_ != "VBD" and not (token.i != verb.i and token.pos_ == "NOUN"):
        return None  # what is told in the perfect, the present or the future is not then
    begin = _at_or_before(index.breaks, token.i)
    before = bisect_left(index.paragraphs, token.i, key=lambda entry: entry[0])
    if before and index.paragraphs[before - 1][0] >= begin:
        return index.paragraphs[before - 1][1]
    return index.lead if verb.tag_ == "VBD" else None


def _at_or_before(starts: list[int], at: int) -> int:
    found = bisect_right(starts, at)
    return starts[found - 1] if found else 0


def _index(doc: Doc) -> _Index:
    times: tuple[Time, ...] = tuple(doc._.detente_times)
    kept = doc.user_data.get(_INDEX)
    if isinstance(kept, _Index) and kept.times is times:
        return kept
    if isinstance(kept, _Index) and kept.times == times:
        return kept
    made = _build(doc, times)
    doc.user_data[_INDEX] = made
    return made


def _build(doc: Doc, times: tuple[Time, ...]) -> _Index:
    by_sentence: dict[int, list[Placed]] = {}
    mains: list[tuple[int, Placed]] = []
    sentences = sentence_starts(doc)
    dated = [time for time in times if time.type in ("DATE", "TIME") and time.edtf is not None]
    at = 0
    for time in dated:
        while at < len(doc) and doc[at].idx + len(doc[at]) <= time.evidence.start:
            at += 1
        if at >= len(doc):
            break
        end = at + 1
        while end < len(doc) and doc[end].idx < time.evidence.end:
            end += 1
        placed = _place(doc, at, end, time)
        if time.edtf is not None and time.edtf.precision == "year" and placed.root.head.lower_ in _COMPARES:
            continue  # "up from the previous year" and "figures for 2018" date nothing
        by_sentence.setdefault(_at_or_before(sentences, at), []).append(placed)
        if placed.told:
            mains.append((at, placed))
    breaks = _breaks(doc)
    return _Index(times, by_sentence, mains, breaks, sentences, _lead(doc, mains))


def _place(doc: Doc, start: int, end: int, time: Time) -> Placed:
    root = next(
        (doc[at] for at in range(start, end) if not start <= doc[at].head.i < end or doc[at].head.i == at), doc[start]
    )
    clause = _clause_verb(root.head if root.head.i != root.i else root)
    looked_back_on = _object_of(doc[clause], start, end)
    if looked_back_on is not None:
        return Placed(start, end, root, looked_back_on.i, False, False, time)
    if (
        root.head.lower_ in listed("of") and root.head.head.pos_ == "NOUN"
    ):  # "the attack of 19 February": only the noun's
        return Placed(start, end, root, root.head.head.i, False, False, time)
    main = doc[clause].dep_ == "ROOT" or (doc[clause].dep_ in ("conj", "ccomp") and doc[clause].head.dep_ == "ROOT")
    written = time.edtf.edtf if time.edtf else ""
    precise = written.count("-") >= 1 and not written.startswith("X")
    return Placed(start, end, root, clause, main, main and precise and doc[clause].tag_ == "VBD", time)


def _lead(doc: Doc, mains: list[tuple[int, Placed]]) -> Placed | None:
    """The first day told of in the opening sentences."""
    after = next(islice(extensions.sentences(doc, Zone.BODY), _LEAD_SENTENCES, None), None)
    limit = len(doc) if after is None else after.start
    days = [placed for start, placed in mains if start < limit and _is_day(placed.time)]
    return days[0] if days else None


def _is_day(time: Time) -> bool:
    return time.edtf is not None and len(time.edtf.edtf.split("T")[0]) == len("2019-02-16")


def _breaks(doc: Doc) -> list[int]:
    """Where paragraphs begin: at zones, else after blank lines."""
    zones = doc._.detente_zones
    if zones:
        starts, at = [], 0
        for zone in zones:
            while at < len(doc) and doc[at].idx < zone.start:
                at += 1
            starts.append(at)
        return starts
    return [0, *(token.i + 1 for token in doc if token.is_space and token.text.count("\n") > 1)]
