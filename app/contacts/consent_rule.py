"""Which consent what leaves the office needs, and what follows where somebody lacks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.contacts.person import ConsentDraft, ConsentItem

NEEDED_BY: Mapping[str, ConsentItem] = {
    "labels": ConsentItem.MAILINGS,
    "envelopes": ConsentItem.MAILINGS,
    "letter": ConsentItem.MAILINGS,
}
"""By document of the catalogue: the consent without which somebody may be left out of it."""

_NEVER = {
    ConsentItem.PURPOSE: "「{item}」の記録がありません。",
    ConsentItem.MAILINGS: "「{item}」の同意の記録がありません。"
    "同意のある方だけに送る宛名・案内状からは除かれます。",
}
_WITHDRAWN = {
    ConsentItem.MAILINGS: "「{item}」の同意は撤回されています。宛名・案内状から除かれます。",
}
_ANY_WITHDRAWN = "「{item}」の同意は撤回されています。"


def lacking(consents: Iterable[ConsentDraft]) -> tuple[str, ...]:
    """Return what somebody with these consents lacks that matters, each as a sentence.

    A consent withdrawn counts as lacking unless the same item was given anew; of those never
    given only the ones matter that what the office does every day depends on.
    """
    known = list(consents)
    holds = {one.item for one in known if one.withdrawn_on is None}
    withdrawn = {one.item for one in known} - holds
    said = []
    for item in ConsentItem:
        if item in withdrawn:
            said.append(_WITHDRAWN.get(item, _ANY_WITHDRAWN).format(item=item.label))
        elif item not in holds and item in _NEVER:
            said.append(_NEVER[item].format(item=item.label))
    return tuple(said)
