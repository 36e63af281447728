# Offer across and use up: a dot a person, the diagonal where both are equal, and the lines that part
# little from much. Loaded by the driver that pipeline/chart/chart.c writes; the data come from
# pipeline/chart/plane.c. Nothing is computed here.
#
# points.tsv     x y radius        in units of the axes; the radius in px
# tics.tsv       place             where a line of the grid stands, both ways
# cuts.tsv       place             where little ends and much begins, both ways
# keys.tsv       x y radius        dots of the legend, in px from the lower left corner of the canvas
# key_lines.tsv  x y dx dy kind    lines of the legend in px: 0 the diagonal, 1 a cut
#
# Numbers set before: those of style.gp, scale_low scale_high (of the scale; the axes go a little
# further, where the corners have their words), and point_radius (px).

load 'style.gp'

frame = '#AFB8C1'
# Seen through, so that dots that lie partly over each other can be told apart.
dot_ink = '#30384B66'

set yrange [x_low:x_high]
set border 15 lw pixel lc rgb frame
set arrow from x_low, x_low to x_high, x_high nohead back lw 1.4 * pixel lc rgb frame
long = scale_high - scale_low
plot 'tics.tsv' using 1:(scale_low):(0):(long) with vectors nohead lw pixel lc rgb hairline notitle, \
     'tics.tsv' using (scale_low):1:(long):(0) with vectors nohead lw pixel lc rgb hairline notitle, \
     'cuts.tsv' using 1:(scale_low):(0):(long) with vectors nohead lw 1.4 * pixel dt (6, 4) lc rgb quiet notitle, \
     'cuts.tsv' using (scale_low):1:(long):(0) with vectors nohead lw 1.4 * pixel dt (6, 4) lc rgb quiet notitle, \
     'points.tsv' using 1:2:($3 / point_radius) with points pt 7 ps variable lc rgb dot_ink notitle
unset border
unset arrow

evaluate to_page
kind(k) = column(5) == k ? column(1) : -1000
plot 'keys.tsv' using 1:2:($3 / point_radius) with points pt 7 ps variable lc rgb dot_ink notitle, \
     'key_lines.tsv' using (kind(0)):2:3:4 with vectors nohead lw 1.4 * pixel lc rgb frame notitle, \
     'key_lines.tsv' using (kind(1)):2:3:4 with vectors nohead lw 1.4 * pixel dt (6, 4) lc rgb quiet notitle
load 'page.gp'

unset multiplot
