/* SPDX-License-Identifier: Apache-2.0 */
/* The stacks of a run that are there already: which were named, and what the head says of them. */
#ifndef SLRUN_CLI_STACKS_H
#define SLRUN_CLI_STACKS_H

#include "cli/runner.h"

/* Names given by --stack, else by AWS_SAM_STACK_NAME, and those of the configuration file, into the
 * runner. 0, or -1 with runner->error filled. */
int stacks_read(struct runner *runner, const char *target);

/* The names alone, from the words of --stack, else AWS_SAM_STACK_NAME. */
void stacks_name(struct stack_names *stacks, const struct arg_list *given);

/* Adds those of the configuration file. */
void stacks_configured(struct stack_names *stacks, const struct config *config);

/* After the specs were read: a pattern of --stack PATTERN=NAME that is none of theirs, but nearly
 * so, is an error. 0, or -1 with `error` filled. */
int stacks_check(const struct stack_names *stacks, const struct collection *collection,
                 struct slrun_error *error);

/* Lines for the head of the report once the specs are read: those of the target, the names of the
 * stacks, names that no pattern has. Ended by NULL; they live as long as the runner. */
const char *const *stacks_notes(struct runner *runner);

#endif
