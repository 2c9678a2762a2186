"""Search answers spoken questions, on a day, at a place, or says that nothing good was found."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pytest

from warmwatt.handbook import (
    Article,
    EmbeddingMissing,
    Handbook,
    Search,
    Vectors,
    embedded_texts,
    live_suggestion,
    shipped_vectors,
)
from warmwatt.handbook._vectors import hash_of


def without_engine(texts: Sequence[str]) -> Vectors:
    raise EmbeddingMissing("no engine here")


class TestSpokenQuestions:
    def test_spoken_questions_find_their_subject_among_the_first_three(
        self, search: Search, spoken_questions: list[tuple[str, str]], today: date
    ) -> None:
        found = [
            subject in [hit.article.subject for hit in search.find(question, on=today, limit=3)]
            for question, subject in spoken_questions
        ]
        assert sum(found) / len(found) >= 0.9

    @pytest.mark.parametrize(
        ("misheard", "subject"),
        [
            ("护号在哪看", "app_registration"),
            ("法票怎么开", "invoice"),
            ("老是条炸推不上去", "outage_self_check"),
            ("接替电价怎么算", "tier_tariff"),
            ("冲电桩物业不让装", "ev_charger"),
        ],
    )
    def test_what_the_recogniser_misheard_is_found_all_the_same(
        self, search: Search, today: date, misheard: str, subject: str
    ) -> None:
        assert subject in [hit.article.subject for hit in search.find(misheard, on=today, limit=3)]

    @pytest.mark.parametrize("elsewhere", ["宽带掉线了找谁", "自来水停了", "医保卡丢了怎么补", "asdfghjkl", "", "  "])
    def test_nothing_good_found_is_an_answer(self, search: Search, today: date, elsewhere: str) -> None:
        assert search.find(elsewhere, on=today) == ()

    @pytest.mark.parametrize("odd", ["😀" * 50, "电费" * 50_000, "\x00\x07停电", "%_';--", "电" * 3])
    def test_odd_input_is_answered_without_an_error(self, search: Search, today: date, odd: str) -> None:
        assert isinstance(search.find(odd, on=today), tuple)

    def test_words_alone_serve_where_the_engine_is_missing(self, shipped: Handbook, today: date) -> None:
        search = Search(shipped, embed=without_engine, kept={})
        assert not search.by_meaning
        assert search.find("怎么开电子发票", on=today)[0].article.subject == "invoice"

    def test_words_alone_serve_where_the_engine_fails_after_the_index_was_built(
        self, shipped: Handbook, today: date
    ) -> None:
        search = Search(shipped, embed=without_engine)
        assert search.find("怎么开电子发票", on=today)[0].article.subject == "invoice"

    @pytest.mark.parametrize("ours", ["没有固定停车位能装桩吗", "天气不好光伏是不是发得少", "房租里含的电费怎么算"])
    def test_a_question_that_also_names_another_matter_is_still_answered(
        self, search: Search, today: date, ours: str
    ) -> None:
        assert search.find(ours, on=today)


class TestDaysAndPlaces:
    def test_todays_and_next_months_answers_are_both_right(
        self, article: Callable[..., Article], handbook_of: Callable[..., Handbook]
    ) -> None:
        now = article(id="price.now", say="每度五角。", valid_until="2026-12-01")
        later = article(id="price.later", say="每度六角。", valid_from="2026-12-01")
        search = Search(handbook_of(now, later), embed=None)
        assert [hit.article.id for hit in search.find("电表转得快", on=date(2026, 11, 30))] == ["price.now"]
        assert [hit.article.id for hit in search.find("电表转得快", on=date(2026, 12, 1))] == ["price.later"]

    def test_the_customers_place_leaves_other_places_out(self, search: Search, today: date) -> None:
        hits = search.find("居民电费一度多少钱", on=today, place="上海市浦东新区", limit=10)
        assert hits
        assert {place for hit in hits for place in hit.article.places} <= {"上海"}

    def test_a_place_named_in_the_question_wins_over_the_customers_own(self, search: Search, today: date) -> None:
        hit = search.find("四川居民电费一度多少钱", on=today, place="江州")[0]
        assert hit.article.places == ("四川",)

    def test_the_companys_own_rule_goes_before_that_of_another(self, search: Search, today: date) -> None:
        hit = search.find("投诉几天答复", on=today, place="江州")[0]
        assert hit.article.id == "complain.jiangzhou"


class TestPassages:
    def test_the_words_that_answer_are_highlighted(self, search: Search, today: date) -> None:
        hit = search.find("怎么开电子发票", on=today)[0]
        assert hit.highlights
        assert any("发票" in hit.passage[start:end] for start, end in hit.highlights)

    def test_scores_fall_and_stay_between_nothing_and_one(self, search: Search, today: date) -> None:
        scores = [hit.score for hit in search.find("电费太高了怎么省", on=today, limit=10)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


class TestLiveSuggestion:
    def test_a_clear_question_in_a_long_turn_brings_its_article(self, search: Search, today: date) -> None:
        hit = live_suggestion("你好，我想问一下电子发票在哪里开", search=search, on=today)
        assert hit is not None
        assert hit.article.subject == "invoice"

    @pytest.mark.parametrize("said", ["嗯嗯好的", "谢谢您", "我姓王", "我在幸福小区三号楼", "你好", "那行吧，再说吧"])
    def test_small_talk_brings_none(self, search: Search, today: date, said: str) -> None:
        assert live_suggestion(said, search=search, on=today) is None


class TestEdits:
    def test_every_shipped_question_has_its_vector_kept(self, shipped: Handbook) -> None:
        assert not [text for text in embedded_texts(shipped) if hash_of(text) not in shipped_vectors()]

    def test_only_changed_questions_are_embedded_again(
        self, article: Callable[..., Article], handbook_of: Callable[..., Handbook]
    ) -> None:
        asked: list[str] = []

        def counting(texts: Sequence[str]) -> Vectors:
            asked.extend(texts)
            return np.ones((len(texts), 384), dtype=np.float32) / np.float32(np.sqrt(384))

        before = Search(handbook_of(article()), embed=counting, kept={})
        asked.clear()
        Search(handbook_of(article(questions=["电表转得太快了", "表走得不对劲"])), embed=counting, kept=before.kept)
        assert asked == ["电表转得太快了", "表走得不对劲"][1:]
