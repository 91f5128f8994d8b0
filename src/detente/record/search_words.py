"""The search tables: FTS5 of SQLite over folded words, one row an item and one row a reading's headline and body.

They hold no text of their own (``content=''``): a row is known by the number of its item or reading. Rows are only
added; those of older readings go when the tables are made anew (:func:`emptied`).
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

TABLES = {
    "item_words": "CREATE VIRTUAL TABLE item_words USING fts5(words, content='', tokenize='unicode61')",
    "report_words": "CREATE VIRTUAL TABLE report_words USING fts5(headline, body, content='', tokenize='unicode61')",
}


def create(connection: Connection) -> None:
    """Make the search tables."""
    for statement in TABLES.values():
        connection.exec_driver_sql(statement)


def emptied(connection: Connection) -> None:
    """Make the search tables anew, without rows."""
    for table in TABLES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    create(connection)


def add_items(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Enter the folded words of items by their number."""
    if found := list(rows):
        connection.exec_driver_sql("INSERT INTO item_words(rowid, words) VALUES (?, ?)", found)


def add_report(connection: Connection, reading_n: int, headline: str, body: str) -> None:
    """Enter the folded headline and body of a reading by its number."""
    connection.exec_driver_sql(
        "INSERT INTO report_words(rowid, headline, body) VALUES (?, ?, ?)", (reading_n, headline, body)
    )
