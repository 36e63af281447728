#include "report/agreement.h"

#include <math.h>
#include <string.h>

/* The criteria of a codebook that persons were rated on; to be freed with g_ptr_array_unref(). */
static GPtrArray *ratings_items(struct report *report, const char *term)
{
    GPtrArray *items = telling_values(report, agreement_analysis, "", "ratings", TELLING_SUBJECT);

    for (guint i = items->len; i > 0; i--)
        if (TELLING(report, agreement_analysis, .term = term, .subject = items->pdata[i - 1],
                    .statistic = "ratings") == NULL)
            g_ptr_array_remove_index(items, i - 1);
    return items;
}

static const struct result *ratings_number(struct report *report, const char *term,
                                           const char *item, const char *statistic)
{
    return TELLING(report, agreement_analysis, .term = term, .subject = item,
                   .statistic = statistic);
}

/* Whether zero lies outside the interval: 1 above it, -1 below it, 0 not. */
static int ratings_side(const struct result *own)
{
    if (own == NULL || isnan(own->low) || isnan(own->high))
        return 0;
    return (own->low > 0) - (own->high < 0);
}

/* A name of a criterion inside a sentence, with the limits of its difference. */
static const char *ratings_name(struct report *report, const struct result *own)
{
    const char *label = telling_name(report, own->subject);
    gunichar first = g_utf8_get_char(label);
    GString *small = g_string_new(NULL);

    if (g_unichar_isupper(g_utf8_get_char(g_utf8_next_char(label))))
        g_string_append(small, label);
    else
        g_string_append_printf(g_string_append_unichar(small, g_unichar_tolower(first)), "%s",
                               g_utf8_next_char(label));
    return SAY(report, "agreement", "criterion",
               {"criterion", report_hold(report, g_string_free(small, FALSE))},
               {"value", report_value(report, own)}, {"limits", telling_interval(report, own)});
}

/* The criteria on one side of zero, as a sentence; "" where there are none. */
static const char *ratings_list(struct report *report, const char *term, const GPtrArray *items,
                                int side, const char *key)
{
    GPtrArray *names = g_ptr_array_new();
    const char *sentence = "";

    for (guint i = 0; i < items->len; i++) {
        const struct result *own =
            ratings_number(report, term, items->pdata[i], "self_minus_others");

        if (own != NULL && ratings_side(own) == side)
            g_ptr_array_add(names, (gpointer)ratings_name(report, own));
    }
    if (names->len > 0)
        sentence = SAY(report, "agreement", key, {"list", report_join(report, names)});
    g_ptr_array_unref(names);
    return sentence;
}

/* How many criteria somebody rated himself or herself on. */
static guint ratings_own(struct report *report, const char *term, const GPtrArray *items)
{
    guint n = 0;

    for (guint i = 0; i < items->len; i++)
        n += ratings_number(report, term, items->pdata[i], "self_minus_others") != NULL;
    return n;
}

void ratings_details(struct report *report, const char *term)
{
    GPtrArray *items = ratings_items(report, term);
    guint n = ratings_own(report, term, items);
    const char *higher = ratings_list(report, term, items, 1, "self-higher");
    const char *lower = ratings_list(report, term, items, -1, "self-lower");

    if (n > 0 && *higher == '\0' && *lower == '\0')
        document_paragraph(report->document, DOCUMENT_BODY,
                           SAY(report, "agreement", "self-none", {"n", report_count(report, n)}));
    else if (n > 0)
        document_paragraph(report->document, DOCUMENT_BODY,
                           SAY(report, "agreement", "self", {"higher", higher}, {"lower", lower},
                               {"n", report_count(report, n)}));
    g_ptr_array_unref(items);
}

/* The intraclass correlation of one rater: of the same raters for all, else of any. */
static const struct result *ratings_icc(struct report *report, const char *term, const char *item)
{
    const struct result *same = ratings_number(report, term, item, "icc_21");

    return same != NULL ? same : ratings_number(report, term, item, "icc_11");
}

static void ratings_row(struct report *report, const char *term, const char *item)
{
    const struct result *own = ratings_number(report, term, item, "self_minus_others");
    const struct result *icc = ratings_icc(report, term, item);
    const char *why = agreement_why(report, own);

    document_row(report->document, DOCUMENT_ROW);
    document_cell(report->document, telling_name(report, item));
    document_cell(report->document, telling_value(report, own));
    document_cell(report->document, telling_interval(report, own));
    document_cell(report->document, telling_value(report, icc));
    document_cell(report->document, telling_interval(report, icc));
    document_cell(report->document, *why != '\0' ? why : agreement_why(report, icc));
}

void ratings_table(struct report *report, const char *term)
{
    GPtrArray *items = ratings_items(report, term);
    const char *limits = report_word(report, "tables", "column-interval");
    const struct document_column columns[] = {
        {report_word(report, "agreement", "column-criterion"), DOCUMENT_ROW_HEADER},
        {report_word(report, "agreement", "column-self"), DOCUMENT_NUMBER},
        {limits, DOCUMENT_NUMBER},
        {report_word(report, "agreement", "column-icc"), DOCUMENT_NUMBER},
        {limits, DOCUMENT_NUMBER},
        {report_word(report, "agreement", "column-why"), DOCUMENT_TEXT}};

    document_table(report->document, SAY(report, "agreement", "caption-self", {"book", term}),
                   columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < items->len; i++)
        ratings_row(report, term, items->pdata[i]);
    document_note(report->document, report_word(report, "agreement", "note-self"));
    document_note(report->document, report_word(report, "agreement", "note-icc"));
    g_ptr_array_unref(items);
}
