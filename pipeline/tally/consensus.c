#include "tally/consensus.h"

#include "table/number.h"
#include "tally/settle.h"

#include <string.h>

const char consensus_none[] = "-";

struct consensus {
    struct tallies *tallies;
    struct kinds *kinds;
    const struct codebooks *codebooks;
    GPtrArray *sources; /* struct settle_source by id; NULL: nothing kept */
    struct settle_counts counts;
};

struct consensus *consensus_new(struct tallies *tallies, struct kinds *kinds,
                                const struct codebooks *codebooks)
{
    struct consensus *consensus = g_new0(struct consensus, 1);

    consensus->tallies = tallies;
    consensus->kinds = kinds;
    consensus->codebooks = codebooks;
    consensus->sources = g_ptr_array_new();
    return consensus;
}

static void consensus_free_source(struct settle_source *source)
{
    if (source == NULL)
        return;
    for (guint i = 0; i < source->units->len; i++) {
        struct settle_unit *unit = &g_array_index(source->units, struct settle_unit, i);

        g_free(unit->name);
        if (unit->decisions != NULL)
            g_ptr_array_unref(unit->decisions);
    }
    g_array_free(source->units, TRUE);
    g_array_free(source->codings, TRUE);
    g_hash_table_destroy(source->index);
    g_free(source);
}

void consensus_free(struct consensus *consensus)
{
    if (consensus == NULL)
        return;
    for (guint i = 0; i < consensus->sources->len; i++)
        consensus_free_source(consensus->sources->pdata[i]);
    g_ptr_array_free(consensus->sources, TRUE);
    g_free(consensus);
}

static struct settle_source *consensus_source(struct consensus *consensus, int id)
{
    struct settle_source *source;

    if (consensus->sources->len <= (guint)id)
        g_ptr_array_set_size(consensus->sources, id + 1);
    source = consensus->sources->pdata[id];
    if (source != NULL)
        return source;
    source = g_new0(struct settle_source, 1);
    source->units = g_array_new(FALSE, FALSE, sizeof(struct settle_unit));
    source->codings = g_array_new(FALSE, FALSE, sizeof(struct settle_coding));
    source->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    consensus->sources->pdata[id] = source;
    return source;
}

/* Index of the unit of a row, which is made when it is new. */
static guint consensus_unit(struct consensus *consensus, struct settle_source *source,
                            const struct consensus_row *row, struct tally_amount (*worth)(void))
{
    struct settle_unit unit = {
        .role = names_id(consensus->tallies->roles, row->role),
        .context = names_id(consensus->tallies->contexts, row->context),
        .first = SETTLE_END,
        .last = SETTLE_END,
        .length = row->length,
    };
    char *key = g_strdup_printf("%d %d %s", unit.role, unit.context, row->unit);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(source->index, key));

    if (known > 0) {
        g_free(key);
        return known - 1;
    }
    unit.amount = worth();
    g_array_append_val(source->units, unit);
    g_array_index(source->units, struct settle_unit, source->units->len - 1).name =
        g_strndup(row->unit, row->length);
    g_hash_table_insert(source->index, key, GUINT_TO_POINTER(source->units->len));
    source->bytes += sizeof unit + 2 * row->length;
    return source->units->len - 1;
}

static void consensus_decide(struct settle_unit *unit, const char *decision)
{
    char **parts;

    if (*decision == '\0')
        return;
    if (unit->decisions == NULL)
        unit->decisions = g_ptr_array_new_with_free_func(g_free);
    parts = g_strsplit(decision, ";", -1);
    for (char **part = parts; *part != NULL; part++)
        g_ptr_array_add(unit->decisions, g_strdup(*part));
    g_strfreev(parts);
}

void consensus_add(struct consensus *consensus, struct tally_source *source,
                   const struct consensus_row *row, struct tally_amount (*worth)(void))
{
    struct settle_source *kept = consensus_source(consensus, source->id);
    guint index = consensus_unit(consensus, kept, row, worth);
    struct settle_unit *unit = &g_array_index(kept->units, struct settle_unit, index);
    struct settle_coding coding = {
        .coder = names_id(consensus->tallies->coders, row->coder),
        .kind = row->kind,
        .next = SETTLE_END,
    };
    size_t before = kept->bytes;

    consensus_decide(unit, row->decision);
    if (unit->last == SETTLE_END)
        unit->first = kept->codings->len;
    else
        g_array_index(kept->codings, struct settle_coding, unit->last).next = kept->codings->len;
    unit->last = kept->codings->len;
    g_array_append_val(kept->codings, coding);
    kept->bytes += sizeof coding;
    consensus->tallies->bytes += kept->bytes - before;
}

void consensus_settle(struct consensus *consensus, struct tally_source *source)
{
    struct settle_source *kept =
        (guint)source->id < consensus->sources->len ? consensus->sources->pdata[source->id] : NULL;
    struct settle settle = {
        .tallies = consensus->tallies,
        .kinds = consensus->kinds,
        .codebooks = consensus->codebooks,
        .source = source,
        .kept = kept,
        .counts = &consensus->counts,
    };

    if (kept == NULL)
        return;
    settle_source(&settle);
    consensus->tallies->bytes -= MIN(kept->bytes, consensus->tallies->bytes);
    consensus_free_source(kept);
    consensus->sources->pdata[source->id] = NULL;
}

static void consensus_say(struct ledger *ledger, enum ledger_level level, const char *what,
                          int64_t count, const char *action)
{
    char number[NUMBER_ROOM];

    number_write_count(number, count);
    if (count > 0)
        ledger_add(ledger, level, "", "", what, number, action);
}

void consensus_tell(const struct consensus *consensus, struct ledger *ledger)
{
    const struct settle_counts *counts = &consensus->counts;

    consensus_say(ledger, LEDGER_NOTE, "consensus-agreed", counts->agreed,
                  "units to which all their coders gave the same");
    consensus_say(ledger, LEDGER_NOTE, "consensus-decided", counts->decided,
                  "units counted as decided");
    consensus_say(ledger, LEDGER_NOTE, "consensus-alone", counts->alone,
                  "units that one of several coders coded: counted as that coder did");
    consensus_say(ledger, LEDGER_WARNING, "consensus-partly", counts->partly,
                  "units without a decision counted for the codes that all their coders gave");
    consensus_say(ledger, LEDGER_WARNING, "consensus-undecided", counts->undecided,
                  "units not counted: their coders differ and nothing is decided");
}
