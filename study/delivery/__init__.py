"""Getting messages out: when they are due, and in which pieces."""
