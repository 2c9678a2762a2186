"""One conversation from hello to closed, in a real browser with both sides live."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import SOON, Served, fresh, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("served")]


def reply(agent: Page, customer: Page, words: str) -> None:
    """The agent writes by keyboard alone, and the customer sees it."""
    agent.keyboard.press("Escape")
    agent.locator("#reply").fill(words)
    agent.locator("#reply").press("Enter")
    expect(customer.locator("#turns")).to_contain_text(words[:12], timeout=SOON)


def write(customer: Page, agent: Page, words: str) -> None:
    """The customer writes, and the agent sees it."""
    box = customer.locator("form.chat-composer textarea")
    box.fill(words)
    box.press("Enter")
    expect(agent.locator("#turns")).to_contain_text(words[:12], timeout=SOON)


class TestTwoWindows:
    """A customer with a phone, an agent at the desk, both live."""

    @pytest.fixture(scope="class")
    def windows(self, browser: Browser, served: Served) -> tuple[Page, Page]:
        """The customer's and the agent's window, the chat taken by the agent with one key."""
        agent = signed_in(browser, served, "2051")
        agent.goto(f"{served.url}/desk")
        customer = fresh(browser, width=390, height=844)
        customer.goto(f"{served.url}/chat")
        customer.fill("textarea[name=text]", "我家停电了，急死人了，孩子在写作业呢！")
        customer.fill("input[name=name]", "赵先生")
        customer.fill("input[name=phone]", "13700006655")
        customer.locator("form.chat-start button.primary").click()
        customer.wait_for_url("**/chat/*")
        expect(agent.locator("#waiting")).to_contain_text("赵先生", timeout=SOON)
        agent.keyboard.press("c")
        agent.wait_for_url("**/desk/*")
        return customer, agent

    def test_from_hello_to_closed(self, windows: tuple[Page, Page]) -> None:
        customer, agent = windows
        cards = agent.locator("#cards")
        expect(cards).to_contain_text("开场", timeout=SOON)
        expect(cards).to_contain_text("安抚", timeout=SOON)
        expect(agent.locator("#turns")).to_contain_text("焦急")

        reply(
            agent,
            customer,
            "您好，江州电力客服中心，工号2051。您别着急，停电确实让人心急，我马上帮您处理，请问您家在哪里？",
        )
        expect(cards).not_to_contain_text("安抚", timeout=SOON)

        write(customer, agent, "城北区杨柳新村5号楼1单元302，刚才突然停的")
        expect(agent.locator("#facts")).to_contain_text("杨柳新村5号楼", timeout=SOON)
        expect(cards).to_contain_text("复述确认", timeout=SOON)

        reply(agent, customer, "我跟您确认一下：城北区杨柳新村5号楼1单元302，刚才停的电，您的电话是13700006655，对吗？")
        write(customer, agent, "对的")
        reply(agent, customer, "请您看一下，邻居家和楼道的灯亮着吗？")
        write(customer, agent, "都不亮，整栋楼都黑了")
        expect(agent.locator("#flows")).to_contain_text("预估时间", timeout=SOON)

        reply(agent, customer, "那多半是外面线路的问题，我已经派抢修，师傅45分钟之内到现场。")
        matters = agent.locator("#matters")
        expect(matters).to_contain_text("JZ20", timeout=SOON)
        expect(matters).to_contain_text("45分钟", timeout=SOON)
        number = matters.locator(".case .number").first.inner_text().strip()
        expect(customer.locator("body")).to_contain_text(number, timeout=SOON)

        reply(agent, customer, f"您的工单号是{number}，修好以后我们给您回电话确认。")
        expect(agent.locator("#flows")).to_contain_text("停电报修")
        write(customer, agent, "好的，谢谢")
        reply(agent, customer, "不客气，请问还有其他需要帮您的吗？")
        write(customer, agent, "没有了")
        reply(agent, customer, "感谢您的理解，祝您生活愉快，再见。")

        agent.once("dialog", lambda dialog: dialog.accept())
        agent.locator("[data-act=end]").first.click()
        expect(customer.locator("form.rating")).to_be_visible(timeout=SOON)
        customer.locator("label[for=star-5]").click()
        customer.locator("form.rating button.primary").click()
        expect(customer.locator(".rated")).to_be_visible(timeout=SOON)
        agent.reload()
        expect(agent.locator("body")).to_contain_text("分")

    def test_a_careless_promise_is_held_before_it_is_sent(self, browser: Browser, served: Served) -> None:
        agent = signed_in(browser, served, "2056")
        api = served.api("2056")
        conversation = api.begin(caller="孙女士")
        api.say(conversation, "customer", "冰箱里的东西都坏了，你们赔不赔？", "k1")
        agent.goto(f"{served.url}/desk/{conversation}")
        agent.locator("#reply").fill("您放心，我保证给您全额赔偿。")
        agent.locator("#reply").press("Enter")
        expect(agent.locator("#warnings .warning").first).to_be_visible(timeout=SOON)
        assert not api.get(f"/conversations/{conversation}/turns?after=0")
        agent.keyboard.press("Alt+b")
        better = agent.locator("#reply").input_value()
        assert better
        assert "保证给您全额赔偿" not in better


class TestPlayedCall:
    """A newcomer sees the coach at work within a minute."""

    def test_plays_turn_by_turn_and_ends_with_a_case_and_a_promise(self, browser: Browser, served: Served) -> None:
        agent = signed_in(browser, served, "2047")
        agent.goto(f"{served.url}/played")
        agent.locator("form[action*=play] button[value='10']").first.click()
        agent.wait_for_url("**/desk/*")
        expect(agent.locator("#turns .turn.customer").first).to_be_visible(timeout=SOON)
        expect(agent.locator("#turns .turn")).to_have_count(21, timeout=60_000)
        expect(agent.locator("#matters")).to_contain_text("JZ20")
        expect(agent.locator("#matters")).to_contain_text("45分钟")
        expect(agent.locator("body")).to_contain_text("停电报修")


class TestBoard:
    """What a supervisor sees."""

    def test_shows_live_conversations_as_they_change(self, browser: Browser, served: Served) -> None:
        board = signed_in(browser, served, "3001")
        board.goto(f"{served.url}/board")
        api = served.api("2048")
        conversation = api.begin(caller="钱大爷")
        api.say(conversation, "customer", "你们再不来我就打12398投诉，叫你们领导来！", "k1")
        expect(board.locator("body")).to_contain_text("钱大爷", timeout=SOON)
        expect(board.locator("body")).to_contain_text("愤怒", timeout=SOON)


@pytest.mark.parametrize("path", ["desk", "board", "orders", "cases", "promises", "knowledge", "played", "status"])
def test_every_page_fits_a_phone_and_speaks_chinese(browser: Browser, served: Served, path: str) -> None:
    page = signed_in(browser, served, "9001")
    page.set_viewport_size({"width": 390, "height": 844})
    answer = page.goto(f"{served.url}/{path}")
    assert answer is not None
    assert answer.status == 200
    assert page.locator("html").get_attribute("lang") in {"zh-hans", "zh-CN", "zh-Hans"}
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
