/* SPDX-License-Identifier: Apache-2.0 */
/* The environment variables of functions' processes. */
#ifndef SLRUN_LAMBDA_VARIABLES_H
#define SLRUN_LAMBDA_VARIABLES_H

#include "local/run/environment.h"

/*
 * All of them, ended by NULL (Developer Guide, "Using Lambda environment variables"); nothing of
 * the user's own but PATH and the like, so that a handler cannot reach the user's account. One
 * block: variables_free(). NULL: no memory.
 */
char **variables_make(const struct environment *environment);
/* Those of a zygote whose functions have these packages ("": none): what is the same for all. */
char **variables_for_zygote(const struct machine *machine, const char *packages);
void variables_free(char **variables);

/* Environment variables that a function may not set: the name of one in `variables`, or NULL. */
const char *variables_reserved(json_t *variables);

#endif
