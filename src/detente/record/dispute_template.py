"""A name and parties -> the text of a dispute file to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from detente.knowledge.parties import records
from detente.model.round_trip import dumps


def dispute_template(name: str, parties: Sequence[str] = (), places: Sequence[str] = ()) -> str:
    """TOML with what is known filled in, and the rest as comments to fill in."""
    called = ", ".join(records()[party].name for party in parties)
    lines = [
        f"name = {_text(name)}",
        f"parties = [{', '.join(map(_text, parties))}]" + (f"    # {called}" if called else "    # ids, such as ARG"),
        '# period = "2025-01-14/.."    # when it takes place; reports of other times do not belong',
        '# others = ["URY"]            # hosts and mediators',
        '# feeds = ["https://example.org/feed.xml"]    # what detente update polls',
    ]
    for place in places:
        lines += ["", "[[places]]", f"name = {_text(place)}", f"claimed_by = [{', '.join(map(_text, parties))}]"]
    lines += [
        "",
        "# A report belongs if one rule holds for it; without rules, where two of the parties stand together.",
        "# [[belongs]]",
        '# parties = ["ARG", "GBR"]    # all of them stand in it',
        '# words = ["squid", "port fees", "licence*"]    # at least one of them does',
        "",
        "# [[issues]]",
        '# name = "fishing licences"',
        '# words = ["licence", "squid"]',
        "",
    ]
    return "\n".join(lines)


def _text(value: str) -> str:
    """A TOML string; JSON's are such."""
    return dumps(value, indent=None)
