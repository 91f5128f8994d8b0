from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from detente.model.report import Report, Zone
from detente.reading.front import read_front

_LISTS = ("places", "authors", "candidates")


@dataclass
class Sample:
    """A report as lines "zone| words"; "+" puts a line right after the one before it, in the same paragraph."""

    name: str
    settings: dict[str, str] = field(default_factory=dict)
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        if "raw" in self.settings:
            return self.settings["raw"].replace("\\n", "\n")
        between = "\n" if self.settings.get("joined") == "line" else "\n\n"
        out = ""
        for zone, words in self.lines:
            out += ("" if not out else " " if zone.startswith("+") else between) + words
        return out + "\n"


def _samples() -> list[Sample]:
    samples: list[Sample] = []
    for path in sorted((Path(__file__).parent / "samples").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=== "):
                samples.append(Sample(line[4:]))
            elif "| " in line and line.split("|")[0].lstrip("+") in set(Zone):
                zone, words = line.split("| ", 1)
                samples[-1].lines.append((zone, words.replace("\\n", "\n")))
            elif ": " in line:
                key, value = line.split(": ", 1)
                samples[-1].settings[key] = value
    return samples


_ALL = _samples()


def test_there_are_many_samples() -> None:
    assert len(_ALL) >= 60
    assert len({sample.name for sample in _ALL}) == len(_ALL)


@pytest.mark.parametrize("sample", _ALL, ids=lambda s: s.name)
def test_sample(sample: Sample) -> None:
    text = sample.text
    front = read_front(Report(text, "sample", "text", "0", title=sample.settings.get("title")))
    assert [(z.zone.value, text[z.start : z.end]) for z in front.zones] == [
        (zone.lstrip("+"), words) for zone, words in sample.lines
    ]
    wanted = {key: _split(sample.settings.get(key, "")) for key in _LISTS}
    assert [place.place for place in front.dateline] == wanted["places"]
    assert all(text[p.evidence.start : p.evidence.end] == p.evidence.text for p in front.dateline)
    if "authors" in sample.settings:
        assert list(front.authors) == wanted["authors"]
    if "candidates" in sample.settings:
        assert [c.date for c in front.published.candidates] == wanted["candidates"]
    assert (str(front.published.date) if front.published.date else None) == sample.settings.get("date")
    assert front.published.basis.value == sample.settings.get("basis", "unknown")
    assert front.translated_from == sample.settings.get("from")


def _split(value: str) -> list[str]:
    return [part for part in value.split("; ") if part]
