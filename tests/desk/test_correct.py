"""Corrections: kept beside the desk's own reading by those who may, and handed over without personal data."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from warmwatt import desk
from warmwatt.handbook import UtteranceSet
from warmwatt.records import queries
from warmwatt.records.models import ConversationRecord, Correction, Scorecard, Staff

SAID = "我叫李华，电话13800001234，家在翠园小区3号楼2单元501，又停电了，你们可真勤快"


@pytest.fixture
def heard(conversation: ConversationRecord, now: datetime) -> ConversationRecord:
    """A finished and reviewed chat: the customer spoke at turns 0 and 2, the agent at 1 and 3."""
    for index, (who, text) in enumerate(
        (("customer", SAID), ("agent", "这个我不清楚。"), ("customer", "好吧"), ("agent", "再见。"))
    ):
        desk.hear(conversation.pk, who=who, text=text, key=f"k{index}", now=now)
    return desk.close_conversation(conversation.pk, staff=None, now=now)


@pytest.fixture
def quality(db: None) -> Staff:
    """Who listens to calls afterwards."""
    return Staff.objects.create_user("5001", password="practice", name="许静", role="quality")


def to_angry(heard: ConversationRecord, staff: Staff, now: datetime, **changed: Any) -> Correction:
    """A correction of the first turn's state, or with other fields."""
    fields: dict[str, Any] = {"kind": "state", "turn": 0, "right": ["angry"], "reason": "是反话"}
    return desk.correct(heard.pk, **{**fields, **changed}, staff=staff, now=now)


class TestCorrecting:
    def test_a_state_leaves_the_machines_reading_as_it_was(
        self, heard: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        before = heard.turns.get(index=0).reading
        made = to_angry(heard, supervisor, now)
        assert heard.turns.get(index=0).reading == before
        assert (made.read, made.right) == ([before["state"]["label"]], ["angry"])
        assert (made.made_by, made.made_at, made.reason) == (supervisor, now, "是反话")

    def test_a_verdict_leaves_the_scorecard_as_it_was(
        self, heard: ConversationRecord, quality: Staff, now: datetime
    ) -> None:
        card = Scorecard.objects.get(conversation=heard)
        to_angry(heard, quality, now, kind="verdict", turn=None, criterion="language.positive_wording", right=["pass"])
        again = Scorecard.objects.get(conversation=heard)
        assert (again.verdicts, again.score) == (card.verdicts, card.score)
        better = desk.corrected_score(again, queries.corrections_of(heard.pk))
        assert better is not None
        assert better > card.score

    def test_topics_may_be_corrected_to_none(self, heard: ConversationRecord, supervisor: Staff, now: datetime) -> None:
        assert to_angry(heard, supervisor, now, kind="topics", right=[]).right == []

    def test_again_replaces_the_one_that_stood_and_keeps_it(
        self, heard: ConversationRecord, supervisor: Staff, quality: Staff, now: datetime
    ) -> None:
        first = to_angry(heard, supervisor, now)
        second = to_angry(heard, quality, now + timedelta(hours=1), right=["confused"])
        first.refresh_from_db()
        assert (first.ending, first.ended_by) == ("replaced", quality)
        assert list(queries.corrections_of(heard.pk)) == [second]
        assert queries.corrections_of(heard.pk, standing=False).count() == 2

    def test_taken_back_lets_the_machines_reading_stand_again(
        self, heard: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        made = to_angry(heard, supervisor, now)
        ended = desk.take_back_correction(made.pk, staff=supervisor, now=now)
        assert (ended.ending, ended.ended_by) == ("taken_back", supervisor)
        assert not queries.corrections_of(heard.pk).exists()
        with pytest.raises(desk.UnableToChange):
            desk.take_back_correction(made.pk, staff=supervisor, now=now)

    def test_is_not_for_agents_not_even_in_their_own_calls(
        self, heard: ConversationRecord, agent: Staff, supervisor: Staff, now: datetime
    ) -> None:
        with pytest.raises(desk.UnableToChange) as refused:
            to_angry(heard, agent, now)
        assert refused.value.code == "role"
        made = to_angry(heard, supervisor, now)
        with pytest.raises(desk.UnableToChange):
            desk.take_back_correction(made.pk, staff=agent, now=now)

    def test_of_a_verdict_is_not_for_the_one_who_served(
        self, heard: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        ConversationRecord.objects.filter(pk=heard.pk).update(agent=supervisor)
        with pytest.raises(desk.UnableToChange) as refused:
            to_angry(heard, supervisor, now, kind="verdict", turn=None, criterion="closing.thanks", right=["pass"])
        assert refused.value.code == "own"

    @pytest.mark.parametrize(
        ("changed", "code"),
        [
            ({"right": ["furious"]}, "label"),
            ({"right": []}, "label"),
            ({"right": ["angry", "calm"]}, "label"),
            ({"right": ["outage.report"]}, "label"),
            ({"kind": "topics", "right": ["invoice", "payment", "praise", "other", "complaint"]}, "label"),
            ({"kind": "mood"}, "kind"),
            ({"reason": " \n "}, "reason"),
            ({"reason": "错" * 501}, "reason"),
            ({"turn": 1}, "agent_turn"),
            ({"turn": 99}, "not_found"),
            ({"turn": -1}, "not_found"),
            ({"turn": 10**30}, "not_found"),
            ({"turn": None}, "not_found"),
            ({"kind": "verdict", "criterion": "closing.nothing", "right": ["pass"]}, "not_found"),
            ({"kind": "verdict", "criterion": "language.positive_wording", "right": ["fail"]}, "same"),
            ({"kind": "verdict", "criterion": "language.positive_wording", "right": ["maybe"]}, "label"),
        ],
    )
    def test_what_cannot_be_is_refused_with_the_mend(
        self, heard: ConversationRecord, supervisor: Staff, now: datetime, changed: dict[str, Any], code: str
    ) -> None:
        with pytest.raises(desk.Unable) as refused:
            to_angry(heard, supervisor, now, **changed)
        assert refused.value.code == code
        assert refused.value.message
        assert not Correction.objects.exists()

    def test_of_a_verdict_waits_for_the_review(
        self, conversation: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        desk.hear(conversation.pk, who="customer", text=SAID, key="a", now=now)
        with pytest.raises(desk.UnableToFind):
            to_angry(conversation, supervisor, now, kind="verdict", criterion="closing.thanks", right=["pass"])


class TestWhy:
    def test_of_a_stored_turn_is_answered_for_each_label(self, heard: ConversationRecord) -> None:
        reading = heard.turns.get(index=0).reading
        found = desk.whys_of_turn(heard.pk, turn=0)
        assert [each.label for each in found] == list(desk.labels_read(heard.pk, turn=0))
        assert found[0].confidence == reading["state"]["confidence"]

    @pytest.mark.parametrize(("turn", "label"), [(1, "calm"), (9, "calm"), (-1, "calm"), (0, "nonsense")])
    def test_of_what_was_not_read_is_told_so(self, heard: ConversationRecord, turn: int, label: str) -> None:
        with pytest.raises(desk.UnableToFind):
            desk.why_turn(heard.pk, turn=turn, label=label)

    def test_of_a_verdict_names_reason_turns_rule_and_cues(self, heard: ConversationRecord) -> None:
        found = desk.why_verdict(heard.pk, criterion="language.positive_wording")
        assert (found.outcome, [each.index for each in found.said]) == ("fail", [1])
        assert found.rule is not None
        assert "推脱" in found.rule.met
        assert [cue.words for cue in found.cues] == ["我不清楚"]

    def test_of_every_verdict_can_be_answered(self, heard: ConversationRecord) -> None:
        for verdict in Scorecard.objects.get(conversation=heard).verdicts:
            found = desk.why_verdict(heard.pk, criterion=verdict["criterion"])
            assert found.rule is not None
            assert found.title


class TestLessons:
    def test_are_an_utterance_set_with_what_is_right_and_the_rest_as_read(
        self, heard: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        to_angry(heard, supervisor, now)
        found = desk.utterances_of(Correction.objects.all(), now=now)
        (row,) = found.rows
        assert (found.style, row.state) == ("corrected", "angry")
        assert list(row.topics) == [topic["label"] for topic in heard.turns.get(index=0).reading["topics"]]

    def test_carry_no_personal_data(self, heard: ConversationRecord, supervisor: Staff, now: datetime) -> None:
        to_angry(heard, supervisor, now)
        verdict: dict[str, Any] = {"kind": "verdict", "turn": None, "criterion": "closing.thanks", "right": ["na"]}
        to_angry(heard, supervisor, now, **verdict, reason="客户李华的电话13800001234是对的")
        written = desk.written_utterances(desk.utterances_of(Correction.objects.all(), now=now))
        written += str(desk.verdicts_of(Correction.objects.all()))
        for personal in ("李华", "13800001234", "2单元501"):
            assert personal not in written

    def test_mask_the_name_that_the_caller_gave(
        self, heard: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        ConversationRecord.objects.filter(pk=heard.pk).update(caller="好吧")
        to_angry(heard, supervisor, now, turn=2)
        assert desk.utterances_of(Correction.objects.all(), now=now).rows[0].text == "好*"

    def test_written_are_read_back_as_they_were(
        self, heard: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        to_angry(heard, supervisor, now)
        to_angry(heard, supervisor, now, turn=2, kind="topics", right=["complaint", "outage.report"])
        found = desk.utterances_of(Correction.objects.all(), now=now)
        assert UtteranceSet.model_validate(yaml.safe_load(desk.written_utterances(found))) == found

    def test_leave_out_what_was_taken_back(self, heard: ConversationRecord, supervisor: Staff, now: datetime) -> None:
        made = to_angry(heard, supervisor, now)
        desk.take_back_correction(made.pk, staff=supervisor, now=now)
        assert desk.utterances_of(Correction.objects.all(), now=now).rows == ()

    def test_of_verdicts_hold_the_turns_that_decided(
        self, heard: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        to_angry(heard, supervisor, now, kind="verdict", turn=None, criterion="language.positive_wording", right=["na"])
        (row,) = desk.verdicts_of(Correction.objects.all())
        assert (row["read"], row["right"]) == ("fail", "na")
        assert row["turns"] == [{"index": 1, "who": "agent", "text": "这个我不清楚。"}]


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40))
def test_any_words_survive_being_written_as_a_lesson(text: str) -> None:
    found = UtteranceSet.model_validate(
        {
            "id": "utterances.corrected",
            "title": "x",
            "valid_from": "2026-01-01",
            "source": {"name": "x"},
            "status": "verified",
            "style": "corrected",
            "rows": [{"text": text, "state": "calm"}],
        }
    )
    assert UtteranceSet.model_validate(yaml.safe_load(desk.written_utterances(found))) == found
