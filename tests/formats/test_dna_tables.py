"""The tables of a DNA database against what Discourse Network Analyzer 3.1.2 makes and asks for.

Written down from its ``Sql.java``, compared column by column (type, default, null, keys) on 2026-11-30.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files

import pytest

_DATA = "ID StatementId VariableId Value"
COLUMNS = {
    "SETTINGS": "Property Value",
    "DOCUMENTS": "ID Title Text Coder Author Source Section Notes Type Date",
    "STATEMENTTYPES": "ID Label Red Green Blue",
    "VARIABLES": "ID Variable DataType StatementTypeId",
    "VARIABLELINKS": "ID SourceVariableId TargetVariableId",
    "REGEXES": "Label Red Green Blue",
    "CODERRELATIONS": "ID Coder OtherCoder viewStatements editStatements viewDocuments editDocuments",
    "STATEMENTS": "ID StatementTypeId DocumentId Start Stop Coder",
    "ENTITIES": "ID VariableId Value Red Green Blue ChildOf",
    "DATABOOLEAN": _DATA,
    "DATAINTEGER": _DATA,
    "DATALONGTEXT": _DATA,
    "DATASHORTTEXT": "ID StatementId VariableId Entity",
    "ATTRIBUTEVARIABLES": "ID VariableId AttributeVariable",
    "ATTRIBUTEVALUES": "ID EntityId AttributeVariableId AttributeValue",
    "CODERS": "ID Name Red Green Blue Refresh FontSize Password PopupWidth ColorByCoder PopupDecoration "
    "PopupAutoComplete "
    "PermissionAddDocuments PermissionEditDocuments PermissionDeleteDocuments PermissionImportDocuments "
    "PermissionAddStatements PermissionEditStatements PermissionDeleteStatements PermissionEditAttributes "
    "PermissionEditRegex PermissionEditStatementTypes PermissionEditCoders PermissionEditCoderRelations "
    "PermissionViewOthersDocuments PermissionEditOthersDocuments PermissionViewOthersStatements "
    "PermissionEditOthersStatements",
}  # fmt: skip
TEXTS = {"Title", "Name", "Password", "Label", "Variable", "DataType", "Property", "Author", "Source", "Section"}


@pytest.fixture
def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(files("detente.formats").joinpath("dna.sql").read_text(encoding="utf-8"))
    connection.execute("INSERT INTO CODERS (ID, Name, Password) VALUES (1, 'Admin', 'x')")
    connection.execute("INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Date) VALUES (1, 'On salt', 'Salt', 1, 0)")
    connection.execute("INSERT INTO STATEMENTS VALUES (1, 1, 1, 0, 4, 1)")
    connection.execute("INSERT INTO ENTITIES (ID, VariableId, Value) VALUES (1, 2, 'Kenya')")
    return connection


def test_every_table_has_the_columns_that_dna_names(empty: sqlite3.Connection) -> None:
    tables = {name for (name,) in empty.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == set(COLUMNS)
    for table, columns in COLUMNS.items():
        found = {row[1]: row[2] for row in empty.execute(f"PRAGMA table_info({table})")}
        assert list(found) == columns.split(), table
        assert {column for column in found if column in TEXTS and found[column] != "TEXT"} == set(), table


@pytest.mark.parametrize(
    "refused",
    [
        "INSERT INTO STATEMENTS VALUES (2, 1, 1, 4, 4, 1)",  # of no length
        "INSERT INTO STATEMENTS VALUES (2, 1, 9, 0, 4, 1)",  # in no document
        "INSERT INTO ENTITIES (VariableId, Value) VALUES (2, 'Kenya')",  # twice
        "INSERT INTO ENTITIES (VariableId, Value) VALUES (9, 'Peru')",  # of no variable
        "INSERT INTO VARIABLES VALUES (9, 'concept', 'short text', 1)",  # twice
        "INSERT INTO VARIABLES VALUES (9, 'tone', 'colour', 1)",  # of no known type
        f"INSERT INTO DOCUMENTS (Title, Text, Coder, Date) VALUES ('{'x' * 191}', '', 1, 0)",  # too long a title
        "INSERT INTO CODERRELATIONS (Coder, OtherCoder) VALUES (1, 1)",  # with himself
    ],
)
def test_what_dna_refuses_is_refused(empty: sqlite3.Connection, refused: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        empty.execute(refused)


def test_what_hangs_on_a_document_goes_with_it(empty: sqlite3.Connection) -> None:
    empty.execute("INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (1, 2, 1)")
    empty.execute("DELETE FROM DOCUMENTS")
    assert empty.execute("SELECT COUNT(*) FROM STATEMENTS").fetchone() == (0,)
    assert empty.execute("SELECT COUNT(*) FROM DATASHORTTEXT").fetchone() == (0,)
