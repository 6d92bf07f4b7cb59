"""Where the data comes from: a folder, a zip, or the https address of a zip.

The address is a setting of the operator's; nothing that a user typed ever reaches this module.
"""

import asyncio
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import aiohttp
import yarl

from bot.errors import SourceError

FETCH_LIMIT_SECONDS = 30
FETCH_LIMIT_BYTES = 64 * 1024 * 1024
MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class _Copy:
    """What is known of the zip that was fetched last, so as not to fetch it again."""

    address: str
    size: int
    etag: str = ""
    last_modified: str = ""


def is_remote(source: str) -> bool:
    """Whether a source must be fetched."""
    return source.startswith("https://")


async def local_copy(
    source: str, keep_beside: Path, *, client: aiohttp.ClientSession | None = None
) -> Path:
    """Return where the package lies on disk, fetching it first if it is remote and has changed.

    keep_beside: the current database; a fetched zip is kept next to it. client: for tests, who
    bring the certificates of their own server.
    Raises SourceError, telling what to do, after 30 seconds or 64 MB.
    """
    if not is_remote(source):
        return Path(source)
    target = keep_beside.with_name(f"{keep_beside.stem}-source.zip")
    try:
        async with asyncio.timeout(FETCH_LIMIT_SECONDS):
            if client is not None:
                return await _fetch(client, source, target)
            async with aiohttp.ClientSession() as session:
                return await _fetch(session, source, target)
    except TimeoutError as error:
        raise SourceError(
            f"The data source did not answer within {FETCH_LIMIT_SECONDS} seconds. Try again later."
        ) from error
    # A redirect may name an address that is none (ValueError); the disk may be full (OSError).
    except (aiohttp.ClientError, ValueError, OSError) as error:
        raise SourceError(f"The data source could not be fetched: {error}.") from error


async def _fetch(client: aiohttp.ClientSession, source: str, target: Path) -> Path:
    known = _known(target, source)
    headers = {}
    if known:
        headers = {"If-None-Match": known.etag} if known.etag else {}
        headers |= {"If-Modified-Since": known.last_modified} if known.last_modified else {}
    address = yarl.URL(source)
    for _ in range(MOST_REDIRECTS + 1):
        async with client.get(address, headers=headers, allow_redirects=False) as response:
            if response.status in _REDIRECTS:
                address = address.join(yarl.URL(response.headers.get("Location", "")))
                if address.scheme != "https":
                    raise SourceError(
                        "The data source leads away from https, so it was not followed."
                    )
                continue
            if response.status == 304 and headers:
                return target
            if response.status != 200:
                raise SourceError(f"The data source answered {response.status} {response.reason}.")
            copy = _Copy(
                source,
                await _save(response, target),
                response.headers.get("ETag", ""),
                response.headers.get("Last-Modified", ""),
            )
            target.with_suffix(".json").write_text(json.dumps(asdict(copy)), "utf-8")
            return target
    raise SourceError(f"The data source redirected more than {MOST_REDIRECTS} times.")


async def _save(response: aiohttp.ClientResponse, target: Path) -> int:
    """Write the body to `target`, whole or not at all; return its size."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.unfinished")
    size = 0
    try:
        with unfinished.open("wb") as file:
            async for chunk in response.content.iter_chunked(64 * 1024):
                size += len(chunk)
                if size > FETCH_LIMIT_BYTES:
                    raise SourceError(
                        f"The data source is larger than {FETCH_LIMIT_BYTES >> 20} MB."
                    )
                file.write(chunk)
            os.fsync(file.fileno())
        unfinished.replace(target)
        return size
    finally:
        unfinished.unlink(missing_ok=True)


def _known(target: Path, source: str) -> _Copy | None:
    try:
        copy = _Copy(**json.loads(target.with_suffix(".json").read_bytes()))
        whole = copy.size == target.stat().st_size
    except (OSError, ValueError, TypeError):
        return None
    return copy if whole and copy.address == source else None
