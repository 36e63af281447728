#include "driver/new.h"

#include "base/place.h"
#include "codebook/codebook.h"
#include "driver/say.h"
#include "table/guard.h"
#include "table/output.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

static const char new_mark[] = "\xEF\xBB\xBF"; /* Excel takes a CSV for UTF-8 by it */

/* The command line of new, and what it makes. */
struct new
{
    const char *folder;
    GPtrArray *names; /* of codebooks, as typed; ends with NULL once parsed */
    struct codebooks *books;
    bool has[2]; /* by enum new_kind: whether a codebook of that kind is used */
};

enum new_kind { NEW_CODES, NEW_ITEMS };

/* Keys of teksten.ini: the file that is filled in, the columns it starts with, and the list to look
 * things up in. */
static const struct {
    const char *section; /* of the template */
    const char *file;
    const char *columns;
    const char *list;
    const char *list_columns;
} kinds[] = {
    {"[bestand gesprekken]", "nieuw-codes", "nieuw-codes-kop", "nieuw-codelijst",
     "nieuw-codelijst-kop"},
    {"[bestand vragenlijst]", "nieuw-vragen", "nieuw-vragen-kop", "nieuw-vraaglijst",
     "nieuw-vraaglijst-kop"},
};

static G_NORETURN void new_unknown(const char *option)
{
    static const char *const known[] = {"--codebook", "--help"};

    say_stop(STATUS_USAGE, SAY("nieuw-optie", "optie", option, "nabij",
                               say_nearest(option, known, G_N_ELEMENTS(known))));
}

/* The codebooks behind --codebook; several may stand in one word, as in studie.ini. */
static void new_codebooks(struct new *new, const char *value)
{
    char **words = g_strsplit(value, ";", -1);

    for (int i = 0; words[i] != NULL; i++)
        if (*g_strstrip(words[i]) != '\0')
            g_ptr_array_add(new->names, g_strdup(words[i]));
    g_strfreev(words);
}

static void new_parse(struct new *new, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--codebook") == 0 && i + 1 < argc)
            new_codebooks(new, argv[++i]);
        else if (g_str_has_prefix(argv[i], "--codebook="))
            new_codebooks(new, argv[i] + strlen("--codebook="));
        else if (argv[i][0] == '-')
            new_unknown(argv[i]);
        else if (new->folder != NULL)
            say_stop(STATUS_USAGE, SAY("nieuw-een", "woord", argv[i]));
        else
            new->folder = argv[i];
    }
    if (new->folder == NULL || *new->folder == '\0')
        say_stop(STATUS_USAGE, SAY("nieuw-geen-map"));
    if (new->names->len == 0)
        say_stop(STATUS_USAGE, SAY("nieuw-geen-codeboek"));
    g_ptr_array_add(new->names, NULL);
}

static void new_write(const struct new *new, const char *name, const char *text)
{
    char *path = g_build_filename(new->folder, name, NULL);
    struct output *output = output_open(path);

    output_text(output, text);
    output_close(output);
    g_free(path);
}

/* A codebook of somebody's own goes along into the folder, and is named by its file from then on.
 */
static void new_take(struct new *new, guint i)
{
    char *name = new->names->pdata[i];
    char *text;
    GError *error = NULL;

    if (strchr(name, G_DIR_SEPARATOR) == NULL && !g_str_has_suffix(name, ".csv"))
        return;
    if (!g_file_get_contents(name, &text, NULL, &error))
        say_stop(STATUS_STOPPED, SAY("nieuw-fout", "map", name, "reden", say_error(error)));
    new->names->pdata[i] = g_path_get_basename(name);
    new_write(new, new->names->pdata[i], text);
    g_free(text);
    g_free(name);
}

static enum new_kind new_kind(const struct codebook *book)
{
    return book->items->len > 0 ? NEW_ITEMS : NEW_CODES;
}

/* The folder, for the owner alone: there will be personal data in it. */
static void new_folder(const char *folder)
{
    GDir *dir;
    bool empty;

    if (g_mkdir_with_parents(folder, S_IRWXU) != 0)
        say_stop(STATUS_STOPPED, SAY("nieuw-fout", "map", folder, "reden", say_reason(errno)));
    dir = g_dir_open(folder, 0, NULL);
    empty = dir != NULL && g_dir_read_name(dir) == NULL;
    if (dir != NULL)
        g_dir_close(dir);
    if (!empty)
        say_stop(STATUS_USAGE, SAY("nieuw-niet-leeg", "map", folder));
}

static void new_cell(GString *line, const char *text)
{
    char *safe = guard_formula(text);

    if (line->len > strlen(new_mark) && line->str[line->len - 1] != '\n')
        g_string_append_c(line, ';');
    guard_quote(line, safe, ';');
    g_free(safe);
}

/* A CSV that begins with the columns of a key. */
static GString *new_sheet(const char *key)
{
    char *columns = SAY(key);
    GString *text = g_string_new(new_mark);

    g_string_append(text, columns);
    g_free(columns);
    return text;
}

static void new_finish(const struct new *new, GString *text, char *name)
{
    new_write(new, name, text->str);
    g_string_free(text, TRUE);
    g_free(name);
}

/* What people fill in: one file for all codebooks of a kind. */
static void new_fill(const struct new *new, enum new_kind kind)
{
    GString *text = new_sheet(kinds[kind].columns);

    for (guint i = 0; kind == NEW_ITEMS && i < codebooks_count(new->books); i++) {
        const GPtrArray *items = codebooks_at(new->books, i)->items;

        for (guint j = 0; j < items->len; j++)
            new_cell(text, ((const struct item *)items->pdata[j])->item);
    }
    g_string_append(text, "\r\n");
    new_finish(new, text, SAY(kinds[kind].file));
}

/* What the codes or items of a codebook mean. */
static void new_list(const struct new *new, const struct codebook *book)
{
    enum new_kind kind = new_kind(book);
    GString *text = new_sheet(kinds[kind].list_columns);

    g_string_append(text, "\r\n");
    for (guint i = 0; i < book->codes->len; i++) {
        const struct code *code = book->codes->pdata[i];

        new_cell(text, code->code);
        new_cell(text, code->label);
        new_cell(text, code->side);
        new_cell(text, code->definition);
        g_string_append(text, "\r\n");
    }
    for (guint i = 0; i < book->items->len; i++) {
        const struct item *item = book->items->pdata[i];

        new_cell(text, item->item);
        new_cell(text, item->label);
        new_cell(text, item->answers);
        new_cell(text, item->asked_of);
        g_string_append(text, "\r\n");
    }
    new_finish(new, text, SAY(kinds[kind].list, "codeboek", book->name));
}

/* Whether the lines of a section of the template are to stand there as an example only. */
static bool new_is_unused(const struct new *new, const char *section)
{
    for (size_t kind = 0; kind < G_N_ELEMENTS(kinds); kind++)
        if (!new->has[kind] && strcmp(kinds[kind].section, section) == 0)
            return true;
    return false;
}

/* The template with its question and codebooks filled in, and the sections that nothing needs
 * behind a #. */
static char *new_settings(const struct new *new, const char *template)
{
    char *books = g_strjoinv("; ", (char **)new->names->pdata);
    char **lines = g_strsplit(template, "\n", -1);
    GString *text = g_string_new(NULL);
    char *question = SAY(new->has[NEW_CODES] ? "nieuw-vraag-codes" : "nieuw-vraag-vragen");
    bool unused = false;

    for (int i = 0; lines[i] != NULL; i++) {
        if (lines[i][0] == '[')
            unused = new_is_unused(new, lines[i]);
        if (unused && lines[i][0] != '#' && lines[i][0] != '\0')
            g_string_append(text, "# ");
        g_string_append_printf(text, lines[i + 1] != NULL ? "%s\n" : "%s", lines[i]);
    }
    g_string_replace(text, "{codeboek}", books, 0);
    g_string_replace(text, "{vraag}", question, 0);
    g_free(question);
    g_strfreev(lines);
    g_free(books);
    return g_string_free(text, FALSE);
}

static void new_study(const struct new *new)
{
    static const char place[] = "codebooks/studie.ini";
    char *path = place_find(place);
    char *template = NULL;
    char *text;

    if (path == NULL || !g_file_get_contents(path, &template, NULL, NULL))
        fail(STATUS_STOPPED, "%s is not there; is volgstuur installed whole?", place);
    text = new_settings(new, template);
    new_write(new, "studie.ini", text);
    g_free(text);
    g_free(template);
    g_free(path);
}

int new_main(int argc, char **argv)
{
    struct new new = {.names = g_ptr_array_new_with_free_func(g_free)};

    new_parse(&new, argc, argv);
    new.books = codebooks_load((char *const *)new.names->pdata);
    new_folder(new.folder);
    for (guint i = 0; i < codebooks_count(new.books); i++)
        new.has[new_kind(codebooks_at(new.books, i))] = true;
    for (guint i = 0; i < codebooks_count(new.books); i++)
        new_list(&new, codebooks_at(new.books, i));
    for (int kind = NEW_CODES; kind <= NEW_ITEMS; kind++)
        if (new.has[kind])
            new_fill(&new, (enum new_kind)kind);
    for (guint i = 0; i < codebooks_count(new.books); i++)
        new_take(&new, i);
    new_study(&new);
    say_tell(SAY("nieuw-klaar", "map", new.folder));
    codebooks_free(new.books);
    g_ptr_array_free(new.names, TRUE);
    return STATUS_DONE;
}
