"""Readers for what clients bring: exports of chat services, documents, pictures of a phone's screen.

A reader runs in a child process (`python -m app.bring`), for one file, behind walls: what it parses was made by
strangers. The window imports `app.bring.messages` and nothing else from here.
"""
