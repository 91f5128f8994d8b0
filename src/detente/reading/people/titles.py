"""Titles: the noun phrases that name an office, with the party that they give it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.knowledge.parties import kind_of
from detente.reading.extensions import report_text
from detente.reading.people.accredited import accredited
from detente.reading.people.lexicon import OfficeNoun, offices
from detente.reading.people.title_extent import leftwards, office_end, rightwards

if TYPE_CHECKING:
    from detente.model.mention import Mention
    from detente.reading.people.tokens import Tokens

_BODIES = words("en/offices/around", "bodies")
_CONSULATE = words("en/offices/around", "consulate")
_DEPUTIES = words("en/offices/around", "deputies")
_DEPUTIES_OF_STATE = words("en/offices/around", "deputies_of_state")
_GENERAL = words("en/offices/around", "general")
_NUMBER = words("en/offices/around", "number")
_OF_GENERAL = words("en/offices/around", "of_general")
_OPPOSITE = words("en/offices/around", "opposite")
_PARTIES_JOINED = words("en/offices/around", "parties_joined")
_THE = words("en/function_words", "the")
_WITH_NAME = words("en/offices/around", "with_name")
_HYPHENS = frozenset("-‑–")
_SIDING = words("en/offices/around", "siding")
_QUALIFIED = words("en/offices/kinds", "qualified")
_OLD = words("en/offices/around", "old")
_NAMES_TOO = words("en/offices/around", "names_too")
_LONGEST = 14  # tokens of a title before its noun; ministries of trade, industry and energy stay under it
_BETWEEN = 3  # words between a party's possessive and its office
_MODIFY = frozenset({"JJ", "NN", "CD", "RB"})
_MOST = frozenset({"RBS", "RBR", "JJS", "JJR"})
_OWNERS = words("en/function_words", "possessives")
_ARTICLES = words("en/function_words", "articles")


@dataclass(slots=True)
class Title:
    """An office in words. ``[start, end)`` takes in article and party; ``noun`` is its head.

    ``kind`` is the kind of office ("foreign minister", "spokesman"), ``qualities`` its other words, for comparing.
    """

    start: int
    end: int
    noun: int
    kind: str
    words: str  #: the office, without article and state
    qualities: frozenset[str]
    parties: tuple[str, ...]
    plural: bool
    gender: str | None
    past: bool
    definite: bool  #: "the", a party's or a person's possessive before it
    owner: int | None = None  #: the token of "his", or of the name in "Kono's", that it belongs to
    of_place: bool = False


def titles(tokens: Tokens) -> list[Title]:
    """Every title in the report's prose, in order."""
    nouns = offices().nouns
    found: list[Title] = []
    free = 0  # no title reaches back into the one before
    for i, word in enumerate(tokens.lower):
        noun = nouns.get(word)
        if noun is None or i < free or tokens.sentence[i] < 0 or not _is_noun(tokens, i):
            continue
        if found and i == free and word in _NAMES_TOO:
            continue  # "Defence Minister Gen Okada"
        title = _title(tokens, i, noun, free)
        if title is not None and (title.qualities or title.kind not in _QUALIFIED):
            found.append(title)
            free = title.end
    return found


def state_of_few(tokens: Tokens, title: Title) -> str | None:
    """Of the states that have an office of these words, the only one, or else the only one that the report names."""
    words = title.words.lower().removeprefix("former ").split()
    tails = (" ".join(words[i:]) for i in range(max(len(words) - 1, 1)))  # "the interior cabinet secretary"
    states = next((found for tail in tails if (found := offices().only.get(tail))), frozenset())
    if len(states) > 1:
        states &= tokens.states
    return next(iter(states)) if len(states) == 1 else None


def at_odds(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two offices are of two states: nobody holds both, but somebody of a state may lead a group of it."""
    states = [{party for party in side if (kind_of(party) or "").endswith("state")} for side in (some, others)]
    return all(states) and states[0].isdisjoint(states[1])


def _is_noun(tokens: Tokens, i: int) -> bool:
    """Whether the word is used as the office's noun: not as a verb, and not inside a longer title."""
    tag = tokens.tag[i]
    if tag[:2] not in {"NN", "JJ"} and not tokens.text[i][0].isupper():
        return False
    if tag[:2] == "JJ" and not tokens.text[i][0].isupper():
        return False
    if tokens.says(i - 1, _CONSULATE) or (tokens.lower[i] in _NUMBER and not tokens.says(i - 1, _OPPOSITE)):
        return False
    here = offices()
    after = i + 1
    while after < len(tokens.text) and tokens.text[after] == "-":
        after += 1
    if after >= len(tokens.text) or tokens.sentence[after] != tokens.sentence[i]:
        return True
    following = tokens.lower[after]
    if _goes_on(tokens, i, after):
        return False
    if following in here.nouns and tokens.tag[after][:2] == "NN" and tokens.lower[i] not in _WITH_NAME:
        return tokens.lower[after] in _GENERAL and tokens.lower[i] in _OF_GENERAL
    if following in _BODIES:
        return False
    if (
        following not in here.after
        and tokens.dep[i] == "compound"
        and tokens.text[i].islower()
        and tokens.tag[after][:2] == "NN"
        and tokens.text[after].islower()
    ):
        return False  # "member states", "leader summit"
    # "Deputy Foreign Minister": the office is further on.
    return not (
        following in here.modifiers
        and following not in here.after
        and (tokens.lower[i] in here.modifiers or (tokens.dep[i] == "compound" and tokens.text[after][0].islower()))
    )


def _goes_on(tokens: Tokens, i: int, after: int) -> bool:
    """Whether a nation parts a word from the office that it belongs to: "Deputy Iranian Foreign Minister"."""
    here = offices()
    mention = tokens.party[after]
    if tokens.lower[i] not in here.modifiers or mention is None or mention.kind != "adjective":
        return False
    k = tokens.party_ends.get(after, after + 1)
    while k < len(tokens.text) and tokens.lower[k] in here.modifiers and tokens.lower[k] not in here.nouns:
        k += 1
    return k < len(tokens.text) and tokens.lower[k] in here.nouns and tokens.text[k][0].isupper()


def _title(tokens: Tokens, i: int, noun: OfficeNoun, free: int) -> Title | None:
    here = offices()
    low = tokens.sentences[tokens.sentence[i]][0]
    start = leftwards(tokens, i, max(low, free, i - _LONGEST))
    while start > max(low, free) and tokens.entity[start - 1] == "ORG" and _beside(tokens, start - 1, i):
        start -= 1  # "an ICRC director"
    # What stands before the office: parties, possessors, an article.
    parties: list[str] = []
    owner: int | None = None
    definite = False
    tense_before: list[str] = []
    between: list[str] = []
    seat = start
    nearest: Mention | None = None  # party beside the office
    outer: Mention | None = None
    j = start
    while j > max(low, free):
        k = j - 1
        word = tokens.lower[k]
        mention = tokens.party[k]
        if mention is not None and tokens.text[k] not in {"'s", "'"}:
            j = tokens.at(mention.start)
            if _sided(tokens, j):
                j -= 2  # "the pro-British minister"
                continue
            if _only_joined(tokens, mention):
                continue  # "a U.S.-trained general"
            if parties and outer is None and accredited(tokens, noun.kind, nearest):
                parties, outer = list(mention.parties), mention
            if not parties:
                nearest = mention
                parties.extend(mention.parties)
                if mention.kind == "seat" and k == start - 1:
                    seat = j
        elif word in {"'s", "'", "’s"} and k - 1 >= low:
            definite = True
            if tokens.party[k - 1] is not None:
                j = k
            elif k - 2 >= low and tokens.party[k - 2] is not None and _body(tokens, k - 1):
                j = k - 1  # "the African Union Commission's chairperson"
            else:
                owner = k - 1
                j = k
                if tokens.tag[owner] == "NN" and tokens.text[owner].islower():
                    while j > low and tokens.tag[j - 1] in {"NN", "JJ"} and tokens.text[j - 1].islower():
                        j -= 1
                    j -= j > low and tokens.lower[j - 1] in _THE
                    j = max(j, free)  # "the country's foreign minister"
                break
        elif word in here.tenses:
            tense_before.insert(0, word)
            j = k
        elif word == "-" and k - 1 >= low and (tokens.lower[k - 1] in here.tenses or tokens.party[k - 1] is not None):
            j = k
        elif word in _PARTIES_JOINED and parties and k - 1 >= low and _adjective(tokens, k - 1):
            j = k
            mention = tokens.party[k - 1]
            if mention is not None:
                parties[:0] = mention.parties
        elif word in here.beside:
            j = _past_age(tokens, k, low)
        elif parties and word in here.modifiers and tokens.tag[k][:2] in {"JJ", "NN"}:
            # "the chief Iranian negotiator"
            between.insert(0, tokens.text[k])
            j = k
        elif not parties and owner is None and (past := _past_modifiers(tokens, k, low)) < j:
            between[:0] = [tokens.text[m] for m in range(past, j) if tokens.tag[m] != "CD"]
            j = past
        else:
            break
    if owner is None and j > low and tokens.lower[j - 1] in _ARTICLES and tokens.tag[j - 1] == "DT":
        definite = definite or tokens.lower[j - 1] in _THE
        j -= 1
    elif owner is None and j > low and tokens.lower[j - 1] in _OWNERS:
        owner, definite = j - 1, True
        j -= 1
    if outer is None and nearest is not None and accredited(tokens, noun.kind, nearest):
        own = owner is not None or noun.kind == "ambassador"
        parties = [] if own else parties  # "his Syria envoy", "the United Nations ambassador"
    end, reach = rightwards(tokens, i)
    if not parties and reach:
        parties.extend(reach)
    content = [tokens.lower[k] for k in range(start, i) if tokens.text[k].isalpha() or "-" in tokens.text[k]]
    content += [word.lower() for word in between]
    tense = [word for word in (*tense_before, *content) if word in here.tenses]
    qualities = frozenset(here.spelled.get(word, word) for word in content if word not in here.tenses)
    kind = _kind(noun.kind, tokens.lower[i], qualities, [tokens.lower[k] for k in range(i + 1, end)])
    if kind == "guest" and "'s" in tokens.lower[j:start]:
        parties = []  # "the front's rival" is not of the front
    said = tokens.words(min(seat, start, i), office_end(tokens, i, end))
    if noun.plural:
        said = said.replace(tokens.text[i], _singular(tokens.text[i]))
    said = " ".join([*tense_before[-1:], *between, said])
    return Title(
        start=j,
        end=end,
        noun=i,
        kind=kind,
        words=" ".join(said.split()),
        qualities=qualities,
        parties=tuple(dict.fromkeys(parties)),
        plural=noun.plural,
        gender=noun.gender,
        past=any(word in here.past for word in tense),
        definite=definite,
        owner=owner,
    )


def _past_age(tokens: Tokens, k: int, low: int) -> int:
    """Where a word beside an office begins: "old" with its years, "42-year-old"."""
    aged = k - 4 >= low and tokens.text[k - 4].isdigit() and tokens.text[k - 3] == tokens.text[k - 1] == "-"
    return k - 4 if aged and tokens.lower[k] in _OLD else k


def _sided(tokens: Tokens, k: int) -> bool:
    """Whether a nation is only what somebody is for or against: "pro-British"."""
    return k > 1 and tokens.text[k - 1] in _HYPHENS and tokens.lower[k - 2] in _SIDING


def _beside(tokens: Tokens, k: int, noun: int) -> bool:
    """Whether a body's name that is no party stands before an office, as part of its noun phrase."""
    return tokens.dep[k] in {"compound", "nmod"} and tokens.head[k] <= noun and tokens.party[k] is None


def _only_joined(tokens: Tokens, mention: Mention) -> bool:
    """Whether a party only stands in a compound that tells where somebody comes from: "Geneva-based", "U.S.-backed"."""
    text = report_text(tokens.doc)[mention.end : mention.end + 2]
    return len(text) > 1 and text[0] in _HYPHENS and text[1].islower()


def _past_modifiers(tokens: Tokens, k: int, low: int) -> int:
    """Where the words between a party's 's and its office begin: "Iran's | atomic chief"; else the token after."""
    m = k
    while m > low and k - m < _BETWEEN and tokens.text[m].islower() and tokens.tag[m][:2] in _MODIFY:
        if tokens.tag[m] in _MOST:
            break
        m -= 1
    if m == k or m < low:
        return k + 1
    owned = tokens.lower[m] in {"'s", "’s", "'"} and m > low and tokens.party[m - 1] is not None
    mention = tokens.party[m]
    adjective = mention is not None and mention.kind == "adjective"
    described = adjective and "NN" not in {tag[:2] for tag in tokens.tag[m + 1 : k + 1]}
    return m + 1 if owned or described else k + 1


def _body(tokens: Tokens, k: int) -> bool:
    return tokens.text[k][0].isupper() and tokens.lower[k] in offices().acting


def _adjective(tokens: Tokens, k: int) -> bool:
    mention = tokens.party[k]
    return mention is not None and mention.kind == "adjective"


def _singular(noun: str) -> str:
    """Of "Prime Ministers", what each of them is."""
    if noun.lower().endswith("men"):
        return noun[:-2] + "an"
    if noun.lower().endswith("ies"):
        return noun[:-3] + "y"
    return noun.removesuffix("s")


def _kind(kind: str, noun: str, qualities: frozenset[str], after: list[str]) -> str:
    """The kind of office, finer than the noun's own where its words make it so."""
    if kind == "prime minister" and {"vice", "deputy"} & qualities:
        return "deputy"
    if kind == "minister":
        if "prime" in qualities:
            return "prime minister" if "deputy" not in qualities else "deputy"
        if ("foreign" in qualities or "external" in qualities or ("foreign" in after or "external" in after)) and not (
            _DEPUTIES & qualities
        ):
            return "foreign minister"
    if kind == "secretary":
        if after[:2] == ["of", "state"] and not (_DEPUTIES_OF_STATE & qualities):
            return "secretary of state"
        if "general" in after[:2]:
            return "secretary general"
        if "foreign" in qualities:
            return "foreign minister"
    if kind == "chief" and {"foreign", "policy"} <= qualities:
        return "foreign chief"
    if kind == "head" and after[:2] in (["of", "state"], ["of", "government"]):
        return "leader"
    if kind == "diplomat" and ("top" in qualities or "chief" in qualities):
        return "top diplomat"
    if kind == "president" and ({"vice", "deputy"} & qualities or noun == "vice-president"):
        return "deputy"
    return kind
