"""The words that denials are read by: verbs that deny, what somebody said, and what untrue things are called."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sayso.extract.clauses import listed


def _forms(*stems: str) -> frozenset[str]:
    """The finite forms and participles of regular verbs, by their spelling rules."""
    return frozenset(form for stem in stems for form in _inflected(stem))


def _inflected(stem: str) -> tuple[str, ...]:
    if stem.endswith("y"):
        return stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"
    if stem.endswith("e"):
        return stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"
    return stem, f"{stem}{'es' if stem.endswith(('s', 'sh', 'ch')) else 's'}", f"{stem}ed", f"{stem}ing"


#: Verbs that reject whatever their object is.
DENY = _forms("deny", "disavow", "disclaim")
REFUTE = _forms("refute", "rebut", "contradict", "debunk") | {"rebutted", "rebutting"}
_IRREGULAR: Mapping[str, frozenset[str]] = MappingProxyType(
    {"shoot": frozenset({"shot"}), "shrug": frozenset({"shrugged", "shrugging"})}
)
#: Verbs that deny only where their object is a statement; the words that must follow some of them.
REJECT = (
    _forms("reject", "dismiss", "dispute", "contest", "challenge", "discount", "question", "counter", "repudiate")
    | {"belied"}
    | _forms("ridicule", "deride", "rubbish", "mock", "rebuff", "junk", "trash", "negate", "dispel", "scorn")
)
PHRASAL: Mapping[str, str] = MappingProxyType(
    {
        form: follow
        for verb, follow in (
            ("brush", r"\s+(?:aside|off)"),
            ("scoff", r"\s+at"),
            ("shrug", r"\s+off"),
            ("laugh", r"\s+off"),
            ("cast", r"\s+doubt\s+(?:on|over)"),
            ("disagree", r"\s+with"),
            ("pour", r"\s+cold\s+water\s+on"),
            ("shoot", r"\s+down"),
        )
        for form in _forms(verb) | _IRREGULAR.get(verb, frozenset())
    }
)
#: Verbs that deny together with a word for "untrue": "called the claim fictitious".
BRAND = _forms(
    "call",
    "brand",
    "label",
    "describe",
    "denounce",
    "dismiss",
    "slam",
    "term",
    "reject",
    "condemn",
    "characterise",
    "characterize",
    "dub",
    "declare",
) | {"labelled", "labelling", "slammed", "dubbed", "slamming", "dubbing"}

#: Nouns for what somebody said.
STATEMENT_NOUN = (
    r"(?:claims?|accounts?|accusations?|allegations?|charges?|reports?|reporting|statements?|versions?|figures?"
    r"|tolls?|counts?"
    r"|assertions?|suggestions?|rumou?rs?|stor(?:y|ies)|numbers?|estimates?|tall(?:y|ies)|insinuations?|findings?"
    r"|narratives?"
    r"|announcements?|news|line|press\ reports?|speculations?|data|death\ tolls?|casualt(?:y|ies)\ figures?"
    r"|verdicts?|conclusions?"
    r"|responsibility|involvement|information|propaganda|boasts?|complaints?|charge"
    r"|explanations?|criticisms?|broadcasts?|bulletins?|communiqu[eé]s?|assessments?|testimon(?:y|ies)|descriptions?"
    r"|portrayals?|remarks?|messages?|publications?)"
)
#: Words for "untrue".
UNTRUE = (
    r"(?:(?:a\ |an\ |the\ |pure\ |complete\ |total\ |outright\ |sheer\ |white\ |big\ |blatant\ |just\ |mere\ "
    r"|more\ |another\ |enemy\ |cheap\ |deliberate\ |wild\ |utter\ |plain\ |crude\ |old\ |desperate\ |absolute\ "
    r"|downright\ |brazen\ |barefaced\ |shameless\ |monstrous\ |vicious\ |gross\ |clumsy\ |hostile\ |typical\ "
    r"|cynical\ |pack\ of\ |tissue\ of\ )*"
    r"(?:false(?:hoods?)?|untrue|not\ true|baseless|groundless|unfounded|without\ foundation|without\ basis"
    r"|unsubstantiated|fictitious|fiction"
    r"|lies?|lying|fabricat(?:ed|ions?|ion)|propaganda|nonsense|rumou?rs|disinformation|misinformation"
    r"|fake(?:\ news)?|hoax|invent(?:ed|ions?|ion)|made\ up"
    r"|incorrect|inaccurate|wrong|exaggerat(?:ed|ions?|ion)|inflated|ridiculous|absurd|ludicrous|preposterous"
    r"|slander(?:ous)?|a\ myth|provocation|fantas(?:y|ies)|fairy\ tales?|fables?|imagination|rubbish|malicious"
    r"|laughable|staged|untruths?|smears?|delusion(?:s|al)?|mischievous|outlandish|far-?fetched"
    r"|psychological\ war(?:fare)?|distort(?:ed|ions?)|misrepresentations?|falsifications?|concoctions?|forger(?:y|ies)"
    r"|hearsay|half-?truths?"
    r"|figments?\ of\ (?:\w+\ )?imagination"
    r"|information\ war(?:fare)?|concocted|imaginary|bogus|misleading|erroneous|far\ from\ (?:the\ )?(?:truth|reality)"
    r"|(?:not|in)\ ?consistent\ with\ (?:the\ )?(?:reality|facts?|truth)))"
)
UNTRUE_WORDS = listed("""
    false falsehood falsehoods untrue true baseless groundless unfounded foundation unsubstantiated fictitious fiction
    lie lies lying fabricated fabrication fabrications propaganda nonsense rumors rumours disinformation misinformation
    fake hoax invented invention inventions up incorrect inaccurate wrong exaggerated exaggeration exaggerations
    inflated ridiculous absurd ludicrous preposterous slander slanderous myth provocation concocted imaginary bogus
    misleading erroneous fantasy fantasies tale tales fable fables imagination rubbish malicious laughable staged
    figment figments untruth untruths smear smears delusion delusions delusional mischievous outlandish fetched
    farfetched distorted distortion distortions misrepresentation misrepresentations falsification falsifications
    concoction concoctions forgery forgeries hearsay half-truth half-truths halftruths
""")
#: Words that call a claim untrue but "it" merely bad: too weak for a bare "it is ...".
WEAK_WORDS = listed(
    "wrong incorrect inaccurate exaggerated exaggeration exaggerations inflated ridiculous absurd ludicrous misleading"
    " provocation erroneous up rumors rumours myth malicious laughable staged smear smears mischievous"
    " outlandish fetched farfetched distorted distortion distortions forgery forgeries hearsay"
)
