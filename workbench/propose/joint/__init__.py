"""What is found in a sentence besides the clause rules' claims, and which of it the queue shows."""
