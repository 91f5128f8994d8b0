"""Where people are named: the pipeline's PERSON entities, mended, and the names that only their titles give away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.media import table as media
from detente.reading.people.calendar_names import is_calendar_name
from detente.reading.people.home import words_of_state
from detente.reading.people.lexicon import fold, names, offices
from detente.reading.people.title_extent import past_complement

if TYPE_CHECKING:
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_AND = words("en/function_words", "and")
_AND_COMMA = words("en/function_words", "and_comma")
_BEHIND_HYPHEN = words("en/offices/around", "behind_hyphen")
_EXCELLENCY = words("en/offices/around", "excellency")
_IN_AT_FROM = words("en/function_words", "in_at_from")
_NO_PARTICLES = words("en/offices/around", "no_particles")
_NO_PARTICLES_OUTSIDE = words("en/offices/around", "no_particles_outside")
_OF = words("en/function_words", "of")
_OF_SOMEBODY = words("en/function_words", "of_somebody")
_PREFIXES = words("en/offices/around", "prefixes")
_VESSELS = words("en/offices/around", "vessels")
_LONGEST = 7
_NAMES_TOO = words("en/offices/around", "names_too")
_PAIR = 2
_PROPER = frozenset({"NNP", "NNPS"})
_OTHER = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "EVENT", "LAW", "LANGUAGE"})
_JOINS = frozenset({"CC", "IN", "DT"})
_SMALL = words("en/offices/around", "small")
_ARTICLED = words("en/offices/around", "particles_kept")


@dataclass(slots=True)
class Name:
    """A name at the tokens ``[start, end)``, without title and honorific."""

    start: int
    end: int
    key: tuple[str, ...]  #: folded words, particles left out, hyphens closed
    title: Title | None = None  #: right before it
    honorific: bool = False
    gender: str | None = None
    sure: bool = False  #: something besides the entity label says that this is a person
    qualifies: bool = False  #: "the Putin administration": a government, not the person
    person: int = -1
    begin: int = -1  #: where title or honorific begins


def find_names(tokens: Tokens, found: list[Title]) -> list[Name]:
    """Every name in the report's prose, in order, titles before it attached."""
    by_end = {title.end: title for title in found}
    by_start = {title.start: title for title in found}
    labels = _labels(tokens)
    described = _before_descriptions(tokens, found) | labels.keys()
    spans: list[Name] = []
    i, total = 0, len(tokens.text)
    nouns = offices().nouns
    lexicon = names()
    while i < total:
        if tokens.sentence[i] < 0 or not tokens.text[i][0].isupper():
            i += 1
            continue
        if (within := by_start.get(i)) is not None and _before_name(tokens, i, within):
            i = within.end  # "Crown Prince A", all of which the pipeline takes for a name
            continue
        start = i
        title = by_end.get(i) or _bracketed(tokens, by_end, i) or _past_given(tokens, by_end, i)
        honorific = False
        gender: str | None = None
        while (
            start < total and tokens.lower[start] in lexicon.honorifics and tokens.sentence[start] == tokens.sentence[i]
        ):
            honorific = True
            gender = gender or lexicon.honorifics[tokens.lower[start]]
            start += 1
            if start < total and tokens.text[start] == ".":
                start += 1
        if start >= total or tokens.sentence[start] != tokens.sentence[i]:
            i += 1
            continue
        anchored = title is not None or honorific or start in described
        person = tokens.entity[start] == "PERSON"
        if person and title is None and (past := _past_state(tokens, start)) > start:
            title, start = by_end.get(past), past  # "Prime Minister of Armenia Nikol Pashinyan"
        calendar = is_calendar_name(tokens, start)
        given = calendar or fold(tokens.text[start]) in lexicon.gender
        if not (anchored or person or given) or (tokens.lower[start] in nouns and not _given(tokens, start, title)):
            i = max(start, i + 1)
            continue
        end = labels.get(start) or _run(tokens, start, anchored, person, given)
        if anchored and end == start + 1 and not person and tokens.lower[start] in offices().modifiers:
            end = start
        name = _judge(tokens, start, end, title, anchored, person, given)
        if name is not None:
            name.honorific = honorific
        if name is None:
            i = max(end, start + 1) if person else start + 1
            continue
        name.begin = title.start if title is not None else i
        if honorific and title is None and tokens.lower[i] in _EXCELLENCY and tokens.says(i - 1, _OF_SOMEBODY):
            name.begin, gender = i - 1, {"his": "m", "her": "f"}[tokens.lower[i - 1]]
        name.gender = gender or (title.gender if title is not None else None) or _gender(tokens, name)
        spans.append(name)
        i = max(end, i + 1)
    _distribute(tokens, spans)
    return spans


def _before_name(tokens: Tokens, i: int, title: Title) -> bool:
    """Whether an office opens what the pipeline takes for one name."""
    end = title.end
    whole = end < len(tokens.text) and tokens.entity[i] == "PERSON" == tokens.entity[end] and not tokens.begins[end]
    return whole and i < end and tokens.text[end][0].isupper()


def _bracketed(tokens: Tokens, by_end: dict[int, Title], i: int) -> Title | None:
    """The office in "(Peruvian Foreign Minister) Ana Ruiz"."""
    title = by_end.get(i - 1) if i and tokens.text[i - 1] == ")" else None
    return title if title is not None and title.start and tokens.text[title.start - 1] == "(" else None


def _past_given(tokens: Tokens, by_end: dict[int, Title], i: int) -> Title | None:
    """The office before a given name that an editor put in: "Foreign Minister (Ana) Ruiz"."""
    return by_end.get(i - 3) if i > 3 and tokens.text[i - 1] == ")" and tokens.text[i - 3] == "(" else None


def _past_state(tokens: Tokens, start: int) -> int:
    """The token after a state's name, where the pipeline begins a name of three words or more with it."""
    if not tokens.says(start - 1, _OF):
        return start
    end = start + words_of_state(tokens.text[start : start + _LONGEST])
    return end if tokens.entity[end : end + 1] == ["PERSON"] and not tokens.begins[end] else start


def _distribute(tokens: Tokens, spans: list[Name]) -> None:
    """Give "Prime Ministers A, B and C" to all; "Kazakh and Russian ministers A and B": to each his own."""
    members: list[Name] = []
    for name in spans:
        if members and name.title is None and _is_listed(tokens, members[-1], name):
            members.append(name)
            continue
        _share(tokens, members)
        members = [name] if name.title is not None and name.title.plural else []
    _share(tokens, members)


def _is_listed(tokens: Tokens, before: Name, name: Name) -> bool:
    """Whether a name follows another in a list: behind a comma or "and", perhaps with a description between."""
    between = tokens.lower[before.end : name.begin]
    joined = between == [","] or (not _AND.isdisjoint(between) and len(between) <= _LONGEST)
    return joined and not any(tag[0] == "V" for tag in tokens.tag[before.end : name.begin])


def _share(tokens: Tokens, members: list[Name]) -> None:
    """Give the plural title of the first of a list, which "and" closes, to all."""
    while len(members) > 1 and _AND.isdisjoint(tokens.lower[members[-2].end : members[-1].begin]):
        members = members[:-1]
    title = members[0].title if len(members) > 1 else None
    if title is None:
        return
    each_own = len(title.parties) == len(members)
    for at, name in enumerate(members):
        name.title = replace(title, parties=(title.parties[at],), plural=False) if each_own else title
        name.sure = True


def _before_descriptions(tokens: Tokens, found: list[Title]) -> set[int]:
    """Where names begin that only an apposition tells from others: "Tokayev, Kazakhstan's president, ..."."""
    begins: set[int] = set()
    for title in found:
        # "the U.N. envoy, Staffan ..., met"
        end = past_complement(tokens, title.end)
        after = end + 1
        if tokens.text[after : after + 1] == ["*"]:
            after += 1  # the page's own emphasis
        if (
            not title.plural
            and tokens.text[end : end + 1] == [","]
            and _two_proper(tokens, after)
            and tokens.party[after] is None
            and tokens.sentence[after] == tokens.sentence[title.noun]
        ):
            begins.add(after)
        comma = title.start - 1
        if title.plural or comma < 1 or tokens.text[comma] != "," or not title.definite:
            continue
        i = comma
        while (
            i > 0
            and tokens.sentence[i - 1] == tokens.sentence[comma]
            and tokens.party[i - 1] is None
            and ((tokens.text[i - 1][0].isupper() and tokens.tag[i - 1] in _PROPER) or tokens.text[i - 1] == "-")
        ):
            i -= 1
        if tokens.says(i - 1, _IN_AT_FROM):
            continue  # "In Georgetown, Guyana's attorney general, ..."
        if i < comma and comma - i <= _LONGEST and tokens.lower[i] not in offices().nouns:
            begins.add(i)
    return begins


def _two_proper(tokens: Tokens, i: int) -> bool:
    """Whether a name of two words or more can begin here: both proper, or both capitals up to a comma."""
    if tokens.tag[i : i + 2] == ["NNP", "NNP"]:
        return True
    words = tokens.text[i : i + 2]
    return (
        len(words) > 1
        and all(word[0].isupper() and word[1:].islower() for word in words)
        and tokens.text[i + 2 : i + 3] == [","]
    )


def _labels(tokens: Tokens) -> dict[int, int]:
    """Where a transcript's labels that give a full name begin and end: "LENA WEISS, PRESENTER:", later "WEISS:"."""
    full: list[tuple[int, int]] = []
    short: set[str] = set()
    for first, last in tokens.sentences:
        end = first
        while end < min(first + 4, last) and len(tokens.text[end]) > 1 and tokens.text[end].isupper():
            end += 1
        rest = tokens.text[end : min(end + 6, last)]
        if end == first or ":" not in rest:
            continue
        if end == first + 1 and rest[0] == ":":
            short.add(tokens.lower[first])
        elif end > first + 1 and rest[0] in {",", ":", "("}:
            full.append((first, end))
    return {first: end for first, end in full if tokens.lower[end - 1] in short}


def _given(tokens: Tokens, i: int, title: Title | None) -> bool:
    """A given name that is also an office's word ("Major", "Marshal") only where a surname follows."""
    if title is not None and title.end == i and tokens.lower[i] in _NAMES_TOO:
        return True
    return tokens.entity[i] == "PERSON" and tokens.begins[i] and fold(tokens.text[i]) in names().gender


def _run(tokens: Tokens, start: int, anchored: bool, person: bool, given: bool) -> int:
    """The token after the name that begins at ``start``."""
    lexicon = names()
    last = min(tokens.sentences[tokens.sentence[start]][1], start + _LONGEST + 4)
    nouns = offices().nouns
    j = start
    while j < last:
        text, lower = tokens.text[j], tokens.lower[j]
        inside = tokens.entity[j] == "PERSON" and not (
            tokens.begins[j] and j > start and tokens.text[j - 1] in _AND_COMMA
        )
        if text in {"'s", "’s", "'", ",", "(", ")", '"'}:
            break
        mention = tokens.party[j]
        if (
            j > start
            and mention is not None
            and (not inside or (mention.kind in {"adjective", "people"} and not given))
        ):
            break
        if (
            text == "-"
            and j > start
            and j + 1 < last
            and tokens.start[j] == tokens.end(j - 1)
            and (tokens.start[j + 1] == tokens.end(j))
            and tokens.party[j + 1] is None
        ):
            # "Jae-in", "al-Assad": a hyphenated part may be in small letters.
            if (
                tokens.text[j + 1][0].isalpha()
                and (len(tokens.text[j + 1]) <= 8 or tokens.text[j + 1][0].isupper())
                and (lower_ok(tokens, j + 1))
            ):
                j += 2
                continue
            break
        if text[0].isupper() and any(char.isalpha() for char in text):
            if text == "He" and j == start + 1 and fold(tokens.text[start]) in lexicon.surname_first:
                j += 1  # Liu He
                continue
            if j > start and lower in nouns and tokens.entity[j] != "PERSON":
                break
            if tokens.entity[j] in _OTHER and text not in lexicon.suffixes and not is_calendar_name(tokens, j):
                break
            if (
                not inside
                and j > start
                and tokens.tag[j] not in _PROPER
                and text not in lexicon.suffixes
                and tokens.entity[j] != "PERSON"
                and not (anchored and person and j == start + 1 and _capital_verb(tokens, j, last))
            ):
                break
            if not inside and j > start and not (anchored or given or person):
                break
            if text in lexicon.not_people and j > start and not inside and not is_calendar_name(tokens, j):
                break
            j += 1
            continue
        if (
            j > start
            and lower in lexicon.particles
            and j + 1 < last
            and (
                tokens.text[j + 1][0].isupper() or tokens.text[j + 1] == "-" or tokens.lower[j + 1] in lexicon.particles
            )
            and lower not in _NO_PARTICLES | (set() if inside else _NO_PARTICLES_OUTSIDE)
        ):
            j += 1
            continue
        break
    while j > start and (
        tokens.text[j - 1] == "-"
        or (tokens.lower[j - 1] in lexicon.particles and tokens.text[j - 1].islower() and tokens.text[j - 2] != "-")
    ):
        j -= 1
    return j


def _capital_verb(tokens: Tokens, i: int, last: int) -> bool:
    """Whether what the tagger takes for a verb is a surname: it has a capital, and the sentence's verbs have none."""
    return tokens.tag[i][0] == "V" and any(
        tokens.tag[k][0] == "V" and tokens.text[k].islower() for k in range(i + 1, last)
    )


def lower_ok(tokens: Tokens, i: int) -> bool:
    """Whether the part after a hyphen can belong to a name: not "Putin-led", not "Trump-era"."""
    return tokens.text[i][0].isupper() or (
        tokens.tag[i] not in {"VBN", "VBD", "VBG", "NNS"} and tokens.lower[i] not in _BEHIND_HYPHEN
    )


def _judge(
    tokens: Tokens, start: int, end: int, title: Title | None, anchored: bool, person: bool, given: bool
) -> Name | None:
    """The name at ``[start, end)``, or nothing where it is none."""
    lexicon = names()
    if end <= start or (not anchored and _is_heading(tokens, start, end)):
        return None
    texts = tokens.text[start:end]
    key = key_of(texts)
    if not key or all(len(word) < 2 for word in key):
        return None
    if all(tokens.tag[i] in _JOINS or tokens.lower[i] in _SMALL for i in range(start, end)):
        return None  # "THE PRESIDENT OF FIJI AND THE PRIME MINISTER OF TONGA"
    following = tokens.text[end] if end < len(tokens.text) and tokens.sentence[end] == tokens.sentence[start] else ""
    before = tokens.lower[start - 1] if start > 0 and tokens.sentence[start - 1] == tokens.sentence[start] else ""
    if len(texts) == 1 and not anchored and texts[0] in media().names:
        return None  # an agency's
    things = [i for i in range(start, end) if tokens.text[i] in lexicon.not_people and not is_calendar_name(tokens, i)]
    if any(i > start for i in things):
        return None
    if start in things and not (len(key) > 1 and fold(texts[0]) in lexicon.surname_first):
        return None  # "Park" in Seoul is a surname
    if texts[0] in lexicon.not_first and not anchored:
        return None
    if not anchored and not given and len(key) > 1 and all(text.isupper() for text in texts if len(text) > 1):
        return None  # a heading: "JOINT STATEMENT"
    if following in lexicon.not_people or (following == "-" and not anchored):
        return None
    if before in _VESSELS or (start > 0 and tokens.text[start - 1] in lexicon.not_first and not anchored):
        return None
    mention = tokens.party[start]
    if mention is not None and tokens.party_ends.get(start, start + 1) >= end and len(key) < 2:
        return None
    if mention is not None and tokens.party[end - 1] is mention:
        return None
    if not person and not anchored:
        # A given name carries a name that the pipeline took for something else, if a surname follows.
        dated = tokens.entity[start] in _OTHER and not is_calendar_name(tokens, start)
        if len(key) < 2 or tokens.tag[start] not in _PROPER or before in {"the", "a"} or dated:
            return None
        if tokens.entity[start] in {"FAC", "WORK_OF_ART", "PRODUCT", "LAW"}:
            return None
    if not person and anchored and title is not None and title.plural and len(key) < 2 and not given:
        return None
    if (
        title is not None
        and not person
        and len(key) < 2
        and tokens.entity[start] in {"ORG", "GPE", "NORP"}
        and title.end < start
    ):
        return None
    after = tokens.tag[end] if following else ""
    if before == "the" and not anchored and len(key) > 1 and (following[:1].isupper() or after[:2] != "NN"):
        return None  # a ship's, unless a noun follows: "the Ruiz case"
    governments = offices().governments
    qualifies = following.lower() in governments
    sure = anchored or (end - start > 1 and (len(key) == 1 or fold(texts[0]) in lexicon.gender))
    return Name(start, end, key, title, sure=sure, qualifies=qualifies)


def _is_heading(tokens: Tokens, start: int, end: int) -> bool:
    """Whether words in capitals stand in a line of capitals: "JOINT STATEMENT"."""
    if not all(text.isupper() for text in tokens.text[start:end]):
        return False
    begin = tokens.report.rfind("\n", 0, tokens.start[start]) + 1
    stop = tokens.report.find("\n", tokens.end(end - 1))
    line = tokens.report[begin : stop if stop >= 0 else len(tokens.report)]
    given = fold(tokens.text[start]) in names().gender  # "PAUL ODUYA" under a treaty
    return line.isupper() and ":" not in line and not given


def _gender(tokens: Tokens, name: Name) -> str | None:
    """By the given name; where the surname stands first, nothing is known."""
    if len(name.key) < 2:
        return None
    gender = names().gender.get(fold(tokens.text[name.start]))
    return gender if gender != "u" else None


def key_of(texts: list[str]) -> tuple[str, ...]:
    """What names are compared by: folded words, hyphenated ones closed, particles and "Jr." left out."""
    lexicon = names()
    key: list[str] = []
    closed = dropped = False
    for text in texts:
        if text == "-":
            closed = not dropped
            continue
        dropped = False
        word = fold(text)
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) > len(prefix) + 2:
                word = word[len(prefix) :]
        word = word.replace("-", "").replace("'", "").strip("`")
        if closed and key and word:
            if key[-1] in lexicon.particles:
                key[-1] = word
            else:
                key[-1] += word
        elif (
            word
            and text not in lexicon.suffixes
            and (word not in lexicon.particles or text is texts[-1] or not (text.islower() or word in _ARTICLED))
        ):
            key.append(word)
        else:
            dropped = True
        closed = False
    return tuple(key)
