"""Narrow a trained encoder's feed-forward layers, as a start for further training: `python -m training.shrink --help`.

Of each layer the neurons are kept whose outputs weigh most over training texts; what the others added is given to them
by least squares on the outputs of the layer. Starts from a checkpoint, or from shipped weights, whose int8 numbers are
read back as floats: whoever has no checkpoint can still go on from what is in the repository.
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


def narrowed(model: AttributionModel, wanted: list[Batch], neurons: int, base: Path) -> AttributionModel:
    """The same network with `neurons` in each feed-forward layer."""
    products = _products(model, wanted)
    small = AttributionModel(base, replace(model.options, neurons=neurons))
    state = model.state_dict()
    for number, product in enumerate(products):
        prefix = f"reader.encoder.encoder.layer.{number}"
        out = state[f"{prefix}.output.dense.weight"].double()
        weight = product.diagonal()[:-1] * out.pow(2).sum(0)
        kept = weight.topk(neurons).indices.sort().values
        seen = torch.cat([kept, torch.tensor([len(product) - 1])])
        whole = torch.cat([out, state[f"{prefix}.output.dense.bias"].double()[:, None]], 1)
        ridge = product[seen][:, seen] + torch.eye(len(seen)) * product.diagonal().mean() * 1e-4
        fitted = torch.linalg.solve(ridge, product[seen] @ whole.T).T.float()
        state[f"{prefix}.output.dense.weight"], state[f"{prefix}.output.dense.bias"] = fitted[:, :-1], fitted[:, -1]
        for name in ("weight", "bias"):
            state[f"{prefix}.intermediate.dense.{name}"] = state[f"{prefix}.intermediate.dense.{name}"][kept]
    small.load_state_dict(state)
    return small


def _products(model: AttributionModel, wanted: list[Batch]) -> list[Tensor]:
    """For each layer the products of its neurons' values, and of a constant, summed over words: (N + 1) x (N + 1)."""
    sums: dict[int, Tensor] = {}
    mask = torch.zeros(0)

    def add(number: int, values: Tensor) -> None:
        flat = values[mask.bool()].double()
        flat = torch.cat([flat, torch.ones(len(flat), 1)], 1)
        sums[number] = sums.get(number, torch.zeros(())) + flat.T @ flat

    hooks = [
        layer.output.dense.register_forward_pre_hook(lambda _, inputs, number=i: add(number, inputs[0]))
        for i, layer in enumerate(model.reader.encoder.encoder.layer)
    ]
    with torch.no_grad():
        for batch in wanted:
            mask = batch.mask
            model.reader(batch.ids, batch.looks, batch.mask, batch.firsts)
    for hook in hooks:
        hook.remove()
    return [sums[i] for i in sorted(sums)]


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
    parser.add_argument("--neurons", type=int, default=768, help="of each layer, afterwards")
    parser.add_argument("--folder", type=Path, required=True)
    given = parser.parse_args()
    if given.start.is_dir():
        model = read_shipped(given.start, given.base, ModelOptions())
    else:
        model = load_model([given.start], given.base)
    small = narrowed(model, sample(given.corpus, given.base), given.neurons, given.base)
    given.folder.mkdir(parents=True, exist_ok=True)
    small.options.write(given.folder / "model.json")
    torch.save(small.state_dict(), given.folder / "epoch0.pt")


if __name__ == "__main__":
    main()
