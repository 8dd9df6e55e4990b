"""Tests of the encrypted vault, on a real SQLCipher and real processes."""
