"""What people may tell of a claim or a victim: the columns of their CSV files and the options of the commands."""

from __future__ import annotations

from collections.abc import Mapping

#: What a claim by hand may tell: name of the option and CSV column -> what it is.
CLAIM_COLUMNS: Mapping[str, str] = {
    "effect": "What happened: killed, injured, hospitalised, missing, captured, displaced, killed_or_injured.",
    "number": "How many, where that is told exactly.",
    "low": "At least so many.",
    "high": "At most so many.",
    "modality": "exact, at_least, at_most, about, range or vague; by default what the numbers say.",
    "group": "combatant, civilian, mixed or unknown.",
    "side": "Whose dead.",
    "side_group": "The dossier's side; by default that of `side` in the dossier.",
    "source": "Who says so; without it the report's own voice.",
    "source_kind": "person, organisation, state, group, outlet or unnamed.",
    "speaks_for": "The state or group whose voice the source is.",
    "via": "Through whom, several parted by semicolons.",
    "said_on": "Day it was said, YYYY-MM-DD.",
    "happened_start": "First day of the harm.",
    "happened_end": "Last day of the harm; by default the first.",
    "place": "Where.",
    "perpetrator": "Who is said to have done it.",
    "scope": "incident, increment, running_total or unknown.",
    "posture": "own_loss, enemy_loss, affiliated, third_party or unknown.",
    "polarity": "affirm or deny.",
    "certainty": "certain or possible.",
    "document": "Id of the document on record whose words carry it.",
    "words": "Those words, exactly as they stand there, once.",
    "reason": "What it rests on where no words of a document on record can be shown.",
    "conflict": "For a claim with a reason: the dossier it belongs to.",
    "publisher": "For a claim with a reason: who showed or printed it.",
    "uri": "For a claim with a reason: its address.",
    "published": "For a claim with a reason: the day it came out.",
}
VICTIM_COLUMNS: Mapping[str, str] = {
    "id": "Identifier; the same one again replaces the record.",
    "names": "The name and every other spelling, parted by semicolons.",
    "age": "As told: 34, about 40, child.",
    "sex": "As told.",
    "date": "Day of death or harm: YYYY, YYYY-MM or YYYY-MM-DD.",
    "place": "Where.",
    "how_known": "How it is known.",
    "claims": "Ids of the claims that count this person, parted by semicolons.",
    "withhold": "yes: left out of every output.",
}
