"""Layer 2's ear is the handbook's: one small embedding model in memory, one memory of texts already embedded."""

from warmwatt.handbook import EmbeddingBusy, EmbeddingMissing, embedded, embedded_soon

__all__ = ["EmbeddingBusy", "EmbeddingMissing", "embedded", "embedded_soon"]
