#include "driver/build_chart.h"

#include "driver/say.h"
#include "table/reader.h"

#include <string.h>

/* What the results hold of a codebook. */
struct chart_rows {
    bool any;
    bool persons; /* with a segment that has a side */
};

static struct chart_rows build_chart_rows(const struct build *build, const char *codebook)
{
    struct chart_rows rows = {false, false};
    char *path = build_path(build, plan_results);
    char *files[] = {path, NULL};
    struct reader *in = reader_open(shape_bit(SHAPE_RESULTS), files, READER_WHOLE);
    int by = reader_column(in, "by");
    int term = reader_column(in, "term");
    int statistic = reader_column(in, "statistic");
    int value = reader_column(in, "value");

    while (reader_next(in)) {
        const char *number = reader_cell(in, value);

        if (strcmp(reader_cell(in, term), codebook) != 0)
            continue;
        rows.any = true;
        rows.persons = rows.persons || (*reader_cell(in, by) != '\0' && *number != '\0' &&
                                        strcmp(number, "0") != 0 &&
                                        strcmp(reader_cell(in, statistic), "sided_segments") == 0);
    }
    reader_close(in);
    g_free(path);
    return rows;
}

char *build_chart_empty(const struct build *build, const struct plan_chart *chart)
{
    struct chart_rows rows = build_chart_rows(build, chart->codebook);

    if (!rows.any)
        return SAY("grafiek-zonder-codes", "codeboek", chart->codebook);
    if (chart->per_person && !rows.persons)
        return SAY("grafiek-zonder-personen", "grafiek", chart->label, "codeboek", chart->codebook);
    return NULL;
}
