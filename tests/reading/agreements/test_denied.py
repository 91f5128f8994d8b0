"""What parties agreed not to do: the title says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.report import Report

if TYPE_CHECKING:
    from detente.reading.reader import Reader


@pytest.mark.parametrize(
    ("agreed", "title"),
    [
        ("not to use force on the river", "agreement not to use force on the river"),
        ("never to use force on the river", "agreement never to use force on the river"),
        ("to no longer arm the rebels", "agreement no longer to arm the rebels"),
        ("to refrain from raids across the border", "agreement to refrain from raids across the border"),
        ("to never again close the strait", "agreement never to close the strait"),
        ("not to station missiles on the islands", "agreement not to station missiles on the islands"),
        ("to not expand the settlements", "agreement not to expand the settlements"),
        ("that neither side would fire first", "agreement not to fire first"),
        ("that they would not send troops to the island", "agreement not to send troops to the island"),
        ("that they will no longer block the port", "agreement no longer to block the port"),
        ("to open the bridge", "agreement to open the bridge"),
        ("never again to net the bay without notice", "agreement never again to net the bay without notice"),
        ("in Bergen neither to chase nor to fine each other's crews",
         "agreement neither to chase nor to fine each other's crews"),
        ("neither to arm nor to host the rebels", "agreement neither to arm nor to host the rebels"),
    ],
)  # fmt: skip
def test_a_title_keeps_its_negation(reader: Reader, agreed: str, title: str) -> None:
    text = f"LIMA, 3 May 2019 - Peru and Chile agreed {agreed}. The two countries signed nothing else.\n"
    found = reader.read(Report(text, "lima.txt", "text", "")).agreements or ()
    assert [agreement.name for agreement in found] == [title]
