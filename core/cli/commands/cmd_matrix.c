/* SPDX-License-Identifier: Apache-2.0 */
/* slrun matrix: what the jobs of a CI system run, as JSON. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/options/config.h"
#include "lua/coro.h"
#include "lua/language/chunk.h"
#include "run/select/matrix.h"

struct matrix_command {
    const char *by, *plugin_path;
    bool help;
};

#define FIELD(name) offsetof(struct matrix_command, name)

static const struct arg_option options[] = {
    {0, "by", NULL, ARG_STRING, FIELD(by), "WHAT",
     "a job for each pattern (the default) or tag, or shard=N: N jobs of whole files",
     .among = "pattern|tag|shard="},
    {0, "plugin-path", NULL, ARG_STRING, FIELD(plugin_path), "PATH",
     "plugin files or directories, separated by ':'"},
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

struct maker {
    struct matrix_command o;
    enum matrix_by by;
    unsigned shards;
    struct arg_rest rest;
    struct config config;
    struct run_options settings; /* of the configuration file */
    struct spec_files files;
    struct registry *registry;
    struct lua_env env;
    struct collection collection;
    struct slrun_error error;
};

static int read_by(struct maker *m)
{
    const char *by = m->o.by ? m->o.by : "pattern";
    char *end;
    if (strcmp(by, "pattern") == 0) {
        m->by = MATRIX_PATTERN;
        return 0;
    }
    if (strcmp(by, "tag") == 0) {
        m->by = MATRIX_TAG;
        return 0;
    }
    m->by = MATRIX_SHARD;
    unsigned long n = strncmp(by, "shard=", 6) == 0 ? strtoul(by + 6, &end, 10) : 0;
    if (n < 1 || n > MATRIX_JOBS_MAX || *end || by[6] == '-')
        return error_set(&m->error, SLRUN_E_USAGE,
                         "--by: '%s' is not pattern, tag or shard=N (N from 1 to %d)", by,
                         MATRIX_JOBS_MAX);
    m->shards = (unsigned)n;
    return 0;
}

/* A job runs whole files: one for some cases of a file would run all of them. */
static int check_words(struct maker *m)
{
    for (size_t i = 0; i < m->rest.n; i++)
        if (strstr(m->rest.words[i], "::"))
            return error_set(&m->error, SLRUN_E_USAGE,
                             "matrix takes files and folders, no cases: %s", m->rest.words[i]);
    return 0;
}

static int read_specs(struct maker *m)
{
    const struct run_options *file = &m->settings;
    if (read_by(m) != 0 || check_words(m) != 0 ||
        config_of_command(&m->config, &m->settings, &m->rest, &m->error) != 0)
        return -1;
    config_test_paths(&m->config, &m->rest);
    struct discover_options where = {.root = m->config.file.folder,
                                     .args = m->rest.words,
                                     .n_args = m->rest.n,
                                     .ignore = file->ignore.words,
                                     .n_ignore = file->ignore.n,
                                     .ignore_globs = file->ignore_globs.words,
                                     .n_ignore_globs = file->ignore_globs.n};
    const char *path = m->o.plugin_path ? m->o.plugin_path : file->target.plugin_path;
    if (discover(&where, &m->files, &m->error) != 0)
        return -1;
    m->registry = command_registry(path, &m->error);
    if (!m->registry)
        return -1;
    m->env = (struct lua_env){
        .registry = m->registry, .target = "local", .run_id = "matrix", .config = m->config.values};
    return collect(&m->env, &m->files, &m->collection, &m->error);
}

static enum exitcode print(struct maker *m)
{
    const struct collection *c = &m->collection;
    for (size_t i = 0; i < c->n_errors; i++)
        fprintf(stderr, "ERROR collecting %s\n%s\n", c->errors[i].path, c->errors[i].text);
    if (c->n_errors)
        return EXITCODE_INTERRUPTED;
    if (c->n_items == 0) {
        fprintf(stderr, "slrun: no cases in %zu file%s: a matrix of no jobs\n", m->files.n,
                m->files.n == 1 ? "" : "s");
        return EXITCODE_NOTHING;
    }
    json_t *matrix = matrix_make(c, m->by, m->shards, &m->error);
    if (!matrix)
        return command_fail(&m->error);
    json_dumpf(matrix, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(matrix);
    return EXITCODE_OK;
}

static enum exitcode command_matrix_main(const struct command *self, int argc, char **argv)
{
    struct maker m = {0};
    if (args_parse(options, &(struct arg_line){argc, argv, &m.o}, &m.rest, &m.error) != 0)
        return command_fail(&m.error);
    enum exitcode code = m.o.help              ? command_help(self)
                         : read_specs(&m) != 0 ? command_fail(&m.error)
                                               : print(&m);
    collect_free(&m.collection);
    coro_drain(&m.env);
    chunk_free(m.env.chunks);
    registry_free(m.registry);
    discover_free(&m.files);
    free(m.rest.words);
    config_close(&m.config);
    error_clear(&m.error);
    return code;
}

const struct command command_matrix = {
    .name = "matrix",
    .usage = "matrix [--by WHAT] [FILE | DIRECTORY]...",
    .about = "Prints which jobs of a CI system run which specs, as a matrix of GitHub Actions.\n"
             "Each entry has a name, args for slrun (quoted for a shell) and the number of cases.",
    .options = options,
    .run = command_matrix_main,
    .words = COMMAND_SPECS,
};
