#include "table/csv_kind.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define SAVE_AS "; open it in the program it comes from and save it as \"CSV UTF-8\""

static const char workbook[] =
    "an Excel workbook, not CSV; open it and choose Save As, \"CSV UTF-8 (comma delimited)\"";
static const char document[] = "a Word or OpenDocument file, not CSV" SAVE_AS;
static const char archive[] = "a zip archive, not CSV; unpack it and read the CSV inside";
static const char page[] =
    "a web page (HTML), not CSV: a login page, or a table saved as HTML; export it again as CSV";
static const char nulls[] =
    "not text: it holds nothing but NUL bytes (a copy that was never finished?); copy it again";
static const char binary[] = "not text: it is full of NUL bytes" SAVE_AS;

enum { WIDE_LOOKED = 1024 }; /* letters */

struct csv_kind {
    const char *start;
    size_t length;
    const char *what;
};

#define KIND(start, what)                                                                          \
    {                                                                                              \
        start, sizeof(start) - 1, what                                                             \
    }

static const struct csv_kind kinds[] = {
    KIND("%PDF", "a PDF, not CSV; export the table itself from the program that made it"),
    KIND("\x1f\x8b", "compressed (gzip), not CSV; unpack it first"),
    KIND("BZh", "compressed (bzip2), not CSV; unpack it first"),
    KIND("\xfd"
         "7zXZ",
         "compressed (xz), not CSV; unpack it first"),
    KIND("\x28\xb5\x2f\xfd", "compressed (zstd), not CSV; unpack it first"),
    KIND("7z\xbc\xaf", "a 7z archive, not CSV; unpack it and read the CSV inside"),
    KIND("Rar!", "a rar archive, not CSV; unpack it and read the CSV inside"),
    KIND("\xd0\xcf\x11\xe0", "an old Excel or Word file (.xls, .doc), not CSV" SAVE_AS),
    KIND("\x89PNG", "a picture (PNG), not CSV; read the file with the data itself"),
    KIND("\xff\xd8\xff", "a picture (JPEG), not CSV; read the file with the data itself"),
    KIND("GIF8", "a picture (GIF), not CSV; read the file with the data itself"),
    KIND("{\\rtf", "a text document (RTF), not CSV" SAVE_AS),
    KIND("SQLite format 3", "a SQLite database, not CSV" SAVE_AS),
    KIND("\x7f"
         "ELF",
         "a program, not CSV; read the file with the data itself"),
    KIND("$FL2", "an SPSS file (.sav), not CSV" SAVE_AS),
    KIND("$FL3", "an SPSS file (.zsav), not CSV" SAVE_AS),
    KIND("\xff\xfe\0\0", "in UTF-32" SAVE_AS),
    KIND("\0\0\xfe\xff", "in UTF-32" SAVE_AS),
};

static const char *csv_kind_of_zip(const char *bytes, size_t n)
{
    bool sheets = memmem(bytes, n, "xl/", 3) != NULL || memmem(bytes, n, "spreadsheet", 11) != NULL;
    bool text =
        memmem(bytes, n, "word/", 5) != NULL || memmem(bytes, n, "opendocument", 12) != NULL;

    if (sheets || memmem(bytes, n, "[Content_Types].xml", 19) == NULL)
        return sheets ? workbook : text ? document : archive;
    return text ? document : workbook;
}

/* XML and HTML begin with `<`, which no header does before a letter, `!` or `?`. */
static bool csv_kind_is_page(const char *bytes, size_t n)
{
    static const char *const starts[] = {"<html", "<!doctype", "<?xml", "<table", "<head",
                                         "<body", "<script",   "<!--",  "<div",   "<meta"};
    size_t at = n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    while (at < n && g_ascii_isspace(bytes[at]))
        at++;
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        if (n - at >= strlen(starts[i]) &&
            g_ascii_strncasecmp(bytes + at, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

const char *csv_kind_of(const char *bytes, size_t n)
{
    if (n >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0))
        return csv_kind_of_zip(bytes, n);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (n >= kinds[i].length && memcmp(bytes, kinds[i].start, kinds[i].length) == 0)
            return kinds[i].what;
    return csv_kind_is_page(bytes, n) ? page : NULL;
}

const char *csv_kind_of_wide(const char *bytes, size_t n, bool big)
{
    char narrow[WIDE_LOOKED] = "";
    size_t length = MIN(n / 2, WIDE_LOOKED);

    for (size_t i = 0; i < length; i++)
        narrow[i] = bytes[2 * i + !big] == '\0' ? bytes[2 * i + big] : '?';
    return csv_kind_is_page(narrow, length) ? page : NULL;
}

const char *csv_kind_of_nulls(const char *bytes, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += bytes[i] == '\0';
    if (n > 0 && count == n)
        return nulls;
    return count > n / 4 && n >= 64 ? binary : NULL;
}
