# The profile of a group: per code its share with an interval, and every person as a small dot. Loaded
# by the driver that pipeline/chart/chart.c writes; the data come from pipeline/chart/profile.c.
# Nothing is computed here.
#
# marks.tsv      x y shade           in units of the axis, row 1 on top; shade -1 … 1
# intervals.tsv  x_from x_to y shade
# dots.tsv       x y shade
# lines.tsv      y                   rows that have a hairline
# tics.tsv       x                   where a line of the grid stands
# legend.tsv     x_from x_to y_from y_to shade   in px from the lower left corner of the canvas: the
#                                    first line is the place of the sample mark, the second of the dot
#
# Numbers set before: those of style.gp, n_rows, and point_radius (px).

load 'style.gp'

# Codes without a side are dots here and need a darker grey than a box does.
set palette defined ( \
    -1.00 '#08306B', -0.80 '#164F96', -0.60 '#3377B8', -0.40 '#6CA6D6', -0.20 '#B3D2EC', \
    -0.10 '#8C959F', 0.10 '#8C959F', \
    0.20 '#FBD3A6', 0.40 '#F2A45C', 0.60 '#D9711F', 0.80 '#A84A08', 1.00 '#6B2C04')
dot = 2.7 * pixel / point_radius
mark = 4.2 * pixel / point_radius
halo = 5.4 * pixel / point_radius

# The panel: grid, persons, intervals, shares.
set yrange [n_rows + 0.5:0.5]
plot 'lines.tsv' using (x_low):1:(x_high - x_low):(0) with vectors nohead lw pixel lc rgb hairline notitle, \
     'tics.tsv' using 1:(0.5):(0):(n_rows) with vectors nohead lw pixel lc rgb grid_line notitle, \
     'intervals.tsv' using 1:3:($2 - $1):(0):4 with vectors nohead lw 2.2 * pixel lc palette notitle, \
     'dots.tsv' using 1:2:3 with points pt 7 ps dot lc palette notitle, \
     'marks.tsv' using 1:2 with points pt 7 ps halo lc rgb '#FFFFFF' notitle, \
     'marks.tsv' using 1:2:3 with points pt 7 ps mark lc palette notitle

evaluate to_page
middle_x(i) = (column(1) + column(2)) / 2
middle_y(i) = (column(3) + column(4)) / 2
plot 'legend.tsv' using 1:(middle_y(0)):($2 - $1):(0) every ::0::0 \
         with vectors nohead lw 2.2 * pixel lc rgb quiet notitle, \
     'legend.tsv' using (middle_x(0)):(middle_y(0)) every ::0::0 \
         with points pt 7 ps mark lc rgb quiet notitle, \
     'legend.tsv' using (middle_x(0)):(middle_y(0)) every ::1::1 \
         with points pt 7 ps dot lc rgb quiet notitle
load 'page.gp'

unset multiplot
