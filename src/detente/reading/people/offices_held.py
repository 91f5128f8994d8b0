"""Offices after the name: appositions, "who heads ...", "is the envoy", "as foreign minister", "of the ministry"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry, listed, rows, words
from detente.reading.english.labels import FINITE, SUBJECTS
from detente.reading.people.lexicon import names as lexicon
from detente.reading.people.lexicon import offices
from detente.reading.people.title_extent import past_complement
from detente.reading.people.titles import Title, at_odds

if TYPE_CHECKING:
    from detente.reading.people.names import Name
    from detente.reading.people.tokens import Tokens

_AND = words("en/function_words", "and")
_AND_COMMA = words("en/function_words", "and_comma")
_ARTICLES = words("en/function_words", "articles")
_ONE = words("en/function_words", "one")
_OF = words("en/function_words", "of")
_NEAR = 3  # tokens of "the nine" between "one of" and the office
_AS = words("en/function_words", "as")
_AS_OR_TO = words("en/function_words", "as_or_to")
_BESIDE_BE = words("en/offices/verbs", "beside_be")
_BETWEEN_NAME_AND_OFFICE = words("en/offices/around", "between_name_and_office")
_LATE = words("en/offices/around", "late")
_NAMING = words("en/offices/verbs", "naming")
_NEXT_OFFICE = words("en/offices/around", "next_office")
_NOT = words("en/function_words", "not")
_OF_FOR_TO = words("en/function_words", "of_for_to")
_RANKS = words("en/offices/kinds", "ranks")
_SPEAKING = words("en/offices/verbs", "speaking")
_THE = words("en/function_words", "the")
_TIME_OF_OFFICE = words("en/offices/around", "time_of_office")
_WHO = words("en/function_words", "who")
_CLOSERS = words("en/offices/around", "closers")
_BE = words("en/offices/verbs", "be")
_NAMED = words("en/offices/verbs", "named")
_SERVES = words("en/offices/verbs", "serves")


class _Verb(Entry, frozen=True, kw_only=True):
    """A verb that tells somebody's office: "leads the mission", "speaks for the front"."""

    verb: str
    preposition: str | None = None
    office: str


@cache
def _verbs() -> dict[str, _Verb]:
    return {row.verb: row for row in rows("en/offices/leading", _Verb, "verb")}


def held_after(tokens: Tokens, names: list[Name], found: list[Title]) -> list[tuple[Name, Title]]:
    """The titles that stand after a name and are held by it."""
    by_start = {title.start: title for title in found}
    _from_owners(names, found, by_start)
    taken = {id(name.title) for name in names if name.title is not None}
    ends = {name.end: name for name in names}
    begins = {name.begin: name for name in names}
    held = _before_ranks(tokens, names, found)
    taken.update(id(title) for _, title in held)
    for name in names:
        title = (
            _speaking(tokens, name)
            or _apposition(tokens, name, by_start, taken, begins)
            or _copula(tokens, name, by_start, taken)
            or _as(tokens, name, by_start, taken)
        )
        while title is not None and _compatible(name, title):
            held.append((name, title))
            taken.add(id(title))
            title = _further(tokens, title, by_start, taken)
    # "Iran's chief negotiator, Ali Bagheri Kani, said": the title first, then the name between commas.
    for title in found:
        if title.plural and id(title) not in taken:
            held += (
                _each(tokens, title, begins) or _in_brackets(tokens, title, begins) or _one_of(tokens, title, begins)
            )
        end = _past_realm(tokens, _past_client(tokens, title, begins))
        if (
            id(title) in taken
            or title.plural
            or end + 1 >= len(tokens.text)
            or tokens.text[end] not in {",", "-", "—", "("}
        ):
            continue
        follower = begins.get(end + 1) or begins.get(end + 2)
        if follower is not None and tokens.text[end] == "(" and follower.end + 1 in begins:
            continue  # "Foreign Minister (Ana) Ruiz"
        if follower is None and tokens.says(end + 1, _THE) and tokens.says(end + 2, _LATE):
            follower = begins.get(end + 3)
        if (
            follower is None
            or not _open(follower, title)
            or tokens.sentence[follower.start] != tokens.sentence[title.noun]
        ):
            continue
        before = ends.get(title.start - 1)
        if (
            before is not None
            and tokens.text[title.start - 1] == ","
            and not _of_the_next(tokens, before, title, begins)
        ):
            continue
        after = tokens.text[follower.end] if follower.end < len(tokens.text) else "."
        if after in {",", ".", ";", ")", "-", "—", ":"} or tokens.dep[follower.end - 1] == "appos":
            held.append((follower, title))
            taken.add(id(title))
            first = _joined_before(tokens, title, found, taken)
            if first is not None:
                held.append((follower, first))
                taken.add(id(first))
    for name, _ in held:
        name.sure = True
    return held


def _past_realm(tokens: Tokens, end: int) -> int:
    """Past a second realm of an office: "the minister of foreign affairs | and trade, A"."""
    rest = tokens.text[end : end + 3]
    joined = len(rest) == 3 and rest[0].lower() in _AND and rest[1].islower() and rest[2] == ","
    return end + 2 if joined and tokens.tag[end + 1] in {"NN", "NNS"} else end


def _joined_before(tokens: Tokens, title: Title, found: list[Title], taken: set[int]) -> Title | None:
    """The office before "and" that the same person holds: "Togo's president | and army chief, A, left"."""
    at = title.start - 1
    if at < 1 or tokens.lower[at] not in _AND:
        return None
    other = next((each for each in found if each.end == at), None)
    fits = other is not None and not other.plural and id(other) not in taken and other.kind != title.kind
    return other if fits and not at_odds(other.parties if other is not None else (), title.parties) else None


def _before_ranks(tokens: Tokens, names: list[Name], found: list[Title]) -> list[tuple[Name, Title]]:
    """The offices right before a rank: "Emir of Qatar HH Sheikh A"."""
    by_end = {title.end: title for title in found}
    held: list[tuple[Name, Title]] = []
    for name in names:
        if name.title is None or name.title.kind not in _RANKS:
            continue
        at = name.title.start
        while at > 0 and tokens.lower[at - 1] in lexicon().honorifics:
            at -= 1
        if (title := by_end.get(at)) is not None and not title.plural:
            held.append((name, title))
    return held


def _each(tokens: Tokens, title: Title, begins: dict[int, Name]) -> list[tuple[Name, Title]]:
    """For "the ministers of Greece and Turkey, A and B": to each his own; for "Peru's ministers, A and B": to all."""
    if tokens.text[title.end : title.end + 1] != [","] or not title.parties:
        return []
    members: list[Name] = []
    at = title.end + 1
    while (name := begins.get(at)) is not None:
        members.append(name)
        at = name.end
        while tokens.says(at, _AND_COMMA):
            at += 1
    shared = len(title.parties) == 1 and offices().divided.isdisjoint(title.words.lower().split())
    parties = title.parties * len(members) if shared else title.parties
    if len(members) < 2 or len(members) != len(parties):
        return []
    return [
        (name, replace(title, parties=(party,), plural=False)) for name, party in zip(members, parties, strict=True)
    ]


def _in_brackets(tokens: Tokens, title: Title, begins: dict[int, Name]) -> list[tuple[Name, Title]]:
    """For "the ministers of Egypt (A), Greece (B) and Cyprus (C)": to each his own."""
    held: list[tuple[Name, Title]] = []
    for at in range(title.noun + 2, tokens.sentences[tokens.sentence[title.noun]][1]):
        name = begins.get(at)
        mention = tokens.party[at - 2]
        if name is None or tokens.text[at - 1] != "(" or mention is None or len(mention.parties) != 1:
            continue
        held.append((name, replace(title, parties=mention.parties, plural=False)))
    return held if len(held) > 1 else []


def _one_of(tokens: Tokens, title: Title, begins: dict[int, Name]) -> list[tuple[Name, Title]]:
    """For "one of its leaders, A": one of many."""
    one = tokens.says(title.start - 2, _ONE) and tokens.says(title.start - 1, _OF)
    name = begins.get(title.end + 1) if one and tokens.text[title.end : title.end + 1] == [","] else None
    closed = name is not None and (name.end >= len(tokens.text) or tokens.text[name.end] in _CLOSERS)
    return [(name, replace(title, plural=False))] if name is not None and closed and name.title is None else []


def _past_client(tokens: Tokens, title: Title, begins: dict[int, Name]) -> int:
    """The token after a title and whom it is held for: "a lawyer for Mr Vega, Ana Ruiz, said"."""
    client = begins.get(title.end + 1) if tokens.says(title.end, _OF_FOR_TO) else None
    return client.end if client is not None else past_complement(tokens, title.end)


def _open(follower: Name, title: Title) -> bool:
    """Whether a name may take the title before the comma: it has none, or one of rank, or one beside it."""
    if follower.title is None or title.kind in {"counterpart", "guest"}:
        return True
    return follower.title.kind in _RANKS or (title.definite and not follower.title.parties)


def _from_owners(names: list[Name], found: list[Title], by_start: dict[int, Title]) -> None:
    """Let "President Tokayev's adviser" begin where its owner does."""
    owned = {title.owner: title for title in found if title.owner is not None}
    for owner in found:
        if owner.noun in owned and not owner.plural:
            by_start[owner.start] = owned[owner.noun]  # "the prime minister's envoy"
    for name in names:
        title = owned.get(name.end - 1)
        if title is not None:
            by_start[name.begin] = title


def _apposition(
    tokens: Tokens, name: Name, by_start: dict[int, Title], taken: set[int], begins: dict[int, Name]
) -> Title | None:
    i = name.end
    last = tokens.sentences[tokens.sentence[name.start]][1]
    if i >= last or tokens.text[i] not in {",", "(", "-", "—", "–", "--"}:
        return None
    i += 1
    if i + 1 < last and tokens.text[i].isdigit() and tokens.text[i + 1] == ",":
        i += 2  # "Lavrov, 68, the foreign minister"
    if i < last and tokens.lower[i] in _BETWEEN_NAME_AND_OFFICE and i not in by_start:
        i += 1
    if i < last and tokens.lower[i] in _WHO and i + 1 < last:
        return _relative(tokens, i + 1, last, by_start, taken)
    if tokens.says(i, _ONE) and tokens.says(i + 1, _OF):
        many = next((by_start[m] for m in range(i + 2, min(i + 2 + _NEAR, last)) if m in by_start), None)
        return replace(many, plural=False) if many is not None and many.plural else None
    title = by_start.get(i) or _past_adjectives(tokens, i, last, by_start)
    if title is None or id(title) in taken or title.plural or _of_the_next(tokens, name, title, begins):
        return None
    reduced = title.end < last and tokens.tag[title.end] in {"VBG", "VBN"}  # "a mechanic watching the march"
    closed = title.end >= last or tokens.text[title.end] in _CLOSERS or tokens.dep[title.noun] == "appos"
    return title if closed or reduced else None


def _past_adjectives(tokens: Tokens, i: int, last: int, by_start: dict[int, Title]) -> Title | None:
    """The office in "A, an evangelical pastor": behind adjectives that are no part of it."""
    if not tokens.says(i, _ARTICLES):
        return None
    k = i + 1
    while k < min(i + _NEAR, last) and tokens.tag[k] in {"JJ", "NN", "RB", "HYPH"} and k not in by_start:
        k += 1
    return by_start.get(k)


def _of_the_next(tokens: Tokens, name: Name, title: Title, begins: dict[int, Name]) -> bool:
    """Whether an office between two names is the second's: "After meeting A, the Irish minister, B, said ..."."""
    follower = begins.get(title.end + 1) if tokens.text[title.end : title.end + 1] == [","] else None
    if follower is None or follower.title is not None or follower.end + 1 >= len(tokens.text):
        return False
    if tokens.dep[name.end - 1] in SUBJECTS or not title.definite:
        return False
    return tokens.text[follower.end] == "," and tokens.tag[follower.end + 1] in FINITE | {"MD"}


def _speaking(tokens: Tokens, name: Name) -> Title | None:
    """The office of whom a sentence lets speak for a party: "Speaking for the ministry, Aksoy said"."""
    if name.title is not None:
        return None
    first, last = tokens.sentences[tokens.sentence[name.start]]
    if tokens.lower[first] not in _SPEAKING or name.begin <= first + 2 or tokens.text[name.begin - 1] != ",":
        return None
    for phrase in listed("en/offices/verbs", "speaking_for"):
        at = first + 1 + len(phrase.split())
        if tokens.lower[first + 1 : at] == phrase.split() and "," not in tokens.text[at : name.begin - 1]:
            return _leads(tokens, first, at, last)
    return None


def _further(tokens: Tokens, title: Title, by_start: dict[int, Title], taken: set[int]) -> Title | None:
    """The next office of the same person: "a former colonel who is now Serbia's envoy"."""
    last = tokens.sentences[tokens.sentence[title.noun]][1]
    i = title.end
    while i < last and tokens.lower[i] in _NEXT_OFFICE:
        i += 1
    if tokens.says(i, _WHO):
        return _relative(tokens, i + 1, last, by_start, taken)
    if (joined := _joined(tokens, title, by_start, last)) is not None and id(joined) not in taken:
        return joined
    follower = by_start.get(i) if i > title.end and tokens.lower[i - 1] in _TIME_OF_OFFICE else None
    return follower if follower is not None and id(follower) not in taken and not follower.plural else None


def _joined(tokens: Tokens, title: Title, by_start: dict[int, Title], last: int) -> Title | None:
    """The second office of "Deputy Prime Minister and Foreign Minister of Chad, received ..."."""
    follower = by_start.get(title.end + 1) if tokens.tag[title.end : title.end + 1] == ["CC"] else None
    if follower is None or follower.plural or follower.end >= last or follower.owner is not None:
        return None
    article = tokens.lower[follower.start] in _ARTICLES
    closed = tokens.text[follower.end] in {",", ".", ";", ")"} or tokens.tag[follower.end][0] in {"V", "M"}
    return follower if closed and not article else None


def _relative(tokens: Tokens, i: int, last: int, by_start: dict[int, Title], taken: set[int]) -> Title | None:
    """The office in "who is the foreign minister", "who heads the delegation"."""
    for k in range(i, min(i + 4, last)):
        if tokens.lower[k] in _BE or tokens.lower[k] in _SERVES or tokens.lower[k] in _NAMED:
            for m in range(k + 1, min(k + 5, last)):
                title = by_start.get(m)
                if title is not None and id(title) not in taken and not title.plural:
                    return title
            return None
        verb = _verbs().get(tokens.lower[k])
        if verb is not None and verb.preposition is None and tokens.tag[k][0] == "V":
            return _leads(tokens, k, k + 1, last)
        if verb is not None and verb.preposition is not None and tokens.lower[k + 1 : k + 2] == [verb.preposition]:
            return _leads(tokens, k, k + 2, last)
        if tokens.lower[k] in _AS and k > i:
            titles = [by_start[m] for m in range(k + 1, min(k + 5, last)) if m in by_start]
            return titles[0] if titles and id(titles[0]) not in taken and not titles[0].plural else None
    return None


def _leads(tokens: Tokens, verb: int, start: int, last: int) -> Title | None:
    """The office that a verb stands for: "who heads the Iranian delegation", "who speaks for the front"."""
    k = start
    while k < last and (
        tokens.tag[k] in {"DT", "PRP$", "JJ", "NN", "NNP", "NNPS", "NNS", "POS"} or tokens.party[k] is not None
    ):
        k += 1
    while k > start and tokens.tag[k - 1] in {"DT", "POS"}:
        k -= 1
    if k == start:
        return None
    if all(tokens.entity[m] == "PERSON" for m in range(start, k)):
        return None  # "who represents Ruiz"
    noun = _verbs()[tokens.lower[verb]].office
    mentions = [mention for m in range(start, k) if (mention := tokens.party[m]) is not None]
    parties = tuple(dict.fromkeys(party for mention in mentions for party in mention.parties))
    words = f"{noun} {'of' if start == verb + 1 else 'for'} {tokens.words(start, k)}"
    return Title(verb, k, verb, noun, words, frozenset(), parties, False, None, False, False)


def _copula(tokens: Tokens, name: Name, by_start: dict[int, Title], taken: set[int]) -> Title | None:
    last = tokens.sentences[tokens.sentence[name.start]][1]
    i = name.end
    if i >= last:
        return None
    named = False
    k = i
    while k < min(i + 4, last) and (tokens.lower[k] in _BE or tokens.lower[k] in _BESIDE_BE):
        if tokens.lower[k] in _NOT:
            return None
        named = named or tokens.lower[k] in _BE
        k += 1
    if not named:
        return None
    if k < last and tokens.lower[k] in _NAMED:
        k += 1
        if k < last and tokens.lower[k] in _AS_OR_TO:
            k += 1
    title = by_start.get(k)
    return title if title is not None and id(title) not in taken and not title.plural else None


def _as(tokens: Tokens, name: Name, by_start: dict[int, Title], taken: set[int]) -> Title | None:
    """The office in "appointed Ravi Menon as its envoy", "Menon, serving as envoy"."""
    last = tokens.sentences[tokens.sentence[name.start]][1]
    i = name.end
    if i + 1 >= last:
        return None
    if tokens.lower[i] in _AS and tokens.lower[tokens.head[name.end - 1]] in _NAMED | _NAMING:
        i += 1
    elif tokens.lower[i] in _SERVES and tokens.lower[i + 1] in _AS:
        i += 2
    elif tokens.lower[tokens.head[name.end - 1]] in _NAMED and i in by_start:
        pass
    else:
        return None
    title = by_start.get(i)
    return title if title is not None and id(title) not in taken and not title.plural else None


def _compatible(name: Name, title: Title) -> bool:
    """Two titles of one name do not name two states at once."""
    if title.kind == "counterpart" and title.owner is None:
        return True
    mine = name.title
    if mine is None or not mine.parties or not title.parties:
        return True
    return not at_odds(mine.parties, title.parties) or title.past or mine.past
