/* The published values of surveys (Holzinger & Swineford, attitude, bfi, msq): read from ../shared,
 * since the data come with GPL packages. Each value is computed here, or stands in
 * tests/reference/skipped.csv with the reason. */
#include "stat/alpha.h"
#include "stat/moments.h"
#include "stat/omega.h"

#include "stat_reference.h"

#define FOLDER "../shared/reference/published/survey"

enum { MOST_ITEMS = 8 };

/* Which items make a scale; a `-` in front says that the item is reversed. */
struct scale {
    const char *set;
    const char *name;
    double turn; /* minimum + maximum */
    const char *items[MOST_ITEMS];
};

static const struct scale scales[] = {
    {"HolzingerSwineford1939", "visual", 10, {"x1", "x2", "x3"}},
    {"HolzingerSwineford1939", "textual", 10, {"x4", "x5", "x6"}},
    {"HolzingerSwineford1939", "speed", 10, {"x7", "x8", "x9"}},
    {"attitude",
     "all",
     100,
     {"rating", "complaints", "privileges", "learning", "raises", "critical", "advance"}},
    {"psych_bfi", "agree", 7, {"-A1", "A2", "A3", "A4", "A5"}},
    {"psych_bfi", "consc", 7, {"C1", "C2", "C3", "-C4", "-C5"}},
    {"psych_bfi", "extra", 7, {"-E1", "-E2", "E3", "E4", "E5"}},
    {"psych_bfi", "neuro", 7, {"N1", "N2", "N3", "N4", "N5"}},
    {"psych_bfi", "open", 7, {"O1", "-O2", "O3", "O4", "-O5"}},
    {"psych_msq", "EA", 3, {"active", "alert", "aroused", "-sleepy", "-tired", "-drowsy"}},
    {"psych_msq", "TA", 3, {"anxious", "jittery", "nervous", "-calm", "-relaxed", "-at.ease"}},
    {"psych_msq", "EAp", 3, {"active", "alert", "aroused"}},
    {"psych_msq", "EAn", 3, {"sleepy", "tired", "drowsy"}},
    {"psych_msq", "TAp", 3, {"anxious", "jittery", "nervous"}},
    {"psych_msq", "TAn", 3, {"calm", "relaxed", "at.ease"}},
};

/* What a set's values are computed from. */
struct survey {
    const struct scale *scale;
    double *values; /* turned where reversed; NaN where missing */
    size_t persons;
    size_t items;
    struct covariance listwise;
};

static const char *item_name(const char *item)
{
    return item + (*item == '-');
}

static double *values_read(const char *set, const struct scale *scale, struct survey *survey)
{
    char *path = g_strdup_printf(FOLDER "/%s/data.csv", set);
    struct reference data = reference_read(path);
    g_assert_nonnull(data.header);
    for (char **name = data.header; *name != NULL; name++)
        g_strdelimit(*name, "\"", ' ');
    for (char **name = data.header; *name != NULL; name++)
        g_strstrip(*name);
    survey->persons = data.rows->len;
    for (survey->items = 0; survey->items < MOST_ITEMS && scale->items[survey->items] != NULL;)
        survey->items++;
    double *values = g_new(double, survey->persons * survey->items);
    for (guint i = 0; i < survey->persons; i++)
        for (size_t j = 0; j < survey->items; j++) {
            const char *item = scale->items[j];
            const char *cell = reference_cell(&data, i, item_name(item));
            double value = NAN;
            if (*cell != '\0' && strcmp(cell, "NA") != 0)
                value = reference_number(&data, i, item_name(item));
            values[i * survey->items + j] = *item == '-' ? scale->turn - value : value;
        }
    reference_free(&data);
    g_free(path);
    return values;
}

static struct survey survey_open(const char *set, const struct scale *scale)
{
    struct survey survey = {.scale = scale};
    survey.values = values_read(set, scale, &survey);
    survey.listwise =
        covariance_of(survey.values, survey.persons, survey.items, COVARIANCE_LISTWISE);
    return survey;
}

static void survey_free(struct survey *survey)
{
    covariance_free(&survey->listwise);
    g_free(survey->values);
}

static double alpha_by(const struct survey *survey, enum covariance_missing missing)
{
    struct covariance covariance =
        covariance_of(survey->values, survey->persons, survey->items, missing);
    double alpha = alpha_raw(&covariance).value;
    covariance_free(&covariance);
    return alpha;
}

static double mean_r_by(const struct survey *survey, enum covariance_missing missing)
{
    struct covariance covariance =
        covariance_of(survey->values, survey->persons, survey->items, missing);
    double mean = alpha_mean_correlation(&covariance).value;
    covariance_free(&covariance);
    return mean;
}

/* Mean or sd of the mean of each complete row. */
static double score_value(const struct survey *survey, gboolean sd)
{
    double *scores = g_new(double, survey->persons);
    size_t n = 0;
    for (size_t i = 0; i < survey->persons; i++) {
        struct stat_value mean = moments_mean(survey->values + i * survey->items, survey->items);
        if (mean.reason == STAT_FINE)
            scores[n++] = mean.value;
    }
    double value = sd ? moments_sd(scores, n).value : moments_mean(scores, n).value;
    g_free(scores);
    return value;
}

/* A value of one item: `itemrest_x1`. */
static double item_value(const struct survey *survey, const char *statistic)
{
    for (size_t i = 0; i < survey->items; i++) {
        const char *name = item_name(survey->scale->items[i]);
        if (!g_str_has_suffix(statistic, name) ||
            statistic[strlen(statistic) - strlen(name) - 1] != '_')
            continue;
        if (g_str_has_prefix(statistic, "itemrest_"))
            return alpha_item_rest(&survey->listwise, i).value;
        if (g_str_has_prefix(statistic, "alpha_if_dropped_"))
            return alpha_without(&survey->listwise, i).value;
    }
    g_error("nothing computes %s", statistic);
}

static double value_of(const struct survey *survey, const char *statistic)
{
    double alpha = alpha_raw(&survey->listwise).value;
    struct stat_interval feldt = alpha_feldt(alpha, survey->listwise.n, survey->items);
    if (strcmp(statistic, "n_complete") == 0 || strcmp(statistic, "n_listwise") == 0)
        return (double)survey->listwise.n;
    if (strcmp(statistic, "alpha_listwise") == 0)
        return alpha;
    if (strcmp(statistic, "alpha") == 0)
        return alpha_by(survey, COVARIANCE_MEDIAN);
    if (strcmp(statistic, "alpha_pairwise") == 0)
        return alpha_by(survey, COVARIANCE_PAIRWISE);
    if (strcmp(statistic, "std_alpha_listwise") == 0)
        return alpha_standard(&survey->listwise).value;
    if (strcmp(statistic, "mean_interitem_r") == 0)
        return mean_r_by(survey, COVARIANCE_LISTWISE);
    if (strcmp(statistic, "mean_r") == 0)
        return mean_r_by(survey, COVARIANCE_MEDIAN);
    if (strcmp(statistic, "alpha_feldt_lo") == 0)
        return feldt.low;
    if (strcmp(statistic, "alpha_feldt_hi") == 0)
        return feldt.high;
    if (g_str_has_prefix(statistic, "scale_"))
        return score_value(survey, strcmp(statistic, "scale_sd") == 0);
    if (strcmp(statistic, "omega_1factor_ml") == 0)
        return omega_total(&survey->listwise).omega.value;
    return item_value(survey, statistic);
}

/* Splits `visual_alpha_listwise` or `alpha_listwise_EA` into scale and statistic. */
static const struct scale *scale_of(const char *set, const char *id, char **statistic)
{
    for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
        const char *name = scales[i].name;
        size_t rest = strlen(id) - MIN(strlen(id), strlen(name) + 1);
        if (strcmp(scales[i].set, set) != 0)
            continue;
        if (g_str_has_prefix(id, name) && id[strlen(name)] == '_')
            *statistic = g_strdup(id + strlen(name) + 1);
        else if (rest > 0 && strcmp(id + rest + 1, name) == 0 && id[rest] == '_')
            *statistic = g_strndup(id, rest);
        else
            continue;
        return &scales[i];
    }
    g_error("%s: nothing computes %s, and skipped.csv does not name it", set, id);
}

static gboolean is_skipped(const struct reference *skipped, const char *set, const char *id)
{
    for (guint row = 0; row < skipped->rows->len; row++)
        if (strcmp(reference_cell(skipped, row, "id"), set) == 0 &&
            strcmp(reference_cell(skipped, row, "value"), id) == 0)
            return TRUE;
    return FALSE;
}

static void check_value(const char *set, const GMatchInfo *match)
{
    char *id = g_match_info_fetch(match, 1);
    char *number = g_match_info_fetch(match, 2);
    char *kind = g_match_info_fetch(match, 3);
    char *allowed = g_match_info_fetch(match, 4);
    char *statistic = NULL;
    double expected = g_ascii_strtod(number, NULL);
    double tolerance = g_ascii_strtod(allowed, NULL);
    struct survey survey = survey_open(set, scale_of(set, id, &statistic));
    assert_near(id, value_of(&survey, statistic), expected,
                strcmp(kind, "rel") == 0 ? tolerance * fabs(expected) : tolerance);
    survey_free(&survey);
    g_free(statistic);
    g_free(allowed);
    g_free(kind);
    g_free(number);
    g_free(id);
}

static void test_set(gconstpointer data)
{
    const char *set = data;
    char *path = g_strdup_printf(FOLDER "/%s/expected.json", set);
    char *text = NULL;
    if (!reference_there(path)) {
        g_free(path);
        g_test_skip("../shared is not here");
        return;
    }
    struct reference skipped = reference_read("tests/reference/skipped.csv");
    GRegex *value = g_regex_new("\"id\":\\s*\"([^\"]+)\",\\s*\"stat\".*?\"value\":\\s*([-0-9.e+]+),"
                                "\\s*\"tol_(abs|rel)\":\\s*([-0-9.e+]+)",
                                G_REGEX_DOTALL, 0, NULL);
    GMatchInfo *match = NULL;
    guint checked = 0;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    for (g_regex_match(value, text, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        char *id = g_match_info_fetch(match, 1);
        if (!is_skipped(&skipped, set, id)) {
            check_value(set, match);
            checked++;
        }
        g_free(id);
    }
    g_test_message("%s: %u values", set, checked);
    g_assert_cmpuint(checked, >, 20);
    g_match_info_free(match);
    g_regex_unref(value);
    g_free(text);
    g_free(path);
    reference_free(&skipped);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_data_func("/stat/survey/holzinger", "HolzingerSwineford1939", test_set);
    g_test_add_data_func("/stat/survey/attitude", "attitude", test_set);
    g_test_add_data_func("/stat/survey/bfi", "psych_bfi", test_set);
    g_test_add_data_func("/stat/survey/msq", "psych_msq", test_set);
    return g_test_run();
}
