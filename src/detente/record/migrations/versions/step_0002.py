"""Copies: the bands by which they are found, and what was decided on them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make both tables; their rows are derived, and entered once all steps are done."""
    op.create_table(
        "band",
        sa.Column("band", sa.Integer(), nullable=False),
        sa.Column("report_n", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_n"],
            ["report.n"],
        ),
        sa.PrimaryKeyConstraint("band", "report_n"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_band_report_n", "band", ["report_n"], unique=False)
    op.create_table(
        "copy",
        sa.Column("of_n", sa.Integer(), nullable=False),
        sa.Column("by_n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("containment", sa.Float(), nullable=False),
        sa.Column("shared", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["of_n"],
            ["report.n"],
        ),
        sa.ForeignKeyConstraint(
            ["by_n"],
            ["report.n"],
        ),
        sa.PrimaryKeyConstraint("of_n", "by_n"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_copy_by_n", "copy", ["by_n"], unique=False)
