"""設定 → 事業区分: the programmes expenses are divided over; the first is this work."""

from __future__ import annotations

from app.accounting import commands, queries
from app.gui.settings.named_master_section import Master, NamedMasterSection, columns_of


class AccountProgrammesSection(NamedMasterSection):
    """The programmes."""

    COLUMNS = columns_of("事業区分", width=14)
    MASTER = Master(
        word="事業区分",
        about="家賃や電話のように、ほかの事業と分けて負担する経費の按分先です。一番上はこの業務で、"
        "決算書にはこの業務の分だけが載ります。名前は変更できます。",
        tables=frozenset({"account_programme"}),
        query=queries.programmes,
        add=commands.add_programme,
        change=commands.rename_programme,
        move=commands.move_programme,
        retire=commands.retire_programme,
        remove=commands.remove_programme,
    )
