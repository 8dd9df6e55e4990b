"""The windows and what they are made of. Views never decide."""
