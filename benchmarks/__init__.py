"""Measurements beside a bare bot. `python3 -m benchmarks`; no part of the tests."""
