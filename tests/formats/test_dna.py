"""A dossier as a database for Discourse Network Analyzer, and as networks."""

from __future__ import annotations

import base64
import hashlib
import io
import sqlite3
from itertools import combinations
from pathlib import Path

import networkx  # type: ignore[import-untyped]
import numpy as np
import pytest

from detente.dossier.account import About, Dossier, dossier
from detente.dossier.network import Actors, Network, network
from detente.formats.dna import PASSWORD, digest, dna
from detente.formats.graphml import edge_rows, graphml
from detente.reading.reader import Reader
from detente.sources import report_from_text

TEXTS = [
    (
        "2031-01-10",
        """Kenya's foreign minister, Amina Otieno, said on Friday that Kenya would not accept the 𝕊alt ceasefire.

Somalia demanded a ceasefire. Ethiopia demanded a ceasefire and rejected the sanctions.""",
    ),
    (None, "Somalia rejected the sanctions. Kenya rejected the ceasefire."),
]


@pytest.fixture(scope="module")
def made(reader: Reader) -> Dossier:
    readings = [
        reader.read(report_from_text(text, source=f"/news/{number}.txt", published=published))
        for number, (published, text) in enumerate(TEXTS)
    ]
    return dossier(readings, About("Salt"))


@pytest.fixture(scope="module")
def opened(made: Dossier, tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    path: Path = tmp_path_factory.mktemp("dna") / "salt.dna"
    path.write_bytes(dna(made))
    return sqlite3.connect(path)


def _statements(opened: sqlite3.Connection) -> list[dict[str, object]]:
    found = []
    for number, document, start, stop in opened.execute("SELECT ID, DocumentId, Start, Stop FROM STATEMENTS"):
        values = opened.execute(
            "SELECT Variable, Value FROM DATASHORTTEXT d JOIN ENTITIES e ON e.ID = d.Entity "
            "JOIN VARIABLES v ON v.ID = d.VariableId WHERE StatementId = ?",
            (number,),
        )
        (agreement,) = opened.execute("SELECT Value FROM DATABOOLEAN WHERE StatementId = ?", (number,)).fetchone()
        (text,) = opened.execute("SELECT Text FROM DOCUMENTS WHERE ID = ?", (document,)).fetchone()
        words = text.encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le")
        found.append({**dict(values), "agreement": agreement, "words": words})
    return found


def test_each_stance_is_a_statement_with_its_words_and_side(made: Dossier, opened: sqlite3.Connection) -> None:
    found = _statements(opened)
    assert len(found) == sum(len(line.stances) for line in made.positions)
    claims = sorted(stance.claim.text for line in made.positions for stance in line.stances)
    assert sorted(str(each["words"]) for each in found) == claims
    otieno = next(each for each in found if each["person"] == "Amina Otieno")
    assert (otieno["organization"], otieno["concept"]) == ("Kenya", "ceasefire and withdrawal")
    assert (otieno["agreement"], otieno["stance"]) == (0, "rejects")
    assert "𝕊alt" in str(otieno["words"])
    wanted = next(each for each in found if each["stance"] == "demands")
    assert wanted["agreement"] == 1


def test_what_has_no_date_says_so(opened: sqlite3.Connection) -> None:
    dates = opened.execute("SELECT Date, Notes FROM DOCUMENTS ORDER BY Date").fetchall()
    assert dates[0][0] == 0
    assert dates[0][1].startswith("No date of publication is known")
    assert dates[1][0] == 1925769600  # 10 January 2031
    assert not dates[1][1].startswith("No date")


def test_the_database_is_sound_and_the_same_each_time(made: Dossier, opened: sqlite3.Connection) -> None:
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    empty = opened.execute("SELECT COUNT(*) FROM ENTITIES WHERE Value = ''").fetchone()
    assert empty == (4,)  # one of each variable
    assert dna(made) == dna(made)


def test_the_password_is_kept_as_the_program_checks_it() -> None:
    kept = base64.b64decode(digest(PASSWORD))
    found = kept[:16] + PASSWORD.encode()
    for _ in range(100_000):
        found = hashlib.sha256(found).digest()
    assert found == kept[16:]


def test_networks_are_what_networkx_reads(made: Dossier) -> None:
    graph = network(made, Network.TWO_MODE)
    read = networkx.read_graphml(io.BytesIO(graphml(graph)), force_multigraph=True)
    labels = networkx.get_node_attributes(read, "label")
    edges = {(labels[a], labels[b], data["weight"], data["agreement"]) for a, b, data in read.edges(data=True)}
    assert edges == set(edge_rows(graph))
    assert ("Kenya", "ceasefire and withdrawal", 2, "no") in edges
    assert ("Somalia", "ceasefire and withdrawal", 1, "yes") in edges
    people = network(made, Network.TWO_MODE, Actors.PEOPLE)
    assert people.actors == ("Amina Otieno",)


def test_who_agrees_with_whom(made: Dossier) -> None:
    """Products of how often two take the same side of an issue, and the two sides."""
    graph = network(made, Network.TWO_MODE)
    sides = np.zeros((2, len(graph.actors), len(graph.issues)), int)
    for edge in graph.edges:
        sides[int(bool(edge.agreement)), graph.actors.index(edge.one), graph.issues.index(edge.other)] = edge.weight
    same = sides[0] @ sides[0].T + sides[1] @ sides[1].T
    opposite = sides[0] @ sides[1].T + sides[1] @ sides[0].T
    for kind, expected in (
        (Network.CONGRUENCE, same), (Network.CONFLICT, opposite), (Network.SUBTRACT, same - opposite),
    ):  # fmt: skip
        found = {(edge.one, edge.other): edge.weight for edge in network(made, kind).edges}
        assert found
        for (a, one), (b, other) in combinations(enumerate(graph.actors), 2):
            assert found.get((one, other), 0) == expected[a, b], (kind, one, other)
