"""What was acknowledged is on disk: kill -9 loses nothing and repeats nothing."""

from pathlib import Path

import pytest

from tests.journeys.conftest import Api, Served

OUTAGE = (
    ("agent", "您好，江州电力客服中心，工号2047，请问有什么可以帮您？"),
    ("customer", "我家停电了，整个小区都黑了，翠园小区3号楼2单元501，电话13912345678，急死了！"),
    ("agent", "您别着急，我确认一下：翠园小区3号楼2单元501，整个小区没电，您电话13912345678，对吗？"),
    ("customer", "对，快点吧"),
    ("agent", "已经给您派了抢修，45分钟之内到现场。"),
)


@pytest.mark.xdist_group("served")
def test_a_killed_desk_comes_back_with_every_acknowledged_turn_once(tmp_path: Path) -> None:
    desk = Served(home=tmp_path).start()
    try:
        api = desk.api()
        conversation = api.begin(account="3101024477")
        for number, (who, text) in enumerate(OUTAGE):
            assert api.say(conversation, who, text, f"k{number}").status_code == 201
        desk.kill()

        desk.start()
        api_again = Api(base=f"{desk.url}/api/v1", token=api.token)
        turns = api_again.get(f"/conversations/{conversation}/turns")
        assert [turn["text"] for turn in turns] == [text for _who, text in OUTAGE]

        again = api_again.say(conversation, *OUTAGE[-1], f"k{len(OUTAGE) - 1}")
        assert again.status_code == 200
        assert again.json()["repeated"]

        promises = api_again.get(f"/conversations/{conversation}/promises")
        assert [promise["kind"] for promise in promises].count("arrive") == 1
        cases = api_again.get(f"/conversations/{conversation}/cases")
        assert len(cases) == 1
        assert len(cases[0]["orders"]) == 1
        assert api_again.get(f"/conversations/{conversation}/advice")
    finally:
        desk.stop()
