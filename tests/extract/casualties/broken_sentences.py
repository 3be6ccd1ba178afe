"""A third set of own sentences: stripped of commas, translated word by word, or cut like headlines.

Written as in :mod:`tests.extract.casualties.sentences`, after the rules and before running them.
"""

from __future__ import annotations

BROKEN: tuple[tuple[str, str], ...] = (
    # commas stripped
    (
        "Shells hit the market killing 12 people including three children and wounding 30 others medics said.",
        "killed 12 u; killed 3 c; injured 30 u",
    ),
    (
        "At least nine rebels were killed and 14 wounded in clashes the group said adding five soldiers also died.",
        "killed 9+ x; injured 14 x; killed 5 x",
    ),
    (
        "The warplanes killed eight members of a family among them a woman and four children activists said.",
        "killed 8 c; killed 1 c; killed 4 c",
    ),
    (
        "In the east two doctors and a nurse were killed when barrel bombs hit their clinic the group said.",
        "killed 2 c; killed 1 c",
    ),
    (
        "State media said rockets fired by rebels killed a child and injured 11 people most of them students.",
        "killed 1 c; injured 11 m",
    ),
    ("The monitor which relies on activists said the toll of 26 dead included six women.", "killed 26 u; killed 6 c"),
    ("More than 250 civilians have been killed since the offensive began a week ago it said.", "killed 250+ c"),
    ("Another 40 were hurt some of them seriously.", "injured 40 u"),
    ("Activists put the number of dead at 19 while state media spoke of 11.", "killed 19 u; killed 11 u"),
    ("Tags war bombing At least five civilians died on Friday in raids on the town.", "killed 5+ c"),
    # translated
    (
        "As a result of shelling there are three killed and seven wounded among the military personnel.",
        "killed 3 x; injured 7 x",
    ),
    ("The losses of the enemy amounted to 120 people killed and wounded.", "killed_or_injured 120 u"),
    ("The enemy lost 35 soldiers killed and more than 60 wounded.", "killed 35 x; injured 60+ x"),
    ("The opposing side has suffered losses in manpower: 15 servicemen were destroyed.", "killed 15 x"),
    ("Two civilians received injuries of varying severity.", "injured 2 c"),
    ("A serviceman of the contract service died as a result of sniper fire.", "killed 1 x"),
    ("According to updated data the number of victims has increased to 23 people.", "unspecified 23 u"),
    ("Four people became victims of the shelling.", "unspecified 4 u"),
    ("The explosion carried away the lives of nine miners.", "killed 9 c"),
    ("There are victims among civilians.", "unspecified ? c"),
    ("The army captured 20 militants alive.", "captured 20 x"),
    ("Ten soldiers surrendered and were taken prisoner.", "captured 10 x"),
    ("Up to 30 servicemen have been put out of action.", "unspecified -30 x"),
    ("Killed: 14. Wounded: 52.", "killed 14 u; injured 52 u"),
    ("The dead - 4, the wounded - 11.", "killed 4 u; injured 11 u"),
    ("5 dead 12 injured in bomb attack on bus", "killed 5 u; injured 12 u"),
    ("UPDATE: Toll rises to 33 after third body found", "killed 33 u"),
    ("VIDEO: Rocket kills mother and two kids in Velmora", "killed 1 c; killed 2 c"),
    ("Six more killed as clashes spread", "killed 6 u"),
    ("Two soldiers, 11 rebels die in gun battle", "killed 2 x; killed 11 x"),
    ("Over 100 feared killed in landslide at mine", "killed 100+ u possible"),
    ("Army says 25 fighters dead, no troops lost", "killed 25 x; killed 0 x"),
    ("General shot dead outside home", "killed 1 x"),
    ("Rebels free 12, kill one", "killed 1 u"),
    ("Scores dead, hundreds missing in raid on town", "killed ? u; missing ? u"),
    ("Police kill 3 in protest crackdown; 40 hurt", "killed 3 u; injured 40 u"),
)
