#include "ingest/fields.h"

#include "table/shape.h"

static void fields_assume(const struct sheet *sheet, struct ledger *ledger, const char *what,
                          const char *value, const char *action)
{
    ledger_add(ledger, LEDGER_NOTE, sheet_file(sheet), "", what, value, action);
}

void fields_find(struct fields *fields, const struct sheet *sheet, const struct grid *grid,
                 const char *stem, const char *unit, struct ledger *ledger)
{
    const char *const *names = shape_columns(SHAPE_SEGMENTS);

    fields->extra = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < FIELDS; i++)
        fields->fixed[i] = sheet_find(sheet, names[i]);
    for (int i = 0; i < (int)sheet_columns(sheet); i++)
        if (!g_strv_contains(names, sheet_name(sheet, (size_t)i)) && !grid_has(grid, i))
            g_array_append_val(fields->extra, i);
    if (fields->fixed[SOURCE] < 0 && sheet_header(sheet)->source != NULL)
        fields_assume(sheet, ledger, "source-above", stem,
                      "a line above the header says the source");
    else if (fields->fixed[SOURCE] < 0)
        fields_assume(sheet, ledger, "source-assumed", stem,
                      "no column says the source: the file is one");
    if (fields->fixed[UNIT] < 0 && fields->fixed[START] < 0)
        fields_assume(sheet, ledger, "unit-numbered", "",
                      "no column says the unit: every record is one");
    fields->unit = unit;
    if (unit != NULL)
        return;
    fields->unit =
        sheet_header(sheet)->vendor != NULL ? sheet_header(sheet)->vendor->unit : "passage";
    fields_assume(sheet, ledger, "unit-assumed", fields->unit,
                  "say --unit turn, event or mention if it is another");
}

void fields_close(struct fields *fields)
{
    g_array_free(fields->extra, TRUE);
}

const char *fields_extent(const struct fields *fields, const struct sheet *sheet,
                          const char *extent, bool clock, struct ledger *ledger)
{
    const struct vendor *vendor = sheet_header(sheet)->vendor;

    if (extent != NULL)
        return extent;
    if (clock) {
        fields_assume(sheet, ledger, "extent-assumed", "seconds", "start and end are clock times");
        return "seconds";
    }
    if (vendor != NULL && vendor->extent != NULL) {
        fields_assume(sheet, ledger, "extent-assumed", vendor->extent, "so this program writes it");
        return vendor->extent;
    }
    if (fields->fixed[START] >= 0)
        fields_assume(sheet, ledger, "extent-assumed", "none",
                      "say --extent seconds if start and end are times");
    return "none";
}

double fields_after(const struct sheet *sheet, const char *extent)
{
    const struct vendor *vendor = sheet_header(sheet)->vendor;

    return vendor != NULL && g_strcmp0(vendor->extent, extent) == 0 ? vendor->after : 0;
}

void fields_name(const struct fields *fields, const struct sheet *sheet, struct head *head)
{
    for (guint i = 0; i < fields->extra->len; i++)
        head_column(head, sheet_name(sheet, (size_t)g_array_index(fields->extra, int, i)));
}
