# What a person says and what was seen, beside each other: one row a person, two panels, each with its
# own axis and a mark of its own. Loaded by the driver that pipeline/chart/chart.c writes; the data come
# from pipeline/chart/dumbbell.c. Nothing is computed here.
#
# lines.tsv        y       rows, which have a hairline through both panels; row 1 on top
# dots.tsv         x y     marks of the first panel, in units of its axis
# second_dots.tsv  x y     marks of the second
# tics.tsv         x       where a line of the grid of the first panel stands
# second_tics.tsv  x       the same of the second
#
# Numbers set before: those of style.gp, n_rows, second_left second_right (px), second_low second_high,
# and point_radius (px).

load 'style.gp'

# A square for what is said and a circle for what was seen, in colours of no side: also in grey nobody
# takes one for the other.
said = '#8C5A0E'
seen = '#30384B'
dot = 4.6 * pixel / point_radius

set yrange [n_rows + 0.5:0.5]
plot 'lines.tsv' using (x_low):1:(x_high - x_low):(0) with vectors nohead lw pixel lc rgb hairline notitle, \
     'tics.tsv' using 1:(0.5):(0):(n_rows) with vectors nohead lw pixel lc rgb grid_line notitle, \
     'dots.tsv' using 1:2 with points pt 5 ps dot lc rgb said notitle

set lmargin at screen second_left / canvas_width
set rmargin at screen second_right / canvas_width
set xrange [second_low:second_high]
plot 'lines.tsv' using (second_low):1:(second_high - second_low):(0) \
         with vectors nohead lw pixel lc rgb hairline notitle, \
     'second_tics.tsv' using 1:(0.5):(0):(n_rows) with vectors nohead lw pixel lc rgb grid_line notitle, \
     'second_dots.tsv' using 1:2 with points pt 7 ps dot lc rgb seen notitle

load 'page.gp'

unset multiplot
