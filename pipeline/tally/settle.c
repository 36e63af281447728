#include "tally/settle.h"

#include "tally/consensus.h"
#include "tally/unit.h"

#include <string.h>

/* The name under which units count in a source with several coders. */
static const char settle_name[] = "consensus";

/* What is known of a source before its units are settled. */
struct settle_coders {
    GHashTable *systems; /* "coder codebook": the coder used a code of it */
    GArray *busy;        /* gboolean by coder: used a code of any */
    GArray *met;         /* gboolean by coder: has a row */
    int number;          /* of coders */
    int only;            /* the one coder there is */
};

/* The codes of a unit and how many of its coders gave each. */
struct settle_codes {
    GArray *kinds;  /* int */
    GArray *coders; /* int: different ones */
};

/* The codebook of a kind; NULL for a code of none. */
static const struct codebook *settle_system(const struct settle *settle, int kind)
{
    const struct code *code =
        codebooks_code(settle->codebooks, names_text(settle->tallies->kinds, kind));

    return code == NULL ? NULL : code->codebook;
}

/* A row without coder and without code is nobody's: it only says that the unit is there. */
static bool settle_is_plain(const struct settle *settle, const struct settle_coding *coding)
{
    return coding->kind == KIND_NONE && *names_text(settle->tallies->coders, coding->coder) == '\0';
}

static char *settle_key(int coder, const struct codebook *system)
{
    return g_strdup_printf("%d %s", coder, system == NULL ? "" : system->name);
}

static struct settle_coders settle_coders(const struct settle *settle)
{
    guint n = (guint)names_count(settle->tallies->coders);
    struct settle_coders coders = {
        .systems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .busy = g_array_sized_new(FALSE, TRUE, sizeof(gboolean), n),
        .met = g_array_sized_new(FALSE, TRUE, sizeof(gboolean), n),
        .only = -1,
    };

    g_array_set_size(coders.busy, n);
    g_array_set_size(coders.met, n);
    for (guint i = 0; i < settle->kept->codings->len; i++) {
        const struct settle_coding *coding =
            &g_array_index(settle->kept->codings, struct settle_coding, i);

        if (settle_is_plain(settle, coding))
            continue;
        coders.number += !g_array_index(coders.met, gboolean, coding->coder);
        coders.only = coding->coder;
        g_array_index(coders.met, gboolean, coding->coder) = TRUE;
        if (coding->kind == KIND_NONE)
            continue;
        g_array_index(coders.busy, gboolean, coding->coder) = TRUE;
        g_hash_table_add(coders.systems,
                         settle_key(coding->coder, settle_system(settle, coding->kind)));
    }
    return coders;
}

static void settle_coders_clear(struct settle_coders *coders)
{
    g_hash_table_destroy(coders->systems);
    g_array_free(coders->busy, TRUE);
    g_array_free(coders->met, TRUE);
}

/* Whether a coder has a say on the codes of a codebook. */
static bool settle_has_say(const struct settle_coders *coders, int coder,
                           const struct codebook *system)
{
    char *key = settle_key(coder, system);
    bool used = g_hash_table_contains(coders->systems, key);

    g_free(key);
    return used || !g_array_index(coders->busy, gboolean, coder);
}

static void settle_add_once(GArray *array, int value)
{
    for (guint i = 0; i < array->len; i++)
        if (g_array_index(array, int, i) == value)
            return;
    g_array_append_val(array, value);
}

static struct settle_codes settle_codes(const struct settle *settle, const struct settle_unit *unit)
{
    struct settle_codes codes = {g_array_new(FALSE, FALSE, sizeof(int)),
                                 g_array_new(FALSE, FALSE, sizeof(int))};

    for (guint i = unit->first; i != SETTLE_END;) {
        const struct settle_coding *coding =
            &g_array_index(settle->kept->codings, struct settle_coding, i);

        if (!settle_is_plain(settle, coding))
            settle_add_once(codes.coders, coding->coder);
        if (coding->kind != KIND_NONE)
            settle_add_once(codes.kinds, coding->kind);
        i = coding->next;
    }
    return codes;
}

static bool settle_gave(const struct settle *settle, const struct settle_unit *unit, int coder,
                        int kind)
{
    for (guint i = unit->first; i != SETTLE_END;) {
        const struct settle_coding *coding =
            &g_array_index(settle->kept->codings, struct settle_coding, i);

        if (coding->coder == coder && coding->kind == kind)
            return true;
        i = coding->next;
    }
    return false;
}

/* Whether every coder of the unit with a say on the code gave it. */
static bool settle_is_shared(const struct settle *settle, const struct settle_coders *coders,
                             const struct settle_unit *unit, const struct settle_codes *codes,
                             int kind)
{
    const struct codebook *system = settle_system(settle, kind);

    for (guint i = 0; i < codes->coders->len; i++) {
        int coder = g_array_index(codes->coders, int, i);

        if (settle_has_say(coders, coder, system) && !settle_gave(settle, unit, coder, kind))
            return false;
    }
    return true;
}

/* Whether something is decided on the unit's codes of a codebook: a code of it, or none at all. */
static bool settle_is_decided(const struct settle *settle, const struct settle_unit *unit,
                              const struct codebook *system)
{
    for (guint i = 0; unit->decisions != NULL && i < unit->decisions->len; i++) {
        const char *text = unit->decisions->pdata[i];
        const struct code *code = codebooks_code(settle->codebooks, text);

        if (strcmp(text, consensus_none) == 0 || (code == NULL ? NULL : code->codebook) == system)
            return true;
    }
    return false;
}

/* Adds the codes that were decided on. */
static void settle_add_decided(const struct settle *settle, const struct settle_unit *unit,
                               GArray *result)
{
    for (guint i = 0; unit->decisions != NULL && i < unit->decisions->len; i++)
        if (strcmp(unit->decisions->pdata[i], consensus_none) != 0)
            settle_add_once(result, kinds_of(settle->kinds, unit->decisions->pdata[i]));
}

static void settle_cell(struct unit *unit, int kind, int64_t segments)
{
    unit_count(unit, tallies_cell(unit->tallies, unit->group, kind), kind == KIND_ALL, segments);
}

static void settle_count(const struct settle *settle, const struct settle_unit *unit,
                         const char *coder, const GArray *kinds)
{
    struct tallies *tallies = settle->tallies;
    struct unit counted = {
        .tallies = tallies,
        .source = settle->source,
        .group = tallies_group(tallies, settle->source, names_text(tallies->roles, unit->role),
                               coder, names_text(tallies->contexts, unit->context)),
        .name = unit->name,
        .length = unit->length,
        .amount = unit->amount,
        .known = true,
    };

    if (kinds->len == 0) {
        settle_cell(&counted, KIND_ALL, 0);
        settle_cell(&counted, KIND_NONE, 0);
    }
    for (guint i = 0; i < kinds->len; i++) {
        int kind = g_array_index(kinds, int, i);
        int side = kinds_side(settle->kinds, kind);

        settle_cell(&counted, KIND_ALL, 1);
        settle_cell(&counted, kind, 1);
        if (side >= 0)
            settle_cell(&counted, side, 1);
    }
}

/* What the coders of a unit make of it together: the codes in `result`; false when nothing shared
 * and nothing decided is left of some codebook. */
static bool settle_together(const struct settle *settle, const struct settle_coders *coders,
                            const struct settle_unit *unit, const struct settle_codes *codes,
                            GArray *result)
{
    bool differ = false;
    bool decided = false;
    bool settled = true;

    for (guint i = 0; i < codes->kinds->len; i++) {
        int kind = g_array_index(codes->kinds, int, i);

        if (settle_is_shared(settle, coders, unit, codes, kind))
            settle_add_once(result, kind);
    }
    for (guint i = 0; i < codes->kinds->len; i++) {
        int kind = g_array_index(codes->kinds, int, i);
        const struct codebook *system = settle_system(settle, kind);
        bool some = false;

        if (settle_is_shared(settle, coders, unit, codes, kind))
            continue;
        differ = true;
        for (guint j = 0; j < result->len; j++)
            some = some || settle_system(settle, g_array_index(result, int, j)) == system;
        decided = decided || settle_is_decided(settle, unit, system);
        settled = settled && (some || settle_is_decided(settle, unit, system));
    }
    if (differ && decided)
        settle_add_decided(settle, unit, result);
    settle->counts->agreed += !differ && codes->coders->len > 1;
    settle->counts->alone += codes->coders->len == 1;
    settle->counts->decided += differ && settled && decided;
    settle->counts->partly += differ && settled && !decided;
    settle->counts->undecided += !settled;
    return settled;
}

/* What is decided on a unit that only one of several coders coded goes before that coder's code. */
static void settle_alone(const struct settle *settle, const struct settle_unit *unit,
                         GArray *result)
{
    settle_add_decided(settle, unit, result);
    settle->counts->decided++;
    settle_count(settle, unit, settle_name, result);
}

static void settle_unit(const struct settle *settle, const struct settle_coders *coders,
                        const struct settle_unit *unit)
{
    struct settle_codes codes = settle_codes(settle, unit);
    GArray *result = g_array_new(FALSE, FALSE, sizeof(int));

    if (codes.coders->len == 0)
        settle_count(settle, unit, "", result);
    else if (coders->number == 1)
        settle_count(settle, unit, names_text(settle->tallies->coders, coders->only), codes.kinds);
    else if (codes.coders->len == 1 && unit->decisions != NULL)
        settle_alone(settle, unit, result);
    else if (settle_together(settle, coders, unit, &codes, result))
        settle_count(settle, unit, settle_name, result);
    g_array_free(result, TRUE);
    g_array_free(codes.kinds, TRUE);
    g_array_free(codes.coders, TRUE);
}

void settle_source(const struct settle *settle)
{
    struct settle_coders coders = settle_coders(settle);

    for (guint i = 0; i < settle->kept->units->len; i++)
        settle_unit(settle, &coders, &g_array_index(settle->kept->units, struct settle_unit, i));
    settle_coders_clear(&coders);
}
