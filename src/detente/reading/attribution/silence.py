"""Saying nothing: 'declined to comment on', 'did not elaborate', 'withheld from openly expressing'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution import lexicon
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.sources import cue_extent, extent, negated, source_of
from detente.reading.attribution.words import SOURCE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.lexicon import CueEntry
    from detente.reading.attribution.passage import Passage


def silences(passage: Passage, said: bytearray) -> list[Attribution]:
    """What somebody will not speak about, outside what is ``said`` (by tokens) under another cue.

    The learned finder has no part in it: it has learned no cue without content.
    """
    inside = bytearray(said)
    for quoted in passage.quoted:
        inside[quoted.before : quoted.after] = b"\1" * (quoted.after - quoted.before)
    cues = [(passage.doc[i], entry) for i, entry in passage.cues.items() if not inside[i]]
    found = [_silence(passage, cue, entry) for cue, entry in cues if cue.pos_ == "VERB"]
    found += [_untold(passage, passage.doc[i]) for i in passage.noes if not inside[i]]
    return [each for each in found if each is not None]


def _silence(passage: Passage, cue: Token, entry: CueEntry) -> Attribution | None:
    """Its content may be empty, and ``rest`` then has the act declined."""
    voice = _voice(cue, entry)
    if voice is None:
        return None
    who = source_of(cue)
    if who is None:
        return None
    topic = _topic(voice)
    first = cue_extent(cue)[0]
    last = voice.i + 1
    if topic and topic[0].dep_ == "prep":
        last, topic = topic[0].i + 1, topic[1:]
    if len(topic) == 1 and topic[0].lower_ in SOURCE.bare:
        last, topic = topic[0].i + 1, []
    span = first, last
    source = extent(who, span)
    if not source[1] <= span[0] and not source[0] >= span[1]:
        return None
    content = passage.spans([token for token in topic if token.i >= last])
    after = next((child for child in cue.children if child.dep_ in {"xcomp", "prep"} and child.i > cue.i), None)
    rest = passage.spans(list(after.subtree)) if after is not None else []
    return Attribution(content, "indirect", entry, cue.i, span, source, who.i, False, "silence", rest)


def _untold(passage: Passage, no: Token) -> Attribution | None:
    """What nobody tells: "gave no details of the deal", "offered no explanation"."""
    noun, verb = no.head, no.head.head
    if no.dep_ != "det" or noun.dep_ != "dobj" or verb.lemma_ not in lexicon.telling():
        return None
    who = source_of(verb)
    if noun.lemma_.lower() not in lexicon.untold() or who is None or who.i > verb.i:
        return None
    span = cue_extent(verb)[0], noun.i + 1
    source = extent(who, span)
    about = next((child for child in noun.rights if child.dep_ == "prep"), None)
    content = passage.spans([token for token in about.subtree if token.i > about.i]) if about is not None else []
    return Attribution(content, "indirect", None, verb.i, span, source, who.i, False, "silence")


def _voice(cue: Token, entry: CueEntry) -> Token | None:
    """The verb of saying that is not done, or None if this is no silence."""
    voices = lexicon.voices()
    if entry.kind == "silence":
        for child in cue.children:
            if child.dep_ == "xcomp" and child.lemma_ in voices:
                return child
            if child.dep_ == "prep":
                return next((inner for inner in child.children if inner.lemma_ in voices), None)
        return cue if "np" in entry.frames and entry.lemma in SOURCE.withheld else None
    if any(child.lower_ in SOURCE.neither for child in cue.children):
        last = next((child for child in cue.children if child.dep_ == "conj" and child.lemma_ in voices), None)
        return last if last is not None and cue.lemma_ in voices else None  # "neither confirmed nor denied"
    return cue if "mute" in entry.frames and negated(cue) and not _declares(cue) else None


def _declares(cue: Token) -> bool:
    """Whether a negated verb has a clause of its own: 'did not say that it would' denies, 'whether' is silence."""
    return any(child.dep_ == "ccomp" and child.left_edge.lower_ not in SOURCE.question for child in cue.children)


def _topic(voice: Token) -> list[Token]:
    for child in voice.children:
        if child.i < voice.i:
            continue
        if child.dep_ == "prep" and child.lower_ in SOURCE.silent_on:
            return list(child.subtree)
        if child.dep_ in {"dobj", "ccomp", "pcomp"}:
            return list(child.subtree)
    return []
