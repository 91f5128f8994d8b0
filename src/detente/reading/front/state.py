"""What is known of a text's blocks while they are told apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from detente.model.report import Zone
from detente.reading.front.blocks import Block
from detente.reading.front.cues import chrome
from detente.reading.front.dateline import DatelineFound
from detente.reading.front.sign import Sign

_LABEL = 2  # letters of a name, and not of "Q" or "A"
_HEADLINE = 120  # characters
PUBLISHING = re.compile(r"\b(?:publish|updat|post|modif|issued|released|last)", re.IGNORECASE)
_TURN = re.compile(r"([^\W\d_a-z](?:[^\W\d_a-z]|[ .,'’-]){1,60}|[QA]|Q\d{1,3})(?:\s?\([^()]{1,60}\))?:\s")


@dataclass(slots=True)
class Layout:
    """The zone of each block, and what was found on the way."""

    blocks: list[Block]
    signs: list[Sign | None]
    zones: list[Zone] = field(default_factory=list)
    headline: int | None = None
    datelines: dict[int, DatelineFound] = field(default_factory=dict)
    first: int = 0  #: the first block of the body
    last: int = -1  #: the last one
    top: list[int] = field(default_factory=list)  #: the first paragraphs of the body
    taken: bool = False  #: from a web page, with little of what stood around the article
    writers: tuple[str, ...] = ()  #: named in by-lines above the body
    speaking: frozenset[str] = frozenset()  #: the names, in capitals, of those who take turns in a transcript

    def near_top(self, k: int) -> bool:
        """Above the second paragraph of the body, or close below its first line."""
        return k <= self.first + 2 or (k <= self.first + 12 and (len(self.top) < 2 or k <= self.top[1]))

    def names_speaker(self, k: int) -> bool:
        """Whether block ``k`` names somebody who takes turns in a transcript."""
        return not self.speaking.isdisjoint(word.strip(".,()").upper() for word in self.blocks[k].words)

    def stamped(self, k: int) -> bool:
        """Whether block ``k`` tells when the report itself was published."""
        if self.signs[k] not in (Sign.STAMP, Sign.BYLINE, Sign.CREDIT):
            return False
        return self.near_top(k) or bool(PUBLISHING.search(self.blocks[k].text))


def is_prose(block: Block, found: Sign | None) -> bool:
    """Whether a block with this sign reads as a sentence, a long paragraph or a speaker's turn."""
    if found is Sign.ENTRY:
        return True
    if found not in (None, Sign.SIGN_OFF):
        return False
    words = len(block.words)
    if words >= 30 or (
        (block.stop or found is Sign.SIGN_OFF) and words >= 3 and any(w[0].islower() for w in block.words)
    ):
        return True
    return found is None and words >= 2 and is_turn(block.text)


def is_turn(text: str) -> bool:
    """Whether a paragraph begins as a speaker's turn does ("MODERATOR:"), and not as a headline ("ANALYSIS:")."""
    match = _TURN.match(text)
    if match is None or (text.isupper() and len(text) <= _HEADLINE):
        return False  # "MINISTER: PORTS WILL CLOSE", a headline all in capitals
    return match[1].isupper() and match[1].lower() not in chrome().labels


def speakers(blocks: list[Block]) -> frozenset[str]:
    """The last names of those who take more than one turn, in capitals: "MS. BRANDT:"."""
    labels = Counter(match[1].split()[-1].upper() for b in blocks if is_turn(b.text) and (match := _TURN.match(b.text)))
    return frozenset(label for label, turns in labels.items() if turns > 1 and len(label) > _LABEL)


def above_picture_credit(layout: Layout, k: int) -> bool:
    """A line right above one that says who took the picture."""
    below = k + 1
    if below == len(layout.blocks) or layout.signs[below] is not Sign.CAPTION or len(layout.blocks[below].words) > 6:
        return False
    return 4 <= len(layout.blocks[k].words) <= 60
