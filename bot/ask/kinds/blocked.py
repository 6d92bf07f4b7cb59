"""What no table here holds, and so is not answered: ages, private lives, box office."""

from bot.ask import lexicon
from bot.ask.frame import Frame
from bot.ask.kinds.refusals import EXAMPLES
from bot.ask.query import Decline, Query

_ABOUT = {
    "age": "age",
    "old": "age",
    "tall": "height",
    "height": "height",
    "born": "birth",
    "birthday": "birth",
    "birthplace": "birth",
    "die": "death",
    "died": "death",
    "death": "death",
    "dead": "death",
    "alive": "death",
    "living": "death",
    "married": "private life",
    "wife": "private life",
    "husband": "private life",
    "spouse": "private life",
    "dating": "private life",
    "girlfriend": "private life",
    "boyfriend": "private life",
    "divorce": "private life",
    "divorced": "private life",
    "kids": "private life",
    "children": "private life",
    "worth": "money",
    "salary": "money",
    "paid": "money",
    "gross": "box office",
    "grossed": "box office",
    "box": "box office",
    "revenue": "box office",
    "plot": "plot",
    "synopsis": "plot",
    "rotten": "reviews",
    "imdb": "reviews",
    "review": "reviews",
    "reviews": "reviews",
    "wore": "clothes",
    "wear": "clothes",
    "dress": "clothes",
    "dressed": "clothes",
    "gown": "clothes",
    "gay": "private life",
    "religion": "private life",
    "youngest": "age",
    "oldest": "age",
}

_FOCUS = (
    (
        "the statuette itself",
        (
            r"(?:design|sculpt|mould|mold)\w* (?:\w+ ){0,3}(?:statue|statuette|trophy)\b|"
            r"(?:how (?:tall|heavy|big)|weight|height|weigh) .*(?:statue|statuette|trophy)\b|"
            r"(?:statue|statuette|trophy)s? (?:weigh|made|plated|worth|cost)"
        ),
    ),
    (
        "age",
        (
            r"how old|(?:what|at (?:what|which)) age|age (?:of|was|is|did)|youngest|"
            r"oldest|years old"
        ),
    ),
    (
        "birth",
        (
            r"(?:when|where|what (?:day|year)) (?:was|is|were) <person> born|"
            r"<person>s? birth(?:day|place)|birth(?:day|place) of|date of birth"
        ),
    ),
    (
        "relatives",
        r"<person> (?:daughter|son|wife|husband|mother|father|brother|sister)\b(?! <| of)",
    ),
    ("height", r"how tall|height of"),
    (
        "where to watch films",
        (
            r"where (?:can|could|do|to) (?:i |we |you )?(?:\w+ )?(?:watch|stream|see|find|rent|"
            r"buy)|(?:watch|stream) <film>"
        ),
    ),
    (
        "death",
        (
            r"(?:when|how|where|did|is|why) (?:did )?<person> (?:die|dead|still alive|"
            r"alive)|cause of death"
        ),
    ),
    (
        "private life",
        (
            r"<person> (?:married|marry|date|dating|divorce|wed)\b|"
            r"<person>s? (?:wife|husband|spouse|girlfriend|boyfriend|kids|"
            r"children)\b|(?:wife|husband|girlfriend|boyfriend|kids|children) of "
            r"<person>|is <person> (?:married|gay|dating|divorced|single)|how "
            r"many (?:kids|children)|married to|dating"
        ),
    ),
    ("money", r"net worth|salary|how much (?:was|is|did|does) <person>|how rich|get paid|paid for"),
    ("speeches", r"(?:who|whom|what) (?:did|does) <person> (?:thank|say|mention|talk|shout)"),
    (
        "box office",
        (
            r"how much (?:money )?(?:did|has) <film> (?:make|made|earn|gross|take)|box office|"
            r"gross(?:ed|es)?\b|(?:highest|most) grossing|revenue|earnings"
        ),
    ),
    ("reviews", r"rotten tomatoes|metacritic|imdb (?:rating|score)|review(?:s|ed)?\b|rated on"),
    ("plot", r"plot of|synopsis|what is <film> about|what happens in|ending of|spoil"),
    (
        "clothes",
        (
            r"(?:what|who) (?:\w+ ){0,3}(?:wear|wore|dress(?:ed)?|gown)\b|red carpet|"
            r"dressed by|whose dress"
        ),
    ),
    (
        "other things",
        (
            r"lyrics (?:to|of|for)|(?:what|which) books?|books? (?:by|list)|"
            r"(?:capital|population|president) of"
        ),
    ),
)

_PEOPLES = lexicon.words(
    "black african asian latino latina hispanic jewish native indigenous muslim gay lesbian queer "
    "trans transgender deaf openly posthumous posthumously"
)


def parse(frame: Frame) -> Query | None:
    """Refuse a question on something that no table here holds, such as ages or box office.

    Such a word may also only describe who has an award: "... playing a divorce lawyer".
    """
    about = next((topic for topic, pattern in _FOCUS if frame.says(pattern)), None)
    awarded = frame.has(lexicon.WIN, lexicon.NOMINATE, lexicon.AWARD) or bool(frame.category_ids)
    if about is None and not awarded:
        about = next((_ABOUT[w] for w in frame.texts if w in _ABOUT and w in frame.blockers), None)
    women = frame.free_set & {"woman", "women", "female", "females"} and frame.category_ids
    settled_first = frame.settled and frame.has(lexicon.FIRST)
    if (
        about is None
        and women
        and not (settled_first or all("actress" in i for i in frame.category_ids))
    ):
        about = "gender"
    named = frame.first_named("film", "person", "character") is not None
    told = frame.settled and frame.says(r"(?:film|movie|picture) (?:about|on)")
    if about is None and not (named or told) and frame.blockers & _PEOPLES and not _gendered(frame):
        about = "origin or gender"
    if about is None:
        return None
    return Decline(
        f"That is about {about}, which is not on record here.", EXAMPLES, f"a question on {about}"
    )


def _gendered(frame: Frame) -> bool:
    """Whether a word of origin is part of a name of a category, as in black-and-white."""
    return "white" in frame.free_set
