"""The place サポーター: who is registered, who could be, insurance, and the yearly round."""

from __future__ import annotations

from app.gui.framework.parted_page import Part, PartedPage
from app.gui.supporters.supporter_finder import find_supporters

_HERE = "app.gui.supporters."


class SupportersPlace(PartedPage):
    """Passes links on: ``supporter``, ``lacking`` and ``register`` to 登録者."""

    NAME = "supporters"
    TITLE = "サポーター"
    PARTS = (
        Part(
            "registered",
            "登録者",
            "supporters",
            f"{_HERE}registered_page",
            "RegisteredPage",
            ("supporter", "lacking", "register"),
        ),
        Part("candidates", "登録する", "person-add", f"{_HERE}register_page", "RegisterPage"),
        Part("insurance", "保険", "privacy", f"{_HERE}insurance_page", "InsurancePage"),
        Part("renewal", "更新と確認", "refresh", f"{_HERE}renewal_page", "RenewalPage"),
    )
    finders = (find_supporters,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.keys.add("次の部分（登録者・登録する…）を開く", "Ctrl+PgDown", self.next_part)
        self.keys.add("前の部分（登録者・登録する…）を開く", "Ctrl+PgUp", self.previous_part)
