# Bars from volgend to sturend: one row a wpb, one box a code. Loaded by the driver that
# pipeline/chart/chart.c writes; the data come from pipeline/chart/axis.c. Nothing is computed here.
#
# boxes.tsv   x_from x_to y_from y_to shade   in units of the axis, row 1 on top; shade -1 … 1
# tics.tsv    x                               where a line of the grid stands
# legend.tsv  x_from x_to y_from y_to shade   in px from the lower left corner of the canvas
# text.tsv    x y role text                   in px; the roles are those of pipeline/chart/page.h
#
# Numbers set before: canvas_width canvas_height panel_left panel_right panel_bottom panel_top font_size
# (px), x_low x_high n_rows; and the string family.

# Blue for the first side and orange for the last, lighter towards the middle: apart for every kind
# of colour blindness, and each shade has its own luminance.
set palette defined ( \
    -1.00 '#08306B', -0.80 '#164F96', -0.60 '#3377B8', -0.40 '#6CA6D6', -0.20 '#B3D2EC', \
    -0.10 '#C9C9C9', 0.10 '#C9C9C9', \
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
pixel = font_size / 14
plain = sprintf('%s,%g', family, font_size)
bold = sprintf('%s:Bold,%g', family, font_size)
small = sprintf('%s,%g', family, 0.78 * font_size)
# Texts of another role go beside the canvas, where nothing is drawn. (Not to NaN: a file of one label
# that is not a number ends gnuplot 5.4 with a segmentation fault.)
role(k) = column(3) == k ? column(1) : -1

set multiplot

# The panel: grid, bars, zero.
set lmargin at screen panel_left / canvas_width
set rmargin at screen panel_right / canvas_width
set bmargin at screen panel_bottom / canvas_height
set tmargin at screen panel_top / canvas_height
set xrange [x_low:x_high]
set yrange [n_rows + 0.5:0.5]
set style fill solid 1 border rgb '#FFFFFF'
set arrow from 0, graph 0 to 0, graph 1 nohead front lw 1.6 * pixel lc rgb ink
plot 'tics.tsv' using 1:(0.5):(0):(n_rows) with vectors nohead lw pixel lc rgb grid_line notitle, \
     'boxes.tsv' using 1:3:1:2:3:4:5 with boxxyerror lw pixel lc palette notitle
unset arrow

# The page: legend and all texts.
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:canvas_width]
set yrange [0:canvas_height]
set style fill solid 1 noborder
text = 'text.tsv'
plot 'legend.tsv' using 1:3:1:2:3:4:5 with boxxyerror lc palette notitle, \
     text using (role(1)):2:(stringcolumn(4)) with labels right font plain tc rgb ink notitle, \
     text using (role(2)):2:(stringcolumn(4)) with labels left font plain tc rgb quiet notitle, \
     text using (role(3)):2:(stringcolumn(4)) with labels left font bold tc rgb first_ink notitle, \
     text using (role(4)):2:(stringcolumn(4)) with labels right font bold tc rgb last_ink notitle, \
     text using (role(5)):2:(stringcolumn(4)) with labels center font plain tc rgb quiet notitle, \
     text using (role(6)):2:(stringcolumn(4)) with labels left font plain tc rgb ink notitle, \
     text using (role(7)):2:(stringcolumn(4)) with labels center font small tc rgb ink notitle, \
     text using (role(8)):2:(stringcolumn(4)) with labels center font small tc rgb '#FFFFFF' notitle

unset multiplot
