"""Evaluation: the yardstick; measures what the rooms decide against labelled files."""
