"""The project's commands: thin modules that the Makefile runs as ``python -m scripts.NAME``."""
