"""Own sentences for the kinds of misreading that whole reports of other years and wars showed; invented people."""

from __future__ import annotations

FULL: tuple[tuple[str, str], ...] = (
    # a participle that describes those who are counted
    ("A drone strike killed four suspected militants near Orsk.", "killed 4 x"),
    ("Troops killed 12 trapped fighters and wounded three wanted smugglers.", "killed 12 x; injured 3 u"),
    # the letters that shorten a body's name, between commas or in brackets
    ("Three members of the Silent Front, SF, were killed near Orsk.", "killed 3 u"),
    ("Five fighters of the Silent Front [Northern Volunteers] were killed near Orsk.", "killed 5 x"),
    # a number before what it counts
    ("This brings to 21 the number of rebels killed in the district.", "killed 21 x"),
    ("The ambush raised to 34 the total number of villagers killed since May.", "killed 34 c"),
    # the day of a dateline is no lower bound
    ("ORSK, May 20 - Thirty people were killed in a raid, elders said.", "killed 30 u"),
    ("ORSK, May 20 - 30 people were killed in a raid, elders said.", "killed 30 u"),
    # parts of those whose killing is told
    (
        "The killing of six priests, including a rector and two women, shocked the city.",
        "killed 6 c; killed 1 c; killed 2 c",
    ),
    # who speaks is no victim
    ("The driver opened fire on the crowd, officials said, before being shot to death by police.", ""),
    ("Shells killed nine guards at the airport, the mayor, Ada Roe, said on Tuesday.", "killed 9 x"),
    # what is said of the victims between commas
    ("Two clerks, who were accused of helping the police, have been shot dead.", "killed 2 c"),
    # a camera's capture
    ("A photographer captured a small figure in a foil sheet.", ""),
    # many
    ("Lots of people are injured.", "injured ? u"),
)
