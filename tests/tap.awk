# Counts one program's TAP: prints `passed failed skipped id`. -v status is the program's exit status.
# What a plan promised and a crash prevented counts as failed; so does a bad status without a failed test.
/^1\.\.[0-9]+/ { split($0, plan, /\.\./); planned = plan[2] + 0 }
/^ok .*# [Ss][Kk][Ii][Pp]/ { skipped++; next }
/^ok / || /^ok$/ { passed++ }
/^not ok/ { failed++ }
END {
    missing = planned - passed - failed - skipped
    if (missing > 0)
        failed += missing
    if (status != 0 && !failed)
        failed = 1
    if (!passed && !failed && !skipped)
        failed = 1
    printf "%d %d %d %s\n", passed, failed, skipped, id
}
