"""Further short reports of our own in which figures are set against each other, by the words that do it.

Expectations were written before the first run.
"""

from __future__ import annotations

from tests.dispute_reports import Disputed

LATER_REPORTS = (
    Disputed(
        name="toll-beside-at-least",
        text=(
            "At least 27 people were killed in air strikes on Aleppo on Sunday, the Syrian Observatory for"
            " Human Rights"
            " said. The Civil Defence, a rescue service, gave a toll of 33 killed."
        ),
        conflicts=((33, 27),),
    ),
    Disputed(
        name="losses-put-higher",
        text=(
            "Congo's army said 12 of its soldiers were killed near Rutshuru on Friday.\n\nA spokesman for the"
            " M23 rebels"
            ' put the losses of the army higher. "We counted 40 dead soldiers," Willy Makenga said.'
        ),
        conflicts=((40, 12),),
    ),
    Disputed(
        name="higher-toll",
        text=(
            "A four-day Taliban assault on Kunduz has killed 60 Afghan soldiers, the defence minister said on"
            " Monday. Zia"
            " Nuristani, a member of the provincial council, gave a higher toll for the security forces, saying"
            " 140 had"
            " died."
        ),
        conflicts=((140, 60),),
    ),
    Disputed(
        name="another-version",
        text=(
            "The Philippine army said nine members of the New People's Army were killed in Samar on Tuesday.\n\nThe"
            " rebels gave another version. In a statement, the New People's Army said three of its fighters had died."
        ),
        conflicts=((3, 9),),
    ),
    Disputed(
        name="more-bodies",
        text=(
            "Gunmen shot dead 11 passengers of a minibus near Khalis on Thursday, Iraq's interior ministry"
            " said. A doctor"
            " at the hospital in Baquba said it had received 14 bodies from the ambush."
        ),
        conflicts=((14, 11),),
    ),
    Disputed(
        name="fewer-bodies",
        text=(
            "Gunmen shot dead 11 passengers of a minibus near Khalis on Thursday, Iraq's interior ministry"
            " said. A doctor"
            " at the hospital in Baquba said it had received eight bodies from the ambush."
        ),
    ),
    Disputed(
        name="treated-are-some",
        text=(
            "Shelling wounded 41 people in Marib on Monday, Yemen's health ministry said. A medic of the"
            " charity MSF said"
            " its clinic had treated 30 wounded."
        ),
    ),
    Disputed(
        name="fighters-not-civilians",
        text=(
            "The Syrian Observatory for Human Rights said an air strike by Russian jets on a ferry killed 19"
            " civilians on"
            " Tuesday.\n\nRussia's defence ministry denied its planes had hit civilians. It said they killed 30"
            " Islamic"
            " State militants at the crossing."
        ),
        conflicts=((30, 19),),
        denies=((("Russia",), ("Syrian Observatory for Human Rights",)),),
    ),
    Disputed(
        name="only-one-hurt",
        text=(
            "The Pakistani Taliban said their fighters had killed 11 Pakistani soldiers in Tank on Thursday, but"
            " Pakistan's army said only two of its soldiers were wounded."
        ),
        conflicts=((2, 11),),
    ),
    Disputed(
        name="policemen-and-security-forces",
        text=(
            "Militants stormed a police post in Tank on Thursday and killed six policemen, Pakistan's police"
            " said. The"
            " Pakistani Taliban said their fighters had killed 13 members of the security forces."
        ),
        conflicts=((13, 6),),
    ),
    Disputed(
        name="women-among-the-fighters",
        text=(
            '"Twelve of our comrades were martyred, four of them women," Polat Bozan, a spokesman for the'
            " YPG, said of"
            " the fight at Ras al-Ayn. The Syrian Observatory for Human Rights said 17 YPG fighters had been killed."
        ),
        conflicts=((17, 12),),
    ),
    Disputed(
        name="seen-by-one",
        text=(
            "Al-Shabaab killed nine people on a bus near Hulugho on Monday, Kenya's police said. \"They killed"
            " five men"
            ' in front of us," said a passenger, Amina Noor.'
        ),
    ),
    Disputed(
        name="own-toll-of-others",
        text=(
            "Mali's army put its own losses at nine dead in Tessit on Sunday. A village chief, Almahmoud Ag"
            " Acharatou,"
            " said 20 villagers had been killed there."
        ),
    ),
    Disputed(
        name="denied-and-laid-to-the-army",
        text=(
            "Police blamed the New People's Army for the bombing of a bus in Masbate on Sunday.\n\nThe New People's"
            " Army denied any role in the bombing and accused the Philippine army of staging it."
        ),
        denies=((("New People's Army",), ("Philippines",)),),
        blames=1,
    ),
    Disputed(
        name="denied-and-accused-of-something-else",
        text=(
            "Iraq's foreign ministry said Turkish shells fell on a village near Zakho on Monday. Turkey denied"
            " shelling"
            " the village and accused Iraq of sheltering the PKK."
        ),
        denies=((("Turkey",), ("Iraq",)),),
    ),
    Disputed(
        name="each-says-the-other",
        text=(
            "Fighting broke out between the Libyan National Army and the Government of National Accord near Sirte on"
            " Monday. Each side says the other opened fire first."
        ),
        blames=1,
    ),
    Disputed(
        name="the-words-of-the-headline-again",
        text=(
            "Three Ukrainian soldiers killed by mortar fire\n\nKYIV - Ukraine's army said on Monday that three of its"
            " soldiers were killed near Zolote.\n\nThree Ukrainian soldiers killed by mortar fire\n\nThe Luhansk"
            " People's Republic said its fighters had killed nine Ukrainian soldiers near Zolote on Monday."
        ),
        conflicts=((9, 3),),
    ),
    Disputed(
        name="their-dead-put-lower-than-neutralised",
        text=(
            "Cameroon's communications minister, Rene Sadi Mbarga, said nine separatists had been neutralised"
            " near Bamenda."
            " A separatist commander put their dead at three."
        ),
        conflicts=((3, 9),),
    ),
    Disputed(
        name="the-toll-was",
        text=(
            "At least 34 people were killed when warplanes struck a camp near Sarmada on Friday, rescue workers"
            " said. The"
            " provincial health directorate said the toll was 41."
        ),
        conflicts=((34, 41),),
    ),
    Disputed(
        name="said-and-went-on-to-blame",
        text=(
            "An explosion at a market in Quetta killed 13 people on Monday, Pakistan's army said, blaming"
            " India. India said"
            " it had no part in it and called the accusation a provocation."
        ),
        denies=((("India",), ("Pakistan",)),),
    ),
    Disputed(
        name="two-attacks",
        text=(
            "The army said on Sunday it had killed 40 Taliban fighters in Helmand. A day earlier, the Taliban"
            " said they had"
            " killed 14 Afghan soldiers in Kandahar."
        ),
    ),
    Disputed(
        name="two-organs-of-one-state",
        text=(
            "At least 14 villagers were killed in an air strike near Kunduz late on Sunday, provincial officials"
            " said on"
            " Monday. The police chief of the province, Zia Nuristani, put the number of civilian dead at six."
        ),
        conflicts=((6, 14),),
    ),
    Disputed(
        name="no-loss-answers-the-enemy-not-the-year",
        text=(
            "Pakistan's military said on Monday that its troops had killed three Indian soldiers near Mendhar."
            " India's army"
            " said there was no loss on its side. According to the interior ministry in New Delhi, 40 Indian"
            " soldiers have"
            " been killed along the line this year."
        ),
        conflicts=((0, 3),),
    ),
    Disputed(
        name="no-loss-answers-the-dead-not-the-children-among-them",
        text=(
            "An air strike on Mekelle killed 12 civilians on Monday, a doctor at the hospital said. A nurse said three"
            " children were among the dead. Ethiopia's government said that no civilians were killed in the strike."
        ),
        conflicts=((0, 12),),
    ),
    Disputed(
        name="guards-of-a-name",
        text=(
            "Iran said on Monday that it had lost six soldiers in fighting with the PJAK near Piranshahr. The"
            " PJAK said it"
            " had killed 20 Revolutionary Guards there."
        ),
        conflicts=((6, 20),),
    ),
    Disputed(
        name="fewer-bodies-of-men",
        text=(
            "Sri Lanka's army said it killed 60 Tamil Tigers near Mankulam on Monday. The army said later that it had"
            " handed over the bodies of 20 Tamil Tigers to the Red Cross. The Red Cross confirmed that it had"
            " received the"
            " bodies of 20 Tamil Tigers."
        ),
    ),
    Disputed(
        name="totals-make-no-part-of-a-fight",
        text=(
            "Turkey's army said seven of its soldiers were killed near al-Bab on Monday. The Islamic State group"
            " said it"
            " had killed 30 Turkish soldiers in the attack. Turkey's defence ministry said 90 Turkish soldiers had been"
            " killed in Syria since August."
        ),
        conflicts=((7, 30),),
    ),
    Disputed(
        name="the-claim-is-what-was-said-last",
        text=(
            "Pakistan accused India of starting the exchange on Monday. Pakistan's Inter-Services Public Relations said"
            " that four Indian soldiers had been killed. An Indian army spokesman, Colonel Rakesh Anand, dismissed the"
            " claim as baseless."
        ),
        denies=((("India",), ("Inter-Services Public Relations",)),),
    ),
    Disputed(
        name="the-statement-that-nobody-was-hurt",
        text=(
            "Ethiopia's government said it had struck a depot in Mekelle on Monday. \"No civilians were hurt in the"
            " strike,\" said Dawit Alemu, a spokesman for the government. The Tigray People's Liberation Front"
            " rejected the"
            " statement."
        ),
        denies=((("Tigray People's Liberation Front",), ("Dawit Alemu",)),),
    ),
    Disputed(
        name="letters-behind-the-denier",
        text=(
            "The Arakan Army said its fighters had killed 30 Myanmar soldiers near Minbya on Monday. Myanmar's military"
            " (MM) rejected the claim."
        ),
        denies=((("Myanmar",), ("Arakan Army",)),),
    ),
    Disputed(
        name="called-by-the-first-name",
        text=(
            "Tigray People's Liberation Front spokesman Hailu Berhane said on Monday that its forces had taken a"
            " town in"
            " Amhara. Officials of Ethiopia's army said 14 civilians were killed when Tigrayan artillery hit Wuchale."
            " Hailu denied that its forces had shelled the town."
        ),
        denies=((("Tigray People's Liberation Front",), ("Ethiopia",)),),
    ),
    Disputed(
        name="accused-of-inflating-its-figures",
        text=(
            "Israel's military said on Monday that it had killed 40 Hamas fighters in Khan Younis. Hamas"
            " acknowledged the"
            " deaths of nine of its fighters and accused Israel of grossly inflating its figures."
        ),
        conflicts=((9, 40),),
        denies=((("Hamas",), ("Israel's military", "Israeli military")),),
    ),
    Disputed(
        name="accused-of-other-things",
        text=(
            "Israel's military said on Monday that it had killed 40 Hamas fighters in Khan Younis. Hamas accused"
            " Israel of"
            " inventing pretexts to stay in the town."
        ),
    ),
    Disputed(
        name="denied-and-accused-of-inventing-figures",
        text=(
            "Armenia's defence ministry said 90 Azerbaijani soldiers had been killed near Jermuk on Monday. Azerbaijan"
            " denied this and accused Armenia of inventing figures."
        ),
        denies=((("Azerbaijan",), ("Armenia's defence ministry", "Armenian Defence Ministry")),),
    ),
    Disputed(
        name="belied-the-claim",
        text=(
            "The New People's Army said it had killed 12 soldiers in Samar on Monday. Captain Ramon Estacio, a"
            " spokesman for"
            " the Philippine army, belied the claim."
        ),
        denies=((("Philippines",), ("New People's Army",)),),
    ),
    Disputed(
        name="local-officials-whose-dead-are-their-own",
        text=(
            "At least six people were killed in Russian shelling of the Ukrainian city of Kherson on Sunday,"
            " local officials"
            " said. Moscow denies targeting civilians."
        ),
        denies=((("Russia",), ("Ukraine",)),),
    ),
    Disputed(
        name="an-account-answered-by-another-figure",
        text=(
            "A drone strike killed nine Taliban fighters near Miranshah on Saturday, security officials said. A"
            " tribesman,"
            " Noor Wali Dawar, disputed the officials' account. He said that 14 people had died and that three"
            " of them were"
            " schoolboys."
        ),
        denies=((("Noor Wali Dawar",), ("security officials",)),),
    ),
    Disputed(
        name="earlier-toll-far-below",
        text=(
            "An air strike on a market in Hodeidah killed 23 people on Wednesday, the Houthi health ministry said.\n\n"
            "Most of the dead were traders, the ministry said. Seven of the wounded were in a serious condition."
            " Ambulances"
            " took them to Sanaa.\n\nThe ministry had earlier given a toll of 16 dead."
        ),
        conflicts=((16, 23),),
    ),
    Disputed(
        name="raised-later",
        text=(
            "India's army reported three deaths among its soldiers in Ladakh on Monday. India's army later raised the"
            " number to 20 dead soldiers."
        ),
        conflicts=((3, 20),),
    ),
    Disputed(
        name="raised-by-what-its-sentence-tells",
        text=(
            "Four Turkish soldiers were killed near Lice on Monday, the governor's office said.\n\nOne of the"
            " wounded died"
            " in hospital, raising the number to five, hospital sources said."
        ),
    ),
    Disputed(
        name="another-attack-earlier",
        text=(
            "A roadside bomb killed five Afghan policemen in Herat on Monday, police said. Earlier in the day,"
            " three Afghan"
            " policemen were killed in Farah, police said."
        ),
    ),
    Disputed(
        name="a-rival-count-meets-what-is-said-now",
        text=(
            "The Philippine army said on Monday that 19 members of the New People's Army had been killed in Samar. The"
            " Philippine army earlier put the number of slain New People's Army members at 11. The New People's"
            " Army said"
            " only four of its fighters were killed in Samar."
        ),
        conflicts=((11, 19), (4, 19)),
    ),
    Disputed(
        name="a-list-that-makes-the-toll",
        text=(
            "Nineteen people were killed in an attack on Mambasa on Sunday, the local Red Cross said.\n\nColonel Willy"
            " Bakonzi, a spokesman for Congo's army, said 12 men, five women and two children were killed in Mambasa."
        ),
    ),
    Disputed(
        name="separately",
        text=(
            "Five Pakistani soldiers were killed in an ambush near Miranshah on Monday, police said.\n\nSeparately, a"
            " roadside bomb killed two Pakistani soldiers in Bannu, the military said."
        ),
    ),
    Disputed(
        name="enemies-on-one-fight-in-two-places",
        text=(
            "The Taliban said its fighters had killed 11 Afghan soldiers in the town of Ghormach on Monday."
            " Afghanistan's defence ministry said four of its soldiers were killed in Faryab province on Monday."
        ),
        conflicts=((4, 11),),
    ),
    Disputed(
        name="losses-against-the-neutralised",
        text=(
            "Turkey's defence ministry said nine PKK militants were neutralised near Lice on Friday. The PKK said it"
            " had lost two fighters near Lice on Friday."
        ),
        conflicts=((2, 9),),
    ),
    Disputed(
        name="a-total-and-one-of-its-fights",
        text=(
            "Thailand's army said the number of Thai soldiers killed since Friday had reached five.\n\nCambodia's"
            " defence ministry said its men had killed at least 12 Thai soldiers on Sunday."
        ),
        conflicts=((5, 12),),
    ),
    Disputed(
        name="soldiers-and-policemen",
        text=(
            "The Taliban said 14 members of the Afghan security forces were killed in Takhar on Monday. The governor's"
            " spokesman, Zia Nuristani, said only six soldiers and policemen died in Takhar."
        ),
        conflicts=((6, 14),),
    ),
    Disputed(
        name="earlier-toll-without-a-source",
        text=(
            "Iraq's interior ministry said 17 people were killed by a car bomb in Karrada on Saturday. This raised"
            " a toll of eight dead given earlier in the day."
        ),
        conflicts=((8, 17),),
    ),
    Disputed(
        name="none-captured-is-not-none-killed",
        text=(
            "Ethiopia's army said it had killed 500 Eritrean soldiers near Tsorona on Monday. Eritrea's foreign"
            " ministry said not one Eritrean soldier had been captured at Tsorona."
        ),
    ),
    Disputed(
        name="no-troops-hurt-and-people-in-hospital",
        text=(
            "No American troops were hurt in the fighting in Sadr City on Monday, the U.S. military said. An official"
            " at the hospital said 31 people were treated for wounds."
        ),
    ),
    Disputed(
        name="higher-toll-of-both-sides",
        text=(
            "At least 18 people were killed in fighting between rebels and paramilitaries in Caqueta on Sunday,"
            " Colombia's army said. Two villagers also died, the army said. A local aid group gave a higher toll. It"
            " said 23 people had died."
        ),
        conflicts=((18, 23),),
    ),
)
