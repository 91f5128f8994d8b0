"""The items of a reading: each with its id, the words that it rests on, and what of it is inferred.

A field that ``inferred`` does not name is plainly said by the report; what is not known is null. ``party`` is a party's
id; who speaks, acts, signs, claims or holds office is a :class:`~detente.model.references.Reference`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.references import Reference
from detente.model.words import Words

PartyKind = Literal["state", "former state", "organisation", "group", "bloc"]
Manner = Literal["direct", "indirect", "mixed", "position", "declined"]
Act = Literal[
    "asserts", "believes", "wishes", "demands", "offers", "promises", "threatens", "rejects", "accepts", "denies",
    "accuses", "praises", "regrets", "declines",
]  # fmt: skip
Polarity = Literal["affirmed", "negated"]
Status = Literal["occurred", "ongoing", "scheduled", "hypothetical", "denied"]
Tense = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
Aspect = Literal["NONE", "PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE"]
EventRole = Literal["victim", "mediator", "host", "guarantor", "addressee"]
AgreementStatus = Literal[
    "proposed", "under negotiation", "agreed", "signed", "ratified", "in force", "suspended", "withdrawn", "ended",
]  # fmt: skip
Bound = Literal["at least", "more than", "at most", "less than", "about"]
Change = Literal["increase", "decrease"]
Measure = Literal[
    "count", "money", "percent", "length", "area", "mass", "volume", "speed", "power", "energy", "temperature",
    "frequency", "data", "charge", "duration", "ratio", "age",
]  # fmt: skip
Pressing = Literal["promotes", "hampers"]
Stance = Literal[
    "asserts", "demands", "offers", "accepts", "accepts if", "rejects", "threatens", "denies", "wishes", "withholds",
]  # fmt: skip
Firmness = Literal["firm", "tentative"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: TIMEX3 attributes (TimeML 1.2.1) and the date it stands for.

    ``edtf`` is null where EDTF has no such value (PRESENT_REF, P3D).
    """

    id: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    evidence: Words
    edtf: Date | None = None
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

    ``id`` is ISO 3166-1 alpha-3, XKX, the code of a former state (SUN, YUG), or a code of the tables of parties. A
    party that the report itself does not name, but that a table or the context adds to an item, has no mentions and
    says so in ``inferred``; its evidence is that of the item.
    """

    id: str
    kind: PartyKind
    name: str  #: its usual English name
    names: tuple[str, ...]  #: as the report calls it
    mentions: tuple[Words, ...]
    evidence: Words
    inferred: tuple[Inference, ...] = ()


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
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody to whom a statement's content attributes its words: "Oslo said that Lund had told it that ..."."""

    speaker: Reference | None
    party: str | None
    content: Words
    cue: Words
    source: Words


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or a stance attributed to a source."""

    id: str
    speaker: Reference | None  #: null where unresolved
    party: str | None  #: on whose behalf; of several who speak together, that of the first
    manner: Manner
    content: Words | None
    cue: Words | None
    source: Words | None
    date: Date | None  #: of the saying
    venue: str | None
    addressee: Reference | None
    anonymous: bool
    evidence: Words
    act: Act | None = None  #: the speech act; null where the words give none
    polarity: Polarity = "affirmed"  #: negated: "did not say", "never promised"
    hedges: tuple[Words, ...] = ()  #: words that qualify it: "reportedly", "may", "appeared to"
    relay: str | None = None  #: the medium through which it was heard: "told Interfax", "was quoted by"
    speakers: tuple[Reference, ...] = ()  #: of several who speak together, each one
    chain: tuple[Link, ...] = ()  #: whom the content attributes its words to in turn, outermost first
    quoted: tuple[Words, ...] = ()  #: the stretches of the content that stand in quotation marks
    condition: Words | None = None  #: on which the content depends: "if …", "unless …"; part of the content
    inferred: tuple[Inference, ...] = ()


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
class Role:
    """Somebody in an event who neither does it nor is its target."""

    role: EventRole
    who: Reference


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens between parties.

    ``source`` and ``target`` are parties; whom the report only describes stands there where it names nobody. What one
    side alone says has ``by``; what a statement already shows, or tells where no line could tell it whole, has that
    statement's id, and is left out of the printed list.
    """

    id: str
    what: Words
    type: str | None  #: PLOVER 2.0
    source: tuple[Reference, ...]
    target: tuple[Reference, ...]
    people: tuple[Reference, ...]
    date: Date | None
    place: str | None
    status: Status
    evidence: Words
    clause: Words | None = None  #: the words that say who did what to whom; null for what was entered without them
    by: Reference | None = None  #: whose words alone tell it; null for what the report tells itself
    statement: str | None = None  #: the id of the statement that shows it
    roles: tuple[Role, ...] = ()  #: who else has a part in it
    mode: str | None = None  #: PLOVER 2.0: how; null where the type has none or the words give none
    context: tuple[str, ...] = ()  #: PLOVER 2.0: what it is about
    status_cue: Words | None = None  #: the word that the status rests on; null for what is plainly told
    instance: Instance | None = None  #: its grammar; null for what was not read from a parse
    line: bool = (
        True  #: whether a line of its own tells it; another's does, or its words tell it only in part, where not
    )
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Ahead:
    """Something due after the report: a visit, a deadline, a speech."""

    id: str
    what: Words
    date: Date | None
    who: tuple[Reference, ...]
    evidence: Words
    status: Literal["due", "postponed", "cancelled"] = "due"
    recurs: str | None = None  #: how often, as the value of a TIMEX3 SET
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """When a tenure ends."""

    id: str
    person: Reference
    office: str | None
    until: Date
    evidence: Words
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """That a party claims a territory, or holds it: as the report says, or as the table of territories has it.

    ``evidence`` is the report's words where ``basis`` is said; ``as_of`` the date of the table where it is table.
    """

    who: Reference
    basis: Literal["said", "table"]
    evidence: Words | None = None
    as_of: Date | None = None


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
    claimed_by: tuple[Reference, ...]
    held_by: Reference | None  #: null where nobody, several, or nobody known
    claims: tuple[Claim, ...]
    holdings: tuple[Claim, ...]
    coordinates: tuple[float, float] | None  #: latitude and longitude in degrees, of the table
    known: str | None  #: its id in the table of territories; null where only the report knows it
    mentions: tuple[Words, ...]
    evidence: Words
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """What an agreement obliges to or allows, in the report's words, and on what condition."""

    text: Words
    condition: Words | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, declaration, accord or understanding, named or not, made or only wanted.

    What of it comes from the context around it or from the table of known agreements stands in ``inferred``.
    """

    id: str
    name: str  #: as the report calls it; "agreement to …" with the words of what was agreed, where it has no name
    aliases: tuple[str, ...]
    date: Date | None  #: of signature or adoption
    parties: tuple[Reference, ...]
    status: AgreementStatus | None
    status_cue: Words | None
    provisions: tuple[Provision, ...]
    known: str | None  #: its name in the table of agreements
    mentions: tuple[Words, ...]
    evidence: Words
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """How much or how many of something, as the report gives it: "more than 250,000 people", "3 percent lower"."""

    id: str
    value: float  #: of a range, its lower end
    upper: float | None  #: the upper end of a range
    bound: Bound | None  #: null for what is given as exact
    measure: Measure
    unit: str | None  #: percent, an ISO 4217 code, else the report's word: "kilometers", "troops"
    symbol: str | None  #: of a unit of measure: "km"
    of: Words | None  #: what it counts or measures
    change: Change | None  #: where it says by how much something rose or fell
    period: Date | None
    place: str | None
    said_by: Reference | None  #: where only somebody's words tell it
    mentions: tuple[Words, ...]  #: each place that gives it
    evidence: Words
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressure:
    """That something promotes or hampers something else, in the report's words: a cause, an effect, what says so."""

    id: str
    cause: Words
    effect: Words
    direction: Pressing
    on: Reference | None  #: who is pressed; null where the words name nobody
    cue: Words | None  #: the connective: "amid", "out of consideration for", "could adversely affect"
    status: Literal["told", "reported", "hypothetical"]  #: told by the report itself, by somebody, or only supposed
    by: Reference | None  #: whose words tell it
    evidence: Words
    inferred: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where a party stands on an issue, in its own words or in those that report it.

    It rests on statements, events or agreements: there is none without one. What several places of the report tell of
    one party, issue and stance is one position with all of them in ``mentions``.
    """

    id: str
    party: str | None  #: whose it is; null where several hold it together, or one that the report only describes
    issue: str  #: what it is on, by the report's words: an agreement, a territory, a thing
    kind: str | None  #: of issue, of the table of kinds; null where no word tells
    stance: Stance
    claim: Words
    condition: Words | None  #: on which it depends: "until …", "in return for …"
    consequence: Words | None  #: what is said to follow, of a threat the thing threatened
    side: tuple[Reference, ...]  #: everybody who holds it, parties and whom the report only describes
    by: Reference | None  #: who says it for the party; null where that is the party, or the report tells it
    firmness: Firmness | None  #: null where no word says how firm
    firmness_cue: Words | None
    date: Date | None  #: as of when
    about: str | None  #: the id of the agreement or territory that it is on
    rests_on: tuple[str, ...]  #: the ids of statements, events and agreements
    mentions: tuple[Words, ...]  #: every place that tells it, the claim's first
    evidence: Words
    inferred: tuple[Inference, ...] = ()
