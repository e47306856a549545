"""The store of Workbench: what is kept, and how.

Importing this package imports nothing heavy; `db.rows` is free of SQL, the rest is loaded by use.
"""

# `import workbench` looks for this name, to tell our `db` from a foreign one.
OWNER = "claim-workbench"
