"""Who is meant: one type for everybody who speaks, acts, signs, claims or holds office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ReferenceKind = Literal["person", "party", "described"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A person of the reading, a party, or words that describe somebody without a name.

    ``id`` is a person's or a party's id, and resolves within the reading; null for who is only described. ``name`` is
    the person's full name, the party's usual name, or the report's words. Raises ValueError where ``id`` and ``kind``
    do not go together.
    """

    kind: ReferenceKind
    id: str | None
    name: str

    def __post_init__(self) -> None:
        if (self.id is None) != (self.kind == "described"):
            raise ValueError(f"a reference to a {self.kind} {'needs an' if self.id is None else 'has no'} id: {self}")

    @classmethod
    def described(cls, words: str) -> Reference:
        """Somebody whom the report only describes, by its words on one line."""
        return cls("described", None, " ".join(words.split()))
