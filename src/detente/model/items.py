"""The items of a reading. Every one has an id (a content hash) and the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.model.words import Words

PartyKind = Literal["state", "former state", "organisation", "group", "bloc"]
Manner = Literal["direct", "indirect", "mixed", "position", "declined"]
Act = Literal[
    "asserts", "believes", "wishes", "demands", "offers", "promises", "threatens", "rejects", "accepts", "denies",
    "accuses", "praises", "regrets", "declines",
]  # fmt: skip
Polarity = Literal["affirmed", "negated"]
PartyBasis = Literal["said", "office", "context", "table"]
Status = Literal["occurred", "ongoing", "scheduled", "hypothetical", "denied"]
EventDateBasis = Literal["clause", "sentence", "when", "story", "vague", "none"]
Tense = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
Aspect = Literal["NONE", "PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE"]
PlaceBasis = Literal["clause", "goal", "taken", "unnamed", "none"]
AgreementBasis = Literal["said", "context", "table"]
AgreementStatus = Literal[
    "proposed", "under negotiation", "agreed", "signed", "ratified", "in force", "suspended", "withdrawn", "ended",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: TIMEX3 attributes (TimeML 1.2.1) and the EDTF date it stands for.

    ``edtf`` is null where EDTF has no such value (PRESENT_REF, P3D); ``part`` keeps early, mid or late.
    """

    id: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    evidence: Words
    edtf: str | None = None
    part: Literal["early", "mid", "late"] | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None
    anchor_time_id: str | None = None
    function_in_document: str | None = None
    temporal_function: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A state, organisation or group.

    ``id`` is ISO 3166-1 alpha-3, XKX, the code of a former state (SUN, YUG), or a name.
    """

    id: str
    kind: PartyKind
    name: str  #: its usual English name
    names: tuple[str, ...]  #: as the report calls it
    mentions: tuple[Words, ...]
    evidence: Words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named, with the office and party that the report gives them; what is not said is null."""

    id: str
    name: str
    party: str | None
    office: str | None
    aliases: tuple[str, ...]
    mentions: tuple[Words, ...]
    evidence: Words
    offices: tuple[str, ...] = ()  #: every office that the report gives, "former" and "acting" included
    party_basis: PartyBasis | None = None  #: said of the person; of the office; from what stands around; a known leader


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody to whom a statement's content attributes its words: "Oslo said that Lund had told it that ..."."""

    speaker: str | None
    party: str | None
    content: Words
    cue: Words
    source: Words


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or a stance attributed to a source."""

    id: str
    speaker: str | None  #: a person's name, a party's id, or the words of the source; null where unresolved
    party: str | None  #: on whose behalf
    manner: Manner
    content: Words | None
    cue: Words | None
    source: Words | None
    date: str | None  #: EDTF, of the saying
    venue: str | None
    addressee: str | None
    anonymous: bool
    evidence: Words
    act: Act | None = None  #: the speech act; null where the words give none
    polarity: Polarity = "affirmed"  #: negated: "did not say", "never promised"
    hedges: tuple[Words, ...] = ()  #: words that qualify it: "reportedly", "may", "appeared to"
    relay: str | None = None  #: the medium through which it was heard: "told Interfax", "was quoted by"
    speakers: tuple[str, ...] = ()  #: of several who speak together, each one's name or party id
    chain: tuple[Link, ...] = ()  #: whom the content attributes its words to in turn, outermost first


@dataclass(frozen=True, slots=True)
class Instance:
    """How an event is worded, as TimeML's MAKEINSTANCE has it."""

    word: Words  #: the one word that carries it
    pos: Literal["VERB", "NOUN", "ADJECTIVE"]
    tense: Tense
    aspect: Aspect
    polarity: Literal["POS", "NEG"]
    modality: str | None  #: the modal verb


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens between parties."""

    id: str
    what: Words
    type: str | None  #: PLOVER 2.0
    source: tuple[str, ...]
    target: tuple[str, ...]
    people: tuple[str, ...]
    date: str | None  #: EDTF; null where the words give none
    place: str | None
    status: Status
    evidence: Words
    mode: str | None = None  #: PLOVER 2.0: how; null where the type has none or the words give none
    context: tuple[str, ...] = ()  #: PLOVER 2.0: what it is about
    status_cue: Words | None = None  #: the word that the status rests on; null for what is plainly told
    date_basis: EventDateBasis = "none"  #: what gave the date, or why there is none
    place_basis: PlaceBasis = "none"  #: what gave the place, or why there is none
    instance: Instance | None = None  #: its grammar; null for what was not read from a parse


@dataclass(frozen=True, slots=True)
class Ahead:
    """Something due after the report: a visit, a deadline, a speech."""

    id: str
    what: Words
    date: str | None  #: EDTF
    who: tuple[str, ...]  #: party ids
    evidence: Words
    status: Literal["due", "postponed", "cancelled"] = "due"
    recurs: str | None = None  #: how often, as the value of a TIMEX3 SET


@dataclass(frozen=True, slots=True)
class Term:
    """When a tenure ends."""

    id: str
    person: str
    office: str | None
    until: str  #: EDTF
    evidence: Words


@dataclass(frozen=True, slots=True)
class Claim:
    """That a party claims a territory, or holds it: as the report says, or as the table of territories has it.

    ``evidence`` is the report's words where ``basis`` is said; ``as_of`` is EDTF where it is table.
    """

    party: str
    basis: Literal["said", "table"]
    evidence: Words | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """A place that somebody claims; listing says nothing on whose it is.

    ``claimed_by`` and ``held_by`` sum up ``claims`` and ``holdings``: what the report says first, then the table.
    """

    id: str
    name: str  #: the fullest name that the report gives it
    aliases: tuple[str, ...]  #: its other names in the report
    kind: str | None  #: of the table: islands, region, waters …
    members: tuple[str, ...]  #: its parts that the report names, as it names them
    claimed_by: tuple[str, ...]
    held_by: str | None  #: null where nobody, several, or nobody known
    claims: tuple[Claim, ...]
    holdings: tuple[Claim, ...]
    coordinates: tuple[float, float] | None  #: latitude and longitude in degrees, of the table
    known: str | None  #: its id in the table of territories; null where only the report knows it
    mentions: tuple[Words, ...]
    evidence: Words


@dataclass(frozen=True, slots=True)
class Provision:
    """What an agreement obliges to or allows, in the report's words, and on what condition."""

    text: Words
    condition: Words | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, declaration, accord or understanding, named or not, made or only wanted.

    Each basis tells from what its field is known: said of the agreement, from the context around it, or the table of
    known agreements; null where the field is.
    """

    id: str
    name: str  #: as the report calls it; "agreement to …" with the words of what was agreed, where it has no name
    aliases: tuple[str, ...]
    date: str | None  #: EDTF, of signature or adoption
    date_basis: AgreementBasis | None
    parties: tuple[str, ...]
    parties_basis: AgreementBasis | None
    status: AgreementStatus | None
    status_basis: AgreementBasis | None
    status_cue: Words | None
    provisions: tuple[Provision, ...]
    known: str | None  #: its name in the table of agreements
    mentions: tuple[Words, ...]
    evidence: Words
