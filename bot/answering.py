"""From a question to the card of its answer, remembering what each asker talked about last."""

import asyncio
from datetime import datetime

from bot.ask.answer_cards import answer_card, checked_card, greeting_card
from bot.ask.claims import check, sentences
from bot.ask.conversations import Conversations
from bot.ask.engine import ask
from bot.ask.follow_up import ask_on
from bot.ask.query import Answer
from bot.ask.throttle import Admission, Throttle
from bot.ask.topics import Said
from bot.ask.words import LONGEST_QUESTION
from bot.cards.card import Card
from bot.errors import BadInputError, TooFastError
from bot.guide import Reply
from bot.library import Library


class Answering:
    """Answers questions. Every method is told when it was asked, by Discord's clock."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._conversations = Conversations[Said]()
        self._throttle = Throttle()

    def admits(self, asker: int, at: datetime) -> bool:
        """Return whether to answer somebody's message; False where there should be silence.

        Raises TooFastError once for whoever asks too fast, so that they are told.
        """
        admission = self._throttle.admit(asker, at)
        if admission is Admission.NOTICE:
            raise TooFastError(
                "That is faster than I can be read. Please wait ten seconds, then ask again."
            )
        return admission is Admission.ANSWER

    def ask(self, question: str, *, asker: int, channel: int, at: datetime) -> Reply:
        """Answer a question, which may go on from the asker's last one in the channel.

        question: on one line. A declined one is a reply for the asker alone.
        Raises BadInputError for one that is too long.
        """
        if not question:
            return Reply(greeting_card())
        if len(question) > LONGEST_QUESTION:
            raise BadInputError(
                f"That is {len(question):,} characters long; a question has at most "
                f"{LONGEST_QUESTION}."
            )
        shelf, today = self._library.shelf, at.date()
        last = self._conversations.last(asker, channel, at)
        before = last.topic(shelf, today) if last else None
        asked = ask_on(question, before, shelf, today)
        if asked.answer.answered:
            goes_on = asked.question != question
            said = Said.of(asked.question, asked.answer, before if goes_on else None)
            self._conversations.keep(asker, channel, at, said)
        return Reply(answer_card(asked.question, asked.answer), private=not asked.answer.answered)

    def page(self, question: str, page: int, *, at: datetime) -> Card:
        """Return a page of the answer to a whole question. at: when it was answered first."""
        return answer_card(question, ask(question, self._library.shelf, at.date()), page)

    async def check(self, text: str, *, at: datetime) -> Card:
        """Answer the one question of a text, or check each claim in it.

        A long text takes a tenth of a second of work, so it is done in a thread.
        """
        shelf, today = self._library.shelf, at.date()
        parts = sentences(text)
        if len(parts) == 1 and parts[0].endswith("?"):
            answer: Answer = await asyncio.to_thread(ask, parts[0], shelf, today)
            return answer_card(parts[0], answer)
        return checked_card(await asyncio.to_thread(check, text, shelf, today))
