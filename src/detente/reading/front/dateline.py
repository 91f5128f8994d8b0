"""Datelines: "MUNICH, Germany/MOSCOW --", "GENEVA (Reuters) -", "Tokyo, 16 February 2019 –", "Vienna, 3 May 2021"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.knowledge.loader import words
from detente.reading.front.cues import chrome, credit_lines, places
from detente.reading.front.dates import Found, find_date

_HEAD = 200  # characters in which a dateline ends
_IN_NAMES = words("en/front/lines", "in_places")
_CUT = re.compile(
    r"\.?\s*--+\s*|\.?\s*[—–―]\s*|\.?-\s+|(?<=\))\s*[-_:]\s*|\s+_+(?:\s+|$)|(?<=/)\.\s+|:\s+|(?<=\))\.\s+|(?<=\s)\|\s+"
)
_PAREN = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_SLASHED = re.compile(r"/\s?([A-Z][\w .&-]{1,25}?)\s?/")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|h)?(?:\s*\(?(?:GMT|UTC|[A-Z]{2,4}T)\)?)?", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_JOINED_REGION = re.compile(r",\s*(?:Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda)", re.IGNORECASE)
_GROUP = re.compile(r"\s*(?:[/;&|]|\band\b)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_EDGES = " \t\n.,()[]*_#:;-–—\u00a0"
_MOST_PLACES = 5
_DAY = len("2019-02-16")


@dataclass(frozen=True, slots=True)
class DatelineFound:
    """A dateline at ``[start, end)``, its dash with it; places as (name, start, end), the date where it has one."""

    start: int
    end: int
    places: tuple[tuple[str, int, int], ...]
    date: Found | None


@dataclass(slots=True)
class _Evidence:
    places: list[tuple[str, int, int]]
    known: bool = False
    capitals: bool = False
    region: bool = False
    agency: bool = False
    date: Found | None = None


def opening_dateline(text: str, start: int, end: int) -> DatelineFound | None:
    """The dateline that the paragraph ``[start, end)`` begins with, up to and with its dash."""
    head = text[start : min(end, start + _HEAD)]
    if not (head[:1].isupper() or head[:1].isdigit() or head[:1] in "([*_"):
        return None
    for tries, cut in enumerate(_CUT.finditer(head)):
        if tries == 4 or not cut.start():
            break
        evidence = _evidence(head[: cut.start()])
        if evidence is not None and _opens(evidence, cut.group(), head[cut.end() :]):
            body = start + cut.end()
            stop = body - (len(cut.group()) - len(cut.group().rstrip()))
            return _found(evidence, start, stop)
    return None


def whole_dateline(text: str, start: int, end: int) -> DatelineFound | None:
    """The dateline that a line is from end to end: place and date, place and agency, or city and country."""
    if end - start > 120:
        return None
    line = text[start:end]
    if not line[:1].isalnum() and line[:1] not in "([*_":
        return None
    evidence = _evidence(re.sub(r"[\s:—–_-]+$", "", line))
    if evidence is None or not evidence.places:
        return None
    sure = evidence.known or evidence.region
    if _town_and_day(line, evidence):
        return _found(evidence, start, end)
    if (sure and (evidence.date or evidence.agency or evidence.region)) or (evidence.capitals and evidence.agency):
        return _found(evidence, start, end)
    return None


def _town_and_day(line: str, evidence: _Evidence) -> bool:
    """Whether a line is a town that no table knows and a day: "Bosso, 9 November 2023"; not "Opinion, 9 November"."""
    name = evidence.places[0][0]
    day = evidence.date is not None and len(evidence.date.edtf) == _DAY
    return day and len(evidence.places) == 1 and line.startswith(f"{name}, ") and not _is_furniture(name)


def _is_furniture(word: str) -> bool:
    low = word.lower()
    return " " in word or low in credit_lines().desk or low in chrome().labels or not _shaped(word)


def venue(text: str, start: int, end: int) -> DatelineFound | None:
    """A city alone, or a building and its city ("Presidential Palace, Nicosia"): a dateline only beside a date."""
    line = text[start:end]
    if end - start > 60 or ("," not in line and line.lower() not in places().cities):
        return None
    at = line.rfind(",") + 1
    at += len(line[at:]) - len(line[at:].lstrip())
    city = places().cities.get(line[at:].lower())
    if city is None or not all(w[0].isupper() or w in _IN_NAMES for w in line.split()):
        return None
    return DatelineFound(start, end, ((city, start + at, end),), None)


def _found(evidence: _Evidence, start: int, end: int) -> DatelineFound:
    return DatelineFound(
        start, end, tuple((name, start + a, start + b) for name, a, b in evidence.places), evidence.date
    )


def _opens(evidence: _Evidence, cut: str, rest: str) -> bool:
    """Whether what stands before the dash is a dateline, from evidence of more than one kind."""
    first = rest.lstrip("\"'“‘«`([*_")[:1]
    if first and not (first.isupper() or first.isdigit()):
        return False
    backed = evidence.agency or evidence.date is not None
    if cut.strip() in (":", "|"):
        return backed or (evidence.capitals and (evidence.known or evidence.region))
    return backed or evidence.known or evidence.capitals or evidence.region


def _evidence(prefix: str) -> _Evidence | None:
    """The places in what may be a dateline and what speaks for it; none where something else is in it."""
    found = _Evidence([])
    blank = _mask_agencies(prefix, found)
    date = find_date(blank)
    if date is not None:
        found.date = date
        blank = _masked(blank, date.start, date.end)
    for pattern in (_CLOCK, _WEEKDAY, _JOINED_REGION):
        for match in list(pattern.finditer(blank)):
            found.region = found.region or pattern is _JOINED_REGION
            blank = _masked(blank, match.start(), match.end())
    at = 0
    for joint in [*_GROUP.finditer(blank), None]:
        stop = joint.start() if joint else len(blank)
        if not _group(blank, at, stop, found):
            return None
        at = joint.end() if joint else stop
    if not (found.places or found.region or found.agency) or len(found.places) > _MOST_PLACES:
        return None
    return found


def _mask_agencies(prefix: str, found: _Evidence) -> str:
    """The prefix with parentheses blanked out; an agency in them counts as evidence, a date in them is kept."""
    blank = prefix
    agencies = credit_lines().agencies
    for match in _PAREN.finditer(prefix):
        inside = match.group(1)
        if find_date(inside) or not match.start():
            blank = _masked(_masked(blank, match.start(), match.start() + 1), match.end() - 1, match.end())
        else:
            names = inside.strip().lower()
            found.agency = found.agency or names in agencies or (len(inside.split()) <= 5 and inside[:1].isupper())
            blank = _masked(blank, match.start(), match.end())
    for match in _SLASHED.finditer(blank):
        if match.group(1).lower() in agencies:
            found.agency = True
            blank = _masked(blank, match.start(), match.end())
    return blank


def _group(blank: str, start: int, end: int, found: _Evidence) -> bool:
    """Read "MUNICH, Germany" out of ``[start, end)``; false where it is no place."""
    at = start
    first = True
    for piece in blank[start:end].split(","):
        left, right = at, at + len(piece)
        at = right + 1
        while left < right and blank[left] in _EDGES:
            left += 1
        while left < right and blank[right - 1] in _EDGES and not _abbreviated(blank, left, right):
            right -= 1
        name = " ".join(blank[left:right].split())
        if not name:
            continue
        if name.lower() in credit_lines().agencies and not (first and name.lower() in places().cities):
            found.agency = True
            continue
        if not _place(name, left, right, found, first=first):
            return False
        first = False
    return True


def _place(name: str, left: int, right: int, found: _Evidence, *, first: bool) -> bool:
    table = places()
    low = name.lower()
    known = low in table.cities
    region = low in table.regions or low + "." in table.regions
    if not known and (region or (not first and not name.isupper() and _shaped(name))):
        found.region = found.region or region
        return True
    if not known and not (_shaped(name) and name.upper().split()[0] not in table.acronyms):
        return False
    capitals = name.isupper() and sum(c.isalpha() for c in name) >= 3
    if not found.places:
        found.known, found.capitals = known, capitals
    found.places.append((_normal(name), left, right))
    return True


def _shaped(name: str) -> bool:
    """Up to five capitalised words, small ones among them."""
    words = name.split()
    small = places().small
    return (
        1 <= len(words) <= 5
        and words[0][:1].isupper()
        and all(_WORD.fullmatch(w) and (w[0].isupper() or w in small or w.startswith(("al-", "el-"))) for w in words)
    )


def _normal(name: str) -> str:
    """A city's name in normal case."""
    table = places()
    known = table.cities.get(name.lower())
    if known or not name.isupper():
        return known or name
    words = name.lower().split()
    return " ".join(w if i and w in table.small else _capital(w, table.small) for i, w in enumerate(words))


def _capital(word: str, small: frozenset[str]) -> str:
    parts = word.split("-")
    return "-".join(p if i and p in small else p[:1].upper() + p[1:] for i, p in enumerate(parts))


def _abbreviated(text: str, left: int, right: int) -> bool:
    """Whether the stop at the end belongs to the word ("Va.", "D.C.")."""
    return text[right - 1] == "." and text[left:right].strip().lower() in places().regions


def _masked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
