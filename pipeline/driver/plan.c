#include "driver/plan.h"

const char plan_results[] = "prive/results.tsv";

const char *const plan_folders[] = {"prive", "prive/charts", "prive/tables", "prive/tussen", NULL};

char *plan_between(const char *name, const char *ending)
{
    return g_strdup_printf("prive/tussen/%s.%s", name, ending);
}

static void plan_free_word(gpointer data)
{
    struct word *word = data;

    g_free(word->text);
    g_free(word);
}

static void plan_free_command(gpointer data)
{
    struct command *command = data;

    g_free(command->program);
    g_ptr_array_free(command->words, TRUE);
    g_free(command);
}

static void plan_free_step(gpointer data)
{
    struct step *step = data;

    g_free(step->title);
    g_free(step->output);
    g_ptr_array_free(step->commands, TRUE);
    g_free(step);
}

static void plan_free_chart(gpointer data)
{
    struct plan_chart *chart = data;

    g_free(chart->label);
    g_free(chart->term);
    g_ptr_array_free(chart->items, TRUE);
    g_ptr_array_free(chart->paths, TRUE);
    g_free(chart);
}

struct step *plan_step(struct plan *plan, char *title, const char *output, enum step_weight weight,
                       enum step_needs needs)
{
    struct step *step = g_new0(struct step, 1);

    step->title = title;
    step->commands = g_ptr_array_new_with_free_func(plan_free_command);
    step->output = g_strdup(output);
    step->weight = weight;
    step->needs = needs;
    g_ptr_array_add(plan->steps, step);
    return step;
}

struct command *plan_command(struct step *step, const char *program)
{
    struct command *command = g_new(struct command, 1);

    command->program = g_strdup(program);
    command->words = g_ptr_array_new_with_free_func(plan_free_word);
    g_ptr_array_add(step->commands, command);
    return command;
}

void plan_word(struct command *command, enum word_kind kind, const char *text)
{
    struct word *word = g_new(struct word, 1);

    word->kind = kind;
    word->text = g_strdup(text);
    g_ptr_array_add(command->words, word);
}

void plan_option(struct command *command, const char *option, enum word_kind kind,
                 const char *value)
{
    if (value == NULL)
        return;
    plan_word(command, WORD_TEXT, option);
    plan_word(command, kind, value);
}

struct plan_chart *plan_chart(struct plan *plan, char *label, const char *term)
{
    struct plan_chart *chart = g_new0(struct plan_chart, 1);

    chart->label = label;
    chart->term = g_strdup(term);
    chart->items = g_ptr_array_new_with_free_func(g_free);
    chart->paths = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(plan->charts, chart);
    return chart;
}

static void plan_free_sheet(gpointer data)
{
    struct plan_sheet *sheet = data;

    g_free(sheet->made);
    g_free(sheet->name);
    g_free(sheet->page);
    g_free(sheet->unit);
    g_free(sheet);
}

void plan_sheet(struct plan *plan, const char *made, const char *name, const char *page,
                const char *unit)
{
    struct plan_sheet *sheet = g_new(struct plan_sheet, 1);

    sheet->made = g_strdup(made);
    sheet->name = g_strdup(name);
    sheet->page = g_strdup(page);
    sheet->unit = g_strdup(unit);
    g_ptr_array_add(plan->sheets, sheet);
}

struct plan *plan_new(void)
{
    struct plan *plan = g_new(struct plan, 1);

    plan->steps = g_ptr_array_new_with_free_func(plan_free_step);
    plan->notes = g_ptr_array_new_with_free_func(g_free);
    plan->left_out = g_ptr_array_new_with_free_func(g_free);
    plan->charts = g_ptr_array_new_with_free_func(plan_free_chart);
    plan->reports = g_ptr_array_new_with_free_func(g_free);
    plan->sheets = g_ptr_array_new_with_free_func(plan_free_sheet);
    return plan;
}

void plan_free(struct plan *plan)
{
    g_ptr_array_free(plan->steps, TRUE);
    g_ptr_array_free(plan->notes, TRUE);
    g_ptr_array_free(plan->left_out, TRUE);
    g_ptr_array_free(plan->charts, TRUE);
    g_ptr_array_free(plan->reports, TRUE);
    g_ptr_array_free(plan->sheets, TRUE);
    g_free(plan);
}
