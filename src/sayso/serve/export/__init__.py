"""Records as tables and files for other programs."""
