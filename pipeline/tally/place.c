#include "tally/place.h"

#include "base/fail.h"

void place_open(struct place *place, struct reader *in, struct tallies *tallies)
{
    place->in = in;
    place->tallies = tallies;
    place->columns = tally_columns_new();
    place->recent = recent_new();
    place->source = reader_column(in, "source");
    place->role = reader_column(in, "role");
    place->coder = reader_column(in, "coder");
}

void place_close(struct place *place)
{
    tally_columns_free(place->columns);
    recent_free(place->recent);
}

void place_begin(struct place *place)
{
    const int fixed[] = {place->source, place->role, place->coder};
    GArray *slots = g_array_new(FALSE, FALSE, sizeof(int));

    tally_columns_sort(place->columns, place->in);
    g_array_append_vals(slots, fixed, G_N_ELEMENTS(fixed));
    tally_columns_add(place->columns, slots);
    recent_begin(place->recent, place->in, (const int *)(const void *)slots->data, slots->len);
    g_array_free(slots, TRUE);
}

struct tally_source *place_source(struct place *place)
{
    const char *name = reader_cell(place->in, place->source);
    struct tally_source *source = tallies_source(place->tallies, name);

    if (source == NULL)
        fail(STATUS_STOPPED,
             "%s: rows of source \"%s\" come back after many others; "
             "say --scattered, or sort the file by source",
             reader_place(place->in), name);
    for (unsigned i = 0; i < tally_columns_extras(place->columns); i++)
        tallies_extra(source, i, tally_columns_extra(place->columns, place->in, i));
    return source;
}

struct recent_entry *place_meet(struct place *place)
{
    struct tally_source *source = place_source(place);
    struct tally_group *group = tallies_group(
        place->tallies, source, reader_cell(place->in, place->role),
        reader_cell(place->in, place->coder), tally_columns_context(place->columns, place->in));

    return recent_learn(place->recent, source, group);
}
