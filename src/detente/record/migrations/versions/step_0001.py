"""The first schema of the record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "aside",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("source"),
    )
    op.create_table(
        "blob",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "correction",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("report_key", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_correction_report_key", "correction", ["report_key"], unique=False)
    op.create_index("ix_correction_target", "correction", ["target"], unique=False)
    op.create_table(
        "derived",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("source_hash", sa.Text(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key"),
    )
    op.create_table(
        "dispute",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("toml", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_dispute_name", "dispute", ["name"], unique=False)
    op.create_table(
        "membership",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("dispute", sa.Text(), nullable=False),
        sa.Column("report_key", sa.Text(), nullable=False),
        sa.Column("inside", sa.Boolean(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_membership_report_key", "membership", ["report_key"], unique=False)
    op.create_index("membership_of", "membership", ["dispute", "report_key"], unique=False)
    op.create_table(
        "provenance",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "queue",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_queue_kind", "queue", ["kind"], unique=False)
    op.create_table(
        "run",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_table(
        "seen",
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user", "what"),
    )
    op.create_table(
        "who",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("kind", "party", "folded"),
    )
    op.create_index("ix_who_party", "who", ["party"], unique=False)
    op.create_table(
        "report",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("raw_sha256", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("given_id", sa.Text(), nullable=True),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["raw_sha256"],
            ["blob.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["text_sha256"],
            ["blob.sha256"],
        ),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_report_key", "report", ["key"], unique=False)
    op.create_index("ix_report_publisher", "report", ["publisher"], unique=False)
    op.create_table(
        "capture",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("raw_sha256", sa.Text(), nullable=False),
        sa.Column("report_n", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_n"],
            ["report.n"],
        ),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("source", "raw_sha256", "report_n"),
    )
    op.create_index("ix_capture_raw_sha256", "capture", ["raw_sha256"], unique=False)
    op.create_index("ix_capture_report_n", "capture", ["report_n"], unique=False)
    op.create_table(
        "reading",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("report_n", sa.Integer(), nullable=False),
        sa.Column("provenance", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("sections", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("front", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["provenance"],
            ["provenance.hash"],
        ),
        sa.ForeignKeyConstraint(
            ["report_n"],
            ["report.n"],
        ),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_reading_provenance", "reading", ["provenance"], unique=False)
    op.create_index("ix_reading_report_n", "reading", ["report_n"], unique=False)
    op.create_table(
        "current",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("report_n", sa.Integer(), nullable=False),
        sa.Column("reading_n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_n"],
            ["reading.n"],
        ),
        sa.ForeignKeyConstraint(
            ["report_n"],
            ["report.n"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("reading_n"),
    )
    op.create_index("ix_current_report_n", "current", ["report_n"], unique=False)
    op.create_table(
        "item",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("reading_n", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_n"],
            ["reading.n"],
        ),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("item_by_day", "item", ["section", "first_day"], unique=False)
    op.create_index("item_by_day_alone", "item", ["first_day"], unique=False)
    op.create_index("ix_item_id", "item", ["id"], unique=False)
    op.create_index("ix_item_reading_n", "item", ["reading_n"], unique=False)
    op.create_table(
        "item_who",
        sa.Column("who_n", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("item_n", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_n"],
            ["item.n"],
        ),
        sa.ForeignKeyConstraint(
            ["who_n"],
            ["who.n"],
        ),
        sa.PrimaryKeyConstraint("who_n", "section", "first_day", "item_n", "role"),
        sqlite_with_rowid=False,
    )
    op.execute("CREATE VIRTUAL TABLE item_words USING fts5(words, content='', tokenize='unicode61')")
    op.execute("CREATE VIRTUAL TABLE report_words USING fts5(headline, body, content='', tokenize='unicode61')")
