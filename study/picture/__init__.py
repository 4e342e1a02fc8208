"""Rules of the picture of somebody's progress; they need the optional extra `picture`."""
