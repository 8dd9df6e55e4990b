"""Views of an answer: each the same at the desk and on the shared screen, drawn from a shared page alone."""
