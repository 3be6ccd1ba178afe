from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.evaluate.attributions import count_attributions, summarise_attributions
from sayso.evaluate.measures import Counts
from sayso.extract.attribution import AttributionSpans, Options, find_spans, load_settings
from sayso.extract.attribution.decode import Settings
from sayso.extract.attribution.network import WEIGHTS
from tests.extract.attribution.stubs import stub_network
from tests.shared import SHARED

STUB = Options(settings=Settings(threshold=0.1))
PROSE = st.lists(
    st.sampled_from(
        [
            "said",
            "denied",
            "Ito",
            "the",
            "bridge",
            ",",
            ".",
            "“",
            "”",
            '"',
            "\n\n",
            "\n",
            "that",
            "\0",
            "\ud800",
            "中文",
        ]
    ),
    max_size=60,
).map(" ".join)
FLOORS = {"said": 0.72, "cue": 0.77, "content": 0.75, "exact": 0.56}


def all_spans(found: AttributionSpans) -> list[tuple[int, int]]:
    return [*found.source, *found.cue, *found.content]


def assert_sound(text: str, found: list[AttributionSpans]) -> None:
    taken: set[int] = set()
    for attribution in found:
        assert attribution.cue
        assert attribution.content
        assert 0 <= attribution.confidence <= 1
        for start, end in all_spans(attribution):
            assert 0 <= start < end <= len(text)
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
            assert not re.fullmatch(r"\w\w", text[max(0, start - 1) : start + 1])
            assert not re.fullmatch(r"\w\w", text[end - 1 : end + 1])
            assert taken.isdisjoint(range(start, end))
            taken.update(range(start, end))


@given(st.one_of(st.text(), PROSE))
def test_spans_are_sound_for_any_text(text: str) -> None:
    assert_sound(text, find_spans(text, stub_network(), STUB))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(), PROSE))
def test_spans_of_the_shipped_network_are_sound_for_any_text(text: str) -> None:
    assert_sound(text, find_spans(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0",
        "\ud800",
        "\ud83d said",
        "x" * 1_000_000,
        "said" * 2_000,
        "中" * 50_000,
        "\n" * 10_000,
        "?!" * 3_000,
    ],
    ids=["empty", "space", "nul", "surrogate", "half pair", "one word", "no spaces", "ideographs", "lines", "marks"],
)
def test_odd_texts(text: str) -> None:
    assert_sound(text, find_spans(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Harbour master Lena Orsk said on Friday that two ferries had collided in fog.",
            [("Harbour master Lena Orsk", "that two ferries had collided in fog")],
        ),
        (
            "“We will rebuild the school,” said the deputy mayor of Velmora.",
            [("the deputy mayor of Velmora", "“We will rebuild the school,”")],
        ),
        (
            "According to the Tarsk fire brigade, nine houses burned down.",
            [("the Tarsk fire brigade", "nine houses burned down")],
        ),
        (
            "Miners said one man and a boy were hurt in the blast, while Velmora said that six had died in the fire.",
            [("Miners", "one man and a boy were hurt in the blast"), ("Velmora", "that six had died in the fire")],
        ),
    ],
)
def test_plain_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_spans(text)
    read = [(" ".join(text[s:e] for s, e in f.source), " ".join(text[s:e] for s, e in f.content)) for f in found]
    assert read == expected


def test_a_text_is_read_alike_twice() -> None:
    text = "The coast guard said a boat had sunk. Its owner called the report false."
    assert find_spans(text) == find_spans(text)


def test_import_is_light() -> None:
    heavy = "{'numpy', 'onnxruntime', 'tokenizers'}"
    code = f"import sys, sayso.extract.attribution; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_weights_fit_in_the_package() -> None:
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) < 30_000_000
    assert 0 < load_settings().threshold < 1


@pytest.mark.skipif(not (SHARED / "corpora").is_dir(), reason="the corpora are not there")
def test_no_training_text_ships() -> None:
    shipped = "\n".join(p.read_text(encoding="utf-8", errors="ignore").lower() for p in WEIGHTS.iterdir())
    windows = {
        " ".join(words[i : i + 5])
        for line in (SHARED / "corpora/polnear/train.jsonl").read_text(encoding="utf-8").splitlines()
        for words in [json.loads(line)["text"].lower().split()]
        for i in range(0, len(words) - 5, 5)
    }
    words = re.findall(r"\S+", shipped)
    assert not windows & {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}


@pytest.mark.skipif(not (SHARED / "corpora").is_dir(), reason="the corpora are not there")
def test_score_on_documents_kept_apart() -> None:
    counts = Counts()
    with (SHARED / "corpora/polnear/dev.jsonl").open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines][::6]
    for document in documents:
        found = [
            {"source": f.source or f.shared_source, "cue": f.cue, "content": f.content}
            for f in find_spans(document["text"])
        ]
        counts.update(count_attributions(document["text"], document["attributions"], found))
    result = summarise_attributions(counts)
    assert {name: result[name]["f1"] for name in FLOORS if result[name]["f1"] < FLOORS[name]} == {}
