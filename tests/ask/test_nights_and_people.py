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
        "This aviation picture was the first to win Best Picture.",
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
        ("who collected sean penn's award", "Kieran Culkin"),
        ("who read out the 97th nominations", "Rachel Sennott and Bowen Yang"),
        ("why was the ceremony moved in 1981", "Reagan"),
        ("how long was adrien brody's speech", "5 minutes 40 seconds"),
        ("who was slapped at the oscars", "Chris Rock"),
        ("who turned down the best actor oscar", "George C. Scott (43rd) and Marlon Brando (45th)"),
        ("which James Bond songs won best original song", "Skyfall (85th)"),
        ("singer in the quincy jones tribute 2025", "Queen Latifah"),
        ("who gave the tribute to quincy jones", "Oprah Winfrey and Whoopi Goldberg"),
        ("who sang The Way We Were for robert redford", "Barbra Streisand"),
        ("which director gave sean baker the directing award", "Quentin Tarantino"),
        ("who gave sean baker his editing award", "Daryl Hannah"),
        ("In which hotel was the first dinner held", "Roosevelt"),
        ("which hotel hosted the first awards banquet", "Roosevelt"),
        ("which oscars had no host", "Without a host"),
        ("which year did nobody host", "Without a host"),
        ("who refused an oscar", "Three winners have refused an Oscar"),
        ("the 2021 oscars were at a train station, which one", "Union Station"),
        ("master of ceremonies at the Oscars in February 2015?", "Neil Patrick Harris"),
    ],
)
def test_a_night_is_told_as_it_is_on_record(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which network aired the first televised ceremony", "25th Academy Awards, 19 March 1953"),
        ("who hosted when the wrong envelope was opened", "Jimmy Kimmel"),
        ("who were the hosts the year the streaker ran across the stage", "David Niven"),
        ("where was the ceremony held when will smith slapped chris rock", "Dolby Theatre"),
        ("who hosted the longest ceremony", "74th"),
        ("who hosted the most watched oscars", "70th"),
        ("who hosted the first oscars on tv", "25th"),
        ("who won best picture the year of the streaker", "The Sting"),
        ("what won best picture at the first televised oscars", "The Greatest Show on Earth"),
    ],
)
def test_a_night_may_be_told_by_what_happened_on_it(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    "question",
    [
        "who hosted the oscars of the ellen selfie",
        "where was the blackout ceremony held",
        "who hosted the year after the slap",
        "who hosted three times",
        "who won best director the year nobody hosted",
    ],
)
def test_a_night_that_nothing_on_record_tells_is_not_taken_for_the_latest(
    shelf: Shelf, question: str
) -> None:
    assert not ask(question, shelf, TODAY).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("number of oscars won by clint eastwood", "4 competitive Oscars"),
        ("who else was nominated when halle berry won best actress", "Judi Dench"),
        ("where are the oscars held", "98th"),
        ("which tv network aired the oscars", "98th"),
        ("who hosted the oscars on tv", "98th"),
    ],
)
def test_a_moment_is_not_told_where_more_is_asked(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Marge Gunderson", "Frances McDormand"),
        ("michael b jordan's twin characters in sinners", "Smoke/Stack"),
        ("which Brit won for playing Churchill", "Gary Oldman"),
        ("who won best actress for playing thatcher", "Meryl Streep"),
        ("who played mozart and lost", "Tom Hulce"),
        ("songs nominated from dreamgirls", "“Listen”"),
        ("bafta for best british film 2025", "Outstanding British Film"),
        ("anora budget", "6 million US dollars"),
        ("how much did anora cost", "6 million US dollars"),
        ("oppenheimer runtime", "180 minutes"),
        ("Is there a song in parasite", "No song from Parasite was nominated"),
        ("did f1 win best sound", "Yes: F1 won Best Sound"),
        ("who scored oppenheimer", "Ludwig Göransson"),
        ("golden globe for best drama 2026", "Hamnet"),
        ("golden globe best comedy or musical 2025", "Emilia Pérez"),
    ],
)
def test_characters_and_facts_of_films_are_told(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    "question",
    [
        "who won f1 in 2021",
        "who won for playing queen elizabeth ii",
        "who was nominated for playing batman",
        "highest budget best picture winner",
        "what did halle berry say in her speech",
        "who went on stage for george c scott",
        "did lady gaga perform shallow at the oscars",
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


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who has hosted the oscars more than anyone else", "Bob Hope hosted most"),
        ("has jimmy kimmel hosted more than whoopi goldberg", "No: "),
        ("has billy crystal hosted more than johnny carson", "Yes: "),
        ("did steve martin and alec baldwin host together", "Yes: "),
        ("did bob hope and billy crystal host together", "No: "),
        (
            "who hosted more often, billy crystal or bob hope",
            "Bob Hope hosted the Academy Awards 19",
        ),
        ("who else hosted the oscars with anne hathaway", "Anne Hathaway hosted"),
        ("who produced the 98th oscars show", "Raj Kapoor"),
        ("who produced the 2025 best picture winner", "produced Anora"),
    ],
)
def test_hosts_are_set_side_by_side(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who wrote and directed parasite", ["Han Jin Won", "Bong Joon Ho directed"]),
        ("director and cinematographer of roma", ["directed Roma", "shot Roma"]),
        ("who directed the piano and the pianist", ["Jane Campion", "Roman Polanski"]),
        ("who composed the music of up and who wrote it", ["Giacchino", "Pete Docter"]),
        ("music of up who wrote it", ["Michael Giacchino composed"]),
        ("who did the costumes for marie antoinette", ["Milena Canonero"]),
        ("sound team of dune", ["Mac Ruth"]),
        ("who were the sound people that won for the brad pitt F1 movie", ["Gareth John"]),
    ],
)
def test_all_the_makers_asked_for_are_named(shelf: Shelf, question: str, told: list[str]) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert all(part in answer.line for part in told)


def test_namesakes_whose_makers_are_not_on_record_are_not_passed_over(shelf: Shelf) -> None:
    answer = ask("who directed little women", shelf, TODAY)
    assert "George Cukor" in answer.line
    assert "Little Women (2019)" in answer.notes[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when was the sound category introduced", "Best Sound was first given at the 3rd"),
        ("when did the casting category start", "Best Casting was first given at the 98th"),
        ("what was best international feature called before", "Foreign Language Film"),
        ("first rap song to win", "Lose Yourself"),
        ("which bond song won first", "Skyfall"),
    ],
)
def test_a_category_may_be_named_by_one_word(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was the host when halle berry won", "Whoopi Goldberg hosted the 74th"),
        ("who hosted the oscars the year halle berry won best actress", "Whoopi Goldberg hosted"),
        ("who hosted when meryl streep won for sophie's choice", "Liza Minnelli"),
        ("who hosted when whoopi goldberg won", "Billy Crystal hosted the 63rd"),
        ("did halle berry host the oscars", "No: "),
        ("first ceremony at the dolby theatre", "85th"),
        ("where was the first ceremony", "Hollywood Roosevelt Hotel"),
        ("most watched oscars ever", "70th"),
        ("how many people watched the oscars this year", "98th"),
        ("who asked the women to stand up", "Autumn Durald Arkapaw"),
        ("did anyone perform the nominated songs in 2025", "None"),
        ("who ran naked across the stage", "streaker"),
    ],
)
def test_nights_are_told_by_winners_halls_and_deeds(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(question, shelf, TODAY)
    assert answer.answered
    assert told in answer.line


@pytest.mark.parametrize(
    "question",
    [
        "does the oscars have a comedy category",
        "first woman to win two oscars",
        "who was on stage when the streaker ran by",
        "who won best picture after the wrong envelope",
        "who else presented best actor in 2026",
    ],
)
def test_a_moment_that_names_nobody_is_no_answer_to_who(shelf: Shelf, question: str) -> None:
    assert not ask(question, shelf, TODAY).answered
