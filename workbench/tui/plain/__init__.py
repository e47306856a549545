"""The review line by line: for screen readers, and for pipes."""
