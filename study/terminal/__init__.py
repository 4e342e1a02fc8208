"""A terminal that plays a OneBot v11 implementation to a bot process of its own."""
