#include "foreign/survey_form.h"

#include "foreign/header_find.h"
#include "foreign/vendor.h"

#include <glib.h>
#include <string.h>

static const char *const makers[] = {
    [SURVEY_NO_MAKER] = "",
    [SURVEY_QUALTRICS] = "Qualtrics",
    [SURVEY_QUALTRICS_LEGACY] = "Qualtrics (legacy)",
    [SURVEY_LIMESURVEY] = "LimeSurvey",
    [SURVEY_SURVEYMONKEY] = "SurveyMonkey",
    [SURVEY_GOOGLE_FORMS] = "Google Forms",
    [SURVEY_MICROSOFT_FORMS] = "Microsoft Forms",
};

/* The records at the front of a file, the header first. */
struct front {
    GPtrArray *kept; /* owns the rows */
    char **rows[SURVEY_FORM_ROWS];
    guint widths[SURVEY_FORM_ROWS];
    size_t count;
};

const char *survey_form_name(enum survey_maker maker)
{
    return makers[maker];
}

/* A part of a header, looked up by itself: it may only tell that a column is left out. */
static const char *survey_word_part(const struct columns *words, const char *header, size_t length)
{
    char *part = g_strndup(header, length);
    const char *word = columns_find(words, part);

    g_free(part);
    if (word != NULL && (strcmp(word, "technical") == 0 || strcmp(word, "private") == 0))
        return word;
    return NULL;
}

const char *survey_word(const struct columns *words, const char *header)
{
    const char *word = columns_find(words, header);
    const char *colon = strchr(header, ':');
    const char *joint = strrchr(header, '_');
    size_t n = strlen(header);

    if (word == NULL && colon != NULL)
        word = survey_word_part(words, header, (size_t)(colon - header) + 1);
    if (word == NULL && joint != NULL && strchr(joint, ' ') != NULL)
        word = survey_word_part(words, joint + 1, strlen(joint + 1));
    while (n > 0 && g_ascii_isdigit(header[n - 1]))
        n--;
    if (word == NULL && n > 3 && header[n] != '\0')
        word = survey_word_part(words, header, n);
    return word;
}

bool survey_is_import(const char *cell)
{
    while (g_ascii_isspace(*cell) || *cell == '{' || *cell == '"' || *cell == '\'')
        cell++;
    return g_str_has_prefix(cell, "ImportId");
}

static bool front_has(const struct front *front, const struct survey_words *words,
                      const char *canonical)
{
    if (header_is_mapped(words->maps, canonical))
        return true;
    for (guint i = 0; i < front->widths[0]; i++) {
        const char *known = columns_find(words->columns, front->rows[0][i]);

        if (known != NULL && strcmp(known, canonical) == 0)
            return true;
    }
    return false;
}

/* Whether some header of the first row is this word of vragenlijst-kolommen.csv. */
static bool front_says(const struct front *front, const struct survey_words *words,
                       const char *canonical)
{
    for (guint i = 0; i < front->widths[0]; i++) {
        const char *word = columns_find(words->words, front->rows[0][i]);

        if (word != NULL && strcmp(word, canonical) == 0)
            return true;
    }
    return false;
}

/* Whether these are the headers of a coding program. */
static bool front_is_coded(const struct front *front)
{
    GPtrArray *texts = g_ptr_array_new();
    bool is;

    for (guint i = 0; i < front->widths[0]; i++)
        g_ptr_array_add(texts, front->rows[0][i]);
    is = vendor_find(texts) != NULL;
    g_ptr_array_free(texts, TRUE);
    return is;
}

/* Whether a header is a code, or names codes with something behind it ("code 2", "codeur A"). */
static bool front_is_code(const struct survey_words *words, const char *header)
{
    char *rest = NULL;
    const char *stem = *header == '\0' ? NULL : columns_stem(words->columns, header, &rest);
    bool is = stem != NULL && (strcmp(stem, "code") == 0 || strcmp(stem, "coder") == 0);

    g_free(rest);
    return is || codebooks_meaning(words->codes, header) != NULL;
}

/* Whether the header names what only a conversation has. */
static bool front_is_talk(const struct front *front, const struct survey_words *words)
{
    static const char *const names[] = {"source",  "unit",  "start", "end",
                                        "speaker", "coder", "code",  "text"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (front_has(front, words, names[i]))
            return true;
    for (guint i = 0; i < front->widths[0]; i++)
        if (front_is_code(words, front->rows[0][i]))
            return true;
    return false;
}

/* Whether all cells of a row that hold something are the maker's own names. */
static bool front_is_imports(const struct front *front, size_t row)
{
    guint found = 0;

    for (guint i = 0; i < front->widths[row]; i++) {
        if (*front->rows[row][i] != '\0' && !survey_is_import(front->rows[row][i]))
            return false;
        found += *front->rows[row][i] != '\0';
    }
    return found > 0;
}

/* Whether the headers are V1, V2, ... and the second row says what they are. */
static bool front_is_numbered(const struct front *front, const struct survey_words *words)
{
    guint known = 0;

    if (front->count < 2 || front->widths[0] < 2 || front->widths[1] != front->widths[0] ||
        strcmp(front->rows[0][0], "V1") != 0 || strcmp(front->rows[0][1], "V2") != 0)
        return false;
    for (guint i = 0; i < front->widths[1]; i++)
        known += survey_word(words->words, front->rows[1][i]) != NULL;
    return known >= 2;
}

/* Whether the second row holds options: nothing under who answered, and somewhere the word for a
 * question of one column, or something under a header that is empty. */
static bool front_has_options(const struct front *front, const struct survey_words *words)
{
    guint marks = 0;
    bool person = false;

    if (front->count < 2 || front->widths[1] != front->widths[0])
        return false;
    for (guint i = 0; i < front->widths[0]; i++) {
        const char *word = columns_find(words->words, front->rows[0][i]);
        const char *under = columns_find(words->words, front->rows[1][i]);
        bool empty = *front->rows[1][i] == '\0';

        if (word != NULL && strcmp(word, "respondent") == 0) {
            if (!empty)
                return false;
            person = true;
        }
        marks += (under != NULL && strcmp(under, "response") == 0) ||
                 (*front->rows[0][i] == '\0' && !empty);
    }
    return person && marks > 0;
}

static enum survey_maker front_maker(const struct front *front, const struct survey_words *words)
{
    const char *first = front->widths[0] > 0 ? columns_find(words->words, front->rows[0][0]) : NULL;

    if (front_has(front, words, "code"))
        return SURVEY_NO_MAKER;
    if (front_says(front, words, "submitted") && front_says(front, words, "last-page"))
        return SURVEY_LIMESURVEY;
    if (front_says(front, words, "start-time") && front_says(front, words, "completion-time"))
        return SURVEY_MICROSOFT_FORMS;
    if (first != NULL && strcmp(first, "timestamp") == 0)
        return SURVEY_GOOGLE_FORMS;
    return SURVEY_NO_MAKER;
}

static struct survey_form front_form(const struct front *front, const struct survey_words *words)
{
    struct survey_form form = {.rows = 1};

    if (front->count == 0 || front_is_coded(front))
        return form;
    for (size_t i = 1; i < front->count; i++)
        if (front_is_imports(front, i)) {
            form.maker = SURVEY_QUALTRICS;
            form.rows = i + 1;
            form.labels = i > 1;
            form.imports = i;
            return form;
        }
    if (front_is_numbered(front, words))
        return (struct survey_form){.maker = SURVEY_QUALTRICS_LEGACY, .rows = 2, .labels = 1};
    if (front_has_options(front, words))
        return (struct survey_form){.maker = SURVEY_SURVEYMONKEY, .rows = 2, .options = true};
    form.maker = front_maker(front, words);
    form.is_asked = front_has(front, words, "respondent") && !front_is_talk(front, words);
    form.is_long = form.maker == SURVEY_NO_MAKER && front_has(front, words, "item") &&
                   front_has(front, words, "value") && front_has(front, words, "respondent");
    return form;
}

/* The cells of the record of `csv`. */
static void front_add(struct front *front, struct csv *csv)
{
    guint n = (guint)csv_count(csv);
    char **cells = g_new0(char *, n + 1);

    for (guint i = 0; i < n; i++)
        cells[i] = g_strstrip(g_strdup(csv_cell(csv, i)));
    g_ptr_array_add(front->kept, cells);
    front->rows[front->count] = cells;
    front->widths[front->count++] = n;
}

struct survey_form survey_form_find(struct csv *csv, const struct survey_words *words)
{
    struct front front = {.kept = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev)};
    struct survey_form form;
    enum csv_got got;
    size_t above;

    csv_hold(csv);
    above = header_above(csv, words->columns, words->maps);
    csv_rewind(csv);
    got = header_next(csv);
    for (; above > 0; above--)
        got = header_next(csv);
    while (got == CSV_RECORD && front.count < SURVEY_FORM_ROWS) {
        front_add(&front, csv);
        got = csv_next(csv);
    }
    csv_rewind(csv);
    csv_release(csv);
    form = front_form(&front, words);
    g_ptr_array_free(front.kept, TRUE);
    return form;
}
