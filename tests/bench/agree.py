"""The numpy peer of agree.c: the same ten coefficients, collapsed per conversation as there, so that
a replicate costs one row of a matrix product.

    python3 tests/bench/agree.py FILE

Prints 10 lines "coefficient low high", then the CPU seconds of the whole process."""
import sys
import time

import numpy

CONVERSATIONS, CODERS, CODES = 500, 3, 12
REPLICATES, BLOCK, SEED = 10000, 500, 20220401
FIRST, SECOND = numpy.triu_indices(CODES)
PAIRS = len(FIRST)


def collapse(cluster, codes):
    """Per conversation: unordered pairs of codes in units of two and of three ratings, codes of units
    of one, and the codes of each coder."""
    present = codes >= 0
    ratings = present.sum(axis=1)
    place = numpy.zeros((CODES, CODES), dtype=numpy.int64)
    place[FIRST, SECOND] = place[SECOND, FIRST] = numpy.arange(PAIRS)
    width = 2 * PAIRS + CODES + CODERS * CODES
    keys = []
    for one in range(CODERS):
        for other in range(one + 1, CODERS):
            both = present[:, one] & present[:, other]
            keys.append(cluster[both] * width + (ratings[both] - 2) * PAIRS
                        + place[codes[both, one], codes[both, other]])
        mine = present[:, one]
        keys.append(cluster[mine] * width + 2 * PAIRS + CODES + one * CODES + codes[mine, one])
        alone = mine & (ratings == 1)
        keys.append(cluster[alone] * width + 2 * PAIRS + codes[alone, one])
    counts = numpy.bincount(numpy.concatenate(keys), minlength=CONVERSATIONS * width)
    return counts.reshape(CONVERSATIONS, width).astype(numpy.float32)


def draw(counts, random):
    sums = numpy.empty((REPLICATES, counts.shape[1]), dtype=numpy.float32)
    offsets = (numpy.arange(BLOCK) * CONVERSATIONS)[:, None]
    for start in range(0, REPLICATES, BLOCK):
        drawn = random.integers(0, CONVERSATIONS, (BLOCK, CONVERSATIONS), dtype=numpy.uint16) + offsets
        weights = numpy.bincount(drawn.ravel(), minlength=BLOCK * CONVERSATIONS)
        sums[start:start + BLOCK] = weights.reshape(BLOCK, -1).astype(numpy.float32) @ counts
    return sums.astype(numpy.float64)


def corrected(observed, chance):
    return (observed - chance) / (1 - chance)


def alpha(met, margins, total, distance):
    """1 - Do/De, distance[pair] fixed."""
    products = margins[:, FIRST] * margins[:, SECOND]
    return 1 - (total - 1) * (met @ (2 * distance)) / (products @ (2 * distance))


def coefficients(sums):
    pairs, alone = sums[:, :2 * PAIRS], sums[:, 2 * PAIRS:2 * PAIRS + CODES]
    in_units = pairs[:, :PAIRS] + pairs[:, PAIRS:] / 3
    in_values = pairs[:, :PAIRS] + pairs[:, PAIRS:] / 2
    ends = numpy.zeros((PAIRS, CODES))
    numpy.add.at(ends, (numpy.arange(PAIRS), FIRST), 1)
    numpy.add.at(ends, (numpy.arange(PAIRS), SECOND), 1)
    units = in_units.sum(axis=1)
    same = (FIRST == SECOND).astype(float)
    linear = 1 - (SECOND - FIRST) / (CODES - 1)
    observed = in_units @ same / units
    shares = in_units @ (ends / 2) + alone
    shares /= shares.sum(axis=1)[:, None]
    spread = (shares * (1 - shares)).sum(axis=1)
    coders = sums[:, 2 * PAIRS + CODES:].reshape(-1, CODERS, CODES)
    coders = coders / coders.sum(axis=2)[:, :, None]
    conger = ((coders.sum(axis=1) ** 2).sum(axis=1) - (coders ** 2).sum(axis=(1, 2))) / (CODERS * (CODERS - 1))
    margins = in_values @ ends
    total = margins.sum(axis=1)
    middles = numpy.cumsum(margins, axis=1) - margins / 2
    ordinal = (middles[:, SECOND] - middles[:, FIRST]) ** 2
    products = margins[:, FIRST] * margins[:, SECOND]
    full = CODES + 2 * linear[FIRST != SECOND].sum()
    return numpy.column_stack([
        observed,
        corrected(observed, (shares ** 2).sum(axis=1)),
        corrected(observed, conger),
        alpha(in_values, margins, total, 1 - same),
        1 - (total - 1) * (in_values * ordinal).sum(axis=1) / (products * ordinal).sum(axis=1),
        alpha(in_values, margins, total, (SECOND - FIRST) ** 2.0),
        alpha(in_values, margins, total, ((SECOND - FIRST) / (SECOND + FIRST + 2)) ** 2),
        corrected(observed, spread / (CODES - 1)),
        corrected(in_units @ linear / units, full / (CODES * (CODES - 1)) * spread),
        corrected(observed, 1 / CODES)])


def main():
    if len(sys.argv) != 2:
        sys.exit("agree.py: FILE")
    rows = numpy.fromfile(sys.argv[1], dtype=numpy.int32).reshape(-1, 1 + CODERS)
    counts = collapse(rows[:, 0].astype(numpy.int64), rows[:, 1:])
    values = coefficients(draw(counts, numpy.random.Generator(numpy.random.SFC64(SEED))))
    low, high = (REPLICATES * 25 + 999) // 1000 - 1, (REPLICATES * 975 + 999) // 1000 - 1
    limits = numpy.partition(values, [low, high], axis=0)[[low, high]]
    for i in range(values.shape[1]):
        print(i, f"{limits[0, i]:.6f} {limits[1, i]:.6f}")
    print(f"cpu {time.process_time():.4f}")


main()
