"""The cue lexicon: which verbs, nouns and phrases attribute words or a stance, and how their content attaches."""

from __future__ import annotations

from functools import cache

from detente.knowledge.loader import Entry, rows, words
from detente.model.items import Act


class CueEntry(Entry, frozen=True, kw_only=True):
    """A verb or noun that attributes.

    ``kind`` is speech, stance or silence; ``act`` the speech act; ``frames`` how the content attaches (see the head of
    ``knowledge/en/attribution/cues.tsv``). Without the ``particle`` the verb is no cue: "rule" needs "out".
    """

    lemma: str
    particle: str = ""
    kind: str
    act: Act
    frames: frozenset[str]


class _Counted(Entry, frozen=True):
    lemma: str
    part: str  #: of speech
    cues: int
    seen: int


@cache
def verbs() -> dict[str, CueEntry]:
    """Verbal cues by lemma."""
    return _table("cues")


@cache
def nouns() -> dict[str, CueEntry]:
    """Nominal cues by lemma."""
    return _table("nouns")


@cache
def adjectives() -> dict[str, CueEntry]:
    """Adjectival cues by lemma."""
    return _table("adjectives")


@cache
def counted() -> frozenset[tuple[str, str]]:
    """Words that were often cues where it was counted: (lemma, part of speech)."""
    return frozenset((row.lemma, row.part) for row in rows("en/attribution/counted", _Counted))


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
    return _epithets("person")


@cache
def bodies() -> frozenset[str]:
    """Nouns for bodies of several people, which are "it" and never "he"."""
    return _epithets("body")


@cache
def people() -> frozenset[str]:
    """Nouns for people of any kind: officials, holders of offices, and the others that a report may quote."""
    from detente.reading.people.lexicon import offices

    return officials() | epithets() | offices().nouns.keys() | _epithets("people")


@cache
def of_state() -> frozenset[str]:
    """What stands before "source" where a government is the source's own: 'a ministry source'."""
    return _epithets("state")


@cache
def abroad() -> frozenset[str]:
    """Officials and bodies that stand for one state in another: 'the embassy in Peru'."""
    return _epithets("abroad")


@cache
def elsewhere() -> frozenset[str]:
    """Adjectives of officials who speak for no side of the report: 'two Western diplomats'."""
    return _epithets("elsewhere")


@cache
def officials() -> frozenset[str]:
    """Nouns for those who speak for a state or body, whether or not it is named."""
    return _epithets("official")


def _aside(name: str) -> frozenset[str]:
    return words("en/attribution/verbs_aside", name)


def _epithets(name: str) -> frozenset[str]:
    return words("en/attribution/epithets", name)


def _table(name: str) -> dict[str, CueEntry]:
    return {entry.lemma: entry for entry in rows(f"en/attribution/{name}", CueEntry, "lemma")}


@cache
def occasions() -> frozenset[str]:
    """Nouns and names for where things are said: conference, interview, Twitter."""
    return words("en/attribution/occasions", "occasions")


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
