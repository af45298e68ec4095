/* SPDX-License-Identifier: Apache-2.0 */
/* Preparing a pool: a few steps, of which those that run a program end later. */
#include "local/run/prepare.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "local/code/tree.h"
#include "local/layer.h"
#include "local/run/install.h"
#include "local/run/pool.h"

/* ---- its end ---- */

static void prepare_free(struct preparation *p)
{
    const struct slrun_cloud *cloud = p->cloud;
    install_leave(p);
    if (p->process)
        cloud->process_close(p->process);
    if (p->timer)
        cloud->timer_stop(p->timer);
    if (p->lock >= 0)
        close(p->lock);
    if (cloud->busy)
        cloud->busy(cloud, -1);
    json_decref(p->managed);
    json_decref(p->npm);
    free(p->key);
    free(p);
}

void prepare_cancel(struct preparation *p)
{
    p->pool->preparation = NULL;
    prepare_free(p);
}

void prepare_end(struct preparation *p, json_t *failure)
{
    struct pool *pool = p->pool;
    prepare_free(p);
    pool_prepared(pool, failure);
}

void prepare_fail(struct preparation *p, const char *type, const char *format, ...)
{
    char message[2048];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    prepare_end(p, json_pack("{s:s, s:s}", "errorType", type, "errorMessage", message));
}

/* ---- programs ---- */

static void line(void *arg, int stream, const char *text, size_t size)
{
    struct preparation *p = arg;
    (void)stream;
    static const char log_at[] = "A complete log of this run"; /* npm's last line */
    char said[sizeof p->said];
    (void)memcpy(said, p->said, sizeof said);
    if (size > 0 && size < sizeof p->said && !memchr(text, '\0', size))
        (void)snprintf(p->said, sizeof p->said, "%.*s", (int)size, text);
    if (p->heard)
        p->heard(p, p->said);
    if (strstr(p->said, log_at))
        (void)memcpy(p->said, said, sizeof said);
}

static void ended(void *arg, int status, int signal)
{
    struct preparation *p = arg;
    void (*then)(struct preparation *, bool) = p->then;
    p->cloud->process_close(p->process);
    p->process = NULL;
    then(p, status == 0 && signal == 0);
}

extern char **environ;

void prepare_run(struct preparation *p, const char *const *argv, const char *directory,
                 void (*then)(struct preparation *p, bool ok))
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    const struct slrun_process_options options = {.argv = argv,
                                                  .environment = (const char *const *)environ,
                                                  .directory = directory,
                                                  .line = line,
                                                  .ended = ended,
                                                  .arg = p};
    *p->said = '\0';
    p->then = then;
    p->process = p->cloud->process_start(p->cloud, &options, &error);
    if (!p->process)
        prepare_fail(p, "Runtime.InvalidEntrypoint", "%s", error.message);
}

/* ---- interpreters ---- */

static void interpreter_found(struct preparation *p)
{
    (void)snprintf(p->pool->program, sizeof p->pool->program, "%s",
                   p->machine->interpreters[p->family]);
    install_start(p);
}

static void asked(struct preparation *p, bool ok)
{
    char *known = p->machine->interpreters[p->family];
    if (!ok || *p->said != '/') {
        prepare_fail(p, "Runtime.NotInstalled", "%s does not say where its interpreter is: %s",
                     p->pool->program, p->said);
        return;
    }
    (void)snprintf(known, PATH_SIZE, "%s", p->said);
    interpreter_found(p);
}

/* A shim starts the real one each time, which takes longer than the interpreter itself. */
static void ask(struct preparation *p)
{
    const char *const python[] = {p->pool->program, "-c", "import sys; print(sys.executable)",
                                  NULL};
    const char *const node[] = {p->pool->program, "-p", "process.execPath", NULL};
    prepare_run(p, p->family == FAMILY_PYTHON ? python : node, NULL, asked);
}

static void find_interpreter(struct preparation *p)
{
    static const char *const programs[] = {"python3", "node"};
    static const char *const packages[] = {"python3", "nodejs"};
    char *known = p->machine->interpreters[p->family];
    if (*known) {
        interpreter_found(p);
    } else if (!machine_find(programs[p->family], p->pool->program)) {
        prepare_fail(p, "Runtime.NotInstalled",
                     "runtime %s needs %s, which is not in PATH: install it (Debian: apt-get "
                     "install %s)",
                     pool_text(p->pool, "Runtime"), programs[p->family], packages[p->family]);
    } else if (machine_is_script(p->pool->program)) {
        ask(p);
    } else {
        (void)snprintf(known, PATH_SIZE, "%s", p->pool->program);
        interpreter_found(p);
    }
}

/* The package's bootstrap, or that of a layer. */
static void find_bootstrap(struct preparation *p)
{
    const char *task = json_string_value(json_object_get(p->pool->code, "Path"));
    char *program = p->pool->program;
    size_t i = 0, n = json_array_size(p->pool->layers);
    (void)snprintf(program, PATH_SIZE, "%s/bootstrap", task);
    while (access(program, X_OK) != 0 && i < n)
        (void)snprintf(program, PATH_SIZE, "%s/bootstrap",
                       json_string_value(json_array_get(p->pool->layers, i++)));
    if (access(program, X_OK) == 0)
        prepare_end(p, NULL);
    else
        prepare_fail(
            p, "Runtime.InvalidEntrypoint",
            "Error: Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap] "
            "(an executable file of that name belongs into %s)",
            task);
}

/* ---- layers ---- */

/* Folders of ours; names of packages that stand for managed ones. */
static void find_layers(struct preparation *p)
{
    const json_t *layers = json_object_get(p->pool->config, "Layers");
    for (size_t i = 0; i < json_array_size(layers); i++) {
        const char *arn = json_string_value(json_object_get(json_array_get(layers, i), "Arn"));
        const char *folder = layer_folder(p->pool->function->service, arn);
        const char *package = folder ? NULL : layer_managed(arn);
        if (folder)
            json_array_append_new(p->pool->layers, json_string(folder));
        else if (package && *package)
            json_array_append_new(p->managed, json_string(package));
        else if (!package)
            p->pool->function->service->host->log(SLRUN_LOG_WARNING,
                                                  "lambda: %s runs without layer %s: it is of "
                                                  "another account and not on this machine",
                                                  pool_text(p->pool, "FunctionName"), arn);
    }
}

void prepare_start(struct pool *pool)
{
    struct preparation *p = calloc(1, sizeof *p);
    struct service *service = pool->function->service;
    const char *runtime = pool_text(pool, "Runtime");
    if (!p) {
        pool_prepared(pool, json_pack("{s:s, s:s}", "errorType", "Runtime.Unknown", "errorMessage",
                                      "out of memory"));
        return;
    }
    *p = (struct preparation){.pool = pool,
                              .machine = service->machine,
                              .cloud = service->cloud,
                              .family = machine_family(runtime),
                              .managed = json_array(),
                              .lock = -1};
    pool->preparation = p;
    if (p->cloud->busy)
        p->cloud->busy(p->cloud, 1);
    find_layers(p);
    if (p->family == FAMILY_OTHER)
        prepare_fail(p, "Runtime.NotSupported",
                     "the local cloud runs python3.x, nodejs.x and provided functions, and no %s; "
                     "a program that AWS's runtime interface client serves runs here as "
                     "provided.al2023, started by an executable named bootstrap",
                     *runtime ? runtime : "images");
    else if (p->family == FAMILY_PROVIDED)
        find_bootstrap(p);
    else
        find_interpreter(p);
}
