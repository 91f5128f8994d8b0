"""Own passages, half of them set aside: how many statements have the right speaker and party."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from detente.model.report import Report

if TYPE_CHECKING:
    from detente.reading.reader import Reader

_SCRIPT = Path(__file__).parents[3] / "benchmarks" / "speaker_accuracy.py"
_FLOOR = {"tuning": 0.85, "set aside": 0.78}  # share of statements; benchmarks/speaker_accuracy.py gives the figures


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    spec = importlib.util.spec_from_file_location("speaker_accuracy", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def test_the_passages_are_enough_and_in_halves(accuracy: ModuleType) -> None:
    passages = accuracy.passages()
    aside = sum(passage.set_aside for passage in passages)
    assert aside >= 150
    assert 0.3 < aside / len(passages) < 0.6


def test_speakers_and_parties(reader: Reader, accuracy: ModuleType) -> None:
    right: dict[str, list[bool]] = {half: [] for half in _FLOOR}
    for passage in accuracy.passages():
        reading = reader.read(Report(passage.text, "speakers", "text", ""))
        for said in passage.said:
            found = accuracy.statement_of(said, reading.statements or ())
            half = "set aside" if passage.set_aside else "tuning"
            right[half].append(
                found is not None and accuracy.right_speaker(said, found) and accuracy.right_party(said, found)
            )
    for half, marks in right.items():
        assert sum(marks) / len(marks) >= _FLOOR[half], half
