"""The cases that a simpler table of winners gets wrong."""

import pytest

from bot.library import Library, Shelf
from bot.models import Nomination
from bot.store.nominations import NominationStore

ByID = dict[str, Nomination]


@pytest.fixture
def store(library: Library) -> NominationStore:
    return NominationStore(library.database)


def winners(rows: list[Nomination]) -> list[str]:
    return [row.nominees[0].name for row in rows if row.won]


async def test_one_actor_was_nominated_twice_on_the_third_night_and_won_for_one(
    store: NominationStore,
) -> None:
    rows = await store.awards(["actor-leading"], [3])
    assert [
        (row.works[0].title, row.won) for row in rows if row.nominees[0].name == "George Arliss"
    ] == [
        ("Disraeli", True),
        ("The Green Goddess", False),
    ]


async def test_one_nomination_of_the_third_night_was_for_two_films(store: NominationStore) -> None:
    rows = await store.awards(["actress-leading"], [3])
    garbo = next(row for row in rows if row.nominees[0].name == "Greta Garbo")
    assert [work.title for work in garbo.works] == ["Anna Christie", "Romance"]


async def test_one_award_of_the_first_night_was_for_three_films(store: NominationStore) -> None:
    (gaynor,) = [row for row in await store.awards(["actress-leading"], [1]) if row.won]
    assert [(work.title, work.character) for work in gaynor.works] == [
        ("7th Heaven", "Diane"),
        ("Street Angel", "Angela"),
        ("Sunrise", "The Wife"),
    ]


async def test_elliot_page_is_one_person_under_both_names(
    store: NominationStore, shelf: Shelf
) -> None:
    (row,) = await store.of_person("nm0680983")
    assert (row.ceremony, row.works[0].title) == (80, "Juno")
    assert shelf.almanac.people["nm0680983"].name == "Elliot Page"
    assert ("person", "nm0680983", "Ellen Page") in shelf.almanac.aliases


async def test_two_steve_mcqueens_are_two_people(store: NominationStore, shelf: Shelf) -> None:
    actor, director = "nm0000537", "nm2588606"
    assert shelf.almanac.people[actor].name == shelf.almanac.people[director].name
    assert {row.ceremony for row in await store.of_person(actor)} == {39}
    assert {row.ceremony for row in await store.of_person(director)} == {86}


async def test_two_robert_bentons_are_two_people(store: NominationStore, shelf: Shelf) -> None:
    director, decorator = "nm0000914", "nm0072960"
    assert shelf.almanac.people[director].name == shelf.almanac.people[decorator].name
    categories = {row.category_id for row in await store.of_person(decorator)}
    assert categories == {"production-design-black-and-white", "production-design-color"}
    assert {row.ceremony for row in await store.of_person(director) if row.won} == {52, 57}


async def test_two_brothers_share_one_pseudonym(store: NominationStore) -> None:
    for brother in ("nm0001053", "nm0001054"):
        rows = await store.of_person(brother)
        assert "Roderick Jaynes" in {n.name for row in rows for n in row.nominees}
    (fargo,) = [
        r for r in await store.awards(["film-editing"], [69]) if r.works[0].title == "Fargo"
    ]
    assert fargo.person_ids == ("nm0001053", "nm0001054")
    assert [nominee.position for nominee in fargo.nominees] == [1, 1]


async def test_the_actors_of_1932_tied_though_one_had_a_vote_more(store: NominationStore) -> None:
    rows = await store.awards(["actor-leading"], [5])
    assert winners(rows) == ["Wallace Beery", "Fredric March"]
    assert {row.remark for row in rows if row.won} == {"tie"}


async def test_the_actresses_of_1969_tied(store: NominationStore) -> None:
    rows = await store.awards(["actress-leading"], [41])
    assert winners(rows) == ["Katharine Hepburn", "Barbra Streisand"]


async def test_the_live_action_shorts_of_2026_tied(store: NominationStore) -> None:
    rows = await store.awards(["live-action-short"], [98])
    assert [row.works[0].title for row in rows if row.won] == [
        "The Singers",
        "Two People Exchanging Saliva",
    ]
    assert {row.remark for row in rows if row.won} == {"tie"}


async def test_three_categories_were_split_by_colour_and_given_side_by_side(
    store: NominationStore,
) -> None:
    for name in ("cinematography", "production-design", "costume-design"):
        for kind in ("black-and-white", "color"):
            rows = await store.awards([f"{name}-{kind}"], [33])
            assert sum(row.won for row in rows) == 1, (name, kind)
        assert await store.awards([name], [33]) == []
        assert sum(row.won for row in await store.awards([name], [45])) == 1


async def test_of_earlier_nights_the_winners_alone_can_be_asked_for(
    store: NominationStore,
) -> None:
    every = await store.awards(["actress-leading"], [40, 41, 42])
    some = await store.awards(["actress-leading"], [40, 41, 42], losers_from=42)
    assert some == [row for row in every if row.won or row.ceremony == 42]
    assert [sum(row.ceremony == number for row in some) for number in (40, 41, 42)] == [1, 2, 5]


async def test_a_family_is_asked_for_in_one_query(store: NominationStore, shelf: Shelf) -> None:
    family = shelf.almanac.families["cinematography"]
    rows = await store.awards(family, [33, 45])
    assert [(row.ceremony, row.category_id) for row in rows if row.won] == [
        (33, "cinematography-black-and-white"),
        (33, "cinematography-color"),
        (45, "cinematography"),
    ]


def test_a_winner_that_was_found_ineligible_gave_its_place_to_another(nominations: ByID) -> None:
    lost = nominations["41-documentary-feature-young-americans"]
    assert (lost.won, lost.status, lost.counts) == (False, "revoked", False)
    assert nominations["41-documentary-feature-journey-into-self"].won


def test_a_song_lost_its_nomination(nominations: ByID) -> None:
    lost = nominations["86-original-song-alone-yet-not-alone"]
    assert (lost.status, lost.counts) == ("revoked", False)
    assert lost.works[0].song == "Alone Yet Not Alone"


def test_a_nomination_was_withdrawn(nominations: ByID) -> None:
    withdrawn = nominations["29-original-story-high-society"]
    assert (withdrawn.status, withdrawn.counts) == ("withdrawn", False)


def test_one_write_in_won_and_counts_and_another_does_not(nominations: ByID) -> None:
    mohr = nominations["8-cinematography-a-midsummer-nights-dream"]
    assert (mohr.won, mohr.status, mohr.counts) == (True, "write-in", True)
    davis = nominations["7-actress-leading-bette-davis"]
    assert (davis.won, davis.status, davis.counts, davis.place) == (False, "write-in", False, 3)


def test_the_second_night_had_winners_and_no_official_nominations(
    every_nomination: list[Nomination],
) -> None:
    rows = [row for row in every_nomination if row.ceremony == 2]
    assert {row.status for row in rows} == {"unofficial"}
    assert {row.won for row in rows} == {True, False}
    assert all(row.counts == row.won for row in rows)


@pytest.mark.parametrize(
    "id",
    [
        "8-adapted-screenplay-the-informer",
        "43-actor-leading-george-c-scott",
        "45-actor-leading-marlon-brando",
    ],
)
def test_three_refused_the_award_that_they_won(id: str, nominations: ByID) -> None:
    assert (nominations[id].won, nominations[id].remark) == (True, "refused")


async def test_the_official_record_wins_over_the_article_on_dune(store: NominationStore) -> None:
    rows = await store.of_film("tt15239678")
    won = {row.category_id for row in rows if row.won}
    assert won == {"sound", "visual-effects"}
    assert {"cinematography", "production-design"} <= {row.category_id for row in rows}


async def test_anora_won_five_of_six(store: NominationStore) -> None:
    rows = await store.of_film("tt28607951")
    assert (len(rows), sum(row.won for row in rows)) == (6, 5)


async def test_a_night_to_come_has_no_nominations_yet(store: NominationStore, shelf: Shelf) -> None:
    assert 99 in shelf.almanac.ceremonies
    assert await store.at_ceremony(99) == []
    assert shelf.almanac.latest.number == 98


async def test_what_is_not_there_is_an_empty_list(store: NominationStore) -> None:
    assert await store.awards(["best-picture"], [150]) == []
    assert await store.awards([], []) == []
    assert await store.of_categories(["no-such"]) == []
    assert await store.of_film("tt0") == []
    assert await store.of_person("'; DROP TABLE nomination; --") == []
