# Adds the counts of all tests; names what failed, then prints the closing line and exits 1 if anything failed.
$4 == "build" { built = 1 }
{ passed += $1; failed += $2; skipped += $3 }
$2 > 0 { names = names " " $4 }
END {
    for (; expected > NR - built; expected--) { # a test that left nothing behind
        failed++
        names = names " (no result)"
    }
    if (names != "")
        print "failed:" names
    printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
    exit failed > 0
}
