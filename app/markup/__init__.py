"""Marked-up text of strangers as plain text: what the readers of files and the window's fields both need."""
