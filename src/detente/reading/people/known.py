"""People with what the report says of them: offices, party, gender."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from detente.knowledge.loader import words
from detente.reading.people.lexicon import names as lexicon
from detente.reading.people.lexicon import offices

if TYPE_CHECKING:
    from detente.reading.people.chains import Chain, Chains
    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_BARE_OFFICES = words("en/offices/around", "bare_offices")
_BY = words("en/function_words", "by")
_FOR = words("en/function_words", "for")
_OF = words("en/function_words", "of")
_OF_OR_FROM = words("en/function_words", "of_or_from")
_PLACES_LISTED = words("en/offices/around", "places_listed")
_THE = words("en/function_words", "the")
#: From what a person's party is known: said of the person, said of the office elsewhere, from around, known leaders.
PartyBasis = Literal["said", "office", "context", "table"]

# Offices that say little, and give way to any other as a person's main one.
_LOOSE = words("en/offices/kinds", "loose")


#: Whom a legislator of the United States stands for, behind the name: "R-Ohio", "(D-Calif.)".
_TICKET = re.compile(r",? \(?[DRI]-[A-Z][a-zA-Z]+\b")
_IDENTIFYING = words("en/offices/verbs", "identifying")
_LOCATIVE = words("en/offices/around", "places_before")
_LISTING = frozenset({",", "and", "-", "–", "—", ":", "("})
_LIST = 16  # tokens of a list of places that are looked back over
_PROPER = frozenset({"NNP", "NNPS"})
_SENT = words("en/offices/verbs", "sends")
_LIST = 8  # members of a list of places
_REACH = 4  # tokens between a party and the verb that says who speaks for it
_WHOSE = frozenset({"poss", "amod"})  # "Peru's pathfinder", "the Chinese observer"
_NO_OFFICE = frozenset({"counterpart", "guest", "predecessor"})


@dataclass(slots=True)
class Known:
    """One person. ``party`` is a party's id, or null where the report does not say it."""

    number: int
    name: str
    names: list[Name]
    titles: list[Title]
    gender: str | None
    party: str | None = None
    office: str | None = None
    offices: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)  #: offices that a counterpart lends
    kinds: set[str] = field(default_factory=set)
    described: list[tuple[int, int]] = field(default_factory=list)  #: tokens of "the Russian leader"
    party_basis: PartyBasis | None = None
    not_of: set[str] = field(default_factory=set)  #: parties that it cannot be: a counterpart's

    def settle_party(self, party: str | None, basis: PartyBasis) -> None:
        """Give the person a party, and say from what, unless there is one already or none to give."""
        if self.party is None and party is not None:
            self.party, self.party_basis = party, basis


def known_people(tokens: Tokens, chains: Chains, held: list[tuple[Name, Title]]) -> list[Known]:
    """The people of a report, in the order in which they come up."""
    after: dict[int, list[Title]] = {}
    for name, title in held:
        after.setdefault(name.person, []).append(title)
    people: list[Known] = []
    for chain in chains.chains:
        acting = [name for name in chain.names if not name.qualifies]
        if not acting and len(chain.forms[0]) < 2:
            continue
        if chain.number not in after and all(_located(tokens, name) for name in chain.names):
            continue
        chain.names.sort(key=lambda name: name.start)
        titles = [name.title for name in chain.names if name.title is not None] + after.get(chain.number, [])
        titles.sort(key=lambda title: title.start)
        person = Known(chain.number, _fullest(tokens, chain), chain.names, titles, chain.gender)
        person.gender = person.gender or next((title.gender for title in titles if title.gender), None)
        person.settle_party(_party(tokens, person), "said")
        people.append(person)
    people.sort(key=lambda person: person.names[0].start)
    return people


def settle_offices(person: Known) -> None:
    """Offices in the report's words; the main one is the first still held that says what it is."""
    held = [title for title in person.titles if title.kind not in _NO_OFFICE]
    held.sort(key=lambda title: (title.past, _loose(title), title.start))
    firm = [title.words for title in held if not title.past and not _loose(title)]
    rest = [title.words for title in held if title.past or _loose(title)]
    # "Secretary Blinken" and "Secretary of State Blinken" hold one office: its full name is the first.
    firm = sorted(firm, key=lambda words: any(other.lower().startswith(f"{words.lower()} of ") for other in firm))
    seen: dict[str, str] = {}
    for office in (*firm, *person.shared, *rest):
        seen.setdefault(office.lower(), office)
    person.offices = list(seen.values())
    person.office = person.offices[0] if person.offices else None
    person.kinds |= {title.kind for title in held if not title.past}


def _located(tokens: Tokens, name: Name) -> bool:
    """Whether a name stands where places do, and nothing says that it is a person's: "the lease on Diego Garcia"."""
    if name.title is not None or name.honorific:
        return False
    last = name.end - 1
    if (
        name.start > 0
        and tokens.lower[name.start - 1] in _LOCATIVE
        and tokens.lower[name.start - 2] not in _IDENTIFYING
    ):
        return True
    if _listed_places(tokens, name):
        return True
    if tokens.dep[last] != "pobj":
        return False
    preposition = tokens.head[last]
    if tokens.lower[tokens.head[preposition]] in _IDENTIFYING and tokens.entity[last] == "PERSON":
        return False  # "a man identified as A"
    return tokens.lower[preposition] in _LOCATIVE or (
        tokens.lower[preposition] in _OF and tokens.lower[tokens.head[preposition]] in lexicon().places
    )


def _listed_places(tokens: Tokens, name: Name) -> bool:
    """Whether a name stands in a list of places: "four islands - A, B and C", "the road between A and B"."""
    places, i = lexicon().places, name.start - 1
    first = max(tokens.sentences[tokens.sentence[name.start]][0], name.start - _LIST)
    while i >= first and (tokens.text[i] in _LISTING or (tokens.text[i][0].isupper() and tokens.tag[i] in _PROPER)):
        i -= 1
    if i < first:
        return False
    if tokens.lower[i] in _PLACES_LISTED:
        return i > 0 and (tokens.lower[i - 1] in places or tokens.lower[tokens.head[i]] in places)
    return i < name.start - 1 and tokens.lower[i] in places


def _loose(title: Title) -> bool:
    return title.kind in _LOOSE or title.words.lower() in _BARE_OFFICES


def _fullest(tokens: Tokens, chain: Chain) -> str:
    """The name with the most words; of several spellings, the first."""
    name = max(chain.names, key=lambda name: (len(name.key), name.end - name.start, -name.start))
    return " ".join(tokens.words(name.start, name.end).split())


def _party(tokens: Tokens, person: Known) -> str | None:
    """By a title's party, else by "Japan's Kono" or "Modi of India"."""
    for past in (False, True):
        for title in person.titles:
            if title.parties and title.past is past and (not title.plural or len(title.parties) == 1):
                return title.parties[0]
    for name in person.names:
        first = tokens.sentences[tokens.sentence[name.start]][0]
        i = name.begin - 1
        if tokens.says(i, _BY) and tokens.lower[i - 1] in _SENT and (party := _nearest(tokens, i, first)):
            return party
        if i > first and tokens.lower[i] in {"'s", "'"} and (mention := tokens.party[i - 1]) is not None:
            return mention.parties[0] if mention.parties else None
        if i - 1 > first and (party := _elliptic(tokens, i) or _apposed(tokens, name)) is not None:
            return party
        if i > first and tokens.text[i] == ":" and (mention := tokens.party[i - 1]) is not None and mention.parties:
            return mention.parties[0]  # "For Belize: ...", under a communiqué
        if (nation := _described(tokens, name, first)) is not None:
            return nation
        i = name.end
        last = tokens.sentences[tokens.sentence[name.start]][1]
        if _TICKET.match(tokens.report, tokens.end(i - 1)):
            return "USA"
        if i + 2 < last and tokens.text[i] == "(" and (mention := tokens.party[i + 1]) is not None:
            end = tokens.party_ends.get(i + 1, i + 2)
            if tokens.text[end : end + 1] == [")"] and len(mention.parties) == 1:
                return mention.parties[0]  # "Minister Ndiaye (Senegal)"
        if i + 3 < last and tokens.text[i] == "," and tokens.lower[i + 1] in _FOR:
            k = i + 3 if tokens.lower[i + 2] in _THE else i + 2
            if (mention := tokens.party[k]) is not None and tokens.text[tokens.at(mention.end - 1) + 1] == ",":
                return mention.parties[0] if len(mention.parties) == 1 else None  # "A, for the Congolese, said"
        if i + 1 < last and tokens.lower[i] in _OF_OR_FROM:
            i += 2 if tokens.lower[i + 1] in _THE else 1
            if i < last and (mention := tokens.party[i]) is not None and mention.parties and _official(tokens, i, last):
                return mention.parties[0]
    return None


def _described(tokens: Tokens, name: Name, first: int) -> str | None:
    """The nation of "Hungarian astronaut A", by a noun that is no office."""
    k = name.begin - 1
    while k > first and name.begin - k <= _REACH and tokens.tag[k] in {"NN", "JJ"} and tokens.text[k].islower():
        if tokens.lower[k] in offices().related:
            return None
        k -= 1
    mention = tokens.party[k] if first <= k < name.begin - 1 else None
    if mention is None or mention.kind != "adjective" or tokens.tag[name.begin - 1] != "NN":
        return None
    bare = tokens.party_ends.get(tokens.at(mention.start)) == k + 1 and tokens.text[k - 1] not in {"-", "–"}
    return mention.parties[0] if bare and len(mention.parties) == 1 else None


def _apposed(tokens: Tokens, name: Name) -> str | None:
    """Whose, by the noun that the name explains: "the Greek, A", "Moscow's man in Chisinau, B"."""
    noun = tokens.head[name.end - 1]
    if tokens.dep[name.end - 1] != "appos" or noun >= name.begin:
        return None
    if tokens.entity[noun] == "GPE" and tokens.dep[noun] == "pobj":
        noun = tokens.head[tokens.head[noun]]
    own = tokens.party[noun]
    if own is not None and own.kind == "people" and len(own.parties) == 1 and tokens.tag[noun] in {"NN", "NNP", "JJ"}:
        return own.parties[0]
    if tokens.lower[noun] in offices().nouns or tokens.lower[noun] in offices().related or tokens.tag[noun] != "NN":
        return None
    for k in range(noun - 1, max(noun - 1 - _REACH, -1), -1):
        mention = tokens.party[k]
        if mention is not None and tokens.dep[k] in _WHOSE and tokens.head[k] == noun:
            return mention.parties[0] if len(mention.parties) == 1 else None
    return None


def _elliptic(tokens: Tokens, comma: int) -> str | None:
    """Whose, where the office stands before: "the African Union's envoy, A, and the UN's, B"."""
    if tokens.text[comma] != "," or tokens.lower[comma - 1] not in {"'s", "'", "’s"}:
        return None
    mention = tokens.party[comma - 2]
    return mention.parties[0] if mention is not None and len(mention.parties) == 1 else None


def _nearest(tokens: Tokens, i: int, first: int) -> str | None:
    """Whose delegation: "the Organization of American States, represented by", "a delegation of the bloc led by"."""
    for k in range(i - 2, max(i - 2 - _REACH, first - 1), -1):
        mention = tokens.party[k]
        if mention is not None and not mention.place:
            return mention.parties[0] if len(mention.parties) == 1 else None
    return None


def _official(tokens: Tokens, i: int, last: int) -> bool:
    """Whether the party at a token is named itself, or its ministry: not the Polish Institute."""
    mention = tokens.party[i]
    if mention is None or mention.kind not in {"adjective", "people"}:
        return mention is not None
    return any(tokens.lower[k] in offices().acting for k in range(i + 1, min(i + 5, last)))
