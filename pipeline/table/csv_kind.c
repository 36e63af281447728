#include "table/csv_kind.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define SAVE_AS "; open it in the program it comes from and save it as \"CSV UTF-8\""

#define NOT_CSV(said)                                                                              \
    {                                                                                              \
        "not-csv", said                                                                            \
    }

static const struct csv_kind workbook = {
    "excel",
    "an Excel workbook, not CSV; open it and choose Save As, \"CSV UTF-8 (comma delimited)\""};
static const struct csv_kind document = NOT_CSV("a Word or OpenDocument file, not CSV" SAVE_AS);
static const struct csv_kind archive =
    NOT_CSV("a zip archive, not CSV; unpack it and read the CSV inside");
static const struct csv_kind page = {
    "web-page",
    "a web page (HTML), not CSV: a login page, or a table saved as HTML; export it again as CSV"};
static const struct csv_kind markup =
    NOT_CSV("XML, not CSV; read the file with the data itself, or export it again as CSV");
static const struct csv_kind nulls = NOT_CSV(
    "not text: it holds nothing but NUL bytes (a copy that was never finished?); copy it again");
static const struct csv_kind binary = NOT_CSV("not text: it is full of NUL bytes" SAVE_AS);

enum { WIDE_LOOKED = 1024 }; /* letters */

/* How a file of some kind begins. */
struct csv_start {
    const char *bytes;
    size_t length;
    struct csv_kind kind;
};

#define KIND(bytes, said)                                                                          \
    {                                                                                              \
        bytes, sizeof(bytes) - 1, NOT_CSV(said)                                                    \
    }

static const struct csv_start starts[] = {
    KIND("%PDF", "a PDF, not CSV; export the table itself from the program that made it"),
    KIND("\x1f\x8b", "compressed (gzip), not CSV; unpack it first"),
    KIND("BZh", "compressed (bzip2), not CSV; unpack it first"),
    KIND("\xfd"
         "7zXZ",
         "compressed (xz), not CSV; unpack it first"),
    KIND("\x28\xb5\x2f\xfd", "compressed (zstd), not CSV; unpack it first"),
    KIND("7z\xbc\xaf", "a 7z archive, not CSV; unpack it and read the CSV inside"),
    KIND("Rar!", "a rar archive, not CSV; unpack it and read the CSV inside"),
    {"\xd0\xcf\x11\xe0", 4, {"excel", "an old Excel or Word file (.xls, .doc), not CSV" SAVE_AS}},
    KIND("\x89PNG", "a picture (PNG), not CSV; read the file with the data itself"),
    KIND("\xff\xd8\xff", "a picture (JPEG), not CSV; read the file with the data itself"),
    KIND("GIF8", "a picture (GIF), not CSV; read the file with the data itself"),
    KIND("{\\rtf", "a text document (RTF), not CSV" SAVE_AS),
    KIND("SQLite format 3", "a SQLite database, not CSV" SAVE_AS),
    KIND("\x7f"
         "ELF",
         "a program, not CSV; read the file with the data itself"),
    KIND("WEBVTT", "a transcript with times (WebVTT), not CSV: it holds no codes"),
    KIND("{\"", "JSON, not CSV; export it again as CSV"),
    KIND("{\n", "JSON, not CSV; export it again as CSV"),
    KIND("{\r\n", "JSON, not CSV; export it again as CSV"),
    KIND("[{", "JSON, not CSV; export it again as CSV"),
    KIND("[\n", "JSON, not CSV; export it again as CSV"),
    KIND("$FL2", "an SPSS file (.sav), not CSV" SAVE_AS),
    KIND("$FL3", "an SPSS file (.zsav), not CSV" SAVE_AS),
    KIND("\xff\xfe\0\0", "in UTF-32" SAVE_AS),
    KIND("\0\0\xfe\xff", "in UTF-32" SAVE_AS),
};

static const struct csv_kind *csv_kind_of_zip(const char *bytes, size_t n)
{
    bool sheets = memmem(bytes, n, "xl/", 3) != NULL || memmem(bytes, n, "spreadsheet", 11) != NULL;
    bool text =
        memmem(bytes, n, "word/", 5) != NULL || memmem(bytes, n, "opendocument", 12) != NULL;

    if (sheets || memmem(bytes, n, "[Content_Types].xml", 19) == NULL)
        return sheets ? &workbook : text ? &document : &archive;
    return text ? &document : &workbook;
}

/* XML and HTML begin with `<`, which no header does before a letter, `!` or `?`; NULL: neither. */
static const struct csv_kind *csv_kind_of_markup(const char *bytes, size_t n)
{
    static const char *const tags[] = {"<html",   "<!doctype", "<table", "<head", "<body",
                                       "<script", "<!--",      "<div",   "<meta"};
    size_t at = 0;

    while (at < n && g_ascii_isspace(bytes[at]))
        at++;
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        if (n - at >= strlen(tags[i]) &&
            g_ascii_strncasecmp(bytes + at, tags[i], strlen(tags[i])) == 0)
            return &page;
    return n - at >= 5 && memcmp(bytes + at, "<?xml", 5) == 0 ? &markup : NULL;
}

const struct csv_kind *csv_kind_of(const char *bytes, size_t n)
{
    for (; n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0; n -= 3)
        bytes += 3;
    if (n >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0))
        return csv_kind_of_zip(bytes, n);
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        if (n >= starts[i].length && memcmp(bytes, starts[i].bytes, starts[i].length) == 0)
            return &starts[i].kind;
    return csv_kind_of_markup(bytes, n);
}

const struct csv_kind *csv_kind_of_wide(const char *bytes, size_t n, bool big)
{
    char narrow[WIDE_LOOKED] = "";
    size_t length = MIN(n / 2, WIDE_LOOKED);

    for (size_t i = 0; i < length; i++)
        narrow[i] = bytes[2 * i + !big] == '\0' ? bytes[2 * i + big] : '?';
    return csv_kind_of_markup(narrow, length);
}

const struct csv_kind *csv_kind_of_nulls(const char *bytes, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += bytes[i] == '\0';
    if (n > 0 && count == n)
        return &nulls;
    return count > n / 4 && n >= 64 ? &binary : NULL;
}
