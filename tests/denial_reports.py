"""Short reports of our own with denials: who denies whom, by the names that an annotator would give.

Expectations were written before the first run. `unmet` says what is still wrong, and why.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialTold:
    """A report and its denials as (acceptable names of who denies, acceptable names of whose statement is denied)."""

    name: str
    text: str
    denies: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    unmet: str | None = None


REPORTS = (
    DenialTold(
        name="residents",
        text=(
            "Residents of Hodan said government shells killed seven people on Sunday. Somalia's army denied"
            " shelling the district."
        ),
        denies=((("Somalia",), ("residents", "residents of Hodan")),),
    ),
    DenialTold(
        name="rights-group",
        text=(
            "In a report published on Tuesday, Amnesty International said Ethiopian soldiers shot 40"
            " villagers dead in Tigray in January.\n\nEthiopia's government rejected the findings."
        ),
        denies=((("Ethiopia",), ("Amnesty International",)),),
    ),
    DenialTold(
        name="human-rights-watch",
        text=(
            "Human Rights Watch accused Myanmar's army of burning 300 houses in Rakhine. Army spokesman Zaw"
            " Thura dismissed the accusations on Wednesday as one-sided and false."
        ),
        denies=((("Myanmar",), ("Human Rights Watch",)),),
    ),
    DenialTold(
        name="two-paragraphs",
        text=(
            "KABUL - Taliban fighters overran a checkpoint in Kunduz before dawn, killing 11 policemen, the"
            " group's spokesman Zabiullah Momand said in a message to reporters.\n\nAn interior ministry"
            " spokesman, Tariq Aryan, denied the checkpoint had fallen."
        ),
        denies=((("Afghanistan", "Afghan interior ministry", "Tariq Aryan"), ("Taliban", "Zabiullah Momand")),),
    ),
    DenialTold(
        name="claim-of-responsibility",
        text=(
            "Islamic State claimed responsibility for the shooting in Manila through its Amaq agency."
            " Philippine police chief Ronaldo Dizon dismissed the claim, saying the gunman was a robber."
        ),
        denies=((("Philippines", "Philippine police"), ("Islamic State",)),),
    ),
    DenialTold(
        name="both-deny",
        text=(
            "Russia said Ukrainian saboteurs had crossed the border near Bryansk on Thursday. Ukraine denied"
            " the report. Ukraine said Russian rockets killed three people in Zaporizhzhia. Moscow denies"
            " targeting civilians."
        ),
        denies=((("Ukraine",), ("Russia",)), (("Russia",), ("Ukraine",))),
    ),
    DenialTold(
        name="quote-after",
        text=(
            "Hamas said on Friday that its men had seized two Israeli soldiers near Rafah.\n\n“This did not"
            " happen. The claim is false,” said Major Eitan Shoval, an Israeli army spokesman."
        ),
        denies=((("Israel",), ("Hamas",)),),
    ),
    DenialTold(
        name="israel-denied",
        text=(
            "The Gaza health ministry said 19 people waiting for flour were killed by Israeli fire on"
            " Saturday. The Israeli military disputed the toll."
        ),
        denies=((("Israel",), ("Gaza health ministry", "Hamas")),),
    ),
    DenialTold(
        name="coalition",
        text=(
            "The Houthis said a coalition air strike killed 12 guests at a wedding in Taiz. The Saudi-led"
            " coalition denied carrying out any strike there."
        ),
        denies=((("Saudi-led coalition", "Saudi Arabia"), ("Houthis",)),),
    ),
    DenialTold(
        name="un-report",
        text=(
            "United Nations experts said Rwandan troops were fighting beside the M23 in eastern Congo."
            " Rwanda has denied this."
        ),
        denies=((("Rwanda",), ("United Nations", "United Nations experts")),),
    ),
    DenialTold(
        name="neighbours",
        text=(
            "Sudan's foreign ministry accused the United Arab Emirates of sending drones to the Rapid"
            " Support Forces. The United Arab Emirates denied the charge."
        ),
        denies=((("United Arab Emirates",), ("Sudan",)),),
    ),
    DenialTold(
        name="passive",
        text=(
            "Al-Shabaab's radio said 70 Ugandan soldiers died in the assault on Bulo Marer. The figure was"
            " rejected by Uganda's army, which put its dead at three."
        ),
        denies=((("Uganda",), ("al-Shabaab",)),),
    ),
    DenialTold(
        name="nominal",
        text=(
            "Turkey repeated its denial on Monday of Kurdish reports that its jets had bombed the hospital"
            " in Afrin. The YPG had said nine patients were killed."
        ),
        denies=((("Turkey",), ("YPG", "Kurdish reports")),),
    ),
    DenialTold(
        name="embedded",
        text=(
            "Armenian officials said that Azerbaijan's report of 250 dead Armenian soldiers was not true and"
            " that 31 had been killed."
        ),
        denies=((("Armenia", "Armenian officials"), ("Azerbaijan",)),),
    ),
    DenialTold(
        name="refusal",
        text="Azerbaijan rejected Armenia's offer of talks. Armenia denied Azerbaijani lorries passage at the bridge.",
    ),
    DenialTold(
        name="no-confirmation",
        text=(
            "Al-Shabaab said it shot down a helicopter. Somalia's government did not confirm or deny the"
            " claim, and Kenya's army declined to comment."
        ),
    ),
    DenialTold(
        name="sides-of-one-camp",
        text=(
            "Karabakh's leader, Davit Melkumyan, said on Monday that his army had given up the town."
            " Armenia's defence ministry refuted this the same evening."
        ),
        denies=((("Armenia", "Armenian defence ministry"), ("Nagorno-Karabakh",)),),
    ),
    DenialTold(
        name="villagers-and-army",
        text=(
            "Nigeria's army said it killed 15 Boko Haram fighters in Damboa on Saturday, but villagers said"
            " the dead were farmers. The army denied this."
        ),
        denies=((("Nigeria",), ("villagers",)),),
    ),
    DenialTold(
        name="headline-and-body",
        text=(
            "Pakistan denies Indian claim of destroyed camps\n\nPakistan's military on Sunday denied an"
            " Indian army claim that three militant camps had been destroyed in the Neelum valley."
        ),
        denies=((("Pakistan",), ("India",)),),
    ),
    DenialTold(
        name="rebels-deny",
        text=(
            "Colombia's defence minister, Andrea Lozada, said on Friday that nine members of the National"
            " Liberation Army were killed in Arauca. The rebels denied having lost any fighters."
        ),
        denies=((("National Liberation Army",), ("Andrea Lozada", "Colombian defence minister", "Colombia")),),
    ),
    DenialTold(
        name="ministry-spokesman",
        text=(
            "Kenya's Interior Ministry said on Monday that four policemen had died. Peter Mbuvi, a ministry"
            " spokesman,"
            " spoke of an ambush.\n\nSomalia's army said the four had shot at its men. Mbuvi dismissed the claim as"
            " nonsense."
        ),
        denies=((("Kenya",), ("Somalia",)),),
    ),
    DenialTold(
        name="colonel-of-the-movement",
        text=(
            "Chad's army said on Monday that fighters of the Lake Liberation Movement had burned nine shops."
            " A colonel"
            " of the movement, Saleh Haroun, denied it."
        ),
        denies=((("Lake Liberation Movement",), ("Chad",)),),
    ),
    DenialTold(
        name="its-spokesman-by-surname",
        text=(
            "The Ranu Eagle Force (REF) said its fighters had killed 20 members of the Tasi Freedom Movement (TFM) on"
            " Sunday. Its spokesman, Leo Wate, said no REF man had been hurt.\n\n"
            '"That is a lie," said Jo Tahima, a TFM commander. The TFM killed seven men, he said.\n\n'
            "Wate denied it."
        ),
        denies=(
            (("Tasi Freedom Movement",), ("Leo Wate", "REF spokesman", "Ranu Eagle Force")),
            (("Ranu Eagle Force",), ("Jo Tahima", "TFM commander", "Tasi Freedom Movement")),
        ),
    ),
    DenialTold(
        name="the-south",
        text=(
            "Sudan said on Thursday that its forces had killed 90 soldiers of South Sudan in the fight for"
            " the town, a"
            " figure that the South called a fantasy."
        ),
        denies=((("South Sudan",), ("Sudan",)),),
    ),
    DenialTold(
        name="never-targeted",
        text=(
            "Algeria on Tuesday accused Morocco of killing two drivers. Rabat denied any attack.\n\n"
            "In a statement, Morocco's army said it had never targeted any Algerian citizen."
        ),
        denies=((("Morocco",), ("Algeria",)), (("Morocco",), ("Algeria",))),
    ),
    DenialTold(
        name="answers-the-teller-not-the-last-speaker",
        text=(
            "Villagers said Ethiopian drones struck a clinic near Alamata on Friday and killed five patients."
            " A nurse at"
            " the regional hospital said 12 wounded people had been brought in overnight.\n\nEthiopia's army"
            " denied it had"
            " bombed a clinic."
        ),
        denies=((("Ethiopia",), ("villagers",)),),
    ),
    DenialTold(
        name="gas-of-the-doctors",
        text=(
            "Doctors in Khan al-Asal said nine people choked on chlorine after a barrel bomb fell. Abu Yasin,"
            " a shopkeeper,"
            " said his street had lost its power. The Syrian army denied using gas. A military source called"
            " the reports"
            " lies."
        ),
        denies=((("Syrian government", "Syria"), ("doctors",)), (("Syrian government", "Syria"), ("doctors",))),
    ),
    DenialTold(
        name="accuser-further-off",
        text=(
            "Police said rebels of the Revolutionary Armed Forces of Colombia had gunned down six farm hands in Tame."
            " Neighbours counted eight coffins.\n\nThe Revolutionary Armed Forces of Colombia denied any hand in the"
            " deaths."
        ),
        denies=((("Revolutionary Armed Forces of Colombia", "FARC"), ("Colombia",)),),
    ),
    DenialTold(
        name="villagers-account",
        text=(
            "Farmers from Tessit said soldiers had shot 11 herders. The soldiers came at dawn, one survivor,"
            " Alou Ag Sidi,"
            " said. A spokesman for Mali's army dismissed the farmers' account, and an officer in Gao called"
            " the villagers'"
            " story an invention."
        ),
        denies=((("Mali",), ("farmers", "Farmers from Tessit")), (("Mali",), ("villagers",))),
    ),
    DenialTold(
        name="media-of-the-other-side",
        text=(
            "Hamas denied reports in Fatah-linked newspapers that its men had taken over the crossing at"
            " Rafah. An aid"
            " agency said the crossing was shut."
        ),
        denies=((("Hamas",), ("Fatah-linked newspapers",)),),
    ),
    DenialTold(
        name="own-men-taken",
        text=(
            "Al-Shabaab said it had captured seven Kenyan soldiers near Kulbiyow. A teacher, Asha Noor, said"
            " three pupils"
            " were hurt by a shell.\n\nKenya's army denied that any of its soldiers had been captured."
        ),
        denies=((("Kenya",), ("al-Shabaab",)),),
    ),
    DenialTold(
        name="spokesman-of-a-brigade",
        text=(
            "Syrian state television said rockets hit a bakery in the government-held west of Aleppo on Sunday. Omar"
            " Haddad, a spokesman for the Sham Falcons brigade, denied that rebels had hit a bakery."
        ),
        denies=((("Sham Falcons brigade", "Sham Falcons"), ("Syrian state television", "Syria", "Syrian government")),),
    ),
    DenialTold(
        name="nobody-is-no-target",
        text=(
            "Thailand's interior ministry said insurgents had fired on a school van in Pattani. Nobody"
            " claimed the attack."
            " The rebel group BRN denied it."
        ),
        denies=((("BRN", "Barisan Revolusi Nasional"), ("Thailand", "Thai interior ministry")),),
    ),
    DenialTold(
        name="capital-and-allies",
        text="Kyiv and the West accuse Moscow of arming the militia, something Russia denies.",
        denies=((("Russia",), ("Ukraine",)),),
    ),
    DenialTold(
        name="its-ministry",
        text=(
            "Colombia's government said it knew nothing of the camp. Its defence ministry accused Venezuela"
            " of sheltering"
            " the gunmen, which Venezuela has always denied."
        ),
        denies=((("Venezuela",), ("Colombia",)),),
    ),
    DenialTold(
        name="we",
        text=(
            'The Houthis accused the Saudi-led coalition of bombing a wedding hall in Hodeidah on Monday. "We'
            " reject this"
            ' accusation," coalition spokesman Colonel Fahd al-Otaiba said.'
        ),
        denies=((("Saudi-led coalition", "Fahd al-Otaiba"), ("Houthis",)),),
    ),
    DenialTold(
        name="figment",
        text=(
            "Pakistan's army said it had shot down a drone over the Line of Control. India on Friday rejected as a"
            ' "figment of imagination" the claim by Pakistan\'s army.'
        ),
        denies=((("India",), ("Pakistan",)),),
    ),
    DenialTold(
        name="no-hearing",
        text="Israel denied the prisoners a hearing, their lawyer said on Tuesday.",
    ),
    DenialTold(
        name="no-civilian-casualties",
        text=(
            "Turkish jets hit two depots of the PKK near Zap on Sunday, Turkey's defence ministry said. It"
            " said there were"
            " no civilian casualties."
        ),
    ),
    DenialTold(
        name="figures-by-a-group",
        text=(
            "The Libyan National Army said it had taken a bridge. Libya's Government of National Accord said"
            " 19 fighters of the Libyan National Army had been killed near"
            " Tripoli. Salem Zway, a spokesman for the Libyan National Army, rejected the figure. He said only three"
            " soldiers of the Libyan National Army had died."
        ),
        denies=((("Libyan National Army",), ("Government of National Accord",)),),
    ),
)
