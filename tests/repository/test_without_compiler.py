"""An install on a machine without a C compiler, and make with a Python that is too old."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAM = str(ROOT / "examples" / "scenarios" / "river-dam.toml")


def test_without_a_compiler_everything_installs_and_solves(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, project)
    shutil.copytree(ROOT / "src", project / "src", ignore=shutil.ignore_patterns("__pycache__"))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    env = {**os.environ, "CC": "no-such-compiler"}
    built = subprocess.run(build, cwd=project, env=env, capture_output=True, text=True, check=True)
    assert "no-such-compiler" in built.stdout + built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.endswith("-none-any.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    assert not list((tmp_path / "installed").rglob("_kernel.so"))
    solve = [sys.executable, "-m", "detente", "scenario", "solve", DAM]
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    slow = subprocess.run(solve, env=env, capture_output=True, text=True, check=True, timeout=60)
    fast = subprocess.run(solve, capture_output=True, text=True, check=True, timeout=60)
    assert slow.stdout == fast.stdout
    assert (slow.stderr.count("\n"), fast.stderr) == (1, "")
    assert slow.stderr.startswith("detente: solving in plain Python")


def test_make_refuses_an_old_python_before_it_installs_anything(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "hatch_build.py"):
        (tmp_path / name).touch()
    old = tmp_path / "old"
    fake = "import sys; sys.version_info = (3, 9, 1); exec(sys.argv[2])"
    old.write_text(f"#!/bin/sh\nexec {sys.executable} -c '{fake}' \"$@\"\n", encoding="utf-8")
    old.chmod(0o755)
    done = subprocess.run(["make", "setup", f"PYTHON={old}"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Detente needs Python 3.11 to 3.13" in done.stderr
    assert not (tmp_path / ".venv").exists()
