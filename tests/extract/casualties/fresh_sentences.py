"""Own sentences for the kinds of misreading that a sample of unseen reports showed, each kind with invented people."""

from __future__ import annotations

FRESH: tuple[tuple[str, str], ...] = (
    # one number for several harms
    ("The army said it had killed, wounded or captured 700 rebels.", "unspecified 700 x"),
    ("The blast killed and injured 26 conscripts.", "killed_or_injured 26 x"),
    ("The home guard suffered dead and wounded in the ambush.", "killed ? u; injured ? u"),
    # who is counted in another's clause
    ("Twelve people died and the rest were hurt.", "killed 12 u"),
    (
        "Norland said 35 of its soldiers had been killed, among them two officers and four cadets, and 25 wounded.",
        "killed 35 x; killed 2 x; killed 4 x; injured 25 x",
    ),
    ("We lost 34, and 58 are wounded.", "killed 34 x; injured 58 x"),
    # a body of so many, and the words of a body's name
    ("A helicopter was shot down, killing its crew of three.", "killed 3 x"),
    ("At least 25 soldiers of the Border Guard Force were killed.", "killed 25+ x"),
    # parts
    (
        "The monitors gave a toll of 13, including a woman and three of her children.",
        "killed 13 u; killed 1 c; killed 3 c",
    ),
    ("Four nurses were wounded, one seriously.", "injured 4 c; injured 1 u"),
    ("The strike hit a wedding: 15 dead, 30 hurt, five critically.", "killed 15 u; injured 30 u; injured 5 u"),
    # harms told by a passive without its agent
    ("The ministry said 300 prisoners were taken in the raid.", "captured 300 u"),
    ("More than 200 soldiers are still listed as missing.", "missing 200+ x"),
    ("About 6,000 people have been moved to shelters.", "displaced ~6000 c"),
    # one person told twice
    ("The shell killed a teacher and father of three.", "killed 1 c"),
    # who is gone from home without a word of flight
    ("Nearly 180,000 people have left the western part of the city.", "displaced ~180000 c"),
    ("About 400 families had left Mirandal by Tuesday.", "displaced ~400 c"),
    ("More than 4,000 people from nine villages are hiding in the forest.", "displaced 4000+ c"),
    ("Some 30,000 refugees crossed the border into Norland.", "displaced ~30000 c"),
    ("Over 2,000 residents poured into the neighbouring province.", "displaced 2000+ c"),
    ("Some 200 troops have left Mirandal under the deal.", ""),
    ("About 300 guests had left the hotel by then.", ""),
    ("Thousands of people poured into the streets of Mirandal.", ""),
    # the dead are not displaced
    ("Civil defence workers evacuated 61 bodies from the rubble.", "killed 61 u"),
    ("The convoy evacuated 40 wounded.", "injured 40 u"),
    # words of killing around their object, or in a headline
    ("Gunmen gun down seven brick workers.", "killed 7 c"),
    ("The attackers burned 120 people alive.", "killed 120 u"),
    ("The raid put 86 soldiers out of action.", "unspecified 86 x"),
    # sums put on losses
    ("The group said its own losses were three fighters.", "unspecified 3 x"),
    ("Fatalities have reached 90, the ministry said.", "killed 90 u"),
    ("Four more casualties were inflicted on the guards at the three other posts.", "unspecified 4 u"),
    # ages count nobody
    ("Four children under the age of 10 are among the dead.", "killed 4 c"),
    ("Two boys aged 9 and 12 were killed.", "killed 2 c"),
    # nobody at the end of a sentence
    ("The attack killed nobody.", "killed 0 u"),
    # how many died, though not how many of them died so
    ("Most of the 27 killed were shot in the head.", "killed 27 u"),
    ("Most of the 27 were killed.", "killed ? u"),
    # people seized, and things
    ("Gunmen seized four nurses from a clinic.", "captured 4 c"),
    ("The rebels seized two tanks and three guns.", ""),
    ("Police seized 300 kilograms of explosives.", ""),
    ("Doctors said 11 people had been brought in dead.", "killed 11 u"),
    # others are like all of those before, and not like a part of them
    ("Five people, including a soldier, died and three others were hurt.", "killed 5 u; killed 1 x; injured 3 u"),
    # a commander's men, and other people's
    ("The colonel said two of his men were wounded.", "injured 2 x"),
    ("We lost two men, the commander said.", "killed 2 x"),
    ("The village lost nine men in the raid.", "killed 9 u"),
)
