"""Tests of the controllers, on a real vault and a real event loop."""
