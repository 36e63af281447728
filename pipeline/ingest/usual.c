#include "ingest/usual.h"

#include "ingest/alike.h"
#include "ingest/memo.h"
#include "ingest/usual_number.h"
#include "table/escape.h"
#include "table/number.h"

#include <string.h>

/* Together they fit WRITER_ROOM: a text may double, a name takes MEMO_LONGEST. */
enum { COLUMNS_MOST = 64, TEXT_MOST = 20000, PLAIN_MOST = 256, PLACE_MOST = 512 };

enum usual_kind {
    USUAL_NOTHING, /* no column says it */
    USUAL_MEANING, /* known from the memo alone */
    USUAL_WORD,    /* plain, or known */
    USUAL_NAME,    /* the same, and not empty */
    USUAL_WATCHED, /* known, or plain and to be looked at (alike.h) */
    USUAL_NUMBER,  /* start and end */
    USUAL_TEXT,
};

struct usual_column {
    enum usual_kind kind;
    int column; /* of the sheet */
    struct memo *memo;
    size_t run;            /* how many names stand together from here on, here as there; 0: one */
    struct memo *run_memo; /* for their bytes as one */
};

struct usual {
    const struct rows *rows;
    struct codings *codings;
    struct alike *alike;
    struct decimal *decimals[2];
    struct usual_column columns[COLUMNS_MOST]; /* as they are written, without the origin */
    size_t n;                                  /* 0: no record is usual */
    struct usual_number numbers[2];            /* start and end of the record at hand */
    bool missed;                               /* a run of names is not known yet */
    bool fresh;                                /* a watched name is not known yet */
    int64_t said;                              /* entries of the ledger before the record */
    char place[PLACE_MOST + NUMBER_ROOM];      /* the origin: file, colon, line */
    size_t place_front;                        /* without the line; 0: not known */
    size_t place_length;
    size_t line;
};

static struct memo *usual_memo(void)
{
    struct memo *memo = g_new(struct memo, 1);

    memo_clear(memo);
    return memo;
}

static void usual_add(struct usual *usual, enum usual_kind kind, int column)
{
    bool name = column >= 0 && kind != USUAL_NUMBER && kind != USUAL_TEXT;

    usual->columns[usual->n++] = (struct usual_column){column < 0 ? USUAL_NOTHING : kind, column,
                                                       name ? usual_memo() : NULL, 0, NULL};
}

/* Whether the cells of a column come back so often that they make runs. */
static bool usual_comes_back(const struct usual_column *column)
{
    return column->kind == USUAL_MEANING || column->kind == USUAL_WORD ||
           column->kind == USUAL_WATCHED;
}

/* Runs: such columns that stand beside each other, here as in the file. */
static void usual_plan_runs(struct usual *usual)
{
    struct usual_column *columns = usual->columns;

    for (size_t i = 0; i < usual->n; i += MAX(columns[i].run, 1)) {
        size_t n = usual_comes_back(&columns[i]);

        while (n > 0 && i + n < usual->n && usual_comes_back(&columns[i + n]) &&
               columns[i + n].column == columns[i].column + (int)n)
            n++;
        columns[i].run = n > 1 ? n : 0;
        columns[i].run_memo = n > 1 ? usual_memo() : NULL;
    }
}

static void usual_plan(struct usual *usual, const struct grid *grid)
{
    static const enum usual_kind kinds[FIELDS] = {
        [SOURCE] = USUAL_NAME, [UNIT] = USUAL_NAME,       [START] = USUAL_NUMBER,
        [END] = USUAL_NUMBER,  [SPEAKER] = USUAL_WATCHED, [ROLE] = USUAL_MEANING,
        [CODER] = USUAL_WORD,  [CODE] = USUAL_MEANING,    [TEXT] = USUAL_TEXT};
    const struct fields *fields = usual->rows->fields;
    int code = g_array_index(grid->columns, struct grid_column, 0).column;

    for (int i = 0; i < FIELDS; i++)
        usual_add(usual, kinds[i], i == CODE ? code : fields->fixed[i]);
    for (guint i = 0; i < fields->extra->len; i++) {
        int column = g_array_index(fields->extra, int, i);
        bool watched = alike_watches(sheet_name(usual->rows->sheet, (size_t)column));

        usual_add(usual, watched ? USUAL_WATCHED : USUAL_WORD, column);
    }
    usual_plan_runs(usual);
}

struct usual *usual_new(const struct rows *rows, const struct grid *grid, struct typed *typed,
                        struct codings *codings, struct alike *alike, bool plain)
{
    struct usual *usual = g_new0(struct usual, 1);
    const struct fields *fields = rows->fields;

    usual->rows = rows;
    usual->codings = codings;
    usual->alike = alike;
    usual->decimals[0] = typed_decimal(typed, 0);
    usual->decimals[1] = typed_decimal(typed, 1);
    if (plain && usual->decimals[0] != NULL && grid->kind == GRID_CELLS &&
        grid->columns->len == 1 && fields->fixed[SOURCE] >= 0 && fields->fixed[UNIT] >= 0 &&
        FIELDS + fields->extra->len <= COLUMNS_MOST)
        usual_plan(usual, grid);
    return usual;
}

void usual_free(struct usual *usual)
{
    for (size_t i = 0; i < usual->n; i++) {
        g_free(usual->columns[i].memo);
        g_free(usual->columns[i].run_memo);
    }
    g_free(usual);
}

/* A word that is written as it stands: ASCII, without outer space or anything to escape. */
static char *usual_plain(char *to, const struct cell *cell)
{
    const uint64_t high = 0x8080808080808080U;
    size_t length = cell->length;

    if (length == 0)
        return to;
    if (length > PLAIN_MOST || *cell->text <= ' ' || cell->text[length - 1] <= ' ' ||
        *cell->text == '.' || *cell->text == '#')
        return NULL;
    for (size_t at = 0; at < length; at += ESCAPE_SLACK) {
        struct memo_key words = memo_words(cell->text + at, length - at);

        if (((words.first | words.second) & high) != 0 ||
            escape_step(to + at, cell->text + at, length - at) != 0)
            return NULL;
    }
    return to + length;
}

static char *usual_text(char *to, const struct cell *cell)
{
    if (cell->length > TEXT_MOST)
        return NULL;
    if (cell->length > 0 && *cell->text == '.')
        *to++ = '\\';
    return escape_loose(to, cell->text, cell->length);
}

static inline char *usual_known(char *to, const struct memo *memo, const struct cell *cell)
{
    const struct memo_entry *entry = memo_find(memo, cell->text, cell->length);

    return entry != NULL ? memo_write(to, entry) : NULL;
}

static inline char *usual_word(char *to, const struct memo *memo, const struct cell *cell)
{
    char *end = usual_plain(to, cell);

    return end != NULL ? end : usual_known(to, memo, cell);
}

static inline char *usual_watched(struct usual *usual, char *to, const struct memo *memo,
                                  const struct cell *cell)
{
    char *end = usual_known(to, memo, cell);

    if (end != NULL)
        return end;
    usual->fresh = true;
    return usual_plain(to, cell);
}

/* Writes the cell of a column; NULL when it is not usual. */
static inline char *usual_cell(struct usual *usual, size_t i, const struct cell *cells, char *to)
{
    const struct usual_column *column = &usual->columns[i];
    const struct cell *cell = &cells[column->column];

    switch (column->kind) {
    case USUAL_NOTHING:
        break;
    case USUAL_MEANING:
        return usual_known(to, column->memo, cell);
    case USUAL_NAME:
        return cell->length > 0 ? usual_word(to, column->memo, cell) : NULL;
    case USUAL_WORD:
        return usual_word(to, column->memo, cell);
    case USUAL_WATCHED:
        return usual_watched(usual, to, column->memo, cell);
    case USUAL_NUMBER:
        return usual_number_write(to, cell, usual->decimals[i - START], &usual->numbers[i - START]);
    case USUAL_TEXT:
        return usual_text(to, cell);
    }
    return to;
}

/* The bytes of a run in the file, from its first cell to its last one: what stands between them
 * tells where each ends. False when they do not lie there together. */
static inline bool usual_run_span(const struct usual *usual, size_t i, const struct record *record,
                                  struct cell *span)
{
    const struct usual_column *first = &usual->columns[i];
    const struct cell *from = &record->cells[first->column];
    const struct cell *last = from + first->run - 1;

    *span = (struct cell){from->text, (size_t)(last->text + last->length - from->text)};
    return from->text >= record->begin && from->text < record->end && last->text >= from->text &&
           last->text < record->end && span->length <= MEMO_LONGEST;
}

static inline char *usual_run(struct usual *usual, size_t i, const struct record *record, char *to)
{
    struct cell span;
    char *end = NULL;

    if (usual_run_span(usual, i, record, &span))
        end = usual_known(to, usual->columns[i].run_memo, &span);
    usual->missed = usual->missed || end == NULL;
    return end;
}

/* The line as digits, from those of the line before when it is the next one. */
static void usual_count_line(struct usual *usual, size_t line)
{
    char *front = usual->place + usual->place_front;
    char *digit = usual->place + usual->place_length - 1;

    if (line == usual->line + 1)
        for (; digit >= front && *digit == '9'; digit--)
            *digit = '0';
    if (line == usual->line + 1 && digit >= front)
        ++*digit;
    else
        usual->place_length = usual->place_front + (size_t)number_write_count(front, (int64_t)line);
    usual->line = line;
}

/* The line of this record, and that of the next one, most likely: digits that were just written
 * are slow to copy. */
static char *usual_origin(struct usual *usual, char *to)
{
    size_t line = sheet_line(usual->rows->sheet);
    size_t length;

    if (line != usual->line)
        usual_count_line(usual, line);
    length = usual->place_length;
    for (size_t at = 0; at < length; at += MEMO_SLACK)
        memcpy(to + at, usual->place + at, MEMO_SLACK);
    usual_count_line(usual, line + 1);
    return to + length;
}

/* Whether the end does not lie before the start. */
static bool usual_extent_is_fine(const struct usual *usual)
{
    const struct usual_number *numbers = usual->numbers;

    return !numbers[0].there || !numbers[1].there || numbers[0].micro <= numbers[1].micro;
}

/* Writes the row of the record at `to`; NULL when it is not usual. */
static char *usual_row(struct usual *usual, char *to, bool *coded)
{
    const struct record *record = sheet_record(usual->rows->sheet);
    size_t next;

    usual->numbers[0] = usual->numbers[1] = (struct usual_number){false, false, 0};
    usual->fresh = false;
    usual->missed = false;
    for (size_t i = 0; i < usual->n; i = next) {
        size_t run = usual->columns[i].run;
        char *end = run > 0 ? usual_run(usual, i, record, to) : NULL;

        next = end != NULL ? i + run : i + 1;
        if (end == NULL)
            end = usual_cell(usual, i, record->cells, to);
        if (end == NULL)
            return NULL;
        if (next == CODE + 1)
            *coded = end > to && end[-1] != '\t';
        *end = '\t';
        to = end + 1;
    }
    return usual_extent_is_fine(usual) ? usual_origin(usual, to) : NULL;
}

/* The origin without its line. */
static void usual_learn_place(struct usual *usual, const char *text, size_t length)
{
    while (length > 0 && text[length - 1] != ':')
        length--;
    if (length > PLACE_MOST)
        return;
    memcpy(usual->place, text, length);
    usual->place_front = length;
    usual->place_length = length;
    usual->line = 0;
}

/* Learns what the cells of this record were written as. */
static void usual_learn_names(struct usual *usual, const char *row, size_t length)
{
    const struct cell *cells = sheet_record(usual->rows->sheet)->cells;
    const char *stop = row + length - 1;

    for (size_t i = 0; i < usual->n; i++) {
        const struct usual_column *column = &usual->columns[i];
        const struct cell *cell = &cells[column->column];
        const char *end = memchr(row, '\t', (size_t)(stop - row));

        if (column->memo != NULL)
            memo_learn(column->memo, cell->text, cell->length, row, (size_t)(end - row));
        row = end + 1;
    }
    if (usual->place_front == 0)
        usual_learn_place(usual, row, (size_t)(stop - row));
}

/* Learns the runs, while the bytes of the record are still as in the file. */
static void usual_learn_runs(struct usual *usual, const char *row, size_t length)
{
    const struct record *record = sheet_record(usual->rows->sheet);
    const char *stop = row + length - 1;
    const char *from = row;
    size_t left = 0;
    struct usual_column *run = NULL;

    for (size_t i = 0; i < usual->n; i++) {
        const char *end = memchr(row, '\t', (size_t)(stop - row));
        struct cell span;

        if (usual->columns[i].run > 0) {
            run = &usual->columns[i];
            left = run->run;
            from = row;
        }
        if (left > 0 && --left == 0 &&
            usual_run_span(usual, (size_t)(run - usual->columns), record, &span))
            memo_learn(run->run_memo, span.text, span.length, from, (size_t)(end - from));
        row = end + 1;
    }
}

static int64_t usual_entries(const struct usual *usual)
{
    int64_t sum = 0;

    for (int level = LEDGER_NOTE; level <= LEDGER_REFUSED; level++)
        sum += ledger_entries(usual->rows->ledger, (enum ledger_level)level);
    return sum;
}

/* The row stands there: what goes with it. */
static void usual_commit(struct usual *usual, const char *row, size_t length, bool coded)
{
    for (int i = 0; i < 2; i++)
        if (usual->numbers[i].marked)
            decimal_agree(usual->decimals[i]);
    codings_count_usual(usual->codings, coded);
    writer_row_done(usual->rows->writer, length);
    if (usual->missed)
        usual_learn_runs(usual, row, length);
    if (usual->fresh) {
        usual_learn_names(usual, row, length);
        alike_look(usual->alike, usual->rows->sheet);
    }
}

bool usual_write(struct usual *usual)
{
    char *row = NULL;
    char *end = NULL;
    bool coded = false;

    if (usual->place_front > 0) {
        row = writer_row_room(usual->rows->writer);
        end = usual_row(usual, row, &coded);
    }
    if (end == NULL) {
        usual->said = usual_entries(usual);
        return false;
    }
    *end++ = '\n';
    usual_commit(usual, row, (size_t)(end - row), coded);
    return true;
}

void usual_learn(struct usual *usual, bool taken)
{
    size_t length;
    const char *row = writer_row_last(usual->rows->writer, &length);

    if (taken && usual->n > 0 && row != NULL && codings_count(usual->codings) == 1 &&
        usual_entries(usual) == usual->said)
        usual_learn_names(usual, row, length);
}
