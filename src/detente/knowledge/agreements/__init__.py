"""Well-known agreements between states, and the words of agreements."""
