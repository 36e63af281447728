#include "table/layout.h"

#include "table/guard.h"
#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

struct layout_column {
    char *title;
    enum layout_kind kind;
    size_t width; /* of the widest cell kept, in character cells */
    bool filled;
};

struct layout {
    enum layout_form form;
    struct output *output;
    char mark;       /* decimal */
    GArray *columns; /* struct layout_column */
    GPtrArray *kept; /* texts of the first rows, all columns, for text and Markdown */
    GString *line;   /* the row so far, in the other forms */
    guint at;        /* column of the next cell */
    bool begun;      /* the titles are written */
};

struct layout *layout_new(enum layout_form form, char mark, struct output *output)
{
    struct layout *layout = g_new0(struct layout, 1);

    layout->form = form;
    layout->output = output;
    layout->mark = mark;
    if (form == LAYOUT_PLAIN || form == LAYOUT_CSV_ENGLISH)
        layout->mark = '.';
    if (form == LAYOUT_CSV_DUTCH)
        layout->mark = ',';
    layout->columns = g_array_new(FALSE, TRUE, sizeof(struct layout_column));
    layout->kept = g_ptr_array_new_with_free_func(g_free);
    layout->line = g_string_new(NULL);
    return layout;
}

static struct layout_column *layout_at(struct layout *layout, guint i)
{
    return &g_array_index(layout->columns, struct layout_column, i);
}

static bool layout_waits(const struct layout *layout)
{
    return layout->form == LAYOUT_TEXT || layout->form == LAYOUT_MARKDOWN;
}

void layout_column(struct layout *layout, const char *title, enum layout_kind kind)
{
    struct layout_column column = {.title = g_strdup(title), .kind = kind};

    column.width = guard_width(column.title);
    g_array_append_val(layout->columns, column);
}

/* One line of text or Markdown: cells are `n` texts, NULL for the rule under the titles. */
static void layout_line(struct layout *layout, char *const *cells)
{
    bool pipes = layout->form == LAYOUT_MARKDOWN;
    GString *line = g_string_new(pipes ? "|" : NULL);

    for (guint i = 0; i < layout->columns->len; i++) {
        const struct layout_column *column = layout_at(layout, i);
        const char *text = cells == NULL ? "" : cells[i];
        size_t width = guard_width(text);
        size_t room = column->width > width ? column->width - width : 0;
        bool right = column->kind == LAYOUT_NUMBERS;

        if (!column->filled)
            continue;
        if (cells == NULL && pipes) {
            g_string_append(line, right ? " ---: |" : " --- |");
            continue;
        }
        if (!pipes && line->len > 0)
            g_string_append(line, "  ");
        g_string_append_printf(line, "%s%*s%s%*s%s", pipes ? " " : "",
                               right && !pipes ? (int)room : 0, "", text,
                               !right && !pipes ? (int)room : 0, "", pipes ? " |" : "");
    }
    if (!pipes)
        while (line->len > 0 && line->str[line->len - 1] == ' ')
            g_string_truncate(line, line->len - 1);
    g_string_append_c(line, '\n');
    output_bytes(layout->output, line->str, line->len);
    g_string_free(line, TRUE);
}

/* Writes the titles and the rows kept; `all` when no further row can come. */
static void layout_release(struct layout *layout, bool all)
{
    guint n = layout->columns->len;
    char **titles = g_new0(char *, n + 1);

    for (guint i = 0; i < n; i++) {
        titles[i] = layout_at(layout, i)->title;
        layout_at(layout, i)->filled |= !all || layout->kept->len == 0;
    }
    layout_line(layout, titles);
    if (layout->form == LAYOUT_MARKDOWN)
        layout_line(layout, NULL);
    for (guint i = 0; i + n <= layout->kept->len; i += n)
        layout_line(layout, (char *const *)&layout->kept->pdata[i]);
    g_ptr_array_set_size(layout->kept, 0);
    g_free(titles);
    layout->begun = true;
}

/* Takes a cell of text or Markdown; `text` becomes ours. */
static void layout_keep(struct layout *layout, char *text)
{
    struct layout_column *column = layout_at(layout, layout->at);
    guint n = layout->columns->len;

    column->width = layout->begun ? column->width : MAX(column->width, guard_width(text));
    column->filled |= *text != '\0';
    g_ptr_array_add(layout->kept, text);
    layout->at = (layout->at + 1) % n;
    if (layout->at > 0)
        return;
    if (!layout->begun && layout->kept->len >= (guint)LAYOUT_ROWS * n)
        layout_release(layout, false);
    if (layout->begun && layout->kept->len > 0) {
        layout_line(layout, (char *const *)layout->kept->pdata);
        g_ptr_array_set_size(layout->kept, 0);
    }
}

/* Adds a cell to the line of a form that needs no looking ahead. */
static void layout_add(struct layout *layout, const char *text)
{
    char mark = layout->form == LAYOUT_PLAIN ? '\t' : layout->form == LAYOUT_CSV_DUTCH ? ';' : ',';

    if (layout->at > 0)
        g_string_append_c(layout->line, mark);
    if (layout->form == LAYOUT_PLAIN)
        g_string_append(layout->line, text);
    else
        guard_quote(layout->line, text, mark);
    layout->at = (layout->at + 1) % layout->columns->len;
    if (layout->at > 0)
        return;
    g_string_append(layout->line, layout->form == LAYOUT_PLAIN ? "\n" : "\r\n");
    output_bytes(layout->output, layout->line->str, layout->line->len);
    g_string_truncate(layout->line, 0);
}

static void layout_begin(struct layout *layout)
{
    if (layout->begun || layout_waits(layout))
        return;
    layout->begun = true; /* before the titles, which are words too */
    if (layout->form != LAYOUT_PLAIN)
        output_text(layout->output, "\xef\xbb\xbf");
    for (guint i = 0; i < layout->columns->len; i++)
        layout_words(layout, layout_at(layout, i)->title);
}

/* The words as they may stand in this form; to be freed. */
static char *layout_safe(const struct layout *layout, const char *text)
{
    switch (layout->form) {
    case LAYOUT_TEXT:
        return guard_line(text, LAYOUT_CUT);
    case LAYOUT_MARKDOWN:
        return guard_markdown(text);
    case LAYOUT_PLAIN:
        return guard_escape(text);
    case LAYOUT_CSV_DUTCH:
    case LAYOUT_CSV_ENGLISH:
        break;
    }
    return guard_cell(text);
}

void layout_words(struct layout *layout, const char *text)
{
    char *valid = g_utf8_make_valid(text, -1);
    char *safe = layout_safe(layout, valid);

    layout_begin(layout);
    g_free(valid);
    if (layout_waits(layout)) {
        layout_keep(layout, safe);
        return;
    }
    layout_add(layout, safe);
    g_free(safe);
}

void layout_number(struct layout *layout, double value)
{
    char number[NUMBER_ROOM];
    char *point;

    layout_begin(layout);
    number_write(number, value);
    point = strchr(number, '.');
    if (point != NULL)
        *point = layout->mark;
    if (layout_waits(layout))
        layout_keep(layout, g_strdup(number));
    else
        layout_add(layout, number);
}

void layout_raw(struct layout *layout, const char *text)
{
    layout_begin(layout);
    layout_add(layout, text);
}

void layout_end(struct layout *layout)
{
    layout_begin(layout);
    if (layout_waits(layout) && !layout->begun)
        layout_release(layout, true);
    for (guint i = 0; i < layout->columns->len; i++)
        g_free(layout_at(layout, i)->title);
    g_array_free(layout->columns, TRUE);
    g_ptr_array_unref(layout->kept);
    g_string_free(layout->line, TRUE);
    g_free(layout);
}
