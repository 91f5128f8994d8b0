"""What made a reading: program, code, model, tables, weights, options, each by what it is and not only by its name.

Two readings of one report are equal wherever their provenance is; whatever could make them differ is in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from detente._version import __version__
from detente.knowledge.tables import table_hashes
from detente.model.reading import Provenance

if TYPE_CHECKING:
    from spacy.language import Language

_DIGITS = 16
_READS = ("knowledge", "model", "reading", "sources")  # codes: the rooms whose code makes a reading
_CHECKOUT = Path(__file__).parents[3]  # of a development version; of an installed one, somewhere in site-packages


def provenance(nlp: Language, model: str, options: Mapping[str, str]) -> Provenance:
    """The provenance of what a pipeline reads with these options."""
    meta = nlp.meta
    return Provenance(
        program=program(),
        code=_code_hash(),
        model=f"{model} {meta['version']} ({meta['lang']}_{meta['name']})",
        model_hash=_model_hash(nlp, model),
        data=table_hashes(),
        weights=_weights(),
        options=dict(options),
    )


@cache
def program() -> str:
    """Name and version; of a development version also the commit, where it runs from a checkout."""
    commit = _commit() if ".dev" in __version__ else None
    return f"detente {__version__}" + (f"+g{commit[:9]}" if commit else "")


def _commit() -> str | None:
    git = _CHECKOUT / ".git"
    try:
        if git.is_file():  # a work tree beside its repository
            git = Path(git.read_text(encoding="utf-8").removeprefix("gitdir:").strip())
        head = (git / "HEAD").read_text(encoding="utf-8").strip()
        if not head.startswith("ref: "):
            return head
        name = head.removeprefix("ref: ")
        shared = git / "commondir"
        home = (git / shared.read_text(encoding="utf-8").strip()) if shared.exists() else git
        if (home / name).exists():
            return (home / name).read_text(encoding="utf-8").strip()
        packed = (home / "packed-refs").read_text(encoding="utf-8").splitlines()
        return next((line.split()[0] for line in packed if line.endswith(f" {name}")), None)
    except OSError:
        return None


@cache
def _code_hash() -> str:
    root = files("detente")
    return _hash(file for room in _READS for file in _below(root / room) if file.name.endswith(".py"))


@cache
def _weights() -> dict[str, str]:
    root = files("detente.reading")
    return {file.name: _hash([file]) for file in _below(root) if file.name.endswith(".npz")}


def _model_hash(nlp: Language, model: str) -> str:
    """Of an installed pipeline, by the hashes that its package was installed with; of a folder, by its files."""
    try:
        record = metadata.distribution(model.replace("_", "-")).read_text("RECORD")
    except metadata.PackageNotFoundError:
        record = None
    if record is not None:
        lines = sorted(line for line in record.splitlines() if ".dist-info/" not in line and ".pyc" not in line)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:_DIGITS]
    folder = Path(nlp.path) if nlp.path is not None else None
    return _hash(path for path in sorted(folder.rglob("*")) if path.is_file()) if folder is not None else "unknown"


def _below(folder: Traversable) -> list[Traversable]:
    """The files of a folder and of those in it, by path."""
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        found += _below(entry) if entry.is_dir() else [entry]
    return found


def _hash(contents: Iterable[Traversable]) -> str:
    digest = hashlib.sha256()
    for file in contents:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:_DIGITS]
