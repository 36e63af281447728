/* Counts the fields and records of CSV on standard input, for the bench:
 *
 *     build/bench/csv < FILE           with libcsv alone, as its manual shows it: the peer
 *     build/bench/csv --ours < FILE    with our reader, index of structure and all
 *     build/bench/csv --odd N < FILE   writes it again, with N % odd records: a blank behind every
 *                                      closing quote, which libcsv takes and leaves out */

#include "table/csv.h"

#include <csv.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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

static bool count_ours(struct count *count)
{
    struct csv *csv = csv_open(NULL);
    enum csv_got got;
    bool fine = true;

    while ((got = csv_next(csv)) != CSV_END) {
        fine = fine && got != CSV_BAD;
        count->fields += got == CSV_RECORD ? csv_count(csv) : 0;
        count->records += got == CSV_RECORD;
    }
    csv_close(csv);
    return fine;
}

/* Within the bench file a record ends at a LF outside quotes, and a quote closes before one. */
static void write_odd(unsigned long percent)
{
    bool inside = false;
    unsigned long record = 0;
    int byte;

    while ((byte = getchar_unlocked()) != EOF) {
        inside ^= byte == '"';
        if (byte == '\n' && !inside && record++ * 37 % 100 < percent)
            putchar_unlocked(' ');
        putchar_unlocked(byte);
    }
}

int main(int argc, char **argv)
{
    struct count count = {0, 0};
    bool ours = argc == 2 && strcmp(argv[1], "--ours") == 0;

    if (argc == 3 && strcmp(argv[1], "--odd") == 0) {
        write_odd(strtoul(argv[2], NULL, 10));
    } else if (!(ours ? count_ours(&count) : count_plain(&count))) {
        fputs("csv: this is not CSV\n", stderr);
        return 3;
    } else {
        printf("%" PRIu64 " fields, %" PRIu64 " records\n", count.fields, count.records);
    }
    return fflush(stdout) == 0 ? 0 : 3;
}
