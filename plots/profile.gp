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
# text.tsv       x y role text       in px; the roles are those of pipeline/chart/page.h
#
# Numbers set before: canvas_width canvas_height panel_left panel_right panel_bottom panel_top font_size
# point_radius (px), x_low x_high n_rows; and the string family.

# The colours of axis.gp.
set palette defined ( \
    -1.00 '#08306B', -0.80 '#164F96', -0.60 '#3377B8', -0.40 '#6CA6D6', -0.20 '#B3D2EC', \
    -0.10 '#8C959F', 0.10 '#8C959F', \
    0.20 '#FBD3A6', 0.40 '#F2A45C', 0.60 '#D9711F', 0.80 '#A84A08', 1.00 '#6B2C04')
set cbrange [-1:1]
unset colorbox
unset border
unset tics
unset key

ink = '#1F2328'
quiet = '#57606A'
first_ink = '#164F96'
last_ink = '#9C4407'
grid_line = '#D8DEE4'
hairline = '#EAEEF2'
pixel = font_size / 14
plain = sprintf('%s,%g', family, font_size)
bold = sprintf('%s:Bold,%g', family, font_size)
dot = 2.7 * pixel / point_radius
mark = 4.2 * pixel / point_radius
halo = 5.4 * pixel / point_radius
# Texts of another role go beside the canvas, where nothing is drawn. (Not to NaN: a file of one label
# that is not a number ends gnuplot 5.4 with a segmentation fault.)
role(k) = column(3) == k ? column(1) : -1

set multiplot

# The panel: grid, persons, intervals, shares.
set lmargin at screen panel_left / canvas_width
set rmargin at screen panel_right / canvas_width
set bmargin at screen panel_bottom / canvas_height
set tmargin at screen panel_top / canvas_height
set xrange [x_low:x_high]
set yrange [n_rows + 0.5:0.5]
plot 'lines.tsv' using (x_low):1:(x_high - x_low):(0) with vectors nohead lw pixel lc rgb hairline notitle, \
     'tics.tsv' using 1:(0.5):(0):(n_rows) with vectors nohead lw pixel lc rgb grid_line notitle, \
     'intervals.tsv' using 1:3:($2 - $1):(0):4 with vectors nohead lw 2.2 * pixel lc palette notitle, \
     'dots.tsv' using 1:2:3 with points pt 7 ps dot lc palette notitle, \
     'marks.tsv' using 1:2 with points pt 7 ps halo lc rgb '#FFFFFF' notitle, \
     'marks.tsv' using 1:2:3 with points pt 7 ps mark lc palette notitle

# The page: legend and all texts.
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:canvas_width]
set yrange [0:canvas_height]
text = 'text.tsv'
middle_x(i) = (column(1) + column(2)) / 2
middle_y(i) = (column(3) + column(4)) / 2
plot 'legend.tsv' using 1:(middle_y(0)):($2 - $1):(0) every ::0::0 \
         with vectors nohead lw 2.2 * pixel lc rgb quiet notitle, \
     'legend.tsv' using (middle_x(0)):(middle_y(0)) every ::0::0 \
         with points pt 7 ps mark lc rgb quiet notitle, \
     'legend.tsv' using (middle_x(0)):(middle_y(0)) every ::1::1 \
         with points pt 7 ps dot lc rgb quiet notitle, \
     text using (role(1)):2:(stringcolumn(4)) with labels right font plain tc rgb ink notitle, \
     text using (role(2)):2:(stringcolumn(4)) with labels left font plain tc rgb quiet notitle, \
     text using (role(5)):2:(stringcolumn(4)) with labels center font plain tc rgb quiet notitle, \
     text using (role(6)):2:(stringcolumn(4)) with labels left font plain tc rgb quiet notitle, \
     text using (role(9)):2:(stringcolumn(4)) with labels left font bold tc rgb first_ink notitle, \
     text using (role(10)):2:(stringcolumn(4)) with labels left font bold tc rgb ink notitle, \
     text using (role(11)):2:(stringcolumn(4)) with labels left font bold tc rgb last_ink notitle

unset multiplot
