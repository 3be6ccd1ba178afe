"""PolNeAR documents as words with labels, broken on purpose now and then, cut into windows and batches."""

import hashlib
import json
import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.extract.attribution.pairs import MAX_CUE_WORDS, Run
from sayso.extract.attribution.windows import WindowOptions, cut_pieces, plan_windows, window_inputs
from sayso.extract.attribution.words import Words, split_words

ROLES = ("source", "content")


@dataclass(frozen=True)
class Gold:
    """One attribution over the words of a document: the cue's words and the role label of each other word."""

    cue: tuple[int, ...]
    source: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True)
class Example:
    """A document ready for training; `labelled`: whether somebody has said what its attributions are."""

    doc_id: str
    words: Words
    golds: tuple[Gold, ...]
    labelled: bool = True


@dataclass(frozen=True)
class Piece:
    """One window: the encoder's input, its words' paragraphs, and the attributions whose cue is in it."""

    ids: list[int]
    looks: list[int]
    firsts: list[int]
    paragraphs: tuple[int, ...]
    golds: tuple[Gold, ...]
    labelled: bool = True


@dataclass(frozen=True)
class Batch:
    """B windows padded to T pieces and W words. `cue`: B x W labels, -100 where padded or not known."""

    ids: Tensor
    looks: Tensor
    mask: Tensor
    firsts: Tensor
    valid: Tensor
    cue: Tensor
    windows: tuple[Piece, ...]


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Read a corpus file, one JSON document a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_held_out(doc_id: str) -> bool:
    """A tenth of the documents, chosen by the digest of their names, decides checkpoints and thresholds."""
    return hashlib.sha256(doc_id.encode()).digest()[0] % 10 == 0


def to_example(document: dict[str, Any]) -> Example:
    """Project character spans onto words. A source may be shared; any other word stays with its first claim."""
    words = split_words(document["text"])
    taken: set[int] = set()
    golds = []
    for attribution in document["attributions"]:
        cue, content = (_claim(words, attribution[role], taken) for role in ("cue", "content"))
        source = _cover(words, attribution["source"]) - set(cue) - set(content)
        if cue:
            golds.append(Gold(cue, frozenset(source), frozenset(content)))
    return Example(document["doc_id"], words, tuple(golds))


def to_plain_example(text: str, doc_id: str) -> Example:
    """A text that nobody has annotated."""
    return Example(doc_id, split_words(text), (), labelled=False)


def _claim(words: Words, spans: Sequence[Sequence[int]], taken: set[int]) -> tuple[int, ...]:
    found = sorted(_cover(words, spans) - taken)
    taken.update(found)
    return tuple(found)


def _cover(words: Words, spans: Sequence[Sequence[int]]) -> set[int]:
    covered = (range(bisect_right(words.ends, s), bisect_left(words.starts, e)) for s, e in spans)
    return {word for span in covered for word in span}


@dataclass(frozen=True)
class Damage:
    """How often a document is broken the ways scraped reports are."""

    no_quotes: float = 0.05
    lost_quotes: float = 0.06
    no_commas: float = 0.12
    swapped_quotes: float = 0.2
    run_together: float = 0.08
    single_case: float = 0.1


def damaged(example: Example, damage: Damage, rng: random.Random) -> Example:
    """A copy of the document as a scrape might have it."""
    if rng.random() < damage.swapped_quotes:
        example = _with_other_marks(example)
    if rng.random() < damage.no_quotes:
        example = _without_marks(example, _DOUBLE, 1.0, rng)
    elif rng.random() < damage.lost_quotes:
        example = _without_marks(example, _DOUBLE, 0.4, rng)
    if rng.random() < damage.no_commas:
        example = _without_marks(example, _COMMAS, 1.0, rng)
    words = example.words
    if rng.random() < damage.run_together:
        words = replace(words, paragraphs=(0,) * len(words))
    if rng.random() < damage.single_case:
        words = replace(words, surfaces=tuple(s.lower() or s for s in words.surfaces))
    return replace(example, words=words)


_DOUBLE = frozenset('“”"')
_COMMAS = frozenset(",;")


def _with_other_marks(example: Example) -> Example:
    """Curly marks become straight; straight ones become curly, opening after white space."""
    words = example.words
    curly = "“" in words.surfaces
    table = {"“": '"', "”": '"', "‘": "'", "’": "'"}

    def other(surface: str, spaced: bool) -> str:
        if curly:
            return table.get(surface, surface)
        return {'"': "“" if spaced else "”", "'": "‘" if spaced else "’"}.get(surface, surface)

    swapped = tuple(other(s, w) for s, w in zip(words.surfaces, words.spaced, strict=True))
    return replace(example, words=replace(words, surfaces=swapped))


def _without_marks(example: Example, marks: frozenset[str], share: float, rng: random.Random) -> Example:
    words = example.words
    kept = [i for i, s in enumerate(words.surfaces) if s not in marks or rng.random() >= share]
    place = {old: new for new, old in enumerate(kept)}

    def moved(indices: Sequence[int] | frozenset[int]) -> list[int]:
        return [place[i] for i in sorted(indices) if i in place]

    golds = (Gold(tuple(moved(g.cue)), frozenset(moved(g.source)), frozenset(moved(g.content))) for g in example.golds)
    fewer = Words(*(tuple(column[i] for i in kept) for column in _columns(words)))
    return replace(example, words=fewer, golds=tuple(g for g in golds if g.cue))


def _columns(words: Words) -> tuple[Sequence[Any], ...]:
    return words.surfaces, words.starts, words.ends, words.paragraphs, words.spaced


def to_windows(example: Example, tokenizer: Tokenizer, size: int, rng: random.Random) -> list[Piece]:
    """Cut a document into windows of a size and context that vary, so that the cuts fall elsewhere each time."""
    pieces = cut_pieces(example.words, tokenizer)
    size, inside, across = rng.randint(size // 2, size), rng.choice((0, 32)), rng.choice((0, 8, 24))
    options = WindowOptions(size, before=inside, after=inside, across=across)
    plan = plan_windows(pieces, options)
    return [_window(example, w.start, w.end, window_inputs(pieces, w.start, w.end)) for w in plan]


def _window(example: Example, start: int, end: int, inputs: Any) -> Piece:
    inside = [_clip(g, start, end) for g in example.golds]
    golds = tuple(g for g in inside if g.cue)
    return Piece(inputs.ids, inputs.looks, inputs.firsts, example.words.paragraphs[start:end], golds, example.labelled)


def _clip(gold: Gold, start: int, end: int) -> Gold:
    def kept(indices: Sequence[int] | frozenset[int]) -> list[int]:
        return sorted(i - start for i in indices if start <= i < end)

    return Gold(tuple(kept(gold.cue)), frozenset(kept(gold.source)), frozenset(kept(gold.content)))


def batches(windows: list[Piece], budget: int, rng: random.Random) -> Iterator[Batch]:
    """Windows of like length together, at most `budget` padded pieces a batch, in random order."""
    order = sorted(windows, key=lambda w: len(w.ids) + rng.random() * 12)
    groups: list[list[Piece]] = [[]]
    for window in order:
        longest = max([len(window.ids), *(len(w.ids) for w in groups[-1])])
        if groups[-1] and longest * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    for group in groups:
        yield collate(group)


def collate(group: Sequence[Piece]) -> Batch:
    """Pad windows to one shape."""
    pieces, words = max(len(w.ids) for w in group), max(len(w.firsts) for w in group)
    shape = (len(group), pieces)
    ids, looks, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    firsts = torch.zeros((len(group), words), dtype=torch.long)
    cue = torch.full((len(group), words), -100, dtype=torch.long)
    valid = torch.zeros((len(group), words), dtype=torch.bool)
    for row, window in enumerate(group):
        n, m = len(window.ids), len(window.firsts)
        ids[row, :n] = torch.tensor(window.ids)
        looks[row, :n] = torch.tensor(window.looks)
        mask[row, :n] = 1
        firsts[row, :m] = torch.tensor(window.firsts)
        valid[row, :m] = True
        if window.labelled:
            cue[row, :m] = torch.tensor(cue_labels(window))
    return Batch(ids, looks, mask, firsts, valid, cue, tuple(group))


def cue_labels(window: Piece) -> list[int]:
    """O 0, B 1, I 2 for every word; a cue in two runs starts twice."""
    labels = [0] * len(window.firsts)
    for gold in window.golds:
        for start, end in runs(gold.cue):
            labels[start:end] = [1] + [2] * (end - start - 1)
    return labels


def role_labels(gold: Gold, count: int) -> list[int]:
    """O 0, B-source 1, I-source 2, B-content 3, I-content 4 for every word of the window."""
    labels = [0] * count
    for begin, indices in ((1, gold.source), (3, gold.content)):
        for start, end in runs(sorted(indices)):
            labels[start:end] = [begin] + [begin + 1] * (end - start - 1)
    return labels


def runs(indices: Sequence[int]) -> list[Run]:
    """Ascending indices as runs [start, end)."""
    found: list[list[int]] = []
    for i in indices:
        if found and found[-1][1] == i:
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    return [(s, e) for s, e in found]


def main_run(indices: Sequence[int]) -> Run:
    """The longest run of a cue, as much of it as the head is ever shown."""
    start, end = max(runs(indices), key=lambda r: r[1] - r[0])
    return start, min(end, start + MAX_CUE_WORDS)
