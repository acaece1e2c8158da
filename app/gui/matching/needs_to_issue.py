"""From needs to an issue: those selected in their list are gathered into a new one (集約)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.act_form import Act, ActForm, Refused
from app.kernel.errors import Refusal
from app.local_issues import commands
from app.local_issues.local_issue import BroughtBy, IssueScope, LocalIssueDraft, LocalIssueId
from app.matching.need import NeedId


class NeedsToIssue:
    """Asks what the issue is called and how wide it is; ``made`` is told its key."""

    def __init__(
        self,
        store: ObservableStore,
        form: ActForm,
        today: Callable[[], date],
        back: QWidget,
        made: Callable[[LocalIssueId], object],
    ) -> None:
        self._store, self._form, self._today = store, form, today
        self._back, self._made = back, made

    def begin(self, needs: Sequence[int], content: str) -> None:
        """Ask for the issue these needs show; ``content`` is what the first of them says."""

        def write(act: Act, refused: Refused) -> bool:
            return self._gather(needs, content, act, refused)

        self._form.begin(
            f"選んだ{len(needs)}件のニーズを課題にまとめる",
            "課題にする",
            {"text": "課題の件名", "on": "把握した日", "choice": "広がり"},
            Act(IssueScope.DISTRICT, self._today()),
            write,
            choices=[(one.label, one) for one in IssueScope],
            back=self._back,
        )

    def _gather(self, needs: Sequence[int], content: str, act: Act, refused: Refused) -> bool:
        def say(refusal: Refusal) -> None:
            names = {"title": "text", "found_on": "on", "districts": "choice"}
            fields = {names.get(name, name): text for name, text in refusal.fields.items()}
            refused(Refusal(refusal.text, fields))

        done = self._store.do(
            f"ニーズを課題にまとめる（{act.text[:20]}）",
            commands.issue_from_needs,
            [NeedId(key) for key in needs],
            LocalIssueDraft(
                act.text,
                act.on or self._today(),
                scope=act.choice,
                brought_by=BroughtBy.NEED,
                content=content,
            ),
            on_refusal=say,
        )
        if done is not None:
            self._made(done.result)
        return done is not None
