"""Signing in by 工号, and the language of the pages."""

import pytest
from django.test import Client

from warmwatt.records.models import Staff


class TestSigningIn:
    @pytest.mark.parametrize(
        ("role", "landing"),
        [("agent", "/desk"), ("supervisor", "/board"), ("back_office", "/orders"), ("quality", "/cases")],
    )
    def test_leads_each_role_to_where_its_day_starts(self, db: None, client: Client, role: str, landing: str) -> None:
        Staff.objects.create_user("7001", password="practice", role=role)
        answer = client.post("/sign-in", {"number": "7001", "password": "practice"})
        assert answer["Location"] == landing

    def test_tells_a_wrong_password_and_a_wrong_number_alike(self, agent: Staff, client: Client) -> None:
        wrong_password = client.post("/sign-in", {"number": "2047", "password": "guess"})
        wrong_number = client.post("/sign-in", {"number": "9999", "password": "practice"})
        assert wrong_password.status_code == wrong_number.status_code == 422
        for answer in (wrong_password, wrong_number):
            assert "工号或密码不正确，请核对后重试。" in answer.content.decode()

    def test_rests_after_many_wrong_tries(self, agent: Staff, client: Client) -> None:
        for _ in range(8):
            client.post("/sign-in", {"number": "2047", "password": "guess"})
        answer = client.post("/sign-in", {"number": "2047", "password": "practice"})
        assert answer.status_code == 429
        assert "请五分钟后再试" in answer.content.decode()

    def test_goes_back_to_the_page_that_asked_for_it(self, agent: Staff, client: Client) -> None:
        asked = client.get("/cases?stage=all")
        assert asked["Location"] == "/sign-in?next=%2Fcases%3Fstage%3Dall"
        answer = client.post("/sign-in", {"number": "2047", "password": "practice", "next": "/cases?stage=all"})
        assert answer["Location"] == "/cases?stage=all"

    def test_never_leads_to_another_site(self, agent: Staff, client: Client) -> None:
        answer = client.post(
            "/sign-in", {"number": "2047", "password": "practice", "next": "https://elsewhere.example/desk"}
        )
        assert answer["Location"] == "/desk"

    def test_ends_with_signing_out(self, agent: Staff, client: Client) -> None:
        client.force_login(agent)
        client.post("/sign-out")
        assert client.get("/desk")["Location"].startswith("/sign-in")


class TestLanguage:
    def test_is_chinese_whatever_the_browser_asks_for(self, db: None, client: Client) -> None:
        answer = client.get("/sign-in", headers={"Accept-Language": "en-US,en"})
        assert 'lang="zh-CN"' in answer.content.decode()
        assert "登录" in answer.content.decode()

    def test_is_english_once_switched_and_chinese_again(self, db: None, client: Client) -> None:
        client.post("/language", {"language": "en", "next": "/sign-in"})
        assert "Staff number" in client.get("/sign-in").content.decode()
        client.post("/language", {"language": "zh-hans", "next": "/sign-in"})
        assert "工号" in client.get("/sign-in").content.decode()

    def test_unknown_is_not_kept(self, db: None, client: Client) -> None:
        client.post("/language", {"language": "xx", "next": "/sign-in"})
        assert "工号" in client.get("/sign-in").content.decode()
