"""How two marks of one statement stand to each other."""

import pytest

from app.domain.mark import Fit, Relation, relation

WHOLE_TABLE = {
    (Fit.FITS, Fit.FITS): Relation.SAME,
    (Fit.FITS, Fit.PARTLY): Relation.CLOSE,
    (Fit.FITS, Fit.DOES_NOT_FIT): Relation.TWO_VIEWS,
    (Fit.FITS, Fit.NOT_SURE): Relation.OPEN,
    (Fit.FITS, None): None,
    (Fit.PARTLY, Fit.PARTLY): Relation.SAME,
    (Fit.PARTLY, Fit.DOES_NOT_FIT): Relation.CLOSE,
    (Fit.PARTLY, Fit.NOT_SURE): Relation.OPEN,
    (Fit.PARTLY, None): None,
    (Fit.DOES_NOT_FIT, Fit.DOES_NOT_FIT): Relation.SAME,
    (Fit.DOES_NOT_FIT, Fit.NOT_SURE): Relation.OPEN,
    (Fit.DOES_NOT_FIT, None): None,
    (Fit.NOT_SURE, Fit.NOT_SURE): Relation.OPEN,
    (Fit.NOT_SURE, None): None,
    (None, None): None,
}


@pytest.mark.parametrize("pair", WHOLE_TABLE, ids=str)
def test_two_marks_stand_to_each_other_as_the_table_says_whoever_made_which(
    pair: tuple[Fit | None, Fit | None],
) -> None:
    one, other = pair
    assert relation(one, other) is WHOLE_TABLE[pair]
    assert relation(other, one) is WHOLE_TABLE[pair]


def test_the_table_has_every_pair() -> None:
    fits = [*Fit, None]
    both_ways = {frozenset(pair) for pair in WHOLE_TABLE}
    assert both_ways == {frozenset((one, other)) for one in fits for other in fits}
