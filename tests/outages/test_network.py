"""The network: a forest in plain arrays, refused where it is none; and the outage that explains a dark home."""

from datetime import datetime, timedelta

import pytest

from warmwatt.outages import (
    Network,
    Node,
    Notice,
    OutageCall,
    UnableToReadNetwork,
    answers_from_calls,
    expected_end,
    known_outage,
)
from warmwatt.quantities import CHINA, unexplained_parts

NOW = datetime(2026, 11, 23, 19, 42, tzinfo=CHINA)
NODES = (
    Node(id="t2", kind="transformer", name="翠园2号台区", parent="f1"),
    Node(id="s1", kind="substation", name="东湖变"),
    Node(id="f1", kind="feeder", name="翠园线", parent="s1"),
    Node(id="f2", kind="feeder", name="滨湖线", parent="s1"),
    Node(id="t1", kind="transformer", name="翠园1号台区", parent="f1"),
    Node(id="t3", kind="transformer", name="滨湖1号台区", parent="f2"),
)


def test_a_path_leads_from_the_transformer_to_the_substation():
    assert [node.id for node in Network.of(NODES).path("t1")] == ["t1", "f1", "s1"]


def test_a_subtree_is_all_that_a_node_feeds():
    network = Network.of(NODES)
    assert {node.id for node in network.under("f1")} == {"f1", "t1", "t2"}
    assert len(network.under("s1")) == 6


@pytest.mark.parametrize(
    ("nodes", "fault"),
    [
        ([Node(id="a", kind="feeder", name="a", parent="b")], "not in the network"),
        ([Node(id="a", kind="feeder", name="a"), Node(id="a", kind="feeder", name="b")], "two nodes"),
        (
            [Node(id="a", kind="feeder", name="a", parent="b"), Node(id="b", kind="feeder", name="b", parent="a")],
            "loop",
        ),
    ],
    ids=["orphan", "twin", "loop"],
)
def test_what_is_no_forest_is_refused(nodes, fault):
    with pytest.raises(UnableToReadNetwork, match=fault):
        Network.of(nodes)


def notice(node, *, hours=2.0, begun=1.0, ended=None):
    """A fault at the node, begun some hours ago."""
    starts_at = NOW - timedelta(hours=begun)
    return Notice(
        id=node, kind="fault", node=node, cause="树木碰线", area="东湖区翠园小区", starts_at=starts_at,
        expected_until=starts_at + timedelta(hours=hours), ended_at=ended,
    )  # fmt: skip


PATH = ("t1", "f1", "s1")


def test_an_outage_upstream_explains_the_dark_home():
    assert known_outage(notices=[notice("f2"), notice("f1")], path=PATH, now=NOW).node == "f1"


def test_of_two_outages_the_one_that_lasts_longer_is_told():
    assert known_outage(notices=[notice("f1", hours=2), notice("t1", hours=5)], path=PATH, now=NOW).node == "t1"


def test_an_outage_to_come_or_over_explains_nothing():
    to_come, over = notice("f1", begun=-1), notice("f1", ended=NOW)
    assert known_outage(notices=[to_come, over], path=PATH, now=NOW) is None


def test_late_work_still_holds_and_is_told_as_late():
    late = notice("f1", begun=4, hours=2)
    assert known_outage(notices=[late], path=PATH, now=NOW) == late
    assert "晚了" in expected_end(notice=late, now=NOW).sentence


def test_the_expected_end_is_told_with_cause_and_place():
    told = expected_end(notice=notice("f1"), now=NOW)
    assert told.sentence == "您所在的东湖区翠园小区发生故障（树木碰线），预计今天晚上8点42分恢复供电"
    assert unexplained_parts(told) == ()


def near(*calls):
    """What others' calls say about t1; each call is (account, transformer, minutes ago)."""
    heard = [
        OutageCall(account=account, transformer=transformer, at=NOW - timedelta(minutes=ago))
        for account, transformer, ago in calls
    ]
    return answers_from_calls(network=Network.of(NODES), calls=heard, transformer="t1", account="me", now=NOW)


def test_calls_of_the_same_transformer_and_of_the_feeder_are_told_apart():
    calls = [("a", "t1", 5), ("b", "t2", 5), ("c", "t2", 9), ("d", "t2", 20)]
    assert near(*calls) == {"calls_near": "few", "calls_feeder": "many"}


def test_own_old_repeated_and_distant_calls_do_not_count():
    calls = [("me", "t1", 1), ("a", "t1", 31), ("b", "t1", -5), ("c", "t3", 2), ("d", "t1", 3), ("d", "t1", 4)]
    assert near(*calls) == {"calls_near": "few", "calls_feeder": "none"}
