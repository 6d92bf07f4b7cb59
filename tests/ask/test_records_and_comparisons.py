"""Questions on spans, records, combinations, rivals and countries, asked of the real record."""

from datetime import date

import pytest

from bot.ask.engine import ask
from bot.library import Shelf

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "first", "last", "count"),
    [
        ("best supporting actress winners 88th through 92nd ceremony", "88th", "92nd", 5),
        ("cinematography winners from the 2018 oscars until today", "90th", "98th", 9),
        ("every best animated feature winner since the 85th awards", "85th", "98th", 14),
        ("best actor winners 1970-75", "42nd", "47th", 6),
        ("best picture winners up to 1935", "1st", "7th", 7),
        ("best song winners starting from 2020", "92nd", "98th", 7),
        ("cinematography winners 2014 15 16", "86th", "88th", 3),
        ("all best picture winners", "1st", "98th", 98),
    ],
)
def test_a_span_is_listed_from_its_first_ceremony_to_its_last(
    shelf: Shelf, question: str, first: str, last: str, count: int
) -> None:
    answer = ask(question, shelf, TODAY)
    assert f"from the {first} to the {last} ceremony" in answer.line
    assert len(answer.items) == count


def test_two_nights_are_not_told_as_a_span(shelf: Shelf) -> None:
    answer = ask("best director winners 2019 and 2024", shelf, TODAY)
    assert "at the 91st and 96th Academy Awards" in answer.line
    assert len(answer.items) == 2


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who has the most oscars apart from walt disney", "Cedric Gibbons has the most wins"),
        ("which animated film has the most nominations since 2002", "WALL-E"),
        ("most nominated foreign language film", "Emilia Pérez (2024) has the most nominations"),
        ("which actress has the most losses", "Meryl Streep has the most losses"),
        (
            "Two films share the record of 14 nods: Titanic and La La Land. what's the other one?",
            "All about Eve (1950) with 14",
        ),
        (
            "who had a lead nomination and a supporting nomination at the 1994 oscars",
            "Holly Hunter (66th, 1994) and Emma Thompson (66th, 1994)",
        ),
        (
            "who won best picture but not best director in the 1990s",
            "Driving Miss Daisy (62nd, 1990) and Shakespeare in Love (71st, 1999)",
        ),
        (
            "last person to win best director without best picture",
            "Jane Campion for The Power of the Dog was the last winner",
        ),
        ("which nation leads in international feature wins", "Italy has the most wins"),
        (
            "film with the most wins but not best picture",
            "Cabaret (1972) has the most wins without a win",
        ),
        ("which film won all nine oscars it was nominated for", "The Last Emperor"),
        ("which films went 0 for 11", "The Turning Point"),
        ("who reached double digits in best director nominations", "William Wyler with 12"),
        ("who competed against himself for best director in 2001", "Erin Brockovich and Traffic"),
        ("woman with the most academy awards", "Edith Head"),
    ],
)
def test_a_record_counts_what_was_asked(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    "question",
    [
        "which left handed actor has the most oscars",
        "what animated film has the most oscar nominations",
        "which woman has the most nominations",
        "how long has best editing been given",
        "which left handed actor won best actor",
        "who won best picture before parasite",
        "who has won more oscars, zorblax, tarantino or fincher",
        "which other films were directed by damien chazelle",
        "which country has more wins, japan or zorblax",
    ],
)
def test_what_is_not_understood_whole_is_declined(shelf: Shelf, question: str) -> None:
    assert not ask(question, shelf, TODAY).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("both supporting awards for the same movie since 2001", "The Fighter"),
        ("winners of animated feature that also won original song", "4 films won both"),
        ("who has an oscar for acting and another for writing", "Emma Thompson"),
        ("best picture winner whose director was not nominated", "7 films won Best Picture"),
        ("films that won best picture w/o an acting nomination", "13 films won Best Picture"),
        ("who was nominated for lead and supporting for the same role", "Barry Fitzgerald"),
        ("did la la land win all five major awards", "No: La La Land did not win the big five"),
        ("has any film won the big five after the silence of the lambs", "None: no film won"),
        ("first film to win the top five awards", "It Happened One Night"),
        ("was there ever a draw for best actor", "Wallace Beery"),
        ("which two women shared best actress", "Katharine Hepburn"),
        ("earliest tie on record", "5th, held 1932"),
        ("who won best supporting actor and actress in 2010", "Mo'Nique"),
    ],
)
def test_awards_are_combined(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("julia roberts beat ellen burstyn with which movie", "Julia Roberts for Erin Brockovich"),
        ("what beat la la land for best picture", "Moonlight"),
        ("first time meryl streep was nominated she lost: to whom?", "Maggie Smith"),
        ("who did eddie murphy lose to when he was up for dreamgirls", "Alan Arkin"),
        ("glenn close lost best actress to olivia colman for which film", "for The Wife"),
        ("which spielberg film lost best picture to shakespeare in love", "over Saving Private"),
        ("did brokeback mountain lose best picture to crash?", "Yes: Best Picture went to Crash"),
        ("did crash lose best picture to brokeback mountain?", "No: Crash lost to nobody there"),
        ("Peter O'Toole as Lawrence, no oscar. Winner was?", "Gregory Peck"),
        ("did titanic or avatar win more", "Titanic has more, 11"),
        ("were there ties for best actress", "Yes: a tie: Best Actress, 41st"),
        ("has anyone won back to back best director since mankiewicz", "Iñárritu"),
        ("has anyone won best actor two years in a row since tom hanks", "No: nobody"),
        ("what did The Power of Love lose to?", "Say You, Say Me"),
        ("skyfall tied with another film, which?", "Zero Dark Thirty"),
        ("who has more nominations, spielberg or scorsese", "Steven Spielberg has more"),
        ("does france have more international feature wins than italy", "No: Italy has more"),
        ("which west side story won more oscars, the old or the new", "West Side Story (1961)"),
        ("who won more, Streep or Hepburn (Katharine)", "Katharine Hepburn has more, 4"),
        ("besides brad pitt who was nominated for supporting actor in 2020", "Tom Hanks"),
        ("back to back best director wins: the three men who did it", "John Ford"),
        ("which cameraman won three on the trot", "Emmanuel Lubezki"),
        ("iran has two wins in the international category, titles?", "Iran has 2 wins"),
    ],
)
def test_rivals_and_others_are_told_apart(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line
