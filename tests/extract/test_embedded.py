"""A harm that another party claims inside a denial is that party's."""

from __future__ import annotations

from sayso.extract.embedded import split_embedded
from sayso.extract.frame import Draft, Frame, Span, Spans


def _spans(text: str, *words: str) -> Spans:
    return tuple(_span(text, w) for w in words)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def _told(text: str, source: str, cue: str, content: str) -> list[tuple[str, str, str]]:
    draft = Draft(source=_spans(text, source), cue=_spans(text, cue), content=_spans(text, content))
    parts = split_embedded(Frame.of(text), [draft])
    return [tuple(" ".join(text[slice(*s)] for s in part) for part in (d.source, d.cue, d.content)) for d in parts]  # type: ignore[misc]


def test_the_claim_inside_a_denial() -> None:
    text = "Norland denied the rebels' claim that nine soldiers were killed."
    assert _told(text, "Norland", "denied", text[15:-1])[1] == (
        "rebels",
        "claim",
        "that nine soldiers were killed",
    )


def test_a_claim_that_the_encoder_has_cut_inside_the_claimant_goes_on() -> None:
    text = "Norland rejected a claim by Suthland's army that it had killed four soldiers, and said it had lost one."
    assert _told(text, "Norland", "rejected", "a claim by Suthland")[1] == (
        "Suthland's army",
        "claim",
        "that it had killed four soldiers",
    )


def test_what_media_report_is_told_by_them() -> None:
    text = "Norland dismissed as a lie a report on Suthlandic channels that nine soldiers had died."
    assert _told(text, "Norland", "dismissed as", text[21:-1])[1] == (
        "Suthlandic channels",
        "report",
        "that nine soldiers had died",
    )


def test_messages_about_dead_are_whose_they_are() -> None:
    text = "The ministry said: “The messages of Norlandic channels about eight killed men are disinformation.”"
    assert _told(text, "The ministry", "said", text[18:])[1] == (
        "Norlandic channels",
        "messages",
        "about eight killed men",
    )
