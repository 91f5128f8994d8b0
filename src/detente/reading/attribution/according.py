"""Where the source of "according to" ends: "According to A, the Irish minister, | South Sudan has sent troops".

In goes an attribution, out comes the same with an apposition in its source and the subject of what is said out of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.attribution.words import SOURCE
from detente.reading.english.labels import FINITE
from detente.reading.english.mentions import mention_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_LONGEST = 6  # tokens of a name


def settled(passage: Passage, found: Attribution) -> Attribution:
    """The attribution, with a name or a subject that the comma before or behind it gives to the other side."""
    doc = passage.doc
    if found.cue is None or found.source is None or not found.content or found.who is None:
        return found
    first = passage.token_at(found.content[0][0])
    if doc[found.cue[0]].lower_ not in SOURCE.according or not found.source[0] < found.source[1] <= first:
        return found
    if doc[first].tag_ in FINITE | {"MD"}:
        commas = [i for i in range(found.source[0] + 1, found.source[1] - 1) if doc[i].text == ","]
        subject = commas[-1] + 1 if commas else None
        if subject is None or subject <= found.who:
            return found
        return replace(found, source=(found.source[0], subject - 1), content=_from(found, doc[subject]))
    mention = mention_at(doc, doc[first])
    if mention is None or mention.kind != "name" or len(mention.people) != 1:
        return found
    end = next((i for i in range(first, min(first + _LONGEST, len(doc) - 1)) if doc[i].text == ","), None)
    named = mention_at(doc, doc[found.who])
    if end is None or doc[end].idx != mention.end or (named is not None and named.people not in ((), mention.people)):
        return found
    return replace(found, source=(found.source[0], end), who=end - 1, content=_from(found, doc[end + 1]))


def _from(found: Attribution, token: Token) -> list[tuple[int, int]]:
    """The content, its first piece from a token on."""
    (_, end), *more = found.content
    return [(token.idx, end), *more]
