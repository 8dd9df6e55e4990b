"""Known models, and whether a model file is what it says. Checked before anything parses it."""
