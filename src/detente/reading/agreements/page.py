"""One report while its agreements are read: each mention, consent and "it" in turn, then the items."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED, PROVIDED, STANDING
from detente.model.report import Zone
from detente.reading.agreements.by_reference import by_reference
from detente.reading.agreements.consent import Consent, bargain, consent, exchange, is_sides, undertaking
from detente.reading.agreements.dates import date_of
from detente.reading.agreements.document import Document
from detente.reading.agreements.goes_on import after_colon, goes_on
from detente.reading.agreements.headline import settle_headline
from detente.reading.agreements.instruments import Instrument, Instruments, Standing
from detente.reading.agreements.items import agreement_item, first_words
from detente.reading.agreements.itself import itself
from detente.reading.agreements.label import singular, told_again
from detente.reading.agreements.mediators import mediating
from detente.reading.agreements.mentions import Mention, acronym_mention
from detente.reading.agreements.parties_to import brokers, described_parties, said_parties
from detente.reading.agreements.partners import named_and_described
from detente.reading.agreements.pronoun import is_near, object_it, told_as_it
from detente.reading.agreements.provisions import joined, listed, provision, provisions_at
from detente.reading.agreements.purpose import on_offer, purpose
from detente.reading.agreements.signed import signed
from detente.reading.agreements.standing import standing_of, standing_of_verb
from detente.reading.agreements.wanted import settle_pairs, settle_wanted
from detente.reading.cited import Cited
from detente.reading.english.cast import Cast
from detente.reading.english.clauses import is_definite, preps, subject
from detente.reading.english.documents import document
from detente.reading.english.factuality import status_of
from detente.reading.english.grammar import AS, IN
from detente.reading.extensions import anchors, report_text, sentences
from detente.reading.time.governing import governing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.items import Agreement, Provision
    from detente.model.mention import Mention as PartyMention

_BACK = 300  # characters before a sentence in which those stand that it is about
_NEAR = 600  # characters from what was agreed to where it is told of again
_TWO = 2
_ARTICLE = 4  # characters of "the " before the one who is bound
_SHORT = 3  # letters of a word that tells nothing
_GOING_ON = 3  # sentences after one that tells terms of a deal
_TOLD_OF = 3  # agreements that a sentence may tell of
_LABELS = 30  # agreements before one that it may be the same as
_MADE = frozenset({"signed", "agreed"})
_SIGNED = frozenset({"signed", "ratified"})
_DONE_BY = STANDING.signing | STANDING.ratifying | STANDING.suspending | STANDING.withdrawing | STANDING.ending
_DONE_TO_IT = frozenset({"signed", "ratified", "suspended", "withdrawn", "ended"})


class Page:
    """One report while its agreements are read."""

    def __init__(self, doc: Doc, title: Document | None) -> None:
        self.doc = doc
        self._title = title
        self._waiting: list[Provision] = []
        self._terms: tuple[Instrument, int] | None = None  #: whose terms are being told, in how many sentences more
        told = document(doc)
        self._account = told is not None and told.kind == "account"
        headline = next(iter(sentences(doc, Zone.HEADLINE)), None)
        self._headline = headline.end_char if headline is not None and title is None else 0
        self.acronyms: set[int] = set()  #: ids of the abbreviations that the report gave
        self.text = report_text(doc)
        self.cast = Cast(doc)
        self.found = Instruments()
        self.mentions: tuple[PartyMention, ...] = doc._.detente_mentions or doc._.detente_party_mentions
        self._starts = [mention.start for mention in self.mentions]
        self.parties = {party.id for party in doc._.detente_parties}
        self._states = {party.id for party in doc._.detente_parties if party.kind == "state"}
        self._most = _most(doc, self.mentions)
        self._mediators: set[str] = set()
        self._talking = _in_headline(doc, self.mentions) if self._account else ()
        self._struck: tuple[Instrument, int] | None = None  #: what was just said to be agreed, and where that ends
        self._single: tuple[Token, Consent] | None = None  #: what one side agreed to, without a word of the other
        self._told: tuple[Instrument, int] | None = None  #: whose terms were told last, and in which sentence

    @property
    def main(self) -> tuple[str, ...]:
        """The two states that the report speaks of most, without those who mediate; in an account those who talk."""
        if len(self._talking) == _TWO:
            return self._talking
        return tuple(party for party in self._most if party not in self._mediators)[:_TWO]

    def names_a_body(self, span: Span) -> bool:
        """Whether a treaty's name is only a part of who somebody is: "the Lake Treaty Organisation"."""
        mention = self.cast.mention(span.root)
        return mention is not None and mention.start <= span.start_char and mention.end > span.end_char

    def mediated(self, word: Token) -> None:
        """Read who brings others together: "Omani mediators", "brokered by Oman"."""
        self._mediators.update(mediating(word, self.cast))

    def meet(self, mention: Mention | None, sentence: Span) -> None:
        """Read one mention: which agreement it is, and what stands with it."""
        if mention is None:
            return
        if mention.anyhow and not mention.named:
            return
        if self._title is not None and (mention.head.idx < self._title.end or self._is_itself(mention)):
            return
        if mention.acronym is None:  # "the LPA truce", after "the Lake Peace Accord (LPA)"
            before = self.doc[mention.start : mention.head.i]
            mention.acronym = next((token.text for token in before if token.orth in self.acronyms), None)
        standing = standing_of(mention)
        if self._title is not None and _is_just_reached(mention, standing):
            return  # of itself a document says that "an agreement has been reached"
        made = standing is not None and standing[0] in _MADE
        mention.exists = mention.exists or _done_under(mention)
        provisions = provisions_at(self.text, mention)
        provisions = provisions or purpose(self.text, mention) or by_reference(self.text, mention)
        provisions = provisions or after_colon(self.text, mention)
        made = made or (bool(provisions) and (mention.definite or mention.kind in CALLED.drafts | CALLED.only_made))
        made = made or (mention.exists and mention.definite)
        made = made or on_offer(mention.head) is not None or mention.kind in CALLED.swaps
        if mention.kind in CALLED.only_signed and not mention.named:
            reached = standing is not None and standing[0] in _MADE and bool(provisions)
            binds = len(self._bound_by(provisions)) >= _TWO  # "Under the plan, Peru would pay and Chile would leave"
            made = reached or binds or (standing is not None and standing[0] in _SIGNED)
        alias = self._also_known_as(mention)
        if alias is not None:
            alias.take(mention)
            return
        again = self._in_headline(sentence) and not mention.named
        if again and not mention.indefinite:  # headlines leave articles out
            mention.definite = True
        wanted = standing is not None and standing[0] in ("proposed", "under negotiation")
        parties = said_parties(mention, self.cast)
        instrument = None
        if not self._belongs(mention):
            instrument = self.found.place(mention, parties, made=made, wanted=wanted, aside=again)
        if instrument is None:
            self._waiting += provisions if self._belongs(mention) else []
            return
        instrument = self._consented(mention, parties, instrument)
        for party in parties:
            instrument.said[party] = instrument.said.get(party, 0) + 1
        instrument.described.update(dict.fromkeys(described_parties(mention, self.cast)))
        instrument.brokers.update(brokers(mention, self.cast))
        near = self._around(sentence)
        topic = mention.definite and mention.head.dep_ in ("nsubj", "nsubjpass")
        if topic and not near and not instrument.said and not instrument.context:
            near = self._just_before(sentence.start_char)
        for party, place in near.items():
            if party not in instrument.brokers:
                instrument.context[party] = instrument.context.get(party, 0) + 1
                instrument.around.setdefault(party, place)
        if standing is not None and not self._by_others(instrument, *standing):
            status, word = standing
            instrument.standings.append(Standing(status, word.idx, word.idx + len(word)))
        if standing is not None and standing[0] in _MADE and standing[1].i >= sentence.start:
            self._struck = instrument, sentence.end
        instrument.acronyms |= _abbreviations(mention)
        self.acronyms.update(self.doc.vocab.strings.add(short) for short in instrument.acronyms)
        date = date_of(mention, standing)
        if date is not None:  # before the day on which two sides are said to have agreed
            instrument.dates.insert(0 if instrument.label else len(instrument.dates), date)
        instrument.provisions += [*self._waiting, *provisions]
        self._waiting = []
        bound = self._bound_by(provisions)
        if len(instrument.said) < _TWO <= len({*instrument.said, *bound}):
            instrument.said.update({party: 1 for party in bound if party not in instrument.said})

    def _bound_by(self, provisions: list[Provision]) -> tuple[str, ...]:
        """Who is to do what an agreement provides: the parties with which its clauses begin."""
        found: dict[str, None] = {}
        for each in provisions:
            at = bisect_left(self._starts, each.text.start)
            for mention in self.mentions[at : at + 1]:
                if mention.start <= each.text.start + _ARTICLE and not mention.place and mention.end < each.text.end:
                    found.update(dict.fromkeys(mention.parties))
        return tuple(found)

    def _by_others(self, instrument: Instrument, status: str, word: Token) -> bool:
        """Whether those who are said to leave an agreement are none of its parties: "the summit denounced the pact"."""
        if status != "withdrawn" or word.pos_ != "VERB":
            return False
        actor = subject(word)
        who = set(self.cast.named(actor).parties) if actor is not None else set()
        own = set(instrument.said) | set(instrument.record.parties if instrument.record is not None else ())
        return len(own) >= _TWO and who.isdisjoint(own) and (bool(who) or word.lemma_ in STANDING.condemning)

    def _consented(self, mention: Mention, parties: tuple[str, ...], met: Instrument) -> Instrument:
        """What was just agreed without a name, where it is first called "the deal" now; else the one that was met."""
        if len(met.mentions) > 1 or met.record or not mention.definite or mention.named or mention.year:
            return met
        told = next((each for each in reversed(self.found.all) if each.label and each.word is not None), None)
        if told is None or told.word is None or told.word > mention.head.idx or told.mentions:
            return met
        stops = any(word in PROVIDED.halting for word in (told.label or "").split()[2:3])
        fits = mention.kind in CALLED.general or (mention.kind in CALLED.truces and stops)
        about = {singular(word) for word in (told.label or "").lower().split()[2:]}
        shared = len({singular(word) for word in mention.words} & about)
        near = mention.head.idx - told.word < _NEAR and (stops or not mention.words)
        if not fits or (parties and not set(parties) <= set(told.said)) or not (near or shared >= _TWO):
            return met
        self.found.join(met, told)
        told.kind = mention.kind if mention.kind in CALLED.truces else told.kind
        self.found.recent = [told if each is met else each for each in self.found.recent]
        told.exists = told.is_definite = True
        return told

    def end(self, sentence: Span) -> None:
        """Close a sentence: it may go on telling what the agreement of the one before provides."""
        terms, self._terms = self._terms, None
        told = self._told_in(sentence)
        if told is not None:
            self._told = told, sentence.end_char
        elif terms is None and self._told is not None and self._gives_in_return(sentence):
            terms = self._told[0], 1
        if self._title is not None or not any(t.lower_ in PROVIDED.goes_on for t in sentence if t.dep_ == "aux"):
            return
        if told is None and terms is None and self._struck is not None and self._struck[1] == sentence.start:
            terms = (self._struck[0], _GOING_ON) if self._binds(sentence) else None
        if told is None and terms is not None:
            what = goes_on(self.text, sentence) if terms[1] else []
            terms[0].provisions += what
            self._terms = (terms[0], terms[1] - 1) if what else None
        elif told is not None:
            self._terms = told, _GOING_ON

    def _binds(self, sentence: Span) -> bool:
        """Whether a sentence says what one of the parties would do, or both."""
        actor = subject(sentence.root)
        would = any(c.dep_ == "aux" and c.lower_ in PROVIDED.reported for c in sentence.root.lefts)
        return would and actor is not None and (bool(self.cast.named(actor)) or is_sides(actor))

    def _gives_in_return(self, sentence: Span) -> bool:
        """Whether a sentence near the terms of a deal opens with what is given for them: "In exchange, Peru will"."""
        opening = [token.lower_ for token in sentence if token.is_alpha][:_TWO]
        near = self._told is not None and sentence.start_char - self._told[1] < _NEAR
        return near and len(opening) == _TWO and opening[0] in IN and opening[1] in PROVIDED.in_return

    def _told_in(self, sentence: Span) -> Instrument | None:
        """The agreement of which a sentence tells what it provides."""
        for each in self.found.recent[:_TOLD_OF]:
            if any(sentence.start_char <= p.text.start < sentence.end_char for p in each.provisions):
                return each
        return None

    def _also_known_as(self, mention: Mention) -> Instrument | None:
        """The agreement that goes by this name too: "the document, known as the Lima pact"."""
        above = mention.head.head
        if mention.head.dep_ in ("pobj", "oprd") and above.lower_ in AS:
            above = above.head
        if above.dep_ != "acl" or above.tag_ != "VBN" or above.lemma_ not in CALLED.renamed:
            return None
        return next((each for each in self.found.recent if any(m.head.i == above.head.i for m in each.mentions)), None)

    def _in_headline(self, sentence: Span) -> bool:
        return bool(self._headline) and sentence.start_char < self._headline

    def _is_itself(self, mention: Mention) -> bool:
        """Whether a document speaks of itself: "This Agreement shall enter into force", "the present protocol"."""
        words = [token.lower_ for token in self.doc[max(mention.start - 1, 0) : mention.head.i]]
        return (
            bool(words)
            and (words[0] in CALLED.itself or not CALLED.present.isdisjoint(words))
            and mention.record is None
        )

    def _belongs(self, mention: Mention) -> bool:
        """Whether it is part of another agreement, which has what it provides: "a protocol to the accord"."""
        if mention.named or mention.record is not None:
            return False
        heads = CALLED.heads - CALLED.only_made  # what a memorandum is of
        return any(
            inner.lemma_.lower() in heads
            for child in mention.head.children
            if child.dep_ == "prep" and child.lower_ in CALLED.part_of
            for inner in child.children
        )

    def agreed(self, verb: Token) -> bool:
        """Read a consent: "the two sides agreed to …"; one of a single side waits for the other to be told of.

        True where it is one.
        """
        read = consent(verb, self.cast, self.text, self.main, account=self._account)
        if read is not None and read.is_mutual:
            self._agreed(verb, read)
        elif read is not None and verb.lemma_ in STANDING.agree:
            self._single = verb, read
        return read is not None

    def undertaken(self, noun: Token) -> None:
        """Read what one side gives another its word for: "assurances from the president that …"."""
        read = undertaking(noun, self.cast, self.text, self.main, account=self._account)
        if read is not None:
            self._agreed(noun, read)
        elif self._single is not None:
            self._completed(noun, *self._single)

    def signed(self, verb: Token) -> bool:
        """Read what is signed and not called a treaty or the like; True where it is an agreement."""
        read = signed(verb, self.cast)
        if read is None:
            return False
        kind = read.thing.lemma_.lower()
        told = (each for each in self.found.all if each.label and each.kind == kind and not each.mentions)
        instrument = next(told, None)
        if instrument is None:
            place = (read.words.start, read.words.end)
            instrument = Instrument(kind, label=" ".join(read.words.text.split()), span=place, word=read.thing.idx)
            self.found.all.append(instrument)
        instrument.said.update({party: 1 for party in read.parties if party not in instrument.said})
        instrument.standings.append(Standing(read.status, verb.idx, verb.idx + len(verb)))
        when = governing(self.doc, verb, narrative=True)
        if when is not None and when.time.edtf is not None:
            instrument.dates.append(when.time.edtf)
        return True

    def traded(self, noun: Token) -> None:
        """Read what is done in return for something: "will free the crew in exchange for two boats"."""
        read = bargain(noun, self.cast, self.text)
        if read is not None:
            self._agreed(noun, read)

    def exchanged(self, verb: Token) -> None:
        """Read what two sides hand to one another: "the two armies exchanged prisoners"."""
        read = exchange(verb, self.cast, self.text)
        if read is not None:
            self._agreed(verb, read)

    def _completed(self, noun: Token, verb: Token, read: Consent) -> None:
        """Take up what one side agreed to, with whom: "The commitment came at talks between the state and rebels"."""
        if not 0 < noun.idx - verb.idx < _NEAR or not is_definite(noun):
            return
        rest = self.doc[noun.i + 1 : noun.sent.end]
        if not any(t.lemma_.lower() in PROVIDED.only_talks for t in rest):
            return
        between = [inner for t in rest for _, inner in preps(t, "between", "with")]
        parties, described = named_and_described(between, self.cast)
        parties, described = tuple(dict.fromkeys([*read.parties, *parties])), (*read.described, *described)
        whole = Consent(read.label, parties, read.provisions, described)
        if whole.is_mutual:
            self._single = None
            self._agreed(verb, whole)

    def _agreed(self, verb: Token, read: Consent) -> None:
        label, parties, what = read.label, read.parties, read.provisions
        first = what[0].text
        told = (p.text for each in self.found.recent[:3] for p in each.provisions)
        if any(each.start < first.end and first.start < each.end for each in told):
            return  # what an agreement told of provides
        instrument = next(
            (each for each in self.found.all[-_LABELS:] if each.label and told_again(each, label, parties)), None
        )
        if instrument is None and (within := self._in_agreement(verb, label, parties)) is not None:
            instrument = within
            instrument.provisions += what
        if instrument is None:
            instrument = Instrument("agreement", label=label, span=(first.start, what[-1].text.end), word=verb.idx)
            self.found.all.append(instrument)
            instrument.provisions += what
        for party in parties:
            instrument.said.setdefault(party, 1)
        instrument.described.update(dict.fromkeys(read.described))
        instrument.standings.append(Standing("agreed", verb.idx, verb.idx + len(verb)))
        relative = verb.dep_ in ("relcl", "advcl") and verb.head.pos_ in ("NOUN", "PROPN")
        meeting = relative and verb.head.lemma_.lower() not in CALLED.heads
        own = governing(self.doc, verb, narrative=not relative)
        when = own or (governing(self.doc, verb.head) if meeting else None)  # "June's meeting, when they agreed"
        if when is not None and when.time.edtf is not None:
            instrument.dates.append(when.time.edtf)

    def _in_agreement(self, verb: Token, label: str, parties: tuple[str, ...]) -> Instrument | None:
        """The agreement in which it was agreed ("in the deal, both agreed on"), or one on the same between the same."""
        nouns = {verb.head.i} if verb.dep_ == "relcl" else set()
        nouns |= {inner.i for word, inner in preps(verb, *PROVIDED.within, *PROVIDED.under)}
        topic = {singular(word) for word in label.lower().split()[2:] if len(word) > _SHORT}
        for each in self.found.recent[:_TOLD_OF]:
            if any(mention.head.i in nouns for mention in each.mentions[-1:]):
                return each
            about = {singular(word) for word in each.words}
            if len(topic & about) >= _TWO and set(each.said) == set(parties):
                return each
        return None

    def it_says(self, verb: Token) -> None:
        """Read "It bans …", "It is being negotiated", "withdrew from it" of the agreement that was mentioned last."""
        meant = told_as_it(verb, self.found)
        if meant is None:
            self._done_to_it(verb)
            return
        if (standing := standing_of_verb(verb)) is not None:
            status, word = standing
            meant.standings.append(Standing(status, word.idx, word.idx + len(word)))
        elif verb.lemma_ in PROVIDED.leaving_out and any(child.dep_ == "neg" for child in verb.children):
            return
        elif verb.lemma_ in PROVIDED.provides and (what := provision(self.text, verb)) is not None:
            meant.provisions += [*listed(self.text, verb, what), *joined(self.text, verb)]

    def _done_to_it(self, verb: Token) -> None:
        """Read what somebody did to the agreement mentioned last: "Peru withdrew from it", "Chile ratified it"."""
        it = object_it(verb) if verb.lemma_ in _DONE_BY else None
        last = self.found.last() if it is not None else None
        if it is None or last is None or not is_near(it, last):
            return
        standing = standing_of(acronym_mention(it))
        if standing is not None and standing[0] in _DONE_TO_IT:
            status, word = standing
            last.standings.append(Standing(status, word.idx, word.idx + len(word)))

    def document(self, title: Document) -> None:
        """Read the report itself as an agreement."""
        itself(self.doc, title, self.cast, self.mentions, self.found, self.main)

    def items(self) -> tuple[Agreement, ...]:
        """The agreements as items, in the order of the text."""
        for each in self.found.all:
            each.context = {party: n for party, n in each.context.items() if party not in self._mediators}
        settle_headline(self.doc, self.found)
        settle_wanted(self.found)
        settle_pairs(self.found)
        identity, cited = anchors(self.doc), Cited(self.doc)
        found = sorted(self.found.all, key=first_words)
        items = (agreement_item(self.text, each, self.main, identity, cited) for each in found)
        return tuple(item for item in items if item is not None)

    def _around(self, sentence: Span) -> dict[str, tuple[int, int]]:
        """The parties that a sentence names, and the characters that name them first."""
        first = bisect_left(self._starts, sentence.start_char)
        last = bisect_left(self._starts, sentence.end_char)
        found: dict[str, tuple[int, int]] = {}
        for mention in self.mentions[first:last]:
            for party in mention.parties if not mention.place else ():
                found.setdefault(party, (mention.start, mention.end))
        return found

    def _just_before(self, start: int) -> dict[str, tuple[int, int]]:
        """The two states named last before a character, not too far from it, in the order of the text."""
        found: dict[str, tuple[int, int]] = {}
        for mention in reversed(self.mentions[: bisect_left(self._starts, start)]):
            if start - mention.end > _BACK or len(found) >= 2:
                break
            for party in reversed(mention.parties):
                if party in self._states:
                    found.setdefault(party, (mention.start, mention.end))
        return dict(list(found.items())[1::-1]) if len(found) >= 2 else {}


def _most(doc: Doc, mentions: tuple[PartyMention, ...]) -> tuple[str, ...]:
    states = {party.id for party in doc._.detente_parties if party.kind == "state"}
    counts: dict[str, int] = {}
    for mention in mentions:
        for party in mention.parties:
            if party in states:
                counts[party] = counts.get(party, 0) + 1
    return tuple(sorted(counts, key=lambda party: -counts[party]))


def _in_headline(doc: Doc, mentions: tuple[PartyMention, ...]) -> tuple[str, ...]:
    """The parties that the headline names, or whose people it names: those who talk, in the account of a talk."""
    headline = next(iter(sentences(doc, Zone.HEADLINE)), None)
    cited = Cited(doc)
    found: dict[str, None] = {}
    for each in mentions:
        if headline is not None and headline.start_char <= each.start < headline.end_char:
            own = each.parties or tuple(p for id_ in each.people if (p := cited.party_of(cited.person(id_))))
            found.update(dict.fromkeys(own))
    return tuple(found)


def _is_just_reached(mention: Mention, standing: tuple[str, Token] | None) -> bool:
    nameless = mention.indefinite and mention.kind in CALLED.general and not (mention.named or mention.year)
    return nameless and standing is not None and standing[0] == "agreed"


def _done_under(mention: Mention) -> bool:
    """Whether something was done under it already: "Under a swap, Iran freed two sailors"."""
    prep = mention.head.head
    return prep.lower_ in PROVIDED.only_under and prep.head.tag_ == "VBD" and status_of(prep.head).status == "occurred"


def _abbreviations(mention: Mention) -> set[str]:
    """The abbreviations in the names of an agreement of the table: "INF" of the INF treaty."""
    record = mention.record
    names = (record.name, *record.names) if record is not None else ()
    return {word for name in names for word in name.split() if word.isupper() and word.isalpha() and len(word) >= _TWO}
