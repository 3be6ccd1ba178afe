"""Whole made-up reports: figures with scope and background, expectations written before the first run."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.casualties.reading import read, written

ATTACK = (
    "Drones kill five in Velmora, officials say\n\n"
    "VELMORA, March 3 - At least five people were killed and 21 wounded when drones struck a market in the frontline "
    "town of Velmora on Sunday, the regional governor said.\n\n"
    "Among the dead were two children aged 6 and 9, governor Mira Velen wrote on a messaging service. Fourteen of the "
    "injured were taken to hospital, three of them in critical condition.\n\n"
    "The army of Bergland denied that its forces had killed civilians and said the strike had hit a barracks, killing "
    "up to 40 soldiers. Arland's general staff said no servicemen had been hurt.\n\n"
    "The market is 12 kilometres from the front. About 30 percent of its 18,000 residents have left since the war "
    "began.\n\n"
    "In January a missile killed 17 people in the same town. More than 9,000 civilians have been killed since the war "
    "began in 2021, according to monitors, who say the real toll could be far higher."
)
ATTACK_FIGURES = (
    "killed 5 u incident",
    "killed 5+ u incident",
    "injured 21 u incident",
    "killed 2 c incident",
    "hospitalised 14 u incident",
    "injured 3 u incident",
    "killed ? c deny incident",
    "killed -40 x incident",
    "injured 0 x incident",
    "killed 17 u background incident",
    "killed 9000+ c running_total",
)
WAR = (
    "Fighting between the army and the Silent Front went into a third day on Tuesday, with both sides reporting heavy "
    "casualties.\n\n"
    "The army said 31 of its soldiers had been killed and more than 100 wounded since Sunday. It claimed to have "
    "killed some 200 rebels and captured 14. A spokesman for the rebels put their own losses at 45 dead and said they "
    "had taken 60 soldiers prisoner.\n\n"
    "Another 12 civilians were killed in Orsk on Monday, bringing the civilian toll to 58, medics said. Thousands have "
    "fled. The figures could not be independently verified.\n\n"
    "The army had earlier said 26 of its men were dead. A previous round of fighting in 2016 left about 300 people "
    "dead."
)
WAR_FIGURES = (
    "unspecified ? u running_total",
    "killed 31 x running_total",
    "injured 100+ x running_total",
    "killed ~200 x running_total",
    "captured 14 x running_total",
    "killed 45 x running_total",
    "captured 60 x running_total",
    "killed 12 c increment",
    "killed 58 c running_total",
    "displaced ? c running_total",
    "killed 26 x running_total",
    "killed ~300 u background running_total",
)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [(ATTACK, date(2024, 3, 3), ATTACK_FIGURES), (WAR, date(2024, 3, 5), WAR_FIGURES)],
    ids=["attack", "war"],
)
def test_figures_of_a_report(text: str, published: date, expected: tuple[str, ...]) -> None:
    assert [f"{written(claim)} {claim.value.scope}" for claim in read(text, published).claims] == list(expected)
