#compdef slrun
# SPDX-License-Identifier: Apache-2.0
# Completion of slrun for zsh: slrun itself says what the word at the cursor may become.
_slrun()
{
    local -a answer candidates told
    local line
    answer=("${(@f)$("${(Q)words[1]/#\~/$HOME}" completion --words -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for line in "${(@)answer[2,-1]}"; do
        candidates+=("${line%%$'\t'*}")
        told+=("${line%%$'\t'*}${${line#*$'\t'}:+  -- ${line#*$'\t'}}")
    done
    (( $#candidates )) && compadd -l -d told -a candidates
    [[ $answer[1] == none ]] && return
    [[ $PREFIX == --*=* ]] && compset -P '*='
    [[ $answer[1] == folders ]] && _files -/ || _files
}
if [[ $funcstack[1] == _slrun ]]; then
    _slrun "$@"
else
    compdef _slrun slrun
fi
