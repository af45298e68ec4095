/* SPDX-License-Identifier: Apache-2.0 */
/* A subcommand: one file and one const struct each; main.c lists them. */
#ifndef SLRUN_CLI_COMMAND_H
#define SLRUN_CLI_COMMAND_H

#include "cli/exitcode.h"
#include "cli/options/args.h"
#include "plugin/registry.h"

/* What the arguments of a command are, for completion. */
enum command_words {
    COMMAND_NO_WORDS,
    COMMAND_SPECS, /* files, folders and path::case */
    COMMAND_FILES,
    COMMAND_FOLDERS,
    COMMAND_PLUGINS, /* a plugin and an operation */
    COMMAND_SHELLS,
    COMMAND_NAMES, /* other commands */
};

struct command {
    const char *name;  /* NULL: what runs without a subcommand */
    const char *usage; /* behind "slrun " */
    const char *about; /* a few lines */
    const struct arg_option *options;
    /* argv without program and subcommand. The exit code. */
    enum exitcode (*run)(const struct command *self, int argc, char **argv);
    enum command_words words;
};

extern const struct command command_run, command_completion, command_deploy, command_destroy,
    command_help_of, command_iam, command_init, command_local, command_matrix, command_merge,
    command_plugins, command_stubs, command_sweep, command_watch, command_worker;

/* All that have a name and are told of, by name, ended by NULL. */
extern const struct command *const commands[];

/* That of this name, also where it is none that is told of; or NULL. */
const struct command *command_find(const char *name);

/* The nearest name of one, or NULL. */
const char *command_near(const char *name);

/* "slrun: text", the hint below; returns the exit code for it. */
enum exitcode command_fail(const struct slrun_error *error);

/* Reads the words of a command into its `options`, and has `work` do what they say, with the
 * arguments that are no options. */
typedef enum exitcode command_work(const struct command *self, const void *options,
                                   const struct arg_rest *rest, struct slrun_error *error);
enum exitcode command_read(const struct command *self, const struct arg_line *line,
                           command_work *work);

/* Prints usage, about and options. */
enum exitcode command_help(const struct command *command);
enum exitcode command_version(void);

/* The plugins that can be found: --plugin-path (may be NULL), SLRUN_PLUGIN_PATH, beside the binary.
 * NULL with `error` filled. */
struct registry *command_registry(const char *plugin_path, struct slrun_error *error);

#endif
