"""The kinds of foresight, in plain words."""

from __future__ import annotations

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
