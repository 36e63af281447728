/* csv-spectrum (../shared/samples/csv-spectrum; skips without it): every file becomes the records
 * of its JSON. That JSON is a list of objects of strings: read as one row of strings, header and
 * cell in turn, it is what the reader must give. */

#include "table/csv.h"

#include <glib.h>
#include <string.h>

static const char folder[] = "../shared/samples/csv-spectrum";

/* The JSON string that begins behind `*at`, a quote; `*at` goes behind its end. */
static char *json_string(const char **at)
{
    GString *text = g_string_new(NULL);

    for ((*at)++; **at != '"' && **at != '\0'; (*at)++) {
        if (**at == '\\') {
            (*at)++;
            g_string_append_c(text, **at == 'n' ? '\n' : **at == 'r' ? '\r' : **at);
        } else {
            g_string_append_c(text, **at);
        }
    }
    (*at)++;
    return g_string_free(text, FALSE);
}

static GPtrArray *json_strings(const char *path)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
    char *text = NULL;
    const char *at;

    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    at = strchr(text, '"');
    while (at != NULL) {
        g_ptr_array_add(all, json_string(&at));
        at = strchr(at, '"');
    }
    g_free(text);
    return all;
}

static GPtrArray *csv_strings(const char *path, enum csv_way way)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
    GPtrArray *header = g_ptr_array_new_with_free_func(g_free);
    struct csv *csv = csv_open_way(path, way);

    g_assert_cmpint(csv_next(csv), ==, CSV_RECORD);
    for (size_t i = 0; i < csv_count(csv); i++)
        g_ptr_array_add(header, g_strdup(csv_cell(csv, i)));
    while (csv_next(csv) == CSV_RECORD) {
        g_assert_cmpuint(csv_count(csv), ==, header->len);
        for (guint i = 0; i < header->len; i++) {
            g_ptr_array_add(all, g_strdup(header->pdata[i]));
            g_ptr_array_add(all, g_strdup(csv_cell(csv, i)));
        }
    }
    csv_close(csv);
    g_ptr_array_unref(header);
    return all;
}

static void test_file(const void *data)
{
    const char *name = data;
    char *csv = g_strdup_printf("%s/csvs/%s.csv", folder, name);
    char *json = g_strdup_printf("%s/json/%s.json", folder, name);
    GPtrArray *expected = json_strings(json);

    for (int way = CSV_FAST; way <= CSV_JUDGED; way++) {
        GPtrArray *found = csv_strings(csv, (enum csv_way)way);

        g_assert_cmpuint(found->len, ==, expected->len);
        for (guint i = 0; i < found->len; i++)
            g_assert_cmpstr(found->pdata[i], ==, expected->pdata[i]);
        g_ptr_array_unref(found);
    }
    g_ptr_array_unref(expected);
    g_free(csv);
    g_free(json);
}

static void test_absent(void)
{
    g_test_skip("no ../shared/samples/csv-spectrum");
}

int main(int argc, char **argv)
{
    static const char *const names[] = {"comma_in_quotes",
                                        "empty",
                                        "empty_crlf",
                                        "escaped_quotes",
                                        "json",
                                        "newlines",
                                        "newlines_crlf",
                                        "quotes_and_newlines",
                                        "simple",
                                        "simple_crlf",
                                        "utf8"};

    g_test_init(&argc, &argv, NULL);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
        g_test_add_func("/csv-spectrum/absent", test_absent);
    for (size_t i = 0; g_file_test(folder, G_FILE_TEST_IS_DIR) && i < G_N_ELEMENTS(names); i++) {
        char *path = g_strconcat("/csv-spectrum/", names[i], NULL);

        g_test_add_data_func(path, names[i], test_file);
        g_free(path);
    }
    return g_test_run();
}
