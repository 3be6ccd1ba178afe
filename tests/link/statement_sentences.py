"""Sentences of our own over many conflicts, with invented people: who denies whom, who accuses whom, who is silent.

The expectations were written before the code was run on them. `unmet` says what is still wrong, and why; such cases are
strict expected failures.
"""

from __future__ import annotations

from dataclasses import dataclass

Pair = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text of one to three sentences and what a careful reader finds in it.

    Parties are names that the knowledge base resolves, or the words of the text; None for "the text does not say".
    """

    conflict: str
    text: str
    denies: tuple[Pair, ...] = ()
    #: One-sided accusations that name the accused outright.
    accuses: tuple[Pair, ...] = ()
    #: How often the text says that each side accuses the other.
    mutual: int = 0
    silent: tuple[str, ...] = ()
    unmet: str | None = None


SENTENCES = (
    # verbs of denial, object with its owner
    Said(
        conflict="Karabakh",
        text="Armenia's defence ministry denied Azerbaijan's claim that a battalion had been wiped out near the river.",
        denies=(("Armenia", "Azerbaijan"),),
    ),
    Said(
        conflict="Karabakh",
        text="Azerbaijan said it had taken two hills. Armenia refuted this, calling it wishful thinking.",
        denies=(("Armenia", "Azerbaijan"),),
    ),
    Said(
        conflict="Karabakh",
        text="Although Azerbaijan reported the capture of the village, Armenia flatly denied it on Tuesday evening.",
        denies=(("Armenia", "Azerbaijan"),),
    ),
    Said(
        conflict="Kashmir",
        text="Pakistan rejected the Indian account of Monday's raid as baseless.",
        denies=(("Pakistan", "India"),),
    ),
    Said(
        conflict="Kashmir",
        text="An Indian army spokesman, Colonel Ravi Mehrotra, dismissed Pakistan's figures as pure fiction.",
        denies=(("India", "Pakistan"),),
    ),
    Said(
        conflict="Kashmir",
        text="India claimed to have destroyed a bunker, a charge denied by Pakistan.",
        denies=(("Pakistan", "India"),),
    ),
    Said(
        conflict="Kashmir",
        text=(
            "The claim was immediately rejected by Pakistan, which said that all its posts were intact. India "
            "had said it shelled three of them."
        ),
        denies=(("Pakistan", "India"),),
        unmet="the statement that is denied follows the denial",
    ),
    Said(
        conflict="Ukraine",
        text="Russia disputed Ukraine's toll, saying no more than six of its sailors were hurt.",
        denies=(("Russia", "Ukraine"),),
    ),
    Said(
        conflict="Ukraine",
        text=(
            "Ukraine said its drones had sunk a corvette. The Russian defence ministry described the report as "
            "fake news."
        ),
        denies=(("Russia", "Ukraine"),),
    ),
    Said(
        conflict="Ukraine",
        text="Russian officials said the Ukrainian report of 200 dead marines was a complete fabrication.",
        denies=(("Russia", "Ukraine"),),
    ),
    Said(
        conflict="Ukraine",
        text=(
            "“There is not a word of truth in Ukraine's statement,” Russian foreign ministry spokeswoman Olga "
            "Vetrova said."
        ),
        denies=(("Russia", "Ukraine"),),
    ),
    Said(
        conflict="Ukraine",
        text="Ukraine has denied any role in the blast, which Russia blamed on its intelligence service.",
        denies=(("Ukraine", "Russia"),),
        accuses=(("Russia", "Ukraine"),),
    ),
    Said(
        conflict="Yemen",
        text="The Houthis said they shot down a Saudi jet, something Saudi Arabia denies.",
        denies=(("Saudi Arabia", "Houthis"),),
    ),
    Said(
        conflict="Yemen",
        text="Saudi Arabia accused the Houthis of mining the harbour. The Houthis denied the accusation.",
        denies=(("Houthis", "Saudi Arabia"),),
        accuses=(("Saudi Arabia", "Houthis"),),
    ),
    Said(
        conflict="Yemen",
        text="Despite denials by Saudi Arabia, the Houthis insisted that 30 soldiers had died.",
        denies=(("Saudi Arabia", "Houthis"),),
    ),
    Said(
        conflict="Yemen",
        text="Iran has repeatedly denied Saudi Arabia's accusations that it arms the Houthis.",
        denies=(("Iran", "Saudi Arabia"),),
        accuses=(("Saudi Arabia", "Iran"),),
    ),
    Said(
        conflict="Gaza",
        text="Israel blamed Hamas for the explosion at the market. Hamas rejected the allegation and blamed Israel.",
        denies=(("Hamas", "Israel"),),
        accuses=(("Israel", "Hamas"), ("Hamas", "Israel")),
    ),
    Said(
        conflict="Gaza",
        text=(
            "Hamas said that eleven soldiers had been captured; the Israeli army called the claim psychological "
            "warfare and a lie."
        ),
        denies=(("Israel", "Hamas"),),
    ),
    Said(
        conflict="Gaza",
        text="The Israeli military said it was not behind the strike on the bakery that Hamas had attributed to it.",
        denies=(("Israel", "Hamas"),),
    ),
    Said(
        conflict="Gaza",
        text="Israel neither confirmed nor denied the report.",
    ),
    Said(
        conflict="Ethiopia",
        text=(
            "Ethiopia's government dismissed as propaganda the claims by the Tigray People's Liberation Front "
            "that it had routed a division."
        ),
        denies=(("Ethiopia", "Tigray People's Liberation Front"),),
    ),
    Said(
        conflict="Ethiopia",
        text="Eritrea has denied that its troops were involved in the massacre reported by Amnesty International.",
        denies=(("Eritrea", "Amnesty International"),),
    ),
    Said(
        conflict="Ethiopia",
        text=(
            "The Tigray People's Liberation Front contradicted the government's version, saying the town was "
            "still in its hands."
        ),
        denies=(("Tigray People's Liberation Front", "Ethiopia"),),
    ),
    Said(
        conflict="Sudan",
        text="The army and the Rapid Support Forces accused each other of shelling the hospital.",
        mutual=1,
    ),
    Said(
        conflict="Sudan",
        text="The Rapid Support Forces said they had taken the airport. The army denied this.",
        denies=(("Sudan", "Rapid Support Forces"),),
    ),
    Said(
        conflict="Sudan",
        text="Both parties traded blame over the collapse of the truce in Sudan.",
        mutual=1,
    ),
    Said(
        conflict="Somalia",
        text=(
            "Al-Shabaab said it killed 40 soldiers in the dawn assault. Somalia's defence minister, Warsame "
            "Dirir, said the figure was wildly exaggerated."
        ),
        denies=(("Somalia", "al-Shabaab"),),
    ),
    Said(
        conflict="Somalia",
        text="Kenya denies the claim by al-Shabaab that a helicopter was brought down.",
        denies=(("Kenya", "al-Shabaab"),),
    ),
    Said(
        conflict="Somalia",
        text="Al-Shabaab denied responsibility for the bomb that Somalia had blamed on it.",
        denies=(("al-Shabaab", "Somalia"),),
        accuses=(("Somalia", "al-Shabaab"),),
    ),
    Said(
        conflict="Philippines",
        text="The New People's Army disputed the military's count, insisting only two guerrillas had fallen.",
        denies=(("New People's Army", "Philippines"),),
    ),
    Said(
        conflict="Philippines",
        text="Philippine troops said they had killed nine rebels. The New People's Army denied the figure.",
        denies=(("New People's Army", "Philippines"),),
    ),
    Said(
        conflict="Philippines",
        text=(
            "Major Danilo Abaya said reports by the Moro Islamic Liberation Front of a massacre were untrue. "
            "Abaya speaks for the Philippine army."
        ),
        denies=(("Danilo Abaya", "Moro Islamic Liberation Front"),),
    ),
    Said(
        conflict="Sri Lanka",
        text="The Tamil Tigers said in a statement that the government's claim to have sunk four boats was false.",
        denies=(("Tamil Tigers", "Sri Lanka"),),
    ),
    Said(
        conflict="Sri Lanka",
        text="Sri Lanka and the Tamil Tigers blamed each other for the ambush of an aid convoy.",
        mutual=1,
    ),
    Said(
        conflict="Colombia",
        text=(
            "The Revolutionary Armed Forces of Colombia denied having kidnapped the engineers, as the Colombian "
            "police had alleged."
        ),
        denies=(("Revolutionary Armed Forces of Colombia", "Colombia"),),
    ),
    Said(
        conflict="Colombia",
        text="Colombia's army blamed the National Liberation Army for the pipeline bombing.",
        accuses=(("Colombia", "National Liberation Army"),),
    ),
    Said(
        conflict="El Salvador",
        text="THE ARMED FORCES OF EL SALVADOR DENIED THE FMLN REPORT THAT THE GARRISON HAD FALLEN.",
        denies=(("El Salvador", "FMLN"),),
    ),
    Said(
        conflict="El Salvador",
        text="The FMLN accused El Salvador's air force of bombing two hamlets, but an officer rejected the accusation.",
        denies=(("El Salvador", "FMLN"),),
        accuses=(("FMLN", "El Salvador"),),
    ),
    Said(
        conflict="Afghanistan",
        text=(
            "The Taliban said 60 Afghan soldiers were killed in the district. Afghanistan's interior ministry "
            "spokesman, Farid Omarkhel, rejected that claim."
        ),
        denies=(("Afghanistan", "Taliban"),),
    ),
    Said(
        conflict="Afghanistan",
        text=(
            "Taliban spokesman Qari Hamdullah said the group had nothing to do with the mosque bombing, which "
            "Afghanistan had pinned on it."
        ),
        denies=(("Taliban", "Afghanistan"),),
    ),
    Said(
        conflict="Afghanistan",
        text="Afghan officials could not be reached to confirm or deny the Taliban claim.",
    ),
    Said(
        conflict="Afghanistan",
        text="The Taliban rejected a call by Afghanistan for a three-day ceasefire.",
    ),
    Said(
        conflict="Nigeria",
        text="Nigeria's army held Boko Haram responsible for the raid on the fishing camp.",
        accuses=(("Nigeria", "Boko Haram"),),
    ),
    Said(
        conflict="Nigeria",
        text="Nigeria has yet to publish its casualties from the battle with Boko Haram.",
        silent=("Nigeria",),
    ),
    Said(
        conflict="Congo",
        text="Rwanda has consistently denied backing M23, an allegation made by the Democratic Republic of the Congo.",
        denies=(("Rwanda", "Democratic Republic of the Congo"),),
    ),
    Said(
        conflict="Congo",
        text=(
            "The Democratic Republic of the Congo and Rwanda pointed the finger at each other after shells hit "
            "the border market."
        ),
        mutual=1,
    ),
    Said(
        conflict="Congo",
        text="M23 denounced as lies the reports of looting put out by the Democratic Republic of the Congo.",
        denies=(("M23", "Democratic Republic of the Congo"),),
    ),
    Said(
        conflict="Syria",
        text=(
            "The Syrian Observatory for Human Rights said 14 civilians died in Russian raids. Russia denied "
            "hitting any residential area."
        ),
        denies=(("Russia", "Syrian Observatory for Human Rights"),),
    ),
    Said(
        conflict="Syria",
        text="Turkey denied entry to two Syrian journalists at the crossing.",
    ),
    Said(
        conflict="Syria",
        text="Turkey said 21 fighters of the YPG had surrendered. The YPG said the news was untrue.",
        denies=(("YPG", "Turkey"),),
    ),
    Said(
        conflict="Syria",
        text="Islamic State was accused by Turkey of using a school as a depot.",
        accuses=(("Turkey", "Islamic State"),),
    ),
    Said(
        conflict="Iraq",
        text=(
            "Iraq's defence ministry said there was no truth in a report by Islamic State that the refinery had "
            "been seized."
        ),
        denies=(("Iraq", "Islamic State"),),
    ),
    Said(
        conflict="Iraq",
        text="Iraq did not disclose how many of its soldiers had been killed.",
        silent=("Iraq",),
    ),
    Said(
        conflict="Lebanon",
        text="Hezbollah denied that any of its commanders had been wounded, contradicting an Israeli statement.",
        denies=(("Hezbollah", "Israel"),),
    ),
    Said(
        conflict="Lebanon",
        text="Israel and Hezbollah exchanged accusations of breaking the truce.",
        mutual=1,
    ),
    Said(
        conflict="Myanmar",
        text=(
            "Myanmar's army spokesman, General Thet Lwin, denied the Arakan Army's assertion that 50 conscripts "
            "had defected."
        ),
        denies=(("Myanmar", "Arakan Army"),),
    ),
    Said(
        conflict="Myanmar",
        text=(
            "Bangladesh summoned Myanmar's envoy, but Myanmar insisted that its troops had not been involved in "
            "the firing."
        ),
        denies=(("Myanmar", "Bangladesh"),),
        unmet="a summons is no statement that could be denied by name",
    ),
    Said(
        conflict="Mali",
        text="Mali's government called the United Nations report on the killings biased and unfounded.",
        denies=(("Mali", "United Nations"),),
    ),
    Said(
        conflict="Mali",
        text="Mali denied the separatists access to fuel and medical aid.",
    ),
    Said(
        conflict="Libya",
        text="Turkey and Egypt routinely accuse each other of meddling in Libya.",
        mutual=1,
    ),
    Said(
        conflict="Georgia",
        text=(
            "Georgia said Russian jets had bombed a bridge. Russia, for its part, said that Georgia had attacked "
            "its peacekeepers."
        ),
    ),
    Said(
        conflict="Georgia",
        text="In a statement that Georgia dismissed as disinformation, Russia said 18 commandos had been captured.",
        denies=(("Georgia", "Russia"),),
    ),
    Said(
        conflict="Korea",
        text="North Korea brushed aside South Korea's findings on the sinking of the patrol boat as a fabrication.",
        denies=(("North Korea", "South Korea"),),
    ),
    Said(
        conflict="Korea",
        text="South Korea challenged North Korea's assertion that no shots had been fired.",
        denies=(("South Korea", "North Korea"),),
    ),
    Said(
        conflict="Turkey",
        text=(
            "The Kurdistan Workers' Party rejected the figures announced by Turkey and said it had lost three members."
        ),
        denies=(("Kurdistan Workers' Party", "Turkey"),),
    ),
    Said(
        conflict="Turkey",
        text="Turkey declined to comment on its casualties.",
        silent=("Turkey",),
    ),
    Said(
        conflict="Iran",
        text="The United States said its strike killed a commander; Iran said the story was invented.",
        denies=(("Iran", "United States"),),
    ),
    Said(
        conflict="Iran",
        text="Iran rejected accusations from the United States that it had planted the mines.",
        denies=(("Iran", "United States"),),
        accuses=(("United States", "Iran"),),
    ),
    Said(
        conflict="Iran",
        text="Iran rejected the United States' demand to hand over the pilots.",
    ),
    # whom a denial answers
    Said(
        conflict="Syria",
        text=(
            "The Observatory of Hollis said nine people had died. The United States has said that Iranian guards took"
            " part in the raid, which Iran denies."
        ),
        denies=(("Iran", "United States"),),
    ),
    Said(
        conflict="Karabakh",
        text=(
            "Armenia said Azerbaijani guns had shelled the hospital. It later put its own losses at nine."
            " A third of the town has fled, the mayor said. Azerbaijan denied that it had shelled the hospital."
        ),
        denies=(("Azerbaijan", "Armenia"),),
    ),
    Said(
        conflict="Kashmir",
        text=(
            "Pakistan said India had fired first. India's army said two porters had died. Pakistan's army said the"
            " claim was invented."
        ),
        denies=(("Pakistan", "India"),),
    ),
    # who denies
    Said(
        conflict="Colombia",
        text="Colombia's government blamed the National Liberation Army for it, but the group denied involvement.",
        denies=(("National Liberation Army", "Colombia"),),
        accuses=(("Colombia", "National Liberation Army"),),
    ),
    Said(
        conflict="Ukraine",
        text=("Russia's army shelled Ukrainian trenches near Donetsk. Kyiv and Moscow both deny targeting civilians."),
        denies=(("Ukraine", "Russia"), ("Russia", "Ukraine")),
    ),
    Said(
        conflict="Ukraine",
        text="Ukraine said it had lost two posts to Russia, which denies sending troops.",
        denies=(("Russia", "Ukraine"),),
    ),
    Said(
        conflict="Kashmir",
        text=(
            "India said its guns had hit a camp. Pakistan, which lost two posts to rain and snow this week because"
            " nobody could reach them, denied it."
        ),
        denies=(("Pakistan", "India"),),
    ),
    Said(
        conflict="Ethiopia",
        text=(
            "Ethiopia's government said its army had been attacked. The Oromo Liberation Army which the government"
            " calls a terrorist organisation denied the claim."
        ),
        denies=(("Oromo Liberation Army", "Ethiopia"),),
    ),
    Said(
        conflict="Lebanon",
        text="Israel said it had hit a depot. Israel rejected a U.N. official's suggestion that the post was hit.",
        denies=(("Israel", "United Nations"),),
    ),
)
