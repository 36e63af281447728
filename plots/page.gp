# All texts of a chart, on a page of px from the lower left corner of the canvas. Loaded by each
# script when all else is drawn.
#
# text.tsv   x y role text   the roles are those of pipeline/chart/canvas.h

evaluate to_page
# Texts of another role go beside the canvas, where nothing is drawn. (Not to NaN: a file of one label
# that is not a number ends gnuplot 5.4 with a segmentation fault.)
role(k) = column(3) == k ? column(1) : -1
text = 'text.tsv'
plot text using (role(1)):2:(stringcolumn(4)) with labels right font plain tc rgb ink notitle, \
     text using (role(2)):2:(stringcolumn(4)) with labels left font plain tc rgb quiet notitle, \
     text using (role(3)):2:(stringcolumn(4)) with labels left font bold tc rgb first_ink notitle, \
     text using (role(4)):2:(stringcolumn(4)) with labels right font bold tc rgb last_ink notitle, \
     text using (role(5)):2:(stringcolumn(4)) with labels center font plain tc rgb quiet notitle, \
     text using (role(6)):2:(stringcolumn(4)) with labels left font plain tc rgb ink notitle, \
     text using (role(7)):2:(stringcolumn(4)) with labels center font small tc rgb ink notitle, \
     text using (role(8)):2:(stringcolumn(4)) with labels center font small tc rgb '#FFFFFF' notitle, \
     text using (role(9)):2:(stringcolumn(4)) with labels left font bold tc rgb first_ink notitle, \
     text using (role(10)):2:(stringcolumn(4)) with labels left font bold tc rgb ink notitle, \
     text using (role(11)):2:(stringcolumn(4)) with labels left font bold tc rgb last_ink notitle, \
     text using (role(12)):2:(stringcolumn(4)) with labels right font plain tc rgb quiet notitle, \
     text using (role(13)):2:(stringcolumn(4)) with labels center font plain tc rgb ink notitle, \
     text using (role(14)):2:(stringcolumn(4)) with labels left rotate by 90 font plain tc rgb ink notitle, \
     text using (role(15)):2:(stringcolumn(4)) with labels center font plain tc rgb '#FFFFFF' notitle
