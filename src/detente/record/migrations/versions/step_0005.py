"""Narrowed lists: who stands in which reading, and which items a reading that counts has."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table, the columns and the indexes, and fill them."""
    op.drop_index("item_who_taking_part", "item_who")
    op.create_index("item_who_of_item", "item_who", ["item_n", "section"], unique=False)
    op.add_column("current", sa.Column("first_item", sa.Integer(), nullable=True))
    op.add_column("current", sa.Column("last_item", sa.Integer(), nullable=True))
    for column, end in (("first_item", "min"), ("last_item", "max")):
        op.execute(
            f"UPDATE current SET {column} = (SELECT {end}(i.n) FROM item AS i WHERE i.reading_n = current.reading_n)"
        )
    op.create_index("current_by_item", "current", ["first_item", "last_item", "reading_n"], unique=False)
    op.create_table(
        "reading_who",
        sa.Column("who_n", sa.Integer(), nullable=False),
        sa.Column("reading_n", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["who_n"],
            ["who.n"],
        ),
        sa.ForeignKeyConstraint(
            ["reading_n"],
            ["reading.n"],
        ),
        sa.PrimaryKeyConstraint("who_n", "reading_n", "section"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO reading_who (who_n, reading_n, section) "
        "SELECT DISTINCT w.who_n, c.reading_n, w.section "
        "FROM current AS c JOIN item_who AS w ON w.item_n BETWEEN c.first_item AND c.last_item"
    )
