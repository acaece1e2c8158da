"""The reports of the coordinator in the catalogue, and what hands the work over."""

from __future__ import annotations

from app.reporting import handover, handover_examples
from app.reporting.catalogue import Document

OTHERS = (
    Document(
        "handover",
        "引継書",
        (),
        handover.make,
        handover_examples.HANDOVER,
        has_order=False,
    ),
)
