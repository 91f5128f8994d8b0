"""Builds the scenario solver's kernel, a shared library of plain C beside its source, whenever Detente is installed.

With the compiler that ``CC`` names, by default ``cc``. The library knows nothing of Python, so that one wheel a
platform does for every version. Without a compiler that works Detente is installed all the same, as a wheel for every
platform, and solves scenarios in Python.
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
        """Build the library, ship it, and say for which platform it is; or say that there is none."""
        del version
        compiler = shlex.split(os.environ.get("CC", "cc"))
        sources = sorted(str(source) for source in Path(self.root, FOLDER).glob("*.c"))
        new = Path(self.root, f"{LIBRARY}.new")
        try:
            subprocess.run([*compiler, *OPTIONS, "-o", str(new), *sources], cwd=self.root, check=True)
        except (OSError, IndexError, subprocess.CalledProcessError) as error:
            self.app.display_warning(
                f"{FOLDER} was not compiled ({error}); scenarios are solved in Python, with the same answers but "
                "slower. Install gcc or clang, or set CC, and install again"
            )
            Path(self.root, LIBRARY).unlink(missing_ok=True)  # an older one might not fit the sources
            return
        new.replace(Path(self.root, LIBRARY))  # in one step: somebody may be running the old one
        build_data["artifacts"].append(LIBRARY)
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
