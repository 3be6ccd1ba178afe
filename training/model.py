"""The network: an encoder with a cue tagger, and a head that finds each cue's source and content around it."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AttentionInterface, AutoConfig, AutoModel

from sayso.extract.attribution.pairs import DISTANCES, PARAGRAPH_STEPS, TAGS
from sayso.extract.attribution.words import LOOKS

CUE_LABELS = 3  # O, B, I
ROLE_LABELS = 5  # O, B-source, I-source, B-content, I-content


def lean_attention(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None, **options: Any
) -> tuple[Tensor, None]:
    """Plain attention that stays in the narrow number format: on a CPU, memory traffic decides. B x heads x T x d."""
    scores = torch.matmul(query * options["scaling"], key.transpose(-1, -2))
    if attention_mask is not None:
        scores = scores + attention_mask.to(scores.dtype)
    with torch.autocast("cpu", enabled=False):
        weights = torch.softmax(scores, -1)
    return torch.matmul(weights, value).transpose(1, 2).contiguous(), None


AttentionInterface.register("lean", lean_attention)


@dataclass(frozen=True)
class HeadOptions:
    """Width of the span head, words each convolution sees, and dropout."""

    width: int = 96
    kernel: int = 5
    layers: int = 2
    dropout: float = 0.15


@dataclass(frozen=True)
class ModelOptions:
    """The shape of the network.

    `dropped`: layers of the base model that are left out, for speed; `activation`: of the
    others ("gelu" as in the base model, or "relu", which reads a tenth faster); `neurons`: of each feed-forward layer;
    `heads`: of each attention.
    """

    dropped: tuple[int, ...] = (4,)
    activation: str = "relu"
    neurons: int = 1536
    heads: int = 12
    head: HeadOptions = field(default_factory=HeadOptions)

    def write(self, path: Path) -> None:
        """As `model.json` of a training folder."""
        path.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    @staticmethod
    def read(path: Path) -> "ModelOptions":
        """As `model.json` of a training folder has it."""
        values = json.loads(path.read_text(encoding="utf-8"))
        dropped, head = tuple(values.pop("dropped")), HeadOptions(**values.pop("head"))
        return ModelOptions(dropped=dropped, head=head, **values)


@dataclass(frozen=True)
class Rows:
    """The cues of a batch, R in all, sorted by window. `window`: R; the tables: R x W as in `PairTables`."""

    window: Tensor
    pool: Tensor
    near: Tensor
    steps: Tensor
    tags: Tensor


class Reader(nn.Module):
    """Encoder and cue tagger: pieces to word vectors (B x W x D) and cue scores (B x W x 3)."""

    def __init__(self, base: Path, options: ModelOptions) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(base, attn_implementation="lean", attention_probs_dropout_prob=0.0)
        config.hidden_act = options.activation
        self.encoder = AutoModel.from_pretrained(base, config=config, dtype=torch.float32)
        if hasattr(self.encoder, "pooler"):
            self.encoder.pooler = None
        layers = self.encoder.encoder.layer
        self.encoder.encoder.layer = nn.ModuleList(x for i, x in enumerate(layers) if i not in options.dropped)
        for layer in self.encoder.encoder.layer:
            narrow(layer, options)
        # Words the corpus does not have must stay comparable to those it has; it is also a fifth faster.
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        use_cheap_dropout(self.encoder)
        self.looks = nn.Embedding(LOOKS, config.hidden_size)
        nn.init.normal_(self.looks.weight, std=0.01)
        self.dropout = nn.Dropout(0.1)
        self.cue = nn.Linear(config.hidden_size, CUE_LABELS)
        self.width: int = config.hidden_size

    def forward(self, ids: Tensor, looks: Tensor, mask: Tensor | None, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """`ids`, `looks`, `mask`: B x T; `firsts`: B x W places of the words' first pieces."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.looks(looks)
        shut = None if mask is None else (1.0 - mask[:, None, None, :].to(embedded.dtype)) * -10000.0
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=shut).last_hidden_state
        words = torch.gather(hidden, 1, firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return words, self.cue(self.dropout(words))


def narrow(layer: nn.Module, options: ModelOptions) -> None:
    """Keep the first neurons and heads of a layer; which ones to keep is for `training.shrink` to say."""
    attention = layer.attention.self
    attention.num_attention_heads = options.heads
    attention.all_head_size = options.heads * attention.attention_head_size
    for wide in (attention.query, attention.key, attention.value):
        keep_rows(wide, attention.all_head_size)
    keep_columns(layer.attention.output.dense, attention.all_head_size)
    keep_rows(layer.intermediate.dense, options.neurons)
    keep_columns(layer.output.dense, options.neurons)


def keep_rows(layer: nn.Linear, count: int) -> None:
    """The first outputs of a linear layer."""
    layer.weight, layer.bias = nn.Parameter(layer.weight[:count]), nn.Parameter(layer.bias[:count])
    layer.out_features = count


def keep_columns(layer: nn.Linear, count: int) -> None:
    """The first inputs of a linear layer."""
    layer.weight = nn.Parameter(layer.weight[:, :count].contiguous())
    layer.in_features = count


class CheapDropout(nn.Module):
    """Dropout that spends one random byte on an element: the usual one takes a tenth of a step on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.below = round(256 * share)

    def forward(self, x: Tensor) -> Tensor:
        """Any shape."""
        if not self.training or not self.below:
            return x
        noise = torch.empty(x.numel() // 8 + 1, dtype=torch.int64).random_(-(2**63), None)
        kept = (noise.view(torch.uint8)[: x.numel()] >= self.below).view(x.shape)
        return x * (kept.to(x.dtype) * (256 / (256 - self.below)))


def use_cheap_dropout(module: nn.Module) -> None:
    """Replace every dropout below a module."""
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout) and child.p > 0:
            setattr(module, name, CheapDropout(child.p))
        else:
            use_cheap_dropout(child)


class SpanHead(nn.Module):
    """For each cue, scores of the five role labels at every word, and of the cue being one at all."""

    def __init__(self, hidden: int, options: HeadOptions) -> None:
        super().__init__()
        width = options.width
        self.word = nn.Linear(hidden, width)
        self.cue = nn.Linear(hidden, width)
        self.gate = nn.Linear(hidden, width)
        self.near = nn.Embedding(DISTANCES, width)
        self.steps = nn.Embedding(PARAGRAPH_STEPS, width)
        self.tags = nn.Embedding(TAGS, width)
        self.blocks = nn.ModuleList(Block(width, options) for _ in range(options.layers))
        self.norm = nn.LayerNorm(width)
        self.dropout = WholeFeatureDropout(options.dropout)
        self.role = nn.Linear(width, ROLE_LABELS)
        self.real = nn.Sequential(nn.Linear(hidden + width, width), nn.GELU(), nn.Linear(width, 1))

    def forward(self, words: Tensor, valid: Tensor, rows: Rows) -> tuple[Tensor, Tensor]:
        """`words`: B x W x D, `valid`: B x W. Returns roles (R x W x 5) and realness (R)."""
        cue = pooled(words, rows)
        base = self.word(words)[rows.window]
        x = base + self.cue(cue)[:, None] + base * self.gate(cue)[:, None]
        x = x + self.near(rows.near) + self.steps(rows.steps) + self.tags(rows.tags)
        seen = valid[rows.window].unsqueeze(-1).to(x.dtype)
        for block in self.blocks:
            x = block(x, seen, rows.window)
        x = self.norm(x)
        peak = (x * seen).amax(dim=1)
        real = self.real(torch.cat([cue, peak], dim=-1)).squeeze(-1)
        return self.role(self.dropout(x)), real


class WholeFeatureDropout(nn.Module):
    """Drops a feature at all words of a row at once: a fraction of the random numbers, which are slow on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """`x`: R x W x H."""
        if not self.training or not self.share:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.share
        return x * (kept.to(x.dtype) / (1 - self.share))


class Block(nn.Module):
    """Looks along the words (convolution) and across the cues of the window (maximum), so that cues share out words."""

    def __init__(self, width: int, options: HeadOptions) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.along = nn.Conv1d(width, width, options.kernel, padding=options.kernel // 2)
        self.across = nn.Linear(width, width)
        self.out = nn.Linear(width, width)
        self.dropout = WholeFeatureDropout(options.dropout)

    def forward(self, x: Tensor, seen: Tensor, window: Tensor) -> Tensor:
        """`x`: R x W x H; `seen`: R x W x 1; `window`: R."""
        y = self.norm(x) * seen
        along = as_product(self.along, y) if torch.onnx.is_in_onnx_export() else convolved(self.along, y)
        y = nn.functional.gelu(along + strongest(self.across(y), window))
        return x + self.dropout(self.out(y))


def convolved(layer: nn.Conv1d, x: Tensor) -> Tensor:
    """Along the words: R x W x H."""
    result: Tensor = layer(x.transpose(1, 2)).transpose(1, 2)
    return result


def as_product(layer: nn.Conv1d, x: Tensor) -> Tensor:
    """The same as one matrix product over shifted copies, which int8 makes fast; an int8 convolution is slow."""
    width, reach = layer.kernel_size[0], layer.kernel_size[0] // 2
    padded = nn.functional.pad(x, (0, 0, reach, reach))
    shifted = [padded[:, i : i + x.shape[1]] for i in range(width)]
    kernel = layer.weight.permute(2, 1, 0).reshape(width * layer.in_channels, layer.out_channels)
    bias = layer.bias if layer.bias is not None else torch.zeros(layer.out_channels)
    return torch.matmul(torch.cat(shifted, dim=-1), kernel) + bias


def pooled(words: Tensor, rows: Rows) -> Tensor:
    """The mean vector of each cue's words: R x D."""
    if words.shape[0] == 1:
        return torch.matmul(rows.pool, words[0])
    return torch.einsum("rw,rwd->rd", rows.pool, words[rows.window])


def strongest(x: Tensor, window: Tensor) -> Tensor:
    """For every row the maximum over the rows of its window. In an exported graph there is one window only."""
    if torch.onnx.is_in_onnx_export():
        return x.amax(dim=0, keepdim=True)
    counts = torch.bincount(window).tolist()
    parts = [p.amax(dim=0, keepdim=True).expand_as(p) for p in torch.split(x, [c for c in counts if c])]
    return torch.cat(parts)


class AttributionModel(nn.Module):
    """Reader and span head; trained together, exported as two graphs."""

    def __init__(self, base: Path, options: ModelOptions) -> None:
        super().__init__()
        self.options = options
        self.reader = Reader(base, options)
        self.head = SpanHead(self.reader.width, options.head)

    def warm_start(self, state: dict[str, Tensor]) -> None:
        """Take over a finished run: all of it if it has this shape, else the reader less the layers to leave out."""
        if state.keys() == self.state_dict().keys():
            self.load_state_dict(state)
            return
        prefix = "reader.encoder.encoder.layer."
        layers = {int(k.split(".")[4]) for k in state if k.startswith(prefix)}
        places = {old: new for new, old in enumerate(sorted(layers - set(self.options.dropped)))}
        kept: dict[str, Tensor] = {}
        for name, value in state.items():
            if name.startswith(prefix):
                number, rest = name.removeprefix(prefix).split(".", 1)
                if int(number) in places:
                    kept[f"{prefix}{places[int(number)]}.{rest}"] = value
            elif name.startswith("reader."):
                kept[name] = value
        self.reader.load_state_dict({k.removeprefix("reader."): v for k, v in kept.items()})
