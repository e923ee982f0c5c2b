"""Drawn points: the same for the same seed, with few digits, never whole."""

from graders.engine import draw, suites
from graders.engine.intake import Submission


def test_seed_depends_on_every_part():
    """A seed depends on all of its parts, and fits a number of JSON's."""
    seeds = {draw.seed_of(*parts) for parts in [("a", "b"), ("ab",), ("a", "c"), ("a", "b", 1)]}
    assert len(seeds) == 4
    assert draw.seed_of("a", "b", key=b"secret") not in seeds
    assert max(seeds) < 2**56


def test_draws():
    """Numbers lie within their bounds and are not whole; points have no symmetry."""
    with draw.seeded(3) as drawn:
        assert draw.seed() == 3
        numbers = drawn.numbers(200, -2, 5)
        points = drawn.points(50, -4, 4)
        assert drawn.array((2, 3), 0, 1).shape == (2, 3)
    assert all(
        -2 <= number <= 5 and number != round(number) and round(number, 2) == number for number in numbers
    )
    assert all(abs(x) != abs(y) and x and y for x, y in points)
    with draw.seeded(3) as again:
        assert again.numbers(200, -2, 5) == numbers
    assert draw.seed() == 0


def test_seed_of_a_submission_is_keyed(monkeypatch):
    """A re-run has the same seed; another key, another seed."""
    submission = Submission("s", {"lesson01_differentiation.py": b"x = 1"})
    monkeypatch.delenv(suites.KEY, raising=False)
    seeds = [suites.seed_of(submission)]
    for key in ("one", "one", "two"):
        monkeypatch.setenv(suites.KEY, key)
        seeds.append(suites.seed_of(submission))
    assert seeds[1] == seeds[2]
    assert len(set(seeds)) == 3
