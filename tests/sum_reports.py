"""Short reports of our own, with invented people, and how the totals in them come about.

Expectations were written before the first run: every total that the report's own figures add up to, with its parts, and
none where they only seem to. `unmet` says what is still wrong, and why.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summed:
    """A report and its totals, each with its parts from the greatest down."""

    name: str
    text: str
    sums: tuple[tuple[int, tuple[int, ...]], ...] = ()
    unmet: str | None = None


REPORTS = (
    Summed(
        "headline-of-two-sides",
        "At least 33 killed in border clashes\n\nArmenia's defence ministry said on Tuesday that 21 of its soldiers had"
        " been killed. Azerbaijan's defence ministry said 12 of its servicemen had died.",
        ((33, (21, 12)),),
    ),
    Summed(
        "opening-sentence-of-two-sides",
        "At least 46 people have been killed in two days of fighting on the Indian-Pakistani line of"
        " control.\n\nIndia's"
        " army said 27 of its soldiers had been killed. Pakistan's military said 19 of its soldiers had died.",
        ((46, (27, 19)),),
    ),
    Summed(
        "two-sides-of-which-one-tells-whom-it-includes",
        "At least 17 people have been killed in fighting on the border between Kyrgyzstan and Tajikistan,"
        " officials in the"
        " two countries said.\n\nKyrgyzstan's Health Ministry said 12 Kyrgyz citizens had"
        " died.\n\nTajikistan's Interior"
        " Ministry said five of its citizens, including a woman, were killed.",
        ((17, (12, 5)),),
    ),
    Summed(
        "soldiers-and-civilians",
        "Seventeen people were killed in an ambush near Djibo on Monday, the government of Burkina Faso said. Eleven"
        " soldiers and six civilians were killed.",
        ((17, (11, 6)),),
    ),
    Summed(
        "colon",
        "Thirteen people were killed in the raid near Bria on Sunday: nine farmers and four police officers, the mayor"
        " said.",
        ((13, (9, 4)),),
    ),
    Summed(
        "comma-list-of-three",
        "A bomb killed 14 people in Jolo on Friday, police said. The dead were eight soldiers, five civilians and a"
        " policeman.",
        ((14, (8, 5, 1)),),
    ),
    Summed(
        "injured",
        "Rebels attacked a post near Tumaco on Saturday. Twenty-three people were wounded: 16 soldiers and seven"
        " passers-by, the Colombian army said.",
        ((23, (16, 7)),),
    ),
    Summed(
        "including-both",
        "Twelve people, including seven women and five children, were killed when a shell hit a house in Kadugli on"
        " Tuesday, residents said.",
        ((12, (7, 5)),),
    ),
    Summed(
        "including-only-some",
        "Twelve people, including two women and five children, were killed when a shell hit a house in Kadugli on"
        " Tuesday, residents said.",
    ),
    Summed(
        "two-places",
        "Sixteen people were killed in rocket attacks in northern Syria on Wednesday, rescue workers said. Nine people"
        " died in Binnish and seven people died in Ariha.",
        ((16, (9, 7)),),
    ),
    Summed(
        "three-places",
        "Bombs killed 31 people in three Iraqi towns on Thursday, police said. Fifteen people were killed in"
        " Baquba, ten"
        " people were killed in Hilla and six people were killed in Kut.",
        ((31, (15, 10, 6)),),
    ),
    Summed(
        "sides-and-civilians-of-both",
        "At least 39 dead as fighting in Karabakh enters third day\n\nArmenia's defence ministry said 24 of its"
        " servicemen had been killed. Azerbaijan's defence ministry said 11 of its servicemen had been killed. Four"
        " civilians were killed in the Azerbaijani town of Terter, prosecutors in Baku said.",
        ((39, (24, 11, 4)),),
    ),
    Summed(
        "army-counts-both",
        "The Philippine army said 18 people were killed in a clash in Lanao del Sur on Sunday. It said 13 militants and"
        " five soldiers were killed.",
        ((18, (13, 5)),),
    ),
    Summed(
        "total-last",
        "Gunmen killed eight herders near Gao on Monday and five traders near Ansongo, officials said. In"
        " all, 13 people"
        " were killed.",
        ((13, (8, 5)),),
    ),
    Summed(
        "total-last-toll",
        "Four soldiers and 15 insurgents were killed in fighting in Helmand on Friday, the governor's office said,"
        " putting the death toll at 19.",
        ((19, (15, 4)),),
    ),
    Summed(
        "bringing-the-toll-to",
        "Two more people died of their wounds in hospital on Thursday, bringing the death toll from"
        " Tuesday's bombing in"
        " Quetta to 26, doctors said. Police had said on Wednesday that 24 people were killed.",
        ((26, (24, 2)),),
    ),
    Summed(
        "named-and-others",
        "Six people were killed when a mine went off under a bus near Pulwama on Sunday, police said. The"
        " driver, Farooq"
        " Wanikar, and five passengers died.",
        ((6, (5, 1)),),
    ),
    Summed(
        "one-woman-and-children",
        "Four members of a family were killed in a strike on Khan Younis on Tuesday, medics said. A woman and three"
        " children were killed.",
        ((4, (3, 1)),),
    ),
    Summed(
        "both-effects",
        "Thirty people were killed or wounded in the shelling of Stepanakert on Sunday, local officials said. Eight"
        " people were killed and 22 were wounded.",
        ((30, (22, 8)),),
    ),
    Summed(
        "casualties-of-both-effects",
        "Ukraine's military said it suffered 14 casualties near Vuhledar on Monday. It said three soldiers were killed"
        " and 11 soldiers were wounded.",
        ((14, (11, 3)),),
    ),
    Summed(
        "missing",
        "Nineteen sailors are missing after an attack on two boats off Mannar on Tuesday, the Sri Lankan navy said."
        " Twelve sailors are missing from the first boat and seven sailors are missing from the second.",
        ((19, (12, 7)),),
    ),
    Summed(
        "captured",
        "Ethiopia's army said on Friday that it had captured 40 fighters of the Tigray People's Liberation Front. It"
        " captured 28 fighters at Alamata and 12 fighters at Korem.",
        ((40, (28, 12)),),
    ),
    Summed(
        "combatants-both-sides-with-civilian-apart",
        "Seventy-one fighters have died since Monday around the town of Sirte, a Libyan hospital official said."
        "\n\nForces of the Government of National Accord said 38 of their fighters were killed. The Libyan"
        " National Army"
        " said 33 of its fighters were killed. A nurse was wounded.",
        ((71, (38, 33)),),
        unmet="a hospital's total is not made of what two other parties say",
    ),
    Summed(
        "attack-and-reprisal",
        "Twenty-two people were killed in an attack and a reprisal near Bunia on Sunday, the Congolese army said. The"
        " attackers killed 13 villagers, and nine attackers were killed by soldiers.",
        ((22, (13, 9)),),
    ),
    Summed(
        "stated-nationalities",
        "Nine peacekeepers were killed when their patrol hit a mine near Kidal on Tuesday, the United Nations said. Six"
        " Chadian peacekeepers and three Nepalese peacekeepers were killed.",
        ((9, (6, 3)),),
    ),
    Summed(
        "each-voice-its-own",
        "Kyrgyzstan and Tajikistan clash on border, 19 dead\n\nKyrgyzstan's border service said ten of its guards had"
        " been killed. Tajikistan's interior ministry said nine Tajik guards had been killed.",
        ((19, (10, 9)),),
    ),
    Summed(
        "days",
        "Seven civilians were killed in Taiz on Monday and four civilians on Tuesday, the doctors said. The two days of"
        " shelling killed 11 civilians in Taiz.",
        ((11, (7, 4)),),
        unmet="'and four civilians on Tuesday' is not read",
    ),
    Summed(
        "passive-with-among-them",
        "In Maiduguri on Sunday 21 people were killed by two blasts, among them 17 worshippers and four soldiers, a"
        " police spokesman said.",
        ((21, (17, 4)),),
    ),
    Summed(
        "who-comprised",
        "Eight people were shot dead at a checkpoint near Narathiwat overnight, the Thai army said. They were six"
        " rangers and two villagers.",
        ((8, (6, 2)),),
    ),
    Summed(
        "the-other",
        "Police said five men were killed in a shootout in Grozny on Wednesday. Three of the dead were"
        " policemen and the"
        " other two were gunmen.",
        ((5, (3, 2)),),
    ),
    Summed(
        "dead-on-two-sides-by-one-monitor",
        "The Syrian Observatory for Human Rights said 52 fighters died in clashes near Hama on Saturday. It said 30"
        " rebels and 22 government soldiers were killed.",
        ((52, (30, 22)),),
    ),
    Summed(
        "wounded-of-two-sides",
        "Forty-four wounded as Thai and Cambodian troops exchange fire\n\nThailand's army said 29 of its soldiers were"
        " wounded. Cambodia's defence ministry said 15 of its soldiers were wounded.",
        ((44, (29, 15)),),
    ),
    Summed(
        "increment-to-running-total",
        "Israel's army said three soldiers were killed in Gaza on Sunday. Sixty-four soldiers had been killed before"
        " Sunday, and the army's total now stands at 67 killed.",
        ((67, (64, 3)),),
        unmet="the three of Sunday are not told as added",
    ),
    Summed(
        "hyphened-victims",
        "Ten people died in a grenade attack on a bar in Bujumbura on Friday, hospital staff said. Seven students died"
        " at once and three students died in hospital.",
        ((10, (7, 3)),),
    ),
    Summed(
        "governments-of-two-states",
        "At least 28 troops killed in clashes between Eritrea and Ethiopia\n\nEthiopia's government said on Monday that"
        " 16 Ethiopian soldiers had been killed. Eritrea's information ministry said 12 Eritrean soldiers had been"
        " killed.",
        ((28, (16, 12)),),
    ),
    Summed(
        "total-with-no-parts",
        "Forty people were killed in a raid on Masteri on Sunday, tribal leaders said. Twelve people were wounded and"
        " five people are missing.",
    ),
    Summed(
        "another-attack",
        "Nine people were killed in a blast in Kandahar on Monday, police said. In an attack on a mosque"
        " there last year"
        " six worshippers were killed, and three guards died in a raid in 2019.",
    ),
    Summed(
        "enemy-claims",
        "Thirty soldiers killed near Avdiivka\n\nRussia's defence ministry said it had killed 18 Ukrainian soldiers."
        " Ukraine's general staff said it had killed 12 Russian soldiers.",
    ),
    Summed(
        "parts-that-do-not-add-up",
        "Twenty people were killed in the raid on Rann on Thursday, aid workers said. Eleven soldiers and six civilians"
        " were killed.",
    ),
    Summed(
        "other-effect",
        "Fifteen people were injured in the riot in Guwahati on Friday, police said. Nine protesters were"
        " killed and six"
        " policemen were killed.",
    ),
    Summed(
        "two-sources-one-incident",
        "A market in Aden was shelled on Sunday. Doctors said 12 people were killed. Residents said seven people were"
        " killed. Five people were killed in the same market, a local official said.",
    ),
    Summed(
        "killed-on-a-bus-and-at-a-post",
        "Gunmen killed 18 people in two attacks near Loikaw on Monday, a relief group said. Eleven people"
        " were killed on a"
        " bus and seven guards were killed at a post.",
        ((18, (11, 7)),),
    ),
    Summed(
        "of-whom",
        "Hospital records show that 25 people were wounded in Aleppo on Sunday, of whom 16 were women and nine were"
        " children.",
        ((25, (16, 9)),),
        unmet="of '16 were women and nine were children' only the first is read",
    ),
    Summed(
        "three-kinds",
        "Fifty-one people died in the storming of the prison at Kunduz on Friday, the police said."
        " Thirty-three inmates,"
        " twelve guards and six attackers were killed.",
        ((51, (33, 12, 6)),),
    ),
    Summed(
        "sides-spelled-out",
        "Peru and Ecuador fought again on Friday.\n\nAt least 23 soldiers have died since January, according to figures"
        " from the two armies: 14 on the Peruvian side and nine on the Ecuadorean.",
        ((23, (14, 9)),),
    ),
    Summed(
        "parts-beside-the-second-telling",
        "Congo's army says 29 killed in raid\n\nGunmen killed 29 people in a raid near Bunia, an army spokesman"
        " said on Tuesday.\n\nLieutenant Jean Mbula said the dead were 22 civilians, five soldiers and two police"
        " officers.",
        ((29, (22, 5, 2)),),
    ),
    Summed(
        "officials-and-two-places",
        "At least 19 people were killed in two attacks in southern Thailand, officials said on Monday.\n\nIn Yaha,"
        " gunmen shot dead eight villagers, the district chief said. Hours later a bomb hit a lorry near Panare and"
        " killed 11 soldiers, an army spokesman said.",
        ((19, (11, 8)),),
    ),
    Summed(
        "the-rest-after-a-paragraph",
        "Fighting in northern Mali killed 31 rebels, the army said on Friday.\n\nThe army said soldiers attacked a camp"
        " near Kidal, leaving 22 rebels dead. Nine other rebels were killed near Gao.",
        ((31, (22, 9)),),
    ),
    Summed(
        "toll-raised-by-those-who-died-later",
        "Mortar bombs killed four civilians in Taiz on Thursday, the health office said. It later raised the death toll"
        " to seven, saying three of the wounded had died in hospital.",
        ((7, (4, 3)),),
    ),
    Summed(
        "no-run-through-a-figure-between",
        "At least 19 people were killed in southern Thailand, officials said on Monday.\n\nIn Yaha, gunmen shot dead"
        " eight villagers, the district chief said. Three teachers died in Yala, police said. Near Panare a bomb killed"
        " 11 soldiers, an army spokesman said.",
    ),
    Summed(
        "no-run-of-rival-counts",
        "A bomb killed 19 people in Yaha on Monday, officials said.\n\nA doctor said eight people had died. A monk said"
        " 11 people had died.",
    ),
    Summed(
        "of-the-dead-and-the-others",
        "At least 34 civilians were killed in air strikes on Saada in two days, the Mwatana group said on Tuesday. It"
        " said 19 of the dead were members of two families. The other 15 died in the old town on Sunday, it said.",
        ((34, (19, 15)),),
    ),
    Summed(
        "a-toll-brought-over-several-days",
        "Soldiers fired at a van near Mon in Nagaland on Saturday, killing six villagers, police said. Seven more"
        " villagers were shot dead when troops opened fire on a crowd that night. One soldier died, the army said.\n\n"
        "Another villager was killed in Mon on Sunday, bringing the civilian toll to 14.",
        ((14, (7, 6, 1)),),
    ),
    Summed(
        "sources-of-several-kinds",
        "Fighting around Hodeidah has killed 64 people since Monday, medical and military sources said. Medics at"
        " hospitals in areas under government control said 13 soldiers were killed. Doctors inside the city said 51"
        " Houthi fighters were killed.",
        ((64, (51, 13)),),
    ),
    Summed(
        "a-rival-count-is-no-part",
        "Forty people were killed in Kunduz on Thursday, hospital officials said. The health ministry put the number of"
        " dead at 38. A shopkeeper, Zia Nuristani, said two of his nephews were killed.",
    ),
    Summed(
        "some-of-its-own-with-others",
        "A missile hit a house in Zeitoun on Monday, killing seven members of one family, among them four children, a"
        " hospital official said. Three fighters were killed in Rafah, the hospital official said.",
    ),
)
