"""Recipes of flow chart signs; see ``preset_shapes``."""

_OVAL = "M l vc A wd2 hd2 cd2 cd4 A wd2 hd2 3cd4 cd4 A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z"
_OVAL_TEXT = (
    "idx cos wd2 2700000; idy sin hd2 2700000; il +- hc 0 idx; ir +- hc idx 0; it +- vc 0 idy;"
    "ib +- vc idy 0; T il it ir ib;"
)

FLOW = {
    "flowChartAlternateProcess": "x1 val ssd6; x2 +- r 0 x1; y2 +- b 0 x1; il */ x1 29289 100000;"
    "ir +- r 0 il; ib +- b 0 il; T il il ir ib; P M l x1 A x1 x1 cd2 cd4 L x2 t A x1 x1 3cd4 cd4"
    " L r y2 A x1 x1 0 cd4 L x1 b A x1 x1 cd4 cd4 Z",
    "flowChartInputOutput": "x5 */ w 4 5; T wd5 t x5 b; P@5,5 M 0 5 L 1 0 L 5 0 L 4 5 Z",
    "flowChartPredefinedProcess": "x2 */ w 7 8; T wd8 t x2 b; P-line M l t L r t L r b L l b Z;"
    "P-fill M wd8 t L wd8 b M x2 t L x2 b; P-fill M l t L r t L r b L l b Z",
    "flowChartInternalStorage": "T wd8 hd8 r b; P-line M l t L r t L r b L l b Z;"
    "P-fill M wd8 t L wd8 b M l hd8 L r hd8; P-fill M l t L r t L r b L l b Z",
    "flowChartDocument": "y1 */ h 17322 21600; T l t r y1;"
    "P@21600,21600 M 0 0 L 21600 0 L 21600 17322 C 10800 17322 10800 23922 0 20172 Z",
    "flowChartMultidocument": "y2 */ h 3675 21600; y8 */ h 17782 21600; x5 */ w 18595 21600;"
    "T l y2 x5 y8; P-line@21600,21600 M 0 20782 C 9298 23542 9298 18022 18595 18022 L 18595 3675"
    " L 0 3675 Z M 1532 3675 L 1532 1815 L 20000 1815 L 20000 16252 C 19298 16252 18595 16352"
    " 18595 16352 L 18595 3675 Z M 2972 1815 L 2972 0 L 21600 0 L 21600 14392 C 20800 14392 20000"
    " 14467 20000 14467 L 20000 1815 Z; P-fill@21600,21600 M 0 3675 L 18595 3675 L 18595 18022"
    " C 9298"
    " 18022 9298 23542 0 20782 Z M 1532 3675 L 1532 1815 L 20000 1815 L 20000 16252 C 19298 16252"
    " 18595 16352 18595 16352 M 2972 1815 L 2972 0 L 21600 0 L 21600 14392 C 20800 14392 20000"
    " 14467"
    " 20000 14467",
    "flowChartTerminator": "il */ w 1018 21600; ir */ w 20582 21600; it */ h 3163 21600;"
    "ib */ h 18437 21600; T il it ir ib; P@21600,21600 M 3475 0 L 18125 0 A 3475 10800 3cd4 cd2"
    " L 3475 21600 A 3475 10800 cd4 cd2 Z",
    "flowChartPreparation": "x2 */ w 4 5; T wd5 t x2 b; P@10,10 M 0 5 L 2 0 L 8 0 L 10 5 L 8 10"
    " L 2 10 Z",
    "flowChartManualInput": "T l hd5 r b; P@5,5 M 0 1 L 5 0 L 5 5 L 0 5 Z",
    "flowChartManualOperation": "x3 */ w 4 5; T wd5 t x3 b; P@5,5 M 0 0 L 5 0 L 4 5 L 1 5 Z",
    "flowChartOffpageConnector": "y1 */ h 4 5; T l t r y1; P@10,10 M 0 0 L 10 0 L 10 8 L 5 10 L"
    " 0 8 Z",
    "flowChartPunchedCard": "T l hd5 r b; P@5,5 M 0 1 L 1 0 L 5 0 L 5 5 L 0 5 Z",
    "flowChartSummingJunction": f"{_OVAL_TEXT} P-line {_OVAL}; P-fill M il it L ir ib M ir it L"
    " il ib;"
    f"P-fill {_OVAL}",
    "flowChartOr": f"{_OVAL_TEXT} P-line {_OVAL}; P-fill M hc t L hc b M l vc L r vc; P-fill"
    f" {_OVAL}",
    "flowChartCollate": "ir */ w 3 4; ib */ h 3 4; T wd4 hd4 ir ib; P@2,2 M 0 0 L 2 0 L 1 1 L 2"
    " 2 L 0 2 L 1 1 Z",
    "flowChartSort": "ir */ w 3 4; ib */ h 3 4; T wd4 hd4 ir ib; P-line M l vc L hc t L r vc L"
    " hc b Z;"
    "P-fill M l vc L r vc; P-fill M l vc L hc t L r vc L hc b Z",
    "flowChartExtract": "x2 */ w 3 4; T wd4 vc x2 b; P@2,2 M 0 2 L 1 0 L 2 2 Z",
    "flowChartMerge": "x2 */ w 3 4; T wd4 t x2 vc; P@2,2 M 0 0 L 2 0 L 1 2 Z",
    "flowChartOnlineStorage": "x2 */ w 5 6; T wd6 t x2 b;"
    "P@6,6 M 1 0 L 6 0 A 1 3 3cd4 -10800000 L 1 6 A 1 3 cd4 cd2 Z",
    "flowChartDelay": f"{_OVAL_TEXT} P M l t L hc t A wd2 hd2 3cd4 cd2 L l b Z",
    "flowChartMagneticDisk": "y2 */ h 5 6; T l hd3 r y2;"
    "P-line@6,6 M 0 1 A 3 1 cd2 cd2 L 6 5 A 3 1 0 cd2 Z; P-fill@6,6 M 6 1 A 3 1 0 cd2;"
    "P-fill@6,6 M 0 1 A 3 1 cd2 cd2 L 6 5 A 3 1 0 cd2 Z",
    "flowChartMagneticDrum": "x2 */ w 2 3; T wd6 t x2 b;"
    "P-line@6,6 M 1 0 L 5 0 A 1 3 3cd4 cd2 L 1 6 A 1 3 cd4 cd2 Z; P-fill@6,6 M 5 6 A 1 3 cd4 cd2;"
    "P-fill@6,6 M 1 0 L 5 0 A 1 3 3cd4 cd2 L 1 6 A 1 3 cd4 cd2 Z",
    "flowChartDisplay": "x2 */ w 5 6; T wd6 t x2 b; P@6,6 M 0 3 L 1 0 L 5 0 A 1 3 3cd4 cd2 L 1 6 Z",
}  # fmt: skip
