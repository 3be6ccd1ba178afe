"""Whose dead where words beside the victims, the speaker or the sentence before tell it."""

from __future__ import annotations

import pytest

from tests.link.test_unseen_classes import claims


def side(text: str) -> str:
    return claims(text)[-1].value.side


WAR = "The army of Sudan and the Rapid Support Forces fight over Khartoum."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the war or offensive of the sentence before, whoever counts
        (f"{WAR} The war began in April 2023. It has killed thousands of people.", "both"),
        (
            f"{WAR} The RSF launched an offensive on May 4.\n\nThe UN said 230 people had been killed since then.",
            "both",
        ),
        (
            f"{WAR} Sudan has been torn by an insurgency since 2019. More than 900 people have died, officials said.",
            "both",
        ),
        (f"{WAR} The conflict, now in its third year, has killed more than 20,000 people.", "both"),
        # people of one country on both sides, but not those of them who fell in one place
        (f"{WAR} About 14,000 Sudanese on both sides have been killed since the war began.", "both"),
        (
            "Kyrgyzstan and Tajikistan fight. Last April clashes killed 55 people on both sides, including 36 in"
            " Kyrgyzstan.",
            "Kyrgyzstan",
        ),
        (f"{WAR} Since the offensive began in May, 300 people have been killed, the UN said.", "both"),
        # a state's own broadcaster names the country where nothing else does
        ("Syrian state-run TV said three civilians died in a coalition air strike on the town of Al-Osk.", "Syria"),
        # what one side alone has is no fight of both
        (f"{WAR} Since 2023 some 900 people have been killed by drones in Sudan.", "Sudan"),
        # the wounded beside the dead, past a part of those
        (
            f"{WAR} Since the offensive began in May, 300 people have been killed, nine of them civilians, and"
            " 900 injured, the UN said.",
            "both",
        ),
        # a numbered unit is of the state whose army the sentence begins with
        (
            "Iraqi police fight al-Qaida in Iraq. The U.S. military said two soldiers of the 4th Infantry Division were"
            " killed.",
            "United States",
        ),
        # what both tell
        ("India and Pakistan exchanged fire. Six soldiers were killed, officials on both sides said.", "both"),
        # since a side took up arms, and what a war is said to have cost
        (f"{WAR} More than 40,000 people have been killed since the RSF, a militia, took up arms.", "both"),
        (f"{WAR} Sixty soldiers have been killed this month. The conflict has cost over 40,000 lives.", "both"),
        (f"{WAR} More than 40,000 people are dead or missing in the war, according to the government.", "both"),
        # a sentence before that tells of one attack, or that this one does not go on with
        ("A rocket hit a market in Sudan's El Obeid on Monday. It killed nine people.", "Sudan"),
        ("The fighting in Sudan began in 2023. Nine people were killed in a market of El Obeid on Monday.", "Sudan"),
        # men that either side has, left by a fight of the two
        (
            "Clashes between the Sudanese army and the Rapid Support Forces have killed 40 fighters, the army said.",
            "both",
        ),
        (
            "Clashes between the Sudanese army and the Rapid Support Forces killed 40 RSF fighters, the army said.",
            "Rapid Support Forces",
        ),
        # those whom a strike killed, as the fighting went on
        (
            f"{WAR} An air strike hit the town of Kosti, killing 16 people, a doctor said, as fighting between the army"
            " and the RSF went on.",
            "Sudan",
        ),
    ],
)
def test_tolls_of_both_sides(text: str, expected: str) -> None:
    assert side(text) == expected


LNA = "Libyan National Army"
LIBYA = f"The {LNA} (LNA) fights the Government of National Accord (GNA) in Tripoli."
TURKEY = "Turkish troops fight the PKK."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nobody of its own, says the side that was hit
        (f"{TURKEY} The PKK said that there were no casualties.", "PKK"),
        # of those it struck, or by nobody of the two
        (f"{TURKEY} A doctor said that there were no casualties.", "unknown"),
        # what its own men did and suffered
        (f"{TURKEY} The PKK said six soldiers fell and that its fighters took two guns and lost one man.", "PKK"),
        (f"{TURKEY} The PKK said that the soldiers of Turkey had lost six men.", "Turkey"),
        # one of its men, who speaks for nobody
        (f"{LIBYA} A source in the LNA's 3rd Brigade said that nobody had been taken prisoner.", LNA),
        (f"{LIBYA} A doctor in Tripoli said that nobody had been taken prisoner.", "unknown"),
    ],
)
def test_nobody_and_its_own(text: str, expected: str) -> None:
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Georgian forces shelled South Ossetia. Six people were killed in Tskhinvali, the breakaway republic's"
            " authorities said.",
            "South Ossetia",
        ),
        (
            "Georgian forces shelled South Ossetia. Six people were killed in Gori, the authorities in Tbilisi said.",
            "Georgia",
        ),
        (
            "South Ossetia and Georgia exchanged fire. One serviceman was missing, the self-styled defence army said.",
            "South Ossetia",
        ),
        ("South Ossetia and Georgia exchanged fire. The defence army said it had lost five men.", "South Ossetia"),
        # no such authority is named
        ("Georgian forces met gunmen. Six people were killed in Gori, the region's authorities said.", "Georgia"),
    ],
)
def test_organs_of_a_region_that_broke_away(text: str, expected: str) -> None:
    assert side(text) == expected


def test_a_lone_namesake_abroad_is_no_ground() -> None:
    told = "Gunmen attacked villages in Burkina Faso. Soldiers came from Djibo and Ouagadougou."
    assert side(f"{told} In June at least 130 people were killed in the village of Solhan.") == "Burkina Faso"


CAMP = "Philippine troops drove gunmen of the Maute group from Butig."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # fallen foes, by what became of the others
        (
            f'{CAMP} "We have recovered five bodies. The rest were taken away by their comrades," an officer said.',
            "Maute group",
        ),
        # held ground hit by the country's own forces
        (
            "Ukraine fights Russia in Kherson. Russian-installed officials said two people had died when Ukrainian"
            " forces shelled the town of Nova Kakhovka.",
            "Ukraine",
        ),
        # those named last before "them"
        (
            "Myanmar's army fights the Arakan Army. It said it hit a camp of Arakan Army fighters and that nine of them"
            " were killed.",
            "Arakan Army",
        ),
        # homes are nobody's men
        (
            "Violence by al-Shabaab in Somalia has driven thousands of people from their homes.",
            "Somalia",
        ),
        # who serves a body of states, but for those who are from there
        ("Two UN personnel were killed in Cambodia on Monday.", "UN"),
        ("A Swedish employee of the United Nations was killed in Ivory Coast.", "United Nations"),
        ("Four local U.N. employees were killed in Cambodia on Monday.", "Cambodia"),
        ("Two employees of a brewery were killed in Cambodia on Monday.", "Cambodia"),
    ],
)
def test_words_beside_the_victims(text: str, expected: str) -> None:
    assert side(text) == expected


def test_a_fighter_tells_nothing_of_civilians_elsewhere() -> None:
    told = (
        "Al-Shabaab attacked a Ugandan base in Somalia's Lower Shabelle region and killed three Ugandan soldiers."
        " Al-Shabaab holds much of southern Somalia."
    )
    assert side(f"{told} A mortar round killed three civilians in Qoryoley, elders said.") == "Somalia"


NORTH = "Azerbaijani troops attacked Armenian troops near Vardenis."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the war, revolt or second war of the sentence before
        (f"{WAR} The revolt broke out in Darfur in 2003. It has killed some 30,000 people.", "both"),
        (f"{NORTH} The two neighbours have fought two wars. The second one, in 2020, killed 6,000 people.", "both"),
        (f"{WAR} Thousands of people have been killed in the fighting, the UN said.", "both"),
        # a part of it in another country, and what single attacks did
        (
            "Israel and Hezbollah have traded fire since the war in Gaza began in October. Nearly 500 people have been"
            " killed in Lebanon since then.",
            "Lebanon",
        ),
        (
            "Russia fights Ukraine. The war began after bombings that killed about 300 people in Russian cities.",
            "Russia",
        ),
        # soldiers of either of two states, left by a fight
        (f"{NORTH} Two days of fighting on the border left nearly 300 soldiers dead in September.", "both"),
    ],
)
def test_wars_of_the_sentence_before(text: str, expected: str) -> None:
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # fighters and mercenaries whom a state counts
        (
            "Niger's army fights Boko Haram near Diffa. Boko Haram attacked on Monday. Twenty fighters were killed, the"
            " defence ministry of Niger said.",
            "Boko Haram",
        ),
        (
            "Russia fights Ukraine. Russia's Defence Ministry said its forces hit a depot and killed 50 foreign"
            " mercenaries.",
            "Ukraine",
        ),
        # whose plane it was, wherever it came down
        (
            "Islamic State brought down a Russian airliner over Egypt in 2015, killing all 224 people on board.",
            "Russia",
        ),
        # a governor counts the people of his region, over the border too
        (
            "Ukraine fights Russia. Russian drones hit Odesa and Kharkiv. Ukrainian forces attacked Russian troops."
            " In Belgorod region, a"
            " drone hit a car, Gov. Ivan Petrenkov said. Petrenkov said 160 civilians had been killed in the region.",
            "Russia",
        ),
    ],
)
def test_whom_a_state_counts(text: str, expected: str) -> None:
    assert side(text) == expected


def test_their_kin() -> None:
    told = "Russia fights Ukraine in Kharkiv and Odesa. A drone killed a married couple in the Belgorod region."
    assert side(f"{told} Their teenage son was wounded.") == "Russia"


def test_a_spelling_abroad_is_no_ground() -> None:
    told = "India and Pakistan traded fire in Uri. Indian shelling in the Haji Pir sector killed a cow."
    assert side(f"{told} Indian shells killed three women in Kirni village, Pakistan said.") == "Pakistan"


SRI_LANKA = "Sri Lankan troops fought the Tamil Tigers near Kilinochchi."
CHAD = "The Chadian army fought rebels near Abeche. Rebels killed six Chadian soldiers."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom it fought left its dead, says a side
        (f'{SRI_LANKA} "The terrorists left 19 bodies behind," the army said.', "Tamil Tigers"),
        (f"{SRI_LANKA} The army said the families had left 19 bodies unburied.", "Sri Lanka"),
        # captives of a side's word are its enemy's; its own soldiers and hostages are not
        (f"{SRI_LANKA} The army said 11 others were captured.", "Tamil Tigers"),
        (f"{SRI_LANKA} The army said that 11 of its soldiers were captured.", "Sri Lanka"),
        (f"{SRI_LANKA} The army said that 11 soldiers were captured.", "Sri Lanka"),
        (f"{SRI_LANKA} The army said it had killed 90 rebels and taken 12 prisoner.", "Tamil Tigers"),
        # members of the one group that is told of
        (f"{SRI_LANKA} The dead are seven soldiers and eleven members of the group, the army said.", "Tamil Tigers"),
        # rebels without a name fight the state whose they are
        (f"{CHAD} The government said that 200 mercenaries had died.", "Chad: rebels"),
        # what some of them were tells nothing of all
        (
            "Kyrgyz and Tajik troops clashed. In a battle in 2021 more than 50 people died, most of them on the Kyrgyz"
            " side.",
            "both",
        ),
        # a uniform tells whose a body is
        ("Eritrean troops fight Ethiopian forces. Reporters saw 250 bodies in Ethiopian uniform.", "Ethiopia"),
        # who had been killed is no one who had another wounded
        (
            "Azerbaijani and Armenian troops clashed. Armenia said that 22 servicemen had been killed and 41 wounded.",
            "Armenia",
        ),
        # quotation marks between a verb of loss and its number
        (f'{SRI_LANKA} The Tigers said that the army had lost "at least 150 men".', "Sri Lanka"),
        # those named right before
        (
            "Eritrean troops fight Ethiopian forces. Ethiopia said it had put 500 Eritrean troops out of action, of"
            " whom some 130 were killed.",
            "Eritrea",
        ),
        # two that clash, in whatever words
        ("At least 18 people died when FARC guerrillas and paramilitaries fought in Colombia's Caqueta.", "both"),
        ("Malian troops fought MUJAO. Street battles in the largest city of northern Mali killed 20 people.", "both"),
        # the country behind a border is no ground of the harm
        (
            "Kyrgyz and Tajik troops clashed. Kyrgyzstan said 38 people had been killed in fighting on its border with"
            " Tajikistan.",
            "Kyrgyzstan",
        ),
        # nobody puts out his own
        (f"{WAR} The RSF said nine operatives were eliminated in the raid.", "Sudan"),
        (
            f"{WAR} The RSF said it had put more than 1,700 government troops out of action and taken 320 prisoner.",
            "Sudan",
        ),
        # a clash of two is told by one of them, and still both have dead
        (f"{WAR} Twelve people were killed on Sunday in a clash between the army and the RSF, the army said.", "both"),
        # the enemy's losses, whoever was counted before
        (
            f"{WAR} One soldier was killed and five were hurt, the army said. The losses of the enemy were up to 20"
            " killed and wounded, it added.",
            "Rapid Support Forces",
        ),
    ],
)
def test_the_enemys_and_its_own(text: str, expected: str) -> None:
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose seat a capital is
        ("Georgian troops shelled it. The leadership in Tskhinvali said nine of its men were killed.", "South Ossetia"),
        ("Georgian troops shelled it. The authorities in Tbilisi said nine of their men were killed.", "Georgia"),
        ("Armenia and Azerbaijan fight. Stepanakert said that 12 of its soldiers had died.", "Nagorno-Karabakh"),
        ("Oleh Marko, deputy head of the Donetsk regional administration, put the dead at seven.", "Ukraine"),
        # letters written as a name
        ("Taliban fighters attacked a base in Afghanistan. Nato said four of its soldiers were killed.", "NATO"),
        # a state that takes no part in the war has no army there, be its men named ever so often
        (
            "Guerrillas of the FMLN fight the army in El Salvador. A U.S. soldier died there, a U.S. officer said. The"
            " army said nine soldiers were killed.",
            "El Salvador",
        ),
        # what the source claims to have done
        ("Pakistani troops fight the Baloch Liberation Army. The BLA claims killing 15 men in Kohlu.", "Pakistan"),
        # a country that does something is no ground
        (
            "Ukrainian troops fight Russian forces in Donetsk. The UN says 9,511 civilians have been killed in the"
            " country since Russia's full-scale invasion.",
            "Ukraine",
        ),
        # parts of a figure are of its side, and its side is not theirs
        ("Hamas fired rockets at Israel. Four Israelis, three of them civilians, have been killed.", "Israel"),
        (
            "The Sudanese army fights the Rapid Support Forces. The army killed 97 RSF fighters, a brigadier among"
            " them.",
            "Rapid Support Forces",
        ),
        ("Uzbek militants seized 13 people in Batken, among them four Japanese geologists.", "Japan"),
        # whose a body of states has lost
        ("Hezbollah fought Israeli troops. The UN, which lost two observers in Lebanon, pulled out.", "UN"),
        # on whom a loss was inflicted
        (f"{SRI_LANKA} The Tigers said they had inflicted more than 60 casualties on the army.", "Sri Lanka"),
        # men whom a state calls by what they do
        ("Peruvian troops fight the Shining Path. Troops killed 20 subversives, the army said.", "Shining Path"),
        # brigades that nobody listed
        (
            "Yemeni forces fight the Houthis. A spokesman for the Lions Brigades said 32 of his men had died.",
            "Lions Brigades",
        ),
    ],
)
def test_seats_parts_and_bodies(text: str, expected: str) -> None:
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose losses a possessive tells, and where a clause of loss has ended
        (f"{TURKEY} There was no word from the PKK, which gave its own losses as four dead.", "PKK"),
        (f"{TURKEY} The army put its own losses at four dead.", "Turkey"),
        (f"{TURKEY} Turkish troops lost 15 men while 27 of the rebels were killed, a doctor said.", "PKK"),
        (f"{TURKEY} The PKK said Turkey was hiding its true losses, which it said exceeded 200.", "Turkey"),
        (f"{TURKEY} The army said the rebels had withdrawn carrying 25 dead.", "PKK"),
        # whom its own forces killed, and whom it calls outlaws
        (f'{TURKEY} The PKK said its fighters had struck "a point of deployment", killing 40 servicemen.', "Turkey"),
        (f"{TURKEY} Turkey said its forces had struck a camp, killing up to 40 fighters.", "PKK"),
        (f"{TURKEY} Fourteen bandits were destroyed in Hakkari, the Turkish army said.", "PKK"),
        # what one counts by one's own count is not one's own
        (f"{TURKEY} By our count some 25 terrorists perished, a Turkish army spokesman said.", "PKK"),
        # those of the other side, though not of the other side of a border
        (
            "India and Pakistan traded fire. Four soldiers on the other side were killed, the Indian army said.",
            "Pakistan",
        ),
        # whose men were in the camp, and a group of another country
        (
            "Libya's army lost Sabha. A Chadian armed group attacked a military camp of forces loyal to General Khalifa"
            " Haftar, killing one.",
            "Libyan National Army",
        ),
        # of two armed groups the one that the state fights
        (
            "Turkish troops attacked the YPG in Syria's Afrin. The Free Syrian Army helped. The Turkish army said 64"
            " terrorists were killed.",
            "YPG",
        ),
        # both sides that are named behind a figure do not share it
        (
            "Russian rockets hit a market in Ukraine's Orikhiv, killing five civilians, as both armies claimed to have"
            " won ground.",
            "Ukraine",
        ),
    ],
)
def test_words_about_losses(text: str, expected: str) -> None:
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Ghanaian peacekeeper with the UNIFIL force was wounded in Lebanon, a spokesman said.", "UNIFIL"),
        ("The African Union force said one of its Congolese peacekeepers was wounded in Bossangoa.", "African Union"),
        ("The UN mission spoke of a mine. A Chadian peacekeeper was killed near Kidal.", "United Nations"),
        # several men of one nation are its contingent
        ("The UN mission spoke of a mine. Six Chadian peacekeepers were killed near Kidal.", "Chad"),
        # of a state that takes part in the war, whoever else is named
        (
            "Armenia and Azerbaijan fight over Nagorno-Karabakh. The UN was worried. Five Russian peacekeepers"
            " were killed.",
            "Russia",
        ),
        (
            "The Taliban attacked a convoy of NATO in Afghanistan. A Taliban spokesman said 15 foreign soldiers were"
            " killed.",
            "NATO",
        ),
    ],
)
def test_soldiers_of_bodies_of_states(text: str, expected: str) -> None:
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells hit a school in Gaza, killing 13 people, Palestinian officials said.", "Palestinians"),
        ("Palestine mourns. Shells hit a school in Gaza, killing 13 people, Palestinian officials said.", "Palestine"),
        ("Shells hit Sarajevo in Bosnia, killing nine people, doctors said.", "Bosnia"),
    ],
)
def test_sides_by_the_name_that_a_report_has(text: str, expected: str) -> None:
    assert side(text) == expected


SOMALIA = "Al-Shabaab fights the government of Somalia. Ugandan troops help it. Somali soldiers held Jowhar."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ranks of an army or police that alone fights here
        (f"{SRI_LANKA} Two officers were wounded in the attack.", "Sri Lanka"),
        (f"{SRI_LANKA} The Tigers said that a captain had been killed.", "Sri Lanka"),
        # the state at home, not one that sent men to help it
        (f"{SOMALIA} A bomb killed 12 recruits.", "Somalia"),
        # what only armed groups call their own, and a side's word for its fallen
        (f"{SRI_LANKA} Three cadres died, a spokesman said.", "Tamil Tigers"),
        (f"{TURKEY} The PKK's Firat news agency said two men were martyred.", "PKK"),
        (f"{TURKEY} The PKK's Firat news agency said two women were martyred in Hakkari.", "Turkey"),
        # civilians of a state that its officials call martyrs
        (
            'Rebels shelled Hama in Syria. "Two civilians were martyred," a source in the Syrian police command said.',
            "Syria",
        ),
        # fighters, if one group alone has any
        (f"{SRI_LANKA} The Red Cross took the remains of 11 combatants across the lines.", "Tamil Tigers"),
        # of them, behind a noun that is none of the state's
        (f"{SRI_LANKA} The army said its troops beat back the attackers and killed 20 of them.", "Tamil Tigers"),
        # bodies of those whom the speaker fights
        (f'{SRI_LANKA} "We have 12 bodies of the gangs here," the army said.', "Tamil Tigers"),
        # another clause's enemy
        (f"{SRI_LANKA} The army spoke of lies of the enemy and said no soldier had been captured.", "Sri Lanka"),
        # militiamen, where a militia is what the army fights
        (
            "The Mahdi Army fights U.S. troops in Iraq's Sadr City. The U.S. military said 12 militiamen died.",
            "Mahdi Army",
        ),
        # an alliance of states
        (
            "The Taliban attacked Kunduz in Afghanistan. The U.S. military said no coalition troops were hurt.",
            "U.S.-led coalition",
        ),
        # whose they are follows the verb
        (f"{SRI_LANKA} Nineteen of those killed were members of the Tamil Tigers, a doctor said.", "Tamil Tigers"),
        # where the fallen were met
        (f"{TURKEY} Gunmen raided a PKK checkpoint and killed four.", "PKK"),
        # one that a title describes
        (f"{TURKEY} State television showed the funeral of PKK commander Murat Aslan, who was killed.", "PKK"),
    ],
)
def test_men_by_rank_and_by_word(text: str, expected: str) -> None:
    assert side(text) == expected


PERU = "The Peruvian army fights the Shining Path."
KASHMIR = "Indian and Pakistani troops fight in Kashmir. Pakistan and India accuse each other."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # men whom a state arms, and who lead its units
        (f"{PERU} The bodies of six members of a village patrol were found, police said.", "Peru"),
        (f"{PERU} The wounded included the post's commander, a doctor said.", "Peru"),
        # some of those told of right before
        (f"{PERU} The Shining Path said its men had captured 41 soldiers, including a battalion commander.", "Peru"),
        # an outlaw is nobody's soldier, whoever speaks
        (f"{PERU} Eight miscreants were killed, a source said.", "Shining Path"),
        # bodies that an officer counted are no wounded of his
        (f'{PERU} Nine soldiers were hurt, an army general said. "We counted 34 bodies," he said.', "Shining Path"),
        # where soldiers of two states fell, or lie
        (f"{KASHMIR} A nurse saw five wounded soldiers at a hospital in Lahore, Pakistan.", "Pakistan"),
        (f"{KASHMIR} Three soldiers died when India shot down a Pakistani helicopter.", "Pakistan"),
    ],
)
def test_men_of_a_state(text: str, expected: str) -> None:
    assert side(text) == expected


SALVADOR_REBELS = "Farabundo Marti National Liberation Front"
SALVADOR = "Rebels of the Farabundo Marti National Liberation Front fight the army of El Salvador."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SALVADOR} Some 150 guerrillas and soldiers died there, the army said.", "both"),
        (f"{SALVADOR} The rebels said that an officer was killed in the attack.", "El Salvador"),
        (f"{SALVADOR} The rebels said 12 soldiers had been taken prisoner, among them a lieutenant.", "El Salvador"),
        (
            "Karabakh's de facto Defense Ministry rejected the claim of Azerbaijan. The ministry said 20 of its"
            " soldiers had been killed.",
            "Nagorno-Karabakh",
        ),
    ],
)
def test_ranks_pairs_and_bodies_of_de_facto_authorities(text: str, expected: str) -> None:
    assert side(text) == expected


KARABAKH = "Azerbaijan and Armenia fight over Nagorno-Karabakh."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the office of an office-holder, and words that tell of an authority without its name
        (f"{KARABAKH} More than 40 people were hurt, the Karabakh ombudsman's office said.", "Nagorno-Karabakh"),
        (
            f"{KARABAKH} A couple was found dead in Talish, said the de facto ombudsman, Aram Lusoyan.",
            "Nagorno-Karabakh",
        ),
        (f"{KARABAKH} Azerbaijan denied it. Two teachers died, a separatist official said.", "Nagorno-Karabakh"),
        # whom a state hits on the ground that an authority holds against its will
        (
            "Russian troops reached South Ossetia. Georgian shelling killed 12 people in Tskhinvali, a doctor said.",
            "South Ossetia",
        ),
        # of where it has been, and not of who began what
        (
            f"{KARABAKH} Thirty people have died in Talish since Azerbaijan struck, Karabakh officials said.",
            "Nagorno-Karabakh",
        ),
    ],
)
def test_people_of_an_authority_that_no_state_recognises(text: str, expected: str) -> None:
    assert side(text) == expected


LIBYA = "The Libyan army fights militias in Tripoli."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LIBYA} Gunmen seized three foreign oil workers in Zuwara, police said.", "unknown"),
        (f"{LIBYA} An air raid killed 48 migrants in Zuwara.", "unknown"),
        (f"{LIBYA} An air raid killed 48 Sudanese migrants in Zuwara.", "Sudan"),
        (f"{LIBYA} An air raid killed 48 migrant workers in Zuwara.", "Libya"),
        (f"{LIBYA} The Libyan army said it lost three foreign pilots.", "Libyan government"),
    ],
)
def test_people_from_countries_that_nobody_names(text: str, expected: str) -> None:
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the victims' own phrase goes on with the country, whatever the sentence tells of after it
        (
            "Israeli strikes killed 21 people in southern and eastern Lebanon, a Lebanese official said, and rockets"
            " fell on Haifa in Israel.",
            "Lebanon",
        ),
        # a border is nobody's ground
        (
            "Liberian rebels took Tubmanburg. A shell fell on a camp near the Guinean border, killing a mother.",
            "Liberia",
        ),
        # a town is where the report tells it to lie, anywhere
        (
            "Shells killed a clerk in Mendhar. Pakistan and India exchanged fire in Kotli, and Indian guns fell silent"
            " in Mendhar sector of Poonch district.",
            "India",
        ),
        # nor is a town where an agreement is signed
        (
            "Hutu rebels killed 19 people in Burundi's Bubanza, the army said, a day before leaders sign a peace accord"
            " in the Tanzanian town of Arusha.",
            "Burundi",
        ),
    ],
)
def test_the_ground_of_a_harm(text: str, expected: str) -> None:
    assert claims(text)[0].value.side == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a harm in the country that the other figure's side fights is not that side's
        (
            "Russian missiles hit Kharkiv in Ukraine, killing one man. Ukraine sent drones. In Russia's Belgorod a"
            " drone hit a car and one man was killed.",
            "Russia",
        ),
        # a caption tells again what the text tells of somebody's own
        (
            f"{KARABAKH} A boy of 14 was killed in Martuni, officials in Stepanakert said. An Azerbaijani official said"
            " one woman was killed in Ganja.\n\nA boy of 14 was killed",
            "Nagorno-Karabakh",
        ),
        # civilians take no armed group's side from its fighters
        (
            "Philippine troops fought the Moro Islamic Liberation Front. The front lost one fighter. A monitor said a"
            " mortar round killed one boy in Buayan.",
            "Philippines",
        ),
        # whose own dead somebody counts who speaks for no side, an earlier sentence does not tell
        (
            "Troops of Congo came to Bossangoa in the Central African Republic. Traders put their own losses at 55.",
            "Central African Republic",
        ),
    ],
)
def test_what_one_figure_lends_another(text: str, expected: str) -> None:
    assert side(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # counts in a row that make the one before them
        (f"{SALVADOR} Planes bombed a camp, where 11 guerrillas died, eight men and three women.", SALVADOR_REBELS),
        # whose losses are counted, with the name behind the noun
        (f"{SALVADOR} The rebels said the losses of the Salvadoran army exceeded 300.", "El Salvador"),
        # who lists a group has killed nobody
        (
            "Turkish troops fight the PKK. More than 40,000 people have been killed since the PKK, which is listed as a"
            " terrorist organization by Turkey, took up arms in 1984.",
            "both",
        ),
    ],
)
def test_breakdowns_losses_of_and_lists_of_groups(text: str, expected: str) -> None:
    assert side(text) == expected


SRINAGAR = "Indian police fight militants in Kashmir, near Srinagar and Anantnag."
FARC = "FARC guerrillas fight the army of Colombia near Caguan."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # rebels of no named group, and beside the soldiers of two states at war
        (f"{SRINAGAR} Twelve militants were killed, police said.", "Kashmiri militants"),
        (f"{KASHMIR} India said its guns had hit nine Pakistani soldiers and a militant, who died.", "unknown"),
        # where a group is from is no side
        (
            f"{FARC} Troops killed nine members of a Colombian armed group, the army said.",
            "Revolutionary Armed Forces of Colombia",
        ),
    ],
)
def test_rebels_without_a_name(text: str, expected: str) -> None:
    assert side(text) == expected


def test_the_next_figures_side_is_not_the_one_befores() -> None:
    told = f'{FARC} The FARC said it had lost three men and caused "21 dead" in the army\'s ranks.'
    assert claims(told)[0].value.side == "FARC"


GAZA = "Israeli troops fight Hamas in Gaza."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a group holds is of those it fights
        (f"{GAZA} Hamas said three hostages were killed in air strikes.", "Israel"),
        (f"{GAZA} A hospital said three children were killed. Israel denied it.", "Palestine"),
        # nobody of its own, says a state of what it did elsewhere
        (f"{GAZA} An Israeli spokesman denied that a child was killed in the raid in Rafah.", "Palestine"),
        (f"{GAZA} A string of Palestinian attacks killed 19 people in Israel.", "Israel"),
        # "we" are who speaks, of no side that was told of before
        (f'{GAZA} "We buried 25 people in Rafah," a teacher said.', "Palestine"),
        (
            'NATO hit a house of the Taliban near Kabul. "We have no reports of civilian casualties," a NATO'
            " spokesman said.",
            "Afghanistan",
        ),
        # the next sentence is no ground
        (f"{GAZA} A doctor said 16 people were killed. Israel did not comment.", "Palestine"),
        # a dateline's town is nobody's adjective
        (
            "KHARTOUM - Rebel fighters attacked the town of Duk in South Sudan, killing 28 people, a doctor said.",
            "South Sudan",
        ),
    ],
)
def test_people_in_the_hands_or_on_the_ground_of_the_other_side(text: str, expected: str) -> None:
    assert side(text) == expected


RUSSIA = "Russia and Ukraine fight."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the enemy's men, whom the speaker's own killed
        (
            f"{RUSSIA} Russia's defence ministry said its forces had struck a base in Sumy and killed up to 70"
            " servicemen.",
            "Ukraine",
        ),
        # an armed group's word for whom it fights
        ("Islamic State fights the Iraqi army. Islamic State said 50 apostates had been killed.", "Iraq"),
        # whose town it is, whoever speaks
        (
            f"{GAZA} The health ministry of Hamas said a rocket killed a man in the southern Israeli city of Ost.",
            "Israel",
        ),
        # named troops, and the number of them
        (
            f"{RUSSIA} A mayor wrote that the house held Russian troops and that at least 30 of them were killed.",
            "Russia",
        ),
        # bandits, where a state fights somebody of no group's name
        ("Azerbaijan and Armenia fight. Armenia's Defence Ministry said 12 bandits had been destroyed.", "Azerbaijan"),
        # the attackers, by the word of the group that was attacked
        (
            "Turkish troops fight the Syrian Democratic Forces in Syria. The Syrian Democratic Forces said nine of the"
            " attackers died.",
            "Turkey",
        ),
    ],
)
def test_those_whom_the_speakers_side_fights(text: str, expected: str) -> None:
    assert side(text) == expected


def test_soldiers_by_the_word_of_one_country() -> None:
    text = "India fights rebels in Kashmir. India and Pakistan talk. Two Army jawans died near Nowgam, a nurse said."
    assert side(text) == "India"


def test_some_of_the_dead_are_of_the_side_that_all_are_of() -> None:
    told = claims(
        f"{GAZA} A rocket killed a man in the Israeli city of Ost.\n\nA doctor in Rafah said five of the dead there"
        " were civilians, among them a boy."
    )
    assert [claim.value.side for claim in told[1:]] == ["Palestine", "Palestine"]
