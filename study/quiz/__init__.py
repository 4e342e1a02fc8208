"""Quizzes: questions from materials, distractors, play, memory."""
