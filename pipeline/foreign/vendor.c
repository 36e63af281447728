#include "foreign/vendor.h"

#include <string.h>

/* NAME_headers and NAME_meanings are the lists of one export. */
#define LIST(name, ...) static const char *const name[] = {__VA_ARGS__, NULL}

LIST(maxqda, "Document name", "Code", "Beginning", "End", "Segment");
LIST(maxqda_german, "Dokumentname", "Code", "Anfang", "Ende", "Segment");
LIST(qualcoder, "Coder", "Coded", "Id", "Codename", "Coded_Memo");
LIST(atlasti, "Quotation Content", "Codes");
LIST(atlasti_means, "ID", "");
LIST(atlasti_old, "Text Content", "Codes", "Number of Codes");
LIST(atlasti_old_means, "Number", "");
LIST(taguette, "document", "tag", "content");
LIST(dedoose, "Excerpt Copy", "Codes Applied Combined");
LIST(openqda, "file", "code category", "created by", "start pos", "end pos", "selection");
LIST(rqda, "cid", "fid", "codename", "filename", "index1", "index2");
LIST(rqda_means, "rowid", "unit");
LIST(boris_edges, "Observation id", "Subject", "Behavior", "Behavior type", "Time");
LIST(boris_edges_means, "Subject", "speaker", "Time", "start", "Comment", "text");
LIST(boris_whole, "Observation id", "Subject", "Behavior", "Behavior type", "Start (s)",
     "Stop (s)");
LIST(boris_whole_means, "Subject", "speaker");
LIST(boris_old, "Time", "Subject", "Behavior", "Status");

static const char boris_nobody[] = "No focal subject";

/* The first that fits counts. */
static const struct vendor vendors[] = {
    {.name = "MAXQDA", .headers = maxqda, .unit = "passage", .extent = "paragraphs", .after = 1},
    {.name = "MAXQDA",
     .headers = maxqda_german,
     .unit = "passage",
     .extent = "paragraphs",
     .after = 1},
    {.name = "QualCoder", .headers = qualcoder, .unit = "passage", .padded = "Category"},
    {.name = "ATLAS.ti", .headers = atlasti, .meanings = atlasti_means, .unit = "passage"},
    {.name = "ATLAS.ti", .headers = atlasti_old, .meanings = atlasti_old_means, .unit = "passage"},
    {.name = "Taguette", .headers = taguette, .unit = "passage"},
    {.name = "Dedoose", .headers = dedoose, .unit = "passage"},
    {.name = "OpenQDA",
     .headers = openqda,
     .unit = "passage",
     .extent = "characters",
     .quoted = true},
    {.name = "RQDA",
     .headers = rqda,
     .meanings = rqda_means,
     .unit = "passage",
     .extent = "characters"},
    {.name = "BORIS",
     .headers = boris_whole,
     .meanings = boris_whole_means,
     .unit = "event",
     .extent = "seconds",
     .nobody = boris_nobody,
     .point = true},
    {.name = "BORIS",
     .headers = boris_edges,
     .meanings = boris_edges_means,
     .unit = "event",
     .extent = "seconds",
     .edge = "Behavior type",
     .nobody = boris_nobody,
     .point = true},
    {.name = "BORIS",
     .headers = boris_old,
     .meanings = boris_edges_means,
     .unit = "event",
     .extent = "seconds",
     .edge = "Status",
     .nobody = boris_nobody,
     .point = true},
};

static bool vendor_has(const GPtrArray *headers, const char *wanted)
{
    for (guint i = 0; i < headers->len; i++)
        if (g_ascii_strcasecmp(headers->pdata[i], wanted) == 0)
            return true;
    return false;
}

static bool vendor_fits(const struct vendor *vendor, const GPtrArray *headers)
{
    for (const char *const *header = vendor->headers; *header != NULL; header++)
        if (!vendor_has(headers, *header))
            return false;
    return true;
}

const struct vendor *vendor_find(const GPtrArray *headers)
{
    for (size_t i = 0; i < G_N_ELEMENTS(vendors); i++)
        if (vendor_fits(&vendors[i], headers))
            return &vendors[i];
    return NULL;
}

const char *vendor_means(const struct vendor *vendor, const char *header)
{
    const char *const *pair = vendor == NULL ? NULL : vendor->meanings;

    for (; pair != NULL && *pair != NULL; pair += 2)
        if (g_ascii_strcasecmp(pair[0], header) == 0)
            return pair[1];
    return NULL;
}

const char *vendor_text(const struct vendor *vendor, const char *text, size_t *length)
{
    if (vendor == NULL || !vendor->quoted || *length < 2 || *text != '"' ||
        text[*length - 1] != '"')
        return text;
    *length -= 2;
    return text + 1;
}

enum vendor_edge vendor_edge(const char *cell)
{
    static const char *const words[] = {"", "START", "STOP", "POINT"};

    for (int i = VENDOR_START; i <= VENDOR_POINT; i++)
        if (g_ascii_strcasecmp(cell, words[i]) == 0)
            return (enum vendor_edge)i;
    return VENDOR_NO_EDGE;
}

bool vendor_is_modifier(const char *header)
{
    return g_ascii_strncasecmp(header, "Modifier", strlen("Modifier")) == 0;
}

char *vendor_flag_code(const char *header)
{
    static const char before[] = "Code: ";
    static const char after[] = " Applied";
    size_t length = strlen(header);

    if (!g_str_has_prefix(header, before) || !g_str_has_suffix(header, after) ||
        length <= strlen(before) + strlen(after))
        return NULL;
    return g_strndup(header + strlen(before), length - strlen(before) - strlen(after));
}

bool vendor_is_speaker_mark(const char *cell)
{
    return strcmp(cell, "\U0001f4cc Speakers") == 0 ||
           strcmp(cell, "\U0001f4cc Speaker coding") == 0;
}
