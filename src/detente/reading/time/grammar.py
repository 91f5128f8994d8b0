"""The forms of ``knowledge/en/time/forms.toml`` as regular expressions over class characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.knowledge.loader import Entry, table
from detente.reading.time.lexicon import OTHER, words

_SLOT = re.compile(r"<(?:(\w+):)?([\w|]+)>")
# A run without one of these holds no time expression, so nothing else is tried there.
_TRIGGERS = (
    "month may weekday weekdays season daypart dayparts oclock noon ampm today tonight unit units second quarter "
    "quarters half period yr tens decade clock slash partyr partnth nq number freq now present current recently recent "
    "compact monyr nth soon zone local once future past earlier holiday term fiscal"
)


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``[start, end)`` that have a form; ``slots`` are the tokens of its named pieces."""

    kind: str
    start: int
    end: int
    slots: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class _Forms:
    kinds: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    first: dict[str, tuple[int, ...]]  #: class character -> the forms that can begin with it
    run: re.Pattern[str]


class _Form(Entry, frozen=True):
    kind: str
    form: str


class _Grammar(Entry, frozen=True):
    macro: dict[str, str]
    form: tuple[_Form, ...]


@cache
def forms() -> _Forms:
    """The forms, compiled once."""
    data = table("en/time/forms", _Grammar)
    macros: dict[str, str] = {}
    for name, form in data.macro.items():
        macros[name] = _compile(form, macros)
    kinds = tuple(entry.kind for entry in data.form)
    sources = [_compile(entry.form, macros) for entry in data.form]
    patterns = tuple(re.compile(source) for source in sources)
    codes = words().codes
    first = {
        char: tuple(at for at, source in enumerate(sources) if char in _openers(source)) for char in codes.values()
    }
    triggers = "".join(codes[name] for name in _TRIGGERS.split())
    return _Forms(kinds, patterns, first, re.compile(rf"[^{OTHER}]*[{triggers}][^{OTHER}]*"))


def matches(classes: str, start: int, end: int) -> Iterator[Match]:
    """The forms that begin at token ``start`` and end by ``end``, longest first."""
    grammar = forms()
    found = []
    for at in grammar.first.get(classes[start], ()):
        match = grammar.patterns[at].match(classes, start, end)
        if match is not None:
            found.append((-match.end(), at, match))
    found.sort(key=lambda entry: entry[:2])
    for negative_end, at, match in found:
        slots = {name: match.span(name) for name, value in match.groupdict().items() if value}
        yield Match(grammar.kinds[at], start, -negative_end, slots)


def _compile(form: str, macros: dict[str, str]) -> str:
    codes = words().codes

    def slot(match: re.Match[str]) -> str:
        names = match[2].split("|")
        unknown = [name for name in names if name not in codes and name not in macros]
        if unknown:
            raise KeyError(f"no class or macro {unknown[0]!r} for time forms")
        plain = "".join(codes[name] for name in names if name in codes)
        options = [f"[{plain}]" if len(plain) > 1 else plain] if plain else []
        options += [macros[name] for name in names if name not in codes]
        body = "|".join(options)
        if match[1]:
            return f"(?P<{match[1]}>{body})"
        return body if len(options) == 1 and (len(body) == 1 or body[0] in "[(") else f"(?:{body})"

    form = re.sub(r"\(\?P<(\w+)>", r"(?P{\1}", form)
    return re.sub(r"\(\?P\{(\w+)\}", r"(?P<\1>", _SLOT.sub(slot, form)).replace(" ", "")


def _openers(source: str) -> set[str]:
    """The class characters that a compiled form can begin with."""
    chars, _, _ = _alternatives(source, 0)
    return chars


def _alternatives(source: str, at: int) -> tuple[set[str], bool, int]:
    """What the alternatives from ``at`` to their bracket can begin with, whether they can be empty, their end."""
    chars: set[str] = set()
    begins, empty, any_empty = True, True, False
    while at < len(source) and source[at] != ")":
        if source[at] == "|":
            any_empty, begins, empty, at = any_empty or empty, True, True, at + 1
            continue
        found, can_be_empty, at = _piece(source, at)
        if begins:
            chars |= found
            begins = empty = can_be_empty
    return chars, any_empty or empty, at


def _piece(source: str, at: int) -> tuple[set[str], bool, int]:
    """The same for one character, class or group and the repetition after it."""
    empty = False
    if source[at] == "(":
        inner = at + (3 if source[at + 2] == ":" else source.index(">", at) + 1 - at)
        chars, empty, end = _alternatives(source, inner)
        at = end + 1
    elif source[at] == "[":
        end = source.index("]", at)
        chars, at = set(source[at + 1 : end]), end + 1
    else:
        chars, at = {source[at]}, at + 1
    if source[at : at + 1] in ("?", "*"):
        empty, at = True, at + 1
    elif source[at : at + 1] == "+":
        at += 1
    return chars, empty, at
