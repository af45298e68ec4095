/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The configuration file as it stands: found by pytest's rules, read into nodes that know their
 * lines. What its keys mean is config.h's.
 */
#ifndef SLRUN_CLI_CONFIG_FILE_H
#define SLRUN_CLI_CONFIG_FILE_H

#include <jansson.h>

#include <slrun/error.h>

#define CONFIG_FILE_NAME "slrun.yaml"

enum {
    CONFIG_SIZE_MAX = 1024 * 1024,
    CONFIG_NODES_MAX = 100000,
    CONFIG_DEPTH_MAX = 16,
};

/* Zeroed at first. */
struct config_file {
    char *path;   /* as it is shown; NULL: there is none */
    char *folder; /* that it lies in, absolute; NULL: there is none */
    json_t *root; /* a node: a map; NULL: there is none */
};

struct config_where {
    const char *file;        /* -c; or NULL */
    const char *const *args; /* n_args arguments: paths, with "::" behind them or not */
    size_t n_args;
};

/*
 * Looks for the file in the directory that the arguments have in common (the working directory,
 * where there are none) and in those above it; the first one counts, and `where->file` in place of
 * all. Reads it. 0, also where there is none; -1 with `error` filled: "FILE:LINE: what is wrong".
 */
int config_file_open(const struct config_where *where, struct config_file *file,
                     struct slrun_error *error);
void config_file_close(struct config_file *file);

/* The node (base/yaml_nodes.h) of a text such as the file or the value of -o; `name` stands in
 * errors. NULL with `error` filled. */
json_t *config_node(const char *text, size_t size, const char *name, struct slrun_error *error);

#endif
