"""A desk on a record of the river dispute, with names and texts that an enemy would choose beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.desk.application import application
from detente.desk.site import Site
from detente.model.reading import Reading
from detente.reading.reader import Reader
from detente.record import memberships
from detente.record.store import Store
from detente.record.writer import keep
from detente.sources import report_from_text
from tests.desk.client import HOST, Client
from tests.dossier.conftest import RIVER, read

__all__ = ["hostile", "river"]
AT = "2031-01-02T03:04:05Z"
DISPUTE = 'The Lauca / "river" <b>& more</b>'
SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"""{SCRIPT} Peru and Chile "quarrel" <img src=x onerror=alert(2)>

LIMA - Peru's Foreign Minister Rosa <script>alert(3)</script> Paredes said on Monday that Chile's &lt;b&gt; "plan" was
off. \x1b[31m\u202eTalks will be held on 4 May 2030. Argentina claims the Falkland Islands, which Britain holds.
Argentina demands that Britain hold talks on sovereignty over the islands. Britain refuses to hold
talks on sovereignty over the islands. Chile now rejects to open the sluice at Tacora.
"""


@pytest.fixture(scope="session")
def river(reader: Reader) -> list[Reading]:
    return read(reader, RIVER)


@pytest.fixture(scope="session")
def hostile(reader: Reader) -> Reading:
    return reader.read(
        report_from_text(
            HOSTILE, source=f"/news/{SCRIPT}.txt", published="2030-04-20",
            url="javascript:alert(4)", publisher=f'"{SCRIPT}',
        )
    )  # fmt: skip


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, river: list[Reading], hostile: Reading) -> Path:
    """The record, as it lies on the disk."""
    path = tmp_path_factory.mktemp("desk") / "record.db"
    with Store(path, create=True) as made:
        for reading in (*river, hostile):
            with made.writing() as connection:
                keep(connection, reading, reading.report.text.encode(), AT)
                memberships.name_dispute(connection, DISPUTE, "ana", AT)
                memberships.put(connection, DISPUTE, reading.report.key, "ana", AT)
    return path


@pytest.fixture
def store(tmp_path: Path, written: Path) -> Iterator[Store]:
    with Store(Path(shutil.copy(written, tmp_path / "record.db"))) as made:
        yield made


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Site:
    return Site(store, "ana", lambda: AT, tmp_path / "given")


@pytest.fixture
def desk(site: Site) -> Iterator[Client]:
    client = Client(application(site, frozenset({HOST}), largest=1 << 20))
    yield client
    client.close()
