"""What a shelf of claims knows of each of them."""

from __future__ import annotations

from sayso.reconcile.context import Shelf, by_voice, voice
from tests.factory import a_casualty, a_document


def test_claims_are_found_by_sentence_chain_and_voice() -> None:
    document = a_document("Ten men died and four women died. Ten men died in all.")
    men = a_casualty(document, "Ten men died and")
    women = a_casualty(document, "four women died", value={"low": 4, "high": 4})
    again = a_casualty(document, "Ten men died in all")
    shelf = Shelf(claims=(men, women, again), documents={document.id: document}, repeats={again.id: men.id})
    assert [shelf.sentence_of[claim.id] for claim in shelf.claims] == [0, 0, 1]
    assert shelf.tellings == {men.id: (men, again), women.id: (women,)}
    assert by_voice(shelf.claims) == {voice(men): [men, women, again]}
