/* SPDX-License-Identifier: Apache-2.0 */
/* The AWS SAM CLI, which puts stacks up and takes them down: its command lines, and running them.
 */
#ifndef SLRUN_CLI_SAM_H
#define SLRUN_CLI_SAM_H

#include <stdbool.h>

#include <jansson.h>
#include <slrun/error.h>

#include "cli/options/words.h"

#define SAM_BUILDS ".slrun/sam" /* where `sam build` puts what it makes, by the stack's name */

/* A stack that a pattern asks for. */
struct sam_stack {
    const char *pattern, *name;
    const char *template;     /* path */
    const json_t *parameters; /* names to strings */
    bool built; /* what sam_build() has made is deployed, else the template as it is */
};

/* What all commands have in common. */
struct sam_place {
    const char *region;
    const char *profile; /* or NULL */
};

/* Command lines as words, ended by NULL. 0, or -1 with `error` filled. */
int sam_build(struct words *words, const struct sam_stack *stack, struct slrun_error *error);
int sam_deploy(struct words *words, const struct sam_stack *stack, const struct sam_place *place,
               struct slrun_error *error);
int sam_delete(struct words *words, const struct sam_stack *stack, const struct sam_place *place,
               struct slrun_error *error);

/* "$ sam deploy ..." on standard output, as a shell would take it; `hides`: without the values of
 * parameters. */
void sam_print(const struct words *words, bool hides);

/* Whether a template has parameters that nobody shall see (NoEcho); true where it cannot be read.
 */
bool sam_has_secrets(const char *template);

/* Whether there is such a program; else -1 with `error` filled, which says how to get it. */
int sam_find(struct slrun_error *error);

/*
 * Runs it to its end, with this process's standard output and error, and `more` ("NAME=VALUE",
 * ended by NULL) in front of its environment. SIGINT and SIGTERM go on to it. Its exit code, -1
 * with `error` filled: it could not be started, or ended by a signal.
 */
int sam_run(const struct words *words, const char *const *more, struct slrun_error *error);

#endif
