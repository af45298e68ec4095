/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the configuration file means. Its keys are the long names of the options of a run (but for
 * those of the command line alone), and these: tags (a list, or a map of names to what they mean),
 * config (a map: require "slrun.config"), stacks (a map of patterns to names), testpaths (a list).
 */
#ifndef SLRUN_CLI_CONFIG_H
#define SLRUN_CLI_CONFIG_H

#include "cli/options/config_file.h"
#include "cli/options/run_options.h"

/* Zeroed at first. */
struct config {
    struct config_file file;
    json_t *overrides;           /* nodes by key: -o */
    json_t *tags;                /* an object of the declared ones; NULL: none were declared */
    json_t *values;              /* an object, for specs */
    json_t *stacks;              /* texts of: */
    struct arg_list stack_words; /* of all patterns of the project: PATTERN=NAME */
    struct arg_list test_paths;  /* what is run where the command line names nothing */
};

/* Finds and reads the file and what -o says in its place; `first` are the options of the command
 * line alone. 0, or -1 with `error` filled. */
int config_open(struct config *config, const struct run_options *first, const struct arg_rest *rest,
                struct slrun_error *error);

/* Sets what the file says, before the command line does. Options borrow strings of `config`. 0, or
 * -1 with `error` filled: "FILE:LINE: what is wrong". */
int config_apply(struct config *config, struct run_options *options, struct slrun_error *error);

/* Adds what -D says to `values`: of the type which the file gives the key, else text. 0, or -1 with
 * `error` filled. */
int config_define(struct config *config, const struct arg_list *defines, struct slrun_error *error);

/* The same for a command other than a run, which has no options to find or change the file:
 * `options` become what the file says. 0, or -1 with `error` filled. */
int config_of_command(struct config *config, struct run_options *options,
                      const struct arg_rest *rest, struct slrun_error *error);

/* What the file would run, where nothing is named and the command begins in its folder, as pytest's
 * testpaths; rest->words is then malloc's anew. */
void config_test_paths(const struct config *config, struct arg_rest *rest);

/* Fills in what the command line of another command has not said: as in a run, a target or an
 * endpoint takes the place of both, and lists are added up. */
void config_target(struct target_options *words, const struct target_options *file);

void config_close(struct config *config);

#endif
