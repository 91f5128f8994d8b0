"""How far a title reaches: its own words before the noun, and "of the Foreign Ministry" after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.people.lexicon import names, offices

if TYPE_CHECKING:
    from detente.model.mention import Mention
    from detente.reading.people.tokens import Tokens

_AND = words("en/function_words", "and")
_AND_COMMA = words("en/function_words", "and_comma")
_BEFORE_HYPHEN = words("en/offices/around", "before_hyphen")
_BELOW = words("en/offices/around", "below")
_COMPLEMENTS_OF = words("en/offices/around", "complements_of")
_ENDS_OF_BODY = words("en/offices/around", "ends_of_body")
_GENITIVES = words("en/offices/around", "genitives")
_IN = words("en/function_words", "in")
_JOINED_INSIDE = words("en/offices/around", "joined_inside")
_JOINED_IN_BODY = words("en/offices/around", "joined_in_body")
_LOOSE_ENDS = words("en/offices/around", "loose_ends")
_OF = words("en/function_words", "of")
_OF_OR_THE = words("en/function_words", "of_or_the")
_THE = words("en/function_words", "the")
_THE_OR_WHOSE = words("en/function_words", "the_or_whose")
_REALMS = words("en/offices/around", "realms")
_NAMED = frozenset({"name", "capital"})
_UNDER = words("en/offices/around", "under")
_PREPOSITIONS = words("en/offices/around", "complements")
_GROUPS = words("en/offices/no_people", "before")
_COMPLEMENT = 8  # tokens of what a title is held over
_COMPOUNDS = frozenset({"NN", "NNP", "NNPS", "NNS"})


def leftwards(tokens: Tokens, i: int, low: int) -> int:
    """Where the office's own words begin."""
    here = offices()
    capital = tokens.text[i][0].isupper()
    j = i
    while j > low:
        k = j - 1
        word = tokens.lower[k]
        if tokens.party[k] is not None or (word in _BELOW and not tokens.lower[k + 1].startswith(("secretar", "-"))):
            break
        if word in here.modifiers or word in here.tenses:
            j = k
        elif (
            word == "-"
            and k > low
            and (
                tokens.lower[k - 1] in here.modifiers
                or tokens.lower[k - 1] in here.tenses
                or tokens.lower[k - 1] in _BEFORE_HYPHEN
            )
        ):
            j = k - 1
        elif word in _JOINED_INSIDE and k > low and tokens.lower[k - 1] in here.modifiers and j < i + 1:
            if word == "'s" and tokens.text[k - 1].islower():
                break  # "the party's floor leader"
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
                and word not in names().honorifics
            )
            or (
                tokens.tag[k] == "NN"
                and tokens.dep[k] == "compound"
                and tokens.text[k].islower()
                and word not in here.beside
            )
            or (word in here.nouns and tokens.dep[k] in {"compound", "nmod", "amod"} and k >= i - 2)
        ):
            j = k
        else:
            break
    while j < i and tokens.text[j] in _LOOSE_ENDS:
        j += 1
    return j


def _same_case(tokens: Tokens, a: int, b: int) -> bool:
    return tokens.text[a][0].isupper() == tokens.text[b][0].isupper()


def _list_of_affairs(tokens: Tokens, comma: int, noun: int) -> bool:
    """Whether a comma is one of "Trade, Industry and Energy Minister"."""
    return (
        tokens.text[noun][0].isupper()
        and not _AND.isdisjoint(tokens.lower[comma + 1 : noun])
        and tokens.text[comma - 1][0].isupper()
    )


def rightwards(tokens: Tokens, i: int) -> tuple[int, tuple[str, ...]]:
    """The end of the title, and the party that stands after its noun."""
    here = offices()
    last = tokens.sentences[tokens.sentence[i]][1]
    j = i + 1
    while j < last and (
        tokens.lower[j] in here.after or (tokens.text[j] == "-" and j + 1 < last and tokens.lower[j + 1] in here.after)
    ):
        j += 1
    for phrase in here.of:
        if tuple(tokens.lower[j : j + len(phrase)]) == phrase and not tokens.says(j + len(phrase), _AND):
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
    while k < last and tokens.lower[k] in _THE_OR_WHOSE:
        k += 1
    begin = k
    parties: list[str] = []
    official = False  # the American Institute is not the United States
    while k < last:
        mention = tokens.party[k]
        if begin == j + 1 and _calls_a_group(tokens, k):
            k = _past_group(tokens, k, last)
            official = True
            break
        if _before_name(tokens, k, last):
            break
        if mention is not None:
            k = max(tokens.party_ends.get(tokens.at(mention.start), k + 1), k + 1)
            official = official or mention.kind not in {"adjective", "people"}
            parties.extend(mention.parties)
            if tokens.says(k, _AND) and k + 1 < last and tokens.party[k + 1] is not None:
                k += 1
                continue
            if k + 1 < last and tokens.text[k] == "-" and tokens.text[k + 1].islower():
                k += 2  # "the Saudi-backed committee"
                del parties[-len(mention.parties) :]
                continue
            if mention.kind == "name" and k < last and tokens.text[k] != "'s" and tokens.lower[k] not in here.acting:
                break
        elif (tokens.entity[k] == "PERSON" and tokens.entity[k - 1] != "PERSON" and k > begin) or tokens.lower[
            k
        ] in names().honorifics:
            break
        elif (
            (tokens.text[k][0].isupper() and tokens.tag[k] in _COMPOUNDS and tokens.entity[k] not in {"PERSON", "DATE"})
            or tokens.lower[k] in here.modifiers
            or tokens.lower[k] in here.acting
        ):
            official = official or tokens.lower[k] in here.acting
            k += 1
        elif (
            tokens.lower[k] in _JOINED_IN_BODY
            and k > begin
            and k + 1 < last
            and (
                (
                    tokens.text[k + 1][0].isupper()
                    and tokens.entity[k + 1] != "PERSON"
                    and (tokens.entity[k] == "ORG" or tokens.lower[k] in _GENITIVES)
                )
                or (tokens.lower[k + 1] in here.acting | here.modifiers and tokens.lower[k] not in _AND)
                or (tokens.lower[k] in _OF and tokens.lower[k + 1] in _THE)
                or (
                    tokens.lower[k] in _AND
                    and tokens.text[k + 1][0].isupper()
                    and tokens.lower[k + 1] in here.modifiers
                )
            )
        ) or (tokens.tag[k] in {"NN", "NNS"} and tokens.dep[k] in {"compound", "pobj"} and k > j):
            k += 1
        elif (
            preposition == "for"
            and k == j + 1
            and tokens.tag[k] == "JJ"
            and tokens.text[k].islower()
            and tokens.tag[k + 1 : k + 2] in (["NN"], ["NNS"])
        ):
            k += 1  # "the minister for territorial policy"
        else:
            break
    while k > begin and tokens.lower[k - 1] in _ENDS_OF_BODY:
        k -= 1
    if k == begin or _is_of_the_next(tokens, k, last):
        return j, ()
    if preposition in {"on", "with"} and not parties:
        return j, ()
    if preposition == "in" and tokens.lower[k - 1] not in here.governments | here.houses:
        # "the US envoy in Kabul": where, not for whom.
        return (k, ()) if tokens.lower[k : k + 1] == [","] and (parties or tokens.entity[k - 1] == "GPE") else (j, ())
    represents = (
        preposition in _COMPLEMENTS_OF  # "minister in the Houthi government"
        or (preposition == "to" and noun in _UNDER and official)
        or (preposition == "for" and (noun.startswith("spokes") or noun in here.pleaders))
    )
    return k, tuple(parties) if represents and official else ()


def _is_of_the_next(tokens: Tokens, k: int, last: int) -> bool:
    """Whether an office ends right before the name of who holds it: "an adviser to opposition leader A"."""
    return k < last and tokens.lower[k - 1] in offices().nouns and tokens.entity[k] == "PERSON"


def _before_name(tokens: Tokens, k: int, last: int) -> bool:
    """Whether an office begins that somebody else holds: "members of President A's party"."""
    office = tokens.text[k][0].isupper() and tokens.lower[k] in offices().nouns
    return office and k + 1 < last and tokens.entity[k + 1] == "PERSON"


def _calls_a_group(tokens: Tokens, k: int) -> bool:
    """Whether a name behind a bare noun is that of a group: "spokesman for rebel group X", not "of the group X"."""
    return tokens.text[k][0].isupper() and tokens.text[k - 1].islower() and tokens.lower[k - 1] in _GROUPS


def _past_group(tokens: Tokens, k: int, last: int) -> int:
    """The token behind a group's name."""
    joins = {"-", *names().particles}
    while k < last and (tokens.text[k][0].isupper() or tokens.lower[k] in joins or tokens.text[k - 1] == "-"):
        k += 1
    return k


def past_complement(tokens: Tokens, end: int) -> int:
    """The comma behind "of ..." after a title that names nobody known: "the governor of the hills, | Ana Ruiz"."""
    if not tokens.says(end, _OF):
        return end
    for k in range(end + 1, min(end + _COMPLEMENT, len(tokens.text))):
        if tokens.text[k] == ",":
            return k
        if tokens.tag[k][0] == "V" or tokens.sentence[k] != tokens.sentence[end] or tokens.entity[k] == "PERSON":
            break
    return end


def _states_to(tokens: Tokens, mention: Mention, end: int) -> bool:
    """Whether nothing but states follows up to the end: "of Greece and Turkey"."""
    at = tokens.party_ends.get(tokens.at(mention.start), end)
    while at + 1 < end and tokens.lower[at] in _AND_COMMA and tokens.party[at + 1] is not None:
        at = tokens.party_ends.get(at + 1, end)
    return at == end


def office_end(tokens: Tokens, noun: int, end: int) -> int:
    """Without "of Russia": the state is the party, not part of the office."""
    for k in range(noun + 1, end):
        if tokens.lower[k] in _IN:
            return k
        if tokens.lower[k] in _OF:
            m = k + 1
            while m < end and (
                tokens.lower[m] in _OF_OR_THE or (tokens.party[m] is None and tokens.lower[m] in _REALMS)
            ):
                m += 1
            mention = tokens.party[m] if m < end else None
            if (
                mention is not None
                and _states_to(tokens, mention, end)
                and mention.kind in _NAMED
                and tokens.states.issuperset(mention.parties)
            ):
                return k
    return end
