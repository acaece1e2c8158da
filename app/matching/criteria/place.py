"""How near a supporter is to where help is wanted, and how they get there."""

from __future__ import annotations

from collections.abc import Hashable

from app.matching.reason import Measure, Reason, against, portion
from app.matching.wanted import Load, Wanted
from app.matching.weights import Criterion, Weights
from app.supporters.offer import Offer
from app.supporters.supporter import Transport

_NEAR = ((1.0, 4), (3.0, 3), (6.0, 2), (10.0, 1))
"""Kilometres, and how many quarters of the points up to there."""


def place(wanted: Wanted, weights: Weights) -> Measure:
    """Judge by how near somebody lives or goes, and by the car that is needed."""
    district, car = wanted.district, Transport.CAR
    quarters = {town: _quarters(kilometres) for town, kilometres in wanted.distances.items()}

    def part(offer: Offer, _load: Load) -> Hashable:
        goes, home, ways = offer.districts, offer.home_district, offer.transport
        return (
            district in goes if goes else None,
            home == district if home is not None else None,
            quarters.get(offer.town),
            car in ways if ways else None,
        )

    def reasons(offer: Offer, _load: Load) -> tuple[Reason, ...]:
        return (
            _place(wanted, offer, weights[Criterion.PLACE]),
            _transport(wanted, offer, weights[Criterion.TRANSPORT]),
        )

    return Measure(part, reasons)


def _place(wanted: Wanted, offer: Offer, worth: int) -> Reason:
    """Count the distance where it is known and matters, otherwise the district.

    Who goes to other districts only is ruled out.
    """
    if not wanted.distance_matters:
        return Reason("離れていてもできる支援です", worth, Criterion.PLACE)
    if wanted.district is None and not wanted.distances:
        return Reason("場所は問いません", worth, Criterion.PLACE)
    if offer.districts and wanted.district not in (None, *offer.districts):
        text = f"活動できる圏域に{wanted.district_name}が入っていません"
        return against(text, Criterion.PLACE)
    kilometres = wanted.distances.get(offer.town)
    if kilometres is not None:
        text, quarters = f"お住まいの町から約{kilometres:.1f}km", _quarters(kilometres)
    else:
        text, quarters = _district(wanted, offer)
    return Reason(text, portion(worth, quarters, 4), Criterion.PLACE)


def _quarters(kilometres: float) -> int:
    return next((share for far, share in _NEAR if kilometres <= far), 0)


def _district(wanted: Wanted, offer: Offer) -> tuple[str, int]:
    if wanted.district is None:
        return "場所までの距離が分かりません（半分の点）", 2
    if offer.home_district == wanted.district:
        return f"{wanted.district_name}にお住まい", 4
    if offer.districts:
        return f"{wanted.district_name}で活動できる", 3
    if offer.home_district is None:
        return "お住まいの圏域が分かりません（半分の点）", 2
    return f"{wanted.district_name}の外にお住まい（圏域の指定なし）", 2


def _transport(wanted: Wanted, offer: Offer, worth: int) -> Reason:
    """Count the car that is needed; who is known to have none is ruled out."""
    if not wanted.car_needed:
        return Reason("車は要りません", worth, Criterion.TRANSPORT)
    if not offer.transport:
        text = "車が要りますが、移動手段を聞いていません（半分の点）"
        return Reason(text, portion(worth, 1, 2), Criterion.TRANSPORT)
    if Transport.CAR not in offer.transport:
        text = "車が要りますが、移動手段に自家用車がありません"
        return against(text, Criterion.TRANSPORT)
    rides = "（人を乗せることもできる）" if offer.gives_rides else "（人は乗せない）"
    return Reason(f"自家用車がある{rides}", worth, Criterion.TRANSPORT)
