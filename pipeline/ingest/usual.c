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
    USUAL_NAME,    /* to be found in the memo */
    USUAL_FREE,    /* the same, or a plain word */
    USUAL_UNIT,    /* a plain word, not empty */
    USUAL_NUMBER,  /* start and end */
    USUAL_TEXT,
};

struct usual_column {
    enum usual_kind kind;
    int column; /* of the sheet */
    struct memo *memo;
};

struct usual {
    const struct rows *rows;
    struct codings *codings;
    struct decimal *decimals[2];
    struct usual_column columns[COLUMNS_MOST]; /* as they are written, without the origin */
    size_t n;                                  /* 0: no record is usual */
    struct usual_number numbers[2];            /* start and end of the record at hand */
    int64_t said;                              /* entries of the ledger before the record */
    char place[PLACE_MOST + NUMBER_ROOM];      /* the origin: file, colon, line */
    size_t place_front;                        /* without the line; 0: not known */
    size_t place_length;
    size_t line;
};

static void usual_add(struct usual *usual, enum usual_kind kind, int column)
{
    struct usual_column *added = &usual->columns[usual->n++];

    *added = (struct usual_column){column < 0 ? USUAL_NOTHING : kind, column, NULL};
    if (added->kind != USUAL_NAME && added->kind != USUAL_FREE)
        return;
    added->memo = g_new(struct memo, 1);
    memo_clear(added->memo);
}

static void usual_plan(struct usual *usual, const struct grid *grid)
{
    static const enum usual_kind kinds[FIELDS] = {
        [SOURCE] = USUAL_NAME, [UNIT] = USUAL_UNIT,    [START] = USUAL_NUMBER,
        [END] = USUAL_NUMBER,  [SPEAKER] = USUAL_NAME, [ROLE] = USUAL_NAME,
        [CODER] = USUAL_NAME,  [CODE] = USUAL_NAME,    [TEXT] = USUAL_TEXT};
    const struct fields *fields = usual->rows->fields;
    int code = g_array_index(grid->columns, struct grid_column, 0).column;

    for (int i = 0; i < FIELDS; i++)
        usual_add(usual, kinds[i], i == CODE ? code : fields->fixed[i]);
    for (guint i = 0; i < fields->extra->len; i++) {
        int column = g_array_index(fields->extra, int, i);

        usual_add(usual,
                  alike_watches(sheet_name(usual->rows->sheet, (size_t)column)) ? USUAL_NAME
                                                                                : USUAL_FREE,
                  column);
    }
}

struct usual *usual_new(const struct rows *rows, const struct grid *grid, struct typed *typed,
                        struct codings *codings, bool plain)
{
    struct usual *usual = g_new0(struct usual, 1);
    const struct fields *fields = rows->fields;

    usual->rows = rows;
    usual->codings = codings;
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
    for (size_t i = 0; i < usual->n; i++)
        g_free(usual->columns[i].memo);
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
        *cell->text == '.')
        return NULL;
    for (size_t at = 0; at < length; at += ESCAPE_SLACK) {
        struct memo_key key = memo_key(cell->text + at, length - at);

        if (((key.first | key.second) & high) != 0 ||
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

static char *usual_name(char *to, const struct memo *memo, const struct cell *cell)
{
    const struct memo_entry *entry = memo_find(memo, cell->text, cell->length);

    return entry != NULL ? memo_write(to, entry) : NULL;
}

/* Writes the cell of a column; NULL when it is not usual. */
static inline char *usual_cell(struct usual *usual, size_t i, const struct cell *cells, char *to)
{
    const struct usual_column *column = &usual->columns[i];
    const struct cell *cell = &cells[column->column];
    char *end;

    switch (column->kind) {
    case USUAL_NOTHING:
        break;
    case USUAL_NAME:
        return usual_name(to, column->memo, cell);
    case USUAL_FREE:
        end = usual_name(to, column->memo, cell);
        return end != NULL ? end : usual_plain(to, cell);
    case USUAL_UNIT:
        return cell->length > 0 ? usual_plain(to, cell) : NULL;
    case USUAL_NUMBER:
        return usual_number_write(to, cell, usual->decimals[i - START], &usual->numbers[i - START]);
    case USUAL_TEXT:
        return usual_text(to, cell);
    }
    return to;
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

static char *usual_origin(struct usual *usual, char *to)
{
    usual_count_line(usual, sheet_line(usual->rows->sheet));
    for (size_t at = 0; at < usual->place_length; at += 2 * sizeof(uint64_t))
        memcpy(to + at, usual->place + at, 2 * sizeof(uint64_t));
    return to + usual->place_length;
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
    const struct cell *cells = sheet_cells(usual->rows->sheet);

    usual->numbers[0] = usual->numbers[1] = (struct usual_number){false, false, 0};
    for (size_t i = 0; i < usual->n; i++) {
        char *end = usual_cell(usual, i, cells, to);

        if (end == NULL)
            return NULL;
        *coded = i == CODE ? end > to : *coded;
        *end = '\t';
        to = end + 1;
    }
    return usual_extent_is_fine(usual) ? usual_origin(usual, to) : NULL;
}

static int64_t usual_entries(const struct usual *usual)
{
    int64_t sum = 0;

    for (int level = LEDGER_NOTE; level <= LEDGER_REFUSED; level++)
        sum += ledger_entries(usual->rows->ledger, (enum ledger_level)level);
    return sum;
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
    *end = '\n';
    for (int i = 0; i < 2; i++)
        if (usual->numbers[i].marked)
            decimal_agree(usual->decimals[i]);
    codings_count_usual(usual->codings, coded);
    writer_row_done(usual->rows->writer, (size_t)(end - row) + 1);
    return true;
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
    usual->line = 0;
    usual->place_length = length;
}

void usual_learn(struct usual *usual, bool taken)
{
    const struct cell *cells = sheet_cells(usual->rows->sheet);
    size_t length;
    const char *text = writer_row_last(usual->rows->writer, &length);
    const char *stop = text + length - 1;

    if (!taken || usual->n == 0 || text == NULL || codings_count(usual->codings) != 1 ||
        usual_entries(usual) != usual->said)
        return;
    for (size_t i = 0; i < usual->n; i++) {
        const struct usual_column *column = &usual->columns[i];
        const char *end = memchr(text, '\t', (size_t)(stop - text));

        if (column->memo != NULL)
            memo_learn(column->memo, cells[column->column].text, cells[column->column].length, text,
                       (size_t)(end - text));
        text = end + 1;
    }
    if (usual->place_front == 0)
        usual_learn_place(usual, text, (size_t)(stop - text));
}
