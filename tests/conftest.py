"""What all tests share: a home of their own, and the real data where it lies beside the checkout."""

import os
import tempfile
from pathlib import Path

import pytest

# Before Django reads its settings: tests never touch the desk's own records.
os.environ.setdefault("WARMWATT_HOME", tempfile.mkdtemp(prefix="warmwatt-test-"))

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real and labelled data beside the checkout; tests that need it are skipped where it is absent."""
    folder = CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the shared data (../shared/data) is not beside this checkout")
    return folder
