"""Checking a quotation against the library: what is right in it, what is not, by which source."""
