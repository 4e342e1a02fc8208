"""Rules of membership: how long it runs, what it opens, and the codes that bring it."""
