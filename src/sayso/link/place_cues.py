"""Words around a name that tell a place from a person or body, and a district from its town."""

from __future__ import annotations

import re
from typing import Final

#: Kind words and the kinds of the gazetteer that they ask for.
TOWN_WORDS: Final = frozenset(
    "town towns city cities village villages settlement settlements hamlet hamlets township capital port suburb suburbs"
    " neighborhood neighborhoods neighbourhood neighbourhoods barangay brgy sitio municipality commune".split()
)
UNIT_WORDS: Final = frozenset(
    "district districts region regions province provinces governorate governorates oblast raion rayon county counties state"
    " department prefecture territory division woreda zone subdistrict sub-district autonomy republic".split()
)
AREA_WORDS: Final = frozenset(
    "area areas sector sectors valley valleys mountain mountains range peninsula corridor enclave desert forest basin heights"
    " countryside coast border frontier hills hill island islands archipelago delta highlands plateau ridge peak".split()
)
SITE_WORDS: Final = frozenset(
    "base camp post checkpoint airport airfield airbase prison jail cathedral church mosque hospital market school university"
    " square bridge junction crossing dam refinery oilfield barracks stadium hotel road highway street gate shrine temple"
    " monastery clinic mall station quarter compound outpost port harbour harbor synagogue".split()
)
KIND_WORDS: Final = TOWN_WORDS | UNIT_WORDS | AREA_WORDS | SITE_WORDS
TOWN_KINDS: Final = frozenset({"town", "capital", "village", "neighbourhood"})
UNIT_KINDS: Final = frozenset({"district", "region", "area"})
AREA_KINDS: Final = frozenset({"area", "mountains", "island", "river", "front", "region", "district"})

#: A body, work or treaty has the name: "Aleppo Media Centre", "Geneva Convention".
BODY_WORDS: Final = frozenset(
    "Center Centre Media Institute Observatory Times Post Brigade Brigades Army Division Agency Council Government Ministry"
    " Authority Police Group Press News Front Movement Party Liberation Network Forum Conference Declaration Agreement Treaty"
    " Process Convention Command Battalion Regiment Corps Forces Force Radio TV Television Tribune Herald Journal Daily"
    " Foundation Association Union League Committee Commission Organisation Organization Bank Accord Accords Protocol Summit"
    " Company Club United FC Tigers Guard Guards Office Parliament Assembly Court Tribunal Congress Coalition Alliance Service"
    " Watch Research Society Fund Programme Program Plan Initiative Resistance Rebels Militia Telegraph Today Online Monitor"
    " Minister President Prime Deputy General Colonel Corporation Contact Group Minsk Crisis Human Rights Mission Operation Department Headquarters Catholic Station State States War Wars Street Building".split()
)
_TITLES = (
    r"President|Minister|Premier|Chancellor|Mr|Mrs|Ms|Dr|Prof|Professor|Gen|General|Col|Colonel|Lt|Lieutenant|Maj|Major|Capt|Captain"
    r"|Sgt|Sergeant|Cpl|Adm|Admiral|Brig|Brigadier|Cmdr|Commander|Marshal|Sheikh|Sheik|Ayatollah|Imam|Mullah|Abu|Umm|Ibn|Bin|King|Queen"
    r"|Prince|Princess|Emir|Sultan|Pope|Bishop|Archbishop|Cardinal|Father|Brother|Sister|Rabbi|Lord|Lady|Sir|Senator|Sen|Rep|Governor"
    r"|Mayor|Ambassador|Secretary|Speaker|Judge|Justice|spokesm[ae]n|spokeswom[ae]n|spokesperson|leader|commander|activist|expert|analyst"
    r"|journalist|reporter|correspondent|officer|official|aide|ombudsman|envoy|chief|president|minister|general|colonel|captain|major"
    r"|director|chairman|secretary|resident|teacher|driver|farmer|doctor|lawyer|named|called"
)
TITLE_BEFORE: Final = re.compile(rf"(?:^|[\s(\"“‘'])(?:{_TITLES})\.?\s+(?:[A-Z][\w.'’-]*\s+){{0,2}}$")
_DIRECTION = r"(?:(?:north|south|east|west|central|upper|lower|northern|southern|eastern|western)(?:-?(?:east|west|central|eastern|western))?)"
_KIND = "|".join(sorted(TOWN_WORDS | UNIT_WORDS | AREA_WORDS | {"outskirts", "streets", "centre", "center", "edge", "edges", "parts", "part"}))
#: "in", "near the", "outside", "in the town of", "north of": what follows is a place.
LOCATIVE: Final = re.compile(
    rf"(?:^|\b)(?:in|at|near|outside|inside|around|throughout|across|within|into|towards?|entered|captured|seized|retook|took|reached|shelled|left"
    rf"|bombed|besieged|over|from|to|on|between|toward|for|leaving|via|{_DIRECTION}\s+of|(?:{_KIND})\s+of|(?:{_DIRECTION}|{_KIND}))"
    rf"\s+(?:(?:the|a|an)\s+)?(?:[a-z-]+ly\s+|[a-z]+-(?:held|controlled|occupied|run)\s+|disputed\s+|besieged\s+|rebel\s+|nearby\s+|{_DIRECTION}\s+|(?:{_KIND})\s+(?:of\s+)?)*$",
    re.IGNORECASE,
)
#: The strict ones: a name that is in no list is still a place after them.
STRICT: Final = re.compile(
    rf"\b(?:in|near|outside|inside|around|throughout|{_DIRECTION}\s+of|(?:{_KIND}|outskirts|streets)\s+of)\s+(?:the\s+)?(?:{_DIRECTION}\s+)?$", re.IGNORECASE
)
NEAR: Final = re.compile(
    rf"\b(?:near|nearby|outside|around|close to|outskirts of|{_DIRECTION} of|km|kilomet(?:re|er)s?|miles)(?:\s+(?:from|of|away from|\(.*\)))?\s+(?:the\s+)?(?:(?:town|city|village|capital)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
ADJECTIVE: Final = re.compile(r"(?:[a-z](?:an|ian|ish|ese|i)|Greek|Turk|Kurd|Arab|French|Dutch|Thai|Uzbek|Serb|Croat|Tajik)(?:-\w+)?$")
CALENDAR: Final = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October"
    " November December Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)
#: Common words that some place somewhere bears as well.
COMMON: Final = frozenset(
    "a about above according after again against ago al all allied also although american among amid an and another any april are army"
    " around as at august ban bay be because been before best bet better between big bin black blue bomb both bridge bring but by camp can"
    " capital castle center central chief church city civil clash close coast col colonel come control could country cross day dead deal"
    " death december deputy did district do dr each earlier early east eastern eight end enterprise even every exchange eye fair far few"
    " five for force former fort four free friday friend from front full general gas get give given go god golden good government great green"
    " group had half hall hand has have he head health heart held her here hill him his hit home hope hospital house how i if in independence"
    " india indian industry inside international is island it its january july june just justice keep key kill king la lake land large last late"
    " later latin law le lead least left less liberal liberty life lima like line list little live local long los love lt major man many"
    " march may me media men military mine minister miss mission mobile monday money more morning most mother mount mr mrs much my name"
    " nation national near need new news next nice night nine no none normal north northern not nothing november now number october of off"
    " office officer officials oil old on once one only operation opposition or orange order other our out over own page part party past"
    " peace people person pilot place plan point police pope port post power president press prime prince province public put queen real red"
    " reform region report republic rest right river road rock royal rule russian same san santa saturday save saw say sea second security"
    " see senate september service seven several she show side since six so social society some son south southern soviet speaking special"
    " spring st star state states station stop story street strong such summer sun sunday super take ten than that the their them then there"
    " these they third this those though thousand three thursday time to today too top total tower town troops tuesday turn two under union"
    " united university until up upper us vice victory view village violence war was water way we wednesday week well were west western what"
    " when where which while white who why will winter with woman world would year yes yet you young your zone".split()
)
#: Given and family names that some place somewhere bears as well.
PERSONAL: Final = frozenset(
    "abbas abdul abdullah abdulaziz abu adam ahmad ahmed akbar al-assad alex alexander ali allan amin amir andrew anna anthony antonio"
    " arthur assad aziz barack bashar ben bill bob boris brown bush carlos charles clinton dan daniel david diego dmitry donald edward"
    " emmanuel erdogan eric erik ernesto eva fidel florence francis francisco frank fred george gonzalez grace gregory habib hamid hamza"
    " hassan helen henry hussein ibrahim ilham ilya imran isa ismail ivan jack jackson james jane jean jesus jim joe john johnson jones"
    " jorge jose joseph juan julia karim kerry khalid khan lee leon lewis lincoln louis luis mahmoud manuel maria mario mark martin mary"
    " michael miguel mike mohamed mohammad mohammed moses muhammad musa mustafa nasser nelson nikol noor norman obama omar oscar osman"
    " patrick paul pedro peter philip putin rahman rami ramon richard robert roberto roger ronald rosa sadiq salah salim salman sam samuel"
    " santiago santos sarah sergei sharif sheikh simon smith stephen steven stewart stone sultan susan taylor thomas thompson tom tony"
    " trump victor vincent virginia vladimir walker walter washington wilson yasin yusuf zahra allah ramadan eid islam islamic quran koran"
    " mission holy trinity christmas easter bible crisis minsk contact human rights watch".split()
)
NO_PLACES: Final = COMMON | PERSONAL
NAMED_KIND: Final = "|".join(sorted(TOWN_WORDS | UNIT_WORDS - {"state", "republic", "division"} | {"area", "areas", "valley", "island"}))
