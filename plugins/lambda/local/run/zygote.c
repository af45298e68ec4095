/* SPDX-License-Identifier: Apache-2.0 */
/* Zygotes: which functions have one, and their lives. */
#include "local/run/zygote.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/code/tree.h"
#include "local/run/pool.h"
#include "local/run/variables.h"

enum {
    ZYGOTES_MAX = 8,
    STARTS_MAX = 3, /* of one zygote: what ends by itself is no help */
    EXIT_NO_BOTO3 = 3
};

struct zygote {
    struct zygote *next;
    struct machine *machine;
    char program[PATH_SIZE], packages[PATH_SIZE];
    struct slrun_process *process; /* NULL: it has ended */
    unsigned starts;
};

/* ---- which functions ---- */

static bool is_off(const char *value)
{
    return value && strcmp(value, "off") == 0;
}

static bool is_switched_off(const struct pool *pool)
{
    static const char name[] = "SLRUN_PYTHON_FORK";
    const json_t *own = json_object_get(json_object_get(pool->config, "Environment"), "Variables");
    return is_off(getenv(name)) || is_off(json_string_value(json_object_get(own, name)));
}

/* Whether sources there name boto3; not where it is there itself, which is not the zygote's. */
static bool names_boto3(const struct pool *pool, const char *folder)
{
    char path[PATH_SIZE];
    (void)snprintf(path, sizeof path, "%.4000s/boto3", folder);
    return !tree_is_directory(path) &&
           tree_mentions(pool->function->service->host, folder, ".py", "boto");
}

static bool wants_boto3(const struct pool *pool)
{
    size_t i;
    json_t *layer;
    if (names_boto3(pool, json_string_value(json_object_get(pool->code, "Path"))))
        return true;
    json_array_foreach (pool->layers, i, layer)
        if (names_boto3(pool, json_string_value(layer)))
            return true;
    return false;
}

static bool is_used(struct pool *pool)
{
    const struct slrun_cloud *cloud = pool->function->service->cloud;
    if (pool->zygote == ZYGOTE_UNKNOWN)
        pool->zygote = cloud->process_copy && cloud->process_zygote &&
                               machine_family(pool_text(pool, "Runtime")) == FAMILY_PYTHON &&
                               !is_switched_off(pool) && wants_boto3(pool)
                           ? ZYGOTE_USED
                           : ZYGOTE_UNUSED;
    return pool->zygote == ZYGOTE_USED;
}

/* ---- their lives ---- */

static void line(void *arg, int stream, const char *text, size_t size)
{
    const struct zygote *z = arg;
    (void)stream;
    z->machine->service->host->log(SLRUN_LOG_INFO, "lambda: zygote of %s: %.*s", z->program,
                                   (int)size, text);
}

/* What it was asked for and has not made starts by itself. */
static void ended(void *arg, int status, int signal)
{
    struct zygote *z = arg;
    struct slrun_process *process = z->process;
    if (status == EXIT_NO_BOTO3)
        z->starts = STARTS_MAX;
    else
        z->machine->service->host->log(SLRUN_LOG_INFO, "lambda: zygote of %s ended: %s %d",
                                       z->program, signal ? "signal" : "status",
                                       signal ? signal : status);
    z->process = NULL;
    z->machine->service->cloud->process_close(process);
}

static void start(struct zygote *z)
{
    const struct slrun_cloud *cloud = z->machine->service->cloud;
    const char *const argv[] = {z->program, z->machine->python_bootstrap, NULL};
    char **variables = variables_for_zygote(z->machine, z->packages);
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    const struct slrun_process_options options = {.argv = argv,
                                                  .environment = (const char *const *)variables,
                                                  .line = line,
                                                  .ended = ended,
                                                  .arg = z};
    z->starts++;
    if (variables)
        z->process = cloud->process_zygote(cloud, &options, &error);
    variables_free(variables);
}

static struct zygote *find(const struct pool *pool)
{
    struct machine *m = pool->function->service->machine;
    struct zygote **at = &m->zygotes;
    unsigned n = 0;
    for (; *at; at = &(*at)->next, n++)
        if (strcmp((*at)->program, pool->program) == 0 &&
            strcmp((*at)->packages, pool->packages) == 0)
            return *at;
    struct zygote *z = n < ZYGOTES_MAX ? calloc(1, sizeof *z) : NULL;
    if (!z)
        return NULL;
    z->machine = m;
    memcpy(z->program, pool->program, sizeof z->program);
    memcpy(z->packages, pool->packages, sizeof z->packages);
    *at = z;
    return z;
}

struct slrun_process *zygote_of(struct pool *pool)
{
    struct zygote *z = is_used(pool) ? find(pool) : NULL;
    if (z && !z->process && z->starts < STARTS_MAX)
        start(z);
    return z ? z->process : NULL;
}

void zygotes_close(struct machine *m)
{
    while (m->zygotes) {
        struct zygote *z = m->zygotes;
        m->zygotes = z->next;
        if (z->process)
            m->service->cloud->process_close(z->process);
        free(z);
    }
}
