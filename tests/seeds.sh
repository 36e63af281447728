#!/bin/bash
# check/seeds: every term that a source text names has a code: the codes of tests/reference/seed_terms.tsv stand in the
# codebooks beside them, and the terms in the texts (../shared/seeds; that half skips where the folder is absent). TAP.
cd "$(dirname "$0")/.." || exit 3
shopt -s nullglob
list=tests/reference/seed_terms.tsv

# One line a term and code: seed, term, code, its codebooks.
pairs() {
    tail -n +2 "$list" | awk -F '\t' -v OFS='\t' '{
        n = split($3, code, ";")
        for (i = 1; i <= n; i++) print $1, $2, code[i], $4
    }'
}

wrong=$(pairs | while IFS=$'\t' read -r seed term code books; do
    for book in ${books//;/ }; do grep -q "^$code," "codebooks/$book.csv" && continue 2; done
    echo "  seed $seed, \"$term\": $code is not in $books"
done)
if [ -z "$wrong" ]; then echo 'ok - seeds: codes'; else printf 'not ok - seeds: codes\n%s\n' "$wrong"; fi

texts=(../shared/seeds/[0-9]-*.txt)
if [ ${#texts[@]} = 0 ]; then echo 'ok - seeds: texts # SKIP no ../shared/seeds'; exit 0; fi
# Letters and digits only: texts are hyphenated, broken over pages, and quoted in several ways.
plain() { LC_ALL=C tr -cd '[:alnum:]' | LC_ALL=C tr '[:upper:]' '[:lower:]'; }
wrong=$(pairs | cut -f 1,2 | sort -u | while IFS=$'\t' read -r seed term; do
    grep -qF -- "$(plain <<<"$term")" <(plain <"$(echo ../shared/seeds/"$seed"-*.txt)") || echo "  seed $seed: \"$term\""
done)
if [ -z "$wrong" ]; then echo 'ok - seeds: texts'; else printf 'not ok - seeds: texts\n%s\n' "$wrong"; fi
