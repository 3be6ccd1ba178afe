"""Names to parties, places and dates. Every name of a party, demonym or place lives here, in knowledge/."""
