"""Cards of one category through the years."""

from bot.desk import Desk
from tests.cards.reading import expected, labels, lines


async def test_a_category_tells_its_names_who_won_most_and_its_winners(desk: Desk) -> None:
    card = await desk.card("category/makeup-and-hairstyling/1")
    assert lines(card)[:10] == expected("""
        Given at 44 ceremonies
        Best Makeup and Hairstyling
        Official names
        Makeup: 54th to 84th
        Makeup and Hairstyling: 85th to 98th
        Won most: Rick Baker (7), Greg Cannom (4), Ve Neill (3), Mark Coulier (3)

        Winners, latest first
          98th, 2026 Mike Hill, Jordan Samuel and Cliona Furey (Frankenstein)
          97th, 2025 Pierre-Olivier Persin, Stéphanie Guillon and Marilyne Scarselli (The Substance)
    """)
    assert labels(card) == ["Earlier →", "Latest winner"]


async def test_a_name_used_again_later_has_two_spans(desk: Desk) -> None:
    assert lines(await desk.card("category/cinematography/1"))[3:6] == expected("""
        Cinematography: 1st to 11th, 30th, 40th to 98th
        Cinematography (Black-and-White): 12th to 29th, 31st to 39th
        Cinematography (Color): 12th to 29th, 31st to 39th
    """)


async def test_countries_compete_for_the_international_feature(desk: Desk) -> None:
    card = await desk.card("category/international-feature/1")
    assert "Won most: Italy (11), France (9), Spain (4), Denmark (4)" in lines(card)
    assert "  97th, 2025 I'm Still Here (Brazil)" in lines(card)
    assert "Grew out of Special Foreign Language Film Award." in lines(card)


async def test_the_pages_of_a_category_hold_every_ceremony_once(desk: Desk) -> None:
    card = await desk.card("category/best-picture/1")
    told = []
    for page in range(1, 8):
        card = await desk.card(f"category/best-picture/{page}")
        told += [line.split(",")[0].strip() for line in lines(card) if line.startswith("  ")]
    assert len(told) == 98
    assert (told[0], told[-1]) == ("98th", "1st")
    assert card.footer.endswith("page 7 of 7")
    assert labels(card) == ["← Later", "Latest winner"]


async def test_a_category_given_once_has_one_page(desk: Desk) -> None:
    card = await desk.card("category/casting/1")
    assert lines(card)[:4] == expected("""
        Given at 1 ceremony
        Best Casting
        Official names
        Casting: 98th
    """)
    assert labels(card) == ["Latest winner"]
