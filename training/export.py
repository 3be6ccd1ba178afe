"""Write checkpoints as two int8 ONNX graphs and a tokenizer: `python -m training.export --help`.

Several checkpoints, of runs from one start that differ in their seed alone, give one network: the mean of their weights
(Wortsman et al. 2022, "Model soups"), as fast as any of them.
"""

import argparse
import shutil
import warnings
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.lean import lean
from training.model import AttributionModel, ModelOptions, Reader, Rows, SpanHead

OPSET = 17
READER, HEAD = "reader.onnx", "head.onnx"


class ReaderGraph(nn.Module):
    """One window without padding: 1 x T pieces and 1 x W word places to word vectors and cue scores."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, looks: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """As the reader, without a mask."""
        words, cue = self.reader(ids, looks, None, firsts)
        return words, cue


class HeadGraph(nn.Module):
    """All cues of one window: W x D word vectors and C x W tables to C x W x 5 role scores and C realness scores."""

    def __init__(self, head: SpanHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, words: Tensor, pool: Tensor, near: Tensor, steps: Tensor, tags: Tensor) -> tuple[Tensor, Tensor]:
        """As the head, for window 0."""
        window = torch.zeros_like(near[:, 0])
        valid = torch.ones_like(words[None, :, 0])
        roles, real = self.head(words[None], valid, Rows(window, pool, near, steps, tags))
        return roles, real


def load_model(checkpoints: Sequence[Path], base: Path) -> AttributionModel:
    """The averaged weights of a checkpoint, or the mean of several, ready to read."""
    model = AttributionModel(base, ModelOptions.read(checkpoints[0].parent / "model.json"))
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    model.load_state_dict({name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]})
    return model.eval()


def export(model: AttributionModel, base: Path, folder: Path, int8: bool = True) -> None:
    """Write reader.onnx, head.onnx and tokenizer.json."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        raw = Path(scratch)
        _export_reader(model, raw / READER)
        _export_head(model, raw / HEAD)
        for name in (READER, HEAD):
            _write(raw / name, folder / name, int8)
    shutil.copyfile(base / "tokenizer.json", folder / "tokenizer.json")


def _export_reader(model: AttributionModel, path: Path) -> None:
    ids = torch.randint(1000, 2000, (1, 24))
    firsts = torch.tensor([[1, 2, 4, 7, 9, 12, 20]])
    names = {"ids": {1: "pieces"}, "looks": {1: "pieces"}, "firsts": {1: "words"}}
    _to_onnx(ReaderGraph(model.reader), (ids, torch.zeros_like(ids), firsts), path, (names, ["vectors", "cue"]))


def _export_head(model: AttributionModel, path: Path) -> None:
    tables = [torch.ones((3, 7), dtype=torch.long) for _ in range(3)]
    inputs = (torch.randn(7, model.reader.width), torch.full((3, 7), 1 / 7), *tables)
    names = {"words": {0: "words"}} | {n: {0: "cues", 1: "words"} for n in ("pool", "near", "steps", "tags")}
    _to_onnx(HeadGraph(model.head), inputs, path, (names, ["roles", "real"]))


def _to_onnx(
    graph: nn.Module, inputs: tuple[Tensor, ...], path: Path, names: tuple[dict[str, dict[int, str]], list[str]]
) -> None:
    axes, outputs = names
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            graph.eval(),
            inputs,
            str(path),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(axes),
            output_names=outputs,
            dynamic_axes=axes,
        )


def _write(raw: Path, path: Path, int8: bool) -> None:
    if int8:
        quantize_dynamic(raw, path, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8)
    else:
        shutil.copyfile(raw, path)
    # The graph's notes name the folder it was made in; nothing of it belongs in a package.
    graph = onnx.load(str(path))
    for node in graph.graph.node:
        node.doc_string = ""
    onnx.save(lean(graph) if int8 and path.name == HEAD else graph, str(path))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    written = parser.add_mutually_exclusive_group(required=True)
    written.add_argument("--folder", type=Path)
    written.add_argument("--checkpoint", type=Path, help="write the mean as one checkpoint to train on from instead")
    parser.add_argument("--float32", action="store_true", help="leave the numbers wide, to see what int8 costs")
    given = parser.parse_args()
    model = load_model(given.checkpoints, given.base)
    if given.checkpoint is None:
        export(model, given.base, given.folder, not given.float32)
        return
    given.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    model.options.write(given.checkpoint.parent / "model.json")
    torch.save(model.state_dict(), given.checkpoint)


if __name__ == "__main__":
    main()
