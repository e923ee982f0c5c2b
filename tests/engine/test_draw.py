"""Drawn points: the same for the same seed, with few digits, never whole."""

from graders.engine import draw


def test_seed_depends_on_every_part():
    """A seed depends on all of its parts, and fits a number of JSON's."""
    seeds = {draw.seed_of(*parts) for parts in [("a", "b"), ("ab",), ("a", "c"), ("a", "b", 1)]}
    assert len(seeds) == 4
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
