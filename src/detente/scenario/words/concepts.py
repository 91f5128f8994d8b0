"""The kinds of foresight, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

#: concept: what a stable state means under it, as the end of "it holds, because …"
MEANING = {
    "nash": "nobody gains by moving alone",
    "gmr": "every gain from moving alone can be answered, if the others will bear what it costs them",
    "smr": "every gain from moving alone can be answered, and the one who moved could not escape the answer",
    "seq": "every gain from moving alone would be answered by moves in the others' own interest",
    "sseq": "every gain from moving alone would be answered by moves in the others' own interest, with no escape",
    "sim": "every gain from moving alone is lost if the others move to their own advantage at the same time",
}
NAME = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sseq": "SSEQ", "sim": "SIM"}
#: which concepts a concept implies
IMPLIES = {
    "nash": ("gmr", "smr", "seq", "sseq", "sim"),
    "sseq": ("smr", "seq", "gmr"),
    "smr": ("gmr",),
    "seq": ("gmr",),
}


def strongest(concepts: Sequence[str]) -> list[str]:
    """The concepts that no other of them implies."""
    return [one for one in concepts if not any(one in IMPLIES.get(other, ()) for other in concepts)]


def holds_in_words(concepts: Sequence[str]) -> str:
    """The strongest of some concepts, each with its meaning."""
    return "; ".join(f"{MEANING[concept]} ({NAME[concept]})" for concept in strongest(concepts))
