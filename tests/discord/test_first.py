import discord
import simcord


async def test_the_winner_of_best_picture_at_the_97th(simcord_env: simcord.Env) -> None:
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("oscars")
    ani = guild.add_member(simcord_env.create_user("ani"))

    result = await ani.slash(channel, "winner", category="best-picture", ceremony="97")

    assert result.response is not None
    assert result.response.embeds[0].title == "🏆 Anora"
    assert await ani.autocomplete(channel, "winner", "category", "")
    nxt = await ani.click(result.response, label="After ▶")
    assert result.response.embeds[0].title == "🏆 One Battle after Another"
    nxt = await ani.click(result.response, label="The film")
    assert nxt.response.embeds[0].title == "One Battle after Another"
