"""Conversations: turns, timing measures, masking of personal data, transcripts in and out."""

from warmwatt.conversations._conversation import (
    Agent,
    Channel,
    Conversation,
    CriterionLabel,
    Known,
    Labels,
    PromiseLabel,
    Turn,
    Who,
)

__all__ = [
    "Agent",
    "Channel",
    "Conversation",
    "CriterionLabel",
    "Known",
    "Labels",
    "PromiseLabel",
    "Turn",
    "Who",
]
