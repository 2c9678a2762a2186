"""A list of wordings hears what its patterns joined would hear, and is quick about it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmwatt.handbook import Chorus, CueList, PhraseList, Wordings, shipped_handbook, wordings
from warmwatt.handbook._wordings import letters_needed

HANDBOOK = shipped_handbook("jiangzhou")
LISTS = [entry.patterns for entry in (*HANDBOOK.of(CueList), *HANDBOOK.of(PhraseList)) if entry.patterns]
SOME = [wordings(patterns) for patterns in LISTS[::7]]
ALL_AT_ONCE = Chorus(SOME)
LETTERS = sorted({letter for patterns in LISTS for pattern in patterns for letter in pattern if letter > "一"})


class TestLettersNeeded:
    @pytest.mark.parametrize(
        ("pattern", "letters"),
        [
            ("停电", "停"),
            ("(?:亮|灭)灯", "灯"),
            ("亮|灭", "亮灭"),
            ("[0-3]号?", "0123"),
            ("灯?", ""),
            (".*", ""),
            ("[^灯]", ""),
            ("(灯|.)", ""),
            ("(?!灯)亮+", "亮"),
            ("我的电表", "电"),
        ],
    )
    def test_every_match_holds_one_of_them(self, pattern: str, letters: str) -> None:
        assert letters_needed(pattern) == frozenset(letters)


class TestSearch:
    def test_earliest_match_wins_and_then_the_earliest_pattern(self) -> None:
        found = Wordings(["灯", "楼上", "楼"]).search("楼上亮着灯")
        assert found is not None
        assert found.group() == "楼上"

    def test_nothing_listed_hears_nothing(self) -> None:
        assert Wordings([]).search("楼上亮着灯") is None

    # The first look at a list compiles it, which takes longer than a later one.
    @settings(deadline=None)
    @given(text=st.text(alphabet=[*LETTERS, *"0123，,。?! "], min_size=1, max_size=30), which=st.integers(min_value=0))
    def test_list_says_what_its_joined_patterns_say(self, text: str, which: int) -> None:
        patterns = LISTS[which % len(LISTS)]
        joined = re.search("|".join(f"(?:{pattern})" for pattern in patterns), text)
        found = wordings(patterns).search(text)
        assert (found and found.span()) == (joined and joined.span())


class TestChorus:
    def test_only_lists_that_the_text_may_hold_are_named(self) -> None:
        chorus = Chorus([Wordings(["停电"]), Wordings(["交费", ".欠"]), Wordings(["^喂?"])])
        assert chorus.possible("交了费还欠着") == [1, 2]
        assert chorus.possible("") == [2]

    # The first look at a list compiles it, which takes longer than a later one.
    @settings(deadline=None)
    @given(text=st.text(alphabet=LETTERS, min_size=1, max_size=30))
    def test_no_list_that_is_heard_goes_unnamed(self, text: str) -> None:
        heard = {place for place, each in enumerate(SOME) if each.search(text)}
        assert heard <= set(ALL_AT_ONCE.possible(text))
