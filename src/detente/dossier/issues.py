"""What stances are about: the dispute's own issues, else the words that most of its stances share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import partial

from detente.dossier.content import content, every_stem, stem, subject_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Issues:
    """Names an issue for the words of a stance; the same for all stances of a dispute."""

    def __init__(self, texts: Sequence[str], never: Collection[str], own: Mapping[str, Sequence[str]]) -> None:
        self._own = {name: [every_stem(words) for words in phrases] for name, phrases in own.items()}
        self._counts = Counter(one for text in texts for one in set(content(text)) if one not in never)
        forms = Counter(word.casefold() for text in texts for word in _WORD.findall(text))
        self._forms: dict[str, str] = {}
        for form in sorted(forms, key=lambda form: (-forms[form], form)):
            self._forms.setdefault(stem(form), form)

    def of(self, text: str) -> str:
        """The issue of the dispute's own that most words fall under; else what goes on; else the commonest word."""
        stems = every_stem(text)
        counted = {name: sum(map(partial(_times, stems), phrases)) for name, phrases in self._own.items()}
        best = min(counted, key=lambda name: (-counted[name], name)) if counted else None
        if best is not None and counted[best]:
            return best
        if found := subject_of(stems):
            return found
        words = [one for one in content(text) if one in self._counts]
        chosen = min(words, key=lambda one: (-self._counts[one], one)) if words else None
        return self._forms.get(chosen, chosen) if chosen else "other"


def _times(stems: Sequence[str], phrase: Sequence[str]) -> int:
    """How often a phrase stands in a text."""
    size = len(phrase)
    return sum(stems[place : place + size] == phrase for place in range(len(stems) - size + 1)) if size else 0
