"""What the chat features share of NoneBot: the gate, the command table, sending, failures."""
