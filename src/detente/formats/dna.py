"""A dossier -> a database that Discourse Network Analyzer 3 opens: its reports, and each stance coded in their text.

Each party's stance is a statement with person, organization, concept (the issue), agreement (yes or no) and, beside
DNA's own variables, the stance itself. What has no date of publication stands on 1 January 1970 and says so in its
notes: a document must have a date. Offsets count UTF-16 units, as Java does. The same dossier gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import sqlite3
import tempfile
from calendar import timegm
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from detente.dossier.account import Dossier
from detente.dossier.network import agrees, speakers
from detente.dossier.positions import Line, Stance
from detente.dossier.source import Source
from detente.model.date import Date

CODER, PASSWORD = "Detente", "detente"  #: as whom the coding is stored; Admin has the same password
_ADMIN_ID, _CODER_ID = 1, 2
_PERSON, _ORGANIZATION, _CONCEPT, _AGREEMENT, _STANCE = 1, 2, 3, 4, 5
_SALT = hashlib.sha256(PASSWORD.encode()).digest()[:16]  # a known password needs no secret one
_ROUNDS = 100_000
_LONGEST = 190  # characters of titles and values


def dna(made: Dossier) -> bytes:
    """The database as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "detente.dna"
        connection = sqlite3.connect(path)
        try:
            connection.executescript(files(__package__).joinpath("dna.sql").read_text(encoding="utf-8"))
            _fill(connection, made)
            connection.commit()
        finally:
            connection.close()
        return path.read_bytes()


def digest(password: str) -> str:
    """A coder's password as DNA keeps it: salt and hash, 100,000 rounds of SHA-256, in base 64."""
    found = hashlib.sha256(_SALT + password.encode()).digest()
    for _ in range(_ROUNDS - 1):
        found = hashlib.sha256(found).digest()
    return base64.b64encode(_SALT + found).decode()


def _fill(connection: sqlite3.Connection, made: Dossier) -> None:
    password = digest(PASSWORD)
    connection.executemany(
        "INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (?, ?, ?, ?, ?, ?)",
        [(_ADMIN_ID, "Admin", 255, 255, 0, password), (_CODER_ID, CODER, 51, 153, 255, password)],
    )
    connection.executemany(
        "INSERT INTO CODERRELATIONS (Coder, OtherCoder) VALUES (?, ?)", [(_ADMIN_ID, _CODER_ID), (_CODER_ID, _ADMIN_ID)]
    )
    for source in made.sources:
        connection.execute(
            "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Source, Notes, Date) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (source.number, _cut(source.headline), _text(source), _CODER_ID, _cut(source.outlet or ""),
             _notes(source), _seconds(source.published)),
        )  # fmt: skip
    entities, named = _Entities(connection), speakers(made)
    for number, (line, stance) in enumerate(_in_order(made), 1):
        person, party = named.get(stance.item, ""), made.parties.get(line.party, line.party)
        values = ((_PERSON, person), (_ORGANIZATION, party), (_CONCEPT, line.issue), (_STANCE, stance.stance))
        ids = [(variable, entities.of(variable, value)) for variable, value in values]
        _statement(connection, number, stance, ids)


def _statement(connection: sqlite3.Connection, number: int, stance: Stance, values: list[tuple[int, int]]) -> None:
    """One stance, with a value for each variable: DNA expects them all."""
    text = stance.source.text
    start, stop = (_units(text, at) for at in (stance.claim.start, stance.claim.end))
    connection.execute(
        "INSERT INTO STATEMENTS (ID, StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, 1, ?, ?, ?, ?)",
        (number, stance.source.number, start, stop, _CODER_ID),
    )
    connection.executemany(
        "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
        [(number, *each) for each in values],
    )
    connection.execute(
        "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)",
        (number, _AGREEMENT, int(agrees(stance.stance))),
    )


class _Entities:
    """The values of variables, each once, with an empty one for each variable as DNA has it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[int, str], int] = {}
        for variable in (_PERSON, _ORGANIZATION, _CONCEPT, _STANCE):
            self.of(variable, "")

    def of(self, variable: int, value: str) -> int:
        """The id of a value."""
        value = _cut(value)
        if (variable, value) not in self._known:
            number = self._known[variable, value] = len(self._known) + 1
            self._connection.execute(
                "INSERT INTO ENTITIES (ID, VariableId, Value, Red, Green, Blue) VALUES (?, ?, ?, 0, 0, 0)",
                (number, variable, value),
            )
            self._connection.execute(
                "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId) "
                "SELECT ?, ID FROM ATTRIBUTEVARIABLES WHERE VariableId = ? ORDER BY ID",
                (number, variable),
            )
        return self._known[variable, value]


def _in_order(made: Dossier) -> Iterator[tuple[Line, Stance]]:
    """The stances by report and place."""
    held = [(line, stance) for line in made.positions for stance in line.stances]
    return iter(sorted(held, key=lambda one: (one[1].source.number, one[1].claim.start, one[0].party, one[0].issue)))


def _text(source: Source) -> str:
    """The report's text with line ends as Java shows them; each keeps its place."""
    return source.text.replace("\r\n", " \n").replace("\r", "\n").replace("\0", " ")


def _notes(source: Source) -> str:
    undated = "" if source.published is not None else "No date of publication is known; 1970-01-01 stands for it.\n"
    return f"{undated}{source.place}\n{source.id}"


def _seconds(date: Date | None) -> int:
    """A day as seconds since 1970; of what is less exact, its first day."""
    first = date.earliest if date is not None else None
    return timegm((*first, 0, 0, 0)) if first is not None and first[0] > 0 else 0


def _units(text: str, at: int) -> int:
    """How many UTF-16 units stand before a character."""
    return at + sum(ord(character) > 0xFFFF for character in text[:at])


def _cut(value: str) -> str:
    return " ".join(value.split())[:_LONGEST]
