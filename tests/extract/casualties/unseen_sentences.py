"""A fourth set of own sentences and short paragraphs, of many conflicts and styles of telling.

Written as in :mod:`tests.extract.casualties.sentences`, after the rules and before running them. "total" after a figure
asks for a running total, "added" for an increment; without either the scope is not looked at.
"""

from __future__ import annotations

UNSEEN: tuple[tuple[str, str], ...] = (
    # totals that follow a figure in the same breath
    (
        "Officials said 14 more of their troops had been killed, which brings their military dead to 61.",
        "killed 14 x added; killed 61 x total",
    ),
    (
        "The command said that another 9 of its servicemen had been killed, which brings the number of its dead to 40.",
        "killed 9 x added; killed 40 x total",
    ),
    (
        "The rebels said 12 more of their fighters had died, taking their losses to 77 dead.",
        "killed 12 x added; killed 77 x total",
    ),
    (
        "The army said 17 more of its conscripts had been killed, among them two officers, and that 63 had died "
        "in all.",
        "killed 17 x added; killed 2 x; killed 63 x total",
    ),
    (
        "Three more bodies were found overnight, bringing the total number of dead to 29.",
        "killed 3 u added; killed 29 u total",
    ),
    ("Six miners died on Friday, pushing the death toll since January past 130.", "killed 6 c; killed 130+ u total"),
    (
        "The ministry's tally now stands at 1,204 dead, up from an earlier figure of 1,150.",
        "killed 1204 u total; killed 1150 u",
    ),
    ("A further 22 people were confirmed dead, raising the toll to 310.", "killed 22 u added; killed 310 u total"),
    ("Hospitals in the region gave a toll of 44 dead and 160 hurt.", "killed 44 u; injured 160 u"),
    (
        "The losses of the border guards since the start of the offensive have grown to 208 killed.",
        "killed 208 x total",
    ),
    ("With Sunday's victims, the militia has now buried 91 of its men.", "killed 91 x total"),
    ("In all, 56 have died and 203 have been wounded since the siege began.", "killed 56 u total; injured 203 u total"),
    # lists behind a colon
    ("Eight villagers have been killed: five in Orsk and three in Velmora.", "killed 8 c; killed 5 c; killed 3 c"),
    (
        "Eleven civilians have been killed: nine Arland civilians and two Bergland civilians.",
        "killed 11 c; killed 9 c; killed 2 c",
    ),
    (
        "Nineteen people were wounded: twelve soldiers, one policeman and six civilians.",
        "injured 19 m; injured 12 x; injured 1 x; injured 6 c",
    ),
    ("The dead were two teachers, a nurse and four pupils.", "killed 2 c; killed 1 c; killed 4 c"),
    ("Killed in the attack were a captain and three conscripts.", "killed 1 x; killed 3 x"),
    ("The wounded: 17; the dead: 6.", "injured 17 u; killed 6 u"),
    ("Casualties as of 6 p.m.: 9 dead, 31 injured, 4 missing.", "killed 9 u; injured 31 u; missing 4 u"),
    ("Losses per day - personnel: 640; tanks: 4; armoured vehicles: 11.", "unspecified 640 u"),
    ("- 5 killed\n- 12 injured\n- 200 houses destroyed", "killed 5 u; injured 12 u"),
    ("Monday: 3 dead. Tuesday: 7 dead. Wednesday: none.", "killed 3 u; killed 7 u"),
    # losses, estimates
    (
        "The staff put the enemy's losses at about 300 troops, some 20 tanks and 14 guns.",
        "unspecified ~300 x",
    ),
    ("Diplomats put the dead at between 70 and 90.", "killed 70..90 u"),
    ("Aid agencies estimate the number of dead at 4,000 to 5,000.", "killed 4000..5000 u"),
    ("The general put enemy casualties at more than 600.", "unspecified 600+ u"),
    ("The two armies have between them lost over 2,000 soldiers.", "killed 2000+ x"),
    ("Our battalion lost 14 men in that week.", "killed 14 x"),
    ("The insurgents suffered 35 dead and an unknown number of wounded.", "killed 35 x; injured ? x"),
    (
        "Western officials believe that as many as 30,000 conscripts have been killed or wounded.",
        "killed_or_injured -30000 x possible",
    ),
    ("The true number of dead is thought to exceed 10,000.", "killed 10000+ u possible"),
    ("Casualty estimates vary widely, from 40 to 75 dead.", "killed 40..75 u"),
    # first person, quotations
    ("We buried 18 people in one grave, the imam of the village said.", "killed 18 u"),
    (
        'The air raid killed 31 people. "Among them are seven children," the mayor said.',
        "killed 31 u; killed 7 c",
    ),
    ('"I saw five bodies lying by the well," said Torun Mael, a shepherd.', "killed 5 u"),
    ('"They killed my husband and took my two sons," she told reporters.', "killed 1 c; captured 2 c"),
    (
        '"We have received 23 wounded since the morning, nine of them children," a surgeon said.',
        "injured 23 u; injured 9 c",
    ),
    ('"My brother was shot in the head and died in my arms," said Sela Oren, 34.', "killed 1 c"),
    ('"We lost eleven comrades that night," the sergeant recalled.', "killed 11 x"),
    ('"Not a single one of our boys was hurt," the commander boasted.', "injured 0 x"),
    # individuals
    ("A rocket killed an elderly woman in the suburb of Tarsk.", "killed 1 c"),
    ("Gunmen on a motorcycle shot a tax collector dead outside a mosque.", "killed 1 c"),
    ("The body of a kidnapped engineer was found in a ditch.", "killed 1 c"),
    ("Colonel Radan Vesk, the garrison commander, was among those killed.", "killed 1 x"),
    ("A landmine blew up a tractor, killing its driver.", "killed 1 c"),
    (
        "The strike killed a senior commander, Abu Samet, and four of his bodyguards, the group confirmed.",
        "killed 1 x; killed 4 x",
    ),
    ("Cameraman Ilan Dorev, 29, died of his injuries on Wednesday.", "killed 1 c"),
    ("An eight-year-old boy lost a leg in the explosion.", "injured 1 c"),
    ("A farmer and his donkey were killed by a mine.", "killed 1 c"),
    ("The village head, who was abducted last week, has been found dead.", "killed 1 c"),
    # headlines
    ("Army kills 40 rebels in northern offensive; rebels say 7", "killed 40 x; killed 7 x"),
    ("Ministry: 80 troops killed in assault, guerrillas say 15", "killed 80 x; killed 15 x"),
    ("33 killed, scores injured as twin blasts rock bus station", "killed 33 u; injured ? u"),
    ("Militants behead 6 fishermen, burn boats", "killed 6 c"),
    ("4 jawans martyred, 2 ultras gunned down in encounter", "killed 4 x; killed 2 x"),
    ("Ten feared dead after raid on gold mine", "killed 10 u possible"),
    ("Grenade hurled at church: 1 dead, 19 hurt", "killed 1 u; injured 19 u"),
    ("BREAKING: seven peacekeepers dead in ambush", "killed 7 x"),
    ("Toll in camp massacre hits 62", "killed 62 u"),
    ("Thousands flee as rebels close in on Orsk", "displaced ? c"),
    ("Blast outside court kills 5, wounds 12", "killed 5 u; injured 12 u"),
    ("56 killed", "killed 56 u"),
    # passive, nominal
    ("The deaths of 14 worshippers were blamed on the militia.", "killed 14 c"),
    ("The killing of three nuns has shocked the country.", "killed 3 c"),
    ("The fighting resulted in the death of a sergeant and injuries to five privates.", "killed 1 x; injured 5 x"),
    ("The abduction of 27 schoolgirls drew protests.", "captured 27 c"),
    ("There were 13 fatalities, all of them policemen.", "killed 13 x"),
    ("Nine deaths and 22 injuries were recorded by the clinic.", "killed 9 u; injured 22 u"),
    ("The bombing cost the lives of 16 pilgrims.", "killed 16 c"),
    (
        "The attack caused the deaths of at least five traders and left a dozen more with burns.",
        "killed 5+ c; injured 12 c",
    ),
    ("Two out of the five wounded later died.", "injured 5 u; killed 2 u"),
    ("Eight of the hostages were freed, but three did not survive.", "killed 3 u"),
    ("Of the 19 people on the bus, only four survived.", ""),
    # relatives and foreigners
    ("Five from Arland and three from Bergland were killed in the hotel attack.", "killed 5 u; killed 3 u"),
    ("The group said two of its fighters and nine soldiers were killed.", "killed 2 x; killed 9 x"),
    ("A family of six was wiped out when a bomb hit their home.", "killed 6 c"),
    ("A couple and their infant daughter died in the flames.", "killed 2 c; killed 1 c"),
    ("Seven members of the Dorev family were killed, including the grandmother.", "killed 7 c; killed 1 c"),
    ("A bomb killed a man, his pregnant wife and their four children.", "killed 1 c; killed 1 c; killed 4 c"),
    ("Three siblings aged between two and nine were killed.", "killed 3 c"),
    # hospital, missing, captured, displaced
    ("Thirteen of those hurt remain in hospital, two in intensive care.", "hospitalised 13 u; hospitalised 2 u"),
    ("More than 70 patients were admitted with shrapnel wounds.", "hospitalised 70+ u"),
    ("Twelve crew members remain unaccounted for.", "missing 12 u"),
    ("The whereabouts of 45 students are unknown.", "missing 45 c"),
    ("The sides exchanged 30 prisoners each.", ""),
    ("Guerrillas released 16 captured policemen.", ""),
    ("The rebels are believed to hold some 200 soldiers captive.", "captured ~200 x possible"),
    ("A hundred and twenty thousand people have lost their homes.", "displaced 120000 c"),
    ("The flare-up sent more than 6,000 people fleeing across the river.", "displaced 6000+ c"),
    ("Up to 900 families have sought shelter in schools.", "displaced -900 c"),
    ("The UN says 2.3 million are internally displaced.", "displaced 2300000 c"),
    # no figures
    ("Medics prepared 200 body bags before the exchange.", ""),
    ("The government has not said how many of its soldiers were killed.", ""),
    ("It is not known how many people died.", ""),
    ("The army will kill a thousand rebels for each lost post, its chief vowed.", ""),
    ("The court sentenced 14 men to death in absentia.", ""),
    ("The bomb was meant to kill 100 people, prosecutors said.", ""),
    ("The club lost 3-1 and its captain was injured in the 56th minute.", "injured 1 u"),
    ("The hospital has 60 beds for the wounded.", ""),
    ("Prices killed the trade in 2009.", ""),
    ("He has 12 deaths on his conscience, the prosecutor alleged.", "killed 12 u"),
    ("Nearly 20 percent of the wounded were under 16.", ""),
    ("Article 20 of the pact covers the dead of 1948.", ""),
    ("Five years after the war the wounds are open.", ""),
    ("The parade honoured the 27 million dead of the great war.", "killed 27000000 u background"),
    # denial, doubt
    ("The alliance denied that its aircraft had killed 30 civilians.", "killed 30 c deny"),
    ("A spokesman rejected the report that 12 of the unit's men had been captured.", "captured 12 x deny"),
    ("Up to 50 people may have been buried alive.", "killed -50 u possible"),
    ("Unconfirmed reports spoke of six dead.", "killed 6 u possible"),
    ("Villagers say at least two dozen bodies are still under the rubble.", "killed 24+ u"),
    ("None of the 14 passengers survived.", "killed 14 u"),
    ("The army claims to have eliminated 90 terrorists in a week.", "killed 90 x"),
    ("There was no word on casualties among the insurgents.", ""),
    # paragraphs
    (
        "Mortars fell on the livestock market at noon. At least eight traders were killed. Twenty others were rushed "
        "to a clinic, where three died.",
        "killed 8+ c; hospitalised 20 u; killed 3 u",
    ),
    (
        "The militia stormed a post near Dravno before dawn. It said it had killed 16 soldiers and seized two "
        "vehicles. The army admitted the loss of four.",
        "killed 16 x; unspecified 4 x",
    ),
    (
        "The governor said 10 people had died. His deputy spoke of 12. A local paper put the figure at 15.",
        "killed 10 u; killed 12 u; killed 15 u",
    ),
    (
        "Two policemen were killed in Orsk. A third died in hospital. The attackers escaped.",
        "killed 2 x; killed 1 x",
    ),
    (
        "Clashes between herders and farmers have left 39 dead in a week. Twenty-one of the victims were herders.",
        "killed 39 u; unspecified 21 c",
    ),
    (
        "Shelling hit three districts: in Tarsk it killed two, in Orsk one, and in Velmora it wounded nine.",
        "killed 2 u; killed 1 u; injured 9 u",
    ),
    (
        "The ceasefire held for 11 hours. Then a sniper shot dead a corporal, 22, the first soldier to die since June.",
        "killed 1 x",
    ),
    # people who are found
    ("Three farmers were found shot dead in a field on Monday.", "killed 3 c"),
    ("A watchman was found strangled in the depot.", "killed 1 u"),
    ("The men were found in a cellar.", ""),
    ("The body of an unidentified man was found on a road near Orsk on Friday.", "killed 1 u"),
    ("Divers recovered the body of a sailor from the harbour.", "killed 1 x"),
    ("The body of the car was found in a ditch.", ""),
    (
        "The council names 314 dead: 190 men, 71 women and 53 children.",
        "killed 314 u; killed 190 u; killed 71 c; killed 53 c",
    ),
)
