#include "ingest/answers.h"

#include "base/fail.h"
#include "foreign/survey.h"
#include "ingest/alike.h"
#include "ingest/answers_rows.h"
#include "ingest/answers_turned.h"
#include "ingest/called.h"
#include "ingest/eaten.h"
#include "ingest/totals.h"

#include <string.h>

static const char words_file[] = "codebooks/vragenlijst-kolommen.csv";

/* The role that all known items are asked of; NULL when they differ or none is said. */
static const char *answers_role(const struct survey *survey, struct ledger *ledger,
                                const char *file)
{
    const char *role = NULL;

    for (guint i = 0; i < survey->columns->len; i++) {
        const struct survey_column *column = survey->columns->pdata[i];
        const char *asked = column->item == NULL ? "" : column->item->asked_of;

        if (*asked == '\0')
            continue;
        if (role != NULL && strcmp(role, asked) != 0)
            return NULL;
        role = asked;
    }
    if (role != NULL && survey_find(survey, SURVEY_PERSON, "role") < 0)
        ledger_add(ledger, LEDGER_NOTE, file, "", "role-assumed", role,
                   "the codebook asks these items of this role; say --role '*=ROLE' for another");
    return role;
}

/* The names of columns that are carried on: context, and in the long form whatever is not known. */
static GPtrArray *answers_extra(const struct sheet *sheet, const struct survey *survey,
                                const struct answers_call *call, const struct columns *words)
{
    const char *const *fixed = shape_columns(SHAPE_ANSWERS);
    GPtrArray *extra = g_ptr_array_new();

    for (size_t i = 0; i < sheet_columns(sheet); i++) {
        const char *name = sheet_name(sheet, i);
        const char *word = survey == NULL ? columns_find(words, name) : NULL;
        bool person =
            survey == NULL ||
            ((const struct survey_column *)survey->columns->pdata[i])->use == SURVEY_PERSON;

        if (word != NULL && strcmp(word, "private") == 0)
            ledger_add(call->run->ledger, LEDGER_NOTE, sheet_file(sheet), "", "column-private",
                       name, "may point at a person: left out; --map can keep it");
        else if (person && !g_strv_contains(fixed, name))
            g_ptr_array_add(extra, (gpointer)name);
    }
    return extra;
}

static void answers_head(const struct answers_call *call, struct answers_rows *rows)
{
    const struct codebooks *codebooks = call->codebooks;
    struct head *head = head_new(SHAPE_ANSWERS);

    for (guint i = 0; i < codebooks_count(codebooks); i++) {
        char *line = codebook_line(codebooks_at(codebooks, i));

        if (codebooks_at(codebooks, i)->items->len > 0)
            head_codebook(head, line);
        g_free(line);
    }
    stage_sign(call->run, head);
    person_name(rows->person, head);
    head_column(head, "origin");
    writer_begin(call->writer, head);
    head_free(head);
}

/* Where persons are named, or in front; an open answer may well say "Totaal". */
static struct totals *answers_totals(const struct answers_call *call, const struct survey *survey)
{
    static const char *const persons[] = {"respondent", "wpb", "student"};
    const struct survey_column *first = survey == NULL ? NULL : survey->columns->pdata[0];
    bool answer = first != NULL && (first->use == SURVEY_ITEM || first->use == SURVEY_OPTIONS);
    int person = -1;

    for (size_t i = 0; i < G_N_ELEMENTS(persons) && person < 0; i++)
        person = sheet_find(call->sheet, persons[i]);
    return totals_new(call->words, survey == NULL || answer ? -1 : 0, person, false);
}

/* The records, one by one; the head is written with the first that is taken. */
static void answers_records(const struct answers_call *call, struct answers_rows *rows)
{
    struct damaged *damaged = damaged_new(call->words, call->run->ledger);
    struct eaten *eaten = eaten_new(call->run->ledger);
    struct alike *alike = alike_new(call->sheet, damaged, eaten, call->run->ledger);
    struct totals *totals = answers_totals(call, rows->survey);
    bool begun = false;

    rows->damaged = damaged;
    rows->eaten = eaten;
    while (sheet_next(call->sheet)) {
        if (totals_refuse(totals, call->sheet) || !answers_rows_admit(rows))
            continue;
        alike_look(alike, call->sheet);
        if (sheet_find(call->sheet, "respondent") >= 0)
            eaten_meet(eaten, "respondent", person_respondent(rows->person), call->sheet);
        if (!begun)
            answers_head(call, rows);
        begun = true;
        answers_rows_write(rows);
    }
    alike_free(alike);
    damaged_free(damaged);
    totals_free(totals);
    eaten_close(eaten, call->sheet);
    called_check_rows(call->sheet);
    answers_rows_count(rows);
}

/* The columns of the sheet that hold answers. */
static GArray *answers_columns(const struct sheet *sheet, const struct survey *survey)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(int));

    for (int i = 0; i < (int)sheet_columns(sheet); i++)
        if (survey == NULL
                ? i == sheet_find(sheet, "value")
                : ((const struct survey_column *)survey->columns->pdata[i])->use == SURVEY_ITEM)
            g_array_append_val(columns, i);
    return columns;
}

static void answers_read(const struct answers_call *call, struct answers_rows *rows,
                         const struct columns *words)
{
    struct ledger *ledger = call->run->ledger;
    GPtrArray *extra = answers_extra(call->sheet, rows->survey, call, words);
    GArray *columns = answers_columns(call->sheet, rows->survey);
    const struct person_source source = {
        call->sheet,
        call->columns,
        call->roles,
        ledger,
        call->context_file,
        call->stem,
        rows->survey == NULL ? NULL : answers_role(rows->survey, ledger, sheet_file(call->sheet)),
        extra};

    rows->person = person_new(&source);
    rows->typed = answers_typed_new(call->sheet, columns, call->decimal, call->dates, ledger);
    answers_rows_open(rows);
    answers_records(call, rows);
    answers_rows_close(rows);
    answers_typed_close(rows->typed);
    person_free(rows->person);
    g_array_free(columns, TRUE);
    g_ptr_array_free(extra, TRUE);
}

struct answers_header {
    const struct sheet *sheet;
    const struct columns *words;
};

/* Whether a column is left out, which is said where it is. */
static bool answers_is_private(const void *data, int column)
{
    const struct answers_header *header = data;

    return g_strcmp0(columns_find(header->words, sheet_name(header->sheet, (size_t)column)),
                     "private") == 0;
}

static void answers_all(const struct answers_call *call, const struct survey_words *words,
                        struct survey_form form)
{
    struct questions *questions = questions_new(call->codebooks);
    struct ledger *ledger = call->run->ledger;
    struct survey *survey = NULL;
    struct answers_rows rows = {.sheet = call->sheet,
                                .questions = questions,
                                .words = call->words,
                                .ledger = ledger,
                                .writer = call->writer};

    if (form.is_long) {
        header_read(sheet_header_room(call->sheet), sheet_csv(call->sheet), call->columns,
                    call->maps, ledger);
        header_tell_kept(sheet_header(call->sheet), sheet_file(call->sheet), ledger,
                         answers_is_private, &(struct answers_header){call->sheet, words->words});
    } else {
        survey = survey_read(call->sheet, form, words, questions, ledger);
        turned_check(call->sheet, survey, questions);
    }
    rows.survey = survey;
    answers_read(call, &rows, words->words);
    g_clear_pointer(&survey, survey_free);
    questions_free(questions);
}

/* Whether the rows are answers, when nobody said so. */
static bool answers_are_met(const struct answers_call *call, struct survey_form form)
{
    bool met = form.is_long || form.is_asked || form.maker != SURVEY_NO_MAKER;

    if (met)
        ledger_add(call->run->ledger, LEDGER_NOTE, sheet_file(call->sheet), "", "shape-assumed",
                   shape_name(SHAPE_ANSWERS),
                   "its headers are those of a survey; say --shape segments if it is none");
    return met;
}

bool answers_take(const struct answers_call *call)
{
    struct columns *found;
    struct survey_words words = {call->columns, NULL, call->codebooks, call->maps};
    struct survey_form form;
    bool met;

    if (call->shape != NULL && strcmp(call->shape, shape_name(SHAPE_SEGMENTS)) == 0)
        return false;
    if (call->shape != NULL && strcmp(call->shape, shape_name(SHAPE_ANSWERS)) != 0)
        fail(STATUS_USAGE, "--shape \"%s\": segments or answers", call->shape);
    found = columns_load_file(words_file);
    words.words = found;
    form = survey_form_find(sheet_csv(call->sheet), &words);
    met = call->shape != NULL || answers_are_met(call, form);
    if (met)
        answers_all(call, &words, form);
    columns_free(found);
    return met;
}
