"""A supervisor asks why, corrects a state and a verdict, and takes the corrections away, in a real browser."""

import json
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import SOON, Served, fresh, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("served")]
CALL = (
    ("customer", "我家停电了，急死我了，孩子在写作业呢"),
    ("agent", "这个我不清楚，您打95598问吧。"),
    ("customer", "嗯，知道了"),
    ("agent", "再见。"),
)


@pytest.fixture(scope="module")
def conversation(served: Served) -> str:
    """An ended chat of agent 2048."""
    api = served.api("2048")
    begun = api.begin(caller="赵先生")
    for index, (who, text) in enumerate(CALL):
        api.say(begun, who, text, f"k{index}").raise_for_status()
    api.post(f"/conversations/{begun}/close").raise_for_status()
    return begun


@pytest.fixture(scope="module")
def lead(browser: Browser, served: Served, conversation: str) -> Page:
    """The supervisor, reading the ended chat."""
    page = signed_in(browser, served, "3001")
    page.goto(f"{served.url}/desk/{conversation}")
    return page


def correct(page: Page, *, within: str, right: str, reason: str) -> None:
    """Corrects what is asked about, from the open answer."""
    box = page.locator(f"{within} .why-box")
    box.locator(".correct summary").click()
    box.get_by_role("radio", name=right, exact=True).check()
    box.locator("input[name=reason]").fill(reason)
    box.locator("input[name=reason]").press("Enter")
    expect(page.locator(f"{within} .made")).to_contain_text(reason, timeout=SOON)


class TestSupervisor:
    def test_asks_why_by_keyboard_and_closes_with_escape(self, lead: Page) -> None:
        state = lead.locator("#meta-0 [data-state]")
        state.focus()
        lead.keyboard.press("Enter")
        answer = lead.locator("#why-0 .why-box")
        expect(answer).to_contain_text("急死", timeout=SOON)
        expect(answer).to_contain_text("手册例句")
        expect(state).to_have_attribute("aria-expanded", "true")
        lead.keyboard.press("Escape")
        expect(answer).to_have_count(0)
        expect(state).to_be_focused()

    def test_is_led_from_the_head_to_where_it_was_said(self, lead: Page) -> None:
        lead.locator("[data-ask-topic]").first.click()
        expect(lead.locator("#turns .why-box")).to_be_visible(timeout=SOON)
        lead.locator("#turns [data-why-close]").click()
        expect(lead.locator("#turns .why-box")).to_have_count(0)

    def test_corrects_a_state_that_the_agents_open_page_shows_at_once(
        self, browser: Browser, served: Served, lead: Page, conversation: str
    ) -> None:
        agent = signed_in(browser, served, "2048")
        agent.goto(f"{served.url}/desk/{conversation}")
        lead.locator("#meta-2 [data-state]").click()
        correct(lead, within="#why-2", right="愤怒", reason="反话，已经很生气")
        expect(lead.locator("#meta-2")).to_contain_text("更正为", timeout=SOON)
        expect(agent.locator("#meta-2")).to_contain_text("郑海燕", timeout=SOON)
        agent.locator("#meta-2 [data-state]").click()
        expect(agent.locator("#why-2 .made")).to_contain_text("反话", timeout=SOON)
        expect(agent.locator("#why-2 form")).to_have_count(0)

    def test_corrects_a_verdict_and_sees_both_scores(self, lead: Page) -> None:
        lead.locator("[aria-controls=why-language-positive_wording]").click()
        expect(lead.locator("#why-language-positive_wording .rule")).to_contain_text("推脱", timeout=SOON)
        correct(lead, within="#why-language-positive_wording", right="合格", reason="后半句给了去处")
        expect(lead.locator("#score")).to_contain_text("更正后", timeout=SOON)

    def test_takes_the_corrections_away(self, lead: Page, served: Served, tmp_path: Path) -> None:
        lead.goto(f"{served.url}/corrections")
        for name, file in (("下载训练例句", "corrected.yaml"), ("下载质检更正", "corrected.verdicts.jsonl")):
            with lead.expect_download() as taken:
                lead.get_by_role("link", name=name).click()
            assert taken.value.suggested_filename == file
            taken.value.save_as(tmp_path / file)
        rows = yaml.safe_load((tmp_path / "corrected.yaml").read_text(encoding="utf-8"))["rows"]
        assert [(row["text"], row["state"]) for row in rows] == [(CALL[2][1], "angry")]
        (verdict,) = (tmp_path / "corrected.verdicts.jsonl").read_text(encoding="utf-8").splitlines()
        assert json.loads(verdict)["right"] == "pass"


def test_the_answer_fits_a_phone(browser: Browser, served: Served, conversation: str) -> None:
    page = signed_in(browser, served, "2048")
    phone = fresh(browser, width=390, height=844)
    phone.context.add_cookies(page.context.cookies())
    phone.goto(f"{served.url}/desk/{conversation}")
    phone.locator("#meta-0 [data-state]").click()
    box = phone.locator("#why-0 .why-box").bounding_box(timeout=SOON)
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
