"""Every command, with everything its options take."""

import pytest
from simcord import ChannelHandle as Channel
from simcord import MemberActor as Actor

from tests.discord.reading import buttons, only_for_asker, options, text, title


@pytest.mark.parametrize(
    ("command", "given", "shown"),
    [
        ("winner", {"category": "best-picture", "ceremony": "97"}, "🏆 Anora"),
        ("winner", {"category": "best picture"}, "🏆 One Battle after Another"),
        ("winner", {"category": "Outstanding Picture", "ceremony": "first"}, "🏆 Wings"),
        ("winner", {"category": "lead actress", "ceremony": "2025"}, "🏆 Mikey Madison"),
        ("winner", {"category": "foreign film", "ceremony": "92nd"}, "🏆 Parasite"),
        ("winner", {"category": "best suporting actor", "ceremony": "97"}, "🏆 Kieran Culkin"),
        ("nominees", {"category": "best-picture", "ceremony": "97"}, "Best Picture: the nominees"),
        ("nominees", {"category": "song"}, "Best Original Song: the nominees"),
        ("ceremony", {}, "98th Academy Awards"),
        ("ceremony", {"which": "97"}, "97th Academy Awards"),
        ("ceremony", {"which": "latest"}, "98th Academy Awards"),
        ("ceremony", {"which": "the first"}, "1st Academy Awards"),
        ("ceremony", {"which": "films of 2024"}, "97th Academy Awards"),
        ("category", {"category": "best-picture"}, "Best Picture"),
        ("category", {"category": "Best Motion Picture"}, "Best Picture"),
        ("category", {"category": "makup"}, "Best Makeup and Hairstyling"),
        ("film", {"title": "tt28607951"}, "Anora"),
        ("film", {"title": "M*A*S*H"}, "M\\*A\\*S\\*H"),
        ("film", {"title": "brutalist"}, "The Brutalist"),
        ("film", {"title": "emilia perez"}, "Emilia Pérez"),
        ("film", {"title": "Openheimer"}, "Oppenheimer"),
        ("cast", {"film": "anora"}, "Anora: the cast"),
        ("cast", {"film": "mash"}, "M\\*A\\*S\\*H: nominated performances"),
        ("person", {"name": "nm0000658"}, "Meryl Streep"),
        ("person", {"name": "zoe saldana"}, "Zoe Saldaña"),
        ("person", {"name": "Ellen Page"}, "Elliot Page"),
        ("help", {}, "Ask me about any Academy Award"),
        ("about", {}, "About Statuette"),
    ],
)
async def test_a_command_takes_ids_names_of_any_era_and_misspelt_ones(
    ani: Actor, channel: Channel, command: str, given: dict[str, str], shown: str
) -> None:
    answer = await ani.slash(channel, command, **given)
    assert title(answer) == shown
    assert only_for_asker(answer) == (command == "help")


async def test_a_winner_stands_big_with_the_film_the_others_and_the_years_before(
    ani: Actor, channel: Channel
) -> None:
    answer = await ani.slash(channel, "winner", category="actress-leading", ceremony="97")
    assert text(answer).splitlines() == [
        "Best Actress · 97th Academy Awards",
        "🏆 Mikey Madison",
        "*Anora* as Ani",
        "Also nominated",
        "Cynthia Erivo, *Wicked* as Elphaba",
        "Karla Sofía Gascón, *Emilia Pérez* as Emilia/Manitas",
        "Demi Moore, *The Substance* as Elisabeth Sparkle",
        "Fernanda Torres, *I'm Still Here* as Eunice Paiva",
        "Winners before",
        "96th, 2024 **Emma Stone** (*Poor Things*)",
        "95th, 2023 **Michelle Yeoh** (*Everything Everywhere All at Once*)",
        "94th, 2022 **Jessica Chastain** (*The Eyes of Tammy Faye*)",
        "Held 2 March 2025 · films of 2024 · given as Actress in a Leading Role",
    ]
    assert list(buttons(answer)) == [
        "← Before", "After →", "All nominees", "The film", "The night",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("category", "ceremony", "names"),
    [
        ("lead actress", "41", ["Katharine Hepburn", "Barbra Streisand"]),
        ("live action short", "98", ["The Singers", "Two People Exchanging Saliva"]),
        ("lead actor", "5", ["Wallace Beery", "Fredric March"]),
    ],
)
async def test_a_tie_shows_all(
    ani: Actor, channel: Channel, category: str, ceremony: str, names: list[str]
) -> None:
    answer = await ani.slash(channel, "winner", category=category, ceremony=ceremony)
    assert title(answer) == f"🏆 A tie: {' and '.join(names)}"


async def test_a_family_split_by_colour_shows_both(ani: Actor, channel: Channel) -> None:
    answer = await ani.slash(channel, "winner", category="cinematography", ceremony="1950")
    assert title(answer) == "🏆 Paul C. Vogel and Winton Hoch"
    assert "Best Cinematography, Color: **Winton Hoch**, *She Wore a Yellow Ribbon*" in text(answer)


async def test_a_category_not_given_that_year_leads_to_when_it_was_and_what_it_became(
    ani: Actor, channel: Channel
) -> None:
    answer = await ani.slash(channel, "winner", category="sound editing", ceremony="97")
    assert title(answer) == "Best Sound Editing: not that year"
    assert "Its place was taken by Best Sound." in text(answer)
    turned = await ani.click(answer.response, label="Best Sound")  # type: ignore[arg-type]
    assert title(turned) == "🏆 Gareth John, Richard King, Ron Bartlett and Doug Hemphill"


async def test_two_ceremonies_were_held_in_1930_so_it_asks(ani: Actor, channel: Channel) -> None:
    answer = await ani.slash(channel, "winner", category="best picture", ceremony="1930")
    assert only_for_asker(answer)
    assert title(answer) == "Which award?"
    assert options(answer) == {
        "Best Picture · 2nd · held 3 April 1930 · films of 1928/29": "winner/best-picture/2",
        "Best Picture · 3rd · held 5 November 1930 · films of 1929/30": "winner/best-picture/3",
    }
    night = await ani.slash(channel, "ceremony", which="1930")
    assert title(night) == "Which ceremony?"
    assert list(options(night).values()) == ["ceremony/2/night/1", "ceremony/3/night/1"]


async def test_of_two_nights_only_those_with_the_award_are_asked_about(
    ani: Actor, channel: Channel
) -> None:
    # Sound was first honoured at the second night of 1930.
    answer = await ani.slash(channel, "winner", category="sound recording", ceremony="1930")
    assert title(answer) == "🏆 Metro-Goldwyn-Mayer and Douglas Shearer"


async def test_no_ceremony_was_held_in_1933_so_it_names_the_nearest(
    ani: Actor, channel: Channel
) -> None:
    for command, given in (
        ("ceremony", {"which": "1933"}),
        ("winner", {"category": "best picture", "ceremony": "1933"}),
    ):
        answer = await ani.slash(channel, command, **given)
        assert only_for_asker(answer)
        assert title(answer) == "I can't find that"
        assert "No ceremony was held in 1933. The nearest are the 5th" in text(answer)


async def test_the_99th_is_announced_but_not_held(ani: Actor, channel: Channel) -> None:
    night = await ani.slash(channel, "ceremony", which="99")
    assert title(night) == "99th Academy Awards"
    assert "It has not been held yet" in text(night)
    for command in ("winner", "nominees"):
        answer = await ani.slash(channel, command, category="best picture", ceremony="99th")
        assert only_for_asker(answer)
        assert text(answer).splitlines() == [
            "Not held yet",
            "The 99th ceremony is still to come, on 14 March 2027: its nominees are not known yet.",
        ]


@pytest.mark.parametrize(
    ("command", "given", "offered"),
    [
        (
            "film",
            {"title": "a star is born"},
            [f"A Star Is Born ({year})" for year in (2018, 1954, 1937, 1976)],
        ),
        ("cast", {"film": "up"}, ["Up (2009)", "Up (1984)"]),
        (
            "person",
            {"name": "steve mcqueen"},
            ["Steve McQueen (Best Picture, 86th)", "Steve McQueen (Best Actor, 39th)"],
        ),
        (
            "category",
            {"category": "screenplay"},
            ["Best Original Screenplay", "Best Adapted Screenplay"],
        ),
        (
            "nominees",
            {"category": "screenplay", "ceremony": "97"},
            [
                "Best Original Screenplay · 97th · held 2 March 2025 · films of 2024",
                "Best Adapted Screenplay · 97th · held 2 March 2025 · films of 2024",
            ],
        ),
    ],
)
async def test_a_name_of_several_gets_a_menu_that_only_the_asker_sees(
    ani: Actor, channel: Channel, command: str, given: dict[str, str], offered: list[str]
) -> None:
    answer = await ani.slash(channel, command, **given)
    assert only_for_asker(answer)
    assert title(answer).startswith("Which ")
    assert sorted(options(answer)) == sorted(offered)
    chosen = next(iter(options(answer).values()))
    shown = await ani.select(answer.response, [chosen])  # type: ignore[arg-type]
    assert title(shown)
    assert not only_for_asker(shown)


@pytest.mark.parametrize(
    ("command", "given", "sentence"),
    [
        (
            "film",
            {"title": "The Godfather of Sole Mates Forever"},
            "I know no film called “The Godfather of Sole Mates Forever”.",
        ),
        (
            "film",
            {"title": "qqqzzz"},
            "I know no film called “qqqzzz”. Try the name as the credits spell it.",
        ),
        (
            "person",
            {"name": "Zaphod Beeblebrox"},
            "I know no person called “Zaphod Beeblebrox”. Try the name as the credits spell it.",
        ),
        ("cast", {"film": "qqqzzz"}, "I know no film called “qqqzzz”."),
        ("category", {"category": "best hat"}, "I know no category called “best hat”."),
        ("winner", {"category": "best hat", "ceremony": "97"}, "I know no category"),
        ("ceremony", {"which": "100"}, "The ceremonies are numbered from 1 to 99."),
        (
            "winner",
            {"category": "best picture", "ceremony": "banana"},
            "I know no ceremony called “banana”. Did you mean “97th”, “2025” or “latest”?",
        ),
    ],
)
async def test_an_unknown_name_is_told_to_the_asker_alone(
    ani: Actor, channel: Channel, command: str, given: dict[str, str], sentence: str
) -> None:
    answer = await ani.slash(channel, command, **given)
    assert only_for_asker(answer)
    heading, said = text(answer).splitlines()
    assert heading == "I can't find that"
    assert said.startswith(sentence)


async def test_a_near_miss_offers_the_nearest_names(ani: Actor, channel: Channel) -> None:
    answer = await ani.slash(channel, "person", name="Mery Stripe")
    assert text(answer).splitlines()[1] == (
        "I know no person called “Mery Stripe”. "
        "Did you mean “Meryl Streep (Best Actress, 51st to 90th)”?"
    )


async def test_a_mended_name_is_shown_as_a_guess(ani: Actor, channel: Channel) -> None:
    answer = await ani.slash(channel, "person", name="Mikey Madson")
    assert text(answer).splitlines()[:2] == [
        "Mikey Madison",
        "Nothing is called “Mikey Madson”; the nearest is Mikey Madison (Best Actress, 97th).",
    ]
    award = await ani.slash(channel, "winner", category="best makup", ceremony="98")
    assert "the nearest is Best Makeup and Hairstyling." in text(award)


async def test_a_cast_not_on_record_says_that_it_is_not_all(ani: Actor, channel: Channel) -> None:
    answer = await ani.slash(channel, "cast", film="M*A*S*H")
    assert "The full cast is not on record here" in text(answer)
    assert "**Sally Kellerman** as Major Margaret 'Hot Lips' Houlihan" in text(answer)
