"""The numpy peer of resample.c: the same 26 statistics, the fastest way known of three.

    python3 tests/bench/resample.py FILE [loop|bincount|multinomial]
    python3 tests/bench/resample.py --agree OUTPUT OUTPUT    two such outputs, of either program

Prints 26 lines "statistic low high", then the CPU seconds of the whole process. Without a way named
it takes bincount, the fastest here: all draws of a block of replicates at once (16-bit indices,
which numpy draws faster than 64-bit ones), weights by bincount, one matrix product."""
import sys
import time

import numpy

REPLICATES = 10000
BLOCK = 500
SEED = 20220401


def sums_loop(counts, random):
    n = len(counts)
    narrow = counts.astype(numpy.int32)
    sums = numpy.empty((REPLICATES, counts.shape[1]))
    for replicate in range(REPLICATES):
        sums[replicate] = narrow[random.integers(0, n, n, dtype=numpy.uint16)].sum(axis=0)
    return sums


def sums_bincount(counts, random):
    n = len(counts)
    sums = numpy.empty((REPLICATES, counts.shape[1]))
    offsets = (numpy.arange(BLOCK) * n)[:, None]
    for start in range(0, REPLICATES, BLOCK):
        drawn = random.integers(0, n, (BLOCK, n), dtype=numpy.uint16) + offsets
        weights = numpy.bincount(drawn.ravel(), minlength=BLOCK * n).reshape(BLOCK, n)
        sums[start:start + BLOCK] = weights.astype(numpy.float32) @ counts
    return sums


def sums_multinomial(counts, random):
    n = len(counts)
    sums = numpy.empty((REPLICATES, counts.shape[1]))
    for start in range(0, REPLICATES, BLOCK):
        weights = random.multinomial(n, numpy.full(n, 1 / n), size=BLOCK)
        sums[start:start + BLOCK] = weights.astype(numpy.float32) @ counts
    return sums


def statistics(sums, n):
    total = sums.sum(axis=1)
    shares = sums / total[:, None]
    means = sums / n
    position = sums @ numpy.arange(1, sums.shape[1] + 1) / total
    side = sums[:, :sums.shape[1] // 2].sum(axis=1) / total
    return numpy.column_stack([shares, means, position, side])


def agree(one, other):
    """Whether each limit of two outputs agrees to a twentieth of the interval's width: five standard
    errors of the difference of two .025 quantiles of 10,000 replicates."""
    for left, right in zip(open(one), open(other), strict=True):
        if left.startswith("cpu"):
            continue
        (name, *ours), (peer, *theirs) = left.split(), right.split()
        width = float(ours[1]) - float(ours[0])
        if name != peer or any(abs(float(a) - float(b)) > width / 20 for a, b in zip(ours, theirs)):
            sys.exit(f"resample.py: the limits differ: {left.strip()} and {right.strip()}")


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "--agree":
        return agree(sys.argv[2], sys.argv[3])
    ways = {"loop": sums_loop, "bincount": sums_bincount, "multinomial": sums_multinomial}
    if len(sys.argv) not in (2, 3) or sys.argv[2:] and sys.argv[2] not in ways:
        sys.exit("resample.py: FILE [loop|bincount|multinomial]")
    way = ways[sys.argv[2] if len(sys.argv) == 3 else "bincount"]
    counts = numpy.loadtxt(sys.argv[1], delimiter=",", dtype=numpy.float32)
    random = numpy.random.Generator(numpy.random.SFC64(SEED))
    values = statistics(way(counts, random), len(counts))
    low, high = (REPLICATES * 25 + 999) // 1000 - 1, (REPLICATES * 975 + 999) // 1000 - 1
    limits = numpy.partition(values, [low, high], axis=0)[[low, high]]
    for i in range(values.shape[1]):
        print(i, f"{limits[0, i]:.6f} {limits[1, i]:.6f}")
    print(f"cpu {time.process_time():.4f}")


main()
