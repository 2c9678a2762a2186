"""Workbench: pages, API, live push, sign-in."""
