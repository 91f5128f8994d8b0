"""Lists by day: how far the date of an item reaches, and the indexes that walk by it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_PARTIES = sa.text("section = 'parties'")


def upgrade() -> None:
    """Add the column, fill it, and make the indexes and the links anew."""
    op.add_column("item", sa.Column("reach", sa.Integer(), nullable=False, server_default="-1"))
    _fill()
    for name in ("item_by_day", "item_by_day_alone", "ix_item_reading_n"):
        op.drop_index(name, "item")
    op.create_index("item_by_day", "item", ["section", "reach", "first_day"], unique=False)
    op.create_index("item_by_day_alone", "item", ["reach", "first_day"], unique=False)
    op.create_index("item_of_reading", "item", ["reading_n", "section", "first_day", "last_day"], unique=False)
    op.create_index("reading_by_day", "reading", ["first_day", "last_day"], unique=False)
    op.rename_table("item_who", "item_who_before")
    op.create_table(
        "item_who",
        sa.Column("who_n", sa.Integer(), nullable=False),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("item_n", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_n"],
            ["item.n"],
        ),
        sa.ForeignKeyConstraint(
            ["who_n"],
            ["who.n"],
        ),
        sa.PrimaryKeyConstraint("who_n", "reach", "first_day", "item_n", "role"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO item_who (who_n, reach, first_day, item_n, role, section) "
        "SELECT w.who_n, i.reach, w.first_day, w.item_n, w.role, w.section "
        "FROM item_who_before AS w JOIN item AS i ON i.n = w.item_n"
    )
    op.drop_table("item_who_before")
    op.create_index(
        "item_who_taking_part",
        "item_who",
        ["who_n", "item_n"],
        unique=False,
        sqlite_where=_PARTIES,
        postgresql_where=_PARTIES,
    )


def _fill() -> None:
    """As the program works it out; no database does so in the same words as another."""
    from detente.record.reach import reach

    connection = op.get_bind()
    kept = connection.connection.driver_connection
    assert kept is not None
    kept.create_function("reach_of", 2, reach, deterministic=True)
    connection.exec_driver_sql("UPDATE item SET reach = reach_of(first_day, last_day)")
