"""Whose office it is in "the country's foreign minister", "the region's envoy": of the last party that is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.knowledge.parties import records
from detente.reading.english.labels import SUBJECTS
from detente.reading.people.lexicon import offices

if TYPE_CHECKING:
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_OF = words("en/function_words", "of")
_THE = words("en/function_words", "the")
_BACK = 2  # sentences in which the party was spoken of


def name_owners(tokens: Tokens, found: list[Title]) -> list[Title]:
    """Give offices that belong to "the country" or "the bloc" the party meant; those that got one."""
    given: list[Title] = []
    named: set[str] | None = None
    for title in found:
        owner = title.owner if title.owner is not None else _behind(tokens, title)
        kind = offices().owners.get(tokens.lower[owner]) if owner is not None else None
        if owner is None or kind is None or title.parties:
            continue
        party, seen = _last(tokens, min(owner, title.start), kind)
        if party is None and not seen:  # "The group's chief said that the Houthis would come"
            named = named if named is not None else _named(tokens)
            fits = [each for each in named if _is(each, kind)]
            party = fits[0] if len(fits) == 1 else None
        if party is not None:
            title.parties = (party,)
            given.append(title)
    return given


def _behind(tokens: Tokens, title: Title) -> int | None:
    """The first noun of what follows: "the leader of the movement", "the head of the regional government"."""
    for i in range(title.noun + 1, title.end - 2):
        if tokens.says(i, _OF) and tokens.says(i + 1, _THE):
            return i + 2
    return None


def _last(tokens: Tokens, owner: int, kind: str) -> tuple[str | None, bool]:
    """The party of a kind that is the subject before a token, or the only one near before it; and whether any is."""
    number = tokens.sentence[owner]
    seen: dict[str, None] = {}
    for sentence in range(number, max(number - _BACK, 0) - 1, -1):
        if tokens.paragraphs[number] - tokens.paragraphs[sentence] > 1:
            break
        first, last = tokens.sentences[sentence]
        for i in range(min(last, owner) - 1, first - 1, -1):
            mention = tokens.party[i]
            if mention is None or len(mention.parties) != 1 or not _is(mention.parties[0], kind):
                continue
            if tokens.dep[i] in SUBJECTS and sentence < number:
                return (mention.parties[0] if set(seen) <= {mention.parties[0]} else None), True
            seen[mention.parties[0]] = None
    return (next(iter(seen)) if len(seen) == 1 else None), bool(seen)


def _named(tokens: Tokens) -> set[str]:
    """The parties that the report names by themselves."""
    return {mention.parties[0] for mention in tokens.party if mention is not None and len(mention.parties) == 1}


def _is(party: str, kind: str) -> bool:
    record = records().get(party)
    if record is None:
        return False
    if kind in {"region", "group"}:
        return record.kind == "group" and bool(record.adjectives) == (kind == "region")
    return record.kind == kind
