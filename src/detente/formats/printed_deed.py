"""A deed or a plan in words for the terminal: its clause, with who is meant in brackets where the words do not say it.

In: the pieces of the report's words, who does it and to whom. Out: "it [Peru] will expel two attaches", "[Ghana] closed
the port · [→ Togo]".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from detente.knowledge.loader import words
from detente.model.references import Reference

_TABLE = "en/function_words"
_WHO = "en/clauses"


def told(parts: Sequence[str], doers: Iterable[Reference], *, verb: bool, subject: bool) -> str:
    """The words on one line, a doer whom they do not name in brackets: behind a pronoun, or before a bare verb.

    ``verb`` is whether they tell a deed by its verb, ``subject`` whether somebody who does it stands in them.
    """
    line = " … ".join(" ".join(part.split()) for part in parts)
    missing = [name for who in doers if (name := " ".join(who.name.split())) not in line]
    if not missing:
        return line
    first, _, rest = line.partition(" ")
    if first.lower() in _pronouns() and rest:
        meant = missing[:1] if first.lower() in words(_TABLE, "one_of_them") else missing
        return f"{first} [{', '.join(meant)}] {rest}"
    return f"[{', '.join(missing)}] {line}" if verb and not subject else line


def is_pronoun(name: str) -> bool:
    """Whether somebody is only named by a word that stands for a name: "he"."""
    return name.lower() in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    """Words that stand for somebody, without those that say whose something is."""
    # codes: classes of the table
    kinds = ("masculine", "feminine", "plural", "neuter")
    all_of_them = frozenset(word for kind in kinds for word in words(_TABLE, kind)) | words(_WHO, "relatives")
    return all_of_them - words(_TABLE, "possessives")
