"""What is remembered of askers: little, briefly, and each for themselves."""

from datetime import UTC, datetime, timedelta

from bot.ask.conversations import Conversations
from bot.ask.throttle import Admission, Throttle
from bot.ask.topics import Topic

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
ANI, IGOR = 1, 2
OSCARS, LOBBY = 10, 20
SOME, OTHER = Topic("who won best picture?"), Topic("who hosted the 97th?")


def after(**gone: float) -> datetime:
    return NOW + timedelta(**gone)


def test_a_topic_is_kept_by_person_and_channel() -> None:
    talks = Conversations[Topic]()
    talks.keep(ANI, OSCARS, NOW, SOME)
    talks.keep(IGOR, OSCARS, NOW, OTHER)
    assert talks.last(ANI, OSCARS, NOW) is SOME
    assert talks.last(IGOR, OSCARS, NOW) is OTHER
    assert talks.last(ANI, LOBBY, NOW) is None


def test_a_topic_is_kept_for_ten_minutes_from_the_last_question() -> None:
    talks = Conversations[Topic]()
    talks.keep(ANI, OSCARS, NOW, SOME)
    assert talks.last(ANI, OSCARS, after(minutes=10)) is SOME
    assert talks.last(ANI, OSCARS, after(minutes=10, seconds=1)) is None
    talks.keep(ANI, OSCARS, after(minutes=9), OTHER)
    assert talks.last(ANI, OSCARS, after(minutes=18)) is OTHER


def test_what_is_too_old_is_dropped_and_not_just_hidden() -> None:
    talks = Conversations[Topic]()
    talks.keep(ANI, OSCARS, NOW, SOME)
    talks.keep(IGOR, OSCARS, after(minutes=11), OTHER)
    assert len(talks) == 1


def test_the_memory_is_bounded_and_the_longest_at_rest_gives_way() -> None:
    talks = Conversations[Topic](most=3)
    for asker in range(3):
        talks.keep(asker, OSCARS, NOW, SOME)
    talks.keep(0, OSCARS, after(seconds=1), OTHER)
    talks.keep(3, OSCARS, after(seconds=2), SOME)
    assert len(talks) == 3
    assert talks.last(0, OSCARS, after(seconds=2)) is OTHER
    assert talks.last(1, OSCARS, after(seconds=2)) is None


def test_five_questions_in_ten_seconds_are_answered_and_one_notice_follows() -> None:
    throttle = Throttle()
    admitted = [throttle.admit(ANI, after(seconds=second)) for second in range(8)]
    assert admitted == [Admission.ANSWER] * 5 + [Admission.NOTICE] + [Admission.SILENCE] * 2
    assert throttle.admit(IGOR, after(seconds=8)) is Admission.ANSWER


def test_after_a_calm_while_questions_are_answered_again_and_a_notice_may_follow() -> None:
    throttle = Throttle()
    for _ in range(7):
        throttle.admit(ANI, NOW)
    assert throttle.admit(ANI, after(seconds=9)) is Admission.SILENCE
    again = [throttle.admit(ANI, after(seconds=30)) for _ in range(6)]
    assert again == [Admission.ANSWER] * 5 + [Admission.NOTICE]


def test_slow_questions_are_all_answered() -> None:
    throttle = Throttle()
    admitted = {throttle.admit(ANI, after(seconds=2.5 * n)) for n in range(100)}
    assert admitted == {Admission.ANSWER}


def test_the_count_of_askers_is_bounded_too() -> None:
    throttle = Throttle(most_remembered=2)
    for _ in range(6):
        throttle.admit(ANI, NOW)
    for asker in (5, 6):
        throttle.admit(asker, NOW)
    assert throttle.admit(ANI, NOW) is Admission.ANSWER
