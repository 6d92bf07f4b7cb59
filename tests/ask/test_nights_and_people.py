"""Questions on nights, firsts, characters, songs and facts of films, asked of the real record."""

from datetime import date

import pytest

from bot.ask.engine import ask
from bot.library import Shelf

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("The first woman to win Best Director was", "Kathryn Bigelow"),
        ("first black woman to take best actress", "Halle Berry"),
        ("first african american to win an oscar", "Hattie McDaniel"),
        ("first woman nominated for best director", "Lina Wertmüller"),
        ("second woman to win best director", "Chloé Zhao"),
        ("how many women have won best director", "Three women"),
        ("youngest person to win an oscar", "Tatum O'Neal"),
        ("youngest person nominated for an oscar", "Justin Henry"),
        ("first sequel to win best picture", "The Godfather Part II"),
        ("first movie not in english that won best picture", "Parasite"),
        ("first person to win an acting oscar after death", "Peter Finch"),
        ("has an animated film ever won best picture", "No animated film"),
        ("who gave the longest speech at the oscars", "Adrien Brody"),
        ("what was the longest oscars ceremony", "74th"),
    ],
)
def test_a_first_is_told_by_the_moment_that_fits_best(
    shelf: Shelf, question: str, told: str
) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    "question",
    [
        "fourth woman to win best director",
        "first woman to win an oscar",
        "first african to win best actress",
        "first black woman nominated for best director",
        "youngest oscar host",
    ],
)
def test_a_first_that_is_not_on_record_is_declined(shelf: Shelf, question: str) -> None:
    assert not ask(question, shelf, TODAY).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many academy award ceremonies have there been so far", "98 ceremonies"),
        ("Kodak Theatre: what year did the Oscars move in there", "74th"),
        ("letterman hosted once didnt he, which year", "67th (1995)"),
        ("who hosted more than four times", "3 people have hosted at least 5 times"),
        ("how long was the 97th ceremony", "3 hours and 47 minutes"),
        ("how many people watched the oscars this year", "17.86 million"),
        ("who accepted sean penn's oscar for him", "Kieran Culkin"),
        ("Why wasn't Sean Penn there to collect his Oscar?", "Kyiv"),
        ("who paid tribute to gene hackman at the oscars", "Morgan Freeman"),
        ("dancer in the james bond tribute 2025, red dress", "Margaret Qualley"),
        ("Which pair of stars read out Best Picture in 2026?", "Nicole Kidman and Ewan McGregor"),
    ],
)
def test_a_night_is_told_as_it_is_on_record(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    "question",
    [
        "how long was the 98th oscars",
        "was leonardo dicaprio there when he won",
        "what song did selena gomez sing",
    ],
)
def test_what_is_not_on_record_of_a_night_is_declined(shelf: Shelf, question: str) -> None:
    assert not ask(question, shelf, TODAY).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Rick in Casablanca, played by...", "Humphrey Bogart"),
        ("actress who won as Fantine in Les Mis", "Anne Hathaway"),
        ("The nominee behind Miranda Priestly?", "Meryl Streep"),
        ("the emcee in cabaret won an oscar, who was it", "Joel Grey"),
        ("The country singer Sissy Spacek embodied when she won?", "Loretta Lynn"),
        ("who played Lawrence of Arabia", "Peter O'Toole"),
    ],
)
def test_a_character_is_known_by_any_of_its_words(shelf: Shelf, question: str, told: str) -> None:
    assert told in ask(question, shelf, TODAY).line


def test_both_who_won_for_one_character_are_named(shelf: Shelf) -> None:
    line = ask("Which two actors have bagged an Oscar for being the Joker?", shelf, TODAY).line
    assert "Heath Ledger" in line
    assert "Joaquin Phoenix" in line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what song from Titanic won", "My Heart Will Go On"),
        ("which songs from La La Land were nominated", "“City Of Stars” (won)"),
        ("what song was nominated from anora", "No song from Anora was nominated"),
        ("did Let It Go beat Happy", "Yes: “Let It Go”"),
        ("Is CODA longer than two hours?", "No: CODA is 111 minutes long"),
        ("Which runs longer, Wicked or Conclave?", "Wicked is longer, by 40 minutes"),
        ("which languages do they speak in Anora besides english", "Russian and Armenian"),
        ("countries that produced The Secret Agent", "Brazil, France, Netherlands and Germany"),
        ("who was the production designer of The Brutalist", "Judy Becker"),
        ("when was the best casting award introduced", "98th"),
        ("since which year do they give out supporting actor and actress prizes", "9th"),
    ],
)
def test_songs_and_facts_are_told_of_the_film_named(shelf: Shelf, question: str, told: str) -> None:
    assert told in ask(question, shelf, TODAY).line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Writers Guild adapted screenplay winner of the Anora season?", "RaMell Ross"),
        ("Who won the SAG award for lead actor the year Adrien Brody got the Oscar?", "Chalamet"),
        ("which films won both the palme d'or and best picture", "The Lost Weekend, Marty"),
    ],
)
def test_a_season_is_told_by_who_won_in_it(shelf: Shelf, question: str, told: str) -> None:
    assert told in ask(question, shelf, TODAY).line
