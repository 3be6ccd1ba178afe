"""Windows over word pieces: what the encoder reads at one time, and which words of it are decided there.

A window is a run of whole words. Its core holds the words whose cues are decided in it; some words before and after
are read as context. Cores cover the text once, and start at paragraphs (else sentences) where they can.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.extract.attribution.words import Words, looks

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_PIECES_PER_WORD = 6
_MAX_SURFACE = 48
_SURROGATES = range(0xD800, 0xE000)
_BATCH = 5000
#: Of so many words the pieces are remembered between texts: some 10 MB.
_MOST_KNOWN = 50_000
_SENTENCE_FINAL = frozenset(".!?")


@dataclass(frozen=True)
class Pieces:
    """Word pieces of a text. `ids[w]` and the look and paragraph of word w; the marker ids of the vocabulary."""

    ids: tuple[tuple[int, ...], ...]
    looks: tuple[int, ...]
    paragraphs: tuple[int, ...]
    final: tuple[bool, ...]
    markers: "Markers"

    @cached_property
    def costs(self) -> tuple[int, ...]:
        """Places each word takes in a window: its pieces, and one for the mark of a new paragraph before it."""
        new = (True, *(a != b for a, b in zip(self.paragraphs, self.paragraphs[1:], strict=False)))
        return tuple(len(i) + n for i, n in zip(self.ids, new, strict=False))

    def opens(self, word: int) -> bool:
        """Whether a paragraph starts (or the text ends) at a word."""
        return word in (0, len(self.ids)) or self.paragraphs[word] != self.paragraphs[word - 1]


@dataclass(frozen=True)
class Markers:
    """Ids of the special pieces: start and end of a window, start of a paragraph, unknown."""

    start: int
    end: int
    paragraph: int
    unknown: int


@dataclass(frozen=True)
class WindowOptions:
    """Sizes in word pieces: of a whole window, and of the context read on either side of its core.

    `before`, `after`: where the core starts or ends in the middle of a paragraph; `across`: where it does so at its
    edge. What is said runs on after its cue more often than it starts long before it.
    """

    size: int = 192
    before: int = 20
    after: int = 24
    across: int = 4


@dataclass(frozen=True)
class Window:
    """Words [start, end) are read; cues are decided in [core_start, core_end)."""

    start: int
    end: int
    core_start: int
    core_end: int


@dataclass(frozen=True)
class Inputs:
    """What the encoder takes. `ids`, `looks`: one per piece; `firsts`: the place of the first piece of each word."""

    ids: list[int]
    looks: list[int]
    firsts: list[int]


def read_markers(tokenizer: "Tokenizer") -> Markers:
    """Find the special pieces by their usual names (BERT's or RoBERTa's)."""

    def first_of(*names: str) -> int:
        found = (tokenizer.token_to_id(name) for name in names)
        return next(int(i) for i in found if i is not None)

    return Markers(first_of("<s>", "[CLS]"), first_of("</s>", "[SEP]"), first_of("[unused1]"), first_of("[UNK]"))


def cut_pieces(words: Words, tokenizer: "Tokenizer", known: dict[str, tuple[int, ...]] | None = None) -> Pieces:
    """Word pieces of every word: at least one, at most MAX_PIECES_PER_WORD.

    `known`: the pieces of words cut before with this tokenizer, for texts that follow one another; new ones are added.
    """
    markers = read_markers(tokenizer)
    known = {} if known is None else known
    found = {surface: known.get(surface, ()) for surface in words.surfaces}
    new = [surface for surface, pieces in found.items() if not pieces]
    for start in range(0, len(new), _BATCH):
        found.update(_encode(new[start : start + _BATCH], tokenizer, markers.unknown))
    if len(known) < _MOST_KNOWN:
        known.update((surface, found[surface]) for surface in new)
    return Pieces(
        ids=tuple(found[s] for s in words.surfaces),
        looks=tuple(looks(words)),
        paragraphs=words.paragraphs,
        final=tuple(s in _SENTENCE_FINAL for s in words.surfaces),
        markers=markers,
    )


def _encode(surfaces: Sequence[str], tokenizer: "Tokenizer", unknown: int) -> dict[str, tuple[int, ...]]:
    clean = [_encodable(s) for s in surfaces]
    encoding = tokenizer.encode(clean, is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in surfaces]
    for word, piece in zip(encoding.word_ids, encoding.ids, strict=True):
        if word is not None:
            pieces[word].append(piece)
    return {s: tuple(p[:MAX_PIECES_PER_WORD]) or (unknown,) for s, p in zip(surfaces, pieces, strict=True)}


def _encodable(surface: str) -> str:
    """Lone surrogates cannot be handed over as UTF-8; very long words tell nothing by their end."""
    short = surface[:_MAX_SURFACE]
    if short.isascii():
        return short
    return "".join("\ufffd" if ord(c) in _SURROGATES else c for c in short)


def plan_windows(pieces: Pieces, options: WindowOptions) -> list[Window]:
    """Cover the text with windows whose cores do not overlap."""
    costs, windows, core_start = pieces.costs, [], 0
    while core_start < len(costs):
        start = _reach_back(costs, core_start, options.across if pieces.opens(core_start) else options.before)
        room = options.size - 2 - sum(costs[start:core_start])
        core_end = _core_end(pieces, core_start, room, options.after)
        room -= sum(costs[core_start:core_end])
        beyond = options.across if pieces.opens(core_end) else options.after
        end = _reach_on(costs, core_end, min(room, beyond))
        windows.append(Window(start, end, core_start, core_end))
        core_start = core_end
    return windows


def _core_end(pieces: Pieces, start: int, room: int, after: int) -> int:
    """Where to end a core: with the text, at a paragraph, else at a sentence that leaves room for what follows it."""
    limit = max(_reach_on(pieces.costs, start, room), start + 1)
    if limit == len(pieces.ids):
        return limit
    half = start + (limit - start) // 2
    for end in range(limit, half, -1):
        if pieces.opens(end):
            return end
    limit = max(_reach_on(pieces.costs, start, room - after), start + 1)
    for end in range(limit, half, -1):
        if pieces.final[end - 1]:
            return end
    return limit


def _reach_back(costs: Sequence[int], word: int, room: int) -> int:
    """The first word such that the words from it to `word` fit into `room` pieces."""
    while word > 0 and costs[word - 1] <= room:
        word -= 1
        room -= costs[word]
    return word


def _reach_on(costs: Sequence[int], word: int, room: int) -> int:
    """The end of the words from `word` on that fit into `room` pieces."""
    end = word
    while end < len(costs) and costs[end] <= room:
        room -= costs[end]
        end += 1
    return end


def window_inputs(pieces: Pieces, start: int, end: int) -> Inputs:
    """Lay out words [start, end) for the encoder, with a mark where a paragraph starts."""
    ids, shown, firsts = [pieces.markers.start], [0], []
    previous = pieces.paragraphs[start]
    for word in range(start, end):
        if pieces.paragraphs[word] != previous:
            previous = pieces.paragraphs[word]
            ids.append(pieces.markers.paragraph)
            shown.append(0)
        firsts.append(len(ids))
        ids.extend(pieces.ids[word])
        shown.extend([pieces.looks[word]] * len(pieces.ids[word]))
    ids.append(pieces.markers.end)
    shown.append(0)
    return Inputs(ids, shown, firsts)
