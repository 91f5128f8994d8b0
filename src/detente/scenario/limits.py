"""How much of a scenario is read and solved before it is refused; docs/reference/scenario-file.md states it.

What time and memory one command may take holds for the command line; a program of your own sets its own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are in bytes. Each is met with a BadScenario or UsageError that names it."""

    toml_bytes: int = 4 << 20  #: nobody writes more by hand
    json_bytes: int = 256 << 20
    key_parts: int = 8  #: of a dotted key in TOML
    options: int = 62  #: a state is a bit an option of a signed 64-bit integer
    parties: int = 16  #: every coalition of them is looked at
    states: int = 1 << 22
    states_tried: int = 1 << 14  #: by ``explain``, ``sensitivity`` and ``path``
    moves_searched: int = 1 << 23  #: by ``path``: of all parties from all states
    nevers_tried: int = 300_000  #: over all tries, to find the few that leave no state
    seconds: float = 120.0  #: for one command
    memory: int = 4 << 30  #: for one command


LIMITS = Limits()


def size(number: int) -> str:
    """Bytes in words: ``20 MB``."""
    return f"{number / (1 << 20):.0f} MB"
