"""What a cue tells: whether the speaker affirms, denies, declines or doubts, and whether anything was said at all.

The classes follow PolNeAR, which marks speech, writing and showing together with thoughts and intentions; only the
former vouch for a figure, so the latter are told apart here.
"""

from __future__ import annotations

import re

from sayso.expression import Expression
from sayso.extract.wordsets import word_set
from sayso.model import Stance


def _forms(stems: str) -> frozenset[str]:
    """The regular forms of the verbs given by their stems; ``y`` and final ``e`` are handled."""
    forms: set[str] = set()
    for stem in stems.split():
        if stem.endswith("e"):
            forms.update(stem[:-1] + ending for ending in ("e", "es", "ed", "ing"))
        elif stem.endswith("y") and stem[-2] not in "aeou":
            forms.update(stem[:-1] + ending for ending in ("y", "ies", "ied", "ying"))
        else:
            endings = ("", "s", "es", "ed", "ing", f"{stem[-1]}ed", f"{stem[-1]}ing")
            forms.update(stem + ending for ending in endings)
    return frozenset(forms)


def _pattern(stems: str, phrases: str) -> Expression:
    """The verbs in any form, or one of the phrases."""
    return Expression(rf"\b(?:{'|'.join(sorted(_forms(stems)))})\b|\b(?:{phrases})\b", re.IGNORECASE)


#: Verbs and nouns of saying, writing and showing.
_SAID = _forms(
    """say tell add note report announce state declare claim explain acknowledge warn argue insist urge recall conclude
    suggest respond reply answer write tweet post publish confirm reveal admit concede allege assert maintain stress
    emphasize emphasise reiterate repeat continue comment remark mention call describe accuse blame charge criticise
    criticize condemn denounce decry slam blast praise ask demand request order threaten vow promise pledge propose
    recommend testify cite quote show indicate demonstrate find estimate put count list record document disclose
    release issue talk speak discuss complain lament joke caution advise inform brief refer point release predict
    project contend counter deny refute reject dismiss dispute contradict question challenge thank hail welcome"""
) | word_set(
    "said told wrote written spoke spoken found shown according statement statements report reports claim claims",
    "account accounts remark remarks speech interview announcement allegation allegations accusation accusations",
    "denial denials assertion assertions warning warnings rumor rumors rumour rumours figures toll quoted put",
    "titled letter tweet tweets message messages comment comments testimony",
)
#: The one phrase of saying that is no saying by its words.
_KNOWN_AS = Expression(r"\bknown as\b", re.IGNORECASE)
#: Verbs and nouns of thinking, feeling, wanting and seeming.
_THOUGHT = _forms(
    """want hope fear believe think expect plan intend seek consider worry wish assume suspect prefer support oppose
    favour favor view regard doubt seem appear like love hate aim try attempt prepare mean desire decide dread
    imagine guess understand remember forget wonder anticipate envisage feel see know look learn agree care hesitate
    back endorse"""
) | word_set(
    "thought felt knew known saw seen sought meant hopes fears hopeful afraid worried concerned convinced aware",
    "confident sure certain willing eager ready determined reluctant keen belief opinion intention plan plans view",
    "mind decision desire concern concerns skeptical sceptical expectation expectations assumption feared likely",
    "unlikely",
)
#: Words of saying that are none of thinking too.
_SAID_ALONE = _SAID - _THOUGHT
_WORD = Expression(r"\w+")
_DENIES = _pattern(
    "deny refute reject dismiss dispute disavow contradict rebut disprove disclaim repudiate debunk negate rubbish"
    " ridicule",
    r"denials?|refutation|rejection|not true|untrue|false|baseless|took issue|scoff(?:s|ed) at|pour(?:s|ed) scorn on"
    r"|(?:brush|shrugg?|laugh)(?:e[ds]|s)? (?:aside|off)",
)
_DECLINES = _pattern(
    "decline",
    r"refus(?:e|es|ed|ing)(?: \w+){0,2} to (?:comment|say|give|confirm|discuss|answer|speak|disclose|release"
    r"|provide|talk|reveal|elaborate"
    r"|identify|respond|name)|refused comment|no comment|(?:did|does|do|would|could|had|has|have)(?: not"
    r"|n['’]t)(?: \w+)? "
    r"(?:immediately )?(?:comment|say|give|disclose|elaborate|respond|release|provide|specify|confirm|identify"
    r"|discuss|mention"
    r"|return|reply|answer|published?|released|disclosed|confirmed|commented|said|given|provided|announced"
    r"|responded|specified)"
    r"|yet to (?:comment|confirm|release|publish|respond|announce|say|disclose)|silent|silence|without giving"
    r"|unable to (?:confirm|verify)|(?:could|can)(?: ?not|n['’]t) (?:confirm|verify)",
)
_DOUBTS = _pattern(
    "doubt question query",
    r"sceptical|skeptical|scepticism|skepticism|cast(?:s|ing)? doubt|not (?:sure|certain|clear|convinced)|unclear"
    r"|unsure"
    r"|(?:could|can)(?: ?not|n['’]t) (?:be )?(?:sure|certain)",
)
_REPORTEDLY = Expression(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|rumou?red|(?:is|are|was|were|been) (?:reported(?:ly)?|said"
    r"|alleged"
    r"|believed|thought|understood))\b",
    re.IGNORECASE,
)
_ASKS = Expression(r"\b(?:ask|asks|asked|asking|questions?|questioned)\b", re.IGNORECASE)
_NEGATED_DENIAL = Expression(
    r"(?:not|n['’]t|never|neither|nor)\s+(?:\w+\s+)?(?:den|refut|disput|reject)", re.IGNORECASE
)


def stance_of(cue: str, lead: str = "") -> Stance:
    """How the speaker stands to what is told.

    `cue`: the words of the cue. `lead`: the first words after it, which may finish it ("declined" + "to comment on").
    """
    both = f"{cue} {lead}"
    if _DECLINES.search(cue) or _declined_in(cue, both):
        return "declines"
    if _DENIES.search(cue):
        return "affirms" if _NEGATED_DENIAL.search(cue) else "denies"
    if _DOUBTS.search(cue) and not _ASKS.search(cue):
        return "doubts"
    return "reportedly" if _REPORTEDLY.search(cue) else "affirms"


def _declined_in(cue: str, both: str) -> bool:
    """True where a refusal begins in the cue and ends in what follows it."""
    return any(m.start() < len(cue) for m in _DECLINES.finditer(both))


def is_mental(cue: str) -> bool:
    """True for a thought, feeling or intention that nobody is said to have voiced."""
    words = set(_WORD.findall(cue.lower()))
    return not words.isdisjoint(_THOUGHT) and words.isdisjoint(_SAID_ALONE) and not _KNOWN_AS.search(cue)


def is_speech(cue: str) -> bool:
    """True for a cue of saying, writing or showing."""
    return not _SAID.isdisjoint(_WORD.findall(cue.lower())) or _KNOWN_AS.search(cue) is not None
