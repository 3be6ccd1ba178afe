"""What pages and API share of HTTP: what an address asks for, and whether an answer still holds."""
