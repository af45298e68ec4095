# SPDX-License-Identifier: Apache-2.0
# Completion of slrun for fish: slrun itself says what the word at the cursor may become.
function __slrun_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l answer (command $words[1] completion --words -- $words[2..-1] (string unescape -- "$word"; or string replace -r '^["\']' '' -- "$word") 2>/dev/null)
    set -l path (string replace -r '^--[^=]*=' '' -- "$word")
    switch "$answer[1]"
        case files
            __fish_complete_path "$path"
        case folders
            __fish_complete_directories "$path"
    end
    if test (count $answer) -gt 1
        printf '%s\n' $answer[2..-1]
    end
end
complete -c slrun -f -a '(__slrun_complete)'
