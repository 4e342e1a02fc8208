"""Rules of evidence: what is taken, what it is known again by."""
