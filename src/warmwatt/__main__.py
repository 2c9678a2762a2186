"""The command line."""

from warmwatt.commands import app


def main() -> None:
    """This function will run the command that the arguments name."""
    app()


if __name__ == "__main__":
    main()
