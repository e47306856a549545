"""How the weights in `workbench/match/data/rank.json` are fitted."""
