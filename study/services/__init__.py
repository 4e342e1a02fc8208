"""Use cases: one file for each thing a person does. The only callers of storage."""
