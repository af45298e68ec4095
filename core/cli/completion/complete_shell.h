/* SPDX-License-Identifier: Apache-2.0 */
/* What shells hand over and what they want back. */
#ifndef SLRUN_CLI_COMPLETE_SHELL_H
#define SLRUN_CLI_COMPLETE_SHELL_H

#include <stddef.h>

#include "cli/completion/complete.h"

enum { SHELL_WORDS_MAX = 4096 };

/* A command line up to the cursor, split as bash and readline do it. */
struct shell_line {
    char *text; /* of the words */
    const char *words[SHELL_WORDS_MAX];
    size_t n;     /* with the program; the last one is the one that is being written */
    size_t fixed; /* bytes of the last word (without quotes) that readline leaves as they are */
    char quote;   /* that is open: '\'', '"', or 0 */
};

/* `breaks`: COMP_WORDBREAKS, which split words for readline and not for the shell. 0, or -1: out of
 * memory, or too many words. Free line->text. */
int shell_line_read(struct shell_line *line, const char *text, const char *breaks);

/* Adds what takes the place of the word behind its first line->fixed bytes, quoted. */
void shell_quote(struct buf *out, const char *candidate, const struct shell_line *line);

#endif
