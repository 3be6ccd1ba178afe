"""A hundred names in sentences of our own, over a dozen conflicts; expectations written first.

Each row: countries known beforehand, sentence with the name in [brackets], what is expected: "CC kind" (ISO country,
"--" for none, and the kind of place), "?" for a mention left open, "none" for no place at all.
"""

from __future__ import annotations

from typing import Final

Row = tuple[str, str, str]

ROWS: Final[tuple[Row, ...]] = (
    # Karabakh: both names, districts and towns, a range and a front line
    ("AZ AM", "Shells fell on the town of [Terter] at noon.", "AZ town"),
    ("AZ AM", "Three villages of the [Terter] district were hit.", "AZ district"),
    ("AZ AM", "Two people were hurt in [Fizuli] district.", "AZ district"),
    ("AZ AM", "Fighting went on in the Aghdam and [Jabrayil] regions.", "AZ district"),
    ("AZ AM", "A rocket struck [Stepanakert] on Sunday.", "AZ town"),
    ("AZ AM", "A rocket struck [Khankendi] on Sunday.", "AZ town"),
    ("AZ AM", "Posts on [Murovdag] changed hands.", "AZ mountains"),
    ("AZ AM", "Clashes erupted along the [line of contact].", "AZ front"),
    ("AZ AM", "The war over [Nagorno-Karabakh] resumed.", "AZ area"),
    ("AZ AM", "Refugees from [Artsakh] reached Goris.", "AZ area"),
    ("AZ AM", "Refugees from Artsakh reached [Goris].", "AM town"),
    ("AZ AM", "A missile killed ten in [Ganja].", "AZ town"),
    ("", "Armenia said that [Vardenis] in Armenia was shelled.", "AM town"),
    # Ukraine
    ("UA RU", "A strike on [Kharkiv] killed seven.", "UA town"),
    ("UA RU", "Two nurses died in [Kharkiv region].", "UA region"),
    ("UA RU", "Shells hit the city of [Donetsk].", "UA town"),
    ("UA RU", "Villages in [Donetsk Oblast] were evacuated.", "UA region"),
    ("UA RU", "The fighting in the [Donbas] goes on.", "UA area"),
    ("UA RU", "A drone fell near [Izium], the mayor said.", "UA town"),
    ("UA RU", "Soldiers landed on [Snake Island].", "UA island"),
    ("UA RU", "Eleven were hurt in [Mykolaiv].", "UA town"),
    ("UA RU", "The bridge to [Crimea] was closed.", "UA area"),
    ("UA RU", "A depot in [Belgorod], Russia, burned.", "RU town"),
    ("UA RU", "A ship sank in the [Black Sea].", "-- sea"),
    # Syria
    ("SY", "Air raids on [Idlib] killed nine.", "SY town"),
    ("SY", "Air raids in [Idlib province] killed nine.", "SY region"),
    ("SY", "The siege of [Eastern Ghouta] tightened.", "SY area"),
    ("SY", "Barrel bombs fell on [Douma] and Harasta.", "SY town"),
    ("SY", "Fighters left [Deir ez-Zor] by bus.", "SY town"),
    ("SY", "Fighters left [Deir al-Zor] by bus.", "SY town"),
    ("SY TR", "Shelling of [Afrin] wounded a boy.", "SY town"),
    ("SY", "The army took the village of [Zor Abu Zayd].", "?"),
    ("SY", "Militants hid in the [Qalamoun] mountains.", "SY mountains"),
    ("SY", "Guns on the [Golan Heights] fired back.", "SY area"),
    # Iraq
    ("IQ", "A blast in [Baghdad] killed twelve.", "IQ capital"),
    ("IQ", "Troops entered [Mosul] from the east.", "IQ town"),
    ("IQ", "Tribesmen in [Anbar] joined the fight.", "IQ region"),
    ("IQ", "Families fled to [Mount Sinjar].", "IQ mountains"),
    ("IQ", "A raid in [Kirkuk] left two dead.", "IQ town"),
    ("IQ", "Jets struck the [Qandil Mountains].", "IQ mountains"),
    ("IQ", "The [Kurdistan Region] closed its border.", "IQ region"),
    # Israel and Palestine
    ("IL PS", "Rockets from [Gaza] landed in a field.", "PS area"),
    ("IL PS", "A man was shot in [Hebron].", "PS town"),
    ("IL PS", "Two boys died in [Khan Younis].", "PS town"),
    ("IL PS", "Troops raided Jenin in the [West Bank].", "PS area"),
    ("IL PS", "Sirens sounded in [Ashkelon].", "IL town"),
    ("IL LB", "Shells fell near the [Shebaa Farms].", "LB area"),
    # Yemen
    ("YE SA", "A raid on [Sanaa] killed a family.", "YE capital"),
    ("YE SA", "Houthi fighters shelled [Taiz].", "YE town"),
    ("YE SA", "A boat was hit off [Hodeidah] in the Red Sea.", "YE town"),
    ("YE SA", "The missile was shot down over [Najran].", "SA town"),
    ("YE SA", "Tribes in [Marib] province rose.", "YE region"),
    # Sudan
    ("SD", "Fighting in [Omdurman] killed a nurse.", "SD town"),
    ("SD", "Gunmen burned a camp in [Darfur].", "SD area"),
    ("SD", "Gunmen burned a camp in [West Darfur].", "SD region"),
    ("SD", "The army bombed the [Nuba Mountains].", "SD mountains"),
    ("SD", "Aid reached [El Fasher] at last.", "SD town"),
    # Ethiopia
    ("ET", "Drones struck [Mekelle] twice.", "ET town"),
    ("ET", "Soldiers killed farmers in [Tigray].", "ET region"),
    ("ET", "A church in [Axum] was attacked.", "ET town"),
    ("ET ER", "Troops massed near [Badme].", "-- town"),
    # Myanmar
    ("MM", "Police fired on marchers in [Mandalay].", "MM town"),
    ("MM", "Villagers fled to the jungle in [Kayah state].", "MM region"),
    ("MM", "A school in [Sagaing] region was bombed.", "MM region"),
    ("MM", "The army attacked [Myawaddy].", "MM town"),
    # Afghanistan and Pakistan
    ("AF", "A bomb in [Kabul] killed thirty.", "AF capital"),
    ("AF", "Six soldiers died in [Helmand].", "AF region"),
    ("AF", "Guerrillas hid in [Tora Bora].", "AF mountains"),
    ("AF", "Fighting reached [Lashkar Gah].", "AF town"),
    ("AF PK", "A drone hit a house in [North Waziristan].", "PK area"),
    ("PK", "A market in [Peshawar] was bombed.", "PK town"),
    # Somalia
    ("SO", "A truck bomb in [Mogadishu] killed eighty.", "SO capital"),
    ("SO", "Militants overran a base in [Lower Shabelle].", "SO region"),
    ("SO KE", "Gunmen stormed a college in [Garissa], Kenya.", "KE town"),
    ("SO", "Shells fell in [Kismayo].", "SO town"),
    # Kashmir
    ("IN PK", "Two soldiers fell on the [Line of Control].", "-- front"),
    ("IN PK", "A grenade went off in [Srinagar].", "IN town"),
    ("IN PK", "Villagers in [Poonch] district fled.", "IN district"),
    ("IN PK", "Protests spread across [Kashmir].", "-- area"),
    # Philippines
    ("PH", "Gunmen held [Marawi] for months.", "PH town"),
    ("PH", "Rebels ambushed a truck in [Bukidnon].", "PH region"),
    ("PH", "A cathedral in [Jolo] was bombed.", "PH town"),
    ("PH", "Fighting displaced thousands on [Mindanao].", "PH area"),
    # Sri Lanka, Libya, Sahel, Congo
    ("LK", "The army took [Kilinochchi].", "LK town"),
    ("LK", "Fighting closed [Elephant Pass].", "LK area"),
    ("LY", "A shell hit the airport of [Tripoli].", "LY capital"),
    ("LB", "Gunmen clashed in [Tripoli].", "LB town"),
    ("LY", "Militias fought in [Benghazi].", "LY town"),
    ("ML", "A patrol hit a mine near [Gao].", "ML town"),
    ("NG", "Gunmen raided a village in [Borno] state.", "NG region"),
    ("CD", "Rebels entered [Goma].", "CD town"),
    ("CD", "Villages in [North Kivu] were burned.", "CD region"),
    # no places, people, bodies
    ("SY", "President [Paris] spoke.", "none"),
    ("IQ", "A spokesman, Ali [Kirkuk], denied it.", "none"),
    ("SY", "The [Aleppo] Media Centre posted a film.", "none"),
    ("SO", "A [Somali] officer was hurt.", "none"),
    ("FR", "[Nice] words were said.", "none"),
    ("", "[Man] is a wolf, the sergeant said.", "none"),
    ("US", "A [Mobile] phone was found.", "none"),
    ("LK", "Sri [Lankan] troops advanced.", "none"),
    ("SY", "The BBC and [SANA] reported it.", "none"),
    # a name that many places bear
    ("", "A bomb went off in [San Miguel].", "?"),
    ("SV", "A bomb went off in [San Miguel].", "SV town"),
)

#: A second set, written after the first version read all of the above. What is still read wrongly stands with
#: the reason.
HARDER: Final[tuple[tuple[Row, str | None], ...]] = (
    (("", "A blast in [Kandahar], Afghanistan, killed two.", "AF town"), None),
    (("", "Colombia's army bombed a camp in [Cauca].", "CO region"), None),
    (("PE", "Rebels raided a farm in the [Upper Huallaga Valley].", "PE area"), None),
    (("SV", "Troops swept the slopes of [Guazapa] volcano.", "SV mountains"), None),
    (("GT", "Villagers of [El Quiche] fled.", "GT region"), None),
    (("CD", "Rebels took [Rutshuru] town.", "CD town"), None),
    (("CD", "Rebels advanced in [Masisi] territory.", "CD district"), None),
    (("ML", "A base at [Boulkessi] was overrun.", "?"), None),
    (("BF", "Gunmen attacked [Djibo].", "BF town"), None),
    (("RU", "A bomb went off in [Grozny], Chechnya.", "RU town"), None),
    (("RU", "A bomb went off in Grozny, [Chechnya].", "RU region"), None),
    (("BA", "Shells fell on [Srebrenica].", "BA town"), None),
    (("GE", "Tanks rolled into [South Ossetia].", "GE area"), None),
    (("", "[Georgia] said its troops withdrew.", "GE country"), None),
    (("", "The [Jordan] army said nothing.", "none"), "a state's name before a body's is read as the state"),
    (("IN", "Six rebels fell in [Bastar] district.", "IN district"), None),
    (("TH", "A bomb wounded three in [Pattani].", "TH region"), "the town has the name as well and is taken"),
    (("IQ", "The refinery at [Baiji] burned.", "IQ town"), None),
    (("SY", "[Al-Bab] was shelled from the north.", "SY town"), None),
    (("SY", "Men of the village of [Al-Qubeir] were shot.", "?"), None),
    (("IL PS", "Settlers fled [Sderot].", "IL town"), None),
    (("LB", "Jets hit the southern suburbs of [Beirut].", "LB capital"), None),
    (("AF", "A drone killed six in [Achin] district.", "AF district"), None),
    (("KR KP", "Shots were fired across the [DMZ].", "-- front"), None),
)
