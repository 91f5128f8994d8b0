"""Names into chains: full names first, then surnames and names that the pipeline missed, then who holds which title."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.people.calendar_names import is_calendar_name
from detente.reading.people.chains import Chain, Chains, sound
from detente.reading.people.lexicon import fold, names, offices
from detente.reading.people.names import Name, key_of
from detente.reading.people.no_people import without_things
from detente.reading.people.titles import at_odds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.reading.people.tokens import Tokens

_AGENT = frozenset({"nsubj", "nsubjpass"})
_LOCATIVE = words("en/offices/around", "places_near")
_IS = words("en/offices/verbs", "located")
_BY_GIVEN_NAME = words("en/offices/kinds", "by_given_name")  # King Abdullah, Prince Mohammed

_BY_EITHER_NAME = words("en/offices/kinds", "by_either_name")


def link(tokens: Tokens, found: list[Name]) -> tuple[Chains, list[Name]]:
    """The chains of a report and every name that stands for one of them, in order."""
    chains = Chains()
    found = without_things(tokens, _without_places(tokens, found))
    full = [name for name in found if len(name.key) > 1]
    for name in sorted(full, key=lambda name: (-len(name.key), name.start)):
        chains.add(name)
    short = [name for name in found if len(name.key) == 1]
    for name in short:
        if name.sure:
            _place(chains, name, begin=True)
    loose = [name for name in short if not name.sure]
    for name in loose:
        _place(chains, name, begin=False)
    _by_given_name(tokens, chains, [name for name in loose if name.person < 0])
    _mononyms(tokens, chains, [name for name in loose if name.person < 0])
    missed = _missed(tokens, chains, found)
    kept = sorted((name for name in (*found, *missed) if name.person >= 0), key=lambda name: name.start)
    return chains, kept


def _without_places(tokens: Tokens, found: list[Name]) -> list[Name]:
    """Without names that stand for places or bodies: "near Al-Safra", never acting; "the Border Service"."""
    located = {fold(word) for word in _located(tokens)}
    people = {
        name.key
        for name in found
        if (name.title or name.honorific or _acts(tokens, name)) and not _is_thing(tokens, name.end - 1)
    }
    return [
        name for name in found if name.key in people or not (name.key[-1] in located or _is_thing(tokens, name.end - 1))
    ]


def _is_thing(tokens: Tokens, i: int) -> bool:
    return tokens.text[i] in names().not_people and not is_calendar_name(tokens, i)


def _located(tokens: Tokens) -> Iterator[str]:
    """The names that stand right behind a preposition of place, their last words."""
    for i, word in enumerate(tokens.lower):
        if word in _LOCATIVE:
            last = i
            while last + 1 < len(tokens.text) and (tokens.text[last + 1][:1].isupper() or tokens.text[last + 1] == "-"):
                last += 1
            if last > i:
                yield tokens.text[last]


def _acts(tokens: Tokens, name: Name) -> bool:
    last = name.end - 1
    return tokens.dep[last] in _AGENT and tokens.lower[tokens.head[last]] not in _IS


def _enthroned(chain: Chain) -> bool:
    """Whether somebody may go by a title and given name: another of the name has no such title."""
    return any(
        len(name.key) == 1 or (name.title is not None and name.title.kind in _BY_GIVEN_NAME) for name in chain.names
    )


def _place(chains: Chains, name: Name, *, begin: bool) -> None:
    """A name of one word: into the chain that it fits best, and nearest before it where several fit alike."""
    fits = chains.short(name.key[0])
    if name.title is not None and name.title.kind in _BY_GIVEN_NAME:
        either = name.title.kind in _BY_EITHER_NAME  # Ayatollah Ali, Ayatollah Nouri
        enthroned = [(fit, chain) for fit, chain in fits if either or _enthroned(chain)]
        fits = chains.given(name.key[0]) or enthroned
    elif name.honorific and name.title is None and not fits:
        bearers = (chain for chain in chains.chains if any(form[0] == name.key[0] for form in chain.forms))
        fits = [(1, chain) for chain in bearers]  # "Mr Abiy"
    elif not name.sure:
        fits = [(fit, chain) for fit, chain in fits if fit > 1 or len(chain.forms) == 1]
    best = _nearest(name, fits)
    if best is not None:
        chains.join(best, name)
    elif begin:
        chains.begin(name)


def _nearest(name: Name, fits: list[tuple[int, Chain]]) -> Chain | None:
    def rank(fit: int, chain: Chain) -> tuple[int, int, int]:
        before = max((other.start for other in chain.names if other.start < name.start), default=-1)
        return (_agrees(name, chain), fit, before)

    ranked = [(rank(fit, chain), chain) for fit, chain in fits]
    ranked = [(key, chain) for key, chain in ranked if key[0] >= 0]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _agrees(name: Name, chain: Chain) -> int:
    """Whether title and gender speak for (1) or against (-1) a chain, or say nothing (0)."""
    if name.gender and chain.gender and name.gender != chain.gender:
        return -1
    if name.title is None:
        return 0
    held = [other.title for other in chain.names if other.title is not None]
    if any(at_odds(name.title.parties, title.parties) for title in held):
        return -1
    return 1 if any(title.kind == name.title.kind for title in held) else 0


def _by_given_name(tokens: Tokens, chains: Chains, loose: list[Name]) -> None:
    """Those who are called by the given name, as Ethiopians are: who speaks, of the only person of that name."""
    for name in loose:
        last = name.end - 1
        if tokens.dep[last] not in _AGENT or tokens.lower[tokens.head[last]] not in names().saying or name.qualifies:
            continue
        bearers = [chain for chain in chains.chains if any(name.key[0] == form[0] for form in chain.forms)]
        if len(bearers) == 1 and bearers[0].names[0].start < name.start:
            chains.join(bearers[0], name)


def _mononyms(tokens: Tokens, chains: Chains, loose: list[Name]) -> None:
    """People known by one name and no title: only where the report lets them act, and more than once or by speech."""
    groups: dict[str, list[Name]] = {}
    for name in loose:
        groups.setdefault(sound(name.key[0]), []).append(name)
    for group in groups.values():
        acting = [name for name in group if tokens.dep[name.end - 1] in _AGENT and not name.qualifies]
        saying = any(tokens.lower[tokens.head[name.end - 1]] in names().saying for name in acting)
        word = fold(tokens.text[group[0].start])
        if not saying or (len(group) < 2 and not acting) or word in names().gender:
            continue
        if any(tokens.party[name.start] is not None for name in group):
            continue
        chain = chains.begin(group[0])
        for name in group[1:]:
            chains.join(chain, name)


def _missed(tokens: Tokens, chains: Chains, found: list[Name]) -> list[Name]:
    """Surnames of people already known, wherever else they stand."""
    covered = {i for name in found if name.person >= 0 for i in range(name.start, name.end)}
    known: dict[str, bool] = {}
    given: dict[str, int] = Counter(form[0] for chain in chains.chains for form in chain.forms[:1] if len(form) > 1)
    for chain in chains.chains:
        for form in chain.forms:
            # Ethiopians and others go by the given name; one that is common as such would be somebody else's.
            first = len(form) > 1 and (form[0] in names().surname_first or form[0] not in names().gender)
            for word in (form[-1], form[0]) if first else (form[-1],):
                known[word] = True
    governments = offices().governments
    lexicon = names()
    missed: list[Name] = []
    for i, text in enumerate(tokens.text):
        if i in covered or tokens.sentence[i] < 0 or not text[0].isupper() or len(text) < 3:
            continue
        word = fold(text).replace("-", "")
        speaks = tokens.dep[i] in _AGENT and tokens.lower[tokens.head[i]] in lexicon.saying
        if (
            (word not in known and not (speaks and given.get(word) == 1))
            or tokens.party[i] is not None
            or tokens.tag[i] not in {"NNP", "NNPS", "JJ", "NN", "NNS", "VBN"}
        ):
            continue
        following = tokens.text[i + 1] if i + 1 < len(tokens.text) else ""
        before = tokens.text[i - 1] if i > 0 and tokens.sentence[i - 1] == tokens.sentence[i] else ""
        if following in lexicon.not_people or (
            following == "-" and i + 2 < len(tokens.text) and tokens.text[i + 2][0].isupper()
        ):
            continue
        # Part of another name, or of something with a capital of its own.
        if (
            before[:1].isupper()
            and tokens.tag[i - 1] in {"NNP", "NNPS"}
            and tokens.lower[i - 1] not in offices().nouns
            and (
                tokens.dep[i - 1] == "compound"
                and before.lower() not in lexicon.honorifics
                and tokens.party[i - 1] is None
            )
        ):
            continue
        if following[:1].isupper() and tokens.tag[i + 1] in {"NNP", "NNPS"} and tokens.dep[i] == "compound":
            continue
        name = Name(i, i + 1, key_of([text]), begin=i, qualifies=following.lower() in governments)
        _place(chains, name, begin=False)
        if name.person < 0:
            _by_given_name(tokens, chains, [name])
        if name.person >= 0:
            missed.append(name)
    return missed
