"""What a construction keeps from being real: a word that names a happening -> its status, or nothing.

In: a verb or noun of a parse. Out: the status and the word that says so, by the table ``en/unreal``: inversions
("had Kenya signed"), questions, suppositions, what was averted, nearly done, only spoken of, held up or bargained over.
The constructions are tried in the order of the table.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from detente.knowledge.loader import Entry, table
from detente.model.items import Status
from detente.reading.english.clauses import child, is_definite
from detente.reading.english.labels import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS
from detente.reading.english.reality import REALITY

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

_TABLE = "en/unreal"
_LONGEST = 4  # words of a phrase


class Construction(Entry, frozen=True):
    """What a construction makes of a happening, the words that it needs, and sentences that show it both ways."""

    status: Status
    words: tuple[str, ...]
    examples: tuple[tuple[str, str, Status], ...]


class Constructions(Entry, frozen=True):
    """The table, a field for each construction."""

    inversion: Construction
    question: Construction
    supposed: Construction
    timely: Construction
    pretended: Construction
    untrue: Construction
    confirmed: Construction
    averted: Construction
    near: Construction
    almost: Construction
    kept_off: Construction
    escaped: Construction
    spoken_of: Construction
    delayed: Construction
    bargained: Construction


class Unreal(NamedTuple):
    """A status and the word that it rests on."""

    status: Status
    cue: Token


@cache
def constructions() -> Constructions:
    """The table, read once."""
    return table(_TABLE, Constructions)


@cache
def _words(name: str) -> frozenset[str]:
    found: Construction = getattr(constructions(), name)
    return frozenset(found.words)


def unreal(token: Token) -> Unreal | None:
    """What the first construction that fits says of a happening; none where all is told plainly."""
    for name, fits in _FITTING.items():
        cue = fits(token, _words(name))
        if cue is not None:
            found: Construction = getattr(constructions(), name)
            return Unreal(found.status, cue)
    return None


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _asked(token: Token) -> bool:
    """Whether its sentence ends as a question."""
    return any(word.text == "?" for word in token.sent[-2:])


def _inversion(token: Token, words: frozenset[str]) -> Token | None:
    if not _is_verb(token) or _asked(token):
        return None
    if token.head.lower_ in words and _parted(token):  # the parser takes the auxiliary for a verb of its own
        return token.head
    aux = next((c for c in token.lefts if c.dep_ in ("aux", "auxpass") and c.lower_ in words), None)
    if aux is None or (aux.lower_ in REALITY.were and not any(c.tag_ == "TO" for c in token.children)):
        return None
    return _before_subject(token, aux)


def _parted(verb: Token) -> bool:
    """Whether the verb above is the auxiliary of this one, with the subject of both between them."""
    aux = verb.head
    if aux.i > verb.i or any(c.dep_ in ACTIVE_SUBJECTS for c in aux.lefts):
        return False
    form = "TO" if aux.lower_ in REALITY.were else ""
    if (form and not any(c.tag_ == form for c in verb.lefts)) or (aux.lower_ in REALITY.had and verb.tag_ != "VBN"):
        return False
    between = [*aux.rights, *verb.lefts]
    return any(c.dep_ in (*ACTIVE_SUBJECTS, "attr") and aux.i < c.i < verb.i for c in between)


def _before_subject(verb: Token, aux: Token) -> Token | None:
    actor = child(verb, *ACTIVE_SUBJECTS, *PASSIVE_SUBJECTS)
    if actor is None or actor.i < aux.i:
        return None
    return aux if not any(c.tag_ in ("WRB", "WP", "WDT") or c.dep_ == "neg" for c in verb.lefts) else None


def _question(token: Token, words: frozenset[str]) -> Token | None:
    if not _is_verb(token) or token.dep_ not in ("ROOT", "conj", "ccomp") or token.sent[-1].text not in words:
        return None
    actor = child(token, *ACTIVE_SUBJECTS, *PASSIVE_SUBJECTS)
    aux = next((c for c in token.lefts if c.dep_ in ("aux", "auxpass")), None)
    if aux is None or actor is None or aux.i > actor.i or any(c.tag_.startswith("W") for c in token.lefts):
        return None
    return aux


def _supposed(token: Token, words: frozenset[str]) -> Token | None:
    head = token.head
    if not _is_verb(token):
        return None
    if token.dep_ == "ccomp" and head.lemma_.lower() in words and child(head, *ACTIVE_SUBJECTS) is None:
        return head
    first = token.sent[0]  # "Suppose Chile invaded": the parser may take it for an adverb
    return first if first.lower_ in words and first.head.i == token.i else None


def _timely(token: Token, words: frozenset[str]) -> Token | None:
    if token.tag_ != "VBD":
        return None
    at = token.head
    time = at if at.lower_ in words else next((c for c in at.children if c.dep_ == "attr" and c.lower_ in words), None)
    if time is None or time.i > token.i or any(c.tag_ == "JJ" and c.lower_ not in REALITY.timely for c in time.lefts):
        return None
    return time if not any(c.dep_ == "det" for c in time.lefts) else None


def _pretended(token: Token, words: frozenset[str]) -> Token | None:
    if not _is_verb(token):
        return None
    marks = (c for c in token.lefts if c.dep_ == "mark" and c.i > 0)
    return next((c for c in marks if f"{c.nbor(-1).lower_} {c.lower_}" in words), None)


def _falsehood(token: Token, words: frozenset[str], *, denied: bool) -> Token | None:
    if (
        not _is_verb(token)
        or token.head.lemma_ not in REALITY.copula
        or token.dep_ not in ("ccomp", "advcl", "acl", "csubj")
    ):
        at = token.head
        if not (
            _is_verb(token) and at.head.lemma_ in REALITY.copula and at.lower_ in words and at.dep_ in ("attr", "acomp")
        ):
            return None
        said, be = at, at.head
    else:
        be = token.head
        said = next((c for c in be.children if c.dep_ in ("acomp", "attr") and c.lower_ in words), be)
    if said is be:
        return None
    return said if any(c.dep_ == "neg" for c in be.children) == denied else None


@lru_cache(maxsize=4096)
def _may_end(words: frozenset[str], word: str) -> bool:
    """Whether one of the phrases ends with a word: what most do not, and is not looked at further."""
    return any(phrase.endswith(word) for phrase in words)


def _phrase(token: Token, words: frozenset[str]) -> Token | None:
    """One of the phrases right before the word or what belongs before it."""
    doc = token.doc
    for at in {token.left_edge.i, token.i}:
        if at == 0 or not _may_end(words, doc[at - 1].lower_):
            continue
        for size in range(2, _LONGEST + 1):
            if at - size >= token.sent.start and doc[at - size : at].text.lower() in words:
                return doc[at - 1]
    return None


def _almost(token: Token, words: frozenset[str]) -> Token | None:
    before = token.nbor(-1) if token.i > 0 else None
    if before is None or not _is_verb(token) or before.lower_ not in words or before.head.i != token.i:
        return None
    return before


def _kept(token: Token, words: frozenset[str], *, indefinite: bool = False) -> Token | None:
    """A verb that keeps its object from happening, its particle included; none where it is negated."""
    head = token.head
    if token.dep_ not in ("dobj", "nsubjpass", "dative", "oprd") or head.pos_ != "VERB" or token.pos_ != "NOUN":
        return None
    particle = child(head, "prt")
    lemma = head.lemma_.lower()
    if (f"{lemma} {particle.lower_}" if particle is not None else lemma) not in words:
        return None
    negated = any(c.lower_ in REALITY.negations for c in head.children)
    return head if not negated and not (indefinite and is_definite(token)) else None


def _spoken_of(token: Token, words: frozenset[str]) -> Token | None:
    prep = token.head
    if token.tag_ != "VBG" or token.dep_ != "pcomp" or prep.lower_ not in REALITY.speaking_of:
        return None
    return prep.head if prep.head.lemma_.lower() in words else None


def _bargained(token: Token, words: frozenset[str]) -> Token | None:
    prep = token.head
    if token.tag_ != "VBG" or token.dep_ != "pcomp" or prep.lower_ not in words:
        return None
    return prep.head if prep.head.lemma_.lower() in REALITY.bargaining else None


#: What finds each construction, in the order of the table.
_FITTING: dict[str, Callable[[Token, frozenset[str]], Token | None]] = dict(
    zip(
        Constructions.__struct_fields__,
        (
            _inversion,
            _question,
            _supposed,
            _timely,
            _pretended,
            lambda token, words: _falsehood(token, words, denied=False),
            lambda token, words: _falsehood(token, words, denied=True),
            _phrase,
            _phrase,
            _almost,
            _kept,
            lambda token, words: _kept(token, words, indefinite=True),
            _spoken_of,
            _kept,
            _bargained,
        ),
        strict=True,
    )
)
