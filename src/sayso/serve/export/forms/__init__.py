"""Forms that a sheet is written in, one module each."""
