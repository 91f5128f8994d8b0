"""A file is there whole or not at all, and what is read is never written over."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from detente.errors import NotWritten, UsageError
from detente.files import Inputs, WholeFile


class Halt(BaseException):
    """What a signal raises."""


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with WholeFile(str(path)) as file:
        file.write(b"first ")
        assert not path.exists()
        file.write(b"last")
    assert path.read_bytes() == b"first last"
    assert _names(tmp_path) == ["a.json"]


def test_an_older_file_stays_where_anything_goes_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"older")
    with pytest.raises(Halt), WholeFile(str(path)) as file:
        file.write(b"newer")
        raise Halt
    assert path.read_bytes() == b"older"
    assert _names(tmp_path) == ["a.json"]


def test_an_older_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"older")
    path.chmod(0o640)
    (tmp_path / "other name").hardlink_to(path)
    with WholeFile(str(path)) as file:
        file.write(b"newer")
    assert (path.read_bytes(), (tmp_path / "other name").read_bytes()) == (b"newer", b"older")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("kind", "reason"), [("folder", "it is a folder"), ("link", "it is a link"), ("loose", "link")]
)
def test_what_may_not_be_replaced(tmp_path: Path, kind: str, reason: str) -> None:
    path, other = tmp_path / "a.json", tmp_path / "other.json"
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(other)
    if kind == "link":
        other.write_bytes(b"kept")
    with pytest.raises(UsageError, match=reason), WholeFile(str(path)):
        pass
    assert other.exists() == (kind == "link")


def test_no_place_for_a_file() -> None:
    with pytest.raises(UsageError, match=r"cannot write to /no/where\.json: no such file or directory"):
        WholeFile("/no/where.json").__enter__()
    with pytest.raises(UsageError, match="no name that a file can have"):
        WholeFile("a\0b").__enter__()
    with pytest.raises(UsageError, match="no name that a file can have"):
        Inputs(["a\0b"]).refuse("a\0b")


def test_a_device_is_written_as_it_comes() -> None:
    with WholeFile("/dev/null") as file:
        file.write(b"gone")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    with pytest.raises(NotWritten, match="/dev/full: no space left"), WholeFile("/dev/full") as file:
        file.write(b"too much")


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is read, a file that is read, and other names for both."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "reports"
    (folder / "deep").mkdir(parents=True)
    for name in ("talks.txt", "reports/first.txt", "reports/deep/second.txt", "elsewhere.txt"):
        (tmp_path / name).write_bytes(b"The envoys met.")
    (tmp_path / "link.txt").symlink_to("talks.txt")
    (tmp_path / "hard.txt").hardlink_to("talks.txt")
    (tmp_path / "hard-second.txt").hardlink_to("reports/deep/second.txt")
    (tmp_path / "folder-link").symlink_to("reports")
    (folder / "third.txt").symlink_to("../elsewhere.txt")
    return tmp_path


@pytest.mark.parametrize(
    "out",
    [
        "talks.txt",
        "./reports/../talks.txt",
        "link.txt",
        "hard.txt",
        "gone.txt",
        "reports",
        "reports/",
        "reports/new.json",
        "reports/deep/new/er.json",
        "folder-link",
        "folder-link/new.json",
        "hard-second.txt",
        "elsewhere.txt",
    ],
)
def test_no_name_of_what_is_read_is_written_to(read: Path, out: str) -> None:
    inputs = Inputs(["talks.txt", "gone.txt", str(read / "reports"), "https://paper.example/talks"])
    with pytest.raises(UsageError, match=r"^cannot write to .*read"):
        inputs.refuse(out)
    with pytest.raises(UsageError, match=r"^cannot write to .*read"):
        inputs.refuse(os.path.relpath(read / out, Path.cwd()))


@pytest.mark.parametrize("out", ["new.json", "reports.json", "reports2/new.json", ".", "no/such/folder"])
def test_other_places_are_free(read: Path, out: str) -> None:  # noqa: ARG001
    Inputs(["talks.txt", "reports"]).refuse(out)


def test_a_stream_that_goes_to_what_is_read(read: Path) -> None:
    inputs = Inputs(["reports"])
    with (read / "reports/first.txt").open("ab") as stream, pytest.raises(UsageError, match="standard output: it is r"):
        inputs.refuse_stream(stream.fileno())
    with (read / "talks.txt").open("ab") as stream:
        inputs.refuse_stream(stream.fileno())
