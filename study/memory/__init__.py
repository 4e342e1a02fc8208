"""Rules of remembering: what is due when, and what a person's attempts come to."""
