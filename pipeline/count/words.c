#include "count/words.h"

#include "base/fail.h"
#include "base/names.h"
#include "count/persons.h"
#include "table/number.h"
#include "table/results.h"

#include <string.h>

struct words {
    int role;
    int code;
    int words;
    struct names *roles;
    GArray *sums; /* int64_t by role */
};

struct words *words_new(struct reader *in)
{
    struct words *words = g_new0(struct words, 1);

    words->role = reader_column(in, "role");
    words->code = reader_column(in, "code");
    words->words = reader_column(in, "words");
    words->roles = names_new();
    words->sums = g_array_new(FALSE, TRUE, sizeof(int64_t));
    return words;
}

void words_free(struct words *words)
{
    names_free(words->roles);
    g_array_free(words->sums, TRUE);
    g_free(words);
}

void words_add(struct words *words, struct reader *in)
{
    int64_t n = 0;
    guint role;

    if (strcmp(reader_cell(in, words->code), "*") != 0 ||
        reader_missing(in, words->words) != MISSING_NOT)
        return;
    if (!number_read_count(reader_cell(in, words->words), &n))
        fail(STATUS_STOPPED, "%s: \"%s\" is not a whole number", reader_place(in),
             reader_cell(in, words->words));
    role = (guint)names_id(words->roles, reader_cell(in, words->role));
    if (role >= words->sums->len)
        g_array_set_size(words->sums, role + 1);
    g_array_index(words->sums, int64_t, role) += n;
}

static void words_row(struct writer *writer, const char *subject, const char *statistic,
                      double value, int64_t n, const char *method)
{
    struct result result = result_empty("count");

    result.subject = subject;
    result.statistic = statistic;
    result.value = value;
    result.n = n;
    result.method = method;
    result_write(writer, &result);
}

void words_write(const struct words *words, const char *unit, struct writer *writer)
{
    char *method = g_strdup_printf("unit=%s", unit);
    int64_t total = 0;

    for (guint i = 0; i < words->sums->len; i++)
        total += g_array_index(words->sums, int64_t, i);
    for (guint i = 0; i < words->sums->len && total > 0; i++) {
        int64_t n = g_array_index(words->sums, int64_t, i);
        char *subject = g_strconcat("role:", names_text(words->roles, (int)i), NULL);

        words_row(writer, subject, "words", (double)n, total, method);
        words_row(writer, subject, "word_share", (double)n / (double)total, total, method);
        g_free(subject);
    }
    if (total > 0)
        words_row(writer, "", "words", (double)total, -1, method);
    g_free(method);
}
