# SPDX-License-Identifier: Apache-2.0
# Completion of slrun for bash: slrun itself says what the word at the cursor may become.
_slrun()
{
    local answer
    COMPREPLY=()
    mapfile -t answer < <("${1/#\~/$HOME}" completion --breaks "$COMP_WORDBREAKS" --line "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    COMPREPLY=("${answer[@]:2}")
    if [[ ${answer[0]} != none && ${#COMPREPLY[@]} -eq 0 ]]; then
        [[ ${answer[0]} == folders ]] && compopt -o dirnames || compopt -o default
    elif [[ ${answer[0]} == files ]]; then
        compopt -o filenames
        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "${answer[1]}")
    fi
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    return 0
}
complete -F _slrun slrun
