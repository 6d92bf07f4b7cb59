"""What can go wrong on purpose, drawn as one tree.

BotError
  AskerError            theirs to put right; shown in full
    UnknownNameError    nothing is called that
      NoCeremonyError   no ceremony has that number, or was held in that year
    NotYetHeldError     a ceremony still to come
    NotAllowedError     a command that is not theirs to use
    BadInputError       text that cannot be used
    TooFastError        questions faster than anybody reads
  ServiceError          ours to put right; shown as one sentence, logged in full
    StoreError          a query failed or ran past its limit
    SourceError         the data source cannot be read or fetched
    DataRejectedError   data that failed its checks; the old data stays
    ImportRejectedError a file that `bot import` cannot use
    ConfigurationError  a setting that the bot cannot start with
"""

from collections.abc import Sequence


class BotError(Exception):
    """Raised on purpose; `for_asker` tells a reader what to do next."""

    def for_asker(self) -> str:
        """Return one or two plain sentences, fit for any channel."""
        return "I can't answer that just now. Please try again in a minute."


class AskerError(BotError):
    """The asker can put it right, so the text says how."""

    def for_asker(self) -> str:
        """Return the text the error was raised with."""
        return str(self)


class UnknownNameError(AskerError):
    """Nothing of this kind is called what was typed."""

    def __init__(self, typed: str, kind: str, nearest: Sequence[str] = ()) -> None:
        """typed: the asker's words. kind: "film", say. nearest: up to three names like it."""
        super().__init__(f"no {kind} matches {typed!r}")
        self.typed, self.kind, self.nearest = typed, kind, tuple(nearest)

    def for_asker(self) -> str:
        """Return what was not found, and what comes near it."""
        shown = self.typed if len(self.typed) <= 60 else f"{self.typed[:59]}…"
        if not self.nearest:
            return f"I know no {self.kind} called “{shown}”. Try the name as the credits spell it."
        return f"I know no {self.kind} called “{shown}”. Did you mean {_either(self.nearest)}?"


class NoCeremonyError(UnknownNameError):
    """No ceremony has that number, or was held in that year."""

    def __init__(self, typed: str, told: str) -> None:
        """told: what there is instead, in one or two sentences."""
        super().__init__(typed, "ceremony")
        self._told = told

    def for_asker(self) -> str:
        """Return what there is instead."""
        return self._told


class NotYetHeldError(AskerError):
    """A ceremony that is still to come."""


class NotAllowedError(AskerError):
    """A command that is not for this member, or not in this place."""


class BadInputError(AskerError):
    """Text that cannot be used as it is."""


class TooFastError(AskerError):
    """More questions in a few seconds than anybody reads the answers to."""


class ServiceError(BotError):
    """Ours to put right: the asker gets a sentence and a reference, the log the rest."""


class StoreError(ServiceError):
    """A query failed or ran past its limit, so nothing is known; never means "none"."""


class SourceError(ServiceError):
    """The data source cannot be read or fetched."""


class DataRejectedError(ServiceError):
    """Data that failed its checks, one line a problem; what was served before stays."""

    def __init__(self, problems: Sequence[str]) -> None:
        """problems: one line each, as `bot check` prints them."""
        many = f"{len(problems):,} problems; the first" if len(problems) > 1 else "a problem"
        super().__init__(f"The data has {many}: {problems[0]}")
        self.problems = tuple(problems)


class ImportRejectedError(ServiceError):
    """A file that `bot import` cannot use."""


class ConfigurationError(ServiceError):
    """A setting the bot cannot start with."""


def _either(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
