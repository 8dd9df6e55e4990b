"""What stands on the shared screen: one frame, and the pages in it. Drawn from shared pages alone."""
