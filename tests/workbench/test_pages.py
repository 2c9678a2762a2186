"""Every page answers those it is for, sends the others away, and speaks whole Chinese."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

import warmwatt.workbench
from warmwatt.records.models import Role, Staff

SignIn = Callable[[Staff], Client]
WORKBENCH = Path(warmwatt.workbench.__file__).parent
WORDS = WORKBENCH / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
PAGES = {
    "/desk": {"agent", "supervisor", "admin"},
    "/board": {"supervisor", "quality", "admin"},
    "/orders": {"back_office", "supervisor", "admin"},
    "/cases": set(Role.values),
    "/promises": set(Role.values),
    "/knowledge": set(Role.values),
    "/knowledge?q=过户要什么材料": set(Role.values),
    "/flows/outage_repair": set(Role.values),
    "/played": {"agent", "supervisor", "admin"},
    "/status": set(Role.values),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", Role.values)
def test_a_page_is_for_its_roles(db: None, signed_in: SignIn, page: str, role: str) -> None:
    staff = Staff.objects.create_user("7001", password="practice", role=role)
    answer = signed_in(staff).get(page)
    assert answer.status_code == (200 if role in PAGES[page] else 403)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_a_stranger_to_sign_in(db: None, client: Client, page: str) -> None:
    assert client.get(page)["Location"].startswith("/sign-in?next=")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_no_english_unasked(db: None, signed_in: SignIn, page: str) -> None:
    staff = Staff.objects.create_user("9001", password="practice", role="admin", name="管理员")
    shown = signed_in(staff).get(page).content.decode()
    body = re.sub(r"<svg.*?</svg>|<head>.*?</head>|<kbd>.*?</kbd>", "", shown, flags=re.S)
    text = re.sub(r"<[^>]+>", " ", body)
    allowed = {"Warmwatt", "English", "SQLite", "PostgreSQL", "Redis", "Enter", "Shift", "kWh", "warmwatt", "worker"}
    assert set(re.findall(r"[A-Za-z]{4,}", text)) <= allowed | {"App", "outage_repair"}


def test_a_page_that_is_not_there_says_so_in_chinese(db: None, client: Client) -> None:
    answer = client.get("/no-such-page")
    assert answer.status_code == 404
    assert "没有这个页面" in answer.content.decode()


def test_a_get_never_changes_anything(db: None, agent: Staff, signed_in: SignIn) -> None:
    for address in ("/sign-out", "/desk/next", "/language", "/played/play"):
        assert signed_in(agent).get(address).status_code == 405


def test_every_sentence_has_its_chinese() -> None:
    blocks = WORDS.read_text(encoding="utf-8").split("\n\n")[1:]
    untold = [block for block in blocks if re.search(r'msgstr(\[0\])? ""\s*$', block)]
    assert not untold


def test_the_compiled_words_are_those_of_the_page(tmp_path: Path) -> None:
    compiled = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check-format", "-o", compiled, WORDS], check=True)
    assert compiled.read_bytes() == WORDS.with_suffix(".mo").read_bytes()


def test_templates_carry_no_script_or_style_of_their_own() -> None:
    for template in (WORKBENCH / "templates").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=", text), template


def test_a_page_kept_open_too_long_asks_to_be_loaded_again(db: None, settings: object) -> None:
    settings.CSRF_FAILURE_VIEW = "warmwatt.workbench.views.stale_page"  # type: ignore[attr-defined]
    answer = Client(enforce_csrf_checks=True).post("/sign-in", {"number": "2047", "password": "practice"})
    assert answer.status_code == 403
    assert "页面停留过久，请刷新后再操作一次。" in answer.content.decode()
