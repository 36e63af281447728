/* Count: says how often, per code and per side of the axis, with an honest interval.
 *
 *     vs-count --codebook koenig --by wpb tallies.tsv */

#include "base/fail.h"
#include "base/names.h"
#include "codebook/codebook.h"
#include "count/answers.h"
#include "count/board.h"
#include "count/figures.h"
#include "count/words.h"
#include "table/stage.h"
#include "table/writer.h"

#include <string.h>

struct count {
    char **names;
    char **by;
    char *person;
    char *as;
    bool as_answers;
    bool by_person;
    double seed;
    double draws;
    double threads;
    struct codebooks *codebooks;
    GPtrArray *boards;
    GPtrArray *columns;  /* the --by columns */
    const char *without; /* column of persons that was not there, or NULL */
    GHashTable *unknown; /* codes in no codebook -> segments */
};

static struct count count = {.seed = 20220401, .draws = 10000, .threads = 1};

static const struct option count_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &count.names, "NAME|FILE",
     "Codebook whose codes are counted; may be repeated"},
    {"by", OPTION_LIST, RECORD_VALUE, &count.by, "COLUMN[,COLUMN]",
     "Count per value of these context columns too; may be repeated"},
    {"person", OPTION_TEXT, RECORD_VALUE, &count.person, "COLUMN",
     "Column that says the person (default: the role that the codebook counts)"},
    {"by-person", OPTION_FLAG, RECORD_VALUE, &count.by_person, NULL,
     "Count per person too: the column that says the person, where there is one"},
    {"as", OPTION_TEXT, RECORD_VALUE, &count.as, "results|answers",
     "answers: per person the share of each side, for vs-match --beside (default: results)"},
    {"seed", OPTION_NUMBER, RECORD_VALUE, &count.seed, "N", "Seed of the bootstrap"},
    {"draws", OPTION_NUMBER, RECORD_VALUE, &count.draws, "N", "Replicates of the bootstrap"},
    {"threads", OPTION_NUMBER, RECORD_NEVER, &count.threads, "N",
     "Threads to use; the numbers are the same for any N"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

/* Segments of codes that no codebook knows are not counted, and said so. */
static void count_unknown(struct reader *in, int code_slot, int segments_slot)
{
    const char *code = reader_cell(in, code_slot);
    gint64 *segments;

    if (*code == '\0' || strcmp(code, "*") == 0 || g_str_has_prefix(code, "side:") ||
        codebooks_code(count.codebooks, code) != NULL)
        return;
    segments = g_hash_table_lookup(count.unknown, code);
    if (segments == NULL) {
        segments = g_new0(gint64, 1);
        g_hash_table_insert(count.unknown, g_strdup(code), segments);
    }
    *segments += g_ascii_strtoll(reader_cell(in, segments_slot), NULL, 10);
}

static void count_read(struct reader *in, struct words *words)
{
    int code_slot = reader_column(in, "code");
    int segments_slot = reader_column(in, "segments");
    struct head *head;

    while (reader_next(in)) {
        for (guint i = 0; i < count.boards->len; i++)
            board_add(count.boards->pdata[i], in);
        words_add(words, in);
        count_unknown(in, code_slot, segments_slot);
    }
    head = reader_united(in);
    for (guint i = 0; i < count.boards->len; i++)
        board_settle(count.boards->pdata[i], head);
    head_free(head);
}

static void count_say(struct ledger *ledger, const char *what, const char *value, gint64 n,
                      const char *unit)
{
    char *action;

    if (n == 0)
        return;
    action = g_strdup_printf("%" G_GINT64_FORMAT " %s", n, unit);
    ledger_add(ledger, LEDGER_WARNING, "", "", what, value, action);
    g_free(action);
}

static void count_tell(struct ledger *ledger)
{
    GList *codes = g_list_sort(g_hash_table_get_keys(count.unknown), names_compare);

    for (GList *code = codes; code != NULL; code = code->next)
        count_say(ledger, "uncounted-code", code->data,
                  *(gint64 *)g_hash_table_lookup(count.unknown, code->data),
                  "segments not counted: the code is in no codebook");
    g_list_free(codes);
    for (guint i = 0; i < count.boards->len; i++) {
        const struct board *board = count.boards->pdata[i];

        if (board->mixed)
            ledger_add(
                ledger, LEDGER_WARNING, "", "", "mixed-roles", board->book->name,
                "its codes count several roles: conversations are the persons; say --person");
        count_say(ledger, "other-role", board->book->name, board->other_role,
                  "segments not counted: the codebook counts another role");
        count_say(ledger, "no-person", board->person, board->nobody,
                  "rows name no person: their conversation stands in");
    }
}

/* A codebook of which no code was met is left out where another was met: its zeros would say that
 * somebody looked for its codes. */
static void count_drop_unmet(struct ledger *ledger)
{
    bool met = false;

    for (guint i = 0; i < count.boards->len; i++)
        met = met || ((const struct board *)count.boards->pdata[i])->met;
    for (guint i = count.boards->len; met && i > 0; i--) {
        const struct board *board = count.boards->pdata[i - 1];

        if (board->met)
            continue;
        ledger_add(ledger, LEDGER_NOTE, "", "", "unmet-codebook", board->book->name,
                   "none of its codes is in these tallies: left out");
        g_ptr_array_remove_index(count.boards, i - 1);
    }
}

/* The head of the output, with what its tallies say of where they came from. */
static struct head *count_head(const struct run *run, const struct head *united, enum shape shape)
{
    struct head *head = codebooks_head(count.codebooks, united, shape);

    stage_sign(run, head);
    return head;
}

static void count_write_results(struct writer *writer, const char *unit, const struct words *words)
{
    struct figures_setting setting = {
        .resample = {.seed = (uint64_t)count.seed,
                     .replicates = (size_t)count.draws,
                     .threads = (unsigned)count.threads},
        .unit = unit,
    };

    for (guint i = 0; i < count.boards->len; i++) {
        const struct board *board = count.boards->pdata[i];

        for (guint j = 0; j < board->groups->len; j++)
            figures_write(board, board->groups->pdata[j], &setting, writer);
    }
    words_write(words, unit, count.without, writer);
}

static void count_write(struct run *run, struct reader *in, const struct words *words)
{
    struct writer *writer = writer_new(run->output);
    struct head *united = reader_united(in);
    enum shape shape = count.as_answers ? SHAPE_ANSWERS : SHAPE_RESULTS;
    struct head *head = count_head(run, united, shape);
    const char *unit = united->unit != NULL ? united->unit : "passage";

    writer_begin(writer, head);
    if (!count.as_answers)
        count_write_results(writer, unit, words);
    for (guint i = 0; count.as_answers && i < count.boards->len; i++)
        answers_write(count.boards->pdata[i], unit, writer);
    writer_end(writer);
    writer_free(writer);
    head_free(united);
    head_free(head);
}

/* Shares of conversations are nobody's answers; a codebook without sides has none. */
static void count_check_answers(struct ledger *ledger)
{
    for (guint i = 0; count.as_answers && i < count.boards->len; i++) {
        const struct board *board = count.boards->pdata[i];

        if (board->book->sides->len == 0)
            ledger_add(ledger, LEDGER_NOTE, "", "", "no-sides", board->book->name,
                       "its codes lie on no side: nothing of it becomes an answer");
        else if (strcmp(board->person, "source") == 0)
            fail(STATUS_STOPPED,
                 "--as answers: no column says whose codes of %s these are; say --person COLUMN",
                 board->book->name);
    }
}

static void count_check_options(void)
{
    if (count.names == NULL)
        fail(STATUS_USAGE, "say which codebook: --codebook NAME");
    if (!(count.seed >= 0 && count.seed < 0x1p53) || !(count.draws >= 1 && count.draws <= 1e7) ||
        !(count.threads >= 1 && count.threads <= 64))
        fail(STATUS_USAGE, "--seed is 0 or more, --draws 1 to 10000000, --threads 1 to 64");
    count.as_answers = g_strcmp0(count.as, "answers") == 0;
    if (count.as != NULL && !count.as_answers && strcmp(count.as, "results") != 0)
        fail(STATUS_USAGE, "--as \"%s\": results or answers", count.as);
    if (count.as_answers && (count.by != NULL || count.by_person))
        fail(STATUS_USAGE, "--as answers: each row is one person; leave --by and --by-person out");
}

static void count_run(struct run *run)
{
    struct reader *in;
    struct words *words;
    struct board_setting setting;

    count_check_options();
    count.codebooks = codebooks_load(count.names);
    count.columns = grouping_split(count.by);
    count.unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    count.boards = g_ptr_array_new_with_free_func((GDestroyNotify)board_free);
    setting = (struct board_setting){count.person, count.columns, count.by_person};
    in = stage_reader(run, shape_bit(SHAPE_TALLIES));
    for (guint i = 0; i < codebooks_count(count.codebooks); i++)
        g_ptr_array_add(count.boards, board_new(codebooks_at(count.codebooks, i), in, &setting));
    words = words_new(in, ((struct board *)count.boards->pdata[0])->grouping);
    count_read(in, words);
    count_tell(run->ledger);
    count.without = ((const struct board *)count.boards->pdata[0])->dropped;
    count_drop_unmet(run->ledger);
    count_check_answers(run->ledger);
    count_write(run, in, words);
    words_free(words);
    reader_close(in);
    g_ptr_array_free(count.boards, TRUE);
    g_ptr_array_free(count.columns, TRUE);
    g_hash_table_destroy(count.unknown);
    codebooks_free(count.codebooks);
}

static const struct stage count_stage = {
    .name = "count",
    .order = 7,
    .input = "tallies",
    .output = "results | answers",
    .summary = "says how often, per code and per side of the axis, with an honest interval",
    .detail =
        "Persons are the unit: intervals follow the persons (wpb's for codes of wpb's), never the\n"
        "turns. Example:\n"
        "  vs-count --codebook koenig --by wpb tallies.tsv",
    .options = count_options,
    .run = count_run,
};

int main(int argc, char **argv)
{
    return stage_main(&count_stage, argc, argv);
}
