"""What an agreement provides, and on what condition, in the report's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED
from detente.model.items import Provision
from detente.model.words import Words
from detente.reading.agreements.effect import is_effect
from detente.reading.english.clauses import conjuncts
from detente.reading.english.grammar import AS, BE, FOR, OF, THAT, THAT_WHICH, TO, WHICH
from detente.reading.english.labels import OF_PREPOSITION
from detente.reading.english.reality import REALITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from detente.reading.agreements.mentions import Mention

_OPENING, _CLOSING = "“", ".”"
_APPOSITION = 4  # tokens from which a description at the end of a provision is left out
_NEAR = 12  # tokens from an agreement to "under which"
_LONGEST = 60  # tokens of a provision
_SEVERAL = 2  # things that a verb names
_PHRASE = 2  # tokens of a thing that is told of, beside its noun
_OWN = frozenset({"dobj", "prep", "pobj", "dative", "xcomp", "attr", "oprd", "acomp", "pcomp"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})


def provisions_at(text: str, mention: Mention) -> list[Provision]:
    """The provisions that the words around one mention give."""
    head = mention.head
    if mention.unsaid:
        return []
    verb = _verb_of(head)
    vague = mention.indefinite and mention.to_come and not (mention.topic or mention.words)
    if verb is not None and not vague:
        found = provision(text, verb)
        return [*listed(text, verb, found), *joined(text, verb)] if found is not None else []
    for child in head.children:
        if child.dep_ in ("relcl", "acl"):
            if _is_what_it_says(child):
                return _one(clause(text, child))
            if _is_that_it_provides(child, head):
                found = provision(text, child)
                return [*listed(text, child, found), *joined(text, child)] if found is not None else []
            if (
                child.tag_ == "VB"
                and child.dep_ == "acl"
                and mention.indefinite
                and any(c.dep_ == "aux" and c.tag_ == "TO" for c in child.children)
            ):
                return _one(clause(text, child))  # "an agreement to withdraw troops"
    for child in _relatives(head):
        if any(
            c.dep_ == "prep" and c.lower_ in PROVIDED.under and any(w.lower_ in WHICH for w in c.children)
            for c in child.children
        ):
            return _one(clause(text, child, skip=_which(child)))
    return _under(text, head)


def _relatives(head: Token) -> Iterator[Token]:
    """Relative clauses of an agreement, or of a noun in its name: "a memorandum on fisheries, under which …"."""
    open_ = list(head.children)
    while open_:
        token = open_.pop(0)
        if token.dep_ in ("relcl", "acl"):
            yield token
        elif token.dep_ in ("prep", "pobj") and token.i > head.i:
            open_ += token.children
    yield from _after_date(head)


def _after_date(head: Token) -> Iterator[Token]:
    """A clause with "under which" that the parser hangs on a date or place: "signed a pact on Monday under which …"."""
    doc = head.doc
    for token in doc[head.i + 1 : min(head.i + _NEAR, head.sent.end)]:
        if token.lower_ in WHICH and token.i - 1 > head.i and token.nbor(-1).lower_ in PROVIDED.under:
            verb = next((each for each in token.ancestors if each.dep_ == "relcl"), None)
            if verb is not None and (verb.head.ent_type_ in ("DATE", "GPE") or verb.head.dep_ == "npadvmod"):
                yield verb
            return


def provision(text: str, verb: Token) -> Provision | None:
    """What follows a verb of providing: its clause with "that", else the verb with its objects."""
    objects = [c for c in verb.children if c.i > verb.i and c.dep_ in _OWN | {"ccomp"}]
    if objects and all(c.lower_ in PROVIDED.bare_objects for c in objects):
        return None  # "the accord that divided it"
    inner = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    marked = inner is not None and any(c.lower_ in THAT and c.dep_ == "mark" for c in inner.children)
    if inner is not None and (marked or verb.lemma_ in REALITY.saying):
        return clause(text, inner)
    found = clause(text, verb, subject=False)
    named = _named(verb) if found is not None else None
    if found is None or named is None or not found.text.start < named < found.text.end:
        return found
    return Provision(Words.at(text, named, found.text.end), found.condition)


def _named(verb: Token) -> int | None:
    """The character at which the noun begins that a verb only names: "calls for | a ceasefire"."""
    if verb.lemma_ not in PROVIDED.names_it or any(c.dep_ in ("xcomp", "ccomp", "neg") for c in verb.children):
        return None
    thing = _thing(verb)
    if thing is None or (verb.lemma_ in PROVIDED.letting and any(c.dep_ == "acl" for c in thing.children)):
        return None
    return thing.left_edge.idx


def _thing(verb: Token) -> Token | None:
    """What a verb names: its object, or that of "for"."""
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "prep")]
    thing = objects[0] if objects else None
    if thing is not None and thing.dep_ == "prep":
        return next((c for c in thing.children if c.dep_ in OF_PREPOSITION), None) if thing.lower_ in FOR else None
    return thing


def listed(text: str, verb: Token, found: Provision) -> list[Provision]:
    """Each thing that a verb names: "provides for a pullback of troops, the release of pilots and an end to tolls"."""
    thing = _thing(verb) if verb.lemma_ in PROVIDED.names_it and found.condition is None else None
    firsts = [thing, *_after_comma(verb, thing)] if thing is not None else []
    joined_ = [each for first in firsts for each in (*conjuncts(first), *_likewise(first))]
    things = sorted({t for t in joined_ if found.text.start <= t.idx < found.text.end}, key=lambda t: t.i)
    if len(things) < _SEVERAL or any(t.right_edge.i - t.left_edge.i < _PHRASE for t in things):
        return [found]
    starts = [max(found.text.start, t.left_edge.idx) for t in things]
    ends = [*starts[1:], found.text.end]
    doc = verb.doc
    pieces = (doc.char_span(a, b, alignment_mode="contract") for a, b in zip(starts, ends, strict=True))
    return [Provision(_at(text, doc, *_trim(doc, piece.start, piece.end))) for piece in pieces if piece is not None]


def _is_listed(token: Token) -> bool:
    """Whether an apposition is in truth the second of a list."""
    return any(c.dep_ == "conj" for c in token.children)


def _after_comma(verb: Token, thing: Token) -> list[Token]:
    """A noun of a list that the parser takes for an object of the verb: "provides for a pullback, the release of"."""
    return [c for c in verb.rights if c.dep_ == "dobj" and c.i > thing.i and c.left_edge.nbor(-1).text == ","]


def _likewise(thing: Token) -> list[Token]:
    """Nouns of a list that the parser joins to a noun within its first item, each with an article as that has."""
    if thing.left_edge.tag_ != "DT":
        return []
    within = [token for token in thing.subtree if token.dep_ in ("conj", "appos") and token.pos_ == "NOUN"]
    listed_ = [token for token in within if token.left_edge.tag_ == "DT" and token.i > thing.i]
    return listed_ if any(token.dep_ == "conj" for token in listed_) else []


def clause(
    text: str,
    verb: Token,
    *,
    subject: bool = True,
    skip: Token | None = None,
    start: int | None = None,
    until: int | None = None,
) -> Provision | None:
    """A clause as a provision: its words without its condition, and the condition by itself.

    ``subject`` false begins at the verb; ``skip`` is a word at its beginning that goes with what hangs on it; ``start``
    is the token from which it is told, ``until`` that at which the next one begins.
    """
    doc = verb.doc
    condition = condition_of(verb)
    own = [verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "neg") and c.i < verb.i)]
    start = max(verb.left_edge.i, start or 0) if subject else min(own)
    end = min(verb.right_edge.i + 1, until or len(doc))
    if skip is not None:
        start = max(start, skip.right_edge.i + 1)
    end = _cut(verb, end)
    if condition is None and end < len(doc) and _is_provided(doc[end]):
        condition = doc[end]  # hung on the main clause
    opening = _opening(verb, start) if condition is None else None
    if opening is not None:
        first, last = _trim(doc, start, opening)
        words = _at(text, doc, *_trim(doc, opening, end))
        return Provision(words, _at(text, doc, first, last))
    if condition is not None:
        first, last = condition.left_edge.i, condition.right_edge.i + 1
        between = start < first and last <= verb.i and doc[first - 1].text == "," and doc[first - 2].pos_ == "AUX"
        # … between: "X will, if both ask, send …"
        if between or first <= start or all(doc[i].text in PROVIDED.edges for i in range(start, first)):
            start = last
        elif first < verb.i < last or last >= end - 1 or first > verb.i:
            end = min(end, first) if first > verb.i else end
    start, end = _trim(doc, start, end)
    if end - start < 2 or end - start > _LONGEST:
        return None
    words = _at(text, doc, start, end)
    if condition is None:
        return Provision(words)
    return Provision(words, _at(text, doc, *_trim(doc, condition.left_edge.i, condition.right_edge.i + 1, keep="that")))


def _at(text: str, doc: Doc, start: int, end: int) -> Words:
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    while text[last - 1] in _CLOSING and _OPENING not in text[first:last]:
        last -= 1  # the end of a quotation that began before
    return Words.at(text, first, last)


def _opening(verb: Token, start: int) -> int | None:
    """Where the clause goes on after a condition that the parser missed: "Unless one objects, the pact is extended"."""
    doc = verb.doc
    if doc[start].lower_ not in PROVIDED.before_comma:
        return None
    comma = next((i for i in range(start + 2, verb.i) if doc[i].text == ","), None)
    return comma + 1 if comma is not None and comma + 1 < verb.i else None


def parted(text: str, sentence: Span) -> Provision | None:
    """Read "X shall, upon completion of the survey, open the port", whose modal the parser hangs on the condition."""
    root, doc = sentence.root, sentence.doc
    if root.tag_ not in ("VB", "VBP"):
        return None
    for token in doc[sentence.start : max(root.i - 3, sentence.start)]:
        if token.lower_ not in PROVIDED.obliged or token.nbor(1).text != ",":
            continue
        first, last = token.i + 2, root.i - 1
        if doc[last].text != ",":
            return None
        found = clause(text, root, subject=False)
        if found is None:
            return None
        opens = doc[first].lower_ in PROVIDED.conditions | PROVIDED.condition_prepositions
        words = Words.at(text, doc[first].idx, doc[last - 1].idx + len(doc[last - 1])) if opens else None
        return Provision(found.text, words)
    return None


def _one(found: Provision | None) -> list[Provision]:
    return [found] if found is not None else []


def _verb_of(head: Token) -> Token | None:
    """The verb of providing whose subject the agreement is."""
    if (
        head.dep_ in ("nsubj", "compound")
        and head.head.lemma_ in PROVIDED.calls
        and any(c.lower_ in FOR for c in head.head.children)
    ):
        return head.head  # "Resolution 550 calls for …", whatever the tagger makes of "calls"
    if head.dep_ == "nsubj" and head.head.lemma_ in PROVIDED.provides and _provides(head.head):
        return head.head if head.head.dep_ != "relcl" else None
    if head.dep_ == "nsubj" and _will_do(head.head):
        return head.head
    if head.dep_ == "pobj" and head.head.lower_ in OF and head.head.head.dep_ == "nsubj":
        terms = head.head.head
        if terms.lemma_ in PROVIDED.parts:
            verb = terms.head
            return verb if verb.lemma_ in PROVIDED.provides and _provides(verb) else None
    return None


def _will_do(verb: Token) -> bool:
    """Whether a verb says what an agreement will do to something: "the pact will cut tariffs by half"."""
    if verb.pos_ != "VERB" or verb.dep_ == "relcl" or is_effect(verb) or any(c.dep_ == "neg" for c in verb.children):
        return False
    bound = any(c.dep_ == "aux" and c.lower_ in PROVIDED.goes_on for c in verb.children)
    return bound and verb.lemma_ not in PROVIDED.outcomes and any(c.dep_ == "dobj" for c in verb.rights)


def _provides(verb: Token) -> bool:
    """Whether it does so: not "would have to be", not only a noun's complement."""
    if is_effect(verb):
        return False
    return any(c.dep_ in ("dobj", "ccomp", "xcomp", "prep") and c.i > verb.i for c in verb.children) and not any(
        c.dep_ == "neg" for c in verb.children
    )


def _is_that_it_provides(verb: Token, head: Token) -> bool:
    """Tell relatives that provide: "the declaration, which stipulates that …", "an accord obliging both to …"."""
    if verb.lemma_ not in PROVIDED.provides or not _provides(verb):
        return False
    if verb.dep_ == "acl":
        return verb.tag_ == "VBG"
    return any(c.dep_ == "nsubj" and c.lower_ in THAT_WHICH for c in verb.children) and verb.head.i == head.i


def _is_what_it_says(verb: Token) -> bool:
    """Tell a clause that an agreement consists of: "an understanding that neither will board the other's boats"."""
    marked = any(c.lower_ in THAT and c.dep_ == "mark" for c in verb.lefts)
    acts = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ not in THAT_WHICH for c in verb.lefts)
    return marked and acts and any(c.dep_ == "aux" and c.lower_ in PROVIDED.bound for c in verb.lefts)


def joined(text: str, verb: Token) -> list[Provision]:
    """What else it does: "… and created a zone"."""
    found = []
    for token in verb.subtree:
        if token.i <= verb.i or token.dep_ != "conj" or token.pos_ != "VERB" or not _is_verb_of(token, verb):
            continue
        if not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            found += _one(provision(text, token))
    return found


def _which(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "prep" and any(w.lower_ in WHICH for w in c.children)), None)


def _under(text: str, head: Token) -> list[Provision]:
    """Read "Under the treaty, both sides must …"."""
    prep = head.head
    if head.dep_ != "pobj" or prep.dep_ != "prep":
        return []
    part = prep.head if prep.lower_ in OF else None  # "under the terms of the pact", "as part of it"
    if part is not None and part.dep_ == "pobj":
        prep = part.head
        if not (prep.lower_ in PROVIDED.only_under and part.lemma_ in PROVIDED.parts) and not (
            prep.lower_ in AS and part.lemma_ in PROVIDED.as_part and prep.nbor(-1 if prep.i else 0).dep_ != "neg"
        ):
            return []
    elif prep.lower_ not in PROVIDED.under_it:
        return []
    if prep.head.lemma_ in PROVIDED.held_under:
        return []
    if prep.lower_ in PROVIDED.within:  # "In the declaration both sides promised to …"
        bound = prep.head if prep.head.lemma_ in PROVIDED.binding else None
        inner = (
            next((c for c in bound.children if c.dep_ in ("xcomp", "ccomp") and c.i > bound.i), None) if bound else None
        )
        return _one(clause(text, inner)) if inner is not None else []
    verb = prep.head
    while verb.pos_ in ("NOUN", "PROPN", "ADP", "ADJ") and verb.dep_ in ("pobj", "dobj", "prep", "attr", "acomp"):
        verb = verb.head
    if verb.dep_ == "xcomp" and verb.head.lemma_ in BE:  # "is to reopen under …"
        verb = verb.head
    aside = verb if verb.dep_ == "advcl" and verb.tag_ == "VBN" and prep.i < verb.i < verb.head.i else None
    verb = aside.head if aside is not None else verb  # "Under the deal, reached in June, both sides must …"
    told = part is not None or prep.lower_ in PROVIDED.only_under
    if verb.pos_ not in ("VERB", "AUX") or not told or not _is_told(verb):
        return []
    if prep.i < verb.i:
        skip = _aside(head) or aside or (prep if prep.left_edge.i == verb.left_edge.i else None)
        first = _one(clause(text, verb, skip=skip))
        return [*first, *joined(text, verb), *(found for each in _beside(verb) for found in _one(clause(text, each)))]
    found = clause(text, verb)
    if found is None or found.text.end <= prep.idx:
        return _one(found)
    end = prep.idx
    cut = text[found.text.start : end].rstrip(" ,")
    return [Provision(Words.at(text, found.text.start, found.text.start + len(cut)), found.condition)] if cut else []


def _aside(head: Token) -> Token | None:
    """The comma behind what is told of an agreement between commas: "Under the deal, reached in June, both must"."""
    doc, at = head.doc, head.i + 1
    if at + 1 >= len(doc) or doc[at].text != "," or doc[at + 1].tag_ != "VBN":
        return None
    return next((token for token in doc[at + 2 : head.sent.end] if token.text == ","), None)


def _beside(verb: Token) -> list[Token]:
    """The clauses with a subject and an auxiliary of their own that are joined to one."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")]
    return [c for c in joined if {"nsubj", "nsubjpass"} & (deps := {t.dep_ for t in c.children}) and "aux" in deps]


def _is_told(verb: Token) -> bool:
    """A clause that says what is so: not "a court set up under it", "refused to obey under it"."""
    if verb.dep_ in ("acl", "amod") and not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in verb.children):
        return False
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in PROVIDED.refusing
    return not refused


def _is_as_long_as(token: Token) -> bool:
    """Tell "as long as …"."""
    return token.dep_ == "advmod" and token.lower_ in PROVIDED.long and any(c.dep_ == "advcl" for c in token.children)


def _is_subject_to(token: Token) -> bool:
    """Tell "subject to approval"."""
    return token.lower_ in PROVIDED.subject and any(c.lower_ in TO and c.dep_ == "prep" for c in token.children)


def _is_provided(token: Token) -> bool:
    """Tell "provided that …"."""
    if token.lower_ not in PROVIDED.provided:
        return False
    return any(c.dep_ in ("ccomp", "pcomp") for c in token.children) or (
        token.i + 1 < len(token.doc) and token.nbor(1).lower_ in THAT
    )


def condition_of(verb: Token) -> Token | None:
    """What makes a clause wait: "after …", "if …", "on condition that …"; on the verb, or on a noun at its end."""
    for child in verb.children:
        if _is_subject_to(child):
            return child
        if child.dep_ == "advcl" and any(
            c.dep_ in ("mark", "advmod") and c.lower_ in PROVIDED.conditions for c in child.children
        ):
            return child
        if _is_as_long_as(child):
            return child
        if _is_provided(child):
            return child
        if child.dep_ in ("prep", "mark") and child.lower_ in PROVIDED.condition_prepositions and _is_condition(child):
            return child
    for inner in _inside(verb):
        if _is_subject_to(inner) or _is_provided(inner) or _is_as_long_as(inner):
            return inner
    for inner in _inside(verb):  # hung on the object: "return the isles to X after the conclusion of Y"
        if inner.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in PROVIDED.conditions for c in inner.children):
            return inner
        if inner.dep_ == "prep" and inner.lower_ in PROVIDED.waiting | PROVIDED.by_noun and _is_condition(inner):
            return inner
    return None


def _inside(verb: Token) -> Iterator[Token]:
    """What hangs on a clause's objects and infinitives, without clauses of their own."""
    open_ = [c for c in verb.children if c.i > verb.i and (c.dep_ in _OWN or _is_infinitive(c) or _is_let(c))]
    while open_:
        token = open_.pop(0)
        yield token
        open_ += [c for c in token.children if c.dep_ in _OWN or c.dep_ == "advcl" or _is_as_long_as(c)]


def _is_let(token: Token) -> bool:
    """Tell "use" in "let boats use the river"."""
    return token.dep_ == "ccomp" and token.tag_ == "VB" and token.head.lemma_ in PROVIDED.letting


def _is_infinitive(token: Token) -> bool:
    return token.dep_ == "advcl" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)


def _is_condition(prep: Token) -> bool:
    """A preposition that makes it wait for something to happen, not for a day."""
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp"):
            if prep.lower_ in PROVIDED.by_noun:
                return child.lemma_ in PROVIDED.condition_nouns
            if prep.lower_ in PROVIDED.only_dated:
                return False
            return (
                child.ent_type_ not in ("DATE", "TIME")
                and child.pos_ in ("NOUN", "PROPN", "VERB")
                and not child.like_num
            )
    return False


def _cut(verb: Token, end: int) -> int:
    """Where a clause ends that goes on as another: ", which …", "and under which …", "and gave …", "based on …"."""
    doc = verb.doc
    for token in doc[verb.i + 1 : end]:
        if token.i >= end:
            break
        first = token.left_edge.i
        if token.dep_ in ("relcl", "acl", "advcl") and first > verb.i and doc[first - 1].text == ",":
            if token.dep_ == "relcl" or token.tag_ in ("VBG", "VBN"):
                end = min(end, first)
        elif token.dep_ in ("conj", "parataxis") and token.pos_ in ("VERB", "AUX") and first > verb.i:
            if any(c.dep_ in ("nsubj", "nsubjpass") or _is_which(c) for c in token.children) or (
                _is_verb_of(token, verb)
            ):
                end = min(end, first)
        elif token.dep_ == "prep" and first > verb.i and doc[first - 1].text == "," and token.right_edge.i >= end - 2:
            end = min(end, first) if any(c.ent_type_ == "DATE" for c in token.children) else end
        elif token.dep_ == "appos" and first > verb.i and doc[first - 1].text == "," and token.right_edge.i >= end - 2:
            described = token.right_edge.i - first > _APPOSITION and not _is_listed(token)
            end = min(end, first) if described else end
        elif token.lower_ in PROVIDED.based and token.dep_ == "prep" and token.i > verb.i + 1:
            end = min(end, token.i)
    return end


def _is_verb_of(token: Token, verb: Token) -> bool:
    """Whether a joined verb goes with the first: "obliges both to wait and prohibits …"."""
    provides = PROVIDED.provides
    return token.lemma_ in provides and (token.head.i == verb.i or (token.tag_ == verb.tag_ and token.tag_ in _FINITE))


def _is_which(prep: Token) -> bool:
    return prep.dep_ == "prep" and any(w.lower_ in WHICH for w in prep.children)


def _trim(doc: Doc, start: int, end: int, keep: str = "") -> tuple[int, int]:
    while start < end and (doc[start].is_space or (doc[start].lower_ in PROVIDED.edges and doc[start].lower_ != keep)):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in PROVIDED.ends):
        end -= 1
    return start, end
