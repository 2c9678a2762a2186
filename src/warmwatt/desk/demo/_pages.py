"""Reads the demo utility's own data files, which ship beside its handbook."""

from importlib.resources import files
from typing import Any

import yaml

HOME = files("warmwatt") / "handbooks" / "jiangzhou"
HANDBOOK = "jiangzhou"


def demo_page(name: str) -> Any:
    """This function will return the parsed content of `demo/{name}.yaml`."""
    return yaml.safe_load((HOME / "demo" / f"{name}.yaml").read_text(encoding="utf-8"))
