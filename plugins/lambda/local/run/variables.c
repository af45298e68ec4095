/* SPDX-License-Identifier: Apache-2.0 */
/* The environment variables of a function's process. */
#include "local/run/variables.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/function.h"
#include "local/run/pool.h"
#include "local/setting.h"

enum { VARIABLES_MAX = 512, VALUE_MAX = 64 << 10 };

struct variables {
    char **list;
    size_t n;
    bool failed;
};

static bool is_named(const char *variable, const char *name, size_t size)
{
    return strncmp(variable, name, size) == 0 && variable[size] == '=';
}

/* Adds a variable, or replaces the one of that name. */
static void set(struct variables *v, const char *name, const char *value)
{
    size_t at = 0, size = strlen(name);
    char *text = malloc(size + strlen(value) + 2);
    while (at < v->n && !is_named(v->list[at], name, size))
        at++;
    if (!text || at + 1 >= VARIABLES_MAX) {
        free(text);
        v->failed = true;
        return;
    }
    (void)sprintf(text, "%s=%s", name, value);
    free(v->list[at]);
    v->list[at] = text;
    if (at == v->n)
        v->n++;
}

SLRUN_PRINTF(3, 4)
static void setf(struct variables *v, const char *name, const char *format, ...)
{
    char value[PATH_SIZE + 256];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(value, sizeof value, format, args);
    va_end(args);
    set(v, name, value);
}

static const char *get(const struct variables *v, const char *name)
{
    for (size_t i = 0; i < v->n; i++)
        if (is_named(v->list[i], name, strlen(name)))
            return v->list[i] + strlen(name) + 1;
    return "";
}

/* Adds a folder to a list of folders that a variable holds. */
static void add_folder(struct variables *v, const char *name, const char *folder, bool first)
{
    const char *now = get(v, name);
    size_t room = strlen(now) + strlen(folder) + 2;
    char *value = malloc(room);
    if (!value) {
        v->failed = true;
        return;
    }
    (void)snprintf(value, room, "%s%s%s", first ? folder : now, *now ? ":" : "",
                   first ? now : folder);
    set(v, name, value);
    free(value);
}

/* ---- what is the same for all ---- */

/* What a program of this machine needs to run at all. */
static void add_machine(struct variables *v, const struct machine *m)
{
    static const char *const kept[] = {"PATH",          "LANG",   "LC_ALL",
                                       "VIRTUAL_ENV",   "TMPDIR", "LD_LIBRARY_PATH",
                                       "SSL_CERT_FILE", NULL};
    const char *home = getenv("HOME"), *base = getenv("PYTHONUSERBASE");
    for (size_t i = 0; kept[i]; i++)
        if (getenv(kept[i]))
            set(v, kept[i], getenv(kept[i]));
    set(v, "HOME", m->home);
    if (base)
        set(v, "PYTHONUSERBASE", base);
    else if (home) /* packages of `pip install --user` */
        setf(v, "PYTHONUSERBASE", "%s/.local", home);
}

/* Keys that the local cloud knows, and no way to others. */
static void add_fixed(struct variables *v)
{
    static const char *const fixed[][2] = {{"AWS_ACCESS_KEY_ID", "test"},
                                           {"AWS_SECRET_ACCESS_KEY", "test"},
                                           {"AWS_SESSION_TOKEN", "test"},
                                           {"AWS_CONFIG_FILE", "/dev/null"},
                                           {"AWS_SHARED_CREDENTIALS_FILE", "/dev/null"},
                                           {"AWS_EC2_METADATA_DISABLED", "true"},
                                           {"AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR"},
                                           {"AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:2000"},
                                           {"POWERTOOLS_TRACE_DISABLED", "true"},
                                           {"TZ", ":UTC"}};
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        set(v, fixed[i][0], fixed[i][1]);
}

/* Keys of its role, by which the local cloud knows its calls. */
static void add_keys(struct variables *v, const struct environment *e)
{
    const struct slrun_cloud *cloud = e->machine->service->cloud;
    const struct function *function = e->pool->function;
    const struct slrun_iam_session session = {
        .role = pool_text(e->pool, "Role"), .name = function->name, .account = function->account};
    const struct slrun_iam_keys *keys =
        cloud->iam && *session.role ? cloud->iam->session(cloud, &session) : NULL;
    if (keys) {
        set(v, "AWS_ACCESS_KEY_ID", keys->access_key);
        set(v, "AWS_SECRET_ACCESS_KEY", keys->secret_key);
        set(v, "AWS_SESSION_TOKEN", keys->token);
    } else if (strcmp(function->account, "000000000000") != 0) {
        set(v, "AWS_ACCESS_KEY_ID", function->account); /* its account's key */
    }
}

/* The local cloud and nothing else. */
static void add_cloud(struct variables *v, const struct environment *e)
{
    const struct slrun_cloud *cloud = e->machine->service->cloud;
    const char *url = cloud->url ? cloud->url(cloud) : NULL;
    add_fixed(v);
    set(v, "AWS_LAMBDA_INITIALIZATION_TYPE",
        provisioned_for(e->pool->function, e->pool->version) > 0 ? "provisioned-concurrency"
                                                                 : "on-demand");
    set(v, "AWS_REGION", e->pool->function->region);
    set(v, "AWS_DEFAULT_REGION", e->pool->function->region);
    add_keys(v, e);
    if (url) {
        set(v, "AWS_ENDPOINT_URL", url);
        setf(v, "AWS_LAMBDA_RUNTIME_API", "%s/_runtime/%s", strstr(url, "//") + 2, e->id);
    }
}

static void add_function(struct variables *v, const struct environment *e)
{
    const json_t *config = e->pool->config;
    const char *runtime = pool_text(e->pool, "Runtime"), *handler = pool_text(e->pool, "Handler");
    const char *task = json_string_value(json_object_get(e->pool->code, "Path"));
    set(v, "_HANDLER", handler);
    set(v, "LAMBDA_TASK_ROOT", task);
    set(v, "LAMBDA_RUNTIME_DIR", e->machine->service->private_dir);
    set(v, "AWS_LAMBDA_FUNCTION_NAME", e->pool->function->name);
    set(v, "AWS_LAMBDA_FUNCTION_VERSION", e->pool->version);
    setf(v, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "%lld",
         (long long)json_integer_value(json_object_get(config, "MemorySize")));
    set(v, "AWS_LAMBDA_LOG_GROUP_NAME", pool_log_group(e->pool));
    set(v, "AWS_LAMBDA_LOG_STREAM_NAME", output_stream(e->output));
    setf(v, "AWS_EXECUTION_ENV", "AWS_Lambda_%s", runtime);
}

/* ---- folders of layers and packages ---- */

static void add_layer(struct variables *v, const struct environment *e, const char *folder)
{
    static const struct {
        const char *variable, *below;
    } places[] = {{"PYTHONPATH", "python/lib/%s/site-packages"},
                  {"PYTHONPATH", "python"},
                  {"NODE_PATH", "nodejs/node_modules"},
                  {"PATH", "bin"},
                  {"LD_LIBRARY_PATH", "lib"}};
    const char *runtime = pool_text(e->pool, "Runtime");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char path[PATH_SIZE];
        const char *below = places[i].below, *mark = strstr(below, "%s");
        int n = mark ? snprintf(path, sizeof path, "%s/%.*s%s%s", folder, (int)(mark - below),
                                below, runtime, mark + 2)
                     : snprintf(path, sizeof path, "%s/%s", folder, below);
        if (n > 0 && (size_t)n < sizeof path)
            add_folder(v, places[i].variable, path, false);
    }
}

static void add_folders(struct variables *v, const struct environment *e)
{
    const char *task = json_string_value(json_object_get(e->pool->code, "Path"));
    char lib[PATH_SIZE];
    size_t i;
    json_t *layer;
    json_array_foreach (e->pool->layers, i, layer)
        add_layer(v, e, json_string_value(layer));
    if (*e->pool->packages) {
        add_folder(v,
                   machine_family(pool_text(e->pool, "Runtime")) == FAMILY_NODE ? "NODE_PATH"
                                                                                : "PYTHONPATH",
                   e->pool->packages, false);
    }
    (void)snprintf(lib, sizeof lib, "%.4000s/lib", task);
    add_folder(v, "LD_LIBRARY_PATH", task, false);
    add_folder(v, "LD_LIBRARY_PATH", lib, false);
}

/* The function's own; folders of the user's come before ours. */
static void add_own(struct variables *v, const struct environment *e)
{
    static const char *const lists[] = {"PATH", "PYTHONPATH", "NODE_PATH", "LD_LIBRARY_PATH"};
    json_t *own = json_object_get(json_object_get(e->pool->config, "Environment"), "Variables");
    const char *name;
    json_t *value;
    json_object_foreach (own, name, value) {
        bool list = false;
        for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
            list = list || strcmp(lists[i], name) == 0;
        if (list)
            add_folder(v, name, json_string_value(value), true);
        else
            set(v, name, json_string_value(value));
    }
}

static char **finish(struct variables *v)
{
    if (!v->failed)
        return v->list;
    variables_free(v->list);
    return NULL;
}

char **variables_for_zygote(const struct machine *machine, const char *packages)
{
    struct variables v = {.list = calloc(VARIABLES_MAX, sizeof *v.list)};
    if (!v.list)
        return NULL;
    add_machine(&v, machine);
    add_fixed(&v);
    if (*packages)
        add_folder(&v, "PYTHONPATH", packages, false);
    set(&v, "SLRUN_ZYGOTE", "on");
    return finish(&v);
}

char **variables_make(const struct environment *e)
{
    struct variables v = {.list = calloc(VARIABLES_MAX, sizeof *v.list)};
    if (!v.list)
        return NULL;
    add_machine(&v, e->machine);
    add_folders(&v, e);
    add_own(&v, e);
    add_cloud(&v, e);
    add_function(&v, e);
    return finish(&v);
}

void variables_free(char **variables)
{
    for (size_t i = 0; variables && variables[i]; i++)
        free(variables[i]);
    free(variables);
}

const char *variables_reserved(json_t *variables)
{
    static const char *const reserved[] = {
        "_HANDLER",
        "_X_AMZN_TRACE_ID",
        "AWS_DEFAULT_REGION",
        "AWS_REGION",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_TASK_ROOT",
        "LAMBDA_RUNTIME_DIR",
    };
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (json_object_get(variables, reserved[i]))
            return reserved[i];
    return NULL;
}
