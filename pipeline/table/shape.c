#include "table/shape.h"

#include <glib.h>
#include <string.h>

static const char *const names[SHAPE_COUNT] = {
    "segments", "turns", "answers", "tallies", "results", "passages", "ledger",
};

static const char *const columns[SHAPE_COUNT][16] = {
    {"source", "unit", "start", "end", "speaker", "role", "coder", "code", "text", NULL},
    {"source", "unit", "start", "end", "speaker", "role", "text", NULL},
    {"respondent", "role", "group", "wave", "item", "value", NULL},
    {"source", "role", "coder", "code", "segments", "turns", "words", "seconds", NULL},
    {"analysis", "by", "group", "subject", "term", "statistic", "value", "low", "high", "n",
     "persons_wpb", "persons_student", "method", "note", NULL},
    {"source", "unit", "start", "end", "speaker", "role", "coder", "code", "other", "text",
     "reason", NULL},
    {"file", "line", "level", "what", "value", "action", NULL},
};

static const char *const contexts[] = {
    "wpb",    "student", "school", "partnership", "traject", "year",
    "moment", "date",    "phase",  "rater",       "length",  NULL,
};

static const char *const units[] = {"turn", "passage", "event", "mention", NULL};
static const char *const extents[] = {"seconds", "characters", "paragraphs", "none", NULL};

static const char *const missings[MISSING_COUNT] = {
    NULL, "", ".geweigerd", ".nvt", ".bereik", ".onleesbaar", ".verborgen",
};

const char *shape_name(enum shape shape)
{
    return names[shape];
}

int shape_find(const char *name)
{
    for (int i = 0; i < SHAPE_COUNT; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

unsigned shape_bit(enum shape shape)
{
    return 1U << shape;
}

const char *const *shape_columns(enum shape shape)
{
    return columns[shape];
}

bool shape_is_context(const char *column)
{
    return g_strv_contains(contexts, column);
}

const char *const *shape_contexts(void)
{
    return contexts;
}

bool shape_is_unit(const char *unit)
{
    return g_strv_contains(units, unit);
}

bool shape_is_extent(const char *extent)
{
    return g_strv_contains(extents, extent);
}

const char *missing_text(enum missing missing)
{
    return missings[missing];
}

int missing_find(const char *text)
{
    for (int i = MISSING_EMPTY; i < MISSING_COUNT; i++)
        if (strcmp(missings[i], text) == 0)
            return i;
    return -1;
}
