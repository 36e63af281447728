#include "table/option.h"

#include "base/fail.h"
#include "table/number.h"

#include <string.h>

enum { OPTIONS = 32 }; /* of one stage, at most */

/* GOption has no number kind without a locale, so numbers are read as text and converted here. */
struct option_number {
    const struct option *option;
    char *text;
};

static GOptionArg option_arg(const struct option *option)
{
    switch (option->kind) {
    case OPTION_FLAG:
        return G_OPTION_ARG_NONE;
    case OPTION_LIST:
        return G_OPTION_ARG_FILENAME_ARRAY;
    case OPTION_TEXT:
    case OPTION_NUMBER:
        break;
    }
    return G_OPTION_ARG_FILENAME;
}

static GOptionEntry option_entry(const char *name, GOptionArg arg, void *target, const char *help,
                                 const char *argument)
{
    return (GOptionEntry){name, 0, G_OPTION_FLAG_NONE, arg, target, help, argument};
}

/* Rows of the stage, then the common ones; flags land in `flags` because GOption wants a gboolean.
 */
static GArray *option_entries(const struct stage *stage, struct option_number *numbers,
                              gboolean *flags)
{
    GArray *entries = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
    const struct option *option = stage->options;

    for (size_t i = 0; option != NULL && option[i].name != NULL; i++) {
        void *target = option[i].target;
        GOptionEntry entry;

        g_assert(i < OPTIONS);
        numbers[i].option = &option[i];
        if (option[i].kind == OPTION_NUMBER)
            target = &numbers[i].text;
        if (option[i].kind == OPTION_FLAG)
            target = &flags[i];
        entry = option_entry(option[i].name, option_arg(&option[i]), target, option[i].help,
                             option[i].argument);
        g_array_append_val(entries, entry);
    }
    return entries;
}

/* Whether the stage has an option of this name itself: it then hides the common one. */
static bool option_is_own(const GArray *entries, const char *name)
{
    for (guint i = 0; i < entries->len; i++)
        if (strcmp(g_array_index(entries, GOptionEntry, i).long_name, name) == 0)
            return true;
    return false;
}

static void option_add_common(GArray *entries, struct option_common *common, gboolean *flags)
{
    const GOptionEntry rows[] = {
        {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &common->ledger,
         "Keep what was assumed and refused in FILE (else: standard error)", "FILE"},
        {"accept-refused", 0, 0, G_OPTION_ARG_NONE, &flags[0],
         "Status 0 although records were refused", NULL},
        {"partial", 0, 0, G_OPTION_ARG_NONE, &flags[1], "Accept tables without their `# end`",
         NULL},
        {"help", 0, 0, G_OPTION_ARG_NONE, &flags[2], "Show this help", NULL},
        {"summary", 0, 0, G_OPTION_ARG_NONE, &flags[3], "Show what this stage does in one line",
         NULL},
        {"version", 0, 0, G_OPTION_ARG_NONE, &flags[4], "Show the version", NULL},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (!option_is_own(entries, rows[i].long_name))
            g_array_append_val(entries, rows[i]);
}

static void option_take_common(struct option_common *common, const gboolean *flags)
{
    common->accept_refused = flags[0];
    common->partial = flags[1];
    common->help = flags[2];
    common->summary = flags[3];
    common->version = flags[4];
}

static void option_check_text(const struct option *option, const char *text)
{
    if (!g_utf8_validate(text, -1, NULL))
        fail(STATUS_USAGE, "--%s: its value is not UTF-8", option->name);
}

static void option_take(const struct option_number *numbers, const gboolean *flags, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct option *option = numbers[i].option;

        g_assert(option != NULL);
        if (option->kind == OPTION_FLAG)
            *(bool *)option->target = flags[i];
        if (option->kind == OPTION_NUMBER && numbers[i].text != NULL &&
            !number_read(numbers[i].text, option->target))
            fail(STATUS_USAGE, "--%s \"%s\": a number, with a point", option->name,
                 numbers[i].text);
        if (option->kind == OPTION_TEXT && *(char **)option->target != NULL)
            option_check_text(option, *(char **)option->target);
        if (option->kind == OPTION_LIST && *(char ***)option->target != NULL)
            for (char **text = *(char ***)option->target; *text != NULL; text++)
                option_check_text(option, *text);
    }
}

static GOptionContext *option_context(const struct stage *stage, GArray *entries)
{
    GOptionContext *context = g_option_context_new("[FILE...]");
    char *top = g_strdup_printf("%s (%s -> %s)", stage->summary, stage->input, stage->output);

    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_summary(context, top);
    g_option_context_set_description(context, stage->detail);
    g_option_context_add_main_entries(context, (const GOptionEntry *)(void *)entries->data, NULL);
    g_free(top);
    return context;
}

/* The help text in ASCII: GLib writes an ellipsis in its first line. */
static char *option_help(GOptionContext *context)
{
    char *text = g_option_context_get_help(context, TRUE, NULL);
    GString *plain = g_string_new(text);

    g_string_replace(plain, "\u2026", "...", 0);
    g_free(text);
    return g_string_free(plain, FALSE);
}

/* What is left of the command line, without the `--` that ends the options. */
static char **option_files(char **words)
{
    GPtrArray *files = g_ptr_array_new();
    bool ended = false;

    for (; *words != NULL; words++) {
        bool ends = !ended && strcmp(*words, "--") == 0;

        if (!ends)
            g_ptr_array_add(files, g_strdup(*words));
        ended = ended || ends;
    }
    g_ptr_array_add(files, NULL);
    return (char **)g_ptr_array_free(files, FALSE);
}

char **option_parse(const struct stage *stage, int argc, char **argv, struct option_common *common,
                    char **help)
{
    enum { COMMON = 6 };
    struct option_number numbers[OPTIONS] = {{NULL, NULL}};
    gboolean flags[OPTIONS] = {FALSE};
    gboolean common_flags[COMMON] = {FALSE};
    GArray *entries = option_entries(stage, numbers, flags);
    size_t n = entries->len;
    char **words = g_new0(char *, (gsize)argc + 1);
    GOptionContext *context;
    GError *error = NULL;
    char **files;

    option_add_common(entries, common, common_flags);
    context = option_context(stage, entries);
    for (int i = 0; i < argc; i++)
        words[i] = g_strdup(i == 0 ? fail_name() : argv[i]);
    g_set_prgname(fail_name());
    if (!g_option_context_parse_strv(context, &words, &error))
        fail(STATUS_USAGE, "%s (see %s --help)", error->message, fail_name());
    option_take(numbers, flags, n);
    option_take_common(common, common_flags);
    *help = option_help(context);
    g_option_context_free(context);
    g_array_free(entries, TRUE);
    for (size_t i = 0; i < n; i++)
        g_free(numbers[i].text);
    files = option_files(words + 1);
    g_strfreev(words);
    return files;
}

static char *option_recorded(const struct option *option, const char *value)
{
    const char *equals = strchr(value, '=');
    char *name;

    switch (option->record) {
    case RECORD_KEY:
        return equals == NULL ? g_strdup(value) : g_strndup(value, (gsize)(equals - value));
    case RECORD_NAME:
        name = g_path_get_basename(value);
        if (g_str_has_suffix(name, ".csv"))
            name[strlen(name) - 4] = '\0';
        return name;
    case RECORD_VALUE:
    case RECORD_NEVER:
        break;
    }
    return g_strdup(value);
}

static void option_append(GString *line, const struct option *option, const char *value)
{
    char *recorded = option_recorded(option, value);

    g_string_append_printf(line, " --%s %s", option->name, recorded);
    g_free(recorded);
}

char *option_record(const struct stage *stage)
{
    GString *line = g_string_new("vs-");
    char number[NUMBER_ROOM];

    g_string_append(line, stage->name);
    for (const struct option *option = stage->options; option != NULL && option->name; option++) {
        if (option->record == RECORD_NEVER)
            continue;
        if (option->kind == OPTION_FLAG && *(bool *)option->target)
            g_string_append_printf(line, " --%s", option->name);
        if (option->kind == OPTION_NUMBER) {
            number_write(number, *(double *)option->target);
            option_append(line, option, number);
        }
        if (option->kind == OPTION_TEXT && *(char **)option->target != NULL)
            option_append(line, option, *(char **)option->target);
        if (option->kind == OPTION_LIST && *(char ***)option->target != NULL)
            for (char **value = *(char ***)option->target; *value != NULL; value++)
                option_append(line, option, *value);
    }
    for (char *byte = line->str; *byte != '\0'; byte++)
        if (g_ascii_iscntrl(*byte))
            *byte = ' ';
    return g_string_free(line, FALSE);
}
