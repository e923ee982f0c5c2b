"""The rubric of Calculus for Machine Learning: one suite a lesson, and the engine that runs them."""
