# What all charts share: colours, letters, and the place of the (first) panel. Loaded first by each
# script; page.gp is loaded last. Nothing is computed here.
#
# Numbers set before: canvas_width canvas_height panel_left panel_right panel_bottom panel_top font_size
# (px), x_low x_high; and the string family.

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
hairline = '#EAEEF2'
pixel = font_size / 14
plain = sprintf('%s,%g', family, font_size)
bold = sprintf('%s:Bold,%g', family, font_size)
small = sprintf('%s,%g', family, 0.78 * font_size)

set multiplot
set lmargin at screen panel_left / canvas_width
set rmargin at screen panel_right / canvas_width
set bmargin at screen panel_bottom / canvas_height
set tmargin at screen panel_top / canvas_height
set xrange [x_low:x_high]

# From here on px from the lower left corner of the canvas.
to_page = 'set lmargin at screen 0; set rmargin at screen 1; set bmargin at screen 0; ' . \
    'set tmargin at screen 1; set xrange [0:canvas_width]; set yrange [0:canvas_height]; ' . \
    'set style fill solid 1 noborder'
