"""Who answers for an attack, wherever the report says so: "X claimed responsibility", "the killing was blamed on X"."""

from __future__ import annotations

import re

from sayso.expression import Expression, Seldom
from sayso.link.perpetrators import EVENT_NOUN, HARM_NOUN, together
from sayso.link.scene import Reference, Scene

_RESPONSIBLE_AFTER = Seldom(
    "responsib|credit|admitted|behind|to blame|blamed for|suspected|carried out|staged|launched|fired it"
    "|fired them|planted|ordered|claim",
    r"(?:['’]s?)?(?:\s+[\w’-]+){0,4}?,?\s*(?:[\w ,’-]{0,60},\s*)?(?:(?:later|has|have|had|also|subsequently"
    r"|quickly)\s+)*(?:(?:claim(?:ed|s|ing)?|t(?:akes?|ook|aking)) (?:responsibility|credit)"
    r"|admitted (?:carrying|responsibility)"
    r"|(?:is|are|was|were) (?:behind|responsible for|(?:the )?suspected perpetrators?|to blame)|(?:are|is|was"
    r"|were) (?:the )?suspected|(?:is|are|was|were) blamed for"
    r"|(?:said|told [^.;,]{3,40}?) (?:that )?(?:it|they|its \w+|their \w+) (?:had |have )?(?:carried out|staged"
    r"|launched|(?:was|were) (?:behind|responsible))"
    r"|(?:had |has )?(?:fired|launched|carried out|planted|ordered|staged) (?:it|them)\b"
    r"|(?:claim(?:ed|s|ing)?|carried out|staged|ordered) (?:the|this|that|both) (?:\w+ )?"
    rf"(?:{EVENT_NOUN}|{HARM_NOUN})\b"
    r"|planted (?:the|this|that|both) (?:\w+ )?(?:bombs?|mines?|devices?|explosives?))",
)
_RESPONSIBLE_BEFORE = Expression(
    r"\b(?:blam(?:ed|es|ing)(?: (?:it|them|the \w+|this))?(?: on)?|accus(?:ed|es|ing)|pointed (?:the|a) finger at"
    r"|responsibility (?:was|lies) with|suspects?|held)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
#: "The killing was claimed by", "they attributed the attack to", "police suspect".
_ANSWERS_BEFORE = Seldom(
    "claimed by|attribut|blamed on|ordered by|admitted by|suspect",
    rf"\b(?:(?:{EVENT_NOUN}|{HARM_NOUN}|siege|blasts?|explosions?|shootings?|responsibility|it|they|which)\b[^.;,]{{0,50}}?\s"
    r"(?:(?:was|were|been)\s+)?(?:\w+ly\s+|later\s+)?(?:claimed by|attributed to|blamed on|ordered by|admitted by)"
    rf"|attribut(?:ed|es|ing)\s+(?:it|them|(?:the|this|that|these|those|both)\s+(?:[\w-]+\s+)?(?:{EVENT_NOUN}|{HARM_NOUN}))"
    r"(?:\s+\w+){0,3}?\s+to"
    r"|\b(?:police|officials|authorities|investigators|residents|they|government)\s+suspect(?:ed|s)?)"
    r"\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}$",
)
_ACCUSED_TAIL = Expression(
    rf"[^.;]{{0,40}}?\b(?:of|for)\s+(?:it\b|this\b|that\b|being behind|carrying out|killing|shelling|attacking"
    rf"|bombing|firing|targeting"
    rf"|(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:{EVENT_NOUN}|{HARM_NOUN}|crimes?|atrocit(?:y|ies)|violence)\b"
    r"|launching|murdering)",
    re.I,
)
_NOBODY = Expression(r"\bno (?:group|one|organi[sz]ation)\b", re.IGNORECASE)


def responsible(scene: Scene) -> tuple[Reference, ...]:
    """Every side that the report says claims or is given responsibility for an attack, in text order."""
    found: dict[tuple[int, int], Reference] = {}
    for word in _RESPONSIBILITY.finditer(scene.lowered):
        for reference in scene.between(*scene.sentence(word.start())):
            if _is_responsible(scene, reference):
                found[reference.start, reference.end] = together(scene, reference) or reference
    return tuple(found.values())


#: What a sentence that tells who answers holds, looked for before the names in it are asked.
_RESPONSIBILITY = Expression(
    r"responsib|credit|admitted|behind|suspect|blam|accus|finger|carried out|attribut|planted|ordered by"
    r"|(?:claim(?:ed|s|ing)?|staged|ordered|fired|launched) (?:by|the|this|that|both|it|them)\b"
)


def _is_responsible(scene: Scene, reference: Reference) -> bool:
    start, end = scene.sentence(reference.start)
    nobody = _NOBODY.search(scene.text, start, reference.start)
    answers = _RESPONSIBLE_AFTER.match(scene.lowered, reference.end, end) if nobody is None else None
    if answers and not _DENIES.search(answers[0]) and _is_subject(scene, reference, answers.end()):
        return True
    left = scene.text[max(start, reference.start - 50) : reference.start]
    if _BLAMED.search(left) and _NOTHING_ELSE.match(scene.text, reference.end):
        return True
    if _ANSWERS_BEFORE.search(scene.lowered, max(start, reference.start - 120), reference.start):
        return True
    return bool(_RESPONSIBLE_BEFORE.search(left) and _ACCUSED_TAIL.match(scene.text, reference.end, end))


def _is_subject(scene: Scene, reference: Reference, end: int) -> bool:
    """True where no other side named before `end` is nearer to the verb, and the name stands in no aside itself."""
    start = scene.sentence(reference.start)[0]
    if _ASIDE.search(scene.text, max(start, reference.start - 70), reference.start):
        return False
    return all(_ASIDE.search(scene.text, reference.end, r.start) for r in scene.between(reference.end, end))


#: ", which is linked to": an aside about the name before it.
_ASIDE = Expression(r",\s+(?:which|who|an?)\s+[^,.;]{3,60}$", re.IGNORECASE)
_DENIES = Expression(r"\b(?:den(?:y|ies|ied|ying)|not|never|reject\w*)\b", re.IGNORECASE)
#: "The government blamed X." means the harm told of last.
_BLAMED = Expression(r"\bblam(?:ed|es|ing)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
_NOTHING_ELSE = Expression(r"\s*(?:[.;,]|$|\n|and\b)", re.IGNORECASE)
