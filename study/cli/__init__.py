"""The command line: everything that is done without the chat. `python -m study --help`."""
