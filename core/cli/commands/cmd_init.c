/* SPDX-License-Identifier: Apache-2.0 */
/* slrun init [DIRECTORY]: a project with one spec and the system that it tests. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/directory.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/types/stubs.h"

enum { NAME_ROOM = 64, LINE_MAX_BYTES = 256 };

/* The texts stand in project/ and are embedded by the build. */
extern const char project_slrun_yaml[], project_hello_lua[], project_template_yaml[],
    project_app_py[], project_luarc_json[], project_workflow_yml[];

struct init_command {
    bool github, help;
};

#define FIELD(name) offsetof(struct init_command, name)

static const struct arg_option options[] = {
    {0, "github", NULL, ARG_FLAG, FIELD(github), NULL,
     "with .github/workflows/slrun.yml, which runs the specs"},
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

static const struct {
    const char *path, *text;
    bool github; /* only with --github */
} files[] = {
    {"slrun.yaml", project_slrun_yaml},
    {"specs/hello.lua", project_hello_lua},
    {"stacks/hello/template.yaml", project_template_yaml},
    {"stacks/hello/src/app.py", project_app_py},
    {".luarc.json", project_luarc_json},
    {".github/workflows/slrun.yml", project_workflow_yml, true},
};

static const char ignored[] = ".slrun/";

static int make_folder_of(const char *path, struct slrun_error *error)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(path, '/') - path), path);
    return directory_make(folder, 0777) == 0
               ? 0
               : error_set(error, SLRUN_E_USAGE, "%s: %s", folder, strerror(errno));
}

/* What is there stays as it is. */
static int write_file(const char *path, const char *text, struct slrun_error *error)
{
    if (make_folder_of(path, error) != 0)
        return -1;
    FILE *file = fopen(path, "wx");
    if (!file && errno == EEXIST) {
        printf("  %s is there already\n", path);
        return 0;
    }
    bool written = file && fputs(text, file) >= 0;
    if (file && fclose(file) != 0)
        written = false;
    if (!written)
        return error_set(error, SLRUN_E_USAGE, "%s: %s", path, strerror(errno));
    printf("  %s\n", path);
    return 0;
}

/* Whether it has the line; `open_end`: its last line has no end. */
static bool has_line(FILE *file, const char *wanted, bool *open_end)
{
    char line[LINE_MAX_BYTES];
    bool found = false;
    while (fgets(line, sizeof line, file)) {
        size_t n = strcspn(line, "\r\n");
        *open_end = line[n] == '\0';
        line[n] = '\0';
        found = found || strcmp(line, wanted) == 0;
    }
    return found;
}

/* One line at the end of what is there. */
static int ignore(const char *path, struct slrun_error *error)
{
    bool open_end = false;
    FILE *file = fopen(path, "a+");
    bool there = file && has_line(file, ignored, &open_end);
    bool written = file && (there || fprintf(file, "%s%s\n", open_end ? "\n" : "", ignored) > 0);
    if (file && fclose(file) != 0)
        written = false;
    if (!written)
        return error_set(error, SLRUN_E_USAGE, "%s: %s", path, strerror(errno));
    printf("  %s%s\n", path,
           there ? " is there already"
                 : ": "
                   ".slrun/");
    return 0;
}

static int make(const char *folder, bool github, struct slrun_error *error)
{
    char path[PATH_MAX];
    size_t n_plugins;
    if (strlen(folder) > sizeof path - NAME_ROOM)
        return error_set(error, SLRUN_E_USAGE, "the name of the directory is too long");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i].path);
        if ((!files[i].github || github) && write_file(path, files[i].text, error) != 0)
            return -1;
    }
    snprintf(path, sizeof path, "%s/.gitignore", folder);
    if (ignore(path, error) != 0)
        return -1;
    snprintf(path, sizeof path, "%s/" STUBS_FOLDER, folder);
    if (stubs_write(path, NULL, &n_plugins, error) != 0)
        return -1;
    printf("  %s: type stubs of %zu plugins\n", path, n_plugins);
    return 0;
}

static enum exitcode init(const struct command *self, const void *given,
                          const struct arg_rest *rest, struct slrun_error *error)
{
    const struct init_command *o = given;
    if (o->help)
        return command_help(self);
    const char *folder = rest->n ? rest->words[0] : ".";
    if (rest->n > 1) {
        error_set(error, SLRUN_E_USAGE, "init takes one directory");
        return command_fail(error);
    }
    if (make(folder, o->github, error) != 0)
        return command_fail(error);
    printf("\nnext: ");
    if (strcmp(folder, ".") != 0)
        printf("cd %s && ", folder);
    printf("slrun -v\nthen: slrun watch\n");
    return EXITCODE_OK;
}

static enum exitcode command_init_main(const struct command *self, int argc, char **argv)
{
    struct init_command o = {0};
    return command_read(self, &(struct arg_line){argc, argv, &o}, init);
}

const struct command command_init = {
    .name = "init",
    .usage = "init [DIRECTORY]",
    .about =
        "Makes a project: slrun.yaml, a spec, the stack that it tests, and what editors want.\n"
        "Files that are there already stay as they are; .gitignore gets a line more.",
    .options = options,
    .run = command_init_main,
    .words = COMMAND_FOLDERS,
};
