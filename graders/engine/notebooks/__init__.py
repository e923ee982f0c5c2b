"""The course as notebooks, for nbgrader: what students get, and how what they hand in is graded.

``source`` makes the notebooks; ``restored`` puts a submitted one in order; ``autograde`` has what nbgrader
runs in the place of a kernel, ``policies`` its plugins, and ``run`` grades students side by side. Only
``autograde``, ``policies`` and ``run`` import nbgrader, which takes seconds.
"""
