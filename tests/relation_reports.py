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
        unmet="'five from India' has no noun of its own and gives no figure",
    ),
    Told(
        name="headline-sum",
        text=(
            "Karabakh fighting kills at least 23\n\nArmenia's defence ministry said on Tuesday that 15 of"
            " its soldiers had been killed. Azerbaijan's defence ministry said on Tuesday that eight of its"
            " soldiers had been killed."
        ),
        sums=((23, (15, 8)),),
        unmet="the headline's total is given to one side",
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
            "India and Pakistan routinely accuse each other of violating the truce. Three soldiers"
            " were wounded on Monday."
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
)
