"""What tests share: one build of the shipped data, and the bot in a simulated Discord."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import hypothesis
import pytest

from bot.app import App, open_app
from bot.client import Statuette
from bot.dataset.builds import Builds
from bot.dataset.load import load
from bot.desk import Desk
from bot.guide import Guide
from bot.library import Library, Shelf, read_shelf
from bot.settings import ROOT, Settings
from bot.store.database import Database
from tests.packages import small_copy

# A slow moment of the machine is no failure, and the same examples are tried on each run.
hypothesis.settings.register_profile(
    "tests",
    deadline=None,
    derandomize=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.data_too_large],
)
hypothesis.settings.load_profile("tests")

GUILD_ID = 42_000_000_000_000_000
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped data, built once for all tests of a process."""
    builds = Builds(tmp_path_factory.mktemp("build") / "awards.db")
    loaded = load(ROOT / "data", builds)
    assert not loaded.problems
    builds.choose(loaded.version)
    return builds.current_path


@pytest.fixture(scope="session")
def oscars_csv() -> Path:
    """The public record that the shipped tables were made from; not part of the project."""
    path = SHARED / "reference" / "oscars.csv"
    if not path.is_file():
        pytest.skip(f"{path} is not here: it is oscars.csv of github.com/DLu/oscar_data")
    return path


@pytest.fixture(scope="session")
def small_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last two ceremonies of the shipped data as a package; copy it before a change."""
    return small_copy(tmp_path_factory.mktemp("small") / "package")


@pytest.fixture
def folder(small_package: Path, tmp_path: Path) -> Path:
    """A small package to change: some 4,000 rows, which load in a twentieth of a second."""
    return Path(shutil.copytree(small_package, tmp_path / "package"))


@pytest.fixture(scope="session")
def small_build(small_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small package's build, chosen; copy it before use."""
    builds = Builds(tmp_path_factory.mktemp("served") / "served" / "awards.db")
    builds.choose(load(small_package, builds).version)
    return builds.current_path.parent


@pytest.fixture
def database(small_build: Path, tmp_path: Path) -> Path:
    """Where the small package's build is served from, beside `folder`."""
    return Path(shutil.copytree(small_build, tmp_path / "served")) / "awards.db"


@pytest.fixture(scope="session")
def shelf(build: Path) -> Shelf:
    """The whole build in memory."""
    return read_shelf(build)


@pytest.fixture
async def library(build: Path, shelf: Shelf) -> AsyncIterator[Library]:
    """The build, opened; what it holds in memory is shared by all tests, being read only."""
    library = Library(await Database.open(build), shelf)
    yield library
    await library.close()


@pytest.fixture
def desk(library: Library) -> Desk:
    return Desk(library)


@pytest.fixture
def guide(library: Library, desk: Desk) -> Guide:
    return Guide(library, desk)


@pytest.fixture
def settings(build: Path) -> Settings:
    """Settings as an operator with one server of their own would have them."""
    return Settings(
        _env_file=None,
        database_path=build,
        moderator_guild_ids=(GUILD_ID,),
        shard_count=1,
    )


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[App]:
    async with open_app(settings) as app:
        yield app


@pytest.fixture
def simcord_bot(app: App) -> Statuette:
    return app.client()
