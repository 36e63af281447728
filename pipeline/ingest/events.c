#include "ingest/events.h"

#include <glib.h>
#include <math.h>
#include <string.h>

struct start {
    double time;
    size_t line;
    char *code;
};

struct events {
    struct sheet *sheet;
    const struct fields *fields;
    int edge;            /* column */
    GArray *modifiers;   /* int: columns */
    GHashTable *waiting; /* key -> struct start */
};

static void start_free(gpointer start)
{
    g_free(((struct start *)start)->code);
    g_free(start);
}

struct events *events_new(struct sheet *sheet, const struct fields *fields)
{
    const struct vendor *vendor = sheet_header(sheet)->vendor;
    struct events *events;

    if (vendor == NULL || vendor->edge == NULL || sheet_find(sheet, vendor->edge) < 0)
        return NULL;
    events = g_new0(struct events, 1);
    events->sheet = sheet;
    events->fields = fields;
    events->edge = sheet_find(sheet, vendor->edge);
    events->modifiers = g_array_new(FALSE, FALSE, sizeof(int));
    events->waiting = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, start_free);
    for (int i = 0; i < (int)sheet_columns(sheet); i++)
        if (vendor_is_modifier(sheet_name(sheet, (size_t)i)))
            g_array_append_val(events->modifiers, i);
    return events;
}

void events_free(struct events *events)
{
    if (events == NULL)
        return;
    g_array_free(events->modifiers, TRUE);
    g_hash_table_destroy(events->waiting);
    g_free(events);
}

/* What a start and its stop have in common. */
static char *events_key(const struct events *events)
{
    static const int parts[] = {SOURCE, SPEAKER, CODE};
    GString *key = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append_printf(key, "%s\x1f",
                               sheet_cell(events->sheet, events->fields->fixed[parts[i]]));
    for (guint i = 0; i < events->modifiers->len; i++)
        g_string_append_printf(key, "%s\x1f",
                               sheet_cell(events->sheet, g_array_index(events->modifiers, int, i)));
    return g_string_free(key, FALSE);
}

static void events_refuse_start(const struct events *events, const struct start *start)
{
    sheet_refuse_line(events->sheet, start->line, "unpaired-start", start->code,
                      "no stop follows this start");
}

static void events_start(struct events *events, char *key, double time)
{
    const struct start *known = g_hash_table_lookup(events->waiting, key);
    struct start *start = g_new0(struct start, 1);

    if (known != NULL)
        events_refuse_start(events, known);
    *start = (struct start){time, sheet_line(events->sheet),
                            g_strdup(sheet_cell(events->sheet, events->fields->fixed[CODE]))};
    g_hash_table_replace(events->waiting, key, start);
}

static bool events_stop(struct events *events, char *key, double extent[2])
{
    const struct start *start = g_hash_table_lookup(events->waiting, key);
    bool found = start != NULL && start->time <= extent[0];

    if (found) {
        extent[1] = extent[0];
        extent[0] = start->time;
        g_hash_table_remove(events->waiting, key);
    } else {
        sheet_refuse(events->sheet, "unpaired-stop",
                     sheet_cell(events->sheet, events->fields->fixed[CODE]),
                     "no start goes before this stop");
    }
    g_free(key);
    return found;
}

bool events_read(struct events *events, double extent[2])
{
    const char *cell = sheet_cell(events->sheet, events->edge);

    if (isnan(extent[0])) {
        sheet_refuse(events->sheet, "bad-number", "", "an event without a time");
        return false;
    }
    switch (vendor_edge(cell)) {
    case VENDOR_START:
        events_start(events, events_key(events), extent[0]);
        return false;
    case VENDOR_STOP:
        return events_stop(events, events_key(events), extent);
    case VENDOR_POINT:
        extent[1] = extent[0];
        return true;
    case VENDOR_NO_EDGE:
        break;
    }
    sheet_refuse(events->sheet, "bad-edge", cell, "neither START, STOP nor POINT");
    return false;
}

static int start_compare(const void *left, const void *right)
{
    const struct start *a = left;
    const struct start *b = right;

    return a->line < b->line ? -1 : a->line > b->line;
}

void events_finish(struct events *events)
{
    GList *starts;

    if (events == NULL)
        return;
    starts = g_list_sort(g_hash_table_get_values(events->waiting), start_compare);
    for (GList *start = starts; start != NULL; start = start->next)
        events_refuse_start(events, start->data);
    g_list_free(starts);
}
