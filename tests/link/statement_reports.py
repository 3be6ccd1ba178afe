"""Further sentences of our own, written when the first set passed: other wordings, other conflicts.

Same rules as in `statement_sentences`: expectations before the first run, what is still wrong is marked.
"""

from __future__ import annotations

from tests.link.statement_sentences import Said

REPORTS = (
    Said(
        conflict="Thailand",
        text="Cambodia's culture ministry shot down Thailand's suggestion that its shells had scarred the old gate.",
        denies=(("Cambodia", "Thailand"),),
    ),
    Said(
        conflict="Thailand",
        text=(
            "Thai officers maintain that Cambodia opened fire first; Cambodian commanders insist it was the "
            "other way round."
        ),
    ),
    Said(
        conflict="Kyrgyzstan",
        text="Kyrgyzstan and Tajikistan have each accused the other of starting Thursday's firefight.",
        mutual=1,
    ),
    Said(
        conflict="Kyrgyzstan",
        text="Tajikistan's border service called reports of a captured outpost “disinformation spread by Kyrgyzstan”.",
        denies=(("Tajikistan", "Kyrgyzstan"),),
    ),
    Said(
        conflict="Western Sahara",
        text=(
            "The Polisario Front announced that it had shelled four posts. Morocco denied that any attack had "
            "taken place."
        ),
        denies=(("Morocco", "Polisario Front"),),
    ),
    Said(
        conflict="Chad",
        text="Sudan accused Chad of sheltering gunmen, an accusation that Chad has rejected as groundless.",
        denies=(("Chad", "Sudan"),),
        accuses=(("Sudan", "Chad"),),
    ),
    Said(
        conflict="South Sudan",
        text="Both South Sudan and Sudan are blaming each other for the raid on the oil town.",
        mutual=1,
    ),
    Said(
        conflict="Eritrea",
        text=(
            "Eritrea's information minister, Yonas Tekle, ridiculed Ethiopia's report of 700 dead as a fairy "
            "tale and a lie."
        ),
        denies=(("Eritrea", "Ethiopia"),),
    ),
    Said(
        conflict="Mozambique",
        text=(
            "Mozambique's police chief told reporters that claims by Islamic State of a captured port were "
            "greatly exaggerated."
        ),
        denies=(("Mozambique", "Islamic State"),),
    ),
    Said(
        conflict="Mali",
        text="France's military, responding to accusations by Mali, said it had nothing to do with the crash.",
        denies=(("France", "Mali"),),
        accuses=(),
    ),
    Said(
        conflict="Niger",
        text="Benin said it was not involved in the plot, as Niger has alleged.",
        denies=(("Benin", "Niger"),),
    ),
    Said(
        conflict="Chechnya",
        text=(
            "Russia reported 40 rebels killed near the village. A rebel website denied this and said two "
            "fighters were hurt."
        ),
        denies=(("rebel website", "Russia"),),
    ),
    Said(
        conflict="Kosovo",
        text=(
            "Serbia said Kosovo's police had beaten a farmer. Kosovo's interior minister, Arta Bytyqi, dismissed "
            "the story."
        ),
        denies=(("Kosovo", "Serbia"),),
    ),
    Said(
        conflict="Kosovo",
        text="Kosovo blames Serbia for Sunday's ambush, which killed a sergeant.",
        accuses=(("Kosovo", "Serbia"),),
    ),
    Said(
        conflict="Moldova",
        text="Ukraine denied claims from Russia that it was massing troops on the Moldovan border.",
        denies=(("Ukraine", "Russia"),),
    ),
    Said(
        conflict="Ukraine",
        text="Ukraine says that 14 sappers died in the blast, but Russia disputes that figure.",
        denies=(("Russia", "Ukraine"),),
    ),
    Said(
        conflict="Ukraine",
        text=(
            "Asked about the Ukrainian claim, Russian presidential spokesman Ilya Dronov said: “This is "
            "absolutely untrue.”"
        ),
        denies=(("Russia", "Ukraine"),),
    ),
    Said(
        conflict="Ukraine",
        text="Russia pinned the blame for the dam's collapse on Ukraine, and Ukraine in turn blamed Russian sappers.",
        accuses=(("Russia", "Ukraine"), ("Ukraine", "Russia")),
    ),
    Said(
        conflict="Ukraine",
        text="Russia did not acknowledge any losses.",
        silent=("Russia",),
    ),
    Said(
        conflict="Gaza",
        text="Egypt denied Israeli media reports that it had agreed to take in patients.",
        denies=(("Egypt", "Israeli media"),),
    ),
    Said(
        conflict="Gaza",
        text="Palestinian Islamic Jihad blamed Israel for the blast, while Israel blamed a misfired rocket.",
        accuses=(("Palestinian Islamic Jihad", "Israel"), ("Israel", "misfired rocket")),
    ),
    Said(
        conflict="Gaza",
        text="The Israeli army would not say how many of its soldiers had been wounded.",
        silent=("Israel",),
    ),
    Said(
        conflict="Lebanon",
        text="Syria rejected as fabricated the finding by the United Nations that shells had been fired from its soil.",
        denies=(("Syrian government", "United Nations"),),
    ),
    Said(
        conflict="Iraq",
        text="Turkey insisted the victims were militants, contradicting Iraq, which had spoken of farmers.",
        denies=(("Turkey", "Iraq"),),
    ),
    Said(
        conflict="Iraq",
        text="The United States rebuffed Iraq's request for a longer truce.",
    ),
    Said(
        conflict="Pakistan",
        text=(
            "Pakistan said its jets had hit a camp of the Pakistani Taliban in Afghanistan. The Taliban government in"
            " Kabul refuted the statement."
        ),
        denies=(("Taliban", "Pakistan"),),
    ),
    Said(
        conflict="Pakistan",
        text="Iran and Pakistan traded accusations of harbouring militants after Thursday's strikes.",
        mutual=1,
    ),
    Said(
        conflict="Pakistan",
        text=(
            "The Baloch Liberation Army said it had taken 20 soldiers hostage, a claim flatly denied by "
            "Pakistan's army."
        ),
        denies=(("Pakistan", "Baloch Liberation Army"),),
    ),
    Said(
        conflict="Indonesia",
        text="Indonesia's military, the object of the separatists' charges, has denied burning the huts in Papua.",
        denies=(("Indonesia", None),),
    ),
    Said(
        conflict="Myanmar",
        text="Myanmar has denied UN allegations of mass killings.",
        denies=(("Myanmar", "United Nations"),),
    ),
    Said(
        conflict="Myanmar",
        text="The Arakan Army put Myanmar's losses at 80, a number the army scoffed at.",
        denies=(("Myanmar", "Arakan Army"),),
        unmet="'put the losses at' is no verb of saying, and no attribution is given here",
    ),
    Said(
        conflict="Sri Lanka",
        text="Sri Lanka's military spokesman, Brigadier Nimal Wickrama, denied Tamil Tiger claims of a naval victory.",
        denies=(("Sri Lanka", "Tamil Tigers"),),
    ),
    Said(
        conflict="Nepal",
        text="Nepal's army has denied that it bombed the school. The Maoists had accused it of killing nine pupils.",
        denies=(("Nepal", "Maoists"),),
        accuses=(("Maoists", "Nepal"),),
    ),
    Said(
        conflict="Peru",
        text="PERU'S JOINT COMMAND CATEGORICALLY DENIED REPORTS BY THE SHINING PATH THAT A GARRISON HAD SURRENDERED.",
        denies=(("Peru", "Shining Path"),),
    ),
    Said(
        conflict="Nicaragua",
        text="Nicaragua accused Honduras of sheltering rebels; Honduras denied the charge.",
        denies=(("Honduras", "Nicaragua"),),
        accuses=(("Nicaragua", "Honduras"),),
    ),
    Said(
        conflict="Ecuador",
        text="Peru and Ecuador accused one another of violating the ceasefire on Friday.",
        mutual=1,
    ),
    Said(
        conflict="Venezuela",
        text="Colombia denied any involvement in the drone attack after Venezuela blamed its president.",
        denies=(("Colombia", "Venezuela"),),
        accuses=(("Venezuela", "Colombia"),),
    ),
    Said(
        conflict="Cyprus",
        text="The prosecutor dismissed charges against two Turkish soldiers in Cyprus.",
    ),
    Said(
        conflict="Algeria",
        text="Algeria denied Morocco overflight rights.",
    ),
    Said(
        conflict="Libya",
        text=(
            "The United Arab Emirates said allegations that it had supplied the drones used in Libya were false "
            "and baseless."
        ),
        denies=(("United Arab Emirates", None),),
    ),
)
