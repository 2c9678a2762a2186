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
from warmwatt.conversations._mask import mask_conversation, mask_text
from warmwatt.conversations._read_transcript import TranscriptProblem, read_transcripts, write_transcript
from warmwatt.conversations._vcon import read_vcon, write_vcon

__all__ = [
    "Agent",
    "Channel",
    "Conversation",
    "CriterionLabel",
    "Known",
    "Labels",
    "PromiseLabel",
    "TranscriptProblem",
    "Turn",
    "Who",
    "mask_conversation",
    "mask_text",
    "read_transcripts",
    "read_vcon",
    "write_transcript",
    "write_vcon",
]
