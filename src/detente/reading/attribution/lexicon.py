"""The cue lexicon: which verbs, nouns and phrases attribute words or a stance, and how their content attaches."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from detente.model.items import Act


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A verb or noun that attributes.

    ``kind`` is speech, stance or silence; ``act`` the speech act; ``frames`` how the content attaches (see the head of
    ``knowledge/attribution/cues.tsv``).
    """

    lemma: str
    kind: str
    act: Act
    frames: frozenset[str]
    particle: str = ""  #: without it the verb is no cue: "rule" needs "out"


@cache
def verbs() -> dict[str, CueEntry]:
    """Verbal cues by lemma."""
    return _table("cues.tsv")


@cache
def nouns() -> dict[str, CueEntry]:
    """Nominal cues by lemma."""
    return _table("nouns.tsv")


@cache
def adjectives() -> dict[str, CueEntry]:
    """Adjectival cues by lemma."""
    return _table("adjectives.tsv")


@cache
def counted() -> frozenset[tuple[str, str]]:
    """Words that were often cues where it was counted: (lemma, part of speech)."""
    table = files("detente.knowledge").joinpath("attribution").joinpath("counted.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return frozenset((lemma, part) for lemma, part, *_ in rows)


@cache
def light_verbs() -> frozenset[str]:
    """Verbs that carry a noun of saying: 'made a claim'."""
    return _aside("light")


@cache
def voices() -> frozenset[str]:
    """Verbs of saying that one can refrain from: 'declined to elaborate'."""
    return _aside("voices")


@cache
def through() -> frozenset[str]:
    """Verbs whose content stands in the clause of their object: 'reiterated the position that'."""
    return _aside("through")


@cache
def circumstances() -> frozenset[str]:
    """Participles that tell how somebody spoke: 'speaking on condition of anonymity'."""
    return _aside("circumstances")


@cache
def unnamed() -> frozenset[str]:
    """Verbs after 'who' by which a source stays without a name: 'who asked not to be named'."""
    return _aside("unnamed")


@cache
def telling() -> frozenset[str]:
    """Verbs whose object one may leave out: 'gave no details', 'took no questions'."""
    return _aside("telling")


@cache
def untold() -> frozenset[str]:
    """What may not be told: 'gave no details', 'offered no explanation'."""
    return _aside("untold")


@cache
def pointing() -> frozenset[str]:
    """Words with which a sentence points back at what was just quoted: 'so spoke', 'with these words'."""
    return _aside("pointing")


@cache
def spoken() -> frozenset[str]:
    """Nouns for who or what was just heard: 'the speaker was', 'the words were those of'."""
    return _aside("spoken")


@cache
def public() -> frozenset[str]:
    """Words of a report in which somebody speaks to the public: 'reporters', 'interview'."""
    return _aside("public")


@cache
def naming() -> frozenset[str]:
    """Verbs for what a source without a name does not want: 'asked not to be identified'."""
    return _aside("naming")


@cache
def epithets() -> frozenset[str]:
    """Nouns that call somebody by what he is: 'the Dutchman', 'the prelate'."""
    return _words("epithets.toml", "person")


@cache
def bodies() -> frozenset[str]:
    """Nouns for bodies of several people, which are "it" and never "he"."""
    return _words("epithets.toml", "body")


@cache
def people() -> frozenset[str]:
    """Nouns for people of any kind: officials, holders of offices, and the others that a report may quote."""
    from detente.reading.people.lexicon import offices

    return officials() | epithets() | offices().nouns.keys() | _words("epithets.toml", "people")


@cache
def of_state() -> frozenset[str]:
    """What stands before "source" where a government is the source's own: 'a ministry source'."""
    return _words("epithets.toml", "state")


@cache
def abroad() -> frozenset[str]:
    """Officials and bodies that stand for one state in another: 'the embassy in Peru'."""
    return _words("epithets.toml", "abroad")


@cache
def elsewhere() -> frozenset[str]:
    """Adjectives of officials who speak for no side of the report: 'two Western diplomats'."""
    return _words("epithets.toml", "elsewhere")


@cache
def officials() -> frozenset[str]:
    """Nouns for those who speak for a state or body, whether or not it is named."""
    return _words("epithets.toml", "official")


def _aside(name: str) -> frozenset[str]:
    return _words("verbs_aside.toml", name)


def _words(file: str, name: str) -> frozenset[str]:
    table = files("detente.knowledge").joinpath("attribution").joinpath(file).read_text(encoding="utf-8")
    return frozenset(tomllib.loads(table)[name].split())


def _table(name: str) -> dict[str, CueEntry]:
    entries: dict[str, CueEntry] = {}
    table = files("detente.knowledge").joinpath("attribution").joinpath(name).read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        lemmas, kind, act, frames = line.split("\t")
        if act not in get_args(Act):
            raise ValueError(f"{name}: no such act: {act}")
        for lemma in lemmas.split(" "):
            verb, _, particle = lemma.partition("+")
            entries[verb] = CueEntry(verb, kind, cast("Act", act), frozenset(frames.split(",")), particle)
    return entries


@cache
def occasions() -> frozenset[str]:
    """Nouns and names for where things are said: conference, interview, Twitter."""
    table = files("detente.knowledge").joinpath("attribution").joinpath("occasions.txt").read_text(encoding="utf-8")
    return frozenset(word for line in table.splitlines() if not line.startswith("#") for word in line.split())


@cache
def spots() -> frozenset[str]:
    """Nouns for places to speak from: steps, podium, tarmac."""
    return _aside("spots")


@cache
def no_places() -> frozenset[str]:
    """Nouns that after 'at' are no place: odds, risk, least."""
    return _aside("no_places")


@cache
def departures() -> frozenset[str]:
    """Participles of coming and going: 'on leaving the hall'."""
    return _aside("departures")


@cache
def encounters() -> frozenset[str]:
    """Nouns for people meeting one another: meeting, talks, summit."""
    return _aside("encounters")


@cache
def documents() -> frozenset[str]:
    """Nouns for what is written and can say something: report, statement, poll."""
    return _aside("documents")
