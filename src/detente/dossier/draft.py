"""A dossier -> the draft of a scenario: who could do what, and what each seems to want, with the words that say so.

What a party demands is an option of whoever refuses or would have to grant it; what it offers and threatens is its own;
what it refuses is what another offers, else an option of its own. A want stands the higher the more often its party has
said so; a threat is wanted only while what it refuses is done, or what it demands is not. Whatever that leaves open
is a question to the analyst.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from detente.dossier.account import Dossier
from detente.dossier.positions import Line, Stance
from detente.dossier.wording import bare_words, cut, is_own
from detente.knowledge.dossier import dossier_words

Kind = Literal["demand", "refusal", "threat", "offer", "consent"]
_KINDS: dict[str, Kind] = {  # codes: stances, and what they are to a scenario
    "demands": "demand", "rejects": "refusal", "threatens": "threat", "offers": "offer",
    "accepts": "consent", "accepts if": "consent",
}  # fmt: skip
# codes: in which order wants stand that are said equally often
_ORDER: tuple[Kind, ...] = ("refusal", "demand", "consent", "threat", "offer")
_DOES = {  # codes: what an option is, in front of the words that say it
    "demand": "Grant", "refusal": "Accept", "threat": "Carry out the threat", "offer": "Do as offered", "consent": "Do",
}  # fmt: skip
_PARTIES, _ISSUES = 4, 5  # at most; every option doubles the states
_WORDS = 90
_STATEMENT = "statement-"
_LEAST = 3  # words of a claim that says by itself what is meant


@dataclass(frozen=True, slots=True)
class Said:
    """What a party holds on an issue, in one way: the stances that say so, the newest last."""

    party: str
    issue: str
    kind: Kind
    stances: tuple[Stance, ...]

    @property
    def last(self) -> Stance:
        """The newest."""
        return self.stances[-1]


@dataclass(frozen=True, slots=True)
class DraftOption:
    """Something that a party could do; ``text`` says it in the words of the stance that it rests on."""

    id: str
    owner: str
    text: str
    rests_on: Said


@dataclass(frozen=True, slots=True)
class DraftWant:
    """A statement that a party seems to want to hold, and what says so."""

    statement: str
    rests_on: Said


@dataclass
class Draft:
    """The draft: parties with their names, options in order, wants of each party, most important first, questions."""

    name: str
    as_of: str | None
    parties: dict[str, str]
    options: list[DraftOption] = field(default_factory=list)
    wants: dict[str, list[DraftWant]] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)


def draft(made: Dossier, parties: Sequence[str] = ()) -> Draft:
    """The draft of a scenario of a dossier, of these parties or of those that take most stances."""
    said = _said(made.positions)
    chosen = list(parties) or _most(said, made.about.parties or _known(made))
    found = Draft(
        made.about.name, str(made.today) if made.today else None, {one: made.parties.get(one, one) for one in chosen}
    )
    own = [one for one in said if one.party in found.parties]
    for issue in _issues([one for one in own if one.issue in made.about.issues] or own):
        _add(found, [one for one in own if one.issue == issue])
    for wants in found.wants.values():
        wants.sort(key=_rank)
    if not parties:
        found.questions.append("Are these the parties that decide? They take most stances on what divides them.")
    found.questions.append("Which options are taken already? now is empty, for the stances do not say.")
    found.questions.append("What cannot be, or not together? A [[never]] says so; none is drafted.")
    for party, name in found.parties.items():
        if not found.wants.get(party):
            found.questions.append(f"What does {name} want? Its stances do not say.")
        if any(_rank(one)[0] == _rank(other)[0] for one, other in pairwise(found.wants.get(party, ()))):
            found.questions.append(f"In which order does {name} want what it has said equally often?")
    return found


def _said(lines: Sequence[Line]) -> list[Said]:
    groups: defaultdict[tuple[str, str, Kind], list[Stance]] = defaultdict(list)
    for line in lines:
        for stance in line.stances:
            kind = _KINDS.get(stance.stance)
            if kind is not None and _tells(stance):
                groups[line.party, line.issue, kind].append(stance)
    return [Said(*key, tuple(stances)) for key, stances in sorted(groups.items())]


def _tells(stance: Stance) -> bool:
    """Whether it is in the party's own words, as reports give them, and says by itself what is meant."""
    words = bare_words(stance.claim.text)
    if len(words) < _LEAST or is_own(words) or words[0] in dossier_words().leaning:
        return False
    return not stance.rests_on or any(one.startswith(_STATEMENT) for one in stance.rests_on)


def _known(made: Dossier) -> set[str]:
    """The states and organisations of the reports: who else speaks in them is no party until somebody says so."""
    every = (party for source in made.sources for party in source.head.parties)
    return {party.id for party in every if party.kind != "group" and party.is_named}


def _most(said: Sequence[Said], known: Collection[str]) -> list[str]:
    counts: defaultdict[str, int] = defaultdict(int)
    for one in said:
        if one.party in known:
            counts[one.party] += _times(one)
    return sorted(sorted(counts, key=lambda party: (-counts[party], party))[:_PARTIES])


def _issues(said: Sequence[Said]) -> list[str]:
    """The issues on which most is said by the parties: more than one of them, or the same again."""
    counts: defaultdict[str, int] = defaultdict(int)
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for one in said:
        counts[one.issue] += _times(one)
        sides[one.issue].add(one.party)
    ranked = sorted(counts, key=lambda issue: (-len(sides[issue]), -counts[issue], issue))
    return ranked[:_ISSUES]


def _times(one: Said) -> int:
    """How many independent reports say so."""
    return len({stance.source.origin for stance in one.stances})


def _rank(want: DraftWant) -> tuple[int, int, str]:
    return -_times(want.rests_on), _ORDER.index(want.rests_on.kind), want.statement


def _add(found: Draft, said: Sequence[Said]) -> None:
    """The options and wants on one issue."""
    of = {(one.party, one.kind): one for one in said}
    demanded = {one.party: option for one in said if one.kind == "demand" and (option := _demand(found, one, of))}
    offered = {one.party: _option(found, one, one.party) for one in said if one.kind == "offer"}
    for party, option in offered.items():
        _want(found, party, option, of[party, "offer"])
    granting = {option.owner for option in found.options if option.id in demanded.values()}
    refused: dict[str, str] = {}
    for one in said:
        if one.kind == "refusal" and one.party not in granting:
            others = [option for party, option in offered.items() if party != one.party]
            option = others[0] if others else _option(found, one, one.party)
            refused |= {one.party: option} if others else {}
            _want(found, one.party, f"not {option}", one)
    for one in said:
        if one.kind == "threat":
            _threat(found, one, demanded.get(one.party), refused.get(one.party))


def _demand(found: Draft, demand: Said, of: dict[tuple[str, Kind], Said]) -> str | None:
    """The option that a demand is, with what its owner seems to want of it; null where nobody could grant it."""
    owner = _owner(found, demand, of)
    if owner is None:
        return None
    option = _option(found, demand, owner)
    _want(found, demand.party, option, demand)
    refusal, consent = of.get((owner, "refusal")), of.get((owner, "consent"))
    if refusal is not None:
        _want(found, owner, f"not {option}", refusal)
    elif consent is not None:
        _want(found, owner, option, consent)
        if consent.last.condition is not None:
            words = cut(consent.last.condition.text, _WORDS)
            found.questions.append(
                f"{found.parties[owner]} wants “{option}” on condition “{words}”: is that an option?"
            )
    else:
        found.questions.append(f"What does {found.parties[owner]} want of “{option}”? No stance of it is known.")
    return option


def _threat(found: Draft, threat: Said, demanded: str | None, refused: str | None) -> None:
    option = _option(found, threat, threat.party)
    if demanded:
        _want(found, threat.party, f"{option} iff not {demanded}", threat)
    elif refused:
        _want(found, threat.party, f"{option} iff {refused}", threat)
    else:
        _want(found, threat.party, f"not {option}", threat)
        found.questions.append(f"On what does {found.parties[threat.party]} make “{option}” depend?")


def _owner(found: Draft, demand: Said, of: dict[tuple[str, Kind], Said]) -> str | None:
    """Who would have to grant it: who answers on the issue, else whom its words name, else the other one."""
    others = [party for party in found.parties if party != demand.party]
    answered = [party for party in others if (party, "refusal") in of or (party, "consent") in of]
    named = [party for party in others if found.parties[party] in demand.last.claim.text]
    chosen = answered or named or others
    if len(chosen) > 1:
        names = " or ".join(found.parties[party] for party in chosen)
        found.questions.append(
            f"Who would have to grant what {found.parties[demand.party]} demands on {demand.issue}: {names}?"
        )
    return chosen[0] if chosen else None


def _option(found: Draft, one: Said, owner: str) -> str:
    taken = {option.id for option in found.options}
    stem = re.sub(r"\W+", "_", f"{owner}_{one.issue}_{one.kind}".casefold()).strip("_")
    identity = next(
        name for number in range(1, 100) if (name := stem if number == 1 else f"{stem}_{number}") not in taken
    )
    words = cut(one.last.claim.text, _WORDS)
    found.options.append(DraftOption(identity, owner, f"{_DOES[one.kind]}: {words}", one))
    return identity


def _want(found: Draft, party: str, statement: str, said: Said) -> None:
    found.wants.setdefault(party, []).append(DraftWant(statement, said))
