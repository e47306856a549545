"""Verdict schemes, the queue, decisions, undo and redo."""
