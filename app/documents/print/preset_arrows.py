"""Recipes of arrows and connectors; see ``preset_shapes``."""

_TO_SIDE = (
    "adj1=50000; adj2=50000; m */ 100000 w ss; a1 pin 0 adj1 100000; a2 pin 0 adj2 m;"
    "d */ ss a2 100000; dy */ h a1 200000; y1 +- vc 0 dy; y2 +- vc dy 0; e */ y1 d hd2;"
)
_UP_OR_DOWN = (
    "adj1=50000; adj2=50000; m */ 100000 h ss; a1 pin 0 adj1 100000; a2 pin 0 adj2 m;"
    "d */ ss a2 100000; dx */ w a1 200000; x1 +- hc 0 dx; x2 +- hc dx 0; e */ x1 d wd2;"
)
_HALF_W = "x2 */ w adj1 100000; x1 +/ l x2 2; x3 +/ r x2 2;"
_HALF_H = "y4 */ h adj2 100000; y1 +/ t y4 2; y2 +/ t y1 2; y3 +/ y1 y4 2; y5 +/ b y4 2;"

ARROWS = {
    "bentConnector2": "P-fill M l t L r t L r b",
    "bentConnector3": "adj1=50000; x1 */ w adj1 100000; P-fill M l t L x1 t L x1 b L r b",
    "bentConnector4": "adj1=50000; adj2=50000; x1 */ w adj1 100000; y2 */ h adj2 100000;"
    "P-fill M l t L x1 t L x1 y2 L r y2 L r b",
    "bentConnector5": "adj1=50000; adj2=50000; adj3=50000; x1 */ w adj1 100000; x3 */ w adj3"
    " 100000;"
    "y2 */ h adj2 100000; P-fill M l t L x1 t L x1 y2 L x3 y2 L x3 b L r b",
    "curvedConnector2": "P-fill M l t C wd2 t r hd2 r b",
    "curvedConnector3": f"adj1=50000; {_HALF_W} y3 */ h 3 4;"
    "P-fill M l t C x1 t x2 hd4 x2 vc C x2 y3 x3 b r b",
    "curvedConnector4": f"adj1=50000; adj2=50000; {_HALF_W} x4 +/ x2 x3 2; x5 +/ x3 r 2; {_HALF_H}"
    "P-fill M l t C x1 t x2 y2 x2 y1 C x2 y3 x4 y4 x3 y4 C x5 y4 r y5 r b",
    "curvedConnector5": "adj1=50000; adj2=50000; adj3=50000; x3 */ w adj1 100000; x6 */ w adj3"
    " 100000;"
    f"x1 +/ x3 x6 2; x2 +/ l x3 2; x4 +/ x3 x1 2; x5 +/ x6 x1 2; x7 +/ x6 r 2; {_HALF_H}"
    "y6 +/ y5 y4 2; y7 +/ y5 b 2;"
    "P-fill M l t C x2 t x3 y2 x3 y1 C x3 y3 x4 y4 x1 y4 C x5 y4 x6 y6 x6 y5 C x6 y7 x7 b r b",
    "rightArrow": f"{_TO_SIDE} x1 +- r 0 d; x2 +- x1 e 0; T l y1 x2 y2;"
    "P M l y1 L x1 y1 L x1 t L r vc L x1 b L x1 y2 L l y2 Z",
    "leftArrow": f"{_TO_SIDE} x1 +- d 0 e; T x1 y1 r y2;"
    "P M l vc L d t L d y1 L r y1 L r y2 L d y2 L d b Z",
    "upArrow": f"{_UP_OR_DOWN} y1 +- d 0 e; T x1 y1 x2 b;"
    "P M l d L hc t L r d L x2 d L x2 b L x1 b L x1 d Z",
    "downArrow": f"{_UP_OR_DOWN} y1 +- b 0 d; y2 +- y1 e 0; T x1 t x2 y2;"
    "P M l y1 L x1 y1 L x1 t L x2 t L x2 y1 L r y1 L hc b Z",
    "leftRightArrow": "adj1=50000; adj2=50000; m */ 50000 w ss; a1 pin 0 adj1 100000;"
    "a2 pin 0 adj2 m; x2 */ ss a2 100000; x3 +- r 0 x2; dy */ h a1 200000; y1 +- vc 0 dy;"
    "y2 +- vc dy 0; e */ y1 x2 hd2; x1 +- x2 0 e; x4 +- x3 e 0; T x1 y1 x4 y2;"
    "P M l vc L x2 t L x2 y1 L x3 y1 L x3 t L r vc L x3 b L x3 y2 L x2 y2 L x2 b Z",
    "upDownArrow": "adj1=50000; adj2=50000; m */ 50000 h ss; a1 pin 0 adj1 100000;"
    "a2 pin 0 adj2 m; y2 */ ss a2 100000; y3 +- b 0 y2; dx */ w a1 200000; x1 +- hc 0 dx;"
    "x2 +- hc dx 0; e */ x1 y2 wd2; y1 +- y2 0 e; y4 +- y3 e 0; T x1 y1 x2 y4;"
    "P M l y2 L hc t L r y2 L x2 y2 L x2 y3 L r y3 L hc b L l y3 L x1 y3 L x1 y2 Z",
    "quadArrow": "adj1=22500; adj2=22500; adj3=22500; a2 pin 0 adj2 50000; m1 */ a2 2 1;"
    "a1 pin 0 adj1 m1; q1 +- 100000 0 m1; m3 */ q1 1 2; a3 pin 0 adj3 m3; x1 */ ss a3 100000;"
    "d2 */ ss a2 100000; x2 +- hc 0 d2; x5 +- hc d2 0; d3 */ ss a1 200000; x3 +- hc 0 d3;"
    "x4 +- hc d3 0; x6 +- r 0 x1; y2 +- vc 0 d2; y5 +- vc d2 0; y3 +- vc 0 d3; y4 +- vc d3 0;"
    "y6 +- b 0 x1; P M l vc L x1 y2 L x1 y3 L x3 y3 L x3 x1 L x2 x1 L hc t L x5 x1 L x4 x1 L x4 y3"
    " L x6 y3 L x6 y2 L r vc L x6 y5 L x6 y4 L x4 y4 L x4 y6 L x5 y6 L hc b L x2 y6 L x3 y6 L x3 y4"
    " L x1 y4 L x1 y5 Z",
    "bentArrow": "adj1=25000; adj2=25000; adj3=25000; adj4=43750; a2 pin 0 adj2 50000; m1 */ a2"
    " 2 1;"
    "a1 pin 0 adj1 m1; a3 pin 0 adj3 50000; th */ ss a1 100000; aw */ ss a2 100000; t2 */ th 1 2;"
    "dh +- aw 0 t2; ah */ ss a3 100000; bw +- r 0 ah; bh +- b 0 dh; bs min bw bh;"
    "m4 */ 100000 bs ss; a4 pin 0 adj4 m4; bd */ ss a4 100000; b3 +- bd 0 th; b2 max b3 0;"
    "x3 +- th b2 0; x4 +- r 0 ah; y3 +- dh th 0; y4 +- y3 dh 0; y5 +- dh bd 0; y6 +- y3 b2 0;"
    "P M l b L l y5 A bd bd cd2 cd4 L x4 dh L x4 t L r aw L x4 y4 L x4 y3 L x3 y3"
    " A b2 b2 3cd4 -5400000 L th b Z",
    "bentUpArrow": "adj1=25000; adj2=25000; adj3=25000; a1 pin 0 adj1 50000; a2 pin 0 adj2 50000;"
    "a3 pin 0 adj3 50000; y1 */ ss a3 100000; d1 */ ss a2 50000; x1 +- r 0 d1;"
    "d3 */ ss a2 100000; x3 +- r 0 d3; d2 */ ss a1 200000; x2 +- x3 0 d2; x4 +- x3 d2 0;"
    "dy */ ss a1 100000; y2 +- b 0 dy; T l y2 x4 b;"
    "P M l y2 L x2 y2 L x2 y1 L x1 y1 L x3 t L r y1 L x4 y1 L x4 b L l b Z",
    "notchedRightArrow": f"{_TO_SIDE} x1 +- r 0 d; x2 +- x1 e 0; n */ dy d hd2; T n y1 x2 y2;"
    "P M l y1 L x1 y1 L x1 t L r vc L x1 b L x1 y2 L l y2 L n vc Z",
    "stripedRightArrow": "adj1=50000; adj2=50000; m */ 84375 w ss; a1 pin 0 adj1 100000;"
    "a2 pin 0 adj2 m; s4 */ ss 5 32; d */ ss a2 100000; x5 +- r 0 d; dy */ h a1 200000;"
    "y1 +- vc 0 dy; y2 +- vc dy 0; e */ dy d hd2; x6 +- r 0 e; T s4 y1 x6 y2;"
    "P M l y1 L ssd32 y1 L ssd32 y2 L l y2 Z M ssd16 y1 L ssd8 y1 L ssd8 y2 L ssd16 y2 Z"
    " M s4 y1 L x5 y1 L x5 t L r vc L x5 b L x5 y2 L s4 y2 Z",
    "homePlate": "adj=50000; m */ 100000 w ss; a pin 0 adj m; d */ ss a 100000; x1 +- r 0 d;"
    "ir +/ x1 r 2; T l t ir b; P M l t L x1 t L r vc L x1 b L l b Z",
    "chevron": "adj=50000; m */ 100000 w ss; a pin 0 adj m; x1 */ ss a 100000; x2 +- r 0 x1;"
    "x3 */ x2 1 2; d +- x2 0 x1; il ?: d x1 l; ir ?: d x2 r; T il t ir b;"
    "P M l t L x2 t L r vc L x2 b L l b L x1 vc Z",
    "rightArrowCallout": "adj1=25000; adj2=25000; adj3=25000; adj4=64977; m2 */ 50000 h ss;"
    "a2 pin 0 adj2 m2; m1 */ a2 2 1; a1 pin 0 adj1 m1; m3 */ 100000 w ss; a3 pin 0 adj3 m3;"
    "q */ a3 ss w; m4 +- 100000 0 q; a4 pin 0 adj4 m4; d1 */ ss a2 100000; d2 */ ss a1 200000;"
    "y1 +- vc 0 d1; y2 +- vc 0 d2; y3 +- vc d2 0; y4 +- vc d1 0; d3 */ ss a3 100000; x3 +- r 0 d3;"
    "x2 */ w a4 100000; T l t x2 b;"
    "P M l t L x2 t L x2 y2 L x3 y2 L x3 y1 L r vc L x3 y4 L x3 y3 L x2 y3 L x2 b L l b Z",
    "downArrowCallout": "adj1=25000; adj2=25000; adj3=25000; adj4=64977; m2 */ 50000 w ss;"
    "a2 pin 0 adj2 m2; m1 */ a2 2 1; a1 pin 0 adj1 m1; m3 */ 100000 h ss; a3 pin 0 adj3 m3;"
    "q */ a3 ss h; m4 +- 100000 0 q; a4 pin 0 adj4 m4; d1 */ ss a2 100000; d2 */ ss a1 200000;"
    "x1 +- hc 0 d1; x2 +- hc 0 d2; x3 +- hc d2 0; x4 +- hc d1 0; d3 */ ss a3 100000; y3 +- b 0 d3;"
    "y2 */ h a4 100000; T l t r y2;"
    "P M l t L r t L r y2 L x3 y2 L x3 y3 L x4 y3 L hc b L x1 y3 L x2 y3 L x2 y2 L l y2 Z",
}  # fmt: skip
