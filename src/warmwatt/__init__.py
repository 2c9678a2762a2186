"""Warmwatt 暖电: the desk that a power company's customer service works at."""

__version__ = "0.1.0"
