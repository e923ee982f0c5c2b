"""Places where submissions are graded with nobody watching: what each needs, in its own form."""

from importlib import resources
from typing import Final

FILES: Final = resources.files(__package__).joinpath("files")
WORKFLOW: Final = FILES.joinpath("classroom.yml")
