"""How nbgrader grades this course: in calcgrade's confined worker, without a kernel.

Copied to a course directory by `calcgrade nbgrader DIR`. What is not said here is as nbgrader has it.
"""

c = get_config()  # noqa: F821 - nbgrader's own

HOUSE = "graders.engine.notebooks"

c.CourseDirectory.course_id = "calculus"
c.IncludeHeaderFooter.header = "source/header.ipynb"

# A submission is read in bounds and built anew, then graded in the worker. `Execute` is not among these.
c.Autograde.exporter_class = f"{HOUSE}.autograde.SubmissionExporter"
c.Autograde.sanitize_preprocessors = []
c.Autograde.autograde_preprocessors = [
    f"{HOUSE}.autograde.Grade",
    "nbgrader.preprocessors.SaveAutoGrades",
    f"{HOUSE}.autograde.Advise",
    "nbgrader.preprocessors.AssignLatePenalties",
]

# Being late costs what config/course.yaml says, counted from the due dates that nbgrader knows.
c.AssignLatePenalties.plugin_class = f"{HOUSE}.policies.LatePolicy"
