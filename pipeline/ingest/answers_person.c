#include "ingest/answers_person.h"

#include "base/fail.h"
#include "base/marks.h"
#include "foreign/context.h"
#include "ingest/beside.h"
#include "ingest/tidied.h"
#include "table/number.h"

#include <string.h>

struct person {
    struct person_source source;
    int respondent; /* columns of the sheet; -1: absent */
    int role;
    int group;
    int wave;
    const char *is; /* the column that stands in for the respondent, which is a role too; NULL */
    GArray *extra;  /* int: columns of the sheet */
    GArray *added;  /* size_t: columns of the context file */
    struct context *context;
    int context_role; /* its column, -1 */
    char *name;       /* of the respondent of this record */
    bool named;       /* the file names it */
    const char *role_name;
    struct marks met;
    struct tidied *tidied;
};

/* What else tells two records of one respondent apart. */
static const char *const occasions[] = {"wave", "moment", "year", "date", "phase", "rater"};

/* A name or word of this record, tidied; borrowed until the next one. */
static const char *person_word(const struct person *person, int column)
{
    return tidied_cell(person->tidied, person->source.sheet, column);
}

static void person_note(const struct person *person, const char *what, const char *value,
                        const char *action)
{
    ledger_add(person->source.ledger, LEDGER_NOTE, sheet_file(person->source.sheet), "", what,
               value, action);
}

/* The respondent, else the wpb, else the student; else the number of the record. */
static void person_find(struct person *person)
{
    const struct sheet *sheet = person->source.sheet;
    int wpb = sheet_find(sheet, "wpb");
    int student = sheet_find(sheet, "student");

    person->respondent = sheet_find(sheet, "respondent");
    if (person->respondent >= 0)
        return;
    if (wpb >= 0 && student >= 0)
        fail(STATUS_STOPPED,
             "%s: wpb and student, but no column respondent: who answered? say --map "
             "respondent=HEADER",
             sheet_file(sheet));
    if (wpb >= 0 || student >= 0) {
        person->respondent = wpb >= 0 ? wpb : student;
        person->is = sheet_name(sheet, (size_t)person->respondent);
        person_note(person, "respondent-assumed", person->is, "no column respondent: this one is");
    } else {
        person_note(person, "respondent-numbered", person->source.stem,
                    "no column says who answered: every record is somebody else");
    }
}

static void person_open_context(struct person *person)
{
    struct context *context;
    const char *key;

    person->context_role = -1;
    if (person->source.context_file == NULL)
        return;
    context =
        context_read(person->source.context_file, person->source.columns, person->source.ledger);
    key = context_key(context);
    if (strcmp(key, "source") == 0 || strcmp(key, "speaker") == 0) {
        person_note(person, "context-unused", key,
                    "answers have no such column: nothing is added from the context");
        context_free(context);
        return;
    }
    person->context = context;
    for (size_t i = 0; i < context_columns(context); i++)
        if (strcmp(context_name(context, i), "role") == 0)
            person->context_role = (int)i;
        else if (beside_takes(person->source.sheet, SHAPE_ANSWERS, context_name(context, i),
                              person->source.ledger))
            g_array_append_val(person->added, i);
}

struct person *person_new(const struct person_source *source)
{
    struct person *person = g_new0(struct person, 1);

    person->source = *source;
    person->tidied = tidied_new(source->ledger);
    person->extra = g_array_new(FALSE, FALSE, sizeof(int));
    person->added = g_array_new(FALSE, FALSE, sizeof(size_t));
    person_find(person);
    person->role = sheet_find(source->sheet, "role");
    person->group = sheet_find(source->sheet, "group");
    person->wave = sheet_find(source->sheet, "wave");
    for (guint i = 0; i < source->extra->len; i++) {
        int column = sheet_find(source->sheet, source->extra->pdata[i]);

        g_array_append_val(person->extra, column);
    }
    person_open_context(person);
    return person;
}

void person_free(struct person *person)
{
    g_array_free(person->extra, TRUE);
    g_array_free(person->added, TRUE);
    context_free(person->context);
    marks_clear(&person->met);
    tidied_free(person->tidied);
    g_free(person->name);
    g_free(person);
}

static const char *person_context(const struct person *person, size_t column)
{
    const char *key = context_key(person->context);
    int at = sheet_find(person->source.sheet, key);

    if (at >= 0)
        return context_value(person->context, sheet_cell(person->source.sheet, at), column);
    if (strcmp(key, "respondent") == 0 ||
        (person->role_name != NULL && strcmp(key, person->role_name) == 0))
        return context_value(person->context, person->name, column);
    return "";
}

/* --role first, then the column, the context file, the column that is the respondent, and what the
 * codebook asks of whom. */
static const char *person_find_role(const struct person *person)
{
    const char *text = roles_given(person->source.roles, person->name);

    if (text == NULL)
        text = person_word(person, person->role);
    if (*text == '\0' && person->context_role >= 0)
        text = person_context(person, (size_t)person->context_role);
    if (*text == '\0' && person->is != NULL)
        text = person->is;
    if (*text == '\0' && person->source.role != NULL)
        text = person->source.role;
    return roles_meaning(person->source.roles, text, sheet_file(person->source.sheet),
                         sheet_line(person->source.sheet));
}

void person_look(struct person *person)
{
    const struct sheet *sheet = person->source.sheet;

    g_free(person->name);
    person->name = g_strdup(person_word(person, person->respondent));
    person->named = *person->name != '\0';
    if (!person->named) {
        g_free(person->name);
        person->name = g_strdup_printf("%s %zu", person->source.stem, sheet_records(sheet));
        if (person->respondent >= 0)
            ledger_line(person->source.ledger, LEDGER_WARNING, sheet_file(sheet), sheet_line(sheet),
                        "respondent-empty", person->name,
                        "nobody is named here: counted as somebody by this name");
    }
    person->role_name = NULL;
    person->role_name = person_find_role(person);
}

const char *person_respondent(const struct person *person)
{
    return person->name;
}

bool person_is_again(struct person *person, const char *item)
{
    GString *key = g_string_new(person->name);
    uint64_t *mark;
    bool again;

    g_string_append_printf(key, "\n%s\n%s", person->role_name, item);
    for (size_t i = 0; i < G_N_ELEMENTS(occasions); i++)
        g_string_append_printf(key, "\n%s",
                               person_word(person, sheet_find(person->source.sheet, occasions[i])));
    mark = marks_at(&person->met, marks_key(key->str, key->len, 0));
    again = person->named && *mark != 0;
    *mark = 1;
    g_string_free(key, TRUE);
    return again;
}

void person_name(const struct person *person, struct head *head)
{
    for (guint i = 0; i < person->source.extra->len; i++)
        head_column(head, person->source.extra->pdata[i]);
    for (guint i = 0; i < person->added->len; i++)
        head_column(head, context_name(person->context, g_array_index(person->added, size_t, i)));
}

static void person_cell(const struct person *person, struct writer *writer, int column)
{
    writer_text(writer, person_word(person, column));
}

void person_write(const struct person *person, struct writer *writer)
{
    writer_text(writer, person->name);
    writer_text(writer, person->role_name);
    person_cell(person, writer, person->group);
    person_cell(person, writer, person->wave);
}

void person_write_context(const struct person *person, const struct answers_typed *typed,
                          struct writer *writer)
{
    for (guint i = 0; i < person->extra->len; i++) {
        int column = g_array_index(person->extra, int, i);

        if (answers_typed_text(typed, column) != NULL)
            writer_text(writer, answers_typed_text(typed, column));
        else
            person_cell(person, writer, column);
    }
    for (guint i = 0; i < person->added->len; i++)
        writer_text(writer, person_context(person, g_array_index(person->added, size_t, i)));
}
