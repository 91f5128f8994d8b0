"""Titles: the noun phrases that name an office, with the party that they give it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.people.lexicon import OfficeNoun, offices

if TYPE_CHECKING:
    from detente.reading.people.tokens import Tokens

_LONGEST = 14  # tokens of a title before its noun; ministries of trade, industry and energy stay under it
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_ARTICLES = frozenset({"the", "a", "an"})
_REALMS = frozenset({"republic", "kingdom", "state", "federation", "commonwealth", "islamic"})
_NAMED = frozenset({"name", "capital"})
_PREPOSITIONS = frozenset({"of", "for", "to", "on", "at", "in", "with"})
_COMPOUNDS = frozenset({"NN", "NNP", "NNPS", "NNS"})
_LEFT_OUT = frozenset(
    [
        "new",
        "veteran",
        "smiling",
        "visiting",
        "powerful",
        "hawkish",
        "popular",
        "influential",
        "long-serving",
        "longtime",
        "long-time",
        "young",
        "old",
        "embattled",
        "beleaguered",
        "defiant",
        "prominent",
        "key",
        "close",
        "respected",
        "seasoned",
        "hardline",
        "hard-line",
        "hardliner",
        "retired",
        "current",
        "then-newly",
        "newly",
        "fellow",
        "elder",
        "aging",
        "ailing",
        "same",
        "other",
        "another",
        "first-ever",
        "unnamed",
        "female",
        "male",
    ]
)


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
        title = _title(tokens, i, noun, free)
        if title is not None:
            found.append(title)
            free = title.end
    return found


def _is_noun(tokens: Tokens, i: int) -> bool:
    """Whether the word is used as the office's noun: not as a verb, and not inside a longer title."""
    tag = tokens.tag[i]
    if tag[:2] not in {"NN", "JJ"} and not tokens.text[i][0].isupper():
        return False
    if tag[:2] == "JJ" and not tokens.text[i][0].isupper():
        return False
    if tokens.lower[i - 1 : i] == ["consulate"]:
        return False
    here = offices()
    after = i + 1
    while after < len(tokens.text) and tokens.text[after] == "-":
        after += 1
    if after >= len(tokens.text) or tokens.sentence[after] != tokens.sentence[i]:
        return True
    following = tokens.lower[after]
    if following in here.nouns and tokens.tag[after][:2] == "NN" and tokens.lower[i] not in {"pm", "premier", "king"}:
        return following == "general" and tokens.lower[i] in {"secretary", "director", "attorney", "consul"}
    if following in {"ministry", "ministries", "office", "department", "bureau", "council", "assembly"}:
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


def _title(tokens: Tokens, i: int, noun: OfficeNoun, free: int) -> Title | None:
    here = offices()
    low = tokens.sentences[tokens.sentence[i]][0]
    start = _leftwards(tokens, i, max(low, free, i - _LONGEST))
    # What stands before the office: parties, possessors, an article.
    parties: list[str] = []
    owner: int | None = None
    definite = False
    tense_before: list[str] = []
    between: list[str] = []
    seat = start
    j = start
    while j > max(low, free):
        k = j - 1
        word = tokens.lower[k]
        mention = tokens.party[k]
        if mention is not None and tokens.text[k] not in {"'s", "'"}:
            j = tokens.at(mention.start)
            if not parties:
                parties.extend(mention.parties)
                if mention.kind == "seat" and k == start - 1:
                    seat = j
        elif word in {"'s", "'", "’s"} and k - 1 >= low:
            definite = True
            if tokens.party[k - 1] is not None:
                j = k
            else:
                owner = k - 1
                j = k
                break
        elif word in here.tenses:
            tense_before.insert(0, word)
            j = k
        elif word == "-" and k - 1 >= low and (tokens.lower[k - 1] in here.tenses or tokens.party[k - 1] is not None):
            j = k
        elif word in {"and", "/", ","} and parties and k - 1 >= low and _adjective(tokens, k - 1):
            j = k
            mention = tokens.party[k - 1]
            if mention is not None:
                parties[:0] = mention.parties
        elif word in _LEFT_OUT:
            j = k
        elif parties and word in here.modifiers and tokens.tag[k][:2] in {"JJ", "NN"}:
            # "the chief Iranian negotiator"
            between.insert(0, tokens.text[k])
            j = k
        else:
            break
    if owner is None and j > low and tokens.lower[j - 1] in _ARTICLES and tokens.tag[j - 1] == "DT":
        definite = definite or tokens.lower[j - 1] == "the"
        j -= 1
    elif owner is None and j > low and tokens.lower[j - 1] in _OWNERS:
        owner, definite = j - 1, True
        j -= 1
    end, reach = _rightwards(tokens, i)
    if not parties and reach:
        parties.extend(reach)
    content = [tokens.lower[k] for k in range(start, i) if tokens.text[k].isalpha() or "-" in tokens.text[k]]
    content += [word.lower() for word in between]
    tense = [word for word in (*tense_before, *content) if word in here.tenses]
    qualities = frozenset(_plain(word) for word in content if word not in here.tenses)
    kind = _kind(noun.kind, tokens.lower[i], qualities, [tokens.lower[k] for k in range(i + 1, end)])
    said = tokens.words(min(seat, start, i), _office_end(tokens, i, end))
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


def _leftwards(tokens: Tokens, i: int, low: int) -> int:
    """Where the office's own words begin."""
    here = offices()
    capital = tokens.text[i][0].isupper()
    j = i
    while j > low:
        k = j - 1
        word = tokens.lower[k]
        if tokens.party[k] is not None:
            break
        if word in here.modifiers or word in here.tenses:
            j = k
        elif (
            word == "-"
            and k > low
            and (
                tokens.lower[k - 1] in here.modifiers
                or tokens.lower[k - 1] in here.tenses
                or tokens.lower[k - 1] in {"vice", "secretary"}
            )
        ):
            j = k - 1
        elif word in {"and", "&", ",", "'s"} and k > low and tokens.lower[k - 1] in here.modifiers and j < i + 1:
            if word == "," and not _list_of_affairs(tokens, k, i):
                break
            if tokens.lower[k - 1] not in here.modifiers or not _same_case(tokens, k - 1, k + 1):
                break
            j = k - 1
        elif (
            (
                capital
                and tokens.text[k][0].isupper()
                and tokens.tag[k] in _COMPOUNDS
                and tokens.entity[k] not in {"PERSON", "DATE"}
                and word not in here.nouns
            )
            or (
                tokens.tag[k] == "NN"
                and tokens.dep[k] == "compound"
                and tokens.text[k].islower()
                and word not in _LEFT_OUT
            )
            or (word in here.nouns and tokens.dep[k] in {"compound", "nmod", "amod"} and k >= i - 2)
        ):
            j = k
        else:
            break
    while j < i and tokens.text[j] in {"-", "and", ",", "&", "'s"}:
        j += 1
    return j


def _same_case(tokens: Tokens, a: int, b: int) -> bool:
    return tokens.text[a][0].isupper() == tokens.text[b][0].isupper()


def _list_of_affairs(tokens: Tokens, comma: int, noun: int) -> bool:
    """Whether a comma is one of "Trade, Industry and Energy Minister"."""
    return (
        tokens.text[noun][0].isupper()
        and "and" in tokens.lower[comma + 1 : noun]
        and tokens.text[comma - 1][0].isupper()
    )


def _rightwards(tokens: Tokens, i: int) -> tuple[int, tuple[str, ...]]:
    """The end of the title, and the party that stands after its noun."""
    here = offices()
    last = tokens.sentences[tokens.sentence[i]][1]
    j = i + 1
    while j < last and (
        tokens.lower[j] in here.after or (tokens.text[j] == "-" and j + 1 < last and tokens.lower[j + 1] in here.after)
    ):
        j += 1
    for phrase in here.of:
        if tuple(tokens.lower[j : j + len(phrase)]) == phrase:
            j += len(phrase)
            break
    parties: tuple[str, ...] = ()
    for _ in range(2):
        stop, found = _complement(tokens, j, last, tokens.lower[i])
        if stop == j:
            break
        j = stop
        parties = parties or found
    return j, parties


def _complement(tokens: Tokens, j: int, last: int, noun: str) -> tuple[int, tuple[str, ...]]:
    """One "of the Foreign Ministry" after a title, up to a name or the phrase's end."""
    if j >= last or tokens.lower[j] not in _PREPOSITIONS:
        return j, ()
    preposition = tokens.lower[j]
    here = offices()
    k = j + 1
    while k < last and tokens.lower[k] in {"the", "his", "her", "its", "their"}:
        k += 1
    begin = k
    parties: list[str] = []
    official = False  # the American Institute is not the United States
    while k < last:
        mention = tokens.party[k]
        if mention is not None:
            k = max(tokens.party_ends.get(tokens.at(mention.start), k + 1), k + 1)
            official = official or mention.kind not in {"adjective", "people"}
            parties.extend(mention.parties)
            if mention.kind == "name" and k < last and tokens.text[k] != "'s" and tokens.lower[k] not in here.acting:
                break
        elif tokens.entity[k] == "PERSON" and tokens.entity[k - 1] != "PERSON" and k > begin:
            break
        elif (
            (tokens.text[k][0].isupper() and tokens.tag[k] in _COMPOUNDS and tokens.entity[k] not in {"PERSON", "DATE"})
            or tokens.lower[k] in here.modifiers
            or tokens.lower[k] in here.acting
        ):
            official = official or tokens.lower[k] in here.acting
            k += 1
        elif (
            tokens.lower[k] in {"'s", "and", "&", "of", "the", "for"}
            and k > begin
            and k + 1 < last
            and (
                (
                    tokens.text[k + 1][0].isupper()
                    and tokens.entity[k + 1] != "PERSON"
                    and (tokens.entity[k] == "ORG" or tokens.lower[k] in {"'s", "of"})
                )
                or (tokens.lower[k + 1] in here.acting | here.modifiers and tokens.lower[k] != "and")
                or (tokens.lower[k] == "of" and tokens.lower[k + 1] == "the")
            )
        ) or (tokens.tag[k] in {"NN", "NNS"} and tokens.dep[k] in {"compound", "pobj"} and k > j):
            k += 1
        else:
            break
    while k > begin and tokens.lower[k - 1] in {"and", "of", "the", "'s", "for"}:
        k -= 1
    if k == begin:
        return j, ()
    if preposition in {"on", "with"} and not parties:
        return j, ()
    if preposition == "in":
        # "the US envoy in Kabul": where, not for whom.
        return (k, ()) if tokens.lower[k : k + 1] == [","] and (parties or tokens.entity[k - 1] == "GPE") else (j, ())
    represents = preposition in {"of", "at"} or (preposition == "for" and noun.startswith("spokes"))
    return k, tuple(parties) if represents and official else ()


def _adjective(tokens: Tokens, k: int) -> bool:
    mention = tokens.party[k]
    return mention is not None and mention.kind == "adjective"


def _office_end(tokens: Tokens, noun: int, end: int) -> int:
    """Without "of Russia": the state is the party, not part of the office."""
    for k in range(noun + 1, end):
        if tokens.lower[k] == "in":
            return k
        if tokens.lower[k] == "of":
            m = k + 1
            while m < end and (
                tokens.lower[m] in {"the", "of"} or (tokens.party[m] is None and tokens.lower[m] in _REALMS)
            ):
                m += 1
            mention = tokens.party[m] if m < end else None
            if (
                mention is not None
                and tokens.party_ends.get(tokens.at(mention.start)) == end
                and mention.kind in _NAMED
                and tokens.states.issuperset(mention.parties)
            ):
                return k
    return end


def _singular(noun: str) -> str:
    """ "Prime Ministers" are each a Prime Minister."""
    if noun.lower().endswith("men"):
        return noun[:-2] + "an"
    if noun.lower().endswith("ies"):
        return noun[:-3] + "y"
    return noun.removesuffix("s")


def _plain(word: str) -> str:
    return "defence" if word == "defense" else word


def _kind(kind: str, noun: str, qualities: frozenset[str], after: list[str]) -> str:
    """The kind of office, finer than the noun's own where its words make it so."""
    if kind == "minister":
        if "prime" in qualities:
            return "prime minister" if "deputy" not in qualities else "deputy"
        if ("foreign" in qualities or "external" in qualities or ("foreign" in after or "external" in after)) and not (
            {"deputy", "vice", "assistant", "junior"} & qualities
        ):
            return "foreign minister"
    if kind == "secretary":
        if after[:2] == ["of", "state"] and not ({"deputy", "assistant", "under"} & qualities):
            return "secretary of state"
        if "general" in after[:2]:
            return "secretary general"
        if "foreign" in qualities:
            return "foreign minister"
    if kind == "chief" and {"foreign", "policy"} <= qualities:
        return "foreign chief"
    if kind == "diplomat" and ("top" in qualities or "chief" in qualities):
        return "top diplomat"
    if kind == "president" and ({"vice", "deputy"} & qualities or noun == "vice-president"):
        return "deputy"
    return kind
