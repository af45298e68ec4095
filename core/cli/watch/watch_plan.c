/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/watch/watch_plan.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/runner.h"
#include "lua/language/fixture.h"
#include "lua/language/stack.h"
#include "run/collect/path.h"

extern char **environ;

enum { LINE_ROOM = 1024 };

/* Making one ------------------------------------------------------------------------------------
 */

static void add_path(json_t *list, const char *path)
{
    char *absolute = realpath(path, NULL);
    if (absolute)
        json_array_append_new(list, json_string(absolute));
    free(absolute);
}

/* "CodeUri: ../layers/tools" of a template: what it names outside of its own folder. */
static void add_uris(json_t *list, const char *template, const char *folder)
{
    char line[LINE_ROOM], path[PATH_MAX * 2];
    FILE *file = file_open(template);
    while (file && fgets(line, sizeof line, file)) {
        const char *uri = strstr(line, "Uri");
        uri = uri ? uri + 3 + strspn(uri + 3, "\"' :") : NULL;
        if (!uri || strncmp(uri, "..", 2) != 0)
            continue;
        snprintf(path, sizeof path, "%s/%.*s", folder, (int)strcspn(uri, "\"' ,#\r\n"), uri);
        add_path(list, path);
    }
    if (file)
        fclose(file);
}

static json_t *stacks_of(const struct spec *spec)
{
    json_t *list = json_array();
    const struct fixture *fx = stack_of(spec);
    json_t *asked = fx && fx->stack ? json_loads(fx->stack, 0, NULL) : NULL;
    const char *template = json_string_value(json_object_get(asked, "template"));
    const char *slash = template ? strrchr(template, '/') : NULL;
    if (slash) {
        char folder[PATH_MAX];
        snprintf(folder, sizeof folder, "%.*s", (int)(slash - template), template);
        add_path(list, folder);
        add_uris(list, template, folder);
    }
    json_decref(asked);
    return list;
}

/* Of the file, where it could be read. */
static const struct spec *spec_of(const struct runner *r, const char *path)
{
    for (size_t i = 0; i < r->collection.n_specs; i++)
        if (r->collection.specs[i] && strcmp(spec_path(r->collection.specs[i]), path) == 0)
            return r->collection.specs[i];
    return NULL;
}

static json_t *words_of(const struct spec_file *file)
{
    json_t *words = json_array();
    for (size_t i = 0; i < file->n_names; i++)
        json_array_append_new(words, json_sprintf("%s::%s", file->path, file->names[i]));
    if (file->n_names == 0)
        json_array_append_new(words, json_string(file->path));
    return words;
}

static void add_specs(json_t *specs, const struct runner *r)
{
    for (size_t i = 0; i < r->files.n; i++) {
        const struct spec_file *file = &r->files.files[i];
        const struct spec *spec = spec_of(r, file->path);
        char *absolute = realpath(file->path, NULL);
        if (absolute)
            json_array_append_new(specs, json_pack("{s:s, s:o, s:o}", "file", absolute, "words",
                                                   words_of(file), "stacks",
                                                   spec ? stacks_of(spec) : json_null()));
        free(absolute);
    }
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void add_trees(json_t *trees, const struct runner *r)
{
    for (size_t i = 0; i < r->rest.n; i++)
        if (is_folder(r->rest.words[i]))
            add_path(trees, r->rest.words[i]);
    if (r->rest.n == 0)
        add_path(trees, is_folder("specs") ? "specs" : ".");
}

static json_t *plan_of(const struct runner *r)
{
    json_t *specs = json_array(), *all = json_array(), *trees = json_array();
    add_specs(specs, r);
    add_trees(trees, r);
    if (r->config.file.path)
        add_path(all, r->config.file.path);
    for (size_t i = 0; i < registry_count(r->registry); i++)
        add_path(all, registry_at(r->registry, i)->path);
    return json_pack("{s:o, s:o, s:o, s:s}", "specs", specs, "all", all, "trees", trees, "top",
                     r->files.root);
}

/* From now on standard output goes nowhere: what specs print while they are read is for the run to
 * show. Where it went, for unhush(); or -1 with `error` filled. */
static int hush(struct slrun_error *error)
{
    int out = dup(STDOUT_FILENO), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    bool hushed = out >= 0 && nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0;
    if (!hushed)
        error_set(error, SLRUN_E_INTERNAL, "standard output cannot be redirected: %s",
                  strerror(errno));
    if (nowhere >= 0)
        close(nowhere);
    if (!hushed && out >= 0)
        close(out);
    return hushed ? out : -1;
}

static int unhush(int out)
{
    fflush(stdout);
    int rc = dup2(out, STDOUT_FILENO);
    close(out);
    return rc;
}

enum exitcode watch_plan_print(int argc, char **argv)
{
    struct runner r = {0};
    enum exitcode code = EXITCODE_OK;
    int out = hush(&r.error);
    if (out < 0)
        return command_fail(&r.error);
    alarm(WATCH_PLAN_SECONDS);
    int rc = runner_read(&r, argc, argv);
    r.o.collect_only = true;
    if (rc != 0 || runner_open(&r) != 0)
        code = command_fail(&r.error);
    else if (collect(&r.env, &r.files, &r.collection, &r.error) != 0 && r.collection.n_specs == 0)
        code = command_fail(&r.error);
    bool heard = unhush(out) >= 0;
    json_t *plan = code == EXITCODE_OK ? plan_of(&r) : NULL;
    if (code == EXITCODE_OK && (!heard || !plan || json_dumpf(plan, stdout, JSON_COMPACT) != 0))
        code = EXITCODE_INTERNAL;
    json_decref(plan);
    runner_close(&r);
    return code;
}

/* Asking for one --------------------------------------------------------------------------------
 */

static json_t *read_plan(int fd)
{
    struct buf text = BUF_INIT(WATCH_PLAN_MAX);
    char piece[65536];
    ssize_t n;
    while ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
        if (n > 0)
            buf_add(&text, piece, (size_t)n);
    json_t *plan = text.failed ? NULL : json_loadb(buf_str(&text), text.len, 0, NULL);
    buf_free(&text);
    return plan;
}

json_t *watch_plan_ask(char **argv)
{
    posix_spawn_file_actions_t actions;
    int ends[2], status = 0;
    pid_t pid;
    if (pipe(ends) != 0)
        return NULL;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    int rc = posix_spawn(&pid, argv[0], &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    json_t *plan = rc == 0 ? read_plan(ends[0]) : NULL;
    close(ends[0]);
    while (rc == 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return plan;
}

/* What a change touches -------------------------------------------------------------------------
 */

static const char *file_of(const json_t *spec)
{
    return json_string_value(json_object_get(spec, "file"));
}

static const json_t *find(const json_t *plan, const char *file)
{
    size_t i;
    const json_t *spec;
    json_array_foreach (json_object_get(plan, "specs"), i, spec)
        if (strcmp(file_of(spec), file) == 0)
            return spec;
    return NULL;
}

static bool holds(const json_t *list, const char *path)
{
    size_t i;
    const json_t *one;
    json_array_foreach (list, i, one)
        if (strcmp(json_string_value(one), path) == 0)
            return true;
    return false;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* Whether `file` lies beside `other` or below its folder. */
static bool beside_or_below(const char *file, const char *other)
{
    size_t n = (size_t)(strrchr(other, '/') - other) + 1;
    return strncmp(file, other, n) == 0;
}

/* A conftest.lua, also one that has gone, and a module that specs require. */
static bool shared(const json_t *plan, const json_t *before, const char *path)
{
    if (ends_with(path, "/conftest.lua"))
        return true;
    return ends_with(path, ".lua") && !find(plan, path) && !(before && find(before, path)) &&
           access(path, F_OK) == 0;
}

/* A spec that cannot be read now has the stacks that it had. */
static const json_t *stacks_known(const json_t *spec, const json_t *before)
{
    const json_t *stacks = json_object_get(spec, "stacks");
    const json_t *old = json_is_null(stacks) && before ? find(before, file_of(spec)) : NULL;
    return old ? json_object_get(old, "stacks") : stacks;
}

static bool touches(const json_t *plan, const json_t *before, const json_t *spec, const char *path)
{
    size_t i;
    const json_t *stack;
    if (strcmp(path, file_of(spec)) == 0 || holds(json_object_get(plan, "all"), path))
        return true;
    json_array_foreach (stacks_known(spec, before), i, stack)
        if (path_is_in(path, json_string_value(stack)))
            return true;
    return shared(plan, before, path) && beside_or_below(file_of(spec), path);
}

static bool touched(const json_t *plan, const json_t *before, const json_t *spec,
                    const json_t *changed)
{
    const char *path;
    json_t *unused;
    if (before && !find(before, file_of(spec)))
        return true;
    json_object_foreach ((json_t *)changed, path, unused)
        if (touches(plan, before, spec, path))
            return true;
    return false;
}

json_t *watch_plan_touched(const json_t *plan, const json_t *before, const json_t *changed)
{
    json_t *found = json_array();
    size_t i;
    json_t *spec;
    json_array_foreach (json_object_get(plan, "specs"), i, spec)
        if (touched(plan, before, spec, changed))
            json_array_append(found, spec);
    return found;
}
