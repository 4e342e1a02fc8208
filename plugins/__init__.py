"""Chat features, one folder each; `_chat` is what they share."""
