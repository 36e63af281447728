#include "report/strand.h"

#include "report/strands.h"

static const struct strand *const strands[] = {
    &groups_strand,   &match_strand,     &beside_strand,   &survey_strand,
    &coverage_strand, &agreement_strand, &compared_strand,
};

GPtrArray *strand_list(struct report *report)
{
    GPtrArray *list = g_ptr_array_new();

    for (size_t i = 0; i < G_N_ELEMENTS(strands); i++)
        if (strands[i]->is_there(report))
            g_ptr_array_add(list, (gpointer)strands[i]);
    return list;
}

bool strand_lead(struct report *report, GString *lead)
{
    for (guint i = 0; i < report->strands->len; i++) {
        const struct strand *strand = report->strands->pdata[i];
        const char *sentence = strand->lead != NULL ? strand->lead(report) : "";

        g_string_append_printf(lead, "%s%s", lead->len > 0 && *sentence != '\0' ? " " : "",
                               sentence);
    }
    return lead->len > 0;
}

/* One chapter of every strand that has it. */
#define STRAND_EACH(chapter)                                                                       \
    void strand_##chapter(struct report *report)                                                   \
    {                                                                                              \
        for (guint i = 0; i < report->strands->len; i++) {                                         \
            const struct strand *strand = report->strands->pdata[i];                               \
                                                                                                   \
            if (strand->chapter != NULL)                                                           \
                strand->chapter(report);                                                           \
        }                                                                                          \
    }

STRAND_EACH(details)
STRAND_EACH(tables)
STRAND_EACH(advice)
STRAND_EACH(talk)
STRAND_EACH(unknown)
STRAND_EACH(account)
