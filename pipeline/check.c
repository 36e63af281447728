/* Check: names what breaks the codebook, and passes every row on; with --refuse an impossible
 * value of an item becomes `.bereik`.
 *
 *     vs-check --codebook koenig segments.tsv */

#include "base/fail.h"
#include "codebook/choices.h"
#include "codebook/codebook.h"
#include "table/number.h"
#include "table/pass.h"

#include <string.h>

struct check {
    char **names;
    bool refuse;
    struct run *run;
    struct codebooks *codebooks;
    GHashTable *used;    /* codes and items that were met */
    GHashTable *choices; /* struct item -> struct choices */
    GHashTable *unknown; /* items that no codebook has, and that were named */
    int code;
    int role;
    int item;
    int value;
};

static struct check check;

static const struct option check_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &check.names, "NAME|FILE",
     "Codebook to hold the rows against; may be repeated"},
    {"refuse", OPTION_FLAG, RECORD_VALUE, &check.refuse, NULL,
     "Replace an impossible value by .bereik (else it is only named)"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static void check_say(struct reader *in, enum ledger_level level, const char *what,
                      const char *value, const char *action)
{
    const char *file;
    const char *line;

    reader_position(in, &file, &line);
    ledger_add(check.run->ledger, level, file, line, what, value, action);
}

static void check_unknown(struct reader *in, const char *what, const char *value)
{
    const char *nearest = codebooks_nearest(check.codebooks, value);
    char *action = nearest == NULL ? g_strdup("not in the codebook")
                                   : g_strdup_printf("not in the codebook (nearest: %s)", nearest);

    check_say(in, LEDGER_WARNING, what, value, action);
    g_free(action);
}

static void check_code(struct reader *in)
{
    const char *text = reader_cell(in, check.code);
    const char *role = reader_cell(in, check.role);
    const struct code *code;

    if (*text == '\0')
        return;
    code = codebooks_meaning(check.codebooks, text);
    if (code == NULL) {
        check_unknown(in, "unknown-code", text);
        return;
    }
    g_hash_table_add(check.used, code->code);
    if (*code->role != '\0' && *role == '\0')
        check_say(in, LEDGER_WARNING, "role-missing", text,
                  "no role is known here: it will not be counted; add a column role");
    else if (*code->role != '\0' && strcmp(code->role, role) != 0)
        check_say(in, LEDGER_WARNING, "other-role", text,
                  "the codebook counts this code for another role: it will not be counted");
}

static const struct choices *check_choices(const struct item *item)
{
    struct choices *choices = g_hash_table_lookup(check.choices, item);

    if (choices == NULL) {
        choices = choices_new(item);
        g_hash_table_insert(check.choices, (gpointer)item, choices);
    }
    return choices;
}

/* Whether a value is one that the item can have. */
static bool check_possible(const struct item *item, const char *text)
{
    const struct choices *choices = check_choices(item);
    double value;

    return number_read(text, &value) ? choices_can_be(choices, value) : !choices_is_number(choices);
}

/* Names a value that its item cannot have, and with --refuse takes it away. */
static void check_refuse(struct pass *pass, const char *item, const char *value)
{
    char *action = g_strdup_printf("item \"%s\": outside the item's range%s", item,
                                   check.refuse ? ": became .bereik" : "");

    check_say(pass_reader(pass), check.refuse ? LEDGER_REFUSED : LEDGER_WARNING, "out-of-range",
              value, action);
    if (check.refuse)
        pass_replace(pass, check.value, "", MISSING_RANGE);
    g_free(action);
}

static void check_answer(struct pass *pass)
{
    struct reader *in = pass_reader(pass);
    const char *name = reader_cell(in, check.item);
    const char *value = reader_cell(in, check.value);
    const struct item *item = codebooks_item(check.codebooks, name);

    if (item == NULL) {
        if (g_hash_table_add(check.unknown, g_strdup(name)))
            check_unknown(in, "unknown-item", name);
        return;
    }
    g_hash_table_add(check.used, item->item);
    if (*value == '\0' || check_possible(item, value))
        return;
    check_refuse(pass, name, value);
}

static const char *check_name(const struct codebook *book, bool segments, guint i)
{
    return segments ? ((const struct code *)book->codes->pdata[i])->code
                    : ((const struct item *)book->items->pdata[i])->item;
}

static bool check_is_used(const char *name)
{
    return g_hash_table_contains(check.used, name);
}

/* Whether somebody answered an item of the same scale: of a scale that was not asked, nothing is
 * missing. */
static bool check_is_asked(const struct codebook *book, guint i)
{
    const struct item *item = book->items->pdata[i];

    for (guint j = 0; j < book->items->len; j++) {
        const struct item *other = book->items->pdata[j];

        if (strcmp(other->scale, item->scale) == 0 && check_is_used(other->item))
            return true;
    }
    return false;
}

/* Codes of a codebook that nobody used: worth a note, not a fault. A codebook of which nothing was
 * used is about other rows than these: one note. */
static void check_finish_book(const struct codebook *book, bool segments)
{
    guint n = segments ? book->codes->len : book->items->len;
    bool met = false;

    for (guint i = 0; i < n; i++)
        met = met || check_is_used(check_name(book, segments, i));
    for (guint i = 0; i < n && met; i++)
        if (!check_is_used(check_name(book, segments, i)) && (segments || check_is_asked(book, i)))
            ledger_add(check.run->ledger, LEDGER_NOTE, "", "", "unused-code",
                       check_name(book, segments, i), "in the codebook, not in the data");
    if (!met)
        ledger_add(check.run->ledger, LEDGER_NOTE, "", "", "unmet-codebook", book->name,
                   "nothing of it is in these rows");
}

static void check_run(struct run *run)
{
    struct pass *pass;
    bool segments;

    if (check.names == NULL)
        fail(STATUS_USAGE, "say which codebook: --codebook NAME");
    check.run = run;
    check.codebooks = codebooks_load(check.names);
    check.used = g_hash_table_new(g_str_hash, g_str_equal);
    check.choices =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)choices_free);
    check.unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    pass = pass_open(run, shape_bit(SHAPE_SEGMENTS) | shape_bit(SHAPE_ANSWERS));
    segments = reader_head(pass_reader(pass))->shape == SHAPE_SEGMENTS;
    check.code = reader_column(pass_reader(pass), "code");
    check.role = reader_column(pass_reader(pass), "role");
    check.item = reader_column(pass_reader(pass), "item");
    check.value = reader_column(pass_reader(pass), "value");
    while (pass_next(pass)) {
        if (segments)
            check_code(pass_reader(pass));
        else
            check_answer(pass);
        pass_keep(pass);
    }
    pass_close(pass);
    for (guint i = 0; i < codebooks_count(check.codebooks); i++)
        check_finish_book(codebooks_at(check.codebooks, i), segments);
    g_hash_table_destroy(check.used);
    g_hash_table_destroy(check.choices);
    g_hash_table_destroy(check.unknown);
    codebooks_free(check.codebooks);
}

static const struct stage check_stage = {
    .name = "check",
    .order = 3,
    .input = "segments | answers",
    .output = "same",
    .summary = "names what breaks the codebook",
    .detail =
        "Every row is passed on; the ledger names unknown codes, codes of another role, values\n"
        "outside an item's range, and codes that nobody used. Example:\n"
        "  vs-check --codebook koenig segments.tsv",
    .options = check_options,
    .run = check_run,
};

int main(int argc, char **argv)
{
    return stage_main(&check_stage, argc, argv);
}
