#include "stat/scratch.h"

#include <stdlib.h>
#include <string.h>

double *scratch_start(struct scratch *scratch, size_t count)
{
    scratch->heap = NULL;
    if (count <= SCRATCH_LOCAL) {
        memset(scratch->local, 0, count * sizeof *scratch->local);
        return scratch->local;
    }
    scratch->heap = (double *)stat_cells(count, sizeof *scratch->heap);
    return scratch->heap;
}

void scratch_end(struct scratch *scratch)
{
    free(scratch->heap);
}
