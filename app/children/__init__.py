"""What every child process shares: the line protocol, and what it does before it touches anything."""
