#include "agree/unitizing.h"

#include "agree/couples.h"
#include "agree/pieces.h"

/* The word of note for what makes the data of no use. */
static const char *unitizing_trouble(enum unitize_trouble trouble)
{
    switch (trouble) {
    case UNITIZE_OVERLAP:
        return "overlap";
    case UNITIZE_EMPTY:
        return "no-places";
    case UNITIZE_OUTSIDE:
    case UNITIZE_NOT_CODED:
        return "outside-length";
    case UNITIZE_TOO_LONG:
        return "not-defined";
    case UNITIZE_FINE:
        break;
    }
    return "";
}

/* Tells the ledger which passage it is. */
static void unitizing_tell(const struct pieces *pieces, const struct unitize_fault *fault,
                           struct ledger *ledger)
{
    const struct system *system = pieces->system;
    const struct unitize_piece *piece =
        &g_array_index(pieces->list, struct unitize_piece, fault->piece);
    const struct coding_unit *unit =
        codings_unit(system->codings, g_array_index(pieces->units, guint, fault->piece));
    char *value = g_strdup_printf("%s %s (%s)", names_text(system->codings->sources, unit->source),
                                  unit->name, system_coder(system, (guint)piece->coder));
    char *action =
        g_strdup_printf("no unitizing alpha of %s: correct this passage", system->book->name);

    ledger_add(ledger, LEDGER_WARNING, "", "", unitizing_trouble(fault->trouble), value, action);
    g_free(action);
    g_free(value);
}

static void unitizing_write_one(const struct rows *rows, const struct rows_place *place,
                                const struct pieces *pieces, const struct unitize *unitize,
                                const char *statistic, struct unitize_coefficient coefficient)
{
    struct cluster_interval interval;
    struct rows_number number = {.statistic = statistic,
                                 .value = unitize_value(unitize, &coefficient),
                                 .interval = &interval,
                                 .mark = ""};

    unitize_intervals(unitize, &coefficient, 1, &rows->resample, &interval);
    number.method = pieces->said     ? "continuum=length"
                    : pieces->unsaid ? "continuum=last-end"
                                     : "continuum=mixed";
    rows_number(rows, place, &number);
}

static void unitizing_write_all(const struct rows *rows, const struct rows_place *place,
                                const struct pieces *pieces, const struct unitize *unitize,
                                bool codes)
{
    unitizing_write_one(rows, place, pieces, unitize, "u_alpha",
                        (struct unitize_coefficient){UNITIZE_ALPHA, 0});
    unitizing_write_one(rows, place, pieces, unitize, "u_alpha_binary",
                        (struct unitize_coefficient){UNITIZE_BINARY, 0});
    unitizing_write_one(rows, place, pieces, unitize, "cu_alpha",
                        (struct unitize_coefficient){UNITIZE_CODES, 0});
    for (guint i = 0; codes && i < pieces->system->codes->len; i++) {
        struct rows_place code = {place->by, place->group, system_code(pieces->system, (int)i)};

        unitizing_write_one(rows, &code, pieces, unitize, "ku_alpha",
                            (struct unitize_coefficient){UNITIZE_CODE, i});
        unitizing_write_one(rows, &code, pieces, unitize, "cover",
                            (struct unitize_coefficient){UNITIZE_CODE_COVERAGE, i});
    }
}

/* Over all coders, or for a pair of them. */
static void unitizing_write_place(const struct rows *rows, const struct rows_place *place,
                                  const struct pieces *pieces, const int coders[2],
                                  struct ledger *ledger)
{
    static const char *const wanted[] = {"u_alpha", "u_alpha_binary", "cu_alpha"};
    struct unitize_data data = pieces_data(pieces, coders);
    struct unitize unitize;
    struct unitize_fault fault = {.trouble = UNITIZE_FINE};
    const char *why = pieces->placeless ? "no-places" : "";

    if (!pieces->placeless)
        fault = unitize_collapse(&unitize, &data);
    if (fault.trouble != UNITIZE_FINE)
        why = unitizing_trouble(fault.trouble);
    if (fault.trouble != UNITIZE_FINE && ledger != NULL)
        unitizing_tell(pieces, &fault, ledger);
    for (size_t i = 0; *why != '\0' && i < G_N_ELEMENTS(wanted); i++)
        rows_refuse(rows, place, wanted[i], why);
    if (*why == '\0') {
        unitizing_write_all(rows, place, pieces, &unitize, coders[0] < 0);
        unitize_free(&unitize);
    }
    pieces_data_clear(&data);
}

/* What rests on units cannot be known of passages. */
static void unitizing_refuse(const struct rows *rows, const struct system *system,
                             struct ledger *ledger)
{
    static const char *const refused[] = {"percent", "kappa", "alpha_nominal", "ac1"};
    struct rows_place place = {"", "", ""};

    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
        if (i != 1 || system->coders->len == 2)
            rows_refuse(rows, &place, refused[i], "passages-only");
    ledger_add(ledger, LEDGER_WARNING, "", "", "passages-only", system->book->name,
               "nothing that rests on units: this export names coded passages only");
}

void unitizing_write(const struct rows *rows, const struct system *system, struct ledger *ledger)
{
    static const int all[2] = {-1, -1};
    struct pieces *pieces = pieces_new(system);
    struct rows_place place = {"", "", ""};

    unitizing_refuse(rows, system, ledger);
    unitizing_write_place(rows, &place, pieces, all, ledger);
    for (int i = 0; i < (int)system->coders->len; i++)
        for (int j = i + 1; j < (int)system->coders->len; j++) {
            const int two[2] = {i, j};
            char *name = couples_name(system, (guint)i, (guint)j);
            struct rows_place pair = {"coder", name, ""};

            unitizing_write_place(rows, &pair, pieces, two, NULL);
            g_free(name);
        }
    pieces_free(pieces);
}
