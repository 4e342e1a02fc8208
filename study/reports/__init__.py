"""Rules of resale reports: a case, its states and who moves it, rewards, limits, numbers."""
