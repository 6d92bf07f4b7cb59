import simcord, time
async def test_a(env, channel, member):
    t=time.time()
    r = await member.slash(channel, "winner", category="best-picture", ceremony="97")
    print(time.time()-t, r)
    print(r.response.embeds[0].to_dict(), r.response.components)
    for q in env.http_requests: print(q)
    t=time.time()
    c = await member.autocomplete(channel, "winner", "category", "best pic")
    print(time.time()-t,c[:3])
    r = await member.slash(channel, "data status") if False else None
async def test_b(env, channel, member):
    r = await member.slash(channel, "winner", category="zzzzzzz", ceremony="97")
    print(r, r.response.embeds[0].to_dict())
