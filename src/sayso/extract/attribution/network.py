"""The two graphs of the network on onnxruntime: the reader (word vectors and cue scores) and the span head.

Heavy libraries are imported when the first text is read, never on import of the package.
"""

from dataclasses import dataclass, field
from functools import lru_cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.extract.attribution.pairs import PairTables
from sayso.extract.attribution.windows import Inputs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True)
class Network:
    """Tokenizer and sessions, and the pieces of words met before."""

    tokenizer: "Tokenizer"
    reader: Any
    head: Any
    pieces: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    def read(self, inputs: Inputs) -> "tuple[NDArray[np.float32], NDArray[np.float32]]":
        """Word vectors (W x D) and cue probabilities (W x 3: none, begin, inside) of one window."""
        import numpy as np

        feed = {"ids": inputs.ids, "looks": inputs.looks, "firsts": inputs.firsts}
        vectors, scores = self.reader.run(None, {k: np.asarray([v], dtype=np.int64) for k, v in feed.items()})
        return vectors[0], softmax(scores[0])

    def roles(
        self, vectors: "NDArray[np.float32]", tables: PairTables
    ) -> "tuple[NDArray[np.float32], NDArray[np.float32]]":
        """Role probabilities (C x W x 5) and the chance that each cue is one (C)."""
        import numpy as np

        feed = {"pool": tables.pool, "near": tables.near, "steps": tables.steps, "tags": tables.tags}
        scores, real = self.head.run(None, {"words": vectors, **feed})
        return softmax(scores), 1 / (1 + np.exp(-real))


def softmax(scores: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Probabilities along the last axis, which is short: its columns are added one by one, some ten times as fast."""
    import numpy as np

    columns = [scores[..., k] for k in range(scores.shape[-1])]
    powers = np.exp(scores - reduce(np.maximum, columns)[..., None])
    result: NDArray[np.float32] = powers / reduce(np.add, (powers[..., k] for k in range(len(columns))))[..., None]
    return result


@lru_cache(maxsize=4)
def load_network(folder: Path = WEIGHTS, threads: int = 1) -> Network:
    """Load the graphs and the tokenizer of a folder, once."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3

    def session(name: str) -> Any:
        # The fused operator is slower on a CPU than addition and normalisation apart: an eighth of the whole time.
        apart = ["SkipLayerNormFusion"]
        providers = ["CPUExecutionProvider"]
        return onnxruntime.InferenceSession(str(folder / name), options, providers=providers, disabled_optimizers=apart)

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Network(tokenizer, session("reader.onnx"), session("head.onnx"))
