"""Training of the attribution encoder. Needs the `train` extra; nothing here is used to read a report."""
