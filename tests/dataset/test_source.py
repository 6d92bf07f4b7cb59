"""Fetching a zip over https, from a server on this machine with a certificate of its own."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
import trustme
from aiohttp import web

from bot.dataset import source as source_module
from bot.dataset.package import open_source, read_package
from bot.dataset.source import MOST_REDIRECTS, is_remote, local_copy
from bot.errors import SourceError
from tests.packages import zip_of

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Answers with what a test told it, and remembers what it was asked."""

    def __init__(self, certificates: trustme.CA) -> None:
        self._certificates = certificates
        self.handler: Handler = nothing
        self.requests: list[web.Request] = []
        self.address = ""

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        return await self.handler(request)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Server"]:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._certificates.issue_cert("127.0.0.1").configure_cert(context)
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self._handle)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        self.address = f"https://127.0.0.1:{runner.addresses[0][1]}/data.zip"
        try:
            yield self
        finally:
            await runner.cleanup()


async def nothing(_: web.Request) -> web.StreamResponse:
    return web.Response(status=404)


@pytest.fixture(scope="session")
def certificates() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
async def server(certificates: trustme.CA) -> AsyncIterator[Server]:
    async with Server(certificates).running() as server:
        yield server


@pytest.fixture
async def client(certificates: trustme.CA) -> AsyncIterator[aiohttp.ClientSession]:
    """A client that trusts the test's certificates, as the real one trusts the public ones."""
    context = ssl.create_default_context()
    certificates.configure_trust(context)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context)) as client:
        yield client


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "awards.db"


def answers(body: bytes, **headers: str) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        tag = headers.get("ETag")
        if tag and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304)
        return web.Response(body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return handler


def redirects(to: str, status: int = 302) -> Handler:
    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": to})

    return handler


@pytest.mark.parametrize(
    ("source", "remote"),
    [("https://example.org/data.zip", True), ("data", False), ("/srv/data.zip", False)],
)
def test_only_an_https_address_is_fetched(source: str, remote: bool) -> None:
    assert is_remote(source) is remote


async def test_a_folder_is_read_where_it_is(tmp_path: Path, beside: Path) -> None:
    assert await local_copy(str(tmp_path), beside) == tmp_path


async def test_a_zip_is_fetched_whole_and_kept_beside_the_database(
    server: Server, client: aiohttp.ClientSession, beside: Path, folder: Path, tmp_path: Path
) -> None:
    packed = zip_of(folder, tmp_path / "package.zip")
    server.handler = answers(packed.read_bytes())
    kept = await local_copy(server.address, beside, client=client)
    assert kept == beside.with_name("awards-source.zip")
    assert read_package(open_source(kept)) == read_package(folder)
    assert sorted(path.name for path in kept.parent.iterdir()) == [
        "awards-source.json",
        "awards-source.zip",
    ]


async def test_what_has_not_changed_is_not_fetched_again(
    server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    server.handler = answers(
        b"the same", ETag='"v1"', Last_Modified="Sun, 02 Mar 2025 00:00:00 GMT"
    )
    for _ in range(2):
        kept = await local_copy(server.address, beside, client=client)
        assert kept.read_bytes() == b"the same"
    first, second = server.requests
    assert "If-None-Match" not in first.headers
    assert second.headers["If-None-Match"] == '"v1"'
    assert second.headers["If-Modified-Since"] == "Sun, 02 Mar 2025 00:00:00 GMT"


async def test_what_has_changed_takes_its_place(
    server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    server.handler = answers(b"one", ETag='"v1"')
    await local_copy(server.address, beside, client=client)
    server.handler = answers(b"two", ETag='"v2"')
    kept = await local_copy(server.address, beside, client=client)
    assert kept.read_bytes() == b"two"


@pytest.mark.parametrize("spoil", ["zip", "json", "address"])
async def test_a_copy_that_cannot_be_trusted_is_fetched_anew(
    spoil: str, server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    server.handler = answers(b"whole", ETag='"v1"')
    kept = await local_copy(server.address, beside, client=client)
    if spoil == "zip":
        kept.write_bytes(b"who")
    elif spoil == "json":
        kept.with_suffix(".json").write_text('{"address": ')
    address = server.address + ("?other" if spoil == "address" else "")
    await local_copy(address, beside, client=client)
    assert kept.read_bytes() == b"whole"
    assert "If-None-Match" not in server.requests[-1].headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_to_https_is_followed(
    status: int, server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        if request.path == "/data.zip":
            return web.Response(status=status, headers={"Location": "/moved/data.zip"})
        return web.Response(body=b"moved")

    server.handler = handler
    kept = await local_copy(server.address, beside, client=client)
    assert kept.read_bytes() == b"moved"


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/data.zip", "file:///etc/passwd", "ftp://127.0.0.1/data.zip"]
)
async def test_a_redirect_away_from_https_is_not_followed(
    to: str, server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    server.handler = redirects(to)
    with pytest.raises(SourceError, match="leads away from https, so it was not followed"):
        await local_copy(server.address, beside, client=client)
    assert len(server.requests) == 1


@pytest.mark.parametrize("to", ["", "https://[::1", "https://", "\\\\"])
async def test_a_redirect_to_no_address_at_all_is_a_plain_failure(
    to: str, server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    server.handler = redirects(to)
    with pytest.raises(SourceError, match="The data source"):
        await local_copy(server.address, beside, client=client)


async def test_a_redirect_in_a_circle_ends(
    server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    server.handler = redirects("/data.zip")
    with pytest.raises(SourceError, match=f"redirected more than {MOST_REDIRECTS} times"):
        await local_copy(server.address, beside, client=client)
    assert len(server.requests) == MOST_REDIRECTS + 1


@pytest.mark.parametrize("compressed", [False, True])
async def test_a_source_that_is_too_large_is_left(
    compressed: bool,
    server: Server,
    client: aiohttp.ClientSession,
    beside: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source_module, "FETCH_LIMIT_BYTES", 1 << 20)

    async def handler(_: web.Request) -> web.StreamResponse:
        response = web.Response(body=b"\0" * (2 << 20))
        if compressed:
            response.enable_compression(web.ContentCoding.gzip)
        return response

    server.handler = handler
    with pytest.raises(SourceError, match=r"The data source is larger than 1 MB\."):
        await local_copy(server.address, beside, client=client)
    assert list(beside.parent.iterdir()) == []


async def test_a_source_that_does_not_answer_is_given_up(
    server: Server,
    client: aiohttp.ClientSession,
    beside: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source_module, "FETCH_LIMIT_SECONDS", 0.2)

    async def handler(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(30)
        return web.Response()

    server.handler = handler
    with pytest.raises(SourceError, match=r"did not answer within 0\.2 seconds"):
        await local_copy(server.address, beside, client=client)


async def test_a_source_that_breaks_off_leaves_the_copy_of_before(
    server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    server.handler = answers(b"whole")
    kept = await local_copy(server.address, beside, client=client)

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"half")
        assert request.transport is not None
        request.transport.abort()
        return response

    server.handler = handler
    with pytest.raises(SourceError, match="could not be fetched"):
        await local_copy(server.address, beside, client=client)
    assert kept.read_bytes() == b"whole"
    assert len(list(beside.parent.iterdir())) == 2


@pytest.mark.parametrize("status", [304, 401, 404, 500])
async def test_a_source_that_answers_otherwise_is_told_of(
    status: int, server: Server, client: aiohttp.ClientSession, beside: Path
) -> None:
    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status)

    server.handler = handler
    with pytest.raises(SourceError, match=f"The data source answered {status}"):
        await local_copy(server.address, beside, client=client)


async def test_a_certificate_that_nobody_vouches_for_is_refused(
    server: Server, beside: Path
) -> None:
    with pytest.raises(SourceError, match="could not be fetched"):
        await local_copy(server.address, beside)
    assert server.requests == []
