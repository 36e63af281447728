# bash completion of volgstuur and the vs- programs: their options as --help lists them, the code books by name,
# and files. Installed once under the name of each program.

_volgstuur_words() {
    local program=$1 before=$2
    case $before in
    --codebook)
        local folder
        folder=$(dirname "$(command -v "$program")")
        for folder in "$folder/../share/volgstuur/codebooks" "$folder/../codebooks"; do
            [ -d "$folder" ] && find "$folder" -name '*.csv' -printf '%f\n' | sed 's/\.csv$//'
        done
        ;;
    *) "$program" --help 2>/dev/null | grep -oE '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | sort -u ;;
    esac
}

_volgstuur() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [[ $word == -* || $before == --codebook ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_volgstuur_words "${COMP_WORDS[0]}" "$before")" -- "$word")
    elif [[ ${COMP_WORDS[0]##*/} == volgstuur && $COMP_CWORD -eq 1 ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(volgstuur --commands 2>/dev/null)" -- "$word")
    fi
    if [ ${#COMPREPLY[@]} -eq 0 ]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}

complete -F _volgstuur volgstuur
for _volgstuur_path in "$(dirname "$(command -v volgstuur 2>/dev/null || echo /nowhere/x)")"/vs-*; do
    [ -x "$_volgstuur_path" ] && complete -F _volgstuur "${_volgstuur_path##*/}"
done
unset _volgstuur_path
