"""Channels: chat, phone, recordings, SMS, webhooks, model providers."""
