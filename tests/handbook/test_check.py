"""The handbook check names each entry that does not hold, and what to mend."""

from collections.abc import Callable
from pathlib import Path

import pytest

from warmwatt.handbook import Article, Flow, Handbook, check_handbook, survey_handbook
from warmwatt.procedures import check_flow

MakeArticle = Callable[..., Article]
MakeHandbook = Callable[..., Handbook]


def messages(handbook: Handbook) -> list[str]:
    return [str(problem) for problem in check_handbook(handbook)]


class TestShippedContent:
    def test_all_of_it_passes(self, shipped: Handbook) -> None:
        _, unread = survey_handbook("jiangzhou")
        assert [*unread, *check_handbook(shipped, check_flow=check_flow)] == []

    def test_every_subject_has_several_articles(self, shipped: Handbook) -> None:
        subjects = [article.subject for article in shipped.of(Article)]
        assert len(set(subjects)) == 30
        assert min(map(subjects.count, subjects)) >= 4
        assert len(subjects) >= 150

    def test_every_article_is_asked_in_several_ways(self, shipped: Handbook) -> None:
        assert min(len(article.questions) for article in shipped.of(Article) if not article.places) >= 5

    def test_articles_for_everywhere_speak_of_no_place_of_the_demo(self, shipped: Handbook) -> None:
        assert not [each.id for each in shipped.of(Article) if not each.places and "江州" in each.body]


class TestWhatIsWrong:
    def test_a_sound_article_has_no_problem(self, article: MakeArticle, handbook_of: MakeHandbook) -> None:
        assert messages(handbook_of(article())) == []

    def test_a_dangling_reference_is_named(self, article: MakeArticle, handbook_of: MakeHandbook) -> None:
        found = messages(handbook_of(article(related=["meter.gone"], flows=["nowhere"], prices=["no.price"])))
        assert [name for name in ("meter.gone", "nowhere", "no.price") if name in "".join(found)] == [
            "meter.gone",
            "nowhere",
            "no.price",
        ]

    def test_one_question_in_two_articles_is_named_with_both(
        self, article: MakeArticle, handbook_of: MakeHandbook
    ) -> None:
        found = messages(handbook_of(article(), article(id="meter.other", questions=["电表转得太快了？"])))
        assert len(found) == 1
        assert "meter.fast" in found[0]
        assert "meter.other" in found[0]

    def test_one_question_may_be_answered_by_place(self, article: MakeArticle, handbook_of: MakeHandbook) -> None:
        assert messages(handbook_of(article(places=["上海"]), article(id="meter.other", places=["北京"]))) == []

    def test_one_question_may_have_a_new_answer_later(self, article: MakeArticle, handbook_of: MakeHandbook) -> None:
        now = article(valid_until="2026-12-01")
        assert messages(handbook_of(now, article(id="meter.later", valid_from="2026-12-01"))) == []

    def test_verified_without_anything_to_look_up_is_named(
        self, article: MakeArticle, handbook_of: MakeHandbook
    ) -> None:
        assert "number" in messages(handbook_of(article(source={"name": "某某办法"})))[0]

    def test_an_unverified_answer_that_claims_a_rule_is_named(
        self, article: MakeArticle, handbook_of: MakeHandbook
    ) -> None:
        found = messages(handbook_of(article(status="unverified", say="国家规定五天内答复。")))
        assert "国家规定" in found[0]

    def test_an_answer_that_cannot_be_read_aloud_is_named(
        self, article: MakeArticle, handbook_of: MakeHandbook
    ) -> None:
        assert "Markdown" in messages(handbook_of(article(say="**五天**内答复")))[0]
        assert "characters" in messages(handbook_of(article(say="慢" * 200)))[0]

    def test_a_dead_flow_is_named_by_the_checker_lent(self, shipped: Handbook) -> None:
        flow = shipped.of(Flow)[0]
        found = check_handbook(shipped, check_flow=lambda each: ("dead end",) if each is flow else ())
        assert [problem.message for problem in found] == ["dead end"]
        assert flow.id in found[0].place


DAMAGE = {
    "no front matter": ("---\n", "", 1),
    "misspelt key": ("title:", "titel:", 1),
    "no source": ("source: {name: Warmwatt 编写组}\n", "", 1),
    "unknown subject": ("meter_check", "meters", 1),
    "no question": ("[电表转得太快了]", "[]", 1),
    "bad date": ("2026-01-01", "2026-13-01", 1),
    "bad status": ("status: verified", "status: sure", 1),
    "bad id": ("meter.fast", "电表 快", 1),
    "broken yaml": ("[电表转得太快了]", "[电表转得太快了", 1),
    "ends before it begins": ("status: verified", "status: verified\nvalid_until: 2025-01-01", 1),
    "no short answer": ("say: 您可以申请验表。\n", "", 1),
    "no body": ("登记户号，五个工作日内答复。\n", "", 1),
    "questions as one text": ("[电表转得太快了]", "电表转得太快了", 1),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_named_and_the_rest_is_read(handbook_folder: Path, damage: str) -> None:
    good = handbook_folder / "test" / "articles" / "meter.fast.md"
    damaged = good.with_name("damaged.md")
    damaged.write_text(good.read_text(encoding="utf-8").replace(*DAMAGE[damage]), encoding="utf-8")
    _, problems = survey_handbook("test", root=handbook_folder)
    assert [problem for problem in problems if "damaged.md" in problem.place]
