#include "table/findings.h"

#include "base/fail.h"

#include <math.h>
#include <string.h>

struct findings {
    GArray *results; /* struct result; texts lie in `texts` */
    GStringChunk *texts;
    GHashTable *by_key; /* joined key -> index + 1 */
};

static char *finding_join(const struct finding_key *key)
{
    const char *const words[] = {key->analysis, key->by,        key->group, key->subject,
                                 key->term,     key->statistic, key->unit};
    GString *joined = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_string_append_printf(joined, "%s\x1f", words[i] == NULL ? "" : words[i]);
    return g_string_free(joined, FALSE);
}

static char *findings_key_of(const struct result *result)
{
    char *unit = finding_method(result, "unit");
    struct finding_key key = {
        .analysis = result->analysis,
        .by = result->by,
        .group = result->group,
        .subject = result->subject,
        .term = result->term,
        .statistic = result->statistic,
        .unit = unit,
    };
    char *joined = finding_join(&key);

    g_free(unit);
    return joined;
}

static void findings_keep_texts(struct findings *findings, struct result *result)
{
    const char **const texts[] = {&result->analysis, &result->by,   &result->group,
                                  &result->subject,  &result->term, &result->statistic,
                                  &result->method,   &result->note};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        *texts[i] = g_string_chunk_insert_const(findings->texts, *texts[i]);
}

static bool finding_same(double left, double right)
{
    return left == right || (isnan(left) && isnan(right));
}

static void findings_add(struct findings *findings, struct reader *reader, struct result result)
{
    char *key = findings_key_of(&result);
    gpointer known = g_hash_table_lookup(findings->by_key, key);

    if (known != NULL) {
        if (!finding_same(findings_at(findings, GPOINTER_TO_UINT(known) - 1)->value, result.value))
            fail(STATUS_STOPPED, "%s: %s of \"%s\" (%s) stands here with a second value",
                 reader_place(reader), result.statistic,
                 *result.subject != '\0' ? result.subject : result.term,
                 *result.group != '\0' ? result.group : "all");
        g_free(key);
        return;
    }
    findings_keep_texts(findings, &result);
    g_array_append_val(findings->results, result);
    g_hash_table_insert(findings->by_key, key, GUINT_TO_POINTER(findings->results->len));
}

struct findings *findings_read(struct reader *reader)
{
    struct findings *findings = g_new0(struct findings, 1);
    struct result_slots slots = result_slots(reader);

    findings->results = g_array_new(FALSE, FALSE, sizeof(struct result));
    findings->texts = g_string_chunk_new(4096);
    findings->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    while (reader_next(reader))
        findings_add(findings, reader, result_read(reader, &slots));
    return findings;
}

void findings_free(struct findings *findings)
{
    g_array_free(findings->results, TRUE);
    g_string_chunk_free(findings->texts);
    g_hash_table_destroy(findings->by_key);
    g_free(findings);
}

guint findings_count(const struct findings *findings)
{
    return findings->results->len;
}

const struct result *findings_at(const struct findings *findings, guint i)
{
    return &g_array_index(findings->results, struct result, i);
}

const struct result *findings_find(const struct findings *findings, const struct finding_key *key)
{
    char *joined = finding_join(key);
    gpointer found = g_hash_table_lookup(findings->by_key, joined);

    g_free(joined);
    return found == NULL ? NULL : findings_at(findings, GPOINTER_TO_UINT(found) - 1);
}

GPtrArray *findings_groups(const struct findings *findings, const char *by, const char *term,
                           const char *unit)
{
    GPtrArray *groups = g_ptr_array_new();
    GHashTable *met = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < findings->results->len; i++) {
        const struct result *result = findings_at(findings, i);
        char *here;

        if (strcmp(result->by, by) != 0 || strcmp(result->term, term) != 0 ||
            g_hash_table_contains(met, result->group))
            continue;
        here = finding_method(result, "unit");
        if (g_strcmp0(here == NULL ? "" : here, unit) == 0) {
            g_hash_table_add(met, (gpointer)result->group);
            g_ptr_array_add(groups, (gpointer)result->group);
        }
        g_free(here);
    }
    g_hash_table_destroy(met);
    return groups;
}

/* The token of a `; `-separated list that is `name` up to its `=` or end; its length in `*n`. */
static const char *finding_token(const char *list, const char *name, size_t *n)
{
    size_t length = strlen(name);

    while (*list != '\0') {
        list += strspn(list, "; ");
        *n = strcspn(list, ";");
        if (*n >= length && strncmp(list, name, length) == 0 &&
            (*n == length || list[length] == '='))
            return list;
        list += *n;
    }
    return NULL;
}

char *finding_method(const struct result *result, const char *name)
{
    size_t n;
    const char *token = finding_token(result->method, name, &n);
    size_t skip = strlen(name) + 1;

    return token == NULL || n < skip ? NULL : g_strndup(token + skip, n - skip);
}

bool finding_notes(const struct result *result, const char *reason)
{
    size_t n;

    return finding_token(result->note, reason, &n) != NULL;
}
