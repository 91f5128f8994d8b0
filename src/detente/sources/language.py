"""Which language a text is in. It is only labelled here; the reader decides what it can read.

Most texts show themselves to be English by their function words, which costs nothing. Where they do not, another
language is named only on clear evidence, because short texts and texts full of foreign names look like anything: most
of its letters in another script, or py3langid almost certain over enough letters.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry, table

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

_SAMPLE = 20_000  # characters, from the middle of the text on: navigation stands before
_ENGLISH_SHARE = 0.18  # of words; English news has 0.3 to 0.5, other languages under 0.1 by chance ("in", "was", "a")
_NOT_ENGLISH_SHARE = 0.12
_CERTAIN = 0.95  # py3langid's probability over the languages
_LETTERS = 60  # fewer are no evidence for a language in Latin script
_FEW_LETTERS = 12  # fewer are no evidence for a script
UNDETERMINED = "und"  #: ISO 639-2
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 where the text shows it, or where ``en`` is declared; ``und`` for one that is not English; else None.

    ``declared`` is what metadata says; the text's own evidence goes before it.
    """
    start = max(0, min(len(text) // 4, len(text) - _SAMPLE))
    words = [word.lower() for word in _WORD.findall(text[start : start + _SAMPLE])]
    english = _facts()[0]
    share = sum(word in english for word in words) / max(len(words), 1)
    if len(words) >= 8 and share >= _ENGLISH_SHARE:
        return "en"
    letters = sum(map(len, words))
    sample = " ".join(words)
    if letters >= _FEW_LETTERS and sum(letter < "ɐ" for letter in sample if letter != " ") < letters / 2:
        code, _ = _identifier().classify(sample)
        return str(code) if code != "en" else UNDETERMINED
    told = _code(declared)
    if letters >= _LETTERS and share < _NOT_ENGLISH_SHARE:
        code, probability = _identifier().classify(sample)
        if code != "en" and (probability >= _CERTAIN or (code == told and probability >= 0.5)):
            return str(code)
    return told if told == "en" else None


def _code(declared: str | None) -> str | None:
    """``en`` of ``en-GB``, ``en_US`` or ``EN``; None for what is no language code."""
    code = re.split(r"[-_]", declared.strip().lower(), maxsplit=1)[0] if declared else ""
    return code if re.fullmatch(r"[a-z]{2}", code) else None


def language_name(code: str) -> str:
    """A language in words: ``French (fr)``, or ``another language``."""
    names = _facts()[1]
    return f"{names[code]} ({code})" if code in names else "another language"


class _Languages(Entry, frozen=True):
    english: frozenset[str]
    names: dict[str, str]


def _facts() -> tuple[frozenset[str], dict[str, str]]:
    """English function words, and the names of languages by code."""
    facts = table("en/languages", _Languages)
    return facts.english, facts.names


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
