"""Judgements inside one report, from claims made by hand: repeats, parts, denials, conflicts, revisions, blame."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import AnyClaim, CasualtyClaim
from sayso.claims.statement import Accusation, Denial
from sayso.model import Claim, Document, Judgement, Party, digest
from sayso.reconcile.report import judge_report
from tests.factory import ORIGIN, a_casualty, a_document, words

GUARD = Party(name="the guard", kind="group", speaks_for="Guard", side="Guard", side_group="Guard")
FRONT = Party(name="the front", kind="group", speaks_for="Front", side="Front", side_group="Front")
MONITOR = Party(name="Harbour Monitor", kind="organisation")


def killed(document: Document, shown: str, number: int | None, source: Party | None, **value: Any) -> CasualtyClaim:
    side = value.pop("side", "Guard")
    known = {key: value.pop(key) for key in ("polarity", "background") if key in value}
    figures = {"low": number, "high": number, "side": side, "side_group": side, "group": "combatant", **value}
    return a_casualty(document, shown, value=figures, source=source, **known)


def statement(document: Document, shown: str, value: Denial | Accusation, source: Party | None) -> AnyClaim:
    evidence = words(document, shown)
    return Claim(id=digest(value.kind, evidence.start), evidence=(evidence,), value=value, origin=ORIGIN, source=source)


def judged(
    document: Document, *claims: Claim[Any], parts: tuple[tuple[str, str], ...] = ()
) -> dict[str, list[Judgement]]:
    found: dict[str, list[Judgement]] = {}
    for judgement in judge_report(document, (), claims, parts):
        found.setdefault(judgement.kind, []).append(judgement)
    return found


def links(judgements: list[Judgement]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(j.subject.claims, j.object.claims) for j in judgements]


class TestRepeats:
    def test_headline_and_body(self) -> None:
        document = a_document("Seven killed at the dam\n\nSeven guards were killed at the dam, the guard said.")
        first = killed(document, "Seven killed", 7, None, group="unknown")
        second = killed(document, "Seven guards were killed", 7, GUARD)
        assert links(judged(document, first, second)["repeats"]) == [((second.id,), (first.id,))]

    def test_a_repeat_may_be_more_specific(self) -> None:
        document = a_document("The guard reported 42 casualties. The guard said that 42 men were killed.")
        first = killed(document, "42 casualties", 42, GUARD, effect="unspecified", group="unknown")
        second = killed(document, "42 men were killed", 42, GUARD)
        assert links(judged(document, first, second)["repeats"]) == [((second.id,), (first.id,))]

    def test_organs_of_one_side_are_one_source(self) -> None:
        document = a_document("The ministry said 16 died. A general said 16 men had been lost.")
        ministry = Party(name="ministry", kind="organisation", speaks_for="Guard", side="Guard", side_group="Guard")
        general = Party(name="General Ott", kind="person", speaks_for="Guard", side="Guard", side_group="Guard")
        first, second = killed(document, "16 died", 16, ministry), killed(document, "16 men had been lost", 16, general)
        assert links(judged(document, first, second)["repeats"]) == [((second.id,), (first.id,))]

    def test_another_side_with_the_same_number_repeats_nothing(self) -> None:
        document = a_document("The guard said five of its men died. The front said five of its men died.")
        first = killed(document, "five of its men died", 5, GUARD)
        second = killed(document, "The front said five of its men died", 5, FRONT, side="Front")
        assert "repeats" not in judged(document, first, second)

    def test_two_people_counted_in_one_sentence_are_two(self) -> None:
        document = a_document("One woman was killed and one woman was killed later, the guard said.")
        first = killed(document, "One woman was killed", 1, GUARD, group="civilian")
        second = killed(document, "one woman was killed later", 1, GUARD, group="civilian")
        assert "repeats" not in judged(document, first, second)

    def test_an_increment_is_no_repeat_of_a_total(self) -> None:
        document = a_document("The guard lost 20 men in all. It said 20 more died overnight.")
        first = killed(document, "20 men", 20, GUARD, scope="running_total")
        second = killed(document, "20 more died", 20, GUARD, scope="increment")
        assert "repeats" not in judged(document, first, second)


class TestDenials:
    TEXT = (
        "The front said it killed 30 guards at the dam. The guard denied the front's figure, saying four guards died."
    )

    def claims(self) -> tuple[Document, CasualtyClaim, CasualtyClaim, AnyClaim]:
        document = a_document(self.TEXT)
        theirs, own = killed(document, "killed 30 guards", 30, FRONT), killed(document, "four guards died", 4, GUARD)
        value = Denial(
            denied=FRONT, denier_words=words(document, "The guard"), object_words=words(document, "the front's figure")
        )
        return document, theirs, own, statement(document, "The guard denied the front's figure", value, GUARD)

    def test_denied_figure_and_the_deniers_own(self) -> None:
        document, theirs, own, denial = self.claims()
        found = judged(document, theirs, own, denial)
        (denies,) = found["denies"]
        assert (denies.subject.claims, denies.object.claims) == ((own.id,), (theirs.id,))
        assert denies.evidence[0].exact == "The guard denied the front's figure"
        assert links(found["conflicts"]) == [((own.id,), (theirs.id,))]

    def test_both_parties_are_named(self) -> None:
        document, theirs, _, denial = self.claims()
        (denies,) = judged(document, theirs, denial)["denies"]
        assert denies.subject.party is not None
        assert denies.subject.party.name == "Guard"
        assert denies.object.party == FRONT

    def test_who_denies_a_harm_means_the_figure_of_that_harm_though_it_counts_bodies(self) -> None:
        document = a_document(
            "The monitor said 13 bodies were found. It said 50 people were missing. The guard denied that clerks died."
        )
        bodies = killed(document, "13 bodies", 13, MONITOR, group="unknown", side="Front")
        missing = killed(
            document, "50 people were missing", 50, MONITOR, effect="missing", group="unknown", side="Front"
        )
        value = Denial(
            of="harm",
            denied=MONITOR,
            targets=("told last",),
            denier_words=words(document, "The guard"),
            object_words=words(document, "that clerks died"),
        )
        denial = statement(document, "The guard denied that clerks died", value, GUARD)
        (denies,) = judged(document, bodies, replace(missing, attribution="told last"), denial)["denies"]
        assert denies.object.claims == (bodies.id,)

    def test_a_denial_without_a_known_other_end_is_no_relation(self) -> None:
        document = a_document("The guard denied it.")
        claim = statement(document, "The guard denied it", Denial(), GUARD)
        assert "denies" not in judged(document, claim)

    def test_the_headline_of_a_denial_is_not_a_second_one(self) -> None:
        document = a_document("Guard denies front's claim\n\nThe guard denied the claim of the front on Monday.")
        first = statement(document, "Guard denies front's claim", Denial(denied=FRONT), GUARD)
        second = statement(document, "The guard denied the claim of the front", Denial(denied=FRONT), GUARD)
        (denies,) = judged(document, first, second)["denies"]
        assert denies.evidence[0].start > 20

    def test_which_one_denies_is_what_its_own_sentence_tells(self) -> None:
        document = a_document(
            "The front said it killed nine guards. The front says that it took the bridge, which the guard denies."
        )
        figure = killed(document, "killed nine guards", 9, FRONT)
        value = Denial(
            denied=FRONT,
            denier_words=words(document, "the guard"),
            object_words=words(document, "which"),
            pointing=True,
        )
        (denies,) = judged(document, figure, statement(document, "which the guard denies", value, GUARD))["denies"]
        assert denies.object.claims == ()
        assert denies.object.party is not None

    def test_losses_are_denied_and_not_that_there_were_none(self) -> None:
        document = a_document(
            "The front said it killed nine guards. Its commander said that it suffered no losses. The guard called the"
            " report propaganda."
        )
        commander = Party(name="Ada Venn", kind="person")
        nine = killed(document, "killed nine guards", 9, FRONT)
        none = replace(killed(document, "suffered no losses", 0, commander, side="Front"), attribution="told")
        value = Denial(denied=commander, targets=("told",), object_words=words(document, "the report"))
        denial = statement(document, "The guard called the report propaganda", value, GUARD)
        (denies,) = judged(document, nine, none, denial)["denies"]
        assert denies.object.claims == (nine.id,)

    def test_a_faction_denies_by_its_own_name_and_an_organs_source_for_its_side(self) -> None:
        document = a_document(
            "An officer of the guard's staff said rebels fired. The brigade's spokesman denied firing."
        )
        rebels = {"speaks_for": "Norland: rebels", "side": "Norland: rebels", "side_group": "Norland: rebels"}
        denier = Party(name="Ada Roe", kind="person", role="brigade spokesman", affiliation="Hill Brigade", **rebels)
        officer = Party(name="officer", kind="unnamed", affiliation="Guard staff", side="Guard", side_group="Guard")
        value = Denial(denied=officer, of="responsibility", object_words=words(document, "firing"))
        (found,) = judged(document, statement(document, "spokesman denied firing", value, denier))["denies"]
        assert found.subject.party is not None
        assert found.object.party is not None
        assert (found.subject.party.name, found.object.party.name) == ("Hill Brigade", "Guard")

    def test_a_harm_denied_is_the_one_told_right_before(self) -> None:
        document = a_document(
            "The front said that three of its men fell. Villagers said that one farmer was shot. The guard denied that"
            " any villager was harmed."
        )
        villagers = Party(name="Villagers", kind="unnamed")
        three = killed(document, "three of its men fell", 3, FRONT, side="Front")
        farmer = killed(document, "one farmer was shot", 1, villagers, side="Guard", group="civilian")
        value = Denial(of="harm", denied=FRONT, object_words=words(document, "that any villager was harmed"))
        denial = statement(document, "The guard denied that any villager was harmed", value, GUARD)
        (denies,) = judged(document, three, farmer, denial)["denies"]
        assert denies.object.claims == (farmer.id,)

    def test_each_figure_named_in_the_denied_words_is_denied(self) -> None:
        document = a_document(
            "The guard denied the front's claim that 13 guards died and two tanks' crews were captured."
        )
        first = killed(document, "13 guards died", 13, FRONT)
        second = killed(document, "two tanks' crews were captured", 2, FRONT, effect="captured")
        inner = words(document, "the front's claim that 13 guards died and two tanks' crews were captured")
        value = Denial(denied=FRONT, object_words=inner)
        claim = statement(document, "The guard denied the front's claim", value, GUARD)
        assert [j.object.claims for j in judged(document, first, second, claim)["denies"]] == [
            (first.id,),
            (second.id,),
        ]

    def test_denied_responsibility_denies_no_figure(self) -> None:
        document = a_document(
            "The front said shells killed six children. The guard denied involvement in the shelling."
        )
        figure = killed(document, "killed six children", 6, FRONT)
        value = Denial(denied=FRONT, of="responsibility", object_words=words(document, "involvement in the shelling"))
        claim = statement(document, "The guard denied involvement in the shelling", value, GUARD)
        (denies,) = judged(document, figure, claim)["denies"]
        assert denies.object.claims == ()

    def test_a_denied_deed_answers_the_harm_that_was_laid_to_the_denier(self) -> None:
        for verb, wanted in (("denied", 1), ("denies", 0)):
            document = a_document(f"A spokesman said the guard shot six farmers. The guard {verb} firing at the farm.")
            spokesman = Party(name="a spokesman", kind="person", speaks_for="Front", side="Front", side_group="Front")
            figure = killed(document, "shot six farmers", 6, spokesman, group="civilian", perpetrator="Guard")
            told = replace(figure, attribution="told first")
            value = Denial(
                denied=FRONT,
                of="responsibility",
                targets=("told first",),
                object_words=words(document, "firing at the farm"),
            )
            claim = statement(document, f"The guard {verb} firing at the farm", value, GUARD)
            (denies,) = judged(document, told, claim)["denies"]
            assert len(denies.object.claims) == wanted

    def test_who_denies_that_the_dead_were_civilians_answers_who_called_them_so(self) -> None:
        document = a_document(
            "The front said it buried nine civilians. Its clinic put the dead at 12. The guard denied that the dead"
            " were civilians."
        )
        nine = killed(document, "buried nine civilians", 9, FRONT, side="Front", group="civilian")
        twelve = killed(document, "put the dead at 12", 12, FRONT, side="Front", group="unknown")
        value = Denial(
            of="harm",
            denied=FRONT,
            targets=("told last",),
            object_words=words(document, "that the dead were civilians"),
        )
        denial = statement(document, "The guard denied that the dead were civilians", value, GUARD)
        (denies,) = judged(document, nine, replace(twelve, attribution="told last"), denial)["denies"]
        assert denies.object.claims == (nine.id,)


class TestConflicts:
    def test_two_sources_and_intervals_that_exclude_each_other(self) -> None:
        document = a_document(
            "The guard said 12 guards died at the dam. The monitor counted 15 guards dead at the dam."
        )
        first = killed(document, "12 guards died", 12, GUARD, place="the dam", scope="incident")
        second = killed(document, "15 guards dead", 15, MONITOR, place="the dam", scope="incident")
        assert links(judged(document, first, second)["conflicts"]) == [((second.id,), (first.id,))]

    def test_intervals_that_can_both_hold_do_not_conflict(self) -> None:
        document = a_document("The guard said 12 guards died at the dam. The monitor counted at least 10 guards dead.")
        first = killed(document, "12 guards died", 12, GUARD, scope="incident")
        second = killed(
            document, "at least 10 guards dead", 10, MONITOR, high=None, modality="at_least", scope="incident"
        )
        assert "conflicts" not in judged(document, first, second)

    def test_no_loss_answers_the_nearest_telling_of_a_count_of_that_side(self) -> None:
        document = a_document(
            "The front said 14 guards died. Two allies fell. A storm came. The guard said none died."
            " Hill Brigade said again that 14 guards were killed."
        )
        brigade = Party(name="brigade", kind="group", speaks_for="Front", side="Front", side_group="Front")
        first = killed(document, "14 guards died", 14, FRONT, posture="enemy_loss")
        ally = killed(document, "Two allies fell", 2, MONITOR, side="Ally", side_group="Guard")
        none = killed(document, "none died", 0, GUARD, posture="own_loss")
        again = killed(document, "14 guards were killed", 14, brigade, posture="enemy_loss")
        assert links(judged(document, first, ally, none, again)["conflicts"]) == [((none.id,), (again.id,))]

    def test_differing_figures_are_of_one_sides_fighters(self) -> None:
        document = a_document(
            "They gave conflicting figures. Six men died, the guard said. Nine men fell, the front said."
        )
        six = killed(document, "Six men died", 6, GUARD, posture="own_loss")
        nine = killed(document, "Nine men fell", 9, FRONT, side="Front", posture="own_loss")
        assert "conflicts" not in judged(document, six, nine)

    def test_who_denies_hitting_civilians_calls_them_fighters_and_not_soldiers(self) -> None:
        for fighters, wanted in (("gunmen", 1), ("soldiers", 0)):
            document = a_document(
                f"The front said nine farmers died. The guard denied hitting a farm. It said it killed six {fighters}."
            )
            nine = killed(document, "nine farmers died", 9, FRONT, side="Front", group="civilian", posture="own_loss")
            six = killed(document, f"killed six {fighters}", 6, GUARD, side="Front", posture="enemy_loss")
            value = Denial(denied=FRONT, of="responsibility", object_words=words(document, "hitting a farm"))
            denial = statement(document, "The guard denied hitting a farm", value, GUARD)
            assert len(judged(document, nine, six, denial).get("conflicts", [])) == wanted

    def test_about_a_number_meets_its_neighbours(self) -> None:
        document = a_document("The guard said about 50 guards died. The monitor counted 53 guards dead.")
        first = killed(document, "about 50 guards died", 50, GUARD, modality="about", scope="incident")
        second = killed(document, "53 guards dead", 53, MONITOR, scope="incident")
        assert "conflicts" not in judged(document, first, second)

    def test_other_places_sides_and_groups_do_not_conflict(self) -> None:
        document = a_document(
            "Guard: 5 died at Olm. Monitor: 7 died at Ark. Monitor: 9 front men died. Monitor: 8 villagers died."
        )
        claims = (
            killed(document, "5 died", 5, GUARD, place="Olm"),
            killed(document, "7 died", 7, MONITOR, place="Ark"),
            killed(document, "9 front men died", 9, MONITOR, side="Front", place="Olm"),
            killed(document, "8 villagers died", 8, MONITOR, group="civilian", place="Olm"),
        )
        assert "conflicts" not in judged(document, *claims)

    def test_one_voice_never_conflicts_with_itself(self) -> None:
        document = a_document("The guard said 12 guards died. The guard said 15 guards died.")
        first = killed(document, "12 guards died", 12, GUARD, scope="incident")
        second = killed(document, "15 guards died", 15, GUARD, scope="incident")
        assert "conflicts" not in judged(document, first, second)

    def test_a_figure_told_twice_conflicts_once(self) -> None:
        document = a_document("12 killed\n\nThe guard said 12 guards died. The monitor counted 15 dead guards.")
        claims = (
            killed(document, "12 killed", 12, None, scope="incident"),
            killed(document, "12 guards died", 12, GUARD, scope="incident"),
            killed(document, "15 dead guards", 15, MONITOR, scope="incident"),
        )
        assert len(judged(document, *claims)["conflicts"]) == 1

    def test_what_the_text_calls_earlier_is_revised(self) -> None:
        document = a_document("The guard put its dead at 19. Earlier, it had reported 14 dead.")
        new, old = killed(document, "its dead at 19", 19, GUARD), killed(document, "14 dead", 14, GUARD)
        found = judged(document, new, old)
        assert links(found["revises"]) == [((new.id,), (old.id,))]
        assert "conflicts" not in found

    def test_of_several_later_figures_the_highest_takes_the_place_of_the_earlier(self) -> None:
        text = "The guard put its dead at 19, and four died today. Earlier it had given a toll of 14 dead."
        document = a_document(text)
        new, day, old = (
            killed(document, shown, number, GUARD)
            for shown, number in (("its dead at 19", 19), ("four died today", 4), ("14 dead", 14))
        )
        assert links(judged(document, new, day, old)["revises"]) == [((new.id,), (old.id,))]

    def test_what_two_voices_tell_is_no_revision(self) -> None:
        document = a_document("The guard put its dead at 19. Earlier, the monitor had reported 14 dead.")
        new, old = killed(document, "its dead at 19", 19, GUARD), killed(document, "14 dead", 14, MONITOR)
        assert "revises" not in judged(document, new, old)

    def test_background_is_not_set_against_the_news(self) -> None:
        document = a_document("The guard said 12 guards died. In the last war the monitor counted 15 guards dead.")
        first = killed(document, "12 guards died", 12, GUARD, scope="incident")
        second = killed(document, "15 guards dead", 15, MONITOR, scope="incident", background=True)
        assert "conflicts" not in judged(document, first, second)

    def test_another_account_by_an_organ_of_the_same_side(self) -> None:
        document = a_document(
            "An official said 12 guards died. The command gave a different account. It said that seven guards died."
        )
        official = Party(name="an official", kind="unnamed", speaks_for="Guard", side="Guard", side_group="Guard")
        command = Party(name="the command", kind="organisation", speaks_for="Guard", side="Guard", side_group="Guard")
        twelve = killed(document, "12 guards died", 12, official, scope="incident")
        seven = killed(document, "seven guards died", 7, command, scope="incident")
        assert links(judged(document, twelve, seven)["conflicts"]) == [((seven.id,), (twelve.id,))]

    def test_another_account_tells_of_other_dead(self) -> None:
        for verb, wanted in (("gave a very different", 1), ("heard of that", 0)):
            document = a_document(f"The monitor said nine farmers died. The guard {verb} account: six gunmen died.")
            nine = killed(document, "nine farmers died", 9, MONITOR, side="Vale", group="civilian", scope="incident")
            six = killed(document, "six gunmen died", 6, GUARD, side="Front", scope="incident")
            assert len(judged(document, nine, six).get("conflicts", [])) == wanted

    def test_a_toll_that_names_its_place_answers_what_was_told_of_it(self) -> None:
        document = a_document(
            "The front said nine people died in Aldra. It said four people died in Belmora."
            " The monitor put the number of dead in Belmora at three."
        )
        bare = {"group": "unknown", "scope": "incident"}
        nine, four = (
            killed(document, shown, number, FRONT, place=place, **bare)
            for shown, number, place in (("nine people died", 9, "Aldra"), ("four people died", 4, "Belmora"))
        )
        three = killed(document, "the number of dead in Belmora at three", 3, MONITOR, place="Belmora", **bare)
        assert links(judged(document, nine, four, three)["conflicts"]) == [((three.id,), (four.id,))]

    def test_what_a_denier_tells_of_another_event_answers_nothing(self) -> None:
        for opening, wanted in (("There", 1), ("Elsewhere", 0)):
            document = a_document(f"The front said 30 guards fell. The guard denied it. {opening}, four guards fell.")
            theirs = killed(document, "30 guards fell", 30, FRONT, posture="enemy_loss", scope="running_total")
            own = killed(document, "four guards fell", 4, GUARD, posture="own_loss", scope="incident")
            value = Denial(denied=FRONT, object_words=words(document, "it"), denier_words=words(document, "The guard"))
            denial = statement(document, "The guard denied it", value, GUARD)
            assert len(judged(document, theirs, own, denial).get("conflicts", [])) == wanted

    def test_no_soldiers_lost_answers_no_count_of_people(self) -> None:
        for posture, wanted in (("enemy_loss", 1), ("affiliated", 0)):
            document = a_document("The clinic said that nine people died. The guard said that none of its men died.")
            nine = killed(document, "nine people died", 9, FRONT, group="unknown", posture=posture)
            none = killed(document, "none of its men died", 0, GUARD, posture="own_loss")
            assert len(judged(document, nine, none).get("conflicts", [])) == wanted

    def test_no_other_losses_are_not_none(self) -> None:
        document = a_document("The front said nine guards died. The guard said there were no other losses.")
        nine = killed(document, "nine guards died", 9, FRONT, posture="enemy_loss")
        none = killed(document, "no other losses", 0, GUARD, posture="own_loss")
        assert "conflicts" not in judged(document, nine, none)

    def test_what_a_source_tells_stands_for_what_the_report_tells(self) -> None:
        document = a_document(
            "A raid killed three guards. The guard mourned three guards. The front said five guards died."
        )
        told = {"scope": "incident", "place": "the dam"}
        report = killed(document, "killed three guards", 3, None, **told)
        own = killed(document, "mourned three guards", 3, GUARD, **told | {"scope": "running_total"})
        five = killed(document, "five guards died", 5, FRONT, posture="enemy_loss", **told)
        assert links(judged(document, report, own, five)["conflicts"]) == [((five.id,), (own.id,))]

    def test_what_was_answered_before_it_was_given_up_stays_answered(self) -> None:
        document = a_document(
            "The guard said that 25 men died. The monitor said that eight men died."
            " The guard later lowered the toll to 19."
        )
        told = {"scope": "incident", "place": "the dam"}
        first, second, third = (
            killed(document, shown, number, source, **told)
            for shown, number, source in (
                ("25 men died", 25, GUARD),
                ("eight men died", 8, MONITOR),
                ("the toll to 19", 19, GUARD),
            )
        )
        assert ((second.id,), (first.id,)) in links(judged(document, first, second, third)["conflicts"])


class TestBlames:
    def test_said_outright_once_for_words_printed_twice(self) -> None:
        document = a_document("Both sides blame each other.\n\nShots were fired. Both sides blame each other.")
        text = document.text
        value = Accusation(mutual=True, accused=FRONT)
        second = Claim(
            id="second",
            evidence=(document.evidence(text.rindex("Both"), len(text) - 1),),
            value=value,
            origin=ORIGIN,
            source=GUARD,
        )
        first = statement(document, "Both sides blame each other", value, GUARD)
        (blame,) = judged(document, first, second)["blames"]
        assert blame.evidence[0].start == 0

    def test_a_headline_that_the_body_spells_out_counts_once(self) -> None:
        document = a_document("Sides trade blame\n\nThe guard and the front accused each other of burning a mill.")
        value = Accusation(mutual=True, accused=FRONT)
        headline = statement(document, "Sides trade blame", value, GUARD)
        body = statement(document, "The guard and the front accused each other", value, GUARD)
        (blame,) = judged(document, headline, body)["blames"]
        assert blame.evidence[0].exact.startswith("The guard")
        assert "blames" in judged(document, headline)

    def test_habitual_blame_is_about_no_one_act(self) -> None:
        document = a_document("The two sides routinely accuse each other.")
        value = Accusation(mutual=True, habitual=True)
        claim = statement(document, "The two sides routinely accuse each other", value, None)
        assert "blames" not in judged(document, claim)

    def test_reported_acts_that_answer_each_other(self) -> None:
        document = a_document(
            "The guard said the front had shelled a mill. The front, in turn, said the guard had attacked."
        )
        one = Accusation(accused=FRONT, implicit=True)
        two = Accusation(accused=GUARD, implicit=True, answering=True)
        first = statement(document, "The guard said the front had shelled a mill", one, GUARD)
        second = statement(document, "The front, in turn, said the guard had attacked", two, FRONT)
        (blame,) = judged(document, first, second)["blames"]
        assert blame.evidence[0].exact == document.text[:-1]

    def test_reported_acts_far_apart_are_no_mutual_blame(self) -> None:
        filler = "The day was quiet. " * 40
        document = a_document(
            f"The guard said the front had shelled a mill. {filler}The front said the guard had attacked."
        )
        first = statement(
            document, "The guard said the front had shelled a mill", Accusation(accused=FRONT, implicit=True), GUARD
        )
        second = statement(
            document, "The front said the guard had attacked", Accusation(accused=GUARD, implicit=True), FRONT
        )
        assert "blames" not in judged(document, first, second)

    def test_a_denial_with_an_accusation_in_turn(self) -> None:
        document = a_document("The guard denies using mines and has in turn accused the front of laying them.")
        denial = statement(document, "The guard denies using mines", Denial(denied=MONITOR, of="responsibility"), GUARD)
        charge = statement(document, "has in turn accused the front", Accusation(accused=FRONT, answering=True), GUARD)
        assert len(judged(document, denial, charge)["blames"]) == 1


class TestWholeReport:
    def test_parts_become_judgements(self) -> None:
        document = a_document("Twenty people died, among them three children.")
        whole = killed(document, "Twenty people died", 20, None, group="unknown")
        part = killed(document, "three children", 3, None, group="civilian")
        found = judged(document, whole, part, parts=((part.id, whole.id), ("gone", whole.id)))
        assert links(found["part_of"]) == [((part.id,), (whole.id,))]

    def test_a_stated_sum(self) -> None:
        document = a_document("Five soldiers died, two of the guard and three of the front.")
        total = killed(document, "Five soldiers died", 5, None, side="both")
        first = killed(document, "two of the guard", 2, None)
        second = killed(document, "three of the front", 3, None, side="Front")
        (found,) = judged(document, total, first, second)["sums"]
        assert (found.subject.claims, sorted(found.object.claims)) == ((total.id,), sorted((first.id, second.id)))

    def test_no_claims_no_judgements(self) -> None:
        assert judge_report(a_document("Nothing happened."), (), ()) == ()

    @given(st.permutations(range(4)))
    def test_the_order_of_claims_does_not_matter(self, order: list[int]) -> None:
        document, theirs, own, denial = TestDenials().claims()
        other = killed(document, "killed 30", 30, None)
        claims: tuple[Claim[Any], ...] = (theirs, own, denial, other)
        reference = judge_report(document, (), claims)
        assert judge_report(document, (), [claims[i] for i in order]) == reference
