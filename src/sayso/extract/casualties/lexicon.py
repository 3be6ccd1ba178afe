"""The words of harm and of the people harmed.

Groups follow the annotation guide: soldiers, fighters, police in combat, rebels and peacekeepers are combatants;
civilians include journalists, medics and aid workers, women and children; "people" tells nothing. No name of a party,
people or place stands here.
"""

from __future__ import annotations

from typing import Final

from sayso.claims.casualty import Effect, Group
from sayso.extract.wordsets import word_set


def _plurals(singular: frozenset[str]) -> dict[str, str]:
    """Regular plurals of English nouns -> their singular."""
    made: dict[str, str] = {}
    for noun in singular:
        if noun.endswith("man") and noun != "human" and noun != "roman":
            made[noun[:-3] + "men"] = noun
        elif noun.endswith("y") and noun[-2] not in "aeiou":
            made[noun[:-1] + "ies"] = noun
        elif noun.endswith(("s", "x", "ch", "sh")):
            made[noun + "es"] = noun
        else:
            made[noun + "s"] = noun
    return made


_COMBATANT: Final = word_set(
    "soldier serviceman servicewoman servicemember trooper fighter militant rebel insurgent guerrilla guerilla",
    "gunman militiaman combatant jihadist jihadi terrorist extremist islamist separatist mercenary commando marine",
    "sailor seaman airman pilot officer policeman policewoman cop constable gendarme guard bodyguard guardsman",
    "ranger conscript recruit cadet sergeant corporal lieutenant captain major colonel general brigadier commander",
    "commandant private admiral warlord sniper gunner infantryman paratrooper reservist peacekeeper attacker",
    "assailant bomber infiltrator raider warrior legionnaire legionary patrolman deputy volunteer-fighter",
    "subversive rifleman artilleryman crewman crewmember pirate bandit outlaw loyalist mujahid mujahedin mutineer",
    "defector invader occupier saboteur agent operative spy intelligence-officer hitman enemy partisan paramilitary",
    "counterinsurgent kidnapper hijacker ambusher radical militia-member cadre leatherneck sapper deminer",
    "draftee defender gangster ringleader jawan ultra aviator submariner fusilier grenadier lancer marksman corpsman",
    "gunrunner stormtrooper machine-gunner artillerist tankman border-guard freedom-fighter",
    "sepoy naik havildar subedar",
)
_COMBATANT_PLURAL_ONLY: Final = word_set(
    "troops troop police personnel forces militia militias mujahideen mujahedeen mujahidin infantry security-forces",
    "paramilitaries military army navy cavalry crew special-forces fedayeen gendarmerie",
    "garrison servicepeople commandos manpower",
)
_CIVILIAN: Final = word_set(
    "civilian civillian woman child boy girl baby infant toddler teenager teen mother father wife husband son",
    "daughter brother sister grandmother grandfather grandson granddaughter parent grandparent relative villager",
    "resident inhabitant farmer peasant shepherd herder fisherman worker labourer laborer employee teacher student",
    "pupil schoolchild schoolgirl schoolboy doctor nurse medic paramedic physician surgeon patient journalist",
    "reporter cameraman photographer correspondent editor broadcaster driver passenger commuter traveller traveler",
    "tourist pilgrim worshipper worshiper priest nun monk bishop archbishop cleric imam pastor missionary rabbi",
    "mullah jesuit friar shopkeeper trader merchant vendor businessman businesswoman lawyer judge magistrate",
    "engineer technician miner activist protester protestor demonstrator marcher humanitarian rescuer firefighter",
    "fireman bystander passer-by passerby pedestrian onlooker shopper customer guest wedding-guest mourner refugee",
    "migrant asylum-seeker evacuee displaced-person household family minor adolescent youngster kid elder lady",
    "housewife newborn orphan widow pensioner scientist professor lecturer academic writer poet artist singer",
    "musician actor councillor councilor mayor unionist trade-unionist settler citizen national noncombatant",
    "non-combatant neighbor neighbour first-responder responder aid-worker contractor waiter cook cleaner gardener",
    "maid ambulance-driver volunteer campesino laywoman layman catechist servant youth schoolteacher scholar",
    "interpreter translator fruit-seller taxi-driver bus-driver stallholder nanny grandchild niece nephew cousin",
    "uncle aunt fiance fiancee bride groom stepson sibling twin spouse holidaymaker foreigner expatriate caretaker",
    "newspaperman anchorman cyclist motorist believer parishioner seminarian collector baker butcher tailor barber",
    "carpenter electrician plumber mechanic blacksmith goldsmith clerk accountant banker herdsman goatherd landowner",
    "landlord tenant rancher grower logger lumberjack courier postman hairdresser chef waitress bartender receptionist",
    "doorman janitor porter weaver potter mason bricklayer builder painter welder",
    "trucker chauffeur stewardess footballer player athlete coach referee fan spectator churchgoer",
    "devotee deacon chaplain vicar preacher evangelist theologian novice headmaster headmistress tutor librarian",
    "historian economist scientist physicist chemist pharmacist dentist midwife therapist psychologist vaccinator",
    "surveyor archaeologist geologist agronomist veterinarian local islander townsman countrywoman nomad pastoralist",
    "beggar hawker peddler blogger filmmaker columnist presenter publisher photojournalist freelancer stringer",
    "attendee reveller reveler partygoer concertgoer festivalgoer diner trekker climber hiker swimmer lecturer",
    "schoolmate classmate roommate mum mom dad granny grandma grandpa mother-in-law father-in-law sister-in-law",
    "stepson stepdaughter stepfather stepmother schoolkid preschooler tot fruitseller",
    "salesman saleswoman seller dealer grocer cobbler fisher fisherwoman farmworker farmhand woodcutter",
    "schoolmaster schoolmistress camerawoman newsman newswoman crewwoman barrister solicitor notary",
    "councilman councilwoman alderman headman herbalist beautician",
    "rector dean jurist sculptor dancer comedian actress novelist playwright philosopher sociologist anthropologist",
    "linguist muezzin mufti abbot undertaker gravedigger forester beekeeper cowherd sharecropper roofer architect",
    "visitor bridesmaid congregant widower girlfriend boyfriend returnee deportee campaigner voter headteacher",
    "couple babysitter typist hotelier restaurateur great-grandmother housekeeper sanitation-worker",
)
_NEUTRAL: Final = word_set(
    "witness commissioner prefect parliamentarian observer jailer burglar robber thief arsonist assassin mobster",
    "deserter princess queen sultan veteran",
    "person individual man victim member other leader human soul body corpse cadaver hostage prisoner captive detainee",
    "martyr casualty suspect official politician minister senator congressman diplomat ambassador consul envoy",
    "president vice-president governor chief chieftain head director manager secretary aide adviser advisor",
    "spokesman spokeswoman candidate legislator lawmaker deputy-minister supporter follower sympathizer sympathiser",
    "collaborator informer informant traitor figure survivor inmate convict criminal fugitive trafficker smuggler",
    "occupant occupier-family immigrant compatriot countryman comrade colleague friend companion brother-in-law",
    "founder coordinator organizer organiser representative delegate negotiator militant-leader boss kingpin",
    "mastermind prosecutor attorney inspector investigator superintendent accomplice participant tribesman clansman",
    "trainee graduate instructor hunter watchman vigilante guardian heir prince king sheikh sheik emir ayatollah",
    "elderly-man newcomer counterpart patriot ally opponent dissident exile rioter looter striker unidentified-man",
    "prisoner-of-war drug-trafficker journalist-activist crusader nationalist communist socialist marxist leftist",
    "rightist democrat",
)
_NEUTRAL_PLURAL_ONLY: Final = word_set(
    "people persons heroes folk folks peoples population lives pows idps staff group crowd",
)
_CIVILIAN_PLURAL_ONLY: Final = word_set(
    "children civilians women elderly families inhabitants journalists media clergy grandchildren schoolchildren",
    "wives womenfolk medics brethren youths townspeople tribespeople countrypeople passers-by passersby households",
    "salespeople newspeople",
)

#: Singular person nouns and what they say of the group.
SINGULAR: Final[dict[str, Group]] = {
    **dict.fromkeys(_NEUTRAL, "unknown"),
    **dict.fromkeys(_CIVILIAN, "civilian"),
    **dict.fromkeys(_COMBATANT, "combatant"),
}
#: Plural and collective person nouns.
PLURAL: Final[dict[str, Group]] = {
    **{plural: SINGULAR[noun] for plural, noun in _plurals(frozenset(SINGULAR)).items()},
    **dict.fromkeys(_NEUTRAL_PLURAL_ONLY, "unknown"),
    **dict.fromkeys(_CIVILIAN_PLURAL_ONLY, "civilian"),
    **dict.fromkeys(_COMBATANT_PLURAL_ONLY, "combatant"),
}
#: Words before a neutral noun ("members of", "leaders", "bodies") that settle the group.
COMBATANT_CONTEXT: Final = word_set(
    "army military militia rebel rebels guerrilla guerrillas insurgent insurgents militant militants soldier",
    "soldiers police armed security combat enemy paramilitary special forces force troops troop commando navy naval",
    "marine marines jihadist jihadi terrorist terrorists battalion brigade regiment squad unit patrol infantry",
    "gendarmerie guard coast fighter fighters gunmen separatist separatists command commander crew insurgency",
    "extremist extremists militiamen policemen peacekeeping peacekeepers peacekeeper taskforce legion corps",
    "garrison gunman cell intelligence uniformed army's fighting",
)
CIVILIAN_CONTEXT: Final = word_set(
    "civilian civilians family families medical aid humanitarian hospital school media press clergy protest",
    "opposition-protest rescue community village red crescent ngo journalist household church congregation",
    "protester protesters demonstrator demonstrators union unarmed innocent elderly tribal",
    "displaced",
)

#: Nouns that look like people as modifiers, and what makes them things ("police cars", "rebel positions").
THINGS: Final = word_set(
    "car cars vehicle vehicles truck trucks tank tanks position positions post posts base bases camp camps",
    "checkpoint checkpoints station stations house houses home homes building buildings convoy convoys helicopter",
    "helicopters plane planes aircraft jet jets drone drones boat boats ship ships vessel vessels bus buses depot",
    "depots village villages town towns city cities district districts province provinces area areas region regions",
    "settlement settlements attack attacks raid raids strike strikes airstrike airstrikes operation operations",
    "offensive offensives ambush ambushes bombing bombings explosion explosions blast blasts rocket rockets missile",
    "missiles shell shells mortar mortars bomb bombs mine mines grenade grenades rifle rifles weapon weapons gun",
    "guns round rounds bullet bullets barracks outpost outposts headquarters hq office offices school schools",
    "hospital hospitals clinic clinics market markets mosque mosques church churches bridge bridges road roads",
    "apartment apartments flat flats shop shops farm farms factory factories warehouse warehouses unit units group",
    "groups squad squads battalion battalions brigade brigades company companies patrol patrols cell cells faction",
    "factions organization organizations organisation organisations party parties country countries nation nations",
    "state states cattle sheep goat goats camel camels cow cows animal animals livestock horse horses donkey",
    "donkeys dog dogs chicken chickens pig pigs report reports complaint complaints case cases incident incidents",
    "violation violations clash clashes battle battles demand demands talks arms equipment ammunition uniform",
    "uniforms stronghold strongholds hideout hideouts compound compounds artillery systems system howitzers",
    "howitzer launcher launchers carrier carriers tribe tribes source sources claim claims count account accounts",
    "side sides uprising movement rule regime government leadership spokesperson infrastructure facilities facility",
    "targets target objects object cemetery cemeteries grave graves pickup pickups seats seat votes vote goals goal",
    "points point matches match games game medals medal percent pieces prison prisons line lines front fronts",
    "border borders training academy radio newspaper newspapers court courts law laws charges reporter-site advance",
    "advances retreat withdrawal presence activity activities violence demonstration demonstrations killing",
    "killings death deaths murder murders execution executions kidnappings rally march statement",
    "statements command commands council councils committee assembly institute press rights safety protection",
    "situation issue issues policy aid service services wing wings flag flags gathering",
)

#: Verb forms -> effect. "-ed"/irregular participles, finite, gerund and base forms are told apart by their ending.
_HARM_VERBS: Final[dict[str, Effect]] = {
    **dict.fromkeys(
        word_set(
            "kill murder assassinate execute behead massacre slaughter lynch martyr decapitate exterminate gun-down",
            "liquidate electrocute strangle butcher annihilate",
        ),
        "killed",
    ),
    **dict.fromkeys(word_set("destroy eliminate"), "killed"),
    **dict.fromkeys(word_set("injure wound hurt maim mutilate"), "injured"),
    **dict.fromkeys(word_set("capture kidnap abduct"), "captured"),
    **dict.fromkeys(word_set("hospitalise hospitalize"), "hospitalised"),
    **dict.fromkeys(word_set("displace evacuate uproot"), "displaced"),
    **dict.fromkeys(word_set("neutralise neutralize"), "unspecified"),
}


def _forms(base: str) -> dict[str, str]:
    """participle/past, gerund, third person and base of a regular verb -> "ed", "ing", "s", "base"."""
    stem = base[:-1] if base.endswith("e") else base
    double = stem + stem[-1] if base in ("kidnap",) else stem
    return {
        double + "ed": "ed",
        double + "ing": "ing",
        base + "s": "s",
        base: "base",
        stem + "ed": "ed",
        stem + "ing": "ing",
    }


#: form -> (effect, "ed" | "ing" | "s" | "base") for verbs whose object is harmed.
TRANSITIVE: Final[dict[str, tuple[Effect, str]]] = {
    form: (effect, shape) for base, effect in _HARM_VERBS.items() for form, shape in _forms(base).items()
} | {
    "slain": ("killed", "ed"),
    "harmed": ("killed_or_injured", "ed"),
    "slew": ("killed", "past"),
    "slaying": ("killed", "ing"),
    "hurt": ("injured", "ed"),
    "hurting": ("injured", "ing"),
    "massacres": ("killed", "s"),
    "lynches": ("killed", "s"),
    "lynch": ("killed", "none"),
    "butchers": ("killed", "none"),
    "wound": ("injured", "base"),
    "martyr": ("killed", "none"),
    "martyrs": ("killed", "none"),
    "massacre": ("killed", "none"),
    "slaughter": ("killed", "none"),
    "capture": ("captured", "base"),
    "murder": ("killed", "base"),
    "murders": ("killed", "none"),
}
#: form -> effect for verbs whose subject is harmed.
INTRANSITIVE: Final[dict[str, Effect]] = {
    "died": "killed", "die": "killed", "dies": "killed", "dying": "killed", "perished": "killed", "perish": "killed",
    "succumbed": "killed", "drowned": "killed", "suffocated": "killed", "asphyxiated": "killed",
    "fled": "displaced", "flee": "displaced", "fleeing": "displaced",
    "disappeared": "missing", "vanished": "missing",
}  # fmt: skip
#: Participial adjectives and adjectives said of the harmed: "were dead", "left N homeless", "the N missing".
ADJECTIVES: Final[dict[str, Effect]] = {
    "dead": "killed", "lifeless": "killed", "missing": "missing", "homeless": "displaced", "unaccounted": "missing",
    "deceased": "killed", "captive": "captured", "comatose": "injured",
}  # fmt: skip
#: Nouns that count harm: "27 deaths", "no casualties", "19 victims".
HARM_NOUNS: Final[dict[str, Effect]] = {
    "death": "killed", "deaths": "killed", "fatality": "killed", "fatalities": "killed", "dead": "killed",
    "killings": "killed", "murders": "killed", "assassinations": "killed", "executions": "killed",
    "killing": "killed", "murder": "killed", "assassination": "killed", "execution": "killed", "slayings": "killed",
    "martyrs": "killed", "martyr": "killed", "bodies": "killed", "body": "killed", "corpses": "killed",
    "cadaver": "killed", "cadavers": "killed",
    "corpse": "killed", "casualty": "unspecified", "casualties": "unspecified", "losses": "unspecified",
    "loss": "unspecified", "victims": "unspecified", "victim": "unspecified", "injuries": "injured",
    "injury": "injured", "wounded": "injured", "injured": "injured", "killed": "killed", "abductions": "captured",
    "kidnappings": "captured", "abduction": "captured", "disappearances": "missing",
    "massacre": "killed", "beheadings": "killed", "slaughter": "killed", "martyrdom": "killed", "wounding": "injured",
    "fallen": "killed", "idps": "displaced", "pows": "captured",
}  # fmt: skip

PREPOSITIONS: Final = word_set(
    "of in on at by for with from to into onto near against among amongst between during after before since under",
    "over through throughout across along around inside outside within without amid amidst behind beyond toward",
    "towards upon off per via despite following including like until till as about above below beside besides next",
    "underneath aboard because while when where whereas if though although unless than",
)
CONJUNCTIONS: Final = word_set("and or but nor plus &")
AUXILIARIES: Final = word_set(
    "is are was were be been being am has have had having do does did will would shall should can could may might",
    "must get gets got getting cannot 've 're",
)
BE: Final = word_set("is are was were be been being am get gets got getting 're")
HAVE: Final = word_set("has have had having 've")
BE_OR_HAVE: Final = BE | HAVE
PRONOUNS: Final = word_set(
    "he she it they we i you him her them us who whom which that this these those what whose there himself herself",
    "themselves itself me",
)
DETERMINERS: Final = word_set(
    "the a an this that these those its his her their our my your another each every any all both",
)
ADVERBS: Final = word_set(
    "also already now then later subsequently reportedly allegedly apparently presumably supposedly still yet never",
    "not once only just even again all both fatally seriously critically badly severely slightly lightly gravely",
    "mortally accidentally brutally deliberately immediately instantly together recently previously since earlier",
    "initially eventually finally thus actually probably possibly likely said known confirmed believed feared",
    "thought presumed reported officially either unlawfully summarily publicly thereby today yesterday tonight",
    "meanwhile however instead n't intentionally simultaneously nearly almost so far ultimately tragically",
    "extrajudicially indiscriminately directly indirectly separately forcibly violently temporarily internally",
)
SAYING: Final = word_set(
    "reporting claiming announcing confirming denying adding alleging citing quoting",
    "said says say saying told tells reported reports report claimed claims claim announced announces added adds",
    "stated states confirmed confirms denied denies insisted argued noted acknowledged admitted alleged warned",
    "declared revealed indicated explained believe believes believed knew know think thought estimated estimates",
    "shows showed show maintained asserted affirmed disclosed quoted according mentioned counted recorded",
    "documented verified put puts",
)
#: Common finite verbs and participles that end a noun group; harm and saying verbs are known apart.
VERBS: Final = word_set(
    "left leave leaves leaving saw sees see took take takes taken taking came come comes made make makes brought",
    "bring brings bringing rose rise rises climbed reached reaches stood stands hit hits struck strike fell fall",
    "fired opened launched attacked ambushed shot shelled bombed arrested detained held hold found find recovered",
    "buried lost lose loses losing claimed cost costs suffered suffer suffers sustained inflicted included includes",
    "include went go goes gone began started continued remained remain became become used fought fight fights",
    "clashed carried caused causes causing exploded detonated destroyed seized freed released rescued sent returned",
    "arrived moved entered stormed targeted raided tried wanted threatened vowed called accused blamed gave gives",
    "given followed led leads killed sought increased decreased doubled passed exceeded topped raised raising",
    "gathered remains happened occurred ended lived live living worked traveling travelling patrolling riding",
    "suspected accompanied belonging fighting trying advancing wearing carrying working guarding attending escaped",
    "trapped stranded unhurt unharmed alive survived identified collapsed crashed participated joined surrendered",
    "pulled rushed treated admitted transferred airlifted forced driven produced resulted resulting need needs",
    "needed want wants received receiving",
)
#: Words of saying that are no adverbs.
PLAIN_SAYING: Final = SAYING - ADVERBS
#: Lower-case words that end every noun group.
STOPPERS: Final = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | ADVERBS | SAYING | VERBS
DAYS_AND_MONTHS: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
    "september october november december",
)
RELATIVE: Final = word_set("who which that whom whose")
#: What stands between the members of a list of victims.
MODALS: Final = word_set("will would shall should can could may might must to cannot")
