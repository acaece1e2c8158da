from __future__ import annotations

from app.kernel.progress import Progress, Silent


def test_that_a_job_can_report_to_nobody() -> None:
    progress: Progress = Silent()

    progress.step(1, 2)
