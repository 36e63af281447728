/* Tally: counts the segments, turns, words and seconds of every code in every conversation. It
 * reads segments, or tallies to add up.
 *
 *     vs-tally --codebook koenig segments.tsv */

#include "base/fail.h"
#include "codebook/codebook.h"
#include "codebook/kinds.h"
#include "table/number.h"
#include "table/stage.h"
#include "table/tallies.h"
#include "table/tallies_out.h"
#include "table/writer.h"
#include "tally/consensus.h"
#include "tally/place.h"
#include "tally/unit.h"
#include "tally/worth.h"

#include <string.h>

enum { FLUSH_BYTES = 24 << 20 };

struct tally {
    char **names;
    char *coder;
    bool scattered;
    struct run *run;
    struct codebooks *codebooks;
    struct kinds *kinds;
    struct tallies *tallies;
    struct tallies_out *out;
    struct reader *in;
    int unit, code, decision; /* slots */
    struct place place;
    struct worth worth;
    struct consensus *consensus; /* --coder consensus; else NULL */
    guint written;               /* sources that have left, in order */
};

static struct tally tally;

static const struct option tally_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &tally.names, "NAME|FILE",
     "Codebook that knows the sides of the codes; may be repeated"},
    {"coder", OPTION_TEXT, RECORD_NEVER, &tally.coder, "NAME",
     "Whose codes count where a source has several coders; consensus: what they agree on"},
    {"scattered", OPTION_FLAG, RECORD_NEVER, &tally.scattered, NULL,
     "Keep every source in memory: its rows may come back at any time"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

/* What the unit of this row is worth. */
static struct tally_amount tally_worth(void)
{
    return worth_unit(&tally.worth);
}

/* The names of the other row kinds are no codes. */
static void tally_check_code(const char *code)
{
    if (strcmp(code, "*") == 0 || g_str_has_prefix(code, "side:"))
        fail(STATUS_STOPPED, "%s: \"%s\" cannot be a code; make it an alias and run vs-recode",
             reader_place(tally.in), code);
}

/* The cells of a group that a code counts in. */
static struct recent_cells tally_cells(struct tally_group *group, const char *code, int kind)
{
    int side = *code == '\0' ? -1 : kinds_side(tally.kinds, kind);
    struct recent_cells cells = {.all = tallies_cell(tally.tallies, group, KIND_ALL), .side = -1};

    cells.code = tallies_cell(tally.tallies, group, kind);
    if (side >= 0)
        cells.side = (int)tallies_cell(tally.tallies, group, side);
    cells.known = true;
    return cells;
}

static void tally_segment(struct recent_entry *entry)
{
    const char *code = reader_cell(tally.in, tally.code);
    struct tally_source *source = entry->source;
    size_t before = marks_bytes(&source->units);
    struct unit unit = {
        .tallies = tally.tallies,
        .source = source,
        .group = &g_array_index(source->groups, struct tally_group, entry->group),
        .name = reader_cell(tally.in, tally.unit),
        .length = reader_length(tally.in, tally.unit),
        .worth = tally_worth,
    };
    int kind = kinds_of(tally.kinds, code);
    struct recent_cells spare = {.known = false};
    struct recent_cells *cells = kind < RECENT_KINDS ? &entry->cells[kind] : &spare;
    int64_t segments = *code != '\0';

    if (!cells->known) {
        tally_check_code(code);
        *cells = tally_cells(unit.group, code, kind);
    }
    unit_count(&unit, cells->all, true, segments);
    unit_count(&unit, cells->code, false, segments);
    if (cells->side >= 0)
        unit_count(&unit, (guint)cells->side, false, segments);
    tally.tallies->bytes += marks_bytes(&source->units) - before;
}

/* Consensus: what coders agree on is known when all rows of a source are in. */
static void tally_keep(struct tally_source *source)
{
    const char *code = reader_cell(tally.in, tally.code);
    struct consensus_row row = {
        .unit = reader_cell(tally.in, tally.unit),
        .length = reader_length(tally.in, tally.unit),
        .role = reader_cell(tally.in, tally.place.role),
        .context = tally_columns_context(tally.place.columns, tally.in),
        .coder = reader_cell(tally.in, tally.place.coder),
        .kind = kinds_of(tally.kinds, code),
        .decision = reader_cell(tally.in, tally.decision),
    };

    tally_check_code(code);
    consensus_add(tally.consensus, source, &row, tally_worth);
}

static void tally_sum(struct tally_group *group)
{
    struct tally_amount amount = worth_sum(&tally.worth);
    int kind = kinds_of(tally.kinds, reader_cell(tally.in, tally.code));

    tallies_add(group, tallies_cell(tally.tallies, group, kind), &amount);
}

static void tally_row(void)
{
    bool segments = reader_head(tally.in)->shape == SHAPE_SEGMENTS;
    struct recent_entry *entry;

    if (tally.consensus != NULL && segments) {
        tally_keep(place_source(&tally.place));
        return;
    }
    entry = recent_find(tally.place.recent, tally.in, tally.tallies);
    if (entry == NULL)
        entry = place_meet(&tally.place);
    if (segments)
        tally_segment(entry);
    else
        tally_sum(&g_array_index(entry->source->groups, struct tally_group, entry->group));
}

/* Writes the sources before `stop` that have not left yet. */
static void tally_write(guint stop)
{
    struct head *head = reader_united(tally.in);
    GPtrArray *contexts = tally_columns_context_names(tally.place.columns, tally.in);
    GPtrArray *extras = tally_columns_extra_names(tally.place.columns, tally.in);

    stage_sign(tally.run, head);
    codebooks_sign(tally.codebooks, head);
    tallies_out_begin(tally.out, head, contexts, extras);
    for (; tally.written < stop; tally.written++) {
        if (tally.consensus != NULL)
            consensus_settle(tally.consensus, tally.tallies->sources->pdata[tally.written]);
        tallies_out_source(tally.out, tally.tallies->sources->pdata[tally.written]);
    }
    recent_forget(tally.place.recent);
    g_ptr_array_free(contexts, TRUE);
    g_ptr_array_free(extras, TRUE);
    head_free(head);
}

static void tally_open(struct run *run, struct writer *writer)
{
    tally.run = run;
    tally.codebooks = codebooks_load(tally.names);
    tally.tallies = tallies_new();
    tally.kinds = kinds_new(tally.codebooks, tally.tallies->kinds);
    if (g_strcmp0(tally.coder, "consensus") == 0)
        tally.consensus = consensus_new(tally.tallies, tally.kinds, tally.codebooks);
    tally.out = tallies_out_new(tally.tallies, writer, run->ledger, tally.coder);
    tally.in = stage_reader(run, shape_bit(SHAPE_SEGMENTS) | shape_bit(SHAPE_TALLIES));
    tally.unit = reader_column(tally.in, "unit");
    tally.code = reader_column(tally.in, "code");
    tally.decision = reader_column(tally.in, "decision");
    place_open(&tally.place, tally.in, tally.tallies);
    worth_open(&tally.worth, tally.in);
}

static void tally_close(void)
{
    reader_close(tally.in);
    tallies_out_free(tally.out);
    consensus_free(tally.consensus);
    kinds_free(tally.kinds);
    tallies_free(tally.tallies);
    codebooks_free(tally.codebooks);
    place_close(&tally.place);
}

/* Sources whose rows have ended leave early when memory grows, as long as none ever came back. */
static bool tally_is_full(void)
{
    return tally.tallies->bytes > FLUSH_BYTES && !tally.scattered && !tally.tallies->scattered &&
           tally.tallies->current + 1 == (int)tally.tallies->sources->len;
}

/* What the numbers do not show by themselves. */
static void tally_tell(struct ledger *ledger)
{
    char number[NUMBER_ROOM];

    number_write_count(number, tally.worth.untimed);
    if (tally.worth.untimed > 0)
        ledger_add(ledger, LEDGER_WARNING, "", "", "untimed", number,
                   "units without a start or an end: they count for no time");
    if (tally.tallies->scattered)
        ledger_add(ledger, LEDGER_NOTE, "", "", "scattered", "",
                   "rows of a source do not stand together: every source was kept in memory");
}

static void tally_run(struct run *run)
{
    struct writer *writer = writer_new(run->output);
    unsigned table = 0;

    tally_open(run, writer);
    while (reader_next(tally.in)) {
        if (table != reader_table(tally.in))
            place_begin(&tally.place);
        table = reader_table(tally.in);
        tally_row();
        if (tally_is_full())
            tally_write((guint)tally.tallies->current);
    }
    tally_write(tally.tallies->sources->len);
    tally_tell(run->ledger);
    tallies_out_tell(tally.out);
    if (tally.consensus != NULL)
        consensus_tell(tally.consensus, run->ledger);
    writer_end(writer);
    writer_free(writer);
    tally_close();
}

static const struct stage tally_stage = {
    .name = "tally",
    .order = 6,
    .input = "segments | tallies",
    .output = "tallies",
    .summary = "counts segments, turns, words and seconds per conversation and code",
    .detail =
        "Beside the codes stand `side:NAME`, an empty code (looked at, no code) and `*` (all).\n"
        "Tallies of tallies are tallies: equal keys add. Example:\n"
        "  vs-tally --codebook koenig segments.tsv",
    .options = tally_options,
    .run = tally_run,
};

int main(int argc, char **argv)
{
    return stage_main(&tally_stage, argc, argv);
}
