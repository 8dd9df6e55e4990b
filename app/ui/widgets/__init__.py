"""Parts that several screens share. Each takes its theme through its constructor."""
