"""Which count the words call the earlier, and what took its place, from claims made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.claims import CasualtyClaim
from sayso.model import Document, Party
from sayso.reconcile.near import Page
from sayso.reconcile.relations_revisions import find_revisions
from tests.factory import a_casualty, a_document

MINISTRY = Party(name="the ministry", kind="organisation")
CLINIC = Party(name="the clinic", kind="organisation")


def dead(document: Document, shown: str, number: int, source: Party | None = MINISTRY, **value: Any) -> CasualtyClaim:
    told = {"low": number, "high": number, "side": "Guard", "side_group": "Guard", "group": "unknown"}
    return a_casualty(document, shown, value=told | value, source=source)


def revised(document: Document, *figures: CasualtyClaim) -> list[tuple[int | None, int | None]]:
    """The numbers of each revision, the newer first."""
    by_id = {figure.id: figure.value.low for figure in figures}
    found = find_revisions(Page(document), figures, set())
    return [(by_id[j.subject.claims[0]], by_id[j.object.claims[0]]) for j in found]


@pytest.mark.parametrize(
    "later",
    [
        "The ministry had earlier given a toll of 16 dead.",
        "The ministry had given the number as 16 dead on Monday.",
        "This raised a toll of 16 dead.",
        "The ministry had told local media earlier that 16 dead were found.",
        "A day earlier the ministry had spoken of at least 16 dead.",
    ],
)
def test_words_that_call_a_count_the_earlier(later: str) -> None:
    document = a_document(f"The ministry said that 20 people died. {later}")
    assert revised(document, dead(document, "20 people", 20), dead(document, "16 dead", 16)) == [(20, 16)]


def test_an_earlier_count_without_a_source_refers_back() -> None:
    document = a_document("The ministry said that 20 people died. The toll had earlier been given as 16 dead.")
    assert revised(document, dead(document, "20 people", 20), dead(document, "16 dead", 16, None)) == [(20, 16)]
    document = a_document("The toll had earlier been given as 16 dead. The clinic said that 20 people died.")
    assert revised(document, dead(document, "16 dead", 16, None), dead(document, "20 people", 20, CLINIC)) == []


def test_a_side_read_into_a_bare_count_tells_nothing() -> None:
    document = a_document("The ministry said that 20 of its men died. It had earlier given a toll of 16 dead.")
    men = dead(document, "20 of its men", 20, group="combatant")
    front: dict[str, Any] = {"side": "Front", "side_group": "Front"}
    assert revised(document, men, dead(document, "16 dead", 16, **front)) == [(20, 16)]
    assert revised(document, men, dead(document, "16 dead", 16, **front, group="combatant")) == []


def test_what_a_count_was_raised_to_comes_before_its_other_tellings() -> None:
    document = a_document(
        "The ministry said that 20 people died.\n\nIt first reported three dead and later raised the toll to 20 dead."
    )
    number = document.evidence(document.text.rindex("20"), document.text.rindex("20") + 2)
    figures = (
        dead(document, "20 people", 20),
        dead(document, "three dead", 3),
        a_casualty(document, "toll to 20 dead", value={"low": 20, "high": 20, "number": number}, source=MINISTRY),
    )
    found = list(find_revisions(Page(document), figures, set()))
    assert [(j.subject.claims, j.object.claims) for j in found][:1] == [((figures[2].id,), (figures[1].id,))]


def test_of_two_groups_the_count_of_the_same_takes_the_place() -> None:
    document = a_document(
        "The ministry said that 18 people died, seven soldiers among them. It had earlier put dead soldiers at five."
    )
    figures = (
        dead(document, "18 people", 18),
        dead(document, "seven soldiers", 7, group="combatant"),
        dead(document, "dead soldiers at five", 5, group="combatant"),
    )
    assert revised(document, *figures) == [(7, 5)]


@pytest.mark.parametrize(("scope", "found"), [("incident", []), ("running_total", [(3, 14)])])
def test_one_fights_count_below_a_total_is_no_revision_of_it(scope: str, found: list[tuple[int, int]]) -> None:
    document = a_document("The ministry said that three men died on Monday. On Sunday it had put its dead at 14 dead.")
    three = dead(document, "three men", 3, scope=scope)
    assert revised(document, three, dead(document, "14 dead", 14, scope="running_total")) == found


@pytest.mark.parametrize(
    "later", ["A second statement put it at 27 dead.", "The ministry later specified that 27 dead were found."]
)
def test_what_one_source_says_anew(later: str) -> None:
    document = a_document(f"The ministry said that 40 people died. {later}")
    assert revised(document, dead(document, "40 people", 40), dead(document, "27 dead", 27)) == [(27, 40)]
