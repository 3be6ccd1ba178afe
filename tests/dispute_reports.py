"""Sixty-two short reports of our own, over many conflicts, with invented people: who disputes what with whom.

Expectations were written before the first run. Read right in it: 25 of the first 30; 13 of the next 20 (16 by parties,
whose names three expectations had too narrow); 8 of the last 12. `unmet` says what is still wrong.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A report with its conflicts (lower bounds of both figures), denials (who, whose statement) and mutual blame."""

    name: str
    text: str
    conflicts: tuple[tuple[int, int], ...] = ()
    denies: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    blames: int = 0
    unmet: str | None = None


REPORTS = (
    Disputed(
        name="only-three",
        text=(
            "The Taliban said 28 Afghan soldiers were killed when fighters stormed a base in Faryab on Monday.\n\n"
            "Provincial governor Naqib Yaftali confirmed the attack but said only three soldiers had died."
        ),
        conflicts=((3, 28),),
    ),
    Disputed(
        name="no-losses",
        text=(
            "Mali's army said it killed 14 jihadist fighters near Menaka on Sunday and suffered no losses.\n\nThe"
            " militant group JNIM said it had killed six Malian soldiers in the fighting near Menaka."
        ),
        conflicts=((0, 6),),
    ),
    Disputed(
        name="province-part",
        text=(
            "Attacks in four Iraqi provinces killed 41 people on Tuesday, an interior ministry official said.\n\nIn"
            " Diyala 12 people died when a car bomb blew up at a market, said police captain Saad Karim."
        ),
    ),
    Disputed(
        name="town-alone",
        text=(
            "Rebel shelling killed 33 civilians across eastern Congo last week, the army said.\n\nIn Rutshuru alone"
            " 19 civilians were killed, a local chief, Jean-Claude Bahati, said."
        ),
    ),
    Disputed(
        name="on-the-spot",
        text=(
            "A roadside bomb killed nine police officers in Sinai on Thursday, Egypt's interior ministry"
            " said.\n\nSeven officers died on the spot and two others in hospital, a medic, Hany Fouad, said."
        ),
    ),
    Disputed(
        name="three-tolls",
        text=(
            "Nigeria's army said 18 people were killed in the raid on Dalori on Saturday. A local vigilante"
            " leader, Bukar Modu, said 52 people were killed. Medical charity MSF said 31 people were killed."
        ),
        conflicts=((18, 52), (31, 52), (18, 31)),
    ),
    Disputed(
        name="at-least-holds",
        text=(
            "At least 20 people were killed in an air strike on a market in Saada on Friday, medics said. A local"
            " official, Yahya Harazi, said 26 people died."
        ),
    ),
    Disputed(
        name="although-toll",
        text=(
            "At least 300 people have been killed in the fighting in Sudan, the health ministry said, although the"
            " doctors' union put the toll at 460."
        ),
        conflicts=((300, 460),),
    ),
    Disputed(
        name="incident-and-total",
        text=(
            "Ukraine's general staff said a missile killed six soldiers in Dnipro on Monday.\n\nRussia's defence"
            " ministry said more than 20,000 Ukrainian soldiers had been killed since the war began."
        ),
    ),
    Disputed(
        name="farmers-not-rebels",
        text=(
            "Colombia's army said 11 FARC rebels were killed in an operation in Putumayo on Monday.\n\nA peasant"
            " group, Asocampo, said four of the dead were farmers."
        ),
        conflicts=((4, 11),),
    ),
    Disputed(
        name="own-loss-and-claim",
        text=(
            "The Kurdistan Workers' Party said it killed 37 Turkish soldiers in Sirnak on Sunday.\n\nTurkey's"
            " General Staff said two soldiers were killed in Sirnak."
        ),
        conflicts=((2, 37),),
    ),
    Disputed(
        name="toll-stood",
        text=(
            "Ethiopia's police said 22 people died in the unrest in Adama on Sunday. An opposition party put the"
            " number of dead at 67."
        ),
        conflicts=((22, 67),),
    ),
    Disputed(
        name="revised-by-source",
        text=(
            "The Somali police said on Monday that 14 people had been killed in the hotel siege in Mogadishu, down"
            " from 17 it had reported earlier."
        ),
        conflicts=((14, 17),),
    ),
    Disputed(
        name="different-sides",
        text=(
            "Israel's army said three of its soldiers were killed in southern Lebanon on Monday. Hezbollah said"
            " five of its fighters were killed."
        ),
    ),
    Disputed(
        name="army-killed-by-whom",
        text=(
            "The Philippine army said New People's Army rebels killed two villagers in Samar on Friday.\n\nA rights"
            " group, Karapatan, said both villagers were killed by soldiers."
        ),
        conflicts=((2, 2),),
    ),
    Disputed(
        name="in-the-capital",
        text=(
            "Georgia's interior ministry said Russian jets bombed a bridge near Kaspi on Saturday, killing two"
            " guards.\n\nIn Moscow, the Defence Ministry denied the report."
        ),
        denies=((("Russia",), ("Georgia", "Georgian interior ministry", "Georgia's interior ministry")),),
    ),
    Disputed(
        name="losing-a-jet",
        text=(
            "Pakistan's army said it had shot down an Indian jet over Kashmir and killed four Indian soldiers.\n\n"
            "India's air force denied losing an aircraft."
        ),
        denies=((("India",), ("Pakistan", "Pakistan's army")),),
    ),
    Disputed(
        name="spokesman-by-name",
        text=(
            "Syrian state television accused Turkey of shelling Tel Rifaat, killing five civilians.\n\nA Turkish"
            " defence ministry spokesman, Colonel Emre Sahin, dismissed the accusation as propaganda."
        ),
        denies=((("Turkey",), ("Syrian state television", "Syria", "Syrian government")),),
    ),
    Disputed(
        name="no-part-in-it",
        text=(
            "The Congolese army blamed Rwanda for the bombing of a camp near Goma that killed nine"
            " people.\n\nRwanda denied any part in the attack."
        ),
        denies=((("Rwanda",), ("Congo", "Democratic Republic of the Congo", "Congolese army")),),
    ),
    Disputed(
        name="aide-to-the-president",
        text=(
            "An aide to Ukraine's president, Taras Melnyk, said Russian shells killed 12 civilians in Kherson on"
            " Sunday. The Russian defence ministry rejected the claim."
        ),
        denies=((("Russia",), ("Ukraine", "Taras Melnyk")),),
    ),
    Disputed(
        name="figure-dismissed",
        text=(
            "Al-Shabaab said it killed 61 Burundian troops at a base in El Baraf. Burundi's army spokesman, Colonel"
            " Floribert Nkurunziza, dismissed the figure and said ten soldiers were killed."
        ),
        conflicts=((10, 61),),
        denies=((("Floribert Nkurunziza", "Burundi"), ("al-Shabaab",)),),
    ),
    Disputed(
        name="each-blames",
        text=(
            "Eight fishermen were killed off Mannar on Tuesday. The Sri Lankan navy and the Tamil Tigers each"
            " blamed the other for the attack."
        ),
        blames=1,
    ),
    Disputed(
        name="traded",
        text=(
            "Thailand and Cambodia traded accusations over who fired first near the temple, where two soldiers"
            " died on Friday."
        ),
        blames=1,
    ),
    Disputed(
        name="one-sided",
        text=(
            "A bomb killed 14 people at a mosque in Peshawar on Friday. Pakistan's government blamed the Pakistani"
            " Taliban for the attack."
        ),
    ),
    Disputed(
        name="blamed-and-answered",
        text=(
            "South Sudan's army accused rebels loyal to Riek Machar of attacking Malakal. The rebels, in turn,"
            " accused the army of starting the fighting."
        ),
        blames=1,
    ),
    Disputed(
        name="denied-and-blamed-third",
        text=(
            "Residents said soldiers shot 16 traders dead at a market in Bambari. The army denied responsibility"
            " and blamed bandits."
        ),
        denies=((("army", "Central African Republic", "Central African army"), ("residents",)),),
    ),
    Disputed(
        name="denied-deaths",
        text=(
            "The Arakan Army said it killed 40 soldiers of Myanmar's army at a post in Paletwa. The military denied"
            " that any soldiers had been killed."
        ),
        denies=((("Myanmar", "Myanmar military"), ("Arakan Army",)),),
    ),
    Disputed(
        name="refusing-comment",
        text=(
            "The Houthis said they killed 15 Saudi soldiers in Najran. Saudi officials could neither confirm nor"
            " deny the report."
        ),
    ),
    Disputed(
        name="minister-rejects-un",
        text=(
            "A United Nations report said Eritrean troops killed more than 100 civilians in Axum. Eritrea's"
            " information minister, Tesfai Berhane, called the report a fabrication."
        ),
        denies=((("Eritrea",), ("United Nations",)),),
    ),
    Disputed(
        name="strike-caused-none",
        text=(
            "Israel's military said its strike on a convoy near Qusair killed seven Hezbollah fighters. A"
            " Hezbollah official said the strike had caused no casualties."
        ),
        conflicts=((0, 7),),
    ),
    Disputed(
        name="headline-parts",
        text=(
            "Twelve dead as rebels raid Ituri village\n\nBUNIA, Congo - Fighters of the CODECO militia killed"
            " nine civilians and three soldiers in a raid on a village in Ituri on Tuesday, the territory's"
            " administrator, Roger Mateso, said.\n\nA Red Cross worker, Aline Dhena, said her team had buried 21"
            " people."
        ),
    ),
    Disputed(
        name="claims-vs-loss",
        text=(
            "KYIV - Russia's defence ministry said on Tuesday its forces had killed 120 Ukrainian soldiers in"
            " an attack on a barracks in Poltava. Ukraine's ground forces said four soldiers were killed and 11"
            " wounded in the strike on the barracks."
        ),
        conflicts=((4, 120),),
    ),
    Disputed(
        name="denied-using-shells",
        text=(
            "Human rights monitors in Yemen said cluster bombs dropped by coalition jets killed eight people in"
            " Hodeidah. Brigadier Nasser Otaibi, a spokesman for the Saudi-led coalition, denied using such"
            " weapons."
        ),
        denies=((("Saudi-led coalition",), ("human rights monitors", "human rights monitors in Yemen", "monitors")),),
    ),
    Disputed(
        name="blames-separate-sentences",
        text=(
            "India's army said Pakistani troops opened fire first near Poonch, wounding two villagers."
            " Pakistan's military, meanwhile, accused Indian troops of starting the shooting."
        ),
        blames=1,
    ),
    Disputed(
        name="both-deny",
        text=(
            "The Sudanese army and the Rapid Support Forces both denied responsibility for the shelling of"
            " Nyala, in which residents said 14 people died."
        ),
        denies=((("Sudan",), ("residents",)), (("Rapid Support Forces",), ("residents",))),
    ),
    Disputed(
        name="rejected-by-kabul",
        text=(
            "A United Nations mission said an Afghan air strike killed 30 children at a religious ceremony in"
            " Kunduz. Kabul rejected the findings and insisted that only Taliban fighters had been hit."
        ),
        denies=((("Afghanistan",), ("United Nations", "United Nations mission")),),
    ),
    Disputed(
        name="hospital-count-vs-army",
        text=(
            "Soldiers opened fire on marchers in Lagos on Tuesday night. Nigeria's army said no one was killed."
            " A doctor at a hospital in Lekki, Femi Adebola, said nine people had been killed."
        ),
        conflicts=((0, 9),),
    ),
    Disputed(
        name="range-overlap",
        text=(
            "The Syrian Observatory for Human Rights said between 30 and 40 fighters were killed in the raid"
            " near Deir al-Zor. The coalition said it killed 35 Islamic State fighters in the raid."
        ),
    ),
    Disputed(
        name="numbers-other-things",
        text=(
            "Kenya's police said gunmen killed six bus passengers in Mandera on Friday. On Saturday a separate"
            " attack in Lamu killed eight villagers, a county official, Said Hassan, said."
        ),
    ),
    Disputed(
        name="more-than-claimed",
        text=(
            "The Maoists said they lost two fighters in the clash in Bastar on Sunday. Police in India's"
            " Chhattisgarh state said 14 Maoists were killed in the clash."
        ),
        conflicts=((2, 14),),
    ),
    Disputed(
        name="nominal-denial",
        text=(
            "Despite denials by Ankara, Iraqi Kurdish officials said a Turkish drone killed three herders near"
            " Zakho on Monday."
        ),
        denies=(
            (
                ("Turkey",),
                ("Iraqi Kurdish officials", "Kurdish officials", "Iraqi Kurdistan", "Kurdistan Regional Government"),
            ),
        ),
    ),
    Disputed(
        name="disputes-toll",
        text=(
            "The junta in Mali says 203 militants died in the assault on Moura. Witnesses and aid workers"
            " dispute that, saying most of the dead were civilians."
        ),
        denies=((("witnesses and aid workers",), ("Mali",)),),
    ),
    Disputed(
        name="accuse-deny-chain",
        text=(
            "Armenia accused Azerbaijan of shelling a border village on Thursday, killing a shepherd."
            " Azerbaijan's defence ministry called the accusation a lie and said Armenian snipers had fired at"
            " its posts."
        ),
        denies=((("Azerbaijan",), ("Armenia",)),),
    ),
    Disputed(
        name="wounded-vs-killed",
        text=(
            "Peru's army said five soldiers were wounded in the ambush in Vilcabamba. A Shining Path statement"
            " said 13 soldiers were killed and five wounded in the ambush."
        ),
    ),
    Disputed(
        name="each-side-other-verb",
        text=(
            "Two peacekeepers died in the crossfire in Juba on Friday. Government and rebel commanders pointed"
            " the finger at each other."
        ),
        blames=1,
    ),
    Disputed(
        name="group-not-behind",
        text=(
            "Philippine police said Abu Sayyaf gunmen were behind the bombing of a bus in Basilan that killed"
            " six people. A man who said he spoke for the group denied it was behind the blast."
        ),
        denies=((("Abu Sayyaf", "man who said he spoke for the group"), ("Philippines", "Philippine police")),),
    ),
    Disputed(
        name="conflict-lower-civilians",
        text=(
            "Gaza's health ministry said 25 people were killed in the strike on Jabalia on Monday. The Israeli"
            " military said it killed 12 militants in the strike."
        ),
    ),
    Disputed(
        name="toll-corrected",
        text=(
            "Iraq's health ministry said 63 people died in the bombing in Karrada. It had earlier put the toll at 80."
        ),
        conflicts=((63, 80),),
    ),
    Disputed(
        name="tweet-denial",
        text=(
            'Tigrayan forces said they had captured 300 Ethiopian soldiers near Maychew. "These are fairy'
            ' tales," Redwan Alemu, a spokesman for Ethiopia\'s government, wrote on Twitter. "The claim is'
            ' false."'
        ),
        denies=((("Ethiopia",), ("Tigrayan forces", "Tigray", "Tigray People's Liberation Front")),),
    ),
    Disputed(
        name="reports-denied-by-source",
        text=(
            "Media reports that 10 Russian officers had died in the strike on Kherson were denied by the"
            " Kremlin on Friday."
        ),
        denies=((("Russia",), ("media",)),),
    ),
    Disputed(
        name="hospital-part",
        text=(
            "Suicide bomber kills 24 at Kabul voter centre\n\nA suicide bomber killed 24 people at a voter"
            " registration centre in Kabul on Sunday, the health ministry said. Another 60 people were wounded."
            "\n\nA hospital director, Wahid Sarwari, said his hospital had received 11 bodies. In Baghlan, a"
            " roadside bomb killed six people, police said."
        ),
    ),
    Disputed(
        name="soldiers-among-dead",
        text=(
            "Clashes between the army and the M23 rebels left 17 people dead near Goma on Monday, the"
            " governor's office said. Seven of them were soldiers, an army officer, Guillaume Kasongo, said."
            "\n\nThe United Nations said 4,000 people had fled."
        ),
    ),
    Disputed(
        name="sources-and-army",
        text=(
            "Boko Haram killed 12 soldiers near Baga on Tuesday, two security sources said. The army said in a"
            " statement that eight soldiers died and 14 were wounded in the attack near Baga."
        ),
        conflicts=((8, 12),),
    ),
    Disputed(
        name="denied-with-none",
        text=(
            "Azerbaijan's defence ministry said it destroyed three Armenian tanks and killed 20 servicemen on"
            " Tuesday. Armenia's defence ministry spokeswoman, Anna Grigoryan, denied the claims, saying there"
            " were no casualties on the Armenian side."
        ),
        conflicts=((0, 20),),
        denies=((("Armenia",), ("Azerbaijan's defence ministry", "Azerbaijani Defence Ministry")),),
    ),
    Disputed(
        name="war-totals-and-incidents",
        text=(
            "Since October, 1,200 Israelis have been killed, Israel says. Gaza's health ministry says 9,000"
            " Palestinians have been killed. On Friday a strike killed 15 people in Rafah, medics said. A"
            " rocket killed one man in Sderot, police said."
        ),
    ),
    Disputed(
        name="relatives-of-the-dead",
        text=(
            "Mexican marines said they killed eight gunmen in Tamaulipas on Monday. Relatives of the dead said"
            " six of those killed were construction workers."
        ),
        conflicts=((6, 8),),
    ),
    Disputed(
        name="blamed-each-other",
        text=(
            "Eritrea and Ethiopia blamed each other on Friday for the shelling of Zalambessa, where aid workers"
            " said five people were killed."
        ),
        blames=1,
    ),
    Disputed(
        name="that-is-a-lie",
        text=(
            'The Lord\'s Resistance Army said 40 Ugandan soldiers died in an ambush near Gulu. "That is a lie,"'
            ' said army spokesman Moses Okwir. "We lost two men."'
        ),
        conflicts=((2, 40),),
        denies=((("Moses Okwir", "Uganda"), ("Lord's Resistance Army",)),),
    ),
    Disputed(
        name="exaggerated",
        text=(
            "Turkey said on Sunday it had killed 45 militants in northern Syria. The Kurdish YPG militia said"
            " the figure was exaggerated and that it had lost six fighters."
        ),
        conflicts=((6, 45),),
        denies=((("YPG",), ("Turkey",)),),
    ),
    Disputed(
        name="toll-rising",
        text=(
            "Police said 10 protesters were killed in Khartoum on Thursday. By Friday the toll had risen to 14,"
            " police said."
        ),
        conflicts=(),
    ),
    Disputed(
        name="denied-and-accused-third",
        text=(
            "Rebels attacked a convoy in the Central African Republic on Monday, killing two drivers, the UN"
            " mission said. The rebel coalition CPC denied involvement and accused Russian mercenaries of"
            " carrying out the attack."
        ),
        denies=((("CPC", "Coalition of Patriots for Change"), ("United Nations", "UN mission", "UN")),),
    ),
    Disputed(
        name="gunmen-among-four",
        text=(
            "Hamas said Israeli troops shot dead four Palestinians near Jenin on Wednesday. The Israeli army"
            " said two gunmen were killed in an exchange of fire near Jenin."
        ),
        conflicts=((2, 4),),
        unmet="the two gunmen may be among the four, so the numbers do not exclude each other",
    ),
)
