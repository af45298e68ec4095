/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a word on a command line of slrun may become: from the tables of commands and options, and
 * from the plugins and specs that are there. It knows no shell; complete_shell.h does.
 */
#ifndef SLRUN_CLI_COMPLETE_H
#define SLRUN_CLI_COMPLETE_H

#include <stddef.h>

#include "base/buf.h"

enum {
    COMPLETE_SECONDS = 5, /* then the process ends: a shell waits for it */
    COMPLETE_TEXT_MAX = 4 * 1024 * 1024,
};

/* Names of files complete the word, too. Which ones there are is the shell's business. */
enum complete_files { COMPLETE_NO_FILES, COMPLETE_FILES, COMPLETE_FOLDERS };

struct complete {
    const char *word; /* the one that is being written, "" where none is begun */
    size_t skip;      /* bytes of it that no file's name begins with: "--html=" */
    enum complete_files files;
    struct buf
        *out; /* candidates, which begin with `word`: each the word, a tab, what it is, NUL */
};

/* words[n - 1] is the one to complete, those before it stand behind "slrun"; n is 1 or more. */
void complete(struct complete *c, const char *const *words, size_t n);

/* Offers a candidate, where it begins with the word. `about` may be NULL; its first line counts. */
void complete_offer(struct complete *c, const char *candidate, const char *about);

/* Offers the ids of the cases of word's path; and plugins, or the operations of one. They read
 * specs and load plugins, within COMPLETE_SECONDS. */
void complete_ids(struct complete *c);
void complete_plugins(struct complete *c, const char *plugin);

#endif
