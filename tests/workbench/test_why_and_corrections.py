"""Asking why and correcting in the page and through the API, and the list that is taken away as lessons."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client
from typer.testing import CliRunner

from warmwatt import desk
from warmwatt.commands import app
from warmwatt.handbook import UtteranceSet, check_handbook, survey_handbook
from warmwatt.records.models import ConversationRecord, Correction, Staff
from warmwatt.workbench.api._sign_in import remembered_staff

SignIn = Callable[[Staff], Client]
HTMX = {"HX-Request": "true"}
WORDS = "我家停电了，整栋楼都黑了，急死我了！"


@pytest.fixture
def heard(chat: ConversationRecord, now: datetime) -> ConversationRecord:
    """An ended chat: an anxious customer, an agent who puts them off."""
    for index, (who, text) in enumerate((("customer", WORDS), ("agent", "这个我不清楚。"), ("customer", "嗯，好吧"))):
        desk.hear(chat.pk, who=who, text=text, key=f"k{index}", now=now)
    return desk.close_conversation(chat.pk, staff=None, now=now)


@pytest.fixture
def lead(supervisor: Staff, signed_in: SignIn) -> Client:
    """The supervisor's browser."""
    return signed_in(supervisor)


def state_form(**changed: str) -> dict[str, str]:
    """What the page sends to correct the first turn's state."""
    return {"kind": "state", "turn": "0", "label": "anxious", "right": "angry", "reason": "已经在骂人了", **changed}


class TestAskingWhy:
    def test_of_a_state_shows_words_phrase_lists_and_examples(
        self, agent: Staff, signed_in: SignIn, heard: ConversationRecord
    ) -> None:
        shown = signed_in(agent).get(f"/desk/{heard.pk}/turns/0/why?label=anxious").content.decode()
        for words in ("为什么", "<mark>急死</mark>", "手册词表", "手册例句", "相似"):
            assert words in shown

    def test_of_a_verdict_shows_the_rule_and_the_turn(self, lead: Client, heard: ConversationRecord) -> None:
        address = f"/desk/{heard.pk}/verdicts/language.positive_wording/why"
        shown = lead.get(address).content.decode()
        for words in ("不合格", "#turn-1", "何时适用", "我不清楚"):
            assert words in shown

    def test_every_label_and_verdict_of_the_page_has_its_control(self, lead: Client, heard: ConversationRecord) -> None:
        shown = lead.get(f"/desk/{heard.pk}").content.decode()
        assert f"/desk/{heard.pk}/turns/0/why?label=anxious" in shown
        assert f"/desk/{heard.pk}/turns/0/why?label=outage.report" in shown
        assert shown.count("/verdicts/") == 28

    def test_of_a_colleagues_call_is_closed_to_an_agent(
        self, colleague: Staff, signed_in: SignIn, heard: ConversationRecord
    ) -> None:
        browser = signed_in(colleague)
        assert browser.get(f"/desk/{heard.pk}/turns/0/why?label=anxious").status_code == 403
        assert browser.get(f"/desk/{heard.pk}/verdicts/closing.thanks/why").status_code == 403

    @pytest.mark.parametrize("address", ["turns/9/why?label=calm", "turns/0/why?label=x", "verdicts/no.such/why"])
    def test_of_what_is_not_there_says_so(self, lead: Client, heard: ConversationRecord, address: str) -> None:
        assert lead.get(f"/desk/{heard.pk}/{address}").status_code == 404

    def test_escapes_what_the_customer_wrote(self, lead: Client, chat: ConversationRecord, now: datetime) -> None:
        desk.hear(chat.pk, who="customer", text="急死我了<script>alert(1)</script>", key="a", now=now)
        label = desk.labels_read(chat.pk, turn=0)[0]
        assert "<script>" not in lead.get(f"/desk/{chat.pk}/turns/0/why?label={label}").content.decode()


class TestCorrectingInThePage:
    def test_shows_the_correction_beside_what_was_read(
        self, lead: Client, heard: ConversationRecord, agent: Staff, signed_in: SignIn
    ) -> None:
        answer = lead.post(f"/desk/{heard.pk}/corrections", state_form(), headers=HTMX)
        assert "更正为" in answer.content.decode()
        assert 'id="meta-0" hx-swap-oob="true"' in answer.content.decode()
        shown = signed_in(agent).get(f"/desk/{heard.pk}").content.decode()
        assert "更正为" in shown
        assert "焦急" in shown
        assert "郑海燕" in shown

    def test_of_a_verdict_moves_the_corrected_score_alone(self, lead: Client, heard: ConversationRecord) -> None:
        form = {"kind": "verdict", "criterion": "language.positive_wording", "right": "pass", "reason": "后面接住了"}
        answer = lead.post(f"/desk/{heard.pk}/corrections", form, headers=HTMX).content.decode()
        assert "更正后" in answer
        assert 'id="mark-language-positive_wording" hx-swap-oob="true"' in answer

    def test_can_be_taken_back(self, lead: Client, heard: ConversationRecord) -> None:
        lead.post(f"/desk/{heard.pk}/corrections", state_form(), headers=HTMX)
        made = Correction.objects.get()
        answer = lead.post(f"/corrections/{made.pk}/take-back", {"label": "anxious"}, headers=HTMX)
        assert "以前的更正1条" in answer.content.decode()
        assert 'class="made"' not in answer.content.decode()

    def test_is_not_offered_to_an_agent_and_refused_where_tried(
        self, agent: Staff, signed_in: SignIn, heard: ConversationRecord
    ) -> None:
        browser = signed_in(agent)
        assert "<form" not in browser.get(f"/desk/{heard.pk}/turns/0/why?label=anxious").content.decode()
        answer = browser.post(f"/desk/{heard.pk}/corrections", state_form(), headers=HTMX)
        assert answer.status_code == 403
        assert "只有班长和质检人员可以更正" in json.loads(answer["HX-Trigger"])["note"]["message"]

    @pytest.mark.parametrize(
        ("changed", "mend"),
        [
            ({"reason": ""}, "错在哪里"),
            ({"right": "furious"}, "从列表中选"),
            ({"right": "anxious"}, "撤回更正"),
            ({"turn": "9" * 40}, "没有这一句"),
            ({"turn": "x"}, "没有这一句"),
            ({"turn": "1"}, "客户的话"),
        ],
    )
    def test_that_cannot_be_says_what_to_do(
        self, lead: Client, heard: ConversationRecord, changed: dict[str, str], mend: str
    ) -> None:
        answer = lead.post(f"/desk/{heard.pk}/corrections", state_form(**changed), headers=HTMX)
        assert answer.status_code in {404, 422}
        assert mend in json.loads(answer["HX-Trigger"])["note"]["message"]

    def test_trouble_is_told_in_english_to_who_reads_english(self, lead: Client, heard: ConversationRecord) -> None:
        lead.cookies["django_language"] = "en"
        answer = lead.post(f"/desk/{heard.pk}/corrections", state_form(reason=""), headers=HTMX)
        assert "why it is wrong" in json.loads(answer["HX-Trigger"])["note"]["message"]


class TestList:
    @pytest.fixture
    def made(self, heard: ConversationRecord, supervisor: Staff, now: datetime) -> ConversationRecord:
        """Two turns read calm or anxious that were angry, and one verdict."""
        for turn in (0, 2):
            desk.correct(heard.pk, kind="state", turn=turn, right=["angry"], reason="反话", staff=supervisor, now=now)
        desk.correct(
            heard.pk,
            kind="verdict",
            criterion="language.positive_wording",
            right=["pass"],
            reason="后面接住了",
            staff=supervisor,
            now=now,
        )
        return heard

    def test_counts_what_was_misread_as_what(self, lead: Client, made: ConversationRecord) -> None:
        shown = lead.get("/corrections").content.decode()
        assert "判错的情况" in shown
        assert shown.count('<b class="count">1</b>') == 3

    def test_is_narrowed_by_kind_and_person(self, lead: Client, made: ConversationRecord) -> None:
        assert lead.get("/corrections?kind=verdict").content.decode().count("made-row") == 1
        assert "made-row" not in lead.get("/corrections?by=9999").content.decode()
        assert lead.get("/corrections?kind=x&days=x").status_code == 200

    def test_shows_an_agent_their_own_calls_alone_and_nothing_to_take_away(
        self, agent: Staff, colleague: Staff, signed_in: SignIn, made: ConversationRecord
    ) -> None:
        own = signed_in(agent).get("/corrections").content.decode()
        assert own.count("made-row") == 3
        assert "/corrections/export" not in own
        assert "made-row" not in signed_in(colleague).get("/corrections").content.decode()
        assert signed_in(agent).get("/corrections/export?what=examples").status_code == 403

    def test_is_taken_away_as_utterances_of_the_handbook(self, lead: Client, made: ConversationRecord) -> None:
        answer = lead.get("/corrections/export?what=examples&days=0")
        assert answer["Content-Disposition"] == 'attachment; filename="corrected.yaml"'
        found = UtteranceSet.model_validate(yaml.safe_load(answer.content.decode()))
        assert {row.state for row in found.rows} == {"angry"}

    def test_is_taken_away_as_verdicts_by_the_line(self, lead: Client, made: ConversationRecord) -> None:
        answer = lead.get("/corrections/export?what=verdicts&days=0")
        assert [json.loads(line)["right"] for line in answer.content.decode().splitlines()] == ["pass"]

    def test_with_nothing_to_take_away_says_so(self, lead: Client, heard: ConversationRecord) -> None:
        assert lead.get("/corrections/export?what=examples").status_code == 404


class TestCommand:
    def test_writes_a_file_that_passes_the_handbooks_check(
        self, tmp_path: Path, heard: ConversationRecord, supervisor: Staff, now: datetime
    ) -> None:
        desk.correct(heard.pk, kind="state", turn=0, right=["angry"], reason="反话", staff=supervisor, now=now)
        book = tmp_path / "small"
        (book / "utterances").mkdir(parents=True)
        (book / "handbook.yaml").write_text("name: small\ntitle: 小手册\n", encoding="utf-8")
        done = CliRunner().invoke(app, ["corrections", "export", str(book / "utterances")])
        assert done.exit_code == 0, done.output
        handbook, unread = survey_handbook("small", root=tmp_path)
        assert (unread, check_handbook(handbook)) == ((), ())
        assert handbook.of(UtteranceSet)[0].rows[0].state == "angry"

    def test_writes_nothing_where_nothing_was_corrected(self, tmp_path: Path, db: None) -> None:
        done = CliRunner().invoke(app, ["corrections", "export", str(tmp_path / "out.yaml")])
        assert done.exit_code == 0
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["out.txt", "no/such/folder/out.yaml"])
    def test_says_what_is_wrong_with_the_place(self, tmp_path: Path, name: str) -> None:
        assert CliRunner().invoke(app, ["corrections", "export", str(tmp_path / name)]).exit_code == 2


class TestApi:
    @pytest.fixture
    def ask(self) -> Callable[..., Any]:
        """A program that signs in as a member of staff."""
        remembered_staff.cache_clear()

        def ask(staff: Staff, path: str, body: Any = None) -> Any:
            token = f"token-{staff.username}"
            digest = hashlib.sha256(token.encode()).hexdigest()
            if not staff.tokens.exists():
                desk.issue_token(staff=staff, digest=digest, label="test")
            headers = {"Authorization": f"Bearer {token}"}
            if body is None:
                return Client().get(f"/api/v1{path}", headers=headers)
            return Client().post(f"/api/v1{path}", body, content_type="application/json", headers=headers)

        return ask

    def test_answers_why_for_every_label_of_a_turn(
        self, ask: Callable[..., Any], agent: Staff, heard: ConversationRecord
    ) -> None:
        found = ask(agent, f"/conversations/{heard.pk}/turns/0/why").json()
        assert [each["label"] for each in found][:2] == ["anxious", "outage.report"]
        assert found[0]["examples"][0]["likeness"] > 0

    def test_answers_why_for_a_verdict(self, ask: Callable[..., Any], agent: Staff, heard: ConversationRecord) -> None:
        verdicts = ask(agent, f"/conversations/{heard.pk}/verdicts").json()
        assert len(verdicts) == 28
        found = ask(agent, f"/conversations/{heard.pk}/verdicts/language.positive_wording/why").json()
        assert (found["outcome"], found["turns"]) == ("fail", [1])

    def test_keeps_a_correction_and_takes_it_back(
        self, ask: Callable[..., Any], supervisor: Staff, heard: ConversationRecord
    ) -> None:
        body = {"kind": "state", "turn": 0, "right": ["angry"], "reason": "反话"}
        made = ask(supervisor, f"/conversations/{heard.pk}/corrections", body)
        assert made.status_code == 201
        assert made.json()["made_by"] == "3001"
        ended = ask(supervisor, f"/corrections/{made.json()['id']}/take-back", {}).json()
        assert ended["ending"] == "taken_back"
        assert len(ask(supervisor, f"/conversations/{heard.pk}/corrections").json()) == 1

    def test_refuses_an_agent_and_a_colleague(
        self, ask: Callable[..., Any], agent: Staff, colleague: Staff, heard: ConversationRecord
    ) -> None:
        body = {"kind": "state", "turn": 0, "right": ["angry"], "reason": "反话"}
        refused = ask(agent, f"/conversations/{heard.pk}/corrections", body)
        assert (refused.status_code, refused.json()["code"]) == (403, "role")
        for path in ("turns/0/why", "verdicts", "verdicts/closing.thanks/why", "corrections"):
            assert ask(colleague, f"/conversations/{heard.pk}/{path}").status_code == 403

    def test_names_what_is_wrong(self, ask: Callable[..., Any], supervisor: Staff, heard: ConversationRecord) -> None:
        body = {"kind": "mood", "turn": 0, "right": ["angry"], "reason": "反话"}
        assert ask(supervisor, f"/conversations/{heard.pk}/corrections", body).status_code == 422
        assert ask(supervisor, f"/conversations/{heard.pk}/turns/9/why").status_code == 404
        assert ask(supervisor, f"/corrections/{10**30}/take-back", {}).status_code == 404
