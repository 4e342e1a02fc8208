"""Key phrases: formulations that a study group would underline, their items, their history."""
