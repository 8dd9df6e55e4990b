"""Tests of the page to take home: read by other programs than the one that made it."""
