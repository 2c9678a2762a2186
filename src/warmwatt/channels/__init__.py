"""Channels: what carries words in and out: the clock worker and the senders of messages."""

from warmwatt.channels._clock import clock_inside, look_once, run_clock
from warmwatt.channels._console import send_to_console

__all__ = ["clock_inside", "look_once", "run_clock", "send_to_console"]
