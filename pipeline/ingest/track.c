#include "ingest/track.h"

#include "base/fail.h"
#include "foreign/tidy.h"
#include "foreign/vendor.h"
#include "ingest/spans.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

enum { AHEAD = 48 << 20 };

/* How sure it is that a label is a speaker's. */
enum surety { SURE, BY_ROLE };

struct track {
    struct track_source from;
    GHashTable *labels;  /* label -> GINT of surety + 1 */
    GPtrArray *order;    /* labels in order of appearance */
    GHashTable *spans;   /* source -> struct spans */
    GHashTable *units;   /* source, 1f, unit -> label */
    GHashTable *sources; /* texts kept */
    bool doubled;        /* some unit has two labels */
    bool placed;         /* some label has a place */
    int64_t several;     /* rows with more speakers */
    int64_t without;     /* rows without one */
};

static const char *track_keep(struct track *track, const char *text)
{
    char *kept = g_hash_table_lookup(track->sources, text);

    if (kept == NULL) {
        kept = g_strdup(text);
        g_hash_table_add(track->sources, kept);
    }
    return kept;
}

/* A word of the record, tidied; to be freed. */
static char *track_word(const struct sheet *sheet, int column)
{
    return tidy_text(sheet_cell(sheet, column), sheet_length(sheet, column));
}

static char *track_key(const char *source, const char *unit)
{
    return g_strconcat(source, "\x1f", unit, NULL);
}

static bool track_is_told(const struct track *track, const char *code)
{
    for (char *const *told = track->from.told; told != NULL && *told != NULL; told++) {
        char **each = g_strsplit(*told, ",", -1);
        bool found = strcmp(*told, code) == 0;

        for (char **label = each; *label != NULL && !found; label++)
            found = strcmp(g_strstrip(*label), code) == 0;
        g_strfreev(each);
        if (found)
            return true;
    }
    return false;
}

/* Whether a cell of the record marks all its codes as speakers: that of the coder, or one whose
 * column is for categories. */
static bool track_is_marked(const struct track *track, const struct sheet *sheet)
{
    if (vendor_is_speaker_mark(sheet_cell(sheet, track->from.fields->fixed[CODER])))
        return true;
    for (guint i = 0; i < track->from.fields->extra->len; i++) {
        int column = g_array_index(track->from.fields->extra, int, i);

        if (vendor_is_speaker_mark(sheet_cell(sheet, column)))
            return true;
    }
    return false;
}

/* How sure a code is a speaker's label: surety + 1, or 0. */
static int track_judge(const struct track *track, const char *code, bool marked)
{
    if (marked || track_is_told(track, code))
        return SURE + 1;
    if (codebooks_meaning(track->from.codebooks, code) != NULL)
        return 0;
    if (cellwords_means(track->from.words, CELLWORD_SPEAKER, code))
        return SURE + 1;
    return track->from.fields->fixed[SPEAKER] < 0 && *roles_named(track->from.roles, code) != '\0'
               ? BY_ROLE + 1
               : 0;
}

static void track_meet(struct track *track, const struct sheet *sheet, const char *label,
                       int surety)
{
    int column = track->from.fields->fixed[SOURCE];
    char *source = track_word(sheet, column);
    char *unit = track_word(sheet, track->from.fields->fixed[UNIT]);
    const char *name = track_keep(track, column < 0 ? track->from.stem : source);
    struct spans *spans = g_hash_table_lookup(track->spans, name);
    double extent[2];

    if (g_hash_table_lookup(track->labels, label) == NULL) {
        g_hash_table_insert(track->labels, (gpointer)label, GINT_TO_POINTER(surety));
        g_ptr_array_add(track->order, (gpointer)label);
    }
    typed_peek(track->from.typed, sheet, track->from.after, extent);
    if (spans == NULL) {
        spans = spans_new();
        g_hash_table_insert(track->spans, (gpointer)name, spans);
    }
    if (!isnan(extent[0]) && !isnan(extent[1])) {
        spans_add(spans, extent, label);
        track->placed = true;
    }
    if (*unit != '\0') {
        char *key = track_key(name, unit);
        const char *known = g_hash_table_lookup(track->units, key);

        track->doubled = track->doubled || (known != NULL && known != label);
        g_hash_table_replace(track->units, key, (gpointer)(known != NULL ? known : label));
    }
    g_free(source);
    g_free(unit);
}

static bool track_look(const struct sheet *sheet, void *data)
{
    struct track *track = data;
    const GArray *columns = track->from.grid->columns;
    bool marked = track_is_marked(track, sheet);

    for (guint i = 0; i < columns->len; i++) {
        const struct grid_column *column = &g_array_index(columns, struct grid_column, i);
        const GPtrArray *codes =
            column->code != NULL ? NULL : labels_read(track->from.labels, sheet, column->column);

        for (guint j = 0; codes != NULL && j < codes->len; j++) {
            int surety = track_judge(track, codes->pdata[j], marked);

            if (surety > 0)
                track_meet(track, sheet, codes->pdata[j], surety);
        }
    }
    return true;
}

static struct track *track_new(const struct track_source *source)
{
    struct track *track = g_new0(struct track, 1);

    track->from = *source;
    track->labels = g_hash_table_new(g_str_hash, g_str_equal);
    track->order = g_ptr_array_new();
    track->spans = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)spans_free);
    track->units = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    track->sources = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return track;
}

void track_free(struct track *track)
{
    if (track == NULL)
        return;
    g_hash_table_destroy(track->labels);
    g_ptr_array_unref(track->order);
    g_hash_table_destroy(track->spans);
    g_hash_table_destroy(track->units);
    g_hash_table_destroy(track->sources);
    g_free(track);
}

/* Whether the labels take turns, as speakers do and subjects of talk do not. */
static bool track_takes_turns(const struct track *track)
{
    GHashTableIter each;
    gpointer spans;

    if (track->order->len < 2 || !track->placed || track->doubled)
        return false;
    g_hash_table_iter_init(&each, track->spans);
    while (g_hash_table_iter_next(&each, NULL, &spans))
        if (spans_overlap(spans))
            return false;
    return true;
}

/* Drops the labels that are speakers by their role alone where they do not take turns. */
static void track_decide(struct track *track)
{
    const char *file = sheet_file(track->from.sheet);
    bool turns = track_takes_turns(track);

    for (guint i = 0; i < track->order->len; i++) {
        const char *label = track->order->pdata[i];
        bool sure = GPOINTER_TO_INT(g_hash_table_lookup(track->labels, label)) == SURE + 1;

        if (sure || turns) {
            ledger_add(track->from.ledger, LEDGER_NOTE, file, "", "speaker-label", label,
                       "says who speaks: not counted as a code");
            continue;
        }
        ledger_add(track->from.ledger, LEDGER_WARNING, file, "", "speaker-suspect", label,
                   "counted as a code; say --speaker-codes if it says who speaks, or give the "
                   "codebook that holds it");
        g_hash_table_remove(track->labels, label);
    }
}

struct track *track_find(const struct track_source *source)
{
    struct track *track;
    GHashTableIter each;
    gpointer spans;
    bool whole;

    if (source->told == NULL && source->fields->fixed[SPEAKER] >= 0)
        return NULL;
    track = track_new(source);
    whole = sheet_look_ahead(source->sheet, AHEAD, track_look, track);
    if (!whole && track->order->len > 0)
        fail(STATUS_STOPPED,
             "%s: \"%s\" is coded as a speaker, and the file is longer than %d MiB: who speaks "
             "where cannot be kept; divide it by conversation",
             sheet_file(source->sheet), (const char *)track->order->pdata[0], AHEAD >> 20);
    g_hash_table_iter_init(&each, track->spans);
    while (g_hash_table_iter_next(&each, NULL, &spans))
        spans_sort(spans);
    track_decide(track);
    if (g_hash_table_size(track->labels) > 0)
        return track;
    track_free(track);
    return NULL;
}

bool track_has(const struct track *track, const char *code)
{
    return track != NULL && g_hash_table_contains(track->labels, code);
}

/* The speaker by the place of a row. */
static const char *track_by_place(struct track *track, const char *source, const double extent[2])
{
    const struct spans *spans = g_hash_table_lookup(track->spans, source);
    bool others;
    const char *label;

    if (spans == NULL || isnan(extent[0]) || isnan(extent[1]))
        return NULL;
    label = spans_find(spans, extent, &others);
    track->several += others;
    return label;
}

const char *track_speaker(struct track *track, const char *source, const char *unit,
                          const double extent[2])
{
    const char *label = track_by_place(track, source, extent);

    if (label == NULL) {
        char *key = track_key(source, unit);

        label = g_hash_table_lookup(track->units, key);
        g_free(key);
    }
    if (label != NULL && track_has(track, label))
        return label;
    track->without++;
    return "";
}

static void track_count(const struct track *track, const char *file, const char *what,
                        int64_t count, const char *action)
{
    char text[NUMBER_ROOM];

    if (count == 0)
        return;
    number_write_count(text, count);
    ledger_add(track->from.ledger, LEDGER_WARNING, file, "", what, text, action);
}

void track_account(const struct track *track, const char *file)
{
    if (track == NULL)
        return;
    track_count(track, file, "speakers-several", track->several,
                "rows in which more than one speaks: the one with the longest part is taken");
    track_count(track, file, "speakers-none", track->without,
                "rows whose speaker no label tells: left empty");
}
