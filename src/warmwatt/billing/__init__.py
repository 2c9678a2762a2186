"""Billing: what the bill should be, line by line, why it changed."""
