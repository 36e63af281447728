# Counts in cells, the darker the higher: codes by groups, or the codes of one coder by those of another.
# Loaded by the driver that pipeline/chart/chart.c writes; the data come from pipeline/chart/matrix.c.
# Nothing is computed here.
#
# cells.tsv   x_from x_to y_from y_to shade   in columns and rows, row 1 on top; shade -1 … 1
# frames.tsv  the same, of cells with a frame
# legend.tsv  x_from x_to y_from y_to shade   in px from the lower left corner of the canvas
#
# Numbers set before: those of style.gp, and n_rows.

load 'style.gp'

# Slate, and purple for what differs: neither is a side of the axis, and in grey the darkest is highest.
set palette defined ( \
    -1.00 '#4A1486', -0.75 '#7045A5', -0.50 '#9A7FC4', -0.25 '#C9B8E0', -0.05 '#EEE8F5', \
    0.00 '#FFFFFF', 0.05 '#E9EEF3', 0.25 '#B9C7D4', 0.50 '#7F95AA', 0.75 '#4A627B', 1.00 '#22364A')

set yrange [n_rows + 0.5:0.5]
set style fill solid 1 border rgb '#D8DEE4'
plot 'cells.tsv' using 1:3:1:2:3:4:5 with boxxyerror lw pixel lc palette notitle
set style fill empty border rgb ink
plot 'frames.tsv' using 1:3:1:2:3:4 with boxxyerror lw 1.6 * pixel lc rgb ink notitle

evaluate to_page
plot 'legend.tsv' using 1:3:1:2:3:4:5 with boxxyerror lc palette notitle
load 'page.gp'

unset multiplot
