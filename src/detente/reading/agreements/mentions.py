"""Where a report speaks of an agreement: noun phrases headed by "treaty", "accord" …, and names of the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED, STANDING
from detente.knowledge.agreements import AgreementRecord
from detente.reading.agreements.topic import counts_by_topic, is_parted_truce
from detente.reading.english.factuality import status_of
from detente.reading.english.grammar import AND, OF, THE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,6}s?")
_BEFORE = frozenset(
    {
        "compound",
        "amod",
        "nmod",
        "nummod",
        "npadvmod",
        "advmod",
        "punct",
        "poss",
        "det",
        "case",
        "appos",
        "conj",
        "cc",
        "quantmod",
        "predet",
        "neg",
    }
)
_NOT_TELLING = frozenset({"DATE", "NORP", "ORDINAL", "CARDINAL"})
_CEASEFIRE = "ceasefire"
_LONGEST = 12  # tokens of a name


@dataclass(slots=True)
class Mention:
    """One mention; tokens ``[start, end)`` are its words, without an article. ``kind`` is the head's lemma."""

    head: Token
    start: int
    end: int
    kind: str
    record: AgreementRecord | None
    named: bool  #: capitalised, with a name of its own
    definite: bool
    indefinite: bool
    plural: bool
    proper: bool  #: without a capital of its own, but after a place or person: "the Teesta accord"
    words: frozenset[str]  #: what tells which agreement: "peace", "trade"; of a name all its words, in lower case
    year: str | None
    acronym: str | None
    topic: bool  #: with "on …", "between …", "to …"
    within: bool  #: before another noun: "treaty talks"
    other: bool  #: "an earlier ceasefire", "another deal": not the one told of
    anyhow: bool  #: with "any": none in particular
    unsaid: bool  #: with "any" or "no", or only a subjunctive: "demanded that any deal leave it out"
    weighed: bool  #: "a binding agreement", with words of how it should be
    to_come: bool  #: the subject of what would or will be
    exists: bool = False  #: "a recent accord", or the subject of what happened: there is one

    @property
    def specific(self) -> bool:
        """Whether it tells which agreement is meant, be it for the first time."""
        return bool(self.record or self.named or self.year or self.words or self.topic or self.kind in CALLED.fighting)


def mention_of(head: Token, record: AgreementRecord | None = None, span: Span | None = None) -> Mention | None:
    """The mention that a noun heads; with a record, the words of its name are ``span``."""
    kind = _kind(head)
    if record is None and (kind is None or head.pos_ not in ("NOUN", "PROPN") or _is_only_a_kind(head)):
        return None
    doc = head.doc
    start = span.start if span is not None else _start(head)
    while start < head.i and (
        doc[start].lower_ in CALLED.definite | CALLED.indefinite or doc[start].is_punct or doc[start].is_space
    ):
        start += 1
    end = span.end if span is not None else head.i + 1
    name_end = _name_end(doc, head, end) if span is None else end
    inner = [doc[i] for i in range(start, head.i)]
    named = record is not None or (
        head.text[:1].isupper()
        and (name_end > end or any(token.pos_ == "PROPN" or token.text.istitle() for token in inner))
        and not (head.is_upper and all(token.is_upper or not token.is_alpha for token in head.sent))
    )
    determiner = _determiner(head, start)
    lower_name = kind or "agreement"
    mention = Mention(
        head=head,
        start=start,
        end=name_end,
        kind=(record.kind if record is not None else lower_name),
        record=record,
        named=named,
        definite=determiner in CALLED.definite or _owned(head, inner),
        indefinite=determiner in CALLED.indefinite,
        plural=head.tag_ in ("NNS", "NNPS") and record is None,
        proper=not named
        and any(t.pos_ == "PROPN" and t.ent_type_ not in _NOT_TELLING and t.text[:1].isupper() for t in inner),
        words=_telling(doc, start, head, name_end, named=named),
        year=_year(doc, start, name_end, head),
        acronym=_acronym(doc, start, name_end, head),
        topic=any(_tells(child) for child in head.children),
        other=determiner in CALLED.one and any(token.lower_ in CALLED.other for token in inner),
        anyhow=determiner in CALLED.none_in_particular,
        unsaid=determiner in CALLED.unsaid
        or (head.dep_ == "nsubj" and head.head.tag_ == "VB" and not _has_modal(head)),
        weighed=any(token.lower_ in CALLED.weighing for token in inner),
        to_come=head.dep_ in ("nsubj", "nsubjpass")
        and any(c.dep_ == "aux" and c.lower_ in CALLED.to_come for c in head.head.children),
        within=head.dep_ in ("compound", "nmod") and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN"),
        exists=any(token.lower_ in CALLED.existing for token in inner) or _acted(head),
    )
    return mention if record is not None or _counts(mention, inner) else None


def _is_only_a_kind(head: Token) -> bool:
    """Whether it only says which kind of agreement the next noun is: "framework" in "the framework agreement"."""
    after = head.head
    return head.dep_ == "compound" and after.i == head.i + 1 and after.lemma_.lower() in CALLED.general and (
        head.lemma_.lower() in CALLED.only_named
    )  # fmt: skip


def _acted(head: Token) -> bool:
    """Whether it is the subject of what it brought about: "a deal has averted an assault"."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.pos_ != "VERB" or not any(c.dep_ == "dobj" for c in verb.children):
        return False
    past = verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP", "VBD") for c in verb.children)
    return past and status_of(verb).status == "occurred"


def acronym_mention(token: Token) -> Mention:
    """A mention by an abbreviation that the report gave in brackets: "the LPA"."""
    return Mention(
        head=token, start=token.i, end=token.i + 1, kind="agreement", record=None, named=False, definite=True,
        indefinite=False, plural=False, proper=False, words=frozenset(), year=None, acronym=token.text, topic=False,
        other=False, anyhow=False, unsaid=False, weighed=False, to_come=False,
        within=token.dep_ in ("compound", "nmod"),
    )  # fmt: skip


def _kind(head: Token) -> str | None:
    lemma = head.lemma_.lower()
    if is_parted_truce(head):
        return _CEASEFIRE
    for form in (lemma, head.lower_, head.lower_.removesuffix("s")):
        if form in CALLED.heads or form in CALLED.again:
            truce = next((c.lemma_.lower() for c in head.lefts if c.dep_ == "compound"), "")
            return truce if form in CALLED.general and truce in CALLED.truces else form  # "a truce accord"
    return None


def _counts(mention: Mention, inner: list[Token]) -> bool:
    """Whether the words mean an agreement at all."""
    head = mention.head
    lower = {token.lower_ for token in inner}
    after = head.doc[mention.end].lower_ if mention.end < len(head.doc) else ""
    if (sure := counts_by_topic(head, mention.kind, inner)) is not None:
        return sure
    if mention.kind in CALLED.codes:
        return head.i + 2 < len(head.doc) and head.nbor(1).lower_ in OF and head.nbor(2).lower_ in CALLED.conduct
    if mention.kind in CALLED.awards:
        return bool(lower & CALLED.arbitral) and head.text[:1].isupper()
    if mention.kind in CALLED.only_made:
        return not mention.within and not mention.plural and head.head.lemma_ not in CALLED.not_of
    if mention.kind in CALLED.numbered:
        return (head.i + 1 < len(head.doc) and head.nbor(1).like_num) or bool(lower & CALLED.council)
    if mention.kind in CALLED.statements:
        return bool(lower & CALLED.joint)
    if mention.kind in CALLED.again:
        told = all(token.pos_ not in ("NOUN", "PROPN", "VERB") for token in inner)
        return mention.definite and told and not mention.within and not mention.plural
    if mention.kind in CALLED.fighting and mention.within and head.head.lemma_ in CALLED.not_the_truce:
        return False  # "the ceasefire line"
    if mention.kind in CALLED.deals and lower & CALLED.not_deals:
        return False
    if (
        mention.kind in CALLED.agreements
        and not mention.definite
        and not mention.indefinite
        and not inner
        and not mention.topic
    ):
        return head.dep_ == "dobj" and head.head.lemma_ in STANDING.agreeing  # "in agreement" is none
    if mention.kind in CALLED.only_named and not mention.named:
        return bool(
            lower & CALLED.with_word
            or mention.words
            or mention.year
            or mention.indefinite
            or mention.definite
            or mention.topic
        ) and not (mention.kind in CALLED.conventions and after not in CALLED.against)
    return True


def _start(head: Token) -> int:
    """Where the noun's own words before it begin: modifiers without a break, parentheses within included."""
    doc, at = head.doc, head.i
    first = head.sent.start
    while at > first and head.i - at < _LONGEST:
        word = doc[at - 1]
        if word.is_space or word.text in (",", ";", ":", "--", "—", '"'):
            break
        if not (
            word.dep_ in _BEFORE and first <= word.head.i <= head.i and (word.head.i >= at - 1 or word.text in "()-–'s")
        ):
            break
        if word.tag_ in ("POS", "PRP$"):  # whose it is belongs not to its name
            break
        at -= 1
    return at


def _name_end(doc: Doc, head: Token, end: int) -> int:
    """Where the name goes on to: "Treaty of Peace and Friendship", "declaration on fisheries"."""
    at = end
    if at >= len(doc):
        return end
    if head.lower_ in CALLED.numbered and doc[at].like_num:
        return at + 1
    if head.lower_ in CALLED.codes:  # of conduct
        return min(at + 2, len(doc))
    if doc[at].lower_ not in CALLED.name_goes_on:
        return end
    following = doc[at + 1] if at + 1 < len(doc) else None
    if following is None:
        return end
    if head.text[:1].isupper() and doc[at].lower_ in CALLED.capital_goes_on:
        last = end
        at += 1
        while at < len(doc) and at - head.i < _LONGEST:
            word = doc[at]
            if word.lower_ in AND and _is_another(doc, at + 1):
                break
            if word.text[:1].isupper() and word.ent_type_ not in ("DATE", "TIME") and not word.is_punct:
                last = at + 1
            elif word.lower_ not in CALLED.in_names:
                break
            at += 1
        return last
    prep = doc[at]
    if prep.head.i != head.i or prep.lower_ not in CALLED.topic_goes_on:
        return end
    inner = next((child for child in prep.children if child.dep_ == "pobj"), None)
    if inner is None or inner.ent_type_ in ("DATE", "TIME") or inner.like_num or _YEAR.fullmatch(inner.text):
        return end
    if prep.lower_ in OF and inner.pos_ == "PROPN" and not head.text[:1].isupper():
        return end
    last = inner.i + 1
    return last if last - head.i <= 7 else end


def _is_another(doc: Doc, at: int) -> bool:
    """Whether a name of its own begins after "and": "the Charter of X and the Convention on Y"."""
    if at < len(doc) and doc[at].lower_ in THE:
        at += 1
    while at < len(doc) and doc[at].text[:1].isupper():
        if _kind(doc[at]) is not None:
            return True
        at += 1
    return False


def _determiner(head: Token, start: int) -> str:
    for child in head.children:
        if child.dep_ in ("det", "neg") and child.i < head.i:
            return child.lower_
    before = head.doc[start - 1] if start > head.sent.start else None
    return before.lower_ if before is not None else ""


def _owned(head: Token, inner: list[Token]) -> bool:
    return any(child.dep_ == "poss" for child in head.children) and not any(t.dep_ == "det" for t in inner)


def _telling(doc: Doc, start: int, head: Token, end: int, *, named: bool) -> frozenset[str]:
    """The words that tell which agreement it is."""
    loose = CALLED.loose
    if named:
        return frozenset(
            t.lower_ for t in doc[start:end] if t.is_alpha and t.lower_ not in CALLED.in_names and not t.is_stop
        )
    found = set()
    for token in doc[start : head.i]:
        beside = (doc[token.i - 1].text if token.i else "", doc[token.i + 1].text)
        joined = token.head.i != head.i and token.head.i < head.i and _is_joined(token.head)
        if "-" in beside or joined or not token.is_alpha or token.ent_type_ in _NOT_TELLING:
            continue
        if token.lower_ in CALLED.truces:
            continue
        if beside[0] == "-" and token.tag_ == "NN" and token.head.i == head.i and token.lower_ not in CALLED.measuring:
            found.add(token.lower_)  # "a non-aggression pact"
        if token.pos_ in ("NOUN", "ADJ", "PROPN") and token.lower_ not in loose and token.tag_ != "VBN":
            found.add(token.lower_)
    for token in doc[head.i + 1 : end]:
        if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in ("DATE", "NORP"):
            found.add(token.lemma_.lower())
    return frozenset(found)


def _has_modal(head: Token) -> bool:
    return any(child.dep_ == "aux" for child in head.head.children)


def _is_joined(token: Token) -> bool:
    """Whether a hyphen stands at its side: "era" in "Cold War-era accord"."""
    doc = token.doc
    return "-" in (doc[token.i - 1].text if token.i else "", doc[token.i + 1].text if token.i + 1 < len(doc) else "")


def _year(doc: Doc, start: int, end: int, head: Token) -> str | None:
    """The year in the phrase or right after it: "the 1904 treaty", "the treaty of 20 October 1904"."""
    for token in doc[start : head.i]:
        if _YEAR.fullmatch(token.text):
            return token.text
    after = doc[end : min(end + 6, len(doc))]
    if len(after) and after[0].lower_ in CALLED.dated:
        for token in after:
            if _YEAR.fullmatch(token.text):
                return token.text
            if token.i > end and not (token.like_num or token.ent_type_ == "DATE" or token.text in (",", ".")):
                break
    return None


def _acronym(doc: Doc, start: int, end: int, head: Token) -> str | None:
    for token in (*doc[start : head.i], *doc[end : min(end + 2, len(doc))]):
        between = token.i and doc[token.i - 1].text == "(" and token.i + 1 < len(doc) and doc[token.i + 1].text == ")"
        if _ACRONYM.fullmatch(token.text) and between:
            return str(token.text)
    return None


def _tells(child: Token) -> bool:
    if child.dep_ == "prep" and child.lower_ in CALLED.tells_topic:
        return any(inner.dep_ == "pobj" for inner in child.children)
    return child.dep_ in ("acl", "relcl") and child.pos_ == "VERB" and child.tag_ in ("VB", "VBG")
