#include "driver/study_match.h"

#include "codebook/scales.h"
#include "driver/say.h"
#include "driver/study_values.h"

#include <string.h>

struct study_match *study_match_read(const struct ini *ini, const char *section, const char *name)
{
    struct study_match *match = g_new0(struct study_match, 1);

    match->name = g_strdup(name);
    match->offer = ini_get(ini, section, "aanbod");
    match->use = ini_get(ini, section, "gebruik");
    match->outcome = ini_get(ini, section, "uitkomst");
    match->importance = ini_get(ini, section, "belang");
    match->by = study_values_columns(ini, section);
    match->unit = study_values_unit(ini, section);
    if ((match->offer == NULL) != (match->use == NULL))
        say_stop(STATUS_USAGE,
                 SAY("studie-verplicht", "plaats", ini_place(ini, section, NULL), "sleutel",
                     match->offer == NULL ? "aanbod" : "gebruik", "sectie", section));
    return match;
}

void study_match_free(gpointer data)
{
    struct study_match *match = data;

    g_free(match->name);
    g_free(match->offer);
    g_free(match->use);
    g_free(match->outcome);
    g_free(match->importance);
    g_free(match->by);
    g_free(match);
}

/* One codebook of the study, loaded. */
static struct codebooks *match_load(const struct study *study, const char *name)
{
    char *names[] = {study_codebook(study, name), NULL};
    struct codebooks *books = codebooks_load(names);

    g_free(names[0]);
    return books;
}

char **study_match_books(const struct study *study)
{
    GPtrArray *names = g_ptr_array_new();

    for (char **name = study->codebooks; *name != NULL; name++) {
        struct codebooks *books = match_load(study, *name);

        if (codebooks_at(books, 0)->items->len > 0)
            g_ptr_array_add(names, g_strdup(*name));
        codebooks_free(books);
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

enum match_subject { MATCH_SCALE, MATCH_ANY }; /* what a key may name */

/* Scales NULL: the codebooks have no items. */
static void match_check_name(const struct ini *ini, const struct scales *scales,
                             const struct study_match *match, const char *key, const char *name,
                             enum match_subject may)
{
    int subject = name == NULL || scales == NULL ? -1 : scales_find(scales, name);
    GPtrArray *names;
    char *section;

    if (name == NULL ||
        (subject >= 0 && (may == MATCH_ANY || scales_item(scales, (guint)subject) == NULL)))
        return;
    names = g_ptr_array_new();
    for (guint i = 0; scales != NULL && i < scales_subjects(scales); i++)
        if (may == MATCH_ANY || scales_item(scales, i) == NULL)
            g_ptr_array_add(names, (gpointer)scales_name(scales, i));
    section = g_strconcat("match ", match->name, NULL);
    say_stop(STATUS_USAGE,
             SAY("match-onbekend", "plaats", ini_place(ini, section, key), "sleutel", key, "waarde",
                 name, "nabij", say_nearest(name, (const char *const *)names->pdata, names->len)));
}

/* Whether two names may stand for the same scale or facet: a scale holds its facets. */
static bool match_overlaps(const char *one, const char *other)
{
    size_t n = strcspn(one, "/");

    return strcmp(one, other) == 0 || (n == strcspn(other, "/") && strncmp(one, other, n) == 0 &&
                                       (one[n] == '\0' || other[n] == '\0'));
}

/* Whether the codebooks pair items of these scales: a section without scales tells them too. */
static bool match_is_paired(const struct codebooks *books, const struct study_match *match)
{
    for (guint i = 0; i < codebooks_count(books); i++) {
        const GPtrArray *items = codebooks_at(books, i)->items;

        for (guint j = 0; j < items->len; j++) {
            const struct item *item = items->pdata[j];
            const struct item *pair = codebooks_item(books, item->pair);

            if (pair != NULL && match_overlaps(item->scale, match->offer) &&
                match_overlaps(pair->scale, match->use))
                return true;
        }
    }
    return false;
}

/* Whether both tell one pair of scales, or one thing beside one share: every number would be there
 * twice. */
static bool match_is_double(const struct codebooks *books, const struct study_match *one,
                            const struct study_match *other)
{
    if (one->importance != NULL && g_strcmp0(one->importance, other->importance) == 0 &&
        g_strcmp0(one->unit, other->unit) == 0)
        return true;
    if ((one->offer == NULL && one->importance != NULL) ||
        (other->offer == NULL && other->importance != NULL))
        return false;
    if (one->offer == NULL && other->offer == NULL)
        return true;
    if (one->offer == NULL || other->offer == NULL)
        return match_is_paired(books, one->offer != NULL ? one : other);
    return match_overlaps(one->offer, other->offer) && match_overlaps(one->use, other->use);
}

static void match_check_double(const struct study *study, const struct ini *ini,
                               const struct codebooks *books)
{
    for (guint i = 1; i < study->matches->len; i++)
        for (guint j = 0; j < i; j++) {
            const struct study_match *match = study->matches->pdata[i];
            const struct study_match *before = study->matches->pdata[j];
            char *section;

            if (!match_is_double(books, match, before))
                continue;
            section = g_strconcat("match ", match->name, NULL);
            say_stop(STATUS_USAGE, SAY("match-dubbel", "plaats", ini_place(ini, section, NULL),
                                       "sectie", match->name, "eerder", before->name));
        }
}

void study_match_check(const struct study *study, const struct ini *ini)
{
    char **names = study_match_books(study);
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    struct codebooks *books;
    struct scales *scales;

    for (char **name = names; *name != NULL; name++)
        g_ptr_array_add(paths, study_codebook(study, *name));
    g_ptr_array_add(paths, NULL);
    books = codebooks_load((char *const *)paths->pdata);
    scales = codebooks_count(books) == 0 ? NULL : scales_new(books);
    match_check_double(study, ini, books);
    for (guint i = 0; i < study->matches->len; i++) {
        const struct study_match *match = study->matches->pdata[i];

        match_check_name(ini, scales, match, "aanbod", match->offer, MATCH_SCALE);
        match_check_name(ini, scales, match, "gebruik", match->use, MATCH_SCALE);
        match_check_name(ini, scales, match, "uitkomst", match->outcome, MATCH_ANY);
        match_check_name(ini, scales, match, "belang", match->importance, MATCH_ANY);
    }
    g_clear_pointer(&scales, scales_free);
    codebooks_free(books);
    g_ptr_array_free(paths, TRUE);
    g_strfreev(names);
}
