"""Clusters -> the same, with what reports tell again of what goes on over months put to the time that is meant.

"The truce, which came into force in February" and "the truce has held" name the truce's beginning, whoever agreed on it;
"talks collapsed last month" the end of the talks. A mention that names a subject and a phase of it belongs to that phase
which its own date allows, and without one to the last before its report was published.
"""

from __future__ import annotations

from collections import defaultdict

from detente.dossier.days import Span, overlap
from detente.dossier.joining import Clusters
from detente.dossier.mention import Mention

_PHASES = {"begin": "begin", "hold": "begin", "end": "end", "leave": "leave"}
_LONGEST = 62  # days: what is dated less exactly than a month tells no phase
_MARGIN = 2  # days between the beginnings of one phase, as reports date them


def put_to_their_time(made: Clusters) -> None:
    """Join, in each subject and phase, what is told again to what was told first."""
    phases: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in made.every:
        if one.subject and one.phase in _PHASES and one.event.status in ("occurred", "ongoing", "scheduled"):
            phases[one.subject, _PHASES[one.phase]].append(one)
    for (subject, phase), found in sorted(phases.items()):
        _phase(made, found, f"{subject}: {phase}")


def _phase(made: Clusters, found: list[Mention], name: str) -> None:
    landmarks: list[tuple[Span, Mention]] = []
    dated = [one for one in found if one.span and _exact(one.span) and one.date_basis != "publication"]
    for one in sorted(dated, key=lambda one: (one.span or (0, 0), one.key)):
        assert one.span is not None
        if landmarks and overlap(landmarks[-1][0], one.span, _MARGIN):
            made.join(landmarks[-1][1].event.id, one.event.id, f"{name} on the same day", "process")
        else:
            landmarks.append((one.span, one))
    for one in found:
        if one in dated:
            continue
        landmark = _meant(one, landmarks)
        if landmark is not None:
            made.join(landmark.event.id, one.event.id, f"{name}, told again", "process")


def _meant(one: Mention, landmarks: list[tuple[Span, Mention]]) -> Mention | None:
    """The landmark that a mention's vague date allows; of those before its report, the last."""
    published = one.published if one.published is not None else None
    before = [(days, mark) for days, mark in landmarks if published is None or days[0] <= published]
    if one.span and one.date_basis != "publication":
        if one.span[1] - one.span[0] > _LONGEST:
            return None
        before = [(days, mark) for days, mark in before if overlap(days, one.span, _MARGIN)]
    elif one.date_basis == "publication" and one.span:
        return None
    return before[-1][1] if before else None


def _exact(days: Span) -> bool:
    return days[1] - days[0] <= 1
