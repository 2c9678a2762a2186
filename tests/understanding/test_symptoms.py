"""What is wrong, in the caller's words; what the caller denies is not."""

import pytest

from warmwatt.understanding._symptom import symptom_in


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("配电箱在打火", "配电箱在打火"),
        ("没有打火,也没闻到焦味", None),
        ("没跳闸,就是屋里没电", "就是屋里没电"),
        ("线垂下来了,没冒烟", "线垂下来了"),
    ],
)
def test_denied_fault_is_no_symptom(said: str, wanted: str | None) -> None:
    heard = symptom_in(said, None)
    assert (heard in (wanted, (wanted or "").removeprefix("就是"))) if wanted else heard is None
