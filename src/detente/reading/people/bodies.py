"""Bodies that no table knows and for which somebody holds an office: "a spokeswoman for the Lake Unity Committee".

In go the people of a report, out come the parties that they bring in and where the report names them. A body goes by
its name as the report has it; those for whom nobody speaks are none, for a report names many that take no part.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.knowledge.parties import neutral, records
from detente.model.items import Party, PartyKind
from detente.model.mention import Mention
from detente.model.words import Words
from detente.reading.people.lexicon import names, offices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.reading.people.known import Known
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_FOR_OPPOSITION = words("en/offices/kinds", "for_opposition")
_KINDS = offices().of_party | words("en/offices/kinds", "for_bodies") | _FOR_OPPOSITION
_OPPOSITION = words("en/parties/oppositions", "opposition")
_OF_BODY = words("en/offices/around", "complements_of") | words("en/function_words", "for")
_GENERIC = words("en/offices/around", "generic_bodies")
_GROUPS = words("en/offices/no_people", "before")
_SMALL = words("en/offices/around", "small")
_LABELS = frozenset({"PERSON", "GPE", "DATE", "LOC", "NORP"})
_FEW = 20  # offices spoken of shortly before
_BACK = 4  # sentences
_FEWEST = 2  # words of a body's name


@dataclass(frozen=True, slots=True)
class Body:
    """A body that the report names: its id, where its name first stands, and whether a noun calls it a group."""

    id: str
    start: int
    end: int
    group: bool


def share_bodies(tokens: Tokens, people: Iterable[Known], titles: list[Title]) -> list[Body]:
    """Give those without a party the body that their office is held for; the bodies so found."""
    found: dict[str, Body] = {}
    opposition = _opposition(tokens)
    for person in people:
        for title in person.titles:
            if title.past or title.kind not in _KINDS:
                continue
            if opposition is not None and title.kind in _FOR_OPPOSITION and title.qualities & _OPPOSITION:
                if person.party in {None, opposition[1]}:
                    person.party = None
                    person.settle_party(opposition[0], "context")
            elif person.party is None and (body := _body(tokens, title)) is not None:
                person.settle_party(body.id, "said")
                found.setdefault(body.id, body)
            elif person.party is None and title.definite and title.owner is None:
                person.settle_party(_spoken_of(tokens, title, titles), "context")
    return list(found.values())


def _spoken_of(tokens: Tokens, title: Title, titles: list[Title]) -> str | None:
    """Whose the last office of the kind was, not long before: "a spokeswoman for X said ... The spokeswoman, A"."""
    before = bisect_left(titles, title.noun, key=lambda other: other.noun)
    for other in reversed(titles[max(before - _FEW, 0) : before]):
        if tokens.sentence[title.noun] - tokens.sentence[other.noun] > _BACK:
            return None
        if other.kind == title.kind and len(other.parties) == 1:
            return other.parties[0]
    return None


def _opposition(tokens: Tokens) -> tuple[str, str] | None:
    """The one opposition that the report has as a party, and its state."""
    named = [p.id for p in tokens.doc._.detente_parties if p.kind == "group" and p.id.split()[-1] in _OPPOSITION]
    if len(named) != 1:
        return None
    adjective = named[0].rsplit(maxsplit=1)[0]
    state = next((record.id for record in records().values() if adjective in (*record.adjectives, record.name)), "")
    return named[0], state


def _body(tokens: Tokens, title: Title) -> Body | None:
    """The body behind an office, the last where there are several, or right before it."""
    for k in range(title.end - 1, title.noun, -1):
        if tokens.lower[k] in _OF_BODY:
            body = _named(tokens, k + 1, title.end)
            if body is not None:
                return body
    first = title.start
    while first > 0 and tokens.entity[first - 1] == "ORG" and tokens.sentence[first - 1] == tokens.sentence[title.noun]:
        first -= 1
    return _named(tokens, first, title.start)


def _named(tokens: Tokens, start: int, end: int) -> Body | None:
    """The body that a stretch of tokens names: two words with capitals, one of which is no word of offices."""
    while start < end and not tokens.text[start][0].isupper():
        start += 1
    while end > start and not tokens.text[end - 1][0].isupper():
        end -= 1
    group = start > 0 and tokens.lower[start - 1] in _GROUPS
    inside = [k for k in range(start, end) if tokens.text[k][0].isalpha()]
    capital = [k for k in inside if tokens.text[k][0].isupper()]
    small = _SMALL | names().particles
    if len(capital) < _FEWEST or any(tokens.lower[k] not in small for k in inside if k not in capital):
        return None
    own = [k for k in capital if tokens.party[k] is None and not _plain(tokens.lower[k])]
    if not own or (not group and all(tokens.entity[k] in _LABELS for k in own)):
        return None
    if offices().houses.intersection(tokens.lower[start:end]):
        return None
    return Body(neutral(tokens.words(start, end)), start, end, group)


def _plain(word: str) -> bool:
    """Whether a word says what a body does or is, and not which it is: "Foreign", "Committee"."""
    here = offices()
    return word in here.modifiers or word in here.acting or word in here.nouns or word in _GENERIC


def parties(tokens: Tokens, bodies: Iterable[Body]) -> tuple[list[Party], list[Mention]]:
    """The bodies as parties of the report, and their mentions: by name, or by the short form behind it in brackets."""
    found: list[Party] = []
    mentions: list[Mention] = []
    for body in bodies:
        forms = [tokens.text[body.start : body.end]]
        spans = _spans(tokens, forms[0])
        short = next((form for _, end in spans if (form := _bracketed(tokens, end)) is not None), None)
        spans = sorted(spans + (_spans(tokens, [short]) if short else []))
        at = [Words.at(tokens.report, tokens.start[first], tokens.end(last - 1)) for first, last in spans]
        kind: PartyKind = "group" if body.group else "organisation"
        names = tuple(dict.fromkeys(each.text for each in at))
        found.append(Party(body.id, kind, body.id, names, tuple(at), at[0]))
        mentions += [Mention(each.start, each.end, "group", (body.id,)) for each in at]
    return found, mentions


def _bracketed(tokens: Tokens, at: int) -> str | None:
    """The capitals in brackets behind a name: "the Lake Unity Committee (LUC)"."""
    inside = tokens.text[at : at + 3]
    short = len(inside) == 3 and inside[0] == "(" and inside[2] == ")" and inside[1].isupper() and len(inside[1]) > 1
    return inside[1] if short and tokens.party[at + 1] is None else None


def _spans(tokens: Tokens, form: list[str]) -> list[tuple[int, int]]:
    """Where a name stands in the prose."""
    size = len(form)
    return [
        (i, i + size)
        for i, word in enumerate(tokens.text)
        if word == form[0] and tokens.sentence[i] >= 0 and tokens.text[i : i + size] == form
    ]
