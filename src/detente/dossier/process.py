"""Clusters -> the same, with what reports tell again of what goes on over months put to the time that is meant.

"The truce, which came into force in February" and "the truce has held" name the truce's beginning, "talks collapsed
last month" the end of the talks. A mention that names a subject and a phase of it belongs to the one of that phase
which its own date allows; without a date, to the one best known when its report was published.
"""

from __future__ import annotations

from collections import defaultdict

from detente.dossier.days import Span, overlap
from detente.dossier.joining import Clusters
from detente.dossier.mention import Mention

# codes: each phase, and the one that it belongs to
_PHASES = {"begin": "begin", "hold": "begin", "end": "end", "leave": "end"}
_SINGLE = frozenset(("talks", "agreement"))  # codes: subjects of which a dispute has one at a time
_SHARED = 2  # words of a mention and of what it tells again, for the others
_LONGEST = 62  # days: what is dated less exactly than a month tells no phase
_MARGIN = 2  # days between the beginnings of one phase, as reports date them
_LOOSE = 5  # likewise where one of them is a week: "last week" may be of ten days ago
_WEEK = 7
_HALF = 30  # days after which something is half as well known


def put_to_their_time(made: Clusters) -> None:
    """Join, in each subject and phase, what is told again to what was told first."""
    phases: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in made.every:
        subject = one.subject or ("talks" if one.phase == "leave" else None)  # who walks out, walks out of talks
        if one.own and subject and one.phase in _PHASES and _is_told(one):
            phases[subject, _PHASES[one.phase]].append(one)
    for (subject, phase), found in sorted(phases.items()):
        _phase(made, found, f"{subject}: {phase}")


def _phase(made: Clusters, found: list[Mention], name: str) -> None:
    landmarks: list[tuple[Span, Mention]] = []
    dated = [(one.span, one) for one in found if one.span and _is_landmark(one, one.span)]
    for days, one in sorted(dated, key=lambda pair: (_is_wide(pair[0]), pair[0], pair[1].key)):
        near = [mark for mark in landmarks if overlap(mark[0], days, _LOOSE if _is_wide(days) else _MARGIN)]
        if near:
            nearest = min(near, key=lambda mark: (abs(mark[0][0] - days[0]), mark[1].key))
            made.join(nearest[1].item, one.item, f"{name} on the same day", "process")
        else:
            landmarks.append((days, one))
    landmarks.sort(key=lambda mark: (mark[0], mark[1].key))
    marked = {one.item for _, one in dated}
    for one in found:
        landmark = None if one.item in marked else _meant(one, landmarks, made)
        if landmark is not None:
            made.join(landmark.item, one.item, f"{name}, told again", "process")


def _is_wide(days: Span) -> bool:
    return days[1] - days[0] > _MARGIN


def _meant(one: Mention, landmarks: list[tuple[Span, Mention]], made: Clusters) -> Mention | None:
    if one.span and one.date_basis != "publication":
        if one.span[1] - one.span[0] > _LONGEST:
            return None
        allowed = [mark for days, mark in landmarks if overlap(days, one.span, _MARGIN)]
        return allowed[-1] if allowed else None
    published = one.published
    if published is None or one.date_basis == "publication":
        return None
    past = [(days, mark) for days, mark in landmarks if days[0] <= published and _may_be(one, mark)]
    known = [(_known(made, mark, published - days[0]), days, mark.key, mark) for days, mark in past]
    return max(known, key=lambda each: each[:3])[3] if known else None


def _may_be(one: Mention, mark: Mention) -> bool:
    """Whether a mention without a date may be of it: of many meetings, only one that shares words with it."""
    return one.subject in _SINGLE or len((one.words & mark.words) - {one.head}) >= _SHARED


def _known(made: Clusters, mark: Mention, age: int) -> float:
    """By how many mentions it is told, which count less the longer ago it was."""
    return float(len(made.members[made.find(mark.item)]) * 0.5 ** (age / _HALF))


def _is_told(one: Mention) -> bool:
    """Whether it may tell what happened or is due: of what is only supposed, what has a date."""
    if one.status in ("occurred", "ongoing", "scheduled"):
        return True
    return one.status == "hypothetical" and one.span is not None and one.date_basis != "publication"


def _is_landmark(one: Mention, days: Span) -> bool:
    """Told to the week or better, as having happened."""
    done = one.is_done and (one.published is None or days[0] <= one.published)
    return done and days[1] - days[0] < _WEEK and one.date_basis != "publication"
