"""Recipes of lines, plain shapes, stars, brackets and call-outs; see ``preset_shapes``."""

_RECT = "M l t L r t L r b L l b Z"
_OVAL = "M l vc A wd2 hd2 cd2 cd4 A wd2 hd2 3cd4 cd4 A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z"
_ROUND = (
    "M l x1 A x1 x1 cd2 cd4 L x2 t A x1 x1 3cd4 cd4 L r y2 A x1 x1 0 cd4 L x1 b A x1 x1 cd4 cd4 Z"
)
_OVAL_TEXT = (
    "idx cos wd2 2700000; idy sin hd2 2700000; il +- hc 0 idx; ir +- hc idx 0; it +- vc 0 idy;"
    "ib +- vc idy 0; T il it ir ib;"
)
_CORNER = "adj=16667; a pin 0 adj 50000; x1 */ ss a 100000; x2 +- r 0 x1; y2 +- b 0 x1;"
_INSIDE_ROUND = "il */ x1 29289 100000; ir +- r 0 il; ib +- b 0 il; T il il ir ib;"
_TWO_CORNERS = (
    "a1 pin 0 adj1 50000; a2 pin 0 adj2 50000; c1 */ ss a1 100000; c2 */ ss a2 100000;"
    "r1 +- r 0 c1; r2 +- r 0 c2; b1 +- b 0 c1; b2 +- b 0 c2;"
)
_ARC = (
    "sa pin 0 adj1 21599999; ea pin 0 adj2 21599999; sw1 +- ea 0 sa; sw2 +- sw1 21600000 0;"
    "sw ?: sw1 sw1 sw2; wt sin wd2 sa; ht cos hd2 sa; dx cat2 wd2 ht wt; dy sat2 hd2 ht wt;"
    "x1 +- hc dx 0; y1 +- vc dy 0;"
)
_FIVE = (
    "hf=105146; vf=110557; sw */ wd2 hf 100000; sh */ hd2 vf 100000; sv */ vc vf 100000;"
    "dx1 cos sw 1080000; dx2 cos sw 18360000; dy1 sin sh 1080000; dy2 sin sh 18360000;"
    "x1 +- hc 0 dx1; x2 +- hc 0 dx2; x3 +- hc dx2 0; x4 +- hc dx1 0; y1 +- sv 0 dy1;"
    "y2 +- sv 0 dy2;"
)
_POINTER = (
    "adj1=-20833; adj2=62500; dx */ w adj1 100000; dy */ h adj2 100000; px +- hc dx 0;"
    "py +- vc dy 0;"
)
_WEDGE = (
    "dq */ dx h w; ay abs dy; aq abs dq; dz +- ay 0 aq; xa ?: dx 7 2; xb ?: dx 10 5;"
    "x1 */ w xa 12; x2 */ w xb 12; ya ?: dy 7 2; yb ?: dy 10 5; y1 */ h ya 12; y2 */ h yb 12;"
    "s1 ?: dx l px; lx ?: dz l s1; s2 ?: dy x1 px; tx ?: dz s2 x1; s3 ?: dx px r; rx ?: dz r s3;"
    "s4 ?: dy px x1; bx ?: dz s4 x1; s5 ?: dx y1 py; ly ?: dz y1 s5; s6 ?: dy t py;"
    "ty ?: dz s6 t; s7 ?: dx py y1; ry ?: dz y1 s7; s8 ?: dy py b; by ?: dz s8 b;"
)
_BRACE = (
    "adj1=8333; adj2=50000; a2 pin 0 adj2 100000; q1 +- 100000 0 a2; q2 min q1 a2; q3 */ q2 1 2;"
    "m */ q3 h ss; a1 pin 0 adj1 m; y1 */ ss a1 100000; y3 */ h a2 100000; y2 +- y3 0 y1;"
    "y4 +- y3 y1 0; y5 +- b 0 y1; dx cos wd2 2700000; dy sin y1 2700000; it +- y1 0 dy;"
    "ib +- b dy y1;"
)
_LEFT_BRACE = (
    "M r b A wd2 y1 cd4 cd4 L hc y4 A wd2 y1 0 -5400000 A wd2 y1 cd4 -5400000 L hc y1"
    " A wd2 y1 cd2 cd4"
)
_RIGHT_BRACE = (
    "M l t A wd2 y1 3cd4 cd4 L hc y2 A wd2 y1 cd2 -5400000 A wd2 y1 3cd4 -5400000 L hc y5"
    " A wd2 y1 0 cd4"
)
_BRACKET = (
    "adj=8333; m */ 50000 h ss; a pin 0 adj m; y1 */ ss a 100000; y2 +- b 0 y1;"
    "dx cos w 2700000; dy sin y1 2700000; it +- y1 0 dy; ib +- b dy y1;"
)
_PAIR = "M x1 b A x1 x1 cd4 cd4 L l x1 A x1 x1 cd2 cd4 M x2 t A x1 x1 3cd4 cd4 L r y2 A x1 x1 0 cd4"
_BRACES = (
    "M x2 b A x1 x1 cd4 cd4 L x1 y3 A x1 x1 0 -5400000 A x1 x1 cd4 -5400000 L x1 x1 A x1 x1 cd2 cd4"
    " M x3 t A x1 x1 3cd4 cd4 L x4 y2 A x1 x1 cd2 -5400000 A x1 x1 3cd4 -5400000 L x4 y4"
    " A x1 x1 0 cd4"
)
_LEADER = "y1 */ h adj1 100000; x1 */ w adj2 100000; y2 */ h adj3 100000; x2 */ w adj4 100000;"
_LEADER_1 = "adj1=18750; adj2=-8333; adj3=112500; adj4=-38333;" + _LEADER
_LEADER_2 = (
    "adj1=18750; adj2=-8333; adj3=18750; adj4=-16667; adj5=112500; adj6=-46667;" + _LEADER
    + "y3 */ h adj5 100000; x3 */ w adj6 100000;"
)  # fmt: skip
_CLOUD = (
    "M 3900 14370 A 6753 9190 -11429249 7426832 A 5333 7267 -8646143 5396714"
    " A 4365 5945 -8748475 5983381 A 4857 6595 -7859164 7034504 A 5333 7273 -4722533 6541615"
    " A 6775 9220 -2776035 7816140 A 5785 7867 37501 6842000 A 6752 9215 1347096 6910353"
    " A 7720 10543 3974558 4542661 A 4360 5918 -16496525 8804134 A 4345 5945 -14809710 9151131 Z"
)
_CLOUD_TEXT = (
    "il */ w 2977 21600; it */ h 3262 21600; ir */ w 17087 21600; ib */ h 17337 21600;"
    "T il it ir ib;"
)


def _bubble(name: str, share: float) -> str:
    """Return a round bubble between a cloud and the place it points to."""
    size, way = round(1800 - 1200 * share), round(100_000 * (0.55 + 0.45 * share))
    return (
        f"{name}r */ ss {size} 43200; {name}x */ dx {way} 100000; {name}y */ dy {way} 100000;"
        f"{name}c +- hc {name}x {name}r; {name}v +- vc {name}y 0;"
    )


def _bubble_path(name: str) -> str:
    return f"P M {name}c {name}v A {name}r {name}r 0 21600000 Z"


BASICS = {
    "rect": f"P {_RECT}",
    "line": "P-fill M l t L r b",
    "lineInv": "P-fill M l b L r t",
    "roundRect": f"{_CORNER}{_INSIDE_ROUND}P {_ROUND}",
    "snip1Rect": "adj=16667; a pin 0 adj 50000; d */ ss a 100000; x1 +- r 0 d; it */ d 1 2;"
    "ir +/ x1 r 2; T l it ir b; P M l t L x1 t L r d L r b L l b Z",
    "round1Rect": "adj=16667; a pin 0 adj 50000; d */ ss a 100000; x1 +- r 0 d; q */ d 29289"
    " 100000;"
    "ir +- r 0 q; T l t ir b; P M l t L x1 t A d d 3cd4 cd4 L r b L l b Z",
    "snip2SameRect": f"adj1=16667; adj2=0; {_TWO_CORNERS}"
    "P M c1 t L r1 t L r c1 L r b2 L r2 b L c2 b L l b2 L l c1 Z",
    "round2SameRect": f"adj1=16667; adj2=0; {_TWO_CORNERS} d max c1 c2; il */ d 29289 100000;"
    "it */ c1 29289 100000; ir +- r 0 il; q */ c2 29289 100000; ib +- b 0 q; T il it ir ib;"
    "P M c1 t L r1 t A c1 c1 3cd4 cd4 L r b2 A c2 c2 0 cd4 L c2 b A c2 c2 cd4 cd4 L l c1"
    " A c1 c1 cd2 cd4 Z",
    "snip2DiagRect": f"adj1=0; adj2=16667; {_TWO_CORNERS}"
    "P M c1 t L r2 t L r c2 L r b1 L r1 b L c2 b L l b2 L l c1 Z",
    "round2DiagRect": f"adj1=16667; adj2=0; {_TWO_CORNERS}"
    "P M c1 t L r2 t A c2 c2 3cd4 cd4 L r b1 A c1 c1 0 cd4 L c2 b A c2 c2 cd4 cd4 L l c1"
    " A c1 c1 cd2 cd4 Z",
    "snipRoundRect": f"adj1=16667; adj2=16667; {_TWO_CORNERS}"
    "P M c1 t L r2 t L r c2 L r b L l b L l c1 A c1 c1 cd2 cd4 Z",
    "plaque": f"{_CORNER} il */ x1 70711 100000; ir +- r 0 il; ib +- b 0 il; T il il ir ib;"
    "P M l x1 A x1 x1 cd4 -5400000 L x2 t A x1 x1 cd2 -5400000 L r y2 A x1 x1 3cd4 -5400000 L x1 b"
    " A x1 x1 0 -5400000 Z",
    "ellipse": f"{_OVAL_TEXT}P {_OVAL}",
    "triangle": "adj=50000; a pin 0 adj 100000; x1 */ w a 200000; x2 */ w a 100000; x3 +- x1 wd2 0;"
    "T x1 vc x3 b; P M l b L x2 t L r b Z",
    "rtTriangle": "it */ h 7 12; ir */ w 7 12; ib */ h 11 12; T wd12 it ir ib; P M l b L l t L"
    " r b Z",
    "diamond": "ir */ w 3 4; ib */ h 3 4; T wd4 hd4 ir ib; P M l vc L hc t L r vc L hc b Z",
    "parallelogram": "adj=25000; m */ 100000 w ss; a pin 0 adj m; x2 */ ss a 100000; x5 +- r 0 x2;"
    "q1 */ 5 a m; q2 +/ 1 q1 12; il */ q2 w 1; it */ q2 h 1; ir +- r 0 il; ib +- b 0 it;"
    "T il it ir ib; P M l b L x2 t L r t L x5 b Z",
    "trapezoid": "adj=25000; m */ 50000 w ss; a pin 0 adj m; x2 */ ss a 100000; x3 +- r 0 x2;"
    "il */ wd3 a m; it */ hd3 a m; ir +- r 0 il; T il it ir b; P M l b L x2 t L x3 t L r b Z",
    "pentagon": f"{_FIVE} it */ y1 dx2 dx1; T x2 it x3 y2; P M x1 y1 L hc t L x4 y1 L x3 y2 L"
    " x2 y2 Z",
    "hexagon": "adj=25000; vf=115470; m */ 50000 w ss; a pin 0 adj m; sh */ hd2 vf 100000;"
    "x1 */ ss a 100000; x2 +- r 0 x1; dy sin sh 3600000; y1 +- vc 0 dy; y2 +- vc dy 0;"
    "q1 */ m -1 2; q2 +- a q1 0; q3 ?: q2 4 2; q4 ?: q2 3 2; q5 ?: q2 q1 0; q6 +/ a q5 q1;"
    "q7 */ q6 q4 -1; q8 +- q3 q7 0; il */ w q8 24; it */ h q8 24; ir +- r 0 il; ib +- b 0 it;"
    "T il it ir ib; P M l vc L x1 y1 L x2 y1 L r vc L x2 y2 L x1 y2 Z",
    "octagon": "adj=29289; a pin 0 adj 50000; x1 */ ss a 100000; x2 +- r 0 x1; y2 +- b 0 x1;"
    "il */ x1 1 2; ir +- r 0 il; ib +- b 0 il; T il il ir ib;"
    "P M l x1 L x1 t L x2 t L r x1 L r y2 L x2 b L x1 b L l y2 Z",
    "plus": "adj=25000; a pin 0 adj 50000; x1 */ ss a 100000; x2 +- r 0 x1; y2 +- b 0 x1; d +-"
    " w 0 h;"
    "il ?: d l x1; ir ?: d r x2; it ?: d x1 t; ib ?: d y2 b; T il it ir ib;"
    "P M l x1 L x1 x1 L x1 t L x2 t L x2 x1 L r x1 L r y2 L x2 y2 L x2 b L x1 b L x1 y2 L l y2 Z",
    "corner": "adj1=50000; adj2=50000; m1 */ 100000 h ss; m2 */ 100000 w ss; a1 pin 0 adj1 m1;"
    "a2 pin 0 adj2 m2; x1 */ ss a2 100000; dy */ ss a1 100000; y1 +- b 0 dy; T l y1 r b;"
    "P M l t L x1 t L x1 y1 L r y1 L r b L l b Z",
    "frame": "adj1=12500; a1 pin 0 adj1 50000; x1 */ ss a1 100000; x4 +- r 0 x1; y4 +- b 0 x1;"
    f"T x1 x1 x4 y4; P {_RECT} M x1 x1 L x1 y4 L x4 y4 L x4 x1 Z",
    "donut": "adj=25000; a pin 0 adj 50000; d */ ss a 100000; iw +- wd2 0 d; ih +- hd2 0 d;"
    f" {_OVAL_TEXT}"
    f"P {_OVAL} M d vc A iw ih cd2 -5400000 A iw ih cd4 -5400000 A iw ih 0 -5400000"
    " A iw ih 3cd4 -5400000 Z",
    "noSmoking": "adj=18750; a pin 0 adj 50000; d */ ss a 100000; iw +- wd2 0 d; ih +- hd2 0 d;"
    "ang at2 w h; ct cos ih ang; st sin iw ang; m mod ct st 0; n */ iw ih m; e */ d 1 2;"
    "da at2 n e; db */ da 2 1; sw +- -10800000 db 0; sa +- ang 0 da; sb +- sa 0 cd2;"
    "c1 cos ih sa; s1 sin iw sa; m1 mod c1 s1 0; n1 */ iw ih m1; dx cos n1 sa; dy sin n1 sa;"
    f"x1 +- hc dx 0; y1 +- vc dy 0; x2 +- hc 0 dx; y2 +- vc 0 dy; {_OVAL_TEXT}"
    f"P {_OVAL} M x1 y1 A iw ih sa sw Z M x2 y2 A iw ih sb sw Z",
    "arc": f"adj1=16200000; adj2=0; {_ARC} P-line M x1 y1 A wd2 hd2 sa sw L hc vc Z;"
    "P-fill M x1 y1 A wd2 hd2 sa sw",
    "pie": f"adj1=0; adj2=16200000; {_ARC}{_OVAL_TEXT} P M x1 y1 A wd2 hd2 sa sw L hc vc Z",
    "chord": f"adj1=2700000; adj2=16200000; {_ARC}{_OVAL_TEXT} P M x1 y1 A wd2 hd2 sa sw Z",
    "blockArc": f"adj1=10800000; adj2=0; adj3=25000; {_ARC} a3 pin 0 adj3 50000; d */ ss a3 100000;"
    "iw +- wd2 0 d; ih +- hd2 0 d; we sin iw ea; he cos ih ea; ex cat2 iw he we; ey sat2 ih he we;"
    "x2 +- hc ex 0; y2 +- vc ey 0; back +- 0 0 sw;"
    "P M x1 y1 A wd2 hd2 sa sw L x2 y2 A iw ih ea back Z",
    "can": "adj=25000; m */ 50000 h ss; a pin 0 adj m; y1 */ ss a 200000; y2 +- y1 y1 0; y3 +-"
    " b 0 y1;"
    "T l y2 r y3; P-line M l y1 A wd2 y1 cd2 -10800000 L r y3 A wd2 y1 0 cd2 Z;"
    "P-line+lighten M l y1 A wd2 y1 cd2 cd2 A wd2 y1 0 cd2 Z;"
    "P-fill M r y1 A wd2 y1 0 cd2 A wd2 y1 cd2 cd2 L r y3 A wd2 y1 0 cd2 L l y1",
    "cube": "adj=25000; a pin 0 adj 100000; y1 */ ss a 100000; y4 +- b 0 y1; x4 +- r 0 y1;"
    "T l y1 x4 b; P-line M l y1 L x4 y1 L x4 b L l b Z;"
    "P-line+darkenLess M x4 y1 L r t L r y4 L x4 b Z; P-line+lightenLess M l y1 L y1 t L r t L"
    " x4 y1 Z;"
    "P-fill M l y1 L y1 t L r t L r y4 L x4 b L l b Z M l y1 L x4 y1 L r t M x4 y1 L x4 b",
    "bevel": "adj=12500; a pin 0 adj 50000; x1 */ ss a 100000; x2 +- r 0 x1; y2 +- b 0 x1; T x1"
    " x1 x2 y2;"
    "P-line M x1 x1 L x2 x1 L x2 y2 L x1 y2 Z; P-line+lightenLess M l t L r t L x2 x1 L x1 x1 Z;"
    "P-line+darkenLess M l b L x1 y2 L x2 y2 L r b Z; P-line+lighten M l t L x1 x1 L x1 y2 L l b Z;"
    "P-line+darken M r t L r b L x2 y2 L x2 x1 Z;"
    f"P-fill {_RECT} M x1 x1 L x2 x1 L x2 y2 L x1 y2 Z M l t L x1 x1 M l b L x1 y2 M r t L x2 x1"
    " M r b L x2 y2",
    "foldedCorner": "adj=16667; a pin 0 adj 50000; d */ ss a 100000; e */ d 1 5; x1 +- r 0 d;"
    "x2 +- x1 e 0; y2 +- b 0 d; y1 +- y2 e 0; T l t r y2; P-line M l t L r t L r y2 L x1 b L l b Z;"
    "P-line+darkenLess M x1 b L x2 y1 L r y2 Z;"
    "P-fill M x1 b L x2 y1 L r y2 L x1 b L l b L l t L r t L r y2",
    "star4": "adj=12500; a pin 0 adj 50000; iw */ wd2 a 50000; ih */ hd2 a 50000; dx cos iw"
    " 2700000;"
    "dy sin ih 2700000; x1 +- hc 0 dx; x2 +- hc dx 0; y1 +- vc 0 dy; y2 +- vc dy 0; T x1 y1 x2 y2;"
    "P M l vc L x1 y1 L hc t L x2 y1 L r vc L x2 y2 L hc b L x1 y2 Z",
    "star5": f"adj=19098; {_FIVE} a pin 0 adj 50000; iw */ sw a 50000; ih */ sh a 50000;"
    "ex1 cos iw 20520000; ex2 cos iw 3240000; ey1 sin ih 3240000; ey2 sin ih 20520000;"
    "u1 +- hc 0 ex1; u2 +- hc 0 ex2; u3 +- hc ex2 0; u4 +- hc ex1 0; v1 +- sv 0 ey1;"
    "v2 +- sv 0 ey2; v3 +- sv ih 0; T u1 v1 u4 v3;"
    "P M x1 y1 L u2 v1 L hc t L u3 v1 L x4 y1 L u4 v2 L x3 y2 L hc v3 L x2 y2 L u1 v2 Z",
    "irregularSeal1": "il */ w 4627 21600; it */ h 6320 21600; ir */ w 16702 21600;"
    "ib */ h 13937 21600; T il it ir ib; P@21600,21600 M 10800 5800 L 14522 0 L 14155 5325"
    " L 18380 4457 L 16702 7315 L 21097 8137 L 17607 10475 L 21600 13290 L 16837 12942"
    " L 18145 18095 L 14020 14457 L 13247 19737 L 10532 14935 L 8485 21600 L 7715 15627"
    " L 4762 17617 L 5667 13937 L 135 14587 L 3722 11775 L 0 8615 L 4627 7617 L 370 2295"
    " L 7312 6320 L 8352 2295 Z",
    "wave": "adj1=12500; adj2=0; a1 pin 0 adj1 20000; a2 pin -10000 adj2 10000; y1 */ h a1 100000;"
    "d */ y1 10 3; y2 +- y1 0 d; y3 +- y1 d 0; y4 +- b 0 y1; y5 +- y4 0 d; y6 +- y4 d 0;"
    "o */ w a2 50000; d2 ?: o 0 o; x2 +- l 0 d2; d5 ?: o o 0; x5 +- r 0 d5; d3 +/ d2 x5 3;"
    "x3 +- x2 d3 0; x4 +/ x3 x5 2; x6 +- l d5 0; x10 +- r d2 0; x7 +- x6 d3 0; x8 +/ x7 x10 2;"
    "il max x2 x6; ir min x5 x10; it */ h a1 50000; ib +- b 0 it; T il it ir ib;"
    "P M x2 y1 C x3 y2 x4 y3 x5 y1 L x10 y4 C x8 y6 x7 y5 x6 y4 Z",
    "heart": "d1 */ w 49 48; d2 */ w 10 48; x1 +- hc 0 d1; x2 +- hc 0 d2; x3 +- hc d2 0;"
    "x4 +- hc d1 0; y1 +- t 0 hd3; il */ w 1 6; ir */ w 5 6; ib */ h 2 3; T il hd4 ir ib;"
    "P M hc hd4 C x3 y1 x4 hd4 hc b C x1 hd4 x2 y1 hc hd4 Z",
    "leftBrace": f"{_BRACE} il +- r 0 dx; T il it r ib; P-line {_LEFT_BRACE} Z; P-fill"
    f" {_LEFT_BRACE}",
    "rightBrace": f"{_BRACE} T l it dx ib; P-line {_RIGHT_BRACE} Z; P-fill {_RIGHT_BRACE}",
    "leftBracket": f"{_BRACKET} il +- r 0 dx; T il it r ib; P-line M r b A w y1 cd4 cd4 L l y1"
    " A w y1 cd2 cd4 Z; P-fill M r b A w y1 cd4 cd4 L l y1 A w y1 cd2 cd4",
    "rightBracket": f"{_BRACKET} T l it dx ib; P-line M l t A w y1 3cd4 cd4 L r y2 A w y1 0 cd4 Z;"
    "P-fill M l t A w y1 3cd4 cd4 L r y2 A w y1 0 cd4",
    "bracketPair": f"{_CORNER}{_INSIDE_ROUND} P-line {_ROUND}; P-fill {_PAIR}",
    "bracePair": "adj=8333; a pin 0 adj 25000; x1 */ ss a 100000; x2 */ ss a 50000; x3 +- r 0 x2;"
    "x4 +- r 0 x1; y2 +- vc 0 x1; y3 +- vc x1 0; y4 +- b 0 x1; it */ x1 29289 100000;"
    f"il +- x1 it 0; ir +- r 0 il; ib +- b 0 it; T il it ir ib; "
    f"P-line {_BRACES.replace('M x3', 'L x3')}; P-fill {_BRACES}",
    "wedgeRectCallout": f"{_POINTER}{_WEDGE} P M l t L x1 t L tx ty L x2 t L r t L r y1 L rx ry"
    " L r y2"
    " L r b L x2 b L bx by L x1 b L l b L l y2 L lx ly L l y1 Z",
    "wedgeRoundRectCallout": f"{_POINTER}{_WEDGE} adj3=16667; u1 */ ss adj3 100000; u2 +- r 0 u1;"
    "v2 +- b 0 u1; il */ u1 29289 100000; ir +- r 0 il; ib +- b 0 il; T il il ir ib;"
    "P M l u1 A u1 u1 cd2 cd4 L x1 t L tx ty L x2 t L u2 t A u1 u1 3cd4 cd4 L r y1 L rx ry L r y2"
    " L r v2 A u1 u1 0 cd4 L x2 b L bx by L x1 b L u1 b A u1 u1 cd4 cd4 L l y2 L lx ly L l y1 Z",
    "wedgeEllipseCallout": f"{_POINTER}{_OVAL_TEXT} sx */ dx h 1; sy */ dy w 1; pa at2 sx sy;"
    "sa +- pa 660000 0; ea +- pa 0 660000; c1 cos wd2 sa; d1 sin hd2 sa; x1 +- hc c1 0;"
    "y1 +- vc d1 0; c2 cos wd2 ea; d2 sin hd2 ea; s1 at2 c1 d1; e1 at2 c2 d2; w1 +- e1 0 s1;"
    "w2 +- w1 21600000 0; sw ?: w1 w1 w2; P M px py L x1 y1 A wd2 hd2 s1 sw Z",
    "cloud": f"{_CLOUD_TEXT}P@43200,43200 {_CLOUD}",
    "cloudCallout": f"{_POINTER}{_CLOUD_TEXT}{_bubble('f', 0)}{_bubble('g', 0.5)}{_bubble('k', 1)}"
    f"P@43200,43200 {_CLOUD}; {_bubble_path('f')}; {_bubble_path('g')}; {_bubble_path('k')}",
    "borderCallout1": f"{_LEADER_1} P {_RECT}; P-fill M x1 y1 L x2 y2",
    "callout1": f"{_LEADER_1} P-line {_RECT}; P-fill M x1 y1 L x2 y2",
    "accentCallout1": f"{_LEADER_1} P-line {_RECT}; P-fill M x1 t L x1 b; P-fill M x1 y1 L x2 y2",
    "accentBorderCallout1": f"{_LEADER_1} P {_RECT}; P-fill M x1 t L x1 b; P-fill M x1 y1 L x2 y2",
    "borderCallout2": f"{_LEADER_2} P {_RECT}; P-fill M x1 y1 L x2 y2 L x3 y3",
    "callout2": f"{_LEADER_2} P-line {_RECT}; P-fill M x1 y1 L x2 y2 L x3 y3",
    "mathPlus": "adj1=23520; a1 pin 0 adj1 73490; dx */ w 73490 200000; dy */ h 73490 200000;"
    "e */ ss a1 200000; x1 +- hc 0 dx; x2 +- hc 0 e; x3 +- hc e 0; x4 +- hc dx 0; y1 +- vc 0 dy;"
    "y2 +- vc 0 e; y3 +- vc e 0; y4 +- vc dy 0; T x1 y2 x4 y3;"
    "P M x1 y2 L x2 y2 L x2 y1 L x3 y1 L x3 y2 L x4 y2 L x4 y3 L x3 y3 L x3 y4 L x2 y4 L x2 y3"
    " L x1 y3 Z",
    "mathMinus": "adj1=23520; a1 pin 0 adj1 100000; dy */ h a1 200000; dx */ w 73490 200000;"
    "y1 +- vc 0 dy; y2 +- vc dy 0; x1 +- hc 0 dx; x2 +- hc dx 0; T x1 y1 x2 y2;"
    "P M x1 y1 L x2 y1 L x2 y2 L x1 y2 Z",
}  # fmt: skip
