"""The spaCy component ``detente_statements``: who said what, as ``Statement`` items."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from detente.model.found_by import FoundBy
from detente.model.inference import Inference
from detente.model.items import Statement
from detente.model.words import Words
from detente.reading.attribution.according import settled
from detente.reading.attribution.acts import act_of
from detente.reading.attribution.basis import Basis
from detente.reading.attribution.block import with_blocks
from detente.reading.attribution.conditions import condition, whole
from detente.reading.attribution.deeds import says_nothing
from detente.reading.attribution.finder import find
from detente.reading.attribution.floor import Floor
from detente.reading.attribution.following import Following
from detente.reading.attribution.headline import told_below
from detente.reading.attribution.hedging import hedges, polarity
from detente.reading.attribution.host import Host
from detente.reading.attribution.learned.finder import Size  # spaCy reads the factory's annotations
from detente.reading.attribution.manner import manner_of
from detente.reading.attribution.nested import chain
from detente.reading.attribution.occasion import Occasions
from detente.reading.attribution.once import told_once
from detente.reading.attribution.owner import owner_by_syntax
from detente.reading.attribution.passage import Passage
from detente.reading.attribution.passed_over import with_passed_over
from detente.reading.attribution.passive import hearer_of, with_passives
from detente.reading.attribution.private import Private
from detente.reading.attribution.relays import relayed
from detente.reading.attribution.remarks import apart_from_remark
from detente.reading.attribution.said_dates import apart_from_date
from detente.reading.attribution.setting import apart_from_hearer
from detente.reading.attribution.somebody import is_somebodys
from detente.reading.attribution.sources import controlled
from detente.reading.attribution.speakers import Speaker, Speakers
from detente.reading.attribution.stacked import last_named
from detente.reading.attribution.turns import turns
from detente.reading.attribution.voice import Voice
from detente.reading.english.documents import document
from detente.reading.extensions import FOUND_BY, anchors, register, require

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.reading.attribution.relation import Attribution
    from detente.reading.english.documents import Document

register()


@Language.factory("detente_statements", assigns=["doc._.detente_statements"], default_config={"size": "default"})
class Statements:
    """Finds statements in a parsed Doc and leaves them in ``doc._.detente_statements``.

    ``size`` is that of the network which finds them: "default", or "fast" for a third of its time. With ``headlines``
    what the headline says is kept where the lead says it again.
    """

    headlines = False

    def __init__(self, nlp: Language, name: str = "detente_statements", size: Size = "default") -> None:
        self.name = name
        self.vocab = nlp.vocab
        self.size = size

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, its statements set. Raises MissingComponent without times, parties and people."""
        require(doc, "statements")
        found = statements(doc, self.size)
        doc._.detente_statements = tuple(found if self.headlines else told_below(doc, found))
        return doc


def statements(doc: Doc, size: Size = "default") -> list[Statement]:
    """The statements of a Doc, in the order of its text."""
    if not len(doc) or not doc.has_annotation("DEP"):
        return []
    passage = Passage(doc)
    speakers = Speakers(doc)
    kind = document(doc)
    taken = turns(passage)
    account = kind is not None and kind.kind == "account"
    floor = Floor(passage, speakers, taken)
    voice = Voice(passage, kind, speakers, floor)
    spoken = with_passed_over(passage, with_passives(passage, find(passage, size, taken), account=account), kind)
    spoken = [each for each in spoken if _says(passage, speakers, each, kind)]
    spoken = told_once(passage, spoken if taken else with_blocks(passage, spoken))
    attributions = [apart_from_date(passage, apart_from_remark(passage, each)) for each in spoken]
    attributions = voice.complete(attributions)
    reader = _Reader(passage, attributions, speakers, voice, floor)
    found: list[Statement] = []
    ways: dict[str, FoundBy] = {}
    seen: set[tuple[object, ...]] = set()
    for each in attributions:
        sourced = last_named(passage, controlled(doc, settled(passage, each)))
        attribution, relay = relayed(passage, whole(passage, apart_from_hearer(passage, sourced)))
        key = (tuple(attribution.content), attribution.cue and attribution.cue[0])
        if key not in seen:
            seen.add(key)
            found.append(reader.statement(attribution, relay))
            ways[found[-1].id] = _found_by(attribution)
    doc.user_data[FOUND_BY] = ways
    return found


def _found_by(found: Attribution) -> FoundBy:
    """By which rule or network an attribution was found."""
    rule = found.frame or ("network" if found.chance is not None else "quotation")
    return FoundBy(rule.replace(" ", "_"), found.entry.lemma if found.entry is not None else None, found.chance)


def _says(passage: Passage, speakers: Speakers, found: Attribution, kind: Document | None) -> bool:
    """Whether somebody says something by an attribution."""
    return is_somebodys(passage, speakers, found) and not says_nothing(
        passage, speakers, found, account=kind is not None
    )


class _Reader:
    """Turns what was found into statements, in the order of the text, because each may go on with the last."""

    def __init__(
        self, passage: Passage, found: list[Attribution], speakers: Speakers, voice: Voice, floor: Floor
    ) -> None:
        self.passage = passage
        self._voice = voice
        self._floor = floor
        self._speakers = speakers
        self._basis = Basis(passage.doc, speakers)
        self._occasions = Occasions(passage, found, speakers, self._basis)
        self._following = Following(speakers)
        self._host = Host(passage.doc, speakers)
        self._private = Private(passage.doc, speakers)
        self._anchors = anchors(passage.doc)

    def statement(self, found: Attribution, relay: str | None) -> Statement:
        """One statement, resolved; ``relay`` is the medium through which it was heard."""
        passage, text = self.passage, self.passage.text
        at = passage.token_at(passage.beginning(found))
        paragraph = bisect_right(passage.paragraphs, (passage.starts[at], len(text)))
        source, cue = _words(passage, found.source), _words(passage, found.cue)
        who, inferred = self._who(found, source, paragraph)
        occasion = self._occasions.of(found, who.who, source, paragraph, who.party)
        spans = [*found.content, *((words.start, words.end) for words in (source, cue) if words is not None)]
        return Statement(
            id=self._anchors.at("statement", _anchor(passage, found)),
            speaker=who.who,
            party=who.party,
            manner=manner_of(passage, found, who),
            content=Words.pieces(text, found.content) if found.content else None,
            cue=cue,
            source=source,
            date=occasion.date,
            venue=occasion.venue,
            addressee=occasion.addressee,
            anonymous=who.anonymous,
            evidence=Words.pieces(text, _joined(spans)),
            act=act_of(passage.doc, found),
            polarity=polarity(passage, found),
            hedges=hedges(passage, found),
            relay=relay,
            speakers=who.several,
            chain=chain(passage, found, self._speakers),
            condition=Words.at(text, *when) if (when := condition(passage, found)) is not None else None,
            quoted=tuple(Words.at(text, *span) for span in passage.quoted_pieces(found.content)),
            inferred=(*inferred, *occasion.bases),
        )

    def _who(self, found: Attribution, source: Words | None, paragraph: int) -> tuple[Speaker, tuple[Inference, ...]]:
        """The speaker, and what of him is inferred; he is noted for the statements after this."""
        if self._voice.speaker is not None and self._voice.is_own(found):
            self._following.note(None, self._voice.speaker, paragraph)
            return self._voice.speaker, self._voice.inferred
        if found.frame == "turn":
            who = self._floor.speaker_at(found.content[0][0])
            self._following.note(None, who, paragraph)
            return who, self._basis.of_label(who, found.source)
        if found.frame == "passive" and found.who is None and (other := self._other(found)) is not None:
            self._following.note(None, other, paragraph)
            return other, (Inference("speaker", "context"),)
        who = Speaker(None, None)
        if found.frame == "goes on" and found.who is None and (last := self._following.last) is not None:
            return last, (Inference("speaker", "context"),)
        if found.who is None or found.source is None or source is None:
            self._following.note(None, who, paragraph)
            return who, ()
        head = self.passage.doc[found.who]
        who = self._speakers.resolve(head, found.source)
        who = self._host.meant(head, found.source, who)
        who = self._following.source(head, found.source, who, paragraph)
        owner = owner_by_syntax(self.passage, found, self._speakers) if not who.person else None
        if owner is not None and owner != who.party:
            who = self._speakers.party(owner) if who.is_party or who.who is None else replace(who, party=owner)
        who = self._private.alone(who, found.source, found.who)
        self._following.note(head, who, paragraph)
        apart = source if self._is_apart(found) else None
        return who, self._basis.of_speaker(who, head, found.source, apart)

    def _other(self, found: Attribution) -> Speaker | None:
        """Who asks in a passive sentence without "by", in the account of a talk between two."""
        hearer = hearer_of(self.passage.doc[found.anchor]) if found.anchor is not None else None
        return self._host.asks(hearer) if hearer is not None else None

    def _is_apart(self, found: Attribution) -> bool:
        """Whether the source stands in another sentence than what is said, or than its cue."""
        if found.anchor is None or found.cue is None or found.who is None:
            return True
        doc = self.passage.doc
        return bool(doc[found.anchor].sent.start != doc[found.who].sent.start)


def _anchor(passage: Passage, found: Attribution) -> int:
    """The character of the word that a statement hangs on: its first word with a meaning of its own, or its cue."""
    first = None
    for start, end in found.content:
        for token in passage.doc[passage.token_at(start) : passage.token_at(end)]:
            if token.is_alpha or token.is_digit or token.like_num:
                if not token.is_stop:
                    return token.idx
                first = token.idx if first is None else first
    if found.anchor is not None and found.cue is not None:
        return passage.starts[found.anchor]
    return passage.beginning(found) if first is None else first


def _words(passage: Passage, tokens: tuple[int, int] | None) -> Words | None:
    if tokens is None:
        return None
    first, last = passage.doc[tokens[0]], passage.doc[tokens[1] - 1]
    return Words.at(passage.text, first.idx, last.idx + len(last))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
