"""Short reports of our own, with invented people, and the relations between figures that a careful reader finds.

Expectations were written before the first run. `unmet` says what is still wrong, and why.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Lower bounds of the figures at both ends, in either order.
Ends = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report and what stands how to what in it."""

    name: str
    text: str
    conflicts: tuple[Ends, ...] = ()
    #: How many denials have both parties known.
    denies: int = 0
    #: Figures that are told a second time.
    repeats: tuple[int, ...] = ()
    blames: int = 0
    #: Total and parts.
    sums: tuple[tuple[int, tuple[int, ...]], ...] = ()
    unmet: str | None = None


REPORTS = (
    Told(
        name="two-counts",
        text=(
            "Somalia's army said 12 soldiers were killed in the raid on the base near Barawe on"
            " Monday.\n\nAl-Shabaab spokesman Abdi Warsan said its fighters killed 31 soldiers there."
        ),
        conflicts=((12, 31),),
    ),
    Told(
        name="denied-figure",
        text=(
            "Pakistan's army said it killed nine Indian soldiers along the Line of Control on"
            " Tuesday.\n\nIndia's defence ministry denied the claim and said two soldiers were wounded."
        ),
        denies=1,
    ),
    Told(
        name="only",
        text=(
            "The Taliban said they killed 60 Afghan soldiers in Baghlan on Friday. Afghan defence ministry"
            " spokesman Farid Omarkhel rejected the claim, saying only eight soldiers were killed."
        ),
        denies=1,
        conflicts=((60, 8),),
    ),
    Told(
        name="headline",
        text=(
            "Fourteen killed in market blast in Mogadishu\n\nAt least 14 people were killed when a bomb went"
            " off in a market in Mogadishu on Sunday, police said."
        ),
        repeats=(14,),
    ),
    Told(
        name="organs-of-one-side",
        text=(
            "Armenia's defence ministry said on Monday that 16 of its soldiers had been killed.\n\nDefence"
            " ministry spokeswoman Ani Sarkisova later said that the 16 soldiers were killed near Martuni."
        ),
        repeats=(16,),
    ),
    Told(
        name="earlier-toll",
        text=(
            "The death toll from Saturday's bombing in Baghdad rose to 27, police said. An earlier toll had"
            " put the number of dead at 19."
        ),
        conflicts=((27, 19),),
    ),
    Told(
        name="different-tolls",
        text=(
            "An air strike hit a school near Idlib on Wednesday. Sources gave different tolls: the Syrian"
            " Observatory for Human Rights said 22 people were killed, while the White Helmets said 17"
            " people were killed."
        ),
        conflicts=((22, 17),),
    ),
    Told(
        name="each-other",
        text=(
            "Armenia and Azerbaijan accused each other of breaking the ceasefire on Friday. Armenia said two"
            " of its soldiers were killed. Azerbaijan said one of its soldiers was wounded."
        ),
        blames=1,
    ),
    Told(
        name="answering-acts",
        text=(
            "Armenia said Azerbaijani troops had opened fire on its positions near Goris. Azerbaijan, in"
            " turn, said that Armenian forces had shelled the town of Lachin."
        ),
        blames=1,
    ),
    Told(
        name="two-places",
        text=(
            "Ukraine said five civilians were killed in Kherson on Monday. Russia said eight civilians were"
            " killed in Belgorod on Monday."
        ),
    ),
    Told(
        name="two-days",
        text=(
            "Israel said three soldiers were killed in Gaza on Monday. On Thursday the Israeli army said six"
            " soldiers were killed in Gaza."
        ),
    ),
    Told(
        name="own-and-enemy",
        text=(
            "India said it lost four soldiers in Tuesday's firefight in Kupwara and killed seven Pakistani"
            " soldiers. Pakistan said none of its soldiers was killed."
        ),
        conflicts=((7, 0),),
    ),
    Told(
        name="stated-sum",
        text=(
            "Nine soldiers were killed in the clash on Sunday, five from India and four from Pakistan, officials said."
        ),
        sums=((9, (5, 4)),),
    ),
    Told(
        name="headline-sum",
        text=(
            "Karabakh fighting kills at least 23\n\nArmenia's defence ministry said on Tuesday that 15 of"
            " its soldiers had been killed. Azerbaijan's defence ministry said on Tuesday that eight of its"
            " soldiers had been killed."
        ),
        sums=((23, (15, 8)),),
    ),
    Told(
        name="vague-is-no-conflict",
        text=(
            "The Tamil Tigers said dozens of soldiers were killed at the camp. Sri Lanka's military said 14"
            " soldiers were killed at the camp."
        ),
    ),
    Told(
        name="bounds-meet",
        text=(
            "Police said at least 20 people were killed in the church in Jolo. The governor said 22 people"
            " were killed in the church."
        ),
    ),
    Told(
        name="routine",
        text=(
            "India and Pakistan routinely accuse each other of violating the truce. Three soldiers were"
            " wounded on Monday."
        ),
    ),
    Told(
        name="denied-involvement",
        text=(
            "The White Helmets blamed Russia for a strike that killed six patients in Maarat. Russia denied"
            " any involvement."
        ),
        denies=1,
    ),
    Told(
        name="rumours",
        text=(
            "Al-Shabaab said its fighters killed 50 Kenyan soldiers. Kenyan military spokesman Paul Kirui"
            " said the reports were false."
        ),
        denies=1,
    ),
    Told(
        name="children-apart",
        text=(
            "The United Nations said 30 people were killed in Hodeidah on Monday, among them 11 children."
            " The Houthis said 30 people were killed, including 14 children."
        ),
        conflicts=((11, 14),),
    ),
    Told(
        name="observatory-and-state-media",
        text=(
            "Syrian state media said nine people were killed when rockets hit a market in Aleppo on Friday."
            " The Syrian Observatory for Human Rights said 13 people were killed in the market."
        ),
        conflicts=((9, 13),),
    ),
    Told(
        name="war-total-and-incident",
        text=(
            "A bomb killed six people in Kabul on Monday, police said. The United Nations says 1,600"
            " civilians have been killed in Afghanistan this year."
        ),
    ),
    Told(
        name="rebels-and-army-both-losses",
        text=(
            "The Philippine army said it lost two soldiers and killed 12 rebels in a clash in Samar on"
            " Sunday. The New People's Army said three of its fighters and nine soldiers were killed in the"
            " clash."
        ),
        conflicts=((2, 9), (3, 12)),
    ),
    Told(
        name="injured-and-killed-do-not-mix",
        text=(
            "The mayor said four people were killed in the blast in Quetta on Tuesday. A hospital official"
            " said 17 people were wounded."
        ),
    ),
    Told(
        name="increment",
        text=(
            "Ukraine's military said 11 soldiers were killed near Avdiivka on Friday. On Saturday it said"
            " another three soldiers were killed there. Russia said nothing of its losses."
        ),
    ),
    Told(
        name="civilians-and-fighters",
        text=(
            "Israel's army said it killed eight gunmen in Jenin on Thursday. The Palestinian health ministry"
            " said five civilians were killed in Jenin on Thursday."
        ),
    ),
    Told(
        name="three-counts",
        text=(
            "Police said 21 people were killed in the attack on the hotel in Bamako on Friday. The"
            " governor's office said 27 people were killed. A doctor at the hospital said 19 people were"
            " killed in the attack."
        ),
        conflicts=((21, 27), (19, 21), (19, 27)),
    ),
    Told(
        name="put-the-toll",
        text=(
            "Fourteen people were killed when shells hit a queue in Donetsk on Sunday, Russian-installed"
            " officials said. Ukraine put the toll at six."
        ),
        conflicts=((14, 6),),
    ),
    Told(
        name="revised-up",
        text=(
            "Turkey's interior ministry said 44 people were killed in the airport attack, up from an earlier"
            " figure of 41."
        ),
        conflicts=((44, 41),),
    ),
    Told(
        name="up-to",
        text=(
            "The Pentagon said up to 30 militants were killed in the strike on Friday. Al-Shabaab said 12 of"
            " its fighters were killed in the strike."
        ),
    ),
    Told(
        name="none-on-our-side",
        text=(
            "The Houthis said they killed 20 Saudi soldiers in a raid near Najran on Saturday. Saudi Arabia"
            " said none of its soldiers was killed in the raid."
        ),
        conflicts=((20, 0),),
    ),
    Told(
        name="last-year",
        text=(
            "Boko Haram killed 16 farmers near Bama on Monday, residents said. In an attack on the same"
            " village last year officials said 23 farmers were killed."
        ),
    ),
    Told(
        name="children-among-dead",
        text=(
            "The health ministry in Gaza said 32 people, including nine children, were killed in an air"
            " strike on Rafah on Sunday. The United Nations said 12 children were killed in the strike."
        ),
        conflicts=((9, 12),),
    ),
    Told(
        name="downplayed",
        text=(
            "Al-Shabaab said its men killed 57 Ugandan soldiers at the base. President Okello said on Sunday"
            " that 21 Ugandan soldiers died there."
        ),
        conflicts=((57, 21),),
    ),
    Told(
        name="agree",
        text=(
            "Armenia said four of its soldiers were killed near Jermuk on Tuesday. Azerbaijan also said that"
            " four Armenian soldiers were killed there."
        ),
    ),
    Told(
        name="denies-deaths",
        text=(
            "Indian television said 10 Chinese soldiers had been killed in the river valley. China's foreign"
            " ministry denied that any of its soldiers had died."
        ),
        denies=1,
    ),
    Told(
        name="same-source-two-numbers",
        text=(
            "The Observatory said 18 rebels were killed in Idlib on Monday. It said 11 soldiers were killed"
            " in Hama on Monday."
        ),
    ),
    Told(
        name="accusations-crossed",
        text=(
            "India accused Pakistan of firing mortars at a village in Poonch on Wednesday. Pakistan, for its"
            " part, accused India of starting the exchange."
        ),
        blames=1,
    ),
    Told(
        name="accusations-about-different-things",
        text=(
            "Ethiopia accused Eritrea of arming bandits in 2010. On Sunday, Eritrea's information minister,"
            " Yonas Tekle, opened a dam. Years later Eritrea accused Ethiopia of jailing two fishermen."
        ),
    ),
    Told(
        name="blame-for-one-attack",
        text=(
            "The Syrian government and rebels traded blame for the shelling of the bus station, in which 16"
            " people were killed."
        ),
        blames=1,
    ),
    Told(
        name="counted-again",
        text=(
            "Fighting between Fatah and Islamists shook the camp for a fifth day.\n\nAt least 15 people were killed"
            " since Thursday, the Red Crescent said. UNRWA, the relief agency, counted 11 dead."
        ),
        conflicts=((11, 15),),
    ),
    Told(
        name="counted-more",
        text=(
            "Fighting between Fatah and Islamists shook the camp for a fifth day.\n\nAt least 15 people were killed"
            " since Thursday, the Red Crescent said. UNRWA, the relief agency, counted 18 dead."
        ),
    ),
)
