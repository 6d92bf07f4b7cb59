"""The command line: run, play, ask, check, import, sync."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from bot.errors import BotError, ConfigurationError
from bot.settings import Settings, read_settings

USAGE_ERROR = 2

_DESCRIPTION = """\
Statuette, a Discord bot that knows every Academy Award.

Without a command it connects to Discord with DISCORD_TOKEN from the environment or .env.
To try it without a token or a server: bot play."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit: 0 when it worked, 1 when data has problems, 2 when misused."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        sys.exit(command(options))
    except BotError as error:
        _complain(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(USAGE_ERROR)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bot", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.set_defaults(command=_run)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    play = commands.add_parser(
        "play",
        help="try the bot in a browser, in a simulated Discord",
        description="Open the bot in a page that looks like a chat. No token, no network.",
    )
    play.add_argument("--port", type=_port, default=0, help="port of the page (default: any free)")
    play.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    play.set_defaults(command=_play)

    ask = commands.add_parser(
        "ask",
        help="answer a question here in the terminal",
        description=(
            "Answer a question on the Academy Awards, with what it was read as. Only the database"
            " is opened; nothing is sent to Discord."
        ),
        epilog='For example: bot ask "who beat Demi Moore for best actress?"',
    )
    ask.add_argument("question", nargs="*", metavar="QUESTION", help="the question, in quotes")
    ask.add_argument(
        "--jsonl",
        action="store_true",
        help=(
            "read one question a line from standard input and write one JSON object a line:"
            " question, answered, text, reading, seconds"
        ),
    )
    ask.set_defaults(command=_ask, misuse=ask.error)

    check = commands.add_parser(
        "check",
        help="check the data and list every problem",
        description="Check the data package: types, ids, references, dates, winners, lengths.",
    )
    check.add_argument(
        "--source", help="a folder, a zip, or the https address of one (default: DATA_SOURCE)"
    )
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.set_defaults(command=_check)

    load = commands.add_parser(
        "import",
        help="take up the public record of nominations",
        description=(
            "Read oscars.csv of oscar_data (github.com/DLu/oscar_data), rewrite the tables that"
            " come from it, leave the curated ones alone, and print what changed."
        ),
    )
    load.add_argument("file", type=Path, metavar="FILE", help="the file oscars.csv")
    load.add_argument(
        "--data", type=Path, help="the folder of the data package (default: DATA_SOURCE)"
    )
    load.add_argument(
        "--force", action="store_true", help="even if many nominations on record are not in FILE"
    )
    load.set_defaults(command=_import)

    sync = commands.add_parser(
        "sync",
        help="tell Discord the slash commands",
        description="Tell Discord the slash commands, everywhere or in one server.",
    )
    sync.add_argument("--guild", type=_guild_id, metavar="ID", help="only in this server, at once")
    sync.add_argument("--diff", action="store_true", help="show what would change, change nothing")
    sync.set_defaults(command=_sync)
    return parser


def _run(_options: argparse.Namespace) -> int:
    from bot.run import run_bot  # noqa: PLC0415  (other commands need no connection)

    settings = read_settings()
    token = settings.token
    _configure_logs(settings)
    return _in_loop(run_bot(settings, token))


def _play(options: argparse.Namespace) -> int:
    try:
        from bot.play import play  # noqa: PLC0415  (needs SimCord, which servers lack)
    except ImportError as error:
        raise ConfigurationError(
            "`bot play` needs SimCord, which is not installed here. From a clone of the project "
            "it is:\n  uv run bot play"
        ) from error
    return asyncio.run(play(read_settings(), port=options.port, browser=not options.no_browser))


def _ask(options: argparse.Namespace) -> int:
    if bool(options.question) == options.jsonl:
        options.misuse("give either a QUESTION or --jsonl")
    from bot.terminal import ask_lines, ask_once, read_build  # noqa: PLC0415

    settings = read_settings()
    _configure_logs(settings)
    shelf = asyncio.run(read_build(settings))
    if options.jsonl:
        ask_lines(shelf, sys.stdin.buffer, sys.stdout)
    else:
        ask_once(shelf, " ".join(options.question), sys.stdout)
    return 0


def _check(options: argparse.Namespace) -> int:
    from bot.dataset.command import check_command  # noqa: PLC0415

    return asyncio.run(
        check_command(options.source or read_settings().data_source, as_json=options.json)
    )


def _import(options: argparse.Namespace) -> int:
    from bot.dataset.command import import_command  # noqa: PLC0415

    folder = options.data or Path(read_settings().data_source)
    return import_command(options.file, folder, force=options.force)


def _sync(options: argparse.Namespace) -> int:
    from bot.run import sync_commands  # noqa: PLC0415

    settings = read_settings()
    token = settings.token
    _configure_logs(settings)
    return _in_loop(sync_commands(settings, token, guild_id=options.guild, diff=options.diff))


def _configure_logs(settings: Settings) -> None:
    from bot.logs import configure_logs  # noqa: PLC0415

    secret = settings.discord_token.get_secret_value() if settings.discord_token else ""
    configure_logs(settings.log_format, settings.log_level, [secret])


def _in_loop(work: Coroutine[Any, Any, int]) -> int:
    try:
        import uvloop  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return asyncio.run(work)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; use 1 to 65535, or 0 for any")
    return int(text)


def _guild_id(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 2**63:
        raise argparse.ArgumentTypeError(f"{text!r} is not a server's id, which is a long number")
    return int(text)


def _complain(message: str) -> None:
    print(message, file=sys.stderr)
