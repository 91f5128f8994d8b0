"""Speech that no verb of saying reports: transcripts, readouts, joint statements, speeches, communiqués.

Each text in ``spoken/`` ends with what must come out of it: "S words | speaker | party" a statement with the shortest
content that has the words, "N words" words that nobody asserts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.model.report import Report

if TYPE_CHECKING:
    from detente.model.items import Statement
    from detente.reading.reader import Reader

_TEXTS = sorted((Path(__file__).parent / "spoken").glob("*.txt"))


@pytest.mark.parametrize("path", _TEXTS, ids=[path.stem for path in _TEXTS])
def test_what_is_spoken_comes_out_with_its_speaker(reader: Reader, path: Path) -> None:
    text, _, gold = path.read_text(encoding="utf-8").partition("\n# gold\n")
    statements = reader.read(Report(text, path.name, "text", "")).statements or ()
    wrong = [fault for line in gold.splitlines() if (fault := _fault(statements, line)) is not None]
    assert not wrong, "\n".join(wrong)


def _fault(statements: tuple[Statement, ...], line: str) -> str | None:
    words, *rest = (part.strip() for part in line[2:].split("|"))
    fits = [each for each in statements if each.content is not None and words in " ".join(each.content.text.split())]
    if line.startswith("N "):
        return f"asserted: {fits[0].content.text}" if fits and fits[0].content is not None else None
    if not fits:
        return f"missing: {words}"
    found = min(fits, key=lambda each: len(each.content.text) if each.content is not None else 0)
    name = found.speaker.name if found.speaker is not None else "nobody"
    speaker, party = rest
    right = speaker.lower() in name.lower() or (found.speaker is not None and found.speaker.id == speaker)
    return None if right and (found.party or "-") == party else f"{words}: {name} ({found.party})"


def test_a_transcript_is_of_its_day_and_its_unnamed_official_stays_so(reader: Reader) -> None:
    text = (_TEXTS[0].parent / "background_call.txt").read_text(encoding="utf-8").partition("\n# gold\n")[0]
    said = [each for each in reader.read(Report(text, "test", "text", "")).statements or () if each.cue is None]
    assert {str(each.date) for each in said} == {"2023-05-04"}
    assert all(each.anonymous for each in said)
    assert {(basis.field, basis.basis) for each in said for basis in each.inferred} == {
        ("party", "context"),
        ("date", "report date"),
    }


def test_whose_a_speech_is_by_the_capital_above_it_is_told_as_inferred(reader: Reader) -> None:
    text = (_TEXTS[0].parent / "speech.txt").read_text(encoding="utf-8").partition("\n# gold\n")[0]
    said = reader.read(Report(text, "test", "text", "")).statements or ()
    own = [each for each in said if each.party == "LTU"]
    assert own
    assert all("party" in {basis.field for basis in each.inferred} for each in own)
