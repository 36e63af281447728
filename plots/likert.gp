# Answers to the items of a scale: one row an item, one box an answer, the middle answer around zero.
# Loaded by the driver that pipeline/chart/chart.c writes; the data come from pipeline/chart/axis.c.
# Nothing is computed here.
#
# boxes.tsv   x_from x_to y_from y_to shade   in units of the axis, row 1 on top; shade -1 … 1
# tics.tsv    x                               where a line of the grid stands
# legend.tsv  x_from x_to y_from y_to shade   in px from the lower left corner of the canvas
#
# Numbers set before: those of style.gp, and n_rows.

load 'style.gp'

# Brown and green, so that nobody takes an answer for a side of the axis; apart for every kind of
# colour blindness, and each shade has its own luminance.
set palette defined ( \
    -1.00 '#6B4100', -0.80 '#8C5A0E', -0.60 '#B5802F', -0.40 '#D2AC6B', -0.20 '#EBD7B0', \
    -0.10 '#D5D8DC', 0.10 '#D5D8DC', \
    0.20 '#BFE3DC', 0.40 '#80C7BB', 0.60 '#3E9C92', 0.80 '#0E7068', 1.00 '#00443D')
first_ink = '#6B4100'
last_ink = '#0E7068'

# The panel: grid, zero behind the bars, bars.
set yrange [n_rows + 0.5:0.5]
set style fill solid 1 border rgb '#FFFFFF'
zero(x) = x == 0 ? x : x_low - 1
plot 'tics.tsv' using 1:(0.5):(0):(n_rows) with vectors nohead lw pixel lc rgb grid_line notitle, \
     'tics.tsv' using (zero($1)):(0.5):(0):(n_rows) with vectors nohead lw 1.6 * pixel lc rgb ink notitle, \
     'boxes.tsv' using 1:3:1:2:3:4:5 with boxxyerror lw pixel lc palette notitle

evaluate to_page
plot 'legend.tsv' using 1:3:1:2:3:4:5 with boxxyerror lc palette notitle
load 'page.gp'

unset multiplot
