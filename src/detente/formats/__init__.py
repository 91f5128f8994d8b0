"""What goes out: a reading as text for the terminal, as JSON, as TimeML, its statements as JSON-LD."""
