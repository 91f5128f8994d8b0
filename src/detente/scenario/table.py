"""A table of a scenario file, read key by key with its types checked."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, NoReturn

from detente.errors import BadScenario, BadStatement, did_you_mean
from detente.scenario.grammar import parse_statement
from detente.scenario.places import Place, Places
from detente.scenario.statement import Statement

_KINDS = {str: "a string", bool: "true or false", list: "a list", dict: "a table", int: "a number", float: "a number"}


class Table:
    """One table, its name in messages, and where it stands in the source. Everything raises BadScenario.

    Either it has a header of its own (the ``number``-th of that name), or it is written inline at ``place``, which is
    looked up only for a message: that takes a pass over the source.
    """

    def __init__(
        self, values: object, name: str, places: Places, *,
        header: str | None = None, number: int = 0, place: Callable[[], Place] | None = None,
    ) -> None:  # fmt: skip
        self.name, self.places, self.header, self.number, self._inline = name, places, header, number, place
        if not isinstance(values, dict):
            self.fail(f"{name} must be a table, not {kind(values)}", place() if place else places.of_key(header or ""))
        self.values: dict[str, Any] = values

    def place(self, key: str) -> Place:
        """Where a key stands; without it, where the table does."""
        return self._inline() if self._inline else self.places.of_key(key, self.header, self.number)

    def fail(self, reason: str, place: Place | None = None) -> NoReturn:
        """Say what is wrong, at the place given or at the table's own."""
        if place is None:
            if self._inline:
                place = self._inline()
            else:
                place = self.places.of_table(self.header, self.number) if self.header is not None else (None, None)
        raise BadScenario(reason, self.places.name, *place)

    def fail_at(self, key: str, reason: str) -> NoReturn:
        """Say what is wrong with the value of a key."""
        self.fail(f"{self.name}, {key} {reason}" if self.name else f"{key} {reason}", self.place(key))

    def only(self, *keys: str) -> None:
        """Refuse keys that have no meaning here."""
        for key in self.values:
            if key not in keys:
                hint = did_you_mean(key, keys) or f"; it may have {', '.join(keys)}"
                self.fail(f"{self.name or 'a scenario'} has no {key!r}{hint}", self.place(key))

    def string(self, key: str) -> str | None:
        """A string, as one line; None where the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.fail_at(key, f"must be a string, not {kind(value)}")
        if not value.strip():
            self.fail_at(key, "is empty")
        return " ".join(value.split())

    def needed(self, key: str) -> str:
        """A string that must be there."""
        value = self.string(key)
        if value is None:
            self.fail(f"{self.name} lacks {key!r}")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where the key is absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self.fail_at(key, f"must be true or false, not {kind(value)}")
        return value

    def items(self, key: str) -> list[Any]:
        """A list; empty where the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self.fail_at(key, f"must be a list, not {kind(value)}")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self.items(key)
        for value in values:
            if not isinstance(value, str):
                self.fail_at(key, f"must be a list of strings, but has {kind(value)}")
        return tuple(values)

    def tables(self, key: str, word: str) -> list[Table]:
        """The tables of a list, named by their word and number."""
        header = f"{self.header}.{key}" if self.header else key
        return [
            Table(value, f"{word} {number + 1}", self.places, header=header, number=number)
            for number, value in enumerate(self.items(key))
        ]

    def statement(self, text: object, name: str, key: str, options: Collection[str]) -> Statement:
        """Read a statement that stands under a key; ``name`` says which one it is."""
        if not isinstance(text, str):
            self.fail(f"{name} must be a statement in quotes, not {kind(text)}", self.place(key))
        try:
            return parse_statement(text, options)
        except BadStatement as error:
            shown = f" (in {_short(text)!r})" if text.strip() else ""
            place = self.places.of_string(text, error.column)
            self.fail(f"{name}: {error.reason}{shown}", place if place[0] else self.place(key))


def kind(value: object) -> str:
    """What a TOML value is, in words."""
    return _KINDS.get(type(value), "a date or time")


def _short(text: str, longest: int = 80) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
