"""Train the attribution encoder: `python -m training.train --help`. Resumes from the last checkpoint of its folder."""

import argparse
import json
import random
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.extract.attribution.pairs import Run, pair_tables
from training.data import (
    Batch,
    Damage,
    Piece,
    batches,
    damaged,
    is_held_out,
    main_run,
    read_documents,
    role_labels,
    to_example,
    to_windows,
)
from training.distil import Soft, Teachers, load_teacher, read_texts, soft_losses, stacked
from training.model import AttributionModel, ModelOptions, Rows

IGNORED = -100
SAVED_EVERY = 50


@dataclass(frozen=True)
class Places:
    """Where the corpus and the base model are and where checkpoints go; if any, a checkpoint to start from, teachers
    (checkpoints or folders of weights) and texts without labels to learn from them on.
    """

    corpus: Path
    base: Path
    folder: Path
    start: Path | None = None
    teachers: tuple[Path, ...] = ()
    texts: tuple[Path, ...] = ()


@dataclass(frozen=True)
class TrainOptions:
    """Everything that decides a run, beside data and base model; shares are of documents, drawn for each epoch."""

    seed: int = 1
    epochs: int = 4
    stop_after: int = 99
    budget: int = 3072
    size: int = 240
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    smoothing: float = 0.02
    average: float = 0.998
    false_cues: int = 5
    role_weight: float = 2.0
    real_weight: float = 0.3
    corpus_share: float = 1.0
    text_share: float = 0.5


@dataclass(frozen=True)
class RowTargets:
    """`roles`: R x W labels, ignored for false cues and padding; `real`: R, 1 for gold cues."""

    roles: Tensor
    real: Tensor


def build_rows(batch: Batch, cue_scores: Tensor, options: TrainOptions, rng: random.Random) -> tuple[Rows, RowTargets]:
    """Gold cues, some of them seen in part, and the words the tagger itself takes for cues in error."""
    count = batch.valid.shape[1]
    chance = torch.softmax(cue_scores.detach().float(), -1)[..., 1:].sum(-1)
    tables, index, roles, real = [], [], [], []
    for number, window in enumerate(batch.windows):
        cues = [_seen_part(main_run(g.cue), rng) for g in window.golds]
        false = _false_cues(window, chance[number], options.false_cues, rng)
        if not window.labelled or not (cues or false):
            continue
        tables.append(pair_tables(cues + false, window.paragraphs))
        index += [number] * (len(cues) + len(false))
        real += [1.0] * len(cues) + [0.0] * len(false)
        length = len(window.firsts)
        roles += [role_labels(gold, length) + [IGNORED] * (count - length) for gold in window.golds]
        roles += [[IGNORED] * count] * len(false)
    return stacked(tables, index, count), RowTargets(torch.tensor(roles), torch.tensor(real))


def _seen_part(run: Run, rng: random.Random) -> Run:
    """Now and then only a part of a long cue, as a tagger might give it."""
    start, end = run
    if end - start < 2 or rng.random() > 0.2:
        return run
    first = rng.randrange(start, end)
    return first, rng.randint(first + 1, end)


def _false_cues(window: Piece, chance: Tensor, limit: int, rng: random.Random) -> list[Run]:
    """Words outside gold cues that the tagger thinks likely, and at times one at random."""
    gold = {i for g in window.golds for i in g.cue}
    likely = [i for i in (chance[: len(window.firsts)] > 0.05).nonzero().flatten().tolist() if i not in gold]
    if not likely and rng.random() < 0.3:
        likely = [i for i in [rng.randrange(len(window.firsts))] if i not in gold]
    rng.shuffle(likely)
    return [(i, i + 1) for i in likely[:limit]]


def step_loss(
    model: AttributionModel, batch: Batch, seen: tuple[Tensor, Tensor], options: TrainOptions, rng: random.Random
) -> dict[str, Tensor]:
    """The three losses of a batch's labels: cues, roles of gold cues, realness of all cues.

    `seen`: word vectors and cue scores of the batch. Empty where the batch has no label.
    """
    words, cue_scores = seen
    if not any(w.labelled and w.golds for w in batch.windows):
        return {}
    losses = {"cue": _entropy(cue_scores, batch.cue, options.smoothing)}
    rows, targets = build_rows(batch, cue_scores, options, rng)
    roles, real = model.head(words, batch.valid, rows)
    losses["role"] = _entropy(roles, targets.roles, options.smoothing) * options.role_weight
    losses["real"] = nn.functional.binary_cross_entropy_with_logits(real.float(), targets.real) * options.real_weight
    return losses


def _entropy(scores: Tensor, labels: Tensor, smoothing: float) -> Tensor:
    flat = scores.float().flatten(0, 1)
    return nn.functional.cross_entropy(flat, labels.flatten(), ignore_index=IGNORED, label_smoothing=smoothing)


class Average:
    """An exponential moving average of the weights, which is what is kept and shipped."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.state = {k: v.detach().clone() for k, v in model.state_dict().items()}
        self.moving = [k for k, p in model.named_parameters() if p.requires_grad]

    def update(self, model: nn.Module, step: int) -> None:
        """Fold in the present weights; early on, faster."""
        decay = min(self.decay, (step + 1) / (step + 10))
        present = model.state_dict()
        for name in self.moving:
            self.state[name].lerp_(present[name], 1 - decay)


def make_optimizer(model: AttributionModel, options: TrainOptions) -> torch.optim.AdamW:
    """A low rate for the encoder, a high one for what starts from nothing; no decay on biases and norms."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = options.encoder_rate if name.startswith("reader.encoder.") else options.head_rate
        decay = options.decay if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW([{"params": p, "lr": r, "weight_decay": d} for (r, d), p in groups.items()], fused=True)


def rate_at(step: int, total: int, warm_up: float) -> float:
    """Linear warm-up, then linear decay to nothing."""
    rising = max(1, int(total * warm_up))
    return (step + 1) / rising if step < rising else max(0.0, (total - step) / max(1, total - rising))


class Trainer:
    """One training run: its state, its folder, its loop."""

    def __init__(self, places: Places, options: TrainOptions, shape: ModelOptions) -> None:
        torch.manual_seed(options.seed)
        self.options, self.folder = options, places.folder
        base = places.base
        self.tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.examples = [to_example(d) for d in read_documents(places.corpus) if not is_held_out(d["doc_id"])]
        self.model = AttributionModel(base, shape)
        if places.start is not None:
            self.model.warm_start(torch.load(places.start, weights_only=True))
        self.teachers = Teachers(tuple(load_teacher(path, base) for path in places.teachers))
        self.texts = read_texts(list(places.texts)) if places.texts else []
        self.average = Average(self.model, options.average)
        self.optimizer = make_optimizer(self.model, options)
        self.base_rates = [g["lr"] for g in self.optimizer.param_groups]
        # 16-bit numbers halve a step where the processor has them; elsewhere they are emulated, twenty times slower.
        self.narrow = bool(torch.cpu.get_capabilities().get("avx512_f", False))
        self.epoch, self.step, self.done = 0, 0, 0
        self.total = 0

    def _batches(self, epoch: int) -> list[Batch]:
        rng = random.Random(self.options.seed * 1000 + epoch)
        examples = rng.sample(self.examples, round(len(self.examples) * self.options.corpus_share))
        texts = rng.sample(self.texts, round(len(self.texts) * self.options.text_share))
        broken = [damaged(e, Damage(), rng) for e in (*examples, *texts)]
        windows = [w for e in broken for w in to_windows(e, self.tokenizer, self.options.size, rng)]
        return list(batches([w for w in windows if w.firsts], self.options.budget, rng))

    def run(self) -> None:
        """Train to the end, keeping the averaged weights of every epoch."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "options.json").write_text(json.dumps(asdict(self.options), indent=1))
        self.model.options.write(self.folder / "model.json")
        self.resume()
        while self.epoch < min(self.options.epochs, self.options.stop_after):
            self._run_epoch()
            self.epoch, self.done = self.epoch + 1, 0
            torch.save(self.average.state, self.folder / f"epoch{self.epoch}.pt")
            self.save()

    def _run_epoch(self) -> None:
        rng = random.Random(self.options.seed * 7919 + self.epoch)
        torch.manual_seed(self.options.seed * 7919 + self.epoch)
        self.model.train()
        sums: dict[str, float] = {}
        began = time.perf_counter()
        todo = self._batches(self.epoch)
        self.total = len(todo) * self.options.epochs
        for number, batch in enumerate(todo, 1):
            if number <= self.done:
                continue
            losses = self._step(batch, rng)
            for name, value in losses.items():
                sums[name] = 0.98 * sums.get(name, value) + 0.02 * value
            if number % 20 == 0 or number == len(todo):
                shown = " ".join(f"{k} {v:.4f}" for k, v in sums.items())
                pace = (time.perf_counter() - began) / (number - self.done)
                print(f"epoch {self.epoch} {number}/{len(todo)} {shown} {pace:.2f} s/step", flush=True)
            if number % SAVED_EVERY == 0:
                self.save(number)

    def _step(self, batch: Batch, rng: random.Random) -> dict[str, float]:
        factor = rate_at(self.step, self.total, self.options.warm_up)
        for group, rate in zip(self.optimizer.param_groups, self.base_rates, strict=True):
            group["lr"] = rate * factor
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.narrow):
            seen = self.model.reader(batch.ids, batch.looks, batch.mask, batch.firsts)
            losses = step_loss(self.model, batch, seen, self.options, rng)
            if self.teachers.models:
                losses |= soft_losses(self.model, self.teachers, batch, seen, Soft())
        self.optimizer.zero_grad(set_to_none=True)
        torch.stack(list(losses.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.average.update(self.model, self.step)
        self.step += 1
        return {k: float(v.detach()) for k, v in losses.items()}

    def save(self, done: int = 0) -> None:
        """The full state to resume from, `done` batches into the epoch."""
        place = {"epoch": self.epoch, "step": self.step, "done": done}
        weights = {"model": self.model.state_dict(), "average": self.average.state}
        torch.save({**weights, **place, "optimizer": self.optimizer.state_dict()}, self.folder / "last.tmp")
        (self.folder / "last.tmp").replace(self.folder / "last.pt")

    def resume(self) -> None:
        """Go on from the last checkpoint, if there is one."""
        last = self.folder / "last.pt"
        if not last.exists():
            return
        state = torch.load(last, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average.state = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.step, self.done = state["epoch"], state["step"], state["done"]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpora/polnear/train.jsonl"))
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a checkpoint whose reader is taken over")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints or weights to learn from too")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="JSON lines without labels, for the teachers")
    parser.add_argument("--dropped", type=int, nargs="*", default=ModelOptions().dropped, help="layers to leave out")
    parser.add_argument("--activation", choices=("gelu", "relu"), default=ModelOptions().activation)
    parser.add_argument("--neurons", type=int, default=ModelOptions().neurons, help="of each feed-forward layer")
    parser.add_argument("--heads", type=int, default=ModelOptions().heads, help="of each attention")
    defaults = asdict(TrainOptions())
    for name, value in defaults.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    given = vars(parser.parse_args())
    options = TrainOptions(**{k: given[k] for k in defaults})
    shape = ModelOptions(tuple(given["dropped"]), given["activation"], given["neurons"], given["heads"])
    lists = {name: tuple(given[name]) for name in ("teachers", "texts")}
    where = Places(**{f.name: given[f.name] for f in fields(Places)} | lists)
    Trainer(where, options, shape).run()


if __name__ == "__main__":
    main()
