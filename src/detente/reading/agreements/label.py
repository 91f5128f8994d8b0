"""Labels of agreements without a name, made of what was agreed: which two tell of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.agreements.instruments import Instrument

_FEW_WORDS = 2  # of a label: too few to tell what was agreed


def told_again(instrument: Instrument, label: str, parties: tuple[str, ...]) -> bool:
    """Whether what was agreed is what has been told: by its label, or as part of what was agreed between the same."""
    assert instrument.label is not None
    if _same_label(instrument.label, label):
        return True
    words = {word for word in label.lower().split()[2:] if len(word) > 2}
    told = {word for each in instrument.provisions for word in each.text.text.lower().split()}
    return len(words) > _FEW_WORDS and words <= told and set(parties) <= set(instrument.said)


def singular(word: str) -> str:
    """A word in lower case, without the ending of most plurals."""
    return word.lower().removesuffix("s")


def _same_label(one: str, other: str) -> bool:
    """Whether two labels say the same: the same verb, and a noun in common."""
    a, b = one.lower().split()[2:], other.lower().split()[2:]
    return bool(a and b) and (a[0] == b[0] or len({w for w in a if len(w) > 4} & {w for w in b if len(w) > 4}) >= 2)
