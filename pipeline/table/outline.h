#ifndef TABLE_OUTLINE_H
#define TABLE_OUTLINE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One cell of a record. */
struct cell {
    char *text; /* text[length] may be overwritten */
    size_t length;
};

/* A record as the index of structure tells it: where its cells end, in the bytes of the file. */
struct outline {
    char *base;              /* places count from here; the byte before it may be read */
    const uint32_t *ends;    /* the place behind each cell, and that before the first one at -1;
                              * NULL: there is no outline */
    const uint32_t *cut;     /* what ends was, once the cells are cut out */
    const uint32_t *doubled; /* the second ones of two quotes that stand for one */
    size_t doubles;
    bool escapes; /* a tab, a backslash or a line end stands within a cell */
};

/* A cell that has no quotes around it without the blanks there. */
static inline struct cell outline_trim(char *text, char *stop)
{
    while (text < stop && (*text == ' ' || *text == '\t'))
        text++;
    while (text < stop && (stop[-1] == ' ' || stop[-1] == '\t'))
        stop--;
    return (struct cell){text, (size_t)(stop - text)};
}

/* The bytes of cells [i, i + n) with all that stands between and around them. */
static inline struct cell outline_span(const struct outline *outline, size_t i, size_t n)
{
    uint32_t from = *(outline->ends + i - 1) + 1;

    return (struct cell){outline->base + from, outline->ends[i + n - 1] - from};
}

/* Cell i without its quotes, but with the blanks around it where it has none. */
static inline struct cell outline_bare(const struct outline *outline, size_t i)
{
    struct cell span = outline_span(outline, i, 1);

    if (G_UNLIKELY(*span.text == '"'))
        return (struct cell){span.text + 1, span.length - 2};
    return span;
}

/* Cell i without its quotes, or the blanks around it; quotes within it are still doubled. One look
 * at both of its ends (of an empty one at what stands around it) tells most of them. */
static inline struct cell outline_cell(const struct outline *outline, size_t i)
{
    struct cell cell = outline_span(outline, i, 1);
    char *stop = cell.text + cell.length;

    if (*cell.text == '"')
        return (struct cell){cell.text + 1, cell.length - 2};
    if (G_UNLIKELY((unsigned char)*cell.text <= ' ' || (unsigned char)stop[-1] <= ' '))
        return outline_trim(cell.text, stop);
    return cell;
}

/* Cuts the n cells out; those with doubled quotes go to `room`, as many bytes as the record has. */
void outline_cut(const struct outline *outline, size_t n, struct cell *cells, char *room);

#endif
