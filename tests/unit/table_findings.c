/* Results held in memory: looked up by what they say, with the unit as part of that. */

#include "base/fail.h"
#include "table/findings.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const char head[] = "# vs 1 results\n"
                           "# by vs-count\n"
                           "analysis\tby\tgroup\tsubject\tterm\tstatistic\tvalue\tlow\thigh\tn\t"
                           "persons_wpb\tpersons_student\tmethod\tnote\n";

/* The findings of a table with these rows. */
static struct findings *findings_of(const char *rows)
{
    char *text = g_strconcat(head, rows, "# end\n", NULL);
    char *path = g_build_filename(g_get_tmp_dir(), "vs-findings-XXXXXX", NULL);
    int file = g_mkstemp(path);
    char *files[] = {path, NULL};
    struct reader *reader;
    struct findings *findings;

    g_assert_cmpint(file, >=, 0);
    g_assert_true(g_close(file, NULL));
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    reader = reader_open(shape_bit(SHAPE_RESULTS), files, READER_WHOLE);
    g_unlink(path);
    findings = findings_read(reader);
    reader_close(reader);
    g_free(path);
    g_free(text);
    return findings;
}

static const char two_units[] =
    "count\t\t\t\tkoenig\tpersons\t7\t\t\t\t7\t\tunit=mention; person=wpb\t\n"
    "count\t\t\tside:b\tkoenig\tmainly_share\t0.5\t0.2\t0.8\t7\t7\t\tunit=mention; person=wpb\t\n"
    "count\twpb\twpb-2\t\tkoenig\tpersons\t1\t\t\t\t1\t\tunit=mention; person=wpb\t\n"
    "count\twpb\twpb-1\t\tkoenig\tpersons\t1\t\t\t\t1\t\tunit=mention; person=wpb\t\n"
    "count\twpb\twpb-9\t\tkoenig\tpersons\t1\t\t\t\t1\t\tunit=turn; person=wpb\t\n"
    "count\t\t\t\tkoenig\tpersons\t3\t\t\t\t3\t\tunit=turn; person=wpb\t\n";

static const struct result *find(const struct findings *findings, const char *unit,
                                 const char *subject, const char *statistic)
{
    return findings_find(findings, &(struct finding_key){.analysis = "count",
                                                         .subject = subject,
                                                         .term = "koenig",
                                                         .statistic = statistic,
                                                         .unit = unit});
}

static void test_find(void)
{
    struct findings *findings = findings_of(two_units);
    const struct result *share = find(findings, "mention", "side:b", "mainly_share");

    g_assert_cmpuint(findings_count(findings), ==, 6);
    g_assert_cmpfloat(find(findings, "mention", NULL, "persons")->value, ==, 7);
    g_assert_cmpfloat(find(findings, "turn", "", "persons")->value, ==, 3);
    g_assert_null(find(findings, "event", NULL, "persons"));
    g_assert_null(find(findings, NULL, NULL, "persons"));
    g_assert_cmpfloat(share->low, ==, 0.2);
    g_assert_cmpfloat(share->high, ==, 0.8);
    g_assert_cmpint(share->n, ==, 7);
    g_assert_cmpint(share->persons_student, ==, -1);
    findings_free(findings);
}

static void test_groups(void)
{
    struct findings *findings = findings_of(two_units);
    GPtrArray *groups = findings_groups(findings, "wpb", "koenig", "mention");

    g_assert_cmpuint(groups->len, ==, 2);
    g_assert_cmpstr(groups->pdata[0], ==, "wpb-2");
    g_assert_cmpstr(groups->pdata[1], ==, "wpb-1");
    g_ptr_array_unref(groups);
    groups = findings_groups(findings, "school", "koenig", "mention");
    g_assert_cmpuint(groups->len, ==, 0);
    g_ptr_array_unref(groups);
    findings_free(findings);
}

static void test_words(void)
{
    struct result result = result_empty("count");
    char *value;

    result.method = "unit=mention; person=wpb; interval=jackknife; df=6";
    result.note = "few; few-clusters";
    value = finding_method(&result, "interval");
    g_assert_cmpstr(value, ==, "jackknife");
    g_free(value);
    value = finding_method(&result, "df");
    g_assert_cmpstr(value, ==, "6");
    g_free(value);
    g_assert_null(finding_method(&result, "inter"));
    g_assert_null(finding_method(&result, "seed"));
    g_assert_true(finding_notes(&result, "few"));
    g_assert_true(finding_notes(&result, "few-clusters"));
    g_assert_false(finding_notes(&result, "clusters"));
    result.note = "few-clusters";
    g_assert_false(finding_notes(&result, "few"));
    result.note = result.method = "";
    g_assert_false(finding_notes(&result, "few"));
    g_assert_null(finding_method(&result, "unit"));
}

static void test_empty(void)
{
    struct findings *findings = findings_of("");

    g_assert_cmpuint(findings_count(findings), ==, 0);
    g_assert_null(find(findings, "turn", NULL, "persons"));
    findings_free(findings);
}

#define ROW(value) "count\t\t\t\tkoenig\tpersons\t" value "\t\t\t\t7\t\tunit=turn; person=wpb\t\n"

/* The same number twice is one number; two values for it cannot both be right. */
static void test_twice(void)
{
    struct findings *findings;

    if (g_test_subprocess()) {
        findings_of(ROW("7") ROW("8"));
        return;
    }
    findings = findings_of(ROW("7") ROW("7") ROW("7"));
    g_assert_cmpuint(findings_count(findings), ==, 1);
    findings_free(findings);
    findings = findings_of(ROW("") ROW(""));
    g_assert_true(isnan(findings_at(findings, 0)->value));
    findings_free(findings);
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_failed();
    g_test_trap_assert_stderr("*:5: persons of \"koenig\" (all) stands here with a second value*");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/table/findings/find", test_find);
    g_test_add_func("/table/findings/groups", test_groups);
    g_test_add_func("/table/findings/words", test_words);
    g_test_add_func("/table/findings/empty", test_empty);
    g_test_add_func("/table/findings/twice", test_twice);
    return g_test_run();
}
