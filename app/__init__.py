"""Trialogue: three voices, one screen. Reading AI answers together in the therapy room, offline."""

__version__ = "0.1.0"
