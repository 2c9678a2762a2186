"""Outages: indoor or outdoor, who else is out, what failed, until when."""
