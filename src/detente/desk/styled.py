"""Lines as they are printed -> the same for a page: its words escaped, its styles as classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from markupsafe import Markup
from rich.text import Text

from detente.controls import harmless

_NAME = re.compile(r"[a-z]+")


def styled(text: Text) -> Markup:
    """A text of the terminal as HTML, with a ``span`` of classes ``t-bold``, ``t-dim`` and so on for each style."""
    return Markup("".join(_pieces(text)))  # every piece is escaped


def _pieces(text: Text) -> Iterator[str]:
    plain = text.plain
    bounds = sorted(
        {0, len(plain), *(min(place, len(plain)) for span in text.spans for place in (span.start, span.end))}
    )
    whole = _classes([str(text.style)])
    for start, end in pairwise(bounds):
        names = whole + _classes([str(span.style) for span in text.spans if span.start <= start and span.end >= end])
        words = escape(harmless(plain[start:end]))
        yield f'<span class="{" ".join(dict.fromkeys(names))}">{words}</span>' if names else words


def _classes(styles: list[str]) -> list[str]:
    found: list[str] = []
    for style in styles:
        words = style.split()
        for place, word in enumerate(words):
            name = f"t-{word}"
            if place and words[place - 1] == "not":
                found = [one for one in found if one != name]
            elif word != "not" and _NAME.fullmatch(word):
                found.append(name)
    return found
