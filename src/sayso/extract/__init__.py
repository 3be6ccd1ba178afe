"""Document to Attribution and Claim."""
