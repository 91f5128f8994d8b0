"""Who a source is: the person or party behind the words, as far as the report says."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.people.mentions import actors

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.items import Person
    from detente.model.mention import Mention

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "who"})
_VAGUE = frozenset(
    {"a", "an", "some", "several", "many", "few", "most", "one", "two", "three", "other", "others", "another", "any"}
)
_THINGS = frozenset(
    {"figure", "datum", "number", "result", "statistic", "image", "photo", "footage", "map", "evidence"}
)
_GOVERNMENT = frozenset({"government", "administration", "leadership", "regime", "cabinet"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source; ``name`` is null where nobody knows."""

    name: str | None
    party: str | None
    anonymous: bool = False
    person: bool = False


class Speakers:
    """Looks sources up in the mentions that earlier components left on a Doc."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        mentions: tuple[Mention, ...] = doc._.detente_mentions or doc._.detente_party_mentions
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        people: tuple[Person, ...] = doc._.detente_people
        self._party_of = {person.name: person.party for person in people}
        self._surnames = {person.name.split()[-1].casefold(): person.name for person in people}

    def at(self, token: Token) -> Mention | None:
        """The shortest mention that covers a token."""
        best: Mention | None = None
        at = bisect_right(self._starts, token.idx) - 1
        for mention in self._mentions[max(0, at - 4) : at + 1]:
            if mention.end > token.idx and (best is None or mention.end - mention.start < best.end - best.start):
                best = mention
        return best

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin within characters ``[start, end)``."""
        at = bisect_right(self._starts, start - 1)
        found = []
        while at < len(self._mentions) and self._mentions[at].start < end:
            found.append(self._mentions[at])
            at += 1
        return found

    def resolve(self, head: Token, source: tuple[int, int]) -> Speaker:
        """The speaker whose words have ``head`` as their head and cover the tokens ``source``."""
        if head.lower_ in _RELATIVE and head.head.dep_ == "relcl":
            head = head.head.head
            source = head.left_edge.i, head.i + 1
        doc = self._doc
        if any(child.dep_ == "conj" for child in head.children):
            return self._several(head, source)
        mention = self.at(head)
        if mention is not None and not (mention.kind in {"adjective", "people"} and head.pos_ == "ADJ"):
            known = self._known(mention)
            if known is not None:
                return known
        words = doc[source[0] : source[1]]
        near = self.within(words.start_char, words.end_char)
        if mention is None or not mention.people:
            for other in near:
                if len(other.people) == 1 and self._same_phrase(other, head):
                    return self._person(other)
        if head.lower_ in _PRONOUNS:
            return Speaker(None, None)
        party = self._party(near, head)
        if head.lower_ in _GOVERNMENT and party is not None and len(words) <= 6:
            return Speaker(party, party)
        return Speaker(words.text, party, anonymous=_nameless(head, doc[source[0]]))

    def labelled(self, label: str) -> Speaker:
        """The speaker whose name heads a turn of a transcript: 'ØRSTED', 'SECRETARY KERRY (via interpreter)'."""
        words = label.split("(", maxsplit=1)[0].replace(",", " ").split()
        for word in reversed(words):
            name = self._surnames.get(word.casefold())
            if name is not None:
                return Speaker(name, self._party_of.get(name), person=True)
        return Speaker(label.title() if label.isupper() else label, None)

    def is_person(self, name: str) -> bool:
        """Whether a speaker's name is that of a person of the report."""
        return name in self._party_of

    def is_thing(self, head: Token) -> bool:
        """Whether a noun is more likely a thing than people: it has no name, title or party in it."""
        return not self.within(head.left_edge.idx, head.idx + 1) or head.lemma_.lower() in _THINGS

    def _several(self, head: Token, source: tuple[int, int]) -> Speaker:
        """Several speakers together: their words, and the party if they share one."""
        people, parties = actors(self._doc, head)
        words = self._doc[source[0] : source[1]]
        if len(people) == 1 and len(parties) <= 1 and not any(t.pos_ == "PROPN" for t in head.conjuncts):
            return Speaker(people[0], parties[0] if parties else None, person=True)
        return Speaker(words.text, parties[0] if len(parties) == 1 else None, anonymous=not people and not parties)

    def _known(self, mention: Mention) -> Speaker | None:
        if len(mention.people) == 1:
            return self._person(mention)
        if mention.people:
            return None
        if len(mention.parties) == 1 and mention.kind in {"name", "capital", "seat", "group", "pronoun", "people"}:
            return Speaker(mention.parties[0], mention.parties[0])
        return None

    def _person(self, mention: Mention) -> Speaker:
        name = mention.people[0]
        party = self._party_of.get(name) or (mention.parties[0] if len(mention.parties) == 1 else None)
        return Speaker(name, party, person=True)

    def _same_phrase(self, mention: Mention, head: Token) -> bool:
        """Whether a name stands in apposition to the head, or is the head's own title."""
        doc = self._doc
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return False
        root = span.root
        return root.i == head.i or (root.head.i == head.i and root.dep_ in {"appos", "compound", "nmod"})

    def _party(self, near: list[Mention], head: Token) -> str | None:
        """The one party that the source's own words name before or right after its head."""
        parties = [party for mention in near for party in mention.parties if mention.start <= head.idx + 60]
        return parties[0] if len(set(parties)) == 1 or (parties and near[0].start < head.idx) else None


def _nameless(head: Token, first: Token) -> bool:
    if head.pos_ == "PROPN" or head.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return False
    if first.lower_ in _VAGUE or head.lower_ in _VAGUE:
        return True
    return head.tag_ == "NNS" and first.lower_ not in {"the", "its", "their", "his", "her", "both", "these", "those"}
