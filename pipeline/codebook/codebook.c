#include "codebook/codebook.h"

#include "base/fail.h"
#include "base/nearest.h"
#include "codebook/codefile.h"

#include <math.h>
#include <string.h>

struct codebooks {
    GPtrArray *books;
    GHashTable *codes;    /* name -> struct code */
    GHashTable *items;    /* name -> struct item */
    GHashTable *meanings; /* folded name, label or alias -> struct code */
    GPtrArray *names;     /* of all codes, for the nearest one */
};

/* Case folded, outer space gone: what counts when meanings are compared. */
static char *codebook_fold(const char *text)
{
    char *folded = g_utf8_casefold(text, -1);

    return g_strstrip(folded);
}

static void codebooks_mean(struct codebooks *codebooks, const char *text, struct code *code)
{
    char *folded = codebook_fold(text);
    const struct code *known = g_hash_table_lookup(codebooks->meanings, folded);

    if (*folded == '\0' || known == code) {
        g_free(folded);
        return;
    }
    if (known != NULL)
        fail(STATUS_STOPPED, "%s:%zu: \"%s\" means %s here and %s in %s:%zu; take it from one",
             code->codebook->file, code->line, text, code->code, known->code, known->codebook->file,
             known->line);
    g_hash_table_insert(codebooks->meanings, folded, code);
}

static void codebooks_add_code(struct codebooks *codebooks, struct code *code)
{
    const struct code *known = g_hash_table_lookup(codebooks->codes, code->code);

    if (known != NULL)
        fail(STATUS_STOPPED, "%s:%zu: code \"%s\" stands in %s:%zu too", code->codebook->file,
             code->line, code->code, known->codebook->file, known->line);
    g_hash_table_insert(codebooks->codes, code->code, code);
    g_ptr_array_add(codebooks->names, code->code);
    codebooks_mean(codebooks, code->code, code);
}

static void codebooks_add_meanings(struct codebooks *codebooks, struct code *code)
{
    char **aliases = g_strsplit(code->alias, ";", -1);

    codebooks_mean(codebooks, code->label, code);
    for (char **alias = aliases; *alias != NULL; alias++)
        codebooks_mean(codebooks, *alias, code);
    g_strfreev(aliases);
}

/* Parents are codes of the same codebook and do not go round. */
static void codebooks_check_parents(const struct codebooks *codebooks, const struct code *code)
{
    const struct code *up = code;

    for (guint steps = 0; *up->parent != '\0'; steps++) {
        const struct code *parent = codebooks_code(codebooks, up->parent);

        if (parent == NULL || parent->codebook != code->codebook)
            fail(STATUS_STOPPED, "%s:%zu: parent \"%s\" is not a code of this codebook",
                 up->codebook->file, up->line, up->parent);
        if (steps > code->codebook->codes->len)
            fail(STATUS_STOPPED, "%s:%zu: the parents of \"%s\" go round", code->codebook->file,
                 code->line, code->code);
        up = parent;
    }
}

static void codebooks_add_item(struct codebooks *codebooks, struct item *item)
{
    const struct item *known = g_hash_table_lookup(codebooks->items, item->item);

    if (known != NULL)
        fail(STATUS_STOPPED, "%s:%zu: item \"%s\" stands in %s:%zu too", item->codebook->file,
             item->line, item->item, known->codebook->file, known->line);
    g_hash_table_insert(codebooks->items, item->item, item);
    g_ptr_array_add(codebooks->names, item->item);
}

static void codebooks_add(struct codebooks *codebooks, struct codebook *book)
{
    for (guint i = 0; i < codebooks->books->len; i++)
        if (strcmp(codebooks_at(codebooks, i)->name, book->name) == 0)
            fail(STATUS_STOPPED, "two codebooks are called \"%s\"; give one another file name",
                 book->name);
    g_ptr_array_add(codebooks->books, book);
    for (guint i = 0; i < book->codes->len; i++)
        codebooks_add_code(codebooks, book->codes->pdata[i]);
    for (guint i = 0; i < book->codes->len; i++)
        codebooks_add_meanings(codebooks, book->codes->pdata[i]);
    for (guint i = 0; i < book->codes->len; i++)
        codebooks_check_parents(codebooks, book->codes->pdata[i]);
    for (guint i = 0; i < book->items->len; i++)
        codebooks_add_item(codebooks, book->items->pdata[i]);
}

/* Roles may be written as rollen.csv knows them ("werkplekbegeleider"): the code becomes what its
 * code is there. One that it does not know would count nobody, so it ends the program. */
static void codebooks_mean_role(const struct codebooks *roles, struct code *code)
{
    const struct code *role = codebooks_meaning(roles, code->role);
    const char *nearest = role == NULL ? codebooks_nearest(roles, code->role) : NULL;

    if (role == NULL)
        fail(STATUS_STOPPED, "%s: code \"%s\": role \"%s\" is not in rollen.csv%s%s",
             code->codebook->file, code->code, code->role, nearest != NULL ? "; nearest: " : "",
             nearest != NULL ? nearest : "");
    g_free(code->role);
    code->role = g_strdup(role->code);
}

static void codebooks_mean_roles(struct codebooks *codebooks)
{
    static char rollen[] = "rollen";
    char *names[] = {rollen, NULL};
    struct codebooks *roles = NULL;

    for (guint i = 0; i < codebooks->books->len; i++) {
        const struct codebook *book = codebooks_at(codebooks, i);

        for (guint j = 0; j < book->codes->len; j++) {
            struct code *code = book->codes->pdata[j];

            if (*code->role == '\0')
                continue;
            if (roles == NULL)
                roles = codebooks_load(names);
            codebooks_mean_role(roles, code);
        }
    }
    if (roles != NULL)
        codebooks_free(roles);
}

struct codebooks *codebooks_load(char *const *names)
{
    struct codebooks *codebooks = g_new0(struct codebooks, 1);

    codebooks->books = g_ptr_array_new_with_free_func((GDestroyNotify)codefile_free);
    codebooks->codes = g_hash_table_new(g_str_hash, g_str_equal);
    codebooks->items = g_hash_table_new(g_str_hash, g_str_equal);
    codebooks->meanings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    codebooks->names = g_ptr_array_new();
    for (; names != NULL && *names != NULL; names++)
        codebooks_add(codebooks, codefile_read(*names));
    codebooks_mean_roles(codebooks);
    return codebooks;
}

void codebooks_free(struct codebooks *codebooks)
{
    g_hash_table_destroy(codebooks->codes);
    g_hash_table_destroy(codebooks->items);
    g_hash_table_destroy(codebooks->meanings);
    g_ptr_array_free(codebooks->names, TRUE);
    g_ptr_array_free(codebooks->books, TRUE);
    g_free(codebooks);
}

guint codebooks_count(const struct codebooks *codebooks)
{
    return codebooks->books->len;
}

const struct codebook *codebooks_at(const struct codebooks *codebooks, guint i)
{
    return codebooks->books->pdata[i];
}

const struct code *codebooks_code(const struct codebooks *codebooks, const char *code)
{
    return g_hash_table_lookup(codebooks->codes, code);
}

const struct item *codebooks_item(const struct codebooks *codebooks, const char *item)
{
    return g_hash_table_lookup(codebooks->items, item);
}

const struct code *codebooks_meaning(const struct codebooks *codebooks, const char *text)
{
    const struct code *code = codebooks_code(codebooks, text);
    char *folded;

    if (code != NULL)
        return code;
    folded = codebook_fold(text);
    code = g_hash_table_lookup(codebooks->meanings, folded);
    g_free(folded);
    return code;
}

const char *codebooks_nearest(const struct codebooks *codebooks, const char *wrong)
{
    return nearest_word(wrong, (const char *const *)codebooks->names->pdata, codebooks->names->len);
}

char *codebook_line(const struct codebook *codebook)
{
    return g_strdup_printf("%s %s %s", codebook->name, codebook->version, codebook->digest);
}

void codebooks_sign(const struct codebooks *codebooks, struct head *head)
{
    for (guint i = 0; i < codebooks->books->len; i++) {
        char *line = codebook_line(codebooks->books->pdata[i]);

        head_codebook(head, line);
        g_free(line);
    }
}

struct head *codebooks_head(const struct codebooks *codebooks, const struct head *united,
                            enum shape shape)
{
    struct head *head = head_new(shape);

    for (guint i = 0; i < united->codebooks->len; i++)
        head_codebook(head, united->codebooks->pdata[i]);
    codebooks_sign(codebooks, head);
    for (guint i = 0; i < united->chain->len; i++)
        g_ptr_array_add(head->chain, g_strdup(united->chain->pdata[i]));
    return head;
}

const char *code_label(const struct code *code, const char *language)
{
    if (strcmp(language, "en") == 0 && *code->label_en != '\0')
        return code->label_en;
    return *code->label != '\0' ? code->label : code->code;
}

bool code_is_confirmed(const struct code *code)
{
    return strcmp(code->status, "bevestigd") == 0 || strcmp(code->status, "artikel") == 0;
}

bool code_has_children(const struct code *code)
{
    const GPtrArray *codes = code->codebook->codes;

    for (guint i = 0; i < codes->len; i++)
        if (strcmp(((const struct code *)codes->pdata[i])->parent, code->code) == 0)
            return true;
    return false;
}
