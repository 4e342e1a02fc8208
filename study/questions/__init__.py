"""Questions: what they are, and how they are made from a material by rules."""
