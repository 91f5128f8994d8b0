"""The steps lead to the tables as they are now, from every schema that there was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from detente.record import search_words
from detente.record.migrations import HEAD, STEPS
from detente.record.readings import readings_now
from detente.record.schema import metadata
from detente.record.store import Store
from detente.record.verify import verify

DATA = Path(__file__).parent / "data"


def test_the_steps_lead_to_the_present_tables(empty: Store) -> None:
    def is_ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not (name or "").startswith(tuple(search_words.TABLES))

    with empty.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        for table, statement in search_words.TABLES.items():
            kept = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).scalar()
            assert kept == statement


def test_each_step_has_its_file() -> None:
    files = Path(search_words.__file__).parent / "migrations" / "versions"
    assert sorted(path.stem.removeprefix("step_") for path in files.glob("step_*.py")) == sorted(STEPS)


@pytest.mark.parametrize("kept", sorted(DATA.glob("record-*.db")), ids=lambda path: path.stem)
def test_records_of_earlier_versions_open(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    shutil.copy(kept, path)
    with Store(path) as store:
        assert list(verify(store)) == []
        with store.reading() as connection:
            sources = sorted(Path(one.report.source).name for one in readings_now(connection))
    assert sources == ["lima.txt", "lome.txt", "oslo.txt"]
    before = path.with_name(f"{path.name}.before-{HEAD}")
    assert before.exists() == (kept.stem != f"record-{HEAD}")


def test_a_record_of_the_first_schema_is_kept() -> None:
    assert (DATA / f"record-{STEPS[0]}.db").exists()
