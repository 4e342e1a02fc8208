"""Quizzes: how a question is put, answered and judged."""
