"""Cards on the bot itself: /help and /about."""

import datetime
from collections.abc import Mapping

from bot.cards import addresses
from bot.cards.card import Card, Field, Line, Link, Strong, Time
from bot.cards.credits import dated
from bot.models import Build, Ceremony
from bot.wording import ordinal

COMMANDS: tuple[tuple[str, str], ...] = (
    ("/winner", "who won a category, on any night"),
    ("/nominees", "all who were nominated for it"),
    ("/ceremony", "a night: hosts, place, big winners, moments"),
    ("/category", "a category through the years"),
    ("/film", "a film's nominations, wins and makers"),
    ("/cast", "who played whom"),
    ("/person", "everything one person won and was up for"),
    ("/ask", "a question in plain English"),
    ("/help", "this page"),
    ("/about", "where the facts come from"),
)

EXAMPLES = (
    "who beat Demi Moore for best actress?",
    "how many Oscars did Anora win?",
    "which films won both best picture and best actress?",
)


def help_card(latest: Ceremony) -> Card:
    """What can be asked, and how."""
    return Card(
        title="Ask me about any Academy Award",
        lines=(
            (Strong("Mention me"), " with a question, reply to me, or write to me directly."),
            ("Then go on: “and best director?”, “what about 1995?”, “how many did it win?”",),
            (Strong("Right-click a message"), ", Apps, to have me fact-check it."),
            ("Or use a command:",),
            *((Strong(name), f" {what}") for name, what in COMMANDS),
        ),
        fields=(
            Field("Three to try", tuple((f"“{example}”",) for example in EXAMPLES)),
            Field(
                "Ceremonies and names",
                (
                    ("A ceremony can be a number (97), the year it was held (2025) or “latest”.",),
                    ("Names need no accents and may be misspelt a little.",),
                ),
            ),
        ),
        footer=f"Since 1929; the latest is the {ordinal(latest.number)}, {dated(latest)}",
        links=(
            Link("Latest Best Picture", addresses.winner("best-picture", latest.number)),
            Link("Latest night", addresses.ceremony(latest.number)),
            Link("About", "about"),
        ),
    )


def about_card(build: Build, counts: Mapping[str, int]) -> Card:
    """Where the facts come from, how many there are, and under which licence."""
    tally: list[Line] = [(f"{number:,} {what}",) for what, number in counts.items()]
    return Card(
        title="About Statuette",
        lines=(
            ("I answer from a database of every Academy Award, and from nothing else.",),
            ("If the record does not tell, I say so.",),
            ("Of those who ask I keep the last question, in memory, for ten minutes.",),
        ),
        fields=(
            Field("On record", tuple(tally)),
            Field(
                "The data",
                (
                    (
                        f"Version {build.version}, built ",
                        Time(datetime.datetime.fromisoformat(build.built_at)),
                    ),
                ),
            ),
            Field(
                "Sources and licence",
                (
                    ("Nominations and wins: oscar_data, made from the Academy's own database.",),
                    ("GitHub: DLu/oscar_data, under the BSD 2-Clause licence.",),
                    ("Nights, casts and other prizes: the team, each row with its source.",),
                    ("The code is under the MIT licence.",),
                ),
            ),
        ),
        footer="Not affiliated with the Academy of Motion Picture Arts and Sciences",
        links=(Link("Help", "help"),),
    )
