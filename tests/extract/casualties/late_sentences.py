"""A fourth set of own sentences, written last and before running them: what a reading of new text is worth.

Written as in :mod:`tests.extract.casualties.sentences`.
"""

from __future__ import annotations

LATE: tuple[tuple[str, str], ...] = (
    (
        "A rocket slammed into a queue for bread, killing 16 people and leaving scores with shrapnel wounds.",
        "killed 16 u; injured ? u",
    ),
    ("The militants said their snipers had picked off four soldiers.", "killed 4 x"),
    ("An overnight raid on the seminary left its director and six pupils dead.", "killed 1 u; killed 6 c"),
    ("Twelve of the 19 crew were rescued; the rest are still missing.", ""),
    ("The interior ministry said 23 people, most of them civilians, lost their lives in the crossfire.", "killed 23 m"),
    ("At least two dozen were hurt, eight of them seriously.", "injured 24+ u; injured 8 u"),
    ("Fighters loyal to the general executed 11 captured soldiers, a rights group said.", "killed 11 x"),
    ("Some 300 families fled overnight to the provincial capital.", "displaced ~300 c"),
    ("The first strike killed three, the second seven.", "killed 3 u; killed 7 u"),
    ("Medics counted 41 bodies in the morgue.", "killed 41 u"),
    ("He said 90 percent of the dead were under 18.", ""),
    ("The garrison lost half its 600 men.", ""),
    ("Bergland's army said it had suffered no losses.", "unspecified 0 x"),
    ("Three more bodies were pulled from the rubble on Friday, taking the toll to 44.", "killed 3 u; killed 44 u"),
    ("A teenage girl was hit by a stray bullet and later died in hospital.", "killed 1 c"),
    ("A total of 1,200 fighters laid down their arms.", "captured 1200 x"),
    ("The attack is the deadliest since 2019, when 58 worshippers were shot.", ""),
    ("We lost three fighters and the garrison lost 15.", "killed 3 x; killed 15 x"),
    ("The ministry said that it had lost more than 200.", "killed 200+ x"),
    ("Riders killed nine people and took 12 women away.", "killed 9 u; captured 12 c"),
    ("Police took two rifles away.", ""),
    ("The clinic took 14 children away to safety.", ""),
    ("Gunmen stormed the mosque, kidnapping seven men.", "captured 7 u"),
    ("The kidnapping was the third this year.", ""),
    ("We do not execute anyone, the minister said.", ""),
    ("The strike did not kill anyone.", "killed 0 u"),
    ("Two pilots ejected and were captured.", "captured 2 x"),
    ("The clashes killed one soldier and one protester; nine others were hurt.", "killed 1 x; killed 1 c; injured 9 u"),
    ("Five Arland and three Bergland soldiers died in the exchange.", "killed 5 x; killed 3 x"),
    (
        "The commander of the northern front and his driver were killed when their car hit a mine.",
        "killed 1 x; killed 1 c",
    ),
    ("More than a million people have been forced to flee their homes.", "displaced 1000000+ c"),
    ("Witnesses spoke of at least seven dead.", "killed 7+ u"),
    ("The two sides exchanged the remains of 70 soldiers.", "killed 70 x"),
    ("Security forces opened fire on mourners, killing at least one and wounding several.", "killed 1+ u; injured ? u"),
)
