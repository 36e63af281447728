#include "report/pictures_list.h"

#include "codebook/wording.h"

#include <string.h>

enum { CONFUSION_PAIRS = 3 }; /* how many are named */

/* The label of a code, or the word for none. Held by the codebooks or the report. */
static const char *confusion_label(struct report *report, const char *code, size_t n)
{
    const char *name = report_hold(report, g_strndup(code, n));

    return *name == '\0' ? report_word(report, "plot", "confusion-none")
                         : wording_label(report->codebooks, name, report->language);
}

/* The pair of different codes that comes after another (NULL: the first), from the highest count
 * down, equals in the order of the results; NULL when there is none. */
static const struct result *confusion_next(const struct report *report, const char *term,
                                           const struct result *before)
{
    const struct result *next = NULL;
    bool passed = before == NULL;

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);
        size_t n = strcspn(result->subject, "~");
        bool same = result->subject[n] == '\0' ||
                    (strlen(result->subject + n + 1) == n &&
                     strncmp(result->subject, result->subject + n + 1, n) == 0);

        passed = passed || (before != NULL && result == before);
        if (same || (before != NULL && result == before) || *result->by != '\0' ||
            !(result->value > 0) || strcmp(result->term, term) != 0 ||
            !pictures_is(result, "agree", "confusion"))
            continue;
        if (before != NULL &&
            (result->value > before->value || (result->value == before->value && !passed)))
            continue;
        if (next == NULL || result->value > next->value)
            next = result;
    }
    return next;
}

/* "duiden naast confronteren (9)" of the pairs that differ most often. */
const char *pictures_confusion(struct report *report, const char *codebook)
{
    const struct result *pair = NULL;
    GString *list = g_string_new(NULL);

    for (int i = 0; i < CONFUSION_PAIRS; i++) {
        size_t n;

        pair = confusion_next(report, codebook, pair);
        if (pair == NULL)
            break;
        n = strcspn(pair->subject, "~");
        pictures_add(list, SAY(report, "figure", "confusion-pair",
                               {"one", confusion_label(report, pair->subject, n)},
                               {"other", confusion_label(report, pair->subject + n + 1,
                                                         strlen(pair->subject + n + 1))},
                               {"count", report_value(report, pair)}));
    }
    return pictures_list(report, list);
}
