"""Banks of questions that people made: read from files, understood, written to files."""
