"""The model's child process. Knows no Qt, no vault and no key."""
