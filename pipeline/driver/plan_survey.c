#include "driver/plan_survey.h"

#include "codebook/codebook.h"
#include "driver/flow.h"
#include "driver/plan_stage.h"
#include "driver/say.h"
#include "driver/study_match.h"

#include <string.h>

/* The tables of all answers of a study share this name. */
static const char all_answers[] = "antwoorden";

/* What the steps of the answers need. */
struct survey {
    struct plan *plan;
    const struct study *study;
    GPtrArray *results;
    char **books; /* those with items */
    char *scores; /* path of the table with scores */
};

static bool survey_has_answers(const struct study *study)
{
    for (guint i = 0; i < study->files->len; i++)
        if (((const struct study_file *)study->files->pdata[i])->kind == STUDY_ANSWERS)
            return true;
    return false;
}

/* The answers of all files. */
static void survey_words(const struct survey *survey, struct command *command)
{
    for (guint i = 0; i < survey->study->files->len; i++) {
        const struct study_file *file = survey->study->files->pdata[i];
        char *path = plan_between(file->name, "answers.tsv");

        if (file->kind == STUDY_ANSWERS)
            plan_word(command, WORD_MADE, path);
        g_free(path);
    }
}

static void survey_score(const struct survey *survey)
{
    struct step *step =
        plan_step(survey->plan, SAY("deel-scores"), survey->scores, STEP_PART, STEP_NEEDS_ALL);
    struct command *command = plan_stage(step, "score", all_answers);

    plan_books(command, survey->books);
    survey_words(survey, command);
}

/* A step whose results are told with all others; `title` is taken over. */
static struct command *survey_results(const struct survey *survey, char *title, const char *stage,
                                      const char *name, const char *ending)
{
    char *output = plan_between(name, ending);
    struct step *step = plan_step(survey->plan, title, output, STEP_PART, STEP_NEEDS_ALL);

    g_ptr_array_add(survey->results, output);
    return plan_stage(step, stage, name);
}

/* How well raters agree, over all files at once: one study may have a file a year. Answers that
 * nobody else gave are none of its business, so that it may always be called. */
static void survey_agree(const struct survey *survey)
{
    struct command *command =
        survey_results(survey, SAY("deel-overeenstemming", "naam", all_answers), "agree",
                       all_answers, "agree.tsv");

    plan_books(command, survey->books);
    plan_random(command, survey->study);
    survey_words(survey, command);
}

static void survey_describe(const struct survey *survey)
{
    struct command *command =
        survey_results(survey, SAY("deel-beschrijving"), "describe", all_answers, "describe.tsv");

    plan_books(command, survey->books);
    plan_random(command, survey->study);
    plan_word(command, WORD_MADE, survey->scores);
}

static void survey_match(const struct survey *survey, const struct study_match *match)
{
    struct command *command = survey_results(survey, SAY("deel-match", "naam", match->name),
                                             "match", match->name, "match.tsv");

    plan_books(command, survey->books);
    plan_option(command, "--offer", WORD_TEXT, match->offer);
    plan_option(command, "--use", WORD_TEXT, match->use);
    plan_option(command, "--outcome", WORD_TEXT, match->outcome);
    plan_option(command, "--by", WORD_TEXT, match->by);
    plan_random(command, survey->study);
    plan_word(command, WORD_MADE, survey->scores);
}

/* CODEBOOK/side:NAME/ of the first codebook with two sides; NULL where there is none. */
static char *survey_side(const struct study *study)
{
    char *side = NULL;

    for (char **name = study->codebooks; *name != NULL && side == NULL; name++) {
        char *names[] = {study_codebook(study, *name), NULL};
        struct codebooks *books = codebooks_load(names);
        const struct codebook *book = codebooks_at(books, 0);

        if (book->sides->len == 2)
            side = g_strdup_printf("%s/side:%s/", book->name, (char *)book->sides->pdata[0]);
        codebooks_free(books);
        g_free(names[0]);
    }
    return side;
}

/* The kind of unit of the talks beside which a section puts something; NULL where none is. */
static const char *survey_kind(const struct study *study, const struct study_match *match)
{
    GPtrArray *kinds = plan_kinds(study);
    const char *kind = kinds->len == 1 && match->unit == NULL ? kinds->pdata[0] : NULL;

    for (guint i = 0; i < kinds->len && match->unit != NULL; i++)
        if (strcmp(kinds->pdata[i], match->unit) == 0)
            kind = kinds->pdata[i];
    if (kinds->len > 1 && match->unit == NULL)
        say_stop(STATUS_USAGE, SAY("match-eenheid", "bestand", study->path, "sectie", match->name));
    g_ptr_array_free(kinds, TRUE);
    return kind;
}

/* The shares of every person in talks of a kind, as answers. */
static char *survey_shares(const struct survey *survey, const struct study_match *match,
                           const char *name, const char *kind)
{
    char *tallies = plan_between(kind, "tallies.tsv");
    char *output = plan_between(name, "shares.tsv");
    struct step *step = plan_step(survey->plan, SAY("deel-aandelen", "naam", match->name), output,
                                  STEP_PART, STEP_NEEDS_ALL);
    struct command *command = plan_stage(step, "count", name);

    plan_codebooks(command, survey->study);
    plan_option(command, "--as", WORD_TEXT, "answers");
    plan_option(command, "--person", WORD_TEXT, survey->study->person);
    plan_word(command, WORD_MADE, tallies);
    g_free(tallies);
    return output;
}

/* No section has a `+` in its name, so that these files are nobody else's. */
static void survey_beside(const struct survey *survey, const struct study_match *match)
{
    char *side = survey_side(survey->study);
    const char *kind = survey_kind(survey->study, match);
    char *name = g_strconcat(match->name, "+belang", NULL);
    struct command *command;
    char *shares;
    char *items;

    if (side == NULL || kind == NULL) {
        g_ptr_array_add(survey->plan->left_out, SAY("match-zonder-as", "sectie", match->name));
    } else {
        shares = survey_shares(survey, match, name, kind);
        items = g_strconcat(match->importance, ",", side, plan_unit(kind), NULL);
        command = survey_results(survey, SAY("deel-belang", "naam", match->name), "match", name,
                                 "match.tsv");
        plan_books(command, survey->books);
        plan_option(command, "--beside", WORD_TEXT, items);
        plan_word(command, WORD_MADE, survey->scores);
        plan_word(command, WORD_MADE, shares);
        g_free(items);
        g_free(shares);
    }
    g_free(name);
    g_free(side);
}

static void survey_matches(const struct survey *survey)
{
    for (guint i = 0; i < survey->study->matches->len; i++) {
        const struct study_match *match = survey->study->matches->pdata[i];

        if (match->offer != NULL || match->importance == NULL)
            survey_match(survey, match);
        if (match->importance != NULL)
            survey_beside(survey, match);
    }
}

/* Sections [match NAAM] that have nothing to work on, or no program. */
static void survey_leave_out(struct plan *plan, const struct study *study, const char *why)
{
    for (guint i = 0; i < study->matches->len; i++) {
        const struct study_match *match = study->matches->pdata[i];
        char *section = g_strconcat("match ", match->name, NULL);

        g_ptr_array_add(plan->left_out, SAY(why, "sectie", section));
        g_free(section);
    }
}

/* Answers that no codebook knows the questions of. */
static void survey_leave_out_files(struct plan *plan, const struct study *study)
{
    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];

        if (file->kind == STUDY_ANSWERS)
            g_ptr_array_add(plan->left_out, SAY("antwoorden-zonder-codeboek", "naam", file->name));
    }
}

void plan_survey(struct plan *plan, const struct study *study, GPtrArray *results)
{
    struct survey survey = {plan, study, results, study_match_books(study),
                            plan_between(all_answers, "scores.tsv")};

    if (!survey_has_answers(study) || *survey.books == NULL) {
        survey_leave_out_files(plan, study);
        survey_leave_out(plan, study, "match-zonder-antwoorden");
        g_strfreev(survey.books);
        g_free(survey.scores);
        return;
    }
    if (flow_has("agree"))
        survey_agree(&survey);
    if (!flow_has("score")) {
        survey_leave_out(plan, study, "sectie-weggelaten");
    } else {
        survey_score(&survey);
        if (flow_has("describe"))
            survey_describe(&survey);
        if (flow_has("match"))
            survey_matches(&survey);
        else
            survey_leave_out(plan, study, "sectie-weggelaten");
    }
    g_strfreev(survey.books);
    g_free(survey.scores);
}
