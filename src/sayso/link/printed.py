"""Names as the report prints them: an armed group's letters, a country's people, a body under its country's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims import AnyClaim, Casualty
from sayso.link.claim_context import is_rebel
from sayso.link.scene import Reference, Scene
from sayso.model import End, Judgement, Party

#: Two letters alone ("IS") tell too little.
_LETTERS = re.compile(r"[A-Z][A-Z0-9]{2,6}(?:-[A-Z]{1,3})?")
_BRACKET = re.compile(r"\s\([^)]*\)$")


def printed_names(scene: Scene, sides: Iterable[str]) -> dict[str, str]:
    """Side -> its name in this report, for those of the given and of the named sides that it calls otherwise than they
    are known.

    The letters of a group's name in its own language where the report goes by them; and for names that stand nowhere in
    the report, of a group what :func:`_told_group` finds, of a country its people's name.
    """
    found: dict[str, str | None] = {}
    text = _straight(scene.text.casefold())
    for side in sorted({r.side for r in scene.named} | set(sides)):
        if scene.armed_group(side):
            stands = _stands_in(text, side)
            found[side] = _usual_letters(scene, side) or (None if stands else _told_group(scene, side))
        elif _straight(side.casefold()).removesuffix("s") not in text:
            people = next((r for r in scene.named if r.people == side and _are_its_people(scene, r)), None)
            found[side] = scene.text[people.start : people.end] if people is not None else _its_rebels(scene, side)
    return {side: name for side, name in found.items() if name is not None}


def _stands_in(text: str, side: str) -> bool:
    """True where a name stands in the folded text as a word of its own, or its singular or plural does."""
    name = re.escape(_straight(side.casefold()).removesuffix("s"))
    return re.search(rf"(?<!\w){name}s?(?!\w)", text) is not None


def _its_rebels(scene: Scene, side: str) -> str | None:
    """ "Norlandic rebels", of an authority that no state recognises and the report never names."""
    entry = scene.knowledge.find(side)
    if entry is None or entry.sort != "de_facto" or not entry.adjective:
        return None
    told = re.search(rf"\b{re.escape(entry.adjective)} (rebel|separatist)s?\b", scene.text)
    return f"{entry.adjective} {told[1]}s" if told is not None else None


def _told_group(scene: Scene, side: str) -> str | None:
    """ "NWF" where the letters stand more often than a name in words, the name without what tells it from a namesake
    where the report has it so or leaves a part of it out, and for a name that needs telling apart what the report calls
    the members ("Maoists").
    """
    plain = _BRACKET.sub("", side)
    words = _names_in(scene, side)
    short = [word for word in words if _LETTERS.fullmatch(word)]
    spelled = [word for word in words if " " in word and not is_rebel(word) and _is_name_of(scene, word, side)]
    part = [word for word in spelled if word in side]
    letters = _most_told(spelled if len(spelled) > len(short) > 0 else short or part)
    full = [word for word in words if " " in word and _initials(word) == _initials(side)]
    members = _most_told(word for word in words if word.istitle() and word.endswith("s")) if plain != side else None
    if letters is not None and (spelt := _spelt_out(scene, letters)):
        letters = spelt
    return plain if plain != side and plain in scene.text else members or _most_told(full) or letters


def _spelt_out(scene: Scene, letters: str) -> str | None:
    """ "Northern Workers' Front (NWF)": what the report itself says that the letters stand for."""
    at = scene.text.find(f" ({letters})")
    before = _CAPITALISED.search(scene.text, max(0, at - _NAME_LENGTH), at) if at > 0 else None
    words = before[0].split(" ") if before is not None else []
    return next((name for k in range(len(words)) if _initials(name := " ".join(words[k:])) == letters.casefold()), None)


#: A name that is explained by its letters is no longer than this.
_NAME_LENGTH = 80
_CAPITALISED = re.compile(r"[A-Z][\w’'-]+(?: (?:of |the |for |in )*[A-Z][\w’'-]+)+$")


def _usual_letters(scene: Scene, side: str) -> str | None:
    """The letters that do not stand for the group's English name, which is then the less usual one.

    Where the report goes by them: three times as often as by a name in words, the bracket that explains them not
    counted.
    """
    words, plain = _names_in(scene, side), _BRACKET.sub("", side)
    if plain != side and plain in scene.text:
        return None
    letters = _most_told(word for word in words if _LETTERS.fullmatch(word) and not _stand_for(word, side))
    if letters is None:
        return None
    spelled = _straight(scene.text.casefold()).count(_straight(side.casefold()))
    if not spelled and (name := _spelt_out(scene, letters)) is not None:
        return name
    apart = scene.text.count(letters) - (spelled > 0)
    return letters if apart >= _GOES_BY * max(1, spelled) else None


#: So many times as often as by its name in words, a report goes by a group's letters.
_GOES_BY = 3


def _stand_for(letters: str, name: str) -> bool:
    """True where every letter begins a word of the name, in order ("NWF", "Northern Workers' Front")."""
    initials = iter(_initials(name))
    return all(letter in initials for letter in letters.casefold() if letter.isalpha())


def _names_in(scene: Scene, side: str) -> list[str]:
    return [scene.text[r.start : r.end] for r in scene.named if r.side == side]


def printed_bodies(scene: Scene) -> dict[str, str]:
    """Body -> its name in this report, for bodies known by an adjective that it never uses ("Norlandia's army").

    So are police and people without a name ("officials"); of whom they are stays their affiliation.
    """
    text = _straight(scene.text.casefold())
    found: dict[str, list[str]] = {}
    for mention in scene.mentions.parties:
        name, words = mention.party.name, scene.text[mention.start : mention.end]
        owner, bare = _OWNER.match(words), _BARE.search(name)
        if name.casefold() in text:
            continue
        if owner and owner[1] == mention.party.affiliation:
            found.setdefault(name, []).append(words)
        elif bare and words.casefold().endswith(bare[1].casefold()):
            found.setdefault(name, []).append(bare[1])
    return {name: _most_told(words) or name for name, words in found.items()}


#: "Norlandia's interior ministry": the country, then what it owns.
_OWNER = re.compile(r"([A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*)['\u2019]s?\s")
#: "The Defence Ministry in Norhaven", "residents reached by telephone": neither seat nor line is a part of a name.
_SEAT = re.compile(
    r"(?:(?<=ministry)|(?<=sources)|(?<=residents)|(?<=rebels))\sin\s[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}$"
    r"|(?<=[a-z]s)\s(?:reached|contacted|interviewed)\sby\s.*$",
    re.IGNORECASE,
)
#: The words behind a country's adjective for who is told without it.
_BARE = re.compile(r"\s((?:\w+\s){0,2}(?:police|officials?|sources?|activists?))$")


def _straight(text: str) -> str:
    """The same with one kind of apostrophe, which makes no other name."""
    return text.replace("\u2019", "'")


def _is_name_of(scene: Scene, words: str, side: str) -> bool:
    entry = scene.knowledge.find(words)
    return entry is not None and entry.name == side


def _initials(name: str) -> str:
    """Two spellings of one name ("al-Qaida in ...", "Al-Qaeda in ...") have the same."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+|:", name.casefold()))


def _most_told(names: Iterable[str]) -> str | None:
    told = Counter(names)
    return min(told, key=lambda word: (-told[word], len(word), word), default=None)


def _are_its_people(scene: Scene, reference: Reference) -> bool:
    """True for "Norlandians" of Norlandia, as far as the two words are alike."""
    words = scene.text[reference.start : reference.end]
    one_word = words.isalpha() and len(words) > len(reference.side)
    return one_word and words.endswith("s") and words[:_STEM] == reference.side[:_STEM]


_STEM = 6


def as_printed(
    scene: Scene, claims: Sequence[AnyClaim], judgements: Sequence[Judgement]
) -> tuple[tuple[AnyClaim, ...], tuple[Judgement, ...]]:
    """Claims and judgements of a report with sides, perpetrators and sources under the names that the report prints.

    The last step of reading: what compares parties before it knows them by one name each. `side_group` stays.
    """
    sides = {side for c in claims if isinstance(c.value, Casualty) for side in (c.value.side, c.value.perpetrator)}
    names = _Names(sides=printed_names(scene, {side for side in sides if side}), bodies=printed_bodies(scene))
    return tuple(names.claim(claim) for claim in claims), tuple(names.judgement(found) for found in judgements)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Known name -> printed name."""

    sides: Mapping[str, str]
    bodies: Mapping[str, str]

    def claim(self, claim: AnyClaim) -> AnyClaim:
        value = claim.value
        if isinstance(value, Casualty):
            perpetrator = self.sides.get(value.perpetrator, value.perpetrator) if value.perpetrator else None
            value = replace(value, side=self.sides.get(value.side, value.side), perpetrator=perpetrator)
        return replace(claim, value=value, source=self.party(claim.source) if claim.source else None)

    def judgement(self, found: Judgement) -> Judgement:
        return replace(found, subject=self._end(found.subject), object=self._end(found.object))

    def _end(self, end: End) -> End:
        return replace(end, party=self.party(end.party)) if end.party else end

    def party(self, party: Party) -> Party:
        if party.kind == "group" and party.name in self.sides:
            return replace(party, name=self.sides[party.name])
        if party.name in self.bodies:
            return replace(party, name=self.bodies[party.name])
        seat = _SEAT.search(party.name)
        return replace(party, name=party.name[: seat.start()]) if seat else party
