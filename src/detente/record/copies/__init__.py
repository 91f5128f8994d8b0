"""Same, newer, corrected, copied: which reports hang together, and why.

A record stores the :func:`signature` of each report's body, its :func:`bands` as rows and their number. For a new
report it looks up those of its key, and those that share bands with it and are :func:`worth_comparing`; :func:`decide`
tells versions, corrections and near-copies among them apart. Each is a function of its arguments alone.
"""

from detente.record.copies.decision import decide
from detente.record.copies.fingerprints import bands, signature, worth_comparing
from detente.record.copies.groups import groups
from detente.record.copies.index import CopyIndex, find_copies
from detente.record.copies.piece import Copy, CopyKind, Piece

__all__ = [
    "Copy",
    "CopyIndex",
    "CopyKind",
    "Piece",
    "bands",
    "decide",
    "find_copies",
    "groups",
    "signature",
    "worth_comparing",
]
