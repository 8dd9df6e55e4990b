"""Tests of the domain, and the small session that they share."""
