"""What a party says will follow, each in ten wordings: whole, without its connective, and with its condition apart."""

from __future__ import annotations

import pytest

from detente.model.items import Position
from detente.reading.reader import Reader
from detente.sources import report_from_text

THREATS = [
    ("Kenya said that it would close the port if Uganda seized another ship.",
     "if Uganda seized another ship", "close the port"),
    ("If Chile drills on the reef, Peru's foreign minister said, Peru will send its navy.",
     "If Chile drills on the reef", "send its navy"),
    ("Norway warned that the talks would end unless Iceland freed the trawlers.",
     "unless Iceland freed the trawlers", "the talks would end"),
    ("Ghana said that should Togo arrest another fisherman, it would expel the ambassador.",
     "should Togo arrest another fisherman", "expel the ambassador"),
    ("Egypt threatened to bomb the dam.", None, "bomb the dam"),
    ("Japan said that in case of another test it would impose sanctions on the banks.",
     "in case of another test", "impose sanctions on the banks"),
    ("Mali said its army would strike the camp if the raids went on.",
     "if the raids went on", "strike the camp"),
    ("Oman vowed to impose a duty on steel.", None, "impose a duty on steel"),
    ("Chad said on Monday that it would retaliate if Niger raised its tariffs on cattle.",
     "if Niger raised its tariffs on cattle", "retaliate"),
    ("Peru said that unless Chile lifted its blockade of the harbour, the gas would stop flowing.",
     "unless Chile lifted its blockade of the harbour", "the gas would stop flowing"),
]  # fmt: skip
ELSE = [
    ("Kenya demanded that Uganda leave the island, otherwise its navy would fire.", "its navy would fire"),
    ("Peru said that Chile must free the crew or else face sanctions.", "face sanctions"),
    ("Ghana said that Togo must lift the tariffs or face a boycott.", "face a boycott"),
    ("Chad said that the rebels must leave the town or they would be shelled.", "they would be shelled"),
    ("Norway said that Iceland had to cut its quota, failing which the ports would close.", "the ports would close"),
]
OFFERS = [
    ("Kenya said that it would lift the sanctions if Uganda withdrew its troops.", "if Uganda withdrew its troops"),
    ("Peru offered to free the sailors in return for the ships.", "in return for the ships"),
    ("Norway will sign the fishing treaty once Iceland cuts its quota, its foreign minister said.",
     "once Iceland cuts its quota"),
    ("Ghana said that it would not talk until the border was open.", "until the border was open"),
    ("Mali accepts the truce provided that the wounded can be fetched.", "provided that the wounded can be fetched"),
]  # fmt: skip


def _positions(reader: Reader, text: str) -> list[Position]:
    return list(reader.read(report_from_text(text, published="2022-03-09")).positions or ())


def _told(found: list[Position]) -> list[tuple[str | None, str | None]]:
    return [(p.condition.text if p.condition else None, p.consequence.text if p.consequence else None) for p in found]


@pytest.mark.parametrize(("text", "condition", "follows"), THREATS)
def test_what_is_threatened(positions_reader: Reader, text: str, condition: str | None, follows: str) -> None:
    found = _positions(positions_reader, text)
    assert (condition, follows) in _told(found)
    assert "threatens" in {each.stance for each in found}


@pytest.mark.parametrize(("text", "follows"), ELSE)
def test_what_follows_else(positions_reader: Reader, text: str, follows: str) -> None:
    found = _positions(positions_reader, text)
    assert follows in [consequence for _, consequence in _told(found)]


@pytest.mark.parametrize(("text", "condition"), OFFERS)
def test_what_is_offered_on_a_condition_follows_from_nothing(
    positions_reader: Reader, text: str, condition: str
) -> None:
    assert (condition, None) in _told(_positions(positions_reader, text))
