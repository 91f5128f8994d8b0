"""When an event took place: a trigger with the dates told around it -> the one that is most likely its own, or none.

Each date named in its sentence, told before it in its paragraph or in the lead, or of an event or a statement that it
goes with is a candidate. A sum of the weights of its traits ("governs clause", "after 2", "lead alone") decides; an
event whose candidates all weigh too little has no date. The weights were learned from annotated reports
(``training/events/when.py``) and stand in ``when.tsv``. The day of the report is never taken for want of another.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib.resources import files
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from detente.knowledge.loader import words
from detente.model.inference import Inference
from detente.reading.english.clauses import RELATIVES, is_passive
from detente.reading.english.labels import SUBJECTS
from detente.reading.events.instance import is_past
from detente.reading.events.lexicon import lexicon
from detente.reading.events.voice import BY_WORDS
from detente.reading.time.basis import inferred
from detente.reading.time.governing import Placed, governing, of_sentence, of_story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from detente.model.date import Date
    from detente.model.items import Event, Statement, Time
    from detente.reading.english.factuality import Ruling
    from detente.reading.events.roles import Roles
    from detente.reading.events.triggers import Trigger
    from detente.reading.events.voice import Voice

_DISTANCES = (1, 3, 6, 12, 25)  # tokens
_PLACES = (1, 2, 4, 8)  # sentences
_CLIMB = 5
_BACK = 6  # events before it that may have its date
_DAYS = (0, 1, 3, 7, 31, 366)
_ASIDE = frozenset({"relcl", "acl", "advcl"})
_SINCE = words("en/events/dates", "since")
_CERTAIN = words("en/events/dates", "certain")


#: How a trait begins that tells where a date comes from, the surest first.
_BASES = {  # codes: traits
    "sentence": ("governs ",),
    "statement": ("act of ", "told in "),
    "story": ("paragraph ", "lead "),
}
#: The sum from which a date is taken, by where it comes from: where three of four so given are right in reports that
#: the weights have not seen (of statements' dates never more than half are). A false date is worse than none.
_LEAST = {  # codes: kinds of basis
    "clause": 0.0,
    "sentence": 0.6,
    "statement": 1.0,
    "story": 0.2,
    "event": 0.0,
}
_LEAD = 3  # sentences that make a report's lead
_FAR = 1.0  # what a date must weigh more that is from the lead deep in the report, or from elsewhere beside others


class Situation(NamedTuple):
    """What is known of a happening besides its words."""

    status: Ruling  #: as its words have it
    syntax: Roles
    speaker: str | None
    voice: Voice
    sentence: int  #: counted from 0
    published: Date | None

    @property
    def parties(self) -> frozenset[str]:
        """The parties of both sides."""
        return frozenset((*self.syntax.source.parties, *self.syntax.target.parties))


class Chosen(NamedTuple):
    """The date of an event, and why it has it where it is not plainly said."""

    date: Date | None = None
    inferred: tuple[Inference, ...] = ()


class Beside(NamedTuple):
    """A date told around a happening, with the traits that speak for or against its being the date of it."""

    chosen: Chosen
    traits: tuple[str, ...]


@cache
def weights() -> Mapping[str, float]:
    """The weight of each trait; one that it lacks weighs nothing."""
    text = files(__package__).joinpath("when.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {trait: float(weight) for trait, weight in rows}


def chosen(
    doc: Doc, trigger: Trigger, situation: Situation, before: Iterable[Event], by: Mapping[str, float] | None = None
) -> Chosen:
    """The likeliest date; none where none is likely enough."""
    known = by if by is not None else weights()
    best, most = None, -inf
    for each in beside(doc, trigger, situation, before):
        odds = sum(known.get(trait, 0.0) for trait in each.traits)
        if odds > most:
            best, most = each, odds
    return best.chosen if best is not None and most > _least(best, situation) else Chosen()


def _least(one: Beside, situation: Situation) -> float:
    """The sum from which a date is taken; more where it is from afar, or the sentence has others."""
    basis = _basis(one)
    if basis in ("clause", "sentence"):
        return _LEAST[basis]
    deep = basis == "story" and situation.sentence >= _LEAD
    beside = any("beside dates" in trait for trait in one.traits)
    return _LEAST[basis] + (_FAR if deep or beside else 0.0)


def _basis(one: Beside) -> str:
    """Where a date comes from: its own clause, its sentence, a statement, the course of the report, another event."""
    if "governs clause" in one.traits:
        return "clause"
    return next((kind for kind, starts in _BASES.items() if any(t.startswith(starts) for t in one.traits)), "event")


def beside(doc: Doc, trigger: Trigger, situation: Situation, before: Iterable[Event]) -> list[Beside]:
    """Each date that may be the event's, once, with its traits; the one that is said most plainly comes first."""
    found: dict[str, tuple[Chosen, list[str]]] = {}
    for told, traits in _told(doc, trigger, situation, before):
        if told.date is not None and _may_be(told, trigger, situation):
            found.setdefault(str(told.date), (told, []))[1].extend(traits)
    if not found:
        return []
    shared = tuple(_of_trigger(trigger, situation))
    several = "only date" if len(found) == 1 else "one of several"
    made = []
    for told, traits in found.values():
        assert told.date is not None
        of_date = [f"is {told.date.precision}", several, f"lies {_lies(told.date, situation.published)}"]
        own = [*dict.fromkeys((*traits, *of_date))]
        made.append(Beside(told, ("bias", *own, *(f"{trait} {each}" for trait in own for each in shared))))
    return made


def _may_be(told: Chosen, trigger: Trigger, situation: Situation) -> bool:
    """Whether a date can be the event's: none ahead of the report of what was done, none behind it of what is due."""
    ruling, published = situation.status, situation.published
    assert told.date is not None
    if published is None:
        return True
    if ruling.status in ("occurred", "ongoing"):
        return not (published.before(told.date) and is_past(trigger.token))
    if ruling.status == "denied" or not told.date.before(published):
        return True
    elsewhere = any(each.basis == "context" for each in told.inferred)
    return not elsewhere and (ruling.cue is None or ruling.cue.lower_ not in _CERTAIN)


def _told(
    doc: Doc, trigger: Trigger, situation: Situation, before: Iterable[Event]
) -> Iterator[tuple[Chosen, list[str]]]:
    token = trigger.token
    here = of_sentence(doc, token)
    rules: dict[str, str] = {}
    for word in dict.fromkeys((trigger.name, token)):
        found = governing(doc, word, narrative=False)
        if found is not None:
            rules.setdefault(found.time.id, found.by)
    for placed in here:
        if _is_by_argument(placed, trigger):
            rules.setdefault(placed.time.id, "clause")
    for placed in sorted(here, key=lambda p: (p.time.id not in rules, abs(p.start - token.i))):
        if placed.time.id not in rules and _is_of_another(placed, trigger):
            continue
        if situation.status.status == "occurred" and _is_beginning(placed):
            continue
        said = rules.get(placed.time.id) == "clause"
        yield _of_time(placed.time, said=said), [*_in_sentence(trigger, placed, here, rules.get(placed.time.id))]
    at_hand = "beside dates" if here else "alone"
    paragraph, lead = of_story(doc, token)
    if paragraph is not None:
        yield _of_time(paragraph.time, said=False), [f"paragraph {at_hand}"]
    if lead is not None:
        place = bisect_right(_PLACES, situation.sentence)
        yield _of_time(lead.time, said=False), [f"lead {at_hand}", f"lead from {place}"]
    act, teller = situation.voice.act_of, situation.voice.told_in
    if act is not None and act.date is not None:
        yield _of_statement(act), [f"act of statement {at_hand}", "act of statement"]
    if teller is not None and teller.date is not None:
        own = "own" if situation.syntax.source.parties == (situation.speaker,) else "another's"
        words = f"{own} {'by words' if trigger.cue.type in BY_WORDS else 'deed'} {token.tag_}"
        yield _of_statement(teller), [f"told in statement {at_hand}", f"told in statement {words}"]
    told = [event for event in before if event.date is not None]
    for steps, event in enumerate(told[:_BACK]):
        yield _of_event(event), [*_beside_event(event, trigger, situation, steps, at_hand)]


def _of_event(event: Event) -> Chosen:
    return Chosen(event.date, (Inference("date", "context", event.evidence),))


def _parties(event: Event) -> set[str | None]:
    return {who.id for who in (*event.source, *event.target)}


def _of_time(time: Time, *, said: bool) -> Chosen:
    return Chosen(time.edtf, inferred("date", time, said=said))


def _of_statement(statement: Statement) -> Chosen:
    return Chosen(statement.date, tuple(each for each in statement.inferred if each.field == "date"))


def _beside_event(event: Event, trigger: Trigger, situation: Situation, steps: int, at_hand: str) -> Iterator[str]:
    """How an event before it is like it."""
    alike = "shared" if _parties(event) & situation.parties else "open" if not situation.parties else "other"
    same = "same type" if event.type == (trigger.cue.type or None) else "another type"
    near = "same status" if event.status == situation.status.status else "another status"
    yield f"event before {min(steps, 3)} {at_hand}"
    yield f"event before {alike} {at_hand}"
    yield f"event before {alike} {same} {near}"


def _in_sentence(trigger: Trigger, placed: Placed, here: tuple[Placed, ...], rule: str | None) -> Iterator[str]:
    """How a date of its own sentence stands to it."""
    token = trigger.token
    yield f"governs {rule}"
    side = "before" if placed.start < token.i else "after"
    steps = bisect_right(_DISTANCES, abs(placed.start - token.i))
    yield f"{side} {steps}"
    yield f"{side} after {_preposition(placed.root)}"
    yield f"path {_path(token, placed.root)}"
    if len(here) > 1:
        nearest = min(here, key=lambda p: (abs(p.start - token.i), p.start))
        yield "nearest" if nearest is placed else "not the nearest"


def _is_by_argument(placed: Placed, trigger: Trigger) -> bool:
    """Whether a date that hangs on a noun is the verb's: "seized a trawler on 4 March", "Sunday's raid killed two".

    On what is done to something no happening, on who does it one: "condemned the raid on 4 March" tells no day.
    """
    noun, verb = trigger.token.doc[placed.clause], trigger.token
    if noun.pos_ == "VERB" and noun.dep_ == "acl" and noun.tag_ == "VBG" and noun.head.dep_ == "dobj":
        return noun.head.head.i == verb.i and verb.tag_ == "VBD" and placed.start > noun.i  # "built a road leading to"
    if noun.pos_ != "NOUN" or verb.pos_ != "VERB" or noun.i == trigger.name.i:
        return False
    happens = noun.lemma_.lower() in lexicon().nouns
    if noun.dep_ == "dobj" and noun.head.i == verb.i:
        return not happens and placed.start > noun.i
    own = noun.dep_ in SUBJECTS and noun.head.i == verb.i
    return happens and (own or (verb.dep_ == "relcl" and verb.head.i == noun.i and verb.left_edge.lower_ in RELATIVES))


def _is_of_another(placed: Placed, trigger: Trigger) -> bool:
    """Whether a date stands in a clause that only tells of a word, or dates a noun, of which the event is no part."""
    at = trigger.token.doc[placed.clause]
    if at.pos_ == "NOUN" and at not in (trigger.name, trigger.token):
        return True
    own = {trigger.token.i, *(up.i for up in trigger.token.ancestors)}
    for _ in range(_CLIMB):
        if at.i in own or at.head.i == at.i:
            return False
        if at.dep_ in _ASIDE:
            return True
        at = at.head
    return False


def _is_beginning(placed: Placed) -> bool:
    """Whether a date only says since when: "since May", "since the coup in 2020"."""
    at = placed.root
    for _ in range(_CLIMB):
        if at.lower_ in _SINCE:
            return True
        if at.i == placed.clause or at.head.i == at.i:
            return False
        at = at.head
    return False


def _preposition(root: Token) -> str:
    return root.head.lower_ if root.dep_ == "pobj" else root.dep_


def _path(token: Token, root: Token) -> str:
    """The relations from the event's word up to what governs both, and from there down to the date's."""
    above: dict[int, int] = {}
    at = token
    up: list[str] = []
    down: list[str] = []
    for steps in range(_CLIMB):
        above[at.i] = steps
        up.append(at.dep_)
        if at.head.i == at.i:
            break
        at = at.head
    at = root
    for _ in range(_CLIMB):
        if at.i in above:
            ups = [*dict.fromkeys(up[: above[at.i]])]
            downs = [*dict.fromkeys(d for d in down if d not in ("pobj", "prep"))]
            return f"{' '.join(ups)} < {' '.join(reversed(downs))}"
        down.append(at.dep_)
        if at.head.i == at.i:
            break
        at = at.head
    return "far"


def _of_trigger(trigger: Trigger, situation: Situation) -> Iterator[str]:
    """What holds of the happening itself."""
    token = trigger.token
    auxiliaries = {c.tag_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    if token.pos_ not in ("VERB", "AUX"):
        form = "noun"
    elif token.tag_ == "VBN" and not is_passive(token):
        form = "perfect" if auxiliaries else "participle"
    else:
        form = f"{token.tag_} {' '.join(sorted(auxiliaries))}".strip()
    yield f"form={form}"
    voice = situation.voice
    yield f"told={'act' if voice.act_of is not None else 'by' if voice.told_in is not None else 'report'}"


def _lies(date: Date, published: Date | None) -> str:
    """Where a date lies by the report's."""
    if published is None or published.earliest is None or date.earliest is None:
        return "open"
    if published.before(date):
        return "ahead"
    if date.overlaps(published):
        return "on the day" if date.precision == published.precision else "around the day"
    (year, month, day), (then, of_month, of_day) = published.earliest, date.latest or date.earliest
    behind = (year - then) * 366 + (month - of_month) * 31 + day - of_day
    return f"behind {bisect_right(_DAYS, behind)}"
