"""The name that a side has in a report: letters of its own language, letters alone, or the name as it is known."""

from __future__ import annotations

import pytest

from sayso.claims.casualty import Casualty
from sayso.ingest import Metadata, make_document
from tests.link.test_unseen_classes import READER, claims

PKK = "The Kurdistan Workers' Party (PKK) attacked a post in Hakkari."


@pytest.mark.parametrize(
    ("text", "side"),
    [
        # letters of a name in another language, by which the report goes
        (f"{PKK} The PKK said it would go on. A PKK leader was in Qandil. Nine PKK militants were killed.", "PKK"),
        # told by its name as often
        (f"{PKK} Nine PKK militants were killed.", "Kurdistan Workers' Party"),
        # letters of the English name, however often
        (
            "The New People's Army (NPA) attacked a post in Samar. The NPA said it would go on. The NPA is in Luzon."
            " Nine NPA guerrillas were killed.",
            "New People's Army",
        ),
        # the name, and not a noun for the members, where the report has a form of it
        (
            "The LTTE denied it. The Tigers attacked Sri Lankan troops. Nine Tamil Tiger rebels were killed.",
            "Tamil Tigers",
        ),
        # what the report says that the letters stand for
        (
            "Sudanese troops fight the Sudan Liberation Army (SLA) in Darfur. The SLA denied it. SLA men came. Nine SLA"
            " fighters were killed.",
            "Sudan Liberation Army",
        ),
        # its army's letters are not its own where it is named itself
        (
            "The Karen National Union (KNU) holds Kawkareik. A camp of the Karen National Liberation Army (KNLA)"
            " was hit. Nine KNU fighters were killed.",
            "Karen National Union",
        ),
        # the letters of another language, only in the bracket behind the name
        (
            "Soldiers fought the Group to Support Islam and Muslims (GSIM) in Mali. Nine jihadists died.",
            "Group to Support Islam and Muslims",
        ),
        # a name that needs telling apart elsewhere
        (
            "Guerrillas of the National Liberation Army (ELN) attacked a patrol in Colombia's Arauca. The ELN claimed"
            " it. The ELN is strong there. The ELN fled. Nine ELN guerrillas were killed.",
            "National Liberation Army",
        ),
        # a spelling that begins like the known name
        ("Libyan troops fought Ansar al-Shariah in Benghazi. Nine Ansar al-Shariah fighters died.", "Ansar al-Shariah"),
        # what the report calls the members, where nothing else stands in it
        ("Nepalese soldiers fought Maoist rebels in Lamjung. The rebels lost nine men.", "Maoist rebels"),
        # those of an authority that the report never names
        ("Russian troops fought Chechen rebels near Grozny. The rebels lost nine men.", "Chechen rebels"),
        # a state by the last word of its name, where the report says so more than once
        ("Congo's army fights M23 rebels in Goma. Congo said nine soldiers had died.", "Congo"),
        (
            "Congo's army fights M23 rebels in Goma. Congolese officials said nine soldiers had died.",
            "Democratic Republic of the Congo",
        ),
        # letters and its last word, where no longer name is printed
        ("DR Congo's army fights M23 rebels in Goma. DR Congo said nine soldiers had died.", "DR Congo"),
        (
            "DR Congo - Democratic Republic of Congo fights M23 rebels. Congolese officials said nine soldiers fell.",
            "Democratic Republic of the Congo",
        ),
        ("Russian troops fought the Chechen Republic of Ichkeria. Nine rebels died.", "Chechen Republic of Ichkeria"),
    ],
)
def test_name_of_a_group(text: str, side: str) -> None:
    assert claims(text)[-1].value.side == side


def test_what_compares_parties_knows_them_by_one_name() -> None:
    text = (
        "Libya's army said it had killed 20 fighters of Ansar al-Shariah in Benghazi. Ansar al-Shariah denied the claim"
        " and said it had lost one man."
    )
    record = READER.read(make_document(text, Metadata(name="report")))
    (denial,) = (j for j in record.judgements if j.kind == "denies")
    own = next(c.id for c in record.claims if isinstance(c.value, Casualty) and c.value.low == 1)
    assert (denial.subject.claims, denial.subject.party and denial.subject.party.name) == ((own,), "Ansar al-Shariah")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The AFP news agency counted 66 dead in Benghazi.", "AFP news agency"),
        ("Medecins Sans Frontieres said 40 people had died in Kunduz.", "Medecins Sans Frontieres"),
        ("The Russian government press service said 27 people had died in Grozny.", "Russian government press service"),
        ("Karabakh officials said 31 people had died.", "Nagorno-Karabakh officials"),
        # an adjective in the report's spelling; none that it never uses, for officials
        ("The Nepalese government is at war with rebels. The army said nine soldiers had died.", "Nepalese army"),
        ("In the Libyan town of Derna rebels killed nine people, a security official said.", "security official"),
        # where a report never prints the adjective: the country's name, of several words or as an owner
        ("Gunmen attacked Burkina Faso. The army said nine soldiers had died.", "Burkina Faso army"),
        ("Niger's leaders met. The defence ministry said nine soldiers had died.", "Niger's Defence Ministry"),
        # a ministry in the report's own words, and a body by its capital
        ("In Kabul the public health ministry said nine Afghan soldiers had died.", "Afghan public health ministry"),
        ("Sarajevo radio said nine people had died in Bosnia.", "Sarajevo radio"),
        # a pronoun has no apposition
        (
            "Ada Lorne, the mayor of Holt, spoke. According to her, the strikes destroyed the village, where 22 died.",
            "Ada Lorne",
        ),
        # a lost apostrophe makes no name
        ("Turkeys health ministry said nine people had died in Ankara.", "Turkish Health Ministry"),
    ],
)
def test_name_of_a_source(text: str, source: str) -> None:
    found = claims(text)[-1].source
    assert found is not None
    assert found.name == source
