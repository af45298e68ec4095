/* SPDX-License-Identifier: Apache-2.0 */
/* The words of a command line, wherever they come from: argv, files, variables. */
#ifndef SLRUN_CLI_WORDS_H
#define SLRUN_CLI_WORDS_H

#include <stddef.h>

#include <slrun/error.h>

enum {
    WORDS_MAX = 4 * 1000 * 1000,
    WORDS_FILE_MAX = 256 * 1024 * 1024, /* bytes of an @FILE */
    WORDS_DEPTH_MAX = 8,                /* of @FILEs that name others */
};

struct words {
    char **at; /* n of them, and NULL */
    size_t n, cap;
};

/*
 * Adds a word. "@FILE" stands for the lines of a file, each one word, as with pytest; empty lines
 * and the line by which `--collect-only -q` ends are left out. 0, or -1 with `error` filled.
 */
int words_add(struct words *words, const char *word, struct slrun_error *error);

/* Adds a word as it is. 0, or -1 with `error` filled. */
int words_add_plain(struct words *words, const char *word, struct slrun_error *error);

/* Adds the words of a text as a shell splits it: blanks between them, '...', "..." and \. `source`
 * is named in errors. */
int words_split(struct words *words, const char *text, const char *source,
                struct slrun_error *error);

void words_free(struct words *words);

#endif
