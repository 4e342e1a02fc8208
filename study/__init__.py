"""What the study-group bot knows and does. Nothing in here knows a chat framework."""

__version__ = "0.1.0"
