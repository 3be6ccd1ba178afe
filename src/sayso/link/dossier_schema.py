"""What a dossier file must look like, checked with the file, the line and the reason of every fault.

Imported only where a YAML file is read: pydantic and yaml are not needed to read reports with the built-in dossiers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from sayso.errors import KnowledgeError
from sayso.link.lexicon import key_of, word_set

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
#: Keys of `sources`; every fact names at least one.
Sources = Annotated[list[Text], Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Window(_Strict):
    """Days, both included; leave `until` out while it goes on."""

    from_: Annotated[date, Field(alias="from")]
    until: date | None = None


class PersonFile(_Strict):
    """Someone who speaks for the actor, by office."""

    name: Text
    role: Text


class ActorFile(_Strict):
    """A party of the conflict under its usual English name."""

    name: Text
    kind: Literal["government", "de_facto_authority", "armed_group", "coalition", "international_force"]
    aliases: list[Text] = []
    adjectives: list[Text] = []
    called: list[Text] = []
    people: list[PersonFile] = []
    government_of: Text | None = None
    home: bool = False
    source: Sources


class SideFile(_Strict):
    """Actors that are counted together."""

    side_group: Text
    actors: Annotated[list[ActorFile], Field(min_length=1)]


class HostileFile(_Strict):
    """Two actors or side_groups that fight each other."""

    between: Annotated[list[Text], Field(min_length=2, max_length=2)]
    from_: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None
    source: Sources


class BackingFile(_Strict):
    """A state or group that backs an actor or side_group: with arms, money, troops or bases, as the source has it."""

    backer: Text
    backed: Text
    from_: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None
    source: Sources


class RelatedFile(_Strict):
    """A body of a side's country or camp that does not speak for it."""

    name: Text
    side: Text
    kind: Literal["outlet", "institute", "activists", "organisation"]
    aliases: list[Text] = []
    source: Sources


class PlaceFile(_Strict):
    """A contested place with all its names, in alphabetical order of their Latin spelling, other scripts after."""

    names: Annotated[list[Text], Field(min_length=1)]
    kind: Literal["region", "district", "town", "village", "mountains", "line", "area", "sea"]
    id: Text | None = None
    source: Sources


class DossierFile(_Strict):
    """One conflict: who is on which side, who fights and who backs whom, which places are contested, and from where."""

    id: Identifier
    name: Text
    window: Window
    countries: list[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]] = []
    sides: Annotated[list[SideFile], Field(min_length=2)]
    hostile: list[HostileFile] = []
    backing: list[BackingFile] = []
    related: list[RelatedFile] = []
    places: list[PlaceFile] = []
    sources: Annotated[dict[str, Text], Field(min_length=1)]


#: Words that judge instead of naming; reports may hold them, a dossier may not.
VALUE_LABELS = word_set("terrorist terrorists terror regime's invaders occupiers liberators martyrs fascists bandits")


def schema() -> dict[str, Any]:
    """The JSON Schema of a dossier file."""
    return DossierFile.model_json_schema(by_alias=True)


def checked(path: Path) -> dict[str, Any]:
    """The content of a dossier file; raises KnowledgeError("file:line: reason") on the first fault by line."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        raw = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read: {error}") from error
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path}:{_yaml_line(error)}: not YAML: {_first_line(error)}") from error
    faults = sorted((_line(root, where), reason) for where, reason in _faults(raw))
    if faults:
        raise KnowledgeError(f"{path}:{faults[0][0]}: {faults[0][1]}")
    return DossierFile.model_validate(raw).model_dump(mode="json", by_alias=True, exclude_none=True)


def _faults(raw: Any) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Where in the data something is wrong, and what."""
    try:
        dossier = DossierFile.model_validate(raw)
    except ValidationError as error:
        for fault in error.errors():
            where = tuple(fault["loc"])
            yield where, f"{'.'.join(map(str, where)) or 'dossier'}: {fault['msg'][0].lower()}{fault['msg'][1:]}"
        return
    yield from _reference_faults(dossier)
    yield from _name_faults(dossier)
    yield from _order_faults(dossier)


def _reference_faults(dossier: DossierFile) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Sources, actors and side_groups that are used must be there."""
    actors = {actor.name for side in dossier.sides for actor in side.actors}
    known = actors | {side.side_group for side in dossier.sides}
    for number, hostile in enumerate(dossier.hostile):
        for end in hostile.between:
            if end not in known:
                yield ("hostile", number, "between"), f"no actor or side_group is called {end!r}"
    for number, backing in enumerate(dossier.backing):
        if backing.backed not in known:
            yield ("backing", number, "backed"), f"no actor or side_group is called {backing.backed!r}"
    for number, related in enumerate(dossier.related):
        if related.side not in actors:
            yield ("related", number, "side"), f"no actor is called {related.side!r}"
    for where, sources in _all_sources(dossier):
        for source in sources:
            if source not in dossier.sources:
                yield (*where, "source"), f"source {source!r} is not among the sources of the file"


def _all_sources(dossier: DossierFile) -> Iterator[tuple[tuple[int | str, ...], list[str]]]:
    for i, side in enumerate(dossier.sides):
        for j, actor in enumerate(side.actors):
            yield ("sides", i, "actors", j), actor.source
    for name in ("hostile", "backing", "related", "places"):
        for i, item in enumerate(getattr(dossier, name)):
            yield (name, i), item.source


def _name_faults(dossier: DossierFile) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """One name stands for one actor, and no name judges."""
    seen: dict[str, str] = {}
    for i, side in enumerate(dossier.sides):
        for j, actor in enumerate(side.actors):
            where = ("sides", i, "actors", j)
            for name in (actor.name, *actor.aliases):
                owner = seen.setdefault(key_of(name), actor.name)
                if owner != actor.name:
                    yield where, f"{name!r} already stands for {owner!r}"
            for name in (actor.name, *actor.aliases, *actor.called, side.side_group):
                if VALUE_LABELS & set(key_of(name).split()):
                    yield where, f"{name!r} judges; a dossier only names"


def _order_faults(dossier: DossierFile) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Periods run forwards; names of a place stand in alphabetical order, so that none comes first by favour."""
    periods: list[tuple[tuple[int | str, ...], Any]] = [(("window",), dossier.window)]
    periods += [(("hostile", i), item) for i, item in enumerate(dossier.hostile)]
    periods += [(("backing", i), item) for i, item in enumerate(dossier.backing)]
    for where, period in periods:
        if period.from_ and period.until and period.until < period.from_:
            yield where, f"ends on {period.until}, before it starts on {period.from_}"
    groups = [side.side_group for side in dossier.sides]
    for i, group in enumerate(sorted(groups, key=key_of)):
        if groups[i] != group:
            yield (
                ("sides", i),
                f"sides must be in alphabetical order of side_group: {group!r} comes before {groups[i]!r}",
            )
            break
    for i, place in enumerate(dossier.places):
        latin = [name for name in place.names if name[0] < "\u0250"]
        if latin != sorted(latin, key=key_of) or place.names[: len(latin)] != latin:
            yield (
                ("places", i, "names"),
                f"names must be in alphabetical order, Latin script first: {sorted(latin, key=key_of)}",
            )


def _line(root: yaml.Node | None, where: tuple[int | str, ...]) -> int:
    """The line (from 1) of the deepest node on the way to `where`."""
    node, line = root, 1
    for step in where:
        if node is None:
            break
        line = node.start_mark.line + 1
        node, key_line = _child(node, step)
        line = key_line or line
    return line if node is None else node.start_mark.line + 1 if not where else line


def _child(node: yaml.Node, step: int | str) -> tuple[yaml.Node | None, int | None]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line + 1
    return None, None


def _yaml_line(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _first_line(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]
