/* Counts the fields and records of CSV on standard input with libcsv alone, as its manual shows it:
 * the peer of vs-ingest in the bench. */

#include <csv.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct count {
    uint64_t fields;
    uint64_t records;
};

static void count_field(void *text, size_t length, void *data)
{
    (void)text;
    (void)length;
    ((struct count *)data)->fields++;
}

static void count_record(int end, void *data)
{
    (void)end;
    ((struct count *)data)->records++;
}

static bool count_plain(struct count *count)
{
    static char buffer[64 << 10];
    struct csv_parser parser;
    size_t n;
    bool fine = csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) == 0;

    while (fine && (n = fread(buffer, 1, sizeof buffer, stdin)) > 0)
        fine = csv_parse(&parser, buffer, n, count_field, count_record, count) == n;
    fine = fine && csv_fini(&parser, count_field, count_record, count) == 0;
    csv_free(&parser);
    return fine;
}

int main(void)
{
    struct count count = {0, 0};

    if (!count_plain(&count)) {
        fputs("csv: this is not CSV\n", stderr);
        return 3;
    }
    printf("%" PRIu64 " fields, %" PRIu64 " records\n", count.fields, count.records);
    return fflush(stdout) == 0 ? 0 : 3;
}
