"""Live push to the pages: each is sent the pieces of itself that changed."""

from warmwatt.workbench.live._board import BoardLive
from warmwatt.workbench.live._customer import CustomerLive, holds_key
from warmwatt.workbench.live._desk import DeskLive, may_see
from warmwatt.workbench.live._draw import correction_pieces, customer_context

__all__ = ["BoardLive", "CustomerLive", "DeskLive", "correction_pieces", "customer_context", "holds_key", "may_see"]
