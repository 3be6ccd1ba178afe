"""Claims to judgements, incidents and tallies."""
