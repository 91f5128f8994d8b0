"""A report of our own and pieces made of it."""

from __future__ import annotations

from dataclasses import replace

from detente.model.date import Date
from detente.record.copies import Piece


def _unwrapped(text: str) -> str:
    """One line a paragraph."""
    return "\n\n".join(part.strip().replace("\n", " ") for part in text.split("\n\n"))


BODY = _unwrapped("""
Peru and Ecuador agreed on Friday to reopen a road across the Cordillera del Cóndor that has been closed to
lorries since a landslide in March buried the customs house on the Peruvian side.

Engineers of both armies will clear the last 14 kilometres together, the transport ministries said after a
meeting in Loja that went on until the caretaker switched off the lights.

"A mountain fell on our quarrel and neither of us can lift it alone," said Ecuador's vice-minister, Marisol Paz.
"So we shall lift it by turns, and count the stones afterwards."

Coffee growers around Zumba have lost a third of their harvest because nobody would carry the sacks down by mule.
They want the governments to pay for the beans that rotted in the sheds.

The border was fixed in Brasília in 1998 after the war of the Cenepa. Since then the two countries have cleared
mines along it, side by side, and seldom raised their voices.
""")
PARAGRAPHS = tuple(BODY.split("\n\n"))

#: Another report on the same meeting: own words, the same quotation.
OTHER = _unwrapped("""
Mules may soon have the afternoon off in the valley of the Canchis. After a night of talks the Ecuadorean and the
Peruvian delegations announced that soldiers with bulldozers will open the pass before the rains.

Marisol Paz, who led one of them, put it like this: "A mountain fell on our quarrel and neither of us can lift it
alone. So we shall lift it by turns, and count the stones afterwards."

Nobody spoke of damages. Farmers who blocked the bridge at La Balsa last week with their spoilt coffee went home
with a promise that a commission will visit them, as commissions have done before.
""")


def piece(name: str, body: str = BODY, day: str | None = "2025-05-09", **others: str | None) -> Piece:
    """A piece that is known by its name."""
    made = Piece(name, name, name, "Peru, Ecuador to clear mountain road", body, Date.parse(day) if day else None)
    return replace(made, **others)  # type: ignore[arg-type]
