"""Builds the scenario solver's kernel, a shared library of plain C beside its source, whenever Detente is installed.

With the compiler that ``CC`` names, by default ``cc``. The library knows nothing of Python, so that one wheel a
platform does for every version.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = "src/detente/scenario/kernel"
LIBRARY = f"{FOLDER}/_kernel.so"
OPTIONS = ("-std=c99", "-O3", "-fPIC", "-shared", "-Wall", "-Wextra", "-pedantic")


class KernelHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles before a wheel is put together, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the library, ship it, and say for which platform it is."""
        del version
        compiler = shlex.split(os.environ.get("CC", "cc"))
        sources = sorted(str(source) for source in Path(self.root, FOLDER).glob("*.c"))
        new = Path(self.root, f"{LIBRARY}.new")
        try:
            subprocess.run([*compiler, *OPTIONS, "-o", str(new), *sources], cwd=self.root, check=True)
        except FileNotFoundError:
            self.app.abort(
                f"{FOLDER} needs a C compiler, and there is no {compiler[0]!r}; install gcc or clang, or set CC"
            )
        except subprocess.CalledProcessError as error:
            self.app.abort(f"{FOLDER} could not be compiled: {shlex.join(error.cmd)} failed; see its message above")
        new.replace(Path(self.root, LIBRARY))  # in one step: somebody may be running the old one
        build_data["artifacts"].append(LIBRARY)
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
