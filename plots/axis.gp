# Bars from volgend to sturend: one row a wpb, one box a code. Loaded by the driver that
# pipeline/chart/chart.c writes; the data come from pipeline/chart/axis.c. Nothing is computed here.
#
# boxes.tsv   x_from x_to y_from y_to shade   in units of the axis, row 1 on top; shade -1 … 1
# tics.tsv    x                               where a line of the grid stands
# legend.tsv  x_from x_to y_from y_to shade   in px from the lower left corner of the canvas
#
# Numbers set before: those of style.gp, and n_rows.

load 'style.gp'

# The panel: grid, bars, zero.
set yrange [n_rows + 0.5:0.5]
set style fill solid 1 border rgb '#FFFFFF'
set arrow from 0, graph 0 to 0, graph 1 nohead front lw 1.6 * pixel lc rgb ink
plot 'tics.tsv' using 1:(0.5):(0):(n_rows) with vectors nohead lw pixel lc rgb grid_line notitle, \
     'boxes.tsv' using 1:3:1:2:3:4:5 with boxxyerror lw pixel lc palette notitle
unset arrow

evaluate to_page
plot 'legend.tsv' using 1:3:1:2:3:4:5 with boxxyerror lc palette notitle
load 'page.gp'

unset multiplot
