#include "report/report.h"

#include "base/fail.h"

#include <math.h>
#include <string.h>

const char *report_hold(struct report *report, char *text)
{
    g_ptr_array_add(report->held, text);
    return text;
}

static const char *report_place(const struct place *places, const char *name, size_t n)
{
    for (; places->name != NULL; places++)
        if (strlen(places->name) == n && strncmp(places->name, name, n) == 0)
            return places->value;
    return NULL;
}

const char *report_say(struct report *report, const char *section, const char *key,
                       const struct place *places)
{
    char *text = texts_get(report->texts, section, key);
    GString *filled = g_string_new(NULL);

    for (const char *at = text; *at != '\0';) {
        size_t n = *at == '{' ? strspn(at + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;
        const char *value;

        if (n == 0 || at[n + 1] != '}') {
            g_string_append_c(filled, *at++);
            continue;
        }
        value = report_place(places, at + 1, n);
        if (value == NULL)
            fail(STATUS_STOPPED, "teksten.ini: [%s] %s: nothing fills %s", section, key, at);
        g_string_append(filled, value);
        at += n + 2;
    }
    g_free(text);
    return report_hold(report, g_string_free(filled, FALSE));
}

const char *report_word(struct report *report, const char *section, const char *key)
{
    return report_say(report, section, key, (const struct place[]){{NULL, NULL}});
}

const char *report_choose(struct report *report, const char *section, const char *special,
                          const char *key)
{
    const char *own = report_hold(report, g_strconcat(special, "-", key, NULL));

    return texts_has(report->texts, section, own) ? own : key;
}

const char *report_capital(struct report *report, const char *text)
{
    const char *rest = g_utf8_next_char(text);
    char *first;
    char *capital;

    if (*text == '\0')
        return text;
    first = g_utf8_strup(text, rest - text);
    capital = g_strconcat(first, rest, NULL);
    g_free(first);
    return report_hold(report, capital);
}

const char *report_join(struct report *report, const GPtrArray *words)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < words->len; i++) {
        if (i > 0)
            g_string_append(list, i + 1 < words->len ? ", " : report_word(report, "answer", "and"));
        g_string_append(list, words->pdata[i]);
    }
    return report_hold(report, g_string_free(list, FALSE));
}

/* 2022-04-20, with a month that exists. */
static bool report_is_date(const char *date)
{
    static const char form[] = "0000-00-00";

    if (strlen(date) != strlen(form))
        return false;
    for (size_t i = 0; form[i] != '\0'; i++)
        if (form[i] == '0' ? !g_ascii_isdigit(date[i]) : date[i] != form[i])
            return false;
    return strncmp(date + 5, "01", 2) >= 0 && strncmp(date + 5, "12", 2) <= 0;
}

const char *report_date(struct report *report, const char *date)
{
    char *month;
    const char *words;

    if (!report_is_date(date))
        return date;
    month = g_strdup_printf("month-%.2s", date + 5);
    words = SAY(report, "account", "day-month-year", {"day", date + (date[8] == '0' ? 9 : 8)},
                {"month", report_word(report, "account", month)},
                {"year", report_hold(report, g_strndup(date, 4))});
    g_free(month);
    return words;
}

const char *report_count(struct report *report, int64_t count)
{
    return report_hold(report, show_count(count, report->language));
}

const char *report_value(struct report *report, const struct result *result)
{
    return report_hold(report, show_value(result, report->language));
}

int64_t report_whole(const struct result *result)
{
    return result == NULL || isnan(result->value) ? 0 : llround(result->value);
}
