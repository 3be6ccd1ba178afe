"""What a network learns from others of the same words: the mean of their cue, role and realness chances, and the word
vectors of the first.

Needs no labels, so that texts nobody has annotated can be learned from (Hinton et al. 2015, "Distilling the knowledge
in a neural network"; the vectors after Jiao et al. 2020, "TinyBERT").
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.extract.attribution.pairs import PairTables, pair_tables
from sayso.extract.naturalcase import natural_case
from sayso.link.knowledge_base import Knowledge
from training.data import Batch, Example, main_run, runs, to_plain_example
from training.export import load_model
from training.model import AttributionModel, ModelOptions, Rows
from training.shrink import read_shipped

#: A word is shown to both networks as a cue where the teacher thinks it at least this likely.
LIKELY = 0.1


@dataclass(frozen=True)
class Soft:
    """Weights of what is learned from the teacher, beside the losses of the labels."""

    cue: float = 1.0
    role: float = 2.0
    real: float = 0.3
    vectors: float = 0.2


@dataclass(frozen=True)
class Teachers:
    """Networks that are asked together; their chances are averaged (Hinton et al.'s ensembles)."""

    models: tuple[AttributionModel, ...]

    def read(self, batch: Batch) -> tuple[list[Tensor], Tensor]:
        """Each one's word vectors, and the logarithms of the cue chances."""
        seen = [model.reader(batch.ids, batch.looks, batch.mask, batch.firsts) for model in self.models]
        return [words for words, _ in seen], _mean_chance([cue for _, cue in seen])

    def judge(self, words: Sequence[Tensor], valid: Tensor, rows: Rows) -> tuple[Tensor, Tensor]:
        """Logarithms of the role chances, and the chance that each cue is one."""
        told = [model.head(own, valid, rows) for model, own in zip(self.models, words, strict=True)]
        real = torch.stack([torch.sigmoid(real) for _, real in told]).mean(0)
        return _mean_chance([roles for roles, _ in told]), real


def _mean_chance(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([s.float().log_softmax(-1) for s in scores]).logsumexp(0) - math.log(len(scores))


def load_teacher(path: Path, base: Path) -> AttributionModel:
    """A checkpoint, or a folder of shipped weights."""
    return read_shipped(path, base, ModelOptions()) if path.is_dir() else load_model([path], base)


def read_texts(paths: list[Path]) -> list[Example]:
    """JSON lines with `doc_id` and `text`; old wires in capitals get natural case, as the reader gives them."""
    names = Knowledge.load()
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [to_plain_example(natural_case(_unfolded(row["text"]), names), row["doc_id"]) for row in rows]


def _unfolded(text: str) -> str:
    """Lines broken at a fixed width joined; paragraphs stay."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def soft_losses(
    student: AttributionModel, teachers: Teachers, batch: Batch, seen: tuple[Tensor, Tensor], soft: Soft
) -> dict[str, Tensor]:
    """How far the student is from the teachers. `seen`: the student's word vectors and cue scores of the batch."""
    words, cue_scores = seen
    with torch.no_grad():
        wanted, wanted_cue = teachers.read(batch)
        rows = shown_cues(batch, wanted_cue)
        judged = teachers.judge(wanted, batch.valid, rows) if rows else None
    valid = batch.valid
    losses = {
        "soft_cue": _apart(cue_scores, wanted_cue)[valid].mean() * soft.cue,
        "vectors": (words - wanted[0]).pow(2).mean(-1)[valid].mean() * soft.vectors,
    }
    if rows is None or judged is None:
        return losses
    roles, real = student.head(words, valid, rows)
    wanted_roles, chance = judged
    weight = valid[rows.window] * chance[:, None]
    losses["soft_role"] = (_apart(roles, wanted_roles) * weight).sum() / weight.sum() * soft.role
    losses["soft_real"] = nn.functional.binary_cross_entropy_with_logits(real, chance) * soft.real
    return losses


def _apart(scores: Tensor, wanted: Tensor) -> Tensor:
    """Kullback-Leibler divergence over the last axis."""
    return nn.functional.kl_div(
        scores.float().log_softmax(-1), wanted.float().log_softmax(-1), reduction="none", log_target=True
    ).sum(-1)


def shown_cues(batch: Batch, cue_scores: Tensor) -> Rows | None:
    """The runs of words that the teacher may take for cues, and what surrounds each; nothing where there is none."""
    count = batch.valid.shape[1]
    likely = (torch.softmax(cue_scores, -1)[..., 1:].sum(-1) > LIKELY) & batch.valid
    tables, index = [], []
    for number, window in enumerate(batch.windows):
        found = [main_run(range(*run)) for run in runs(likely[number].nonzero().flatten().tolist())]
        if found:
            tables.append(pair_tables(found, window.paragraphs))
            index += [number] * len(found)
    return stacked(tables, index, count) if tables else None


def stacked(tables: Sequence[PairTables], index: Sequence[int], count: int) -> Rows:
    """The tables of several windows under one another, `count` words wide; `index`: the window of each row."""

    def column(name: str) -> Tensor:
        arrays = (torch.from_numpy(getattr(table, name)) for table in tables)
        return torch.cat([nn.functional.pad(array, (0, count - array.shape[1])) for array in arrays])

    return Rows(torch.tensor(index), *(column(name) for name in ("pool", "near", "steps", "tags")))
