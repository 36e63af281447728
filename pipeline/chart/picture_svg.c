#include "chart/picture.h"

#include <expat.h>
#include <string.h>

/* What gnuplot 5 and 6 write in a chart without mouse, hypertext and images. */
static const char *const drawing_elements[] = {
    "svg",     "title",   "desc",     "defs",        "g",           "path",          "rect",
    "circle",  "ellipse", "line",     "polygon",     "polyline",    "use",           "text",
    "tspan",   "pattern", "clipPath", "marker",      "filter",      "feFlood",       "feBlend",
    "feMerge", "stop",    "symbol",   "feMergeNode", "feComposite", "linearGradient"};

struct look {
    XML_Parser parser;
    GHashTable *texts; /* what stands in each <text>, without the spaces at its ends */
    GString *text;     /* of the <text> that is open */
    unsigned int depth, text_depth;
    char *why;
};

__attribute__((format(printf, 2, 3))) static void look_refuse(struct look *look, const char *format,
                                                              ...)
{
    if (look->why != NULL) {
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    look->why = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    XML_StopParser(look->parser, XML_FALSE);
}

static bool element_draws(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(drawing_elements); i++) {
        if (strcmp(name, drawing_elements[i]) == 0) {
            return true;
        }
    }
    return false;
}

static const char *local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon != NULL ? colon + 1 : name;
}

/* Points are drawn as <use> of a symbol in the picture itself; nothing else may refer to anything.
 */
static bool refers_outside(const char *element, const char *local, const char *value)
{
    if (g_ascii_strcasecmp(local, "href") == 0) {
        return strcmp(element, "use") != 0 || !g_str_has_prefix(value, "#gpPt");
    }
    return strstr(value, "url(") != NULL && !g_str_has_prefix(value, "url(#");
}

static void look_attribute(struct look *look, const char *element, const char *name,
                           const char *value)
{
    const char *local = local_name(name);
    if (g_ascii_strncasecmp(local, "on", 2) == 0) {
        look_refuse(look, "the SVG picture has an attribute \"%s\"", name);
    } else if (refers_outside(element, local, value)) {
        look_refuse(look, "the SVG picture refers to something outside itself");
    }
}

static void XMLCALL look_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct look *look = data;
    look->depth++;
    if ((look->depth == 1) != (strcmp(name, "svg") == 0) || !element_draws(name)) {
        look_refuse(look, "the SVG picture has an element \"%s\" that draws nothing", name);
        return;
    }
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        look_attribute(look, name, attributes[i], attributes[i + 1]);
    }
    if (look->text_depth == 0 && strcmp(name, "text") == 0) {
        look->text_depth = look->depth;
        g_string_truncate(look->text, 0);
    }
}

static void XMLCALL look_end(void *data, const XML_Char *name)
{
    (void)name;
    struct look *look = data;
    if (look->text_depth == look->depth) {
        g_hash_table_add(look->texts, g_strstrip(g_strdup(look->text->str)));
        look->text_depth = 0;
    }
    look->depth--;
}

static void XMLCALL look_characters(void *data, const XML_Char *characters, int n)
{
    struct look *look = data;
    if (look->text_depth > 0) {
        g_string_append_len(look->text, characters, n);
    }
}

static void XMLCALL look_doctype(void *data, const XML_Char *name, const XML_Char *system,
                                 const XML_Char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    look_refuse(data, "the SVG picture has a DOCTYPE");
}

static void XMLCALL look_instruction(void *data, const XML_Char *target, const XML_Char *words)
{
    (void)words;
    look_refuse(data, "the SVG picture has a processing instruction \"%s\"", target);
}

static void look_parse(struct look *look, GBytes *svg)
{
    gsize n = 0;
    const char *bytes = g_bytes_get_data(svg, &n);
    if (n == 0 || n > G_MAXINT) {
        look->why = g_strdup(n == 0 ? "the SVG picture is empty (is the disk full?)"
                                    : "the SVG picture is too large");
        return;
    }
    XML_SetUserData(look->parser, look);
    XML_SetElementHandler(look->parser, look_start, look_end);
    XML_SetCharacterDataHandler(look->parser, look_characters);
    XML_SetProcessingInstructionHandler(look->parser, look_instruction);
    XML_SetStartDoctypeDeclHandler(look->parser, look_doctype);
    if (XML_Parse(look->parser, bytes, (int)n, XML_TRUE) == XML_STATUS_OK || look->why != NULL) {
        return;
    }
    look->why = g_strdup_printf("the SVG picture is broken or incomplete at line %lu: %s",
                                XML_GetCurrentLineNumber(look->parser),
                                XML_ErrorString(XML_GetErrorCode(look->parser)));
}

char *picture_check_svg(GBytes *svg, const char *const *labels)
{
    struct look look = {.parser = XML_ParserCreate("UTF-8"),
                        .texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .text = g_string_new(NULL)};
    if (look.parser == NULL) {
        look.why = g_strdup("there is no memory to check the SVG picture");
    } else {
        look_parse(&look, svg);
    }
    for (; look.why == NULL && labels != NULL && *labels != NULL; labels++) {
        if (!g_hash_table_contains(look.texts, *labels)) {
            look.why = g_strdup_printf("the label \"%s\" is missing in the SVG picture", *labels);
        }
    }
    if (look.parser != NULL) {
        XML_ParserFree(look.parser);
    }
    g_hash_table_destroy(look.texts);
    g_string_free(look.text, TRUE);
    return look.why;
}
