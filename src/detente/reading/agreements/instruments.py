"""Which mentions are of one agreement: by name, abbreviation, year and head noun, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED
from detente.knowledge.agreements import AgreementRecord

if TYPE_CHECKING:
    from detente.model.date import Date
    from detente.model.items import AgreementStatus, Provision
    from detente.reading.agreements.mentions import Mention

_LOOK_BACK = 12  # agreements that a mention may mean


@dataclass(slots=True)
class Standing:
    """How one mention says that an agreement stands; ``start`` and ``end`` are the cue's characters."""

    status: AgreementStatus
    start: int
    end: int


@dataclass(slots=True)
class Instrument:
    """One agreement of the report while it is read."""

    kind: str
    record: AgreementRecord | None = None
    named: bool = False
    words: frozenset[str] = frozenset()
    years: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    asides: list[Mention] = field(default_factory=list)  #: in a headline, whose words are no name
    others: list[tuple[int, int]] = field(default_factory=list)  #: characters of "it", "the text"
    said: dict[str, int] = field(default_factory=dict)  #: parties that the report gives it, with how often
    described: dict[str, None] = field(default_factory=dict)  #: those of which it gives only a description
    context: dict[str, int] = field(default_factory=dict)  #: parties around its mentions, with how often
    around: dict[str, tuple[int, int]] = field(default_factory=dict)  #: characters that name those first
    brokers: set[str] = field(default_factory=set)  #: who brought it about for others
    dates: list[Date] = field(default_factory=list)
    dated_by_report: bool = False  #: whether its date is only that of the report
    standings: list[Standing] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    label: str | None = None  #: a name made of what was agreed
    span: tuple[int, int] | None = None  #: characters it rests on, where it has no mention
    word: int | None = None  #: the character of the word it hangs on, where it has neither mention nor name
    plural: bool = False
    wanted: bool = False  #: whether any mention has it as "a treaty", one of which nothing says that there is one
    exists: bool = False  #: whether any mention has it as one that there is: "a recent treaty"
    is_definite: bool = False  #: whether it is first spoken of as "the treaty"
    shared: tuple[str, ...] = ()  #: the parties of a document that recalls it
    indefinite: bool = False  #: whether it is first spoken of as "a treaty"

    def take(self, mention: Mention) -> None:
        """Add a mention with all that it tells."""
        if not self.mentions:
            self.is_definite = mention.definite
            self.plural = mention.plural
            self.indefinite = mention.indefinite or (mention.plural and not mention.definite)
        self.mentions.append(mention)
        self.exists = self.exists or mention.exists
        self.wanted = self.wanted or mention.indefinite or not (mention.definite or mention.named)
        self.record = self.record or mention.record
        if mention.named and not self.named:
            self.named, self.kind, self.words = True, mention.kind, mention.words
        elif not self.named:
            self.words |= mention.words
            if self.kind in CALLED.general:
                self.kind = mention.kind
        if mention.year:
            self.years.add(mention.year)
        if mention.acronym:
            self.acronyms.add(mention.acronym)

    @property
    def is_made(self) -> bool:
        """Whether anything says that it has come about."""
        dated = self.record is not None or self.years or self.dates
        return bool(dated) or any(each.status not in ("proposed", "under negotiation") for each in self.standings)

    @property
    def known_years(self) -> set[str]:
        """Every year that it is known by."""
        dates = [*self.dates, self.record.date] if self.record and self.record.date else self.dates
        return self.years | {year_of(date) for date in dates}


class Instruments:
    """The agreements of a report, in the order in which they come up."""

    def __init__(self) -> None:
        self.all: list[Instrument] = []
        self.recent: list[Instrument] = []  #: the last few mentioned, the last first

    def place(
        self,
        mention: Mention,
        parties: tuple[str, ...] = (),
        *,
        made: bool,
        wanted: bool = False,
        aside: bool = False,
    ) -> Instrument | None:
        """The agreement that a mention means: one met before, or a new one if it tells enough; none otherwise.

        ``parties`` are those that the mention gives it: what is between others is another;
        ``made`` says that the mention itself tells of its signing or the like: enough for "signed an agreement";
        ``wanted`` that it is one which somebody wants: enough for "a binding agreement";
        ``aside`` that its words name nothing that has been met.
        """
        found = self._met(mention, parties)
        if found is None:
            needs = CALLED.again | CALLED.only_made | CALLED.only_signed
            told = mention.specific or (wanted and mention.indefinite and mention.weighed)
            if not (made or (told and (mention.named or mention.kind not in needs))):
                return None
            several = mention.definite and mention.topic  # "the agreements on the lake"
            if mention.plural and not mention.named and not made and not several:
                return None
            found = Instrument(mention.kind, named=False)
            self.all.append(found)
        elif aside:
            found.asides.append(mention)
            return found
        found.take(mention)
        self.recent = [found, *(each for each in self.recent if each is not found)][:_LOOK_BACK]
        return found

    def join(self, one: Instrument, into: Instrument) -> None:
        """Make two one: what the first has goes to the second."""
        self.all.remove(one)
        into.mentions = sorted([*one.mentions, *into.mentions], key=lambda mention: mention.start)
        for party, count in one.context.items():
            into.context[party] = into.context.get(party, 0) + count
        into.around = one.around | into.around
        into.said.update({party: 1 for party in one.said if not into.said})
        into.standings += one.standings
        into.provisions += one.provisions

    def last(self) -> Instrument | None:
        """The agreement mentioned last."""
        return self.recent[0] if self.recent else None

    def _met(self, mention: Mention, parties: tuple[str, ...]) -> Instrument | None:
        recent = [each for each in self.recent if not _between_others(each, parties)]
        if mention.record is not None:
            same = next((each for each in recent if each.record is mention.record), None)
            unknown = [each for each in recent if each.record is None]
            same = same or next((each for each in unknown if _merges(each, mention)), None)
            return same or _named_now(unknown, mention)
        if mention.acronym:
            same = next((each for each in recent if mention.acronym in each.acronyms), None)
            if same is not None:
                return same
        fitting = [each for each in recent if _fits(each, mention)]
        if not fitting and (now := _named_now(recent, mention)) is not None:
            return now
        fitting = [each for each in fitting if each.plural is mention.plural] or fitting
        if mention.definite and not mention.to_come and not (mention.words or mention.named):
            fitting = [each for each in fitting if each.is_made or each.exists or each.is_definite] or fitting
        same_head = [each for each in fitting if each.kind == mention.kind] or fitting
        if mention.to_come and not mention.named:
            same_head = [each for each in same_head if not each.is_made] or same_head
        return next(iter(same_head), None)


def _between_others(instrument: Instrument, parties: tuple[str, ...]) -> bool:
    """Whether a mention gives other parties than the agreement is known to have."""
    known, given = set(instrument.said), set(parties)
    if not known or not given or max(len(known), len(given)) < 2:
        return False
    return known.isdisjoint(given) or (len(known) == len(given) == 2 and known != given)


def _named_now(recent: list[Instrument], mention: Mention) -> Instrument | None:
    """What was told of as "a declaration", signed, and is now called by its name: "the Lima Declaration"."""
    if not mention.named or not mention.definite or mention.plural:
        return None
    last = next((each for each in recent if each.kind == mention.kind), None)
    if last is None or last.named or last.plural or last.label or not (last.indefinite and last.is_made):
        return None
    record = mention.record
    dated = {year_of(record.date)} if record and record.date else {mention.year} if mention.year else set()
    if dated and last.known_years and dated.isdisjoint(last.known_years):
        return None
    between = not (record is not None and record.parties) or len(set(last.said) & set(record.parties)) > 1
    return last if between and last.words <= mention.words else None


def _merges(instrument: Instrument, mention: Mention) -> bool:
    """Whether a name of the table names what was first told without it: "the nuclear deal", then its name."""
    record = mention.record
    assert record is not None
    dated = year_of(record.date) if record.date else None
    return bool(dated and dated in instrument.years and alike_heads(instrument.kind, mention.kind))


def _fits(instrument: Instrument, mention: Mention) -> bool:
    if mention.proper and mention.words and not mention.words & instrument.words:
        return False
    if mention.other or (mention.kind == "draft" and instrument.is_made):
        return False
    if mention.year and instrument.known_years and mention.year not in instrument.known_years:
        return False
    if mention.named and instrument.named:
        return alike_heads(instrument.kind, mention.kind) and (
            mention.words <= instrument.words or instrument.words <= mention.words
        )
    if mention.plural and not mention.named and not (mention.definite and instrument.plural):
        return False
    same_year = bool(mention.year) and mention.year in instrument.known_years
    if not alike_heads(instrument.kind, mention.kind):
        return False
    if same_year and (mention.words <= instrument.words or not mention.words):
        return True
    if mention.named:  # a name for what had none
        return instrument.words <= mention.words and bool(instrument.years) and same_year
    if mention.year:  # "the 1998 pact" of an accord told of without its year
        open_ = instrument.years or instrument.indefinite or instrument.label or not instrument.is_definite
        return not open_ and mention.definite and mention.words <= instrument.words
    if mention.indefinite or not mention.definite:
        if instrument.named or instrument.years or instrument.label:
            return False
        if instrument.is_made and not mention.within:
            return False
        if mention.topic and mention.words and not (mention.words & instrument.words):
            return False
        return mention.words <= instrument.words or instrument.words <= mention.words
    if instrument.named and mention.words:
        return mention.words <= instrument.words
    return mention.words <= instrument.words or (not instrument.named and instrument.words <= mention.words)


def year_of(date: Date) -> str:
    """The year that a date begins with, as names of agreements have it."""
    return date.edtf[:4]


def alike_heads(one: str, other: str) -> bool:
    """Whether what is called ``one`` may be told again as ``other``."""
    general, truces = CALLED.general, CALLED.truces
    if (one in truces and other in truces) or (one in CALLED.plans and other in CALLED.plans):
        return True
    return one == other or other in general or (one in general and other == "treaty")
