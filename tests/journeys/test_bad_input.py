"""Whatever is sent, the answer is clear, and no traceback is shown."""

import httpx
import pytest

from tests.journeys.conftest import Api, Served

pytestmark = pytest.mark.xdist_group("served")


@pytest.fixture(scope="module")
def api(served: Served) -> Api:
    """An agent's program."""
    return served.api()


@pytest.fixture
def conversation(api: Api) -> str:
    """A live chat."""
    return api.begin()


class TestTurns:
    """What is posted as a turn."""

    @pytest.mark.parametrize(
        ("text", "code"), [("", "empty"), (" \n ", "empty"), ("\x00\x01", "empty"), ("电" * 100_000, "too_long")]
    )
    def test_that_cannot_be_heard_are_answered_with_the_mend(
        self, api: Api, conversation: str, text: str, code: str
    ) -> None:
        answer = api.say(conversation, "customer", text, "k")
        assert answer.status_code == 422
        assert answer.json()["code"] == code
        assert answer.json()["message"]

    @pytest.mark.parametrize("text", ["😡😡", "停\u202e电", "<script>alert(1)</script>", "' OR 1=1 --", "a\x07b"])
    def test_that_are_odd_are_heard(self, api: Api, conversation: str, text: str) -> None:
        assert api.say(conversation, "customer", text, "k").status_code == 201

    def test_to_an_unknown_conversation_are_answered_404(self, api: Api) -> None:
        answer = api.say("no-such-conversation", "customer", "喂", "k")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")

    def test_after_the_close_are_answered_409(self, api: Api, conversation: str) -> None:
        api.say(conversation, "customer", "没事了", "k")
        assert api.post(f"/conversations/{conversation}/close").status_code == 200
        answer = api.say(conversation, "customer", "喂", "k2")
        assert (answer.status_code, answer.json()["code"]) == (409, "closed")

    def test_with_wrong_fields_name_the_field(self, api: Api, conversation: str) -> None:
        answer = api.post(f"/conversations/{conversation}/turns", {"who": "robot", "text": 3})
        assert answer.status_code == 422
        named = {field["field"] for field in answer.json()["fields"]}
        assert any("who" in name for name in named)

    def test_that_are_not_json_are_answered_clearly(self, served: Served, api: Api, conversation: str) -> None:
        answer = httpx.post(
            f"{api.base}/conversations/{conversation}/turns",
            content=b"{broken",
            headers={"Authorization": f"Bearer {api.token}", "Content-Type": "application/json"},
            timeout=30,
        )
        assert answer.status_code in {400, 422}
        assert "Traceback" not in answer.text


class TestAddresses:
    """What is asked for."""

    def test_an_address_that_is_not_there_is_answered_in_json(self, served: Served) -> None:
        answer = httpx.get(f"{served.url}/api/v1/nothing/", timeout=30)
        assert answer.status_code == 404
        assert answer.json()["code"] == "not_found"


class TestSignIn:
    """Who may ask."""

    def test_without_a_token_nothing_is_told(self, served: Served) -> None:
        assert httpx.get(f"{served.url}/api/v1/conversations", timeout=30).status_code == 401

    def test_a_wrong_password_is_refused(self, served: Served) -> None:
        body = {"number": "2047", "password": "wrong"}
        assert httpx.post(f"{served.url}/api/v1/sign-in", json=body, timeout=30).status_code == 401

    def test_health_is_told_to_anyone(self, served: Served) -> None:
        assert httpx.get(f"{served.url}/healthz", timeout=30).json()["status"] == "ok"


class TestTwoAgents:
    """One chat, two agents."""

    def test_only_the_first_gets_it_and_the_second_is_told_who(self, served: Served, api: Api) -> None:
        waiting = api.post("/conversations", {"channel": "chat"}).json()["id"]
        colleague = served.api("2048")
        assert colleague.post(f"/conversations/{waiting}/claim").status_code == 200
        refused = api.post(f"/conversations/{waiting}/claim")
        assert (refused.status_code, refused.json()["code"]) == (409, "taken")
        assert "何俊" in refused.json()["message"]
