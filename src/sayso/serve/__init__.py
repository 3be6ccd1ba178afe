"""How people reach it: command line, API, pages."""
