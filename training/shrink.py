"""Narrow a trained encoder, as a start for further training: `python -m training.shrink --help`.

Of each feed-forward layer the neurons are kept whose outputs weigh most over training texts, of each attention the
heads that explain most of what it puts out; what the others added is given to them by least squares on those outputs.
Starts from a checkpoint, or from shipped weights, whose int8 numbers are read back as floats: whoever has no checkpoint
can still go on from what is in the repository.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import Tensor

from training.data import Batch, batches, is_held_out, read_documents, to_example, to_windows
from training.export import load_model
from training.model import AttributionModel, ModelOptions

#: Training documents that the neurons are weighed on.
DOCUMENTS = 60
#: Numbers of an attention head.
HEAD_SIZE = 32


def read_shipped(weights: Path, base: Path, shape: ModelOptions) -> AttributionModel:
    """The network that `training.export` wrote to `weights`, its int8 numbers as floats."""
    model = AttributionModel(base, shape)
    state = model.state_dict()
    found = dict(_shipped_tensors(weights))
    unknown = found.keys() - state.keys()
    if unknown:
        raise ValueError(f"{weights}: not a network of this shape: {sorted(unknown)[0]} has no place in it")
    state |= {k: v.reshape(state[k].shape) for k, v in found.items()}
    model.load_state_dict(state)
    return model.eval()


def _shipped_tensors(weights: Path) -> Iterator[tuple[str, Tensor]]:
    """Parameters by their names in the model."""
    for name in ("reader.onnx", "head.onnx"):
        graph = onnx.load(str(weights / name)).graph
        values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        factors = {node.input[1]: node.name for node in graph.node if node.op_type == "MatMulInteger"}
        for key, value in values.items():
            if key in factors:
                yield _named(factors[key], _widened(values, key.removesuffix("_quantized")))
            elif key.endswith("_quantized"):
                yield key.removesuffix("_quantized"), _widened(values, key.removesuffix("_quantized"))
            elif not key.endswith(("_scale", "_zero_point")):
                yield key, torch.tensor(value)


def _widened(values: dict[str, np.ndarray], key: str) -> Tensor:
    whole = values[f"{key}_quantized"].astype(np.float32) - values[f"{key}_zero_point"].astype(np.float32)
    return torch.tensor(whole * values[f"{key}_scale"])


def _named(node: str, factor: Tensor) -> tuple[str, Tensor]:
    """`/head/blocks.0/out/MatMul_quant` is `head.blocks.0.out.weight`; a block's own product is its convolution."""
    parts = node.strip("/").split("/")[:-1]
    name = ".".join(p for p, inner in zip(parts, [*parts[1:], ""], strict=True) if not inner.startswith(f"{p}."))
    if parts[-1].startswith("blocks."):
        kernel = factor.reshape(-1, factor.shape[1], factor.shape[1])
        return f"{name}.along.weight", kernel.permute(2, 1, 0).contiguous()
    return f"{name}.weight", factor.T.contiguous()


def narrowed(model: AttributionModel, wanted: list[Batch], shape: ModelOptions, base: Path) -> AttributionModel:
    """The same network with the neurons and heads that `shape` has for each layer."""
    small = AttributionModel(base, shape)
    state = model.state_dict()
    for name, product in _products(model, wanted).items():
        out = torch.cat([state[f"{name}.weight"], state[f"{name}.bias"][:, None]], 1).double()
        if ".attention." in name:
            kept = _best_heads(out, product, shape.heads)
            inner = [f"{name.removesuffix('output.dense')}self.{part}" for part in ("query", "key", "value")]
        else:
            kept = _heaviest(out, product, shape.neurons)
            inner = [name.replace("output.dense", "intermediate.dense")]
        if len(kept) == out.shape[1] - 1:
            continue  # nothing is taken away, nothing has to be made up for
        fitted = _refitted(out, product, kept).float()
        state[f"{name}.weight"], state[f"{name}.bias"] = fitted[:, :-1], fitted[:, -1]
        for key in (f"{part}.{kind}" for part in inner for kind in ("weight", "bias")):
            state[key] = state[key][kept]
    small.load_state_dict(state)
    return small


def _heaviest(out: Tensor, product: Tensor, count: int) -> Tensor:
    """The inputs of a linear layer that add most to its outputs. `out`: D x (N + 1), the last column its bias."""
    weight = product.diagonal()[:-1] * out[:, :-1].pow(2).sum(0)
    return weight.topk(count).indices.sort().values


def _best_heads(out: Tensor, product: Tensor, count: int) -> Tensor:
    """The inputs that belong to the heads that are left when the least missed is taken away again and again."""
    heads = list(torch.arange(out.shape[1] - 1).view(-1, HEAD_SIZE))
    while len(heads) > count:
        without = [torch.cat(heads[:i] + heads[i + 1 :]) for i in range(len(heads))]
        del heads[max(range(len(heads)), key=lambda i: _explained(out, product, without[i]))]
    return torch.cat(heads)


def _explained(out: Tensor, product: Tensor, kept: Tensor) -> float:
    """How much of the outputs' squares the kept inputs can still give."""
    seen = _with_constant(product, kept)
    return float(((_refitted(out, product, kept) @ product[seen]) * out).sum())


def _refitted(out: Tensor, product: Tensor, kept: Tensor) -> Tensor:
    """Weights of the kept inputs, and the bias, that come closest to the outputs: D x (K + 1)."""
    seen = _with_constant(product, kept)
    ridge = product[seen][:, seen] + torch.eye(len(seen)) * product.diagonal().mean() * 1e-4
    return torch.linalg.solve(ridge, product[seen] @ out.T).T


def _with_constant(product: Tensor, kept: Tensor) -> Tensor:
    return torch.cat([kept, torch.tensor([len(product) - 1])])


def _products(model: AttributionModel, wanted: list[Batch]) -> dict[str, Tensor]:
    """By the names of the layers that end an attention or a feed-forward part: the products of their N inputs, and of
    a constant, summed over words: (N + 1) x (N + 1).
    """
    sums: dict[str, Tensor] = {}
    mask = torch.zeros(0)

    def add(name: str, values: Tensor) -> None:
        flat = values[mask.bool()].double()
        flat = torch.cat([flat, torch.ones(len(flat), 1)], 1)
        sums[name] = sums.get(name, torch.zeros(())) + flat.T @ flat

    hooks = [
        layer.register_forward_pre_hook(lambda _, inputs, name=name: add(name, inputs[0]))
        for name, layer in model.named_modules()
        if name.startswith("reader.") and name.endswith("output.dense")
    ]
    with torch.no_grad():
        for batch in wanted:
            mask = batch.mask
            model.reader(batch.ids, batch.looks, batch.mask, batch.firsts)
    for hook in hooks:
        hook.remove()
    return sums


def sample(corpus: Path, base: Path) -> list[Batch]:
    """Windows of some training documents as they are."""
    documents = [d for d in read_documents(corpus) if not is_held_out(d["doc_id"])]
    rng = random.Random(1)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    chosen = rng.sample(documents, DOCUMENTS)
    windows = [w for d in chosen for w in to_windows(to_example(d), tokenizer, 240, rng)]
    return list(batches([w for w in windows if w.firsts], 3072, rng))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("start", type=Path, help="a checkpoint, or a folder of shipped weights")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpora/polnear/train.jsonl"))
    parser.add_argument("--neurons", type=int, default=768, help="of each feed-forward layer, afterwards")
    parser.add_argument("--heads", type=int, default=ModelOptions().heads, help="of each attention, afterwards")
    parser.add_argument("--folder", type=Path, required=True)
    given = parser.parse_args()
    if given.start.is_dir():
        model = read_shipped(given.start, given.base, ModelOptions())
    else:
        model = load_model([given.start], given.base)
    shape = replace(model.options, neurons=given.neurons, heads=given.heads)
    small = narrowed(model, sample(given.corpus, given.base), shape, given.base)
    given.folder.mkdir(parents=True, exist_ok=True)
    small.options.write(given.folder / "model.json")
    torch.save(small.state_dict(), given.folder / "epoch0.pt")


if __name__ == "__main__":
    main()
