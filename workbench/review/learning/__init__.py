"""The queue that learns: from decisions, and from labelled files, to the orders of the queue.

What is learned ranks claims; it never decides, changes or hides one. Nothing heavy is imported
by importing this package.
"""
