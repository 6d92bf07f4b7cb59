"""The vocabulary of what happened on the nights: words of one meaning, words that tell nothing."""

from collections.abc import Iterable

from bot.ask import lexicon

# Words that no moment is told by; the names and the rest are what counts.
EMPTY = lexicon.words(
    "who what which when where how did do does was were is are the a an of in at on for to and or "
    "by with that this ever it its his her their he she they him them oscar oscars academy award "
    "awards ceremony night show person people one someone somebody name tell me about s "
    "best film movie there been has have had any at as from be be "
    "won't all time history year years out up into so much long over recent not many why "
    "wasnt didnt werent "
    "anyone anybody happened whom people gave given statuette trophy us usa"
)
# Several words that stand for one.
_SHOWS = (
    *("ceremony", "show", "broadcast", "telecast", "oscars ceremony", "oscars broadcast"),
    *("oscars show", "oscar show", "oscar ceremony", "oscar broadcast", "oscar night", "oscars"),
    *("academy awards ceremony", "academy awards"),
)
_CROWDS = ("audience", "viewers", "viewership", "ratings")
PHRASES = (
    *((f"longest {show}", "longest telecast") for show in _SHOWS),
    *((f"shortest {show}", "shortest telecast") for show in _SHOWS),
    ("african american", "black"),
    ("african americans", "black"),
    ("person of color", "nonwhite"),
    ("person of colour", "nonwhite"),
    ("after death", "posthumous"),
    ("after dying", "posthumous"),
    ("after he died", "posthumous"),
    ("after she died", "posthumous"),
    ("after his death", "posthumous"),
    ("after her death", "posthumous"),
    ("not in the english language", "foreign"),
    ("not in english", "foreign"),
    ("non english language", "foreign"),
    ("non english", "foreign"),
    ("nonenglish", "foreign"),
    ("other than english", "foreign"),
    ("foreign language", "foreign"),
    ("on her own", "alone"),
    ("by herself", "alone"),
    ("single handedly", "alone"),
    ("black and white", "monochrome"),
    ("opposite sex", "opposite"),
    ("screen time", "performance"),
    ("hip hop", "rap"),
    ("k pop", "kpop"),
    ("how long", "length"),
    ("on behalf of", "for"),
    ("latin american", "latina"),
    ("most recent", "last"),
    ("turned down", "refused"),
    ("turn down", "refused"),
    ("named oscar", "namesake"),
    ("just one", "only"),
    ("up for", "nominated"),
    ("in the running for", "nominated"),
    *((f"{medium} {crowd}", "audience") for medium in ("tv", "television") for crowd in _CROWDS),
    ("put off", "postpone"),
    ("pushed back", "postpone"),
)
ORDINALS = (
    frozenset("first youngest oldest longest shortest only last".split())
    | frozenset(lexicon.ORDINALS)
    | {"many", "ninth"}
)
"""Which one of a kind a moment tells; one that tells of another is not what is asked."""

TRAITS = lexicon.words(
    "woman black african asian korean japanese chinese indian mexican cambodian malaysian irish "
    "latina muslim native indigenous deaf blind bond alone own posthumous silent color animated "
    "superhero stream rated telecast trans openly foreign speech performance puerto rapper rap "
    "sequel remake horror western musical fantasy monochrome talkie lgbtq g x nonwhite televised "
    "toss opposite namesake iranian dutch dominican latvian hosted host"
)
"""What sets one winner apart from the others, and no table but the moments tells."""
_SAME = {
    "actress": "actor",
    "actresses": "actor",
    "actors": "actor",
    "male": "man",
    "sole": "only",
    "lone": "only",
    "earliest": "first",
    "latest": "last",
    "nation": "country",
    "talking": "talkie",
    "sound": "talkie",
    "queer": "lgbtq",
    "gay": "lgbtq",
    "female": "woman",
    "women": "woman",
    "men": "man",
    "females": "woman",
    "latino": "latina",
    "hispanic": "latina",
    "colour": "color",
    "coloured": "color",
    "colored": "color",
    "posthumously": "posthumous",
    "directing": "director",
    "direction": "director",
    "directed": "director",
    "nominee": "nominated",
    "nomination": "nominated",
    "nominations": "nominated",
    "viewers": "audience",
    "ratings": "audience",
    "watched": "audience",
    "viewership": "audience",
    "slapped": "slap",
    "slaps": "slap",
    "hit": "slap",
    "punched": "slap",
    "acceptance": "speech",
    "accepts": "accepted",
    "accepting": "accepted",
    "accepted": "accepted",
    "spoke": "speech",
    "speak": "speech",
    "say": "speech",
    "said": "speech",
    "says": "speech",
    "thanked": "thank",
    "thanks": "thank",
    "dedicated": "dedicate",
    "gum": "gum",
    "threw": "toss",
    "throw": "toss",
    "tossed": "toss",
    "naked": "streaker",
    "streaked": "streaker",
    "refuse": "refused",
    "declined": "refused",
    "decline": "refused",
    "turned": "refused",
    "rejected": "refused",
    "reject": "refused",
    "films": "film",
    "movies": "film",
    "streamed": "stream",
    "streaming": "stream",
    "duration": "length",
    "televised": "televised",
    "television": "televised",
    "tv": "televised",
    "wrong": "wrong",
    "mistake": "wrong",
    "mistakenly": "wrong",
    "envelopes": "envelope",
    "postponed": "postpone",
    "delayed": "postpone",
    "moved": "postpone",
    "asian": "asian",
    "transgender": "trans",
    "animation": "animated",
    "cartoon": "animated",
    "silent": "silent",
    "composer": "score",
    "tease": "fun",
    "teased": "fun",
    "mocked": "fun",
    "comedian": "host",
    "announced": "announced",
    "kids": "children",
    "read": "announced",
    "rescheduled": "postpone",
    "reminded": "told",
    "remind": "told",
    "nude": "streaker",
    "sung": "perform",
    "sang": "perform",
    "sing": "perform",
    "performed": "perform",
}


def folded(words: Iterable[str]) -> list[str]:
    """Return words as moments are found by: several that stand for one are that one."""
    text = f" {' '.join(words)} "
    for phrase, word in PHRASES:
        text = text.replace(f" {phrase} ", f" {word} ")
    return [meant(word) for word in text.split()]


def meant(word: str) -> str:
    """Return what stands for a word."""
    if word in _SAME:
        return _SAME[word]
    return "win" if word in lexicon.WIN else word
