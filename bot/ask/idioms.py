"""Turns of phrase in which a word does not have the meaning that it has by itself."""

from bot.ask import lexicon
from bot.ask.lexicon import words

_SEVERAL = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:other )?(?:nominees|up|contenders|"
    r"nominated|winners|films|movies|pictures|directors|actors|actresses|songs|men|women|people)"
)

IDIOMS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"most recent", words("most")),
    (r"new <category>", words("new")),
    (r"back then", words("back")),
    (r"under <person>", words("under")),
    (r"(?:better|best) known", words("better")),
    (r"under the (?:name|pseudonym|alias)", words("under")),
    (r"(?:the|all) (?:five|ten|5|10) <category>", lexicon.COUNTS),
    (r"turned (?:in)?to", words("turned")),
    (r"two <category> (?:winners|nominees)", words("two")),
    (r"share the same", words("share same")),
    (r"than (?:any|every)(?:one|body|thing) else", words("else")),
    (r"studio (?:\w+ )?(?:film|movie|picture)s?", words("studio")),
    (r"back in <time>", words("back")),
    (r"nominations? (?:vs|versus) wins?|wins? (?:vs|versus) nominations?", words("vs versus")),
    (r"nominees(?: [\w<>]+){0,6} all (?:\d+|five|six|seven|eight|nine|ten)", lexicon.COUNTS),
    (r"in the running|running time", words("running")),
    (r"under (?:his|her|their|its) belt", words("under")),
    (r"dead heat", words("dead")),
    (
        r"at least (?!<|\d|two|three|four|five|six|seven|eight|nine|ten)",
        words("least"),
    ),
    (rf"(?:the|which|what|name|those|these|all) {_SEVERAL}", lexicon.COUNTS),
    (
        (
            r"all (?:\d+|two|three|four|five|six|eight|nine|ten) (?:<category> )?(?:nominees|"
            r"of (?:them|the))"
        ),
        lexicon.COUNTS,
    ),
    (r"(?:other|rather) than", words("than")),
    (
        r"(?:didnt|wasnt|isnt|hasnt|doesnt|werent|arent) (?:it|he|she|they)\b(?! (?:win|won|get))",
        words("didnt wasnt isnt hasnt doesnt werent arent"),
    ),
)
"""Patterns of the free words, with the words that change nothing where the pattern is found."""
