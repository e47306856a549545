"""`python -m workbench` is the command `workbench`."""

from workbench.cli.main import program

if __name__ == "__main__":
    program()
