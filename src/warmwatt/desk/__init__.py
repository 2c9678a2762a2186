"""Desk: joins the rooms for one live conversation or case; the only writer of records."""
