"""The word classes of ``knowledge/en/plans.toml``: by which reports tell what is due."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def plan_words() -> dict[str, frozenset[str]]:
    """Each class by its name; lemmas, in lower case."""
    table = tomllib.loads((files("detente.knowledge") / "en" / "plans.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items()}
