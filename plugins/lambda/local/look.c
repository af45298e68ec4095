/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: functions, their last invocations and what invokes them. */
#include "local/look.h"

#include <stdio.h>
#include <string.h>

#include "local/function.h"
#include "local/mapping/registry.h"
#include "local/run/recent.h"

/* ---- functions ---- */

static json_t *config_of(const struct function *f, const char *name)
{
    return json_incref(json_object_get(function_config(f, LATEST), name));
}

static bool is_of(const json_t *mapping, const char *arn)
{
    const char *function = json_string_value(json_object_get(mapping, "FunctionArn"));
    size_t n = strlen(arn);
    return function && !strncmp(function, arn, n) && (!function[n] || function[n] == ':');
}

static json_t *sources_of(const struct service *service, const char *arn)
{
    json_t *sources = json_array();
    for (const struct mapping *m = registry_first(service); m; m = m->next)
        if (is_of(registry_config(m), arn))
            (void)json_array_append(sources, json_object_get(registry_config(m), "EventSourceArn"));
    return sources;
}

/* What its variables name it calls, as far as one can tell. */
static json_t *targets_of(const struct function *f)
{
    const json_t *config = function_config(f, LATEST);
    return json_pack(
        "[O?, O?, O?]", json_object_get(json_object_get(config, "Environment"), "Variables"),
        json_object_get(config, "DeadLetterConfig"), json_object_get(f->doc, "InvokeConfigs"));
}

static void row(const struct function *f, struct slrun_look *look)
{
    const struct slrun_looks *looks = f->service->cloud->looks;
    const struct recent_one *last = recent_at(f->recent, 0);
    bool failed = last && strcmp(last->outcome, "ok") != 0;
    size_t n = recent_count(f->recent);
    char arn[ARN_SIZE], says[48 + RECENT_TEXT_SIZE];
    function_arn(f, "", arn);
    if (failed)
        (void)snprintf(says, sizeof says, "function: %s", last->outcome);
    else
        (void)snprintf(says, sizeof says, "function: %zu invocation%s", n, n == 1 ? "" : "s");
    looks->row(look, arn,
               json_pack("[s o? o? I I s? I s s]", f->name, config_of(f, "Runtime"),
                         config_of(f, "Handler"), (json_int_t)n, (json_int_t)f->running,
                         last ? last->outcome : NULL, (json_int_t)(last ? last->began_ms : 0),
                         f->region, f->account));
    looks->box(look, &(struct slrun_look_box){.says = says,
                                              .failed = failed,
                                              .from = sources_of(f->service, arn),
                                              .to = targets_of(f)});
}

static void list_functions(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    for (const struct function *f = service->functions; f; f = f->next) {
        int wanted = service->cloud->looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            row(f, look);
    }
}

/* Names only: values may be secrets. */
static json_t *variables_of(const struct function *f)
{
    const json_t *variables =
        json_object_get(json_object_get(function_config(f, LATEST), "Environment"), "Variables");
    json_t *names = json_array(), *value;
    const char *name;
    json_object_foreach ((json_t *)variables, name, value)
        json_array_append_new(names, json_string(name));
    return names;
}

static void show_invocations(const struct slrun_looks *looks, struct slrun_look *look,
                             const struct function *f)
{
    const struct recent_one *one;
    looks->table(
        look, "Last invocations",
        "began:time|outcome|ms:number|version|bytes in:size|bytes out:size|request id:find", NULL);
    for (size_t i = 0; (one = recent_at(f->recent, i)); i++) {
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[I s f s I I s]", (json_int_t)one->began_ms, one->outcome,
                                 one->ms, one->version, (json_int_t)one->size,
                                 (json_int_t)one->result_size, one->id));
    }
}

static void show_sources(const struct service *service, struct slrun_look *look, const char *arn)
{
    const struct slrun_looks *looks = service->cloud->looks;
    const struct mapping *mapping = registry_first(service);
    looks->table(look, "Event sources", "source|state|batch size:number|uuid", NULL);
    for (; mapping; mapping = mapping->next) {
        const json_t *config = registry_config(mapping);
        int wanted = is_of(config, arn) ? looks->want(look) : 0;
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[O? O? O? O?]", json_object_get(config, "EventSourceArn"),
                                 json_object_get(config, "State"),
                                 json_object_get(config, "BatchSize"),
                                 json_object_get(config, "UUID")));
    }
}

/* ---- one function ---- */

static void see_logs(const struct slrun_looks *looks, struct slrun_look *look,
                     const struct function *f)
{
    const json_t *logging = json_object_get(function_config(f, LATEST), "LoggingConfig");
    const char *group = json_string_value(json_object_get(logging, "LogGroup"));
    json_t *key =
        group ? json_sprintf("arn:aws:logs:%s:%s:log-group:%s", f->region, f->account, group)
              : json_sprintf("arn:aws:logs:%s:%s:log-group:/aws/lambda/%s", f->region, f->account,
                             f->name);
    if (key)
        looks->see(look, "Log", "logs/groups", json_string_value(key));
    json_decref(key);
}

static const struct function *find(const struct service *service, const char *arn)
{
    const struct function *f = service->functions;
    char own[ARN_SIZE];
    for (; f; f = f->next) {
        function_arn(f, "", own);
        if (!strcmp(own, arn))
            return f;
    }
    return NULL;
}

static int show_function(void *state, struct slrun_look *look, const char *arn)
{
    static const char *const facts[] = {"Runtime", "Handler",     "Timeout",      "MemorySize",
                                        "State",   "Description", "LastModified", "CodeSize"};
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const struct function *f = find(service, arn);
    if (!f)
        return -1;
    looks->fact(look, "ARN", json_string(arn));
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        looks->fact(look, facts[i], config_of(f, facts[i]));
    looks->fact(look, "variables", variables_of(f));
    looks->fact(look, "tags", json_incref(json_object_get(f->doc, "Tags")));
    show_invocations(looks, look, f);
    show_sources(service, look, arn);
    see_logs(looks, look, f);
    return 0;
}

const struct slrun_look_kind lambda_looks[] = {
    {"functions", "Functions",
     "name|runtime|handler|invocations:number|running:number|last outcome|last began:time|region|"
     "account",
     list_functions, show_function},
    {NULL, NULL, NULL, NULL, NULL},
};
