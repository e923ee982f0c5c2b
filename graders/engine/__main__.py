"""The command, as ``python -m graders.engine``."""

from graders.engine.cli import main

main()
