"""A dossier -> its timeline, narrowed to a party, person, place or time; what is past apart from what is ahead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.dossier.account import Dossier
from detente.dossier.content import every_stem
from detente.dossier.event import DossierEvent
from detente.dossier.mention import Mention
from detente.dossier.names import skeleton, split
from detente.dossier.page.happenings import timeline_order
from detente.model.date import Date


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a timeline is narrowed to; what is null narrows nothing."""

    party: str | None = None  #: an id, or words of a name
    person: str | None = None
    place: str | None = None
    agreement: str | None = None  #: words of an agreement's name, or of what is told of it
    issue: str | None = None  #: an issue of the dispute, by its name, or words
    since: Date | None = None
    until: Date | None = None
    min_reports: int = 1  #: independent ones


@dataclass(frozen=True, slots=True)
class Timeline:
    """Deeds, words of parties, and what is still to come, each by date."""

    deeds: tuple[DossierEvent, ...]
    words: tuple[DossierEvent, ...]
    coming: tuple[DossierEvent, ...]


def timeline(made: Dossier, events: Iterable[DossierEvent], to: Narrowed) -> Timeline:
    """The timeline of these events of a dossier, as narrowed."""
    kept = [one for one in events if _fits(one, made, to) and _on_agreement(one, made, to.agreement)]
    kept = [one for one in kept if _on_issue(one, made, to.issue)]
    coming = [one for one in kept if _is_coming(one, made)]
    past = [one for one in kept if not _is_coming(one, made) and one.status in ("occurred", "ongoing")]
    deeds = [one for one in past if one.is_deed or one.type is None]
    words = [one for one in past if not (one.is_deed or one.type is None)]
    return Timeline(*(tuple(timeline_order(part)) for part in (deeds, words, coming)))


def _is_coming(one: DossierEvent, made: Dossier) -> bool:
    today = made.today
    return one.status == "scheduled" and (one.date is None or today is None or not one.date.before(today))


def _fits(one: DossierEvent, made: Dossier, to: Narrowed) -> bool:
    when = one.date or one.voice.first.published
    if to.since and (when is None or when.before(to.since)):
        return False
    if to.until and (when is None or to.until.before(when)):
        return False
    if len({source.origin for source in one.sources}) < to.min_reports:
        return False
    return _of_party(one, made, to.party) and _of_person(one, to.person) and _at(one, to.place)


def _of_party(one: DossierEvent, made: Dossier, wanted: str | None) -> bool:
    if wanted is None:
        return True
    words = wanted.casefold()
    return any(party.casefold() == words or words in made.parties.get(party, "").casefold() for party in one.parties)


def _of_person(one: DossierEvent, wanted: str | None) -> bool:
    if wanted is None:
        return True
    key = skeleton(split(wanted)[1])
    named = (person for mention in one.mentions for person in mention.event.people)
    return any(skeleton(split(person.name)[1]) == key for person in named)


def _at(one: DossierEvent, wanted: str | None) -> bool:
    if wanted is None:
        return True
    stems = set(every_stem(wanted))
    return any(stems <= set(every_stem(place)) for mention in one.mentions if (place := mention.place))


def _on_agreement(one: DossierEvent, made: Dossier, wanted: str | None) -> bool:
    """Whether a report tells of the agreement in the sentence of the event: by any of its names, or the words given."""
    if wanted is None:
        return True
    stems = frozenset(every_stem(wanted))
    known = [each for each in made.agreements if any(stems <= frozenset(every_stem(name)) for name in each.names)]
    told = {(step.source.number, step.words.start) for each in known for step in each.history}
    return any(
        stems <= frozenset(every_stem(_sentence(mention)))
        or any((mention.source.number, start) in told for start in range(*mention.sentence))
        for mention in one.mentions
    )


def _on_issue(one: DossierEvent, made: Dossier, wanted: str | None) -> bool:
    """Whether the sentence of a mention has words of the issue."""
    if wanted is None:
        return True
    phrases = next((words for name, words in made.about.issues.items() if name.casefold() == wanted.casefold()), ())
    forms = [frozenset(every_stem(words)) for words in (*phrases, wanted)]
    return any(stems <= frozenset(every_stem(_sentence(mention))) for mention in one.mentions for stems in forms)


def _sentence(mention: Mention) -> str:
    return mention.says
