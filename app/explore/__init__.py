"""Pure work on text: an answer read as statements. Knows no Qt, no SQL and no model."""
