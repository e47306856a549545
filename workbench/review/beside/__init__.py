"""What stands beside a claim: earlier verdicts, claims that contradict it, and taking them over."""
