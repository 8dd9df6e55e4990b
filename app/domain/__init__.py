"""What the program is about, in plain frozen dataclasses. Knows no Qt, no SQL and no model."""
