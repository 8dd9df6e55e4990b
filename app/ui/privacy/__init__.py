"""The privacy page: what was tried, what came of it, and what this program cannot promise."""
