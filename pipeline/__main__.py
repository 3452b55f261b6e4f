"""`python -m pipeline` is `opclaims`."""

from pipeline.cli import app

if __name__ == "__main__":
    app(prog_name="opclaims")
