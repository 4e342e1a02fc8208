"""Sealing what people confide: keys, and what is written with them."""
