/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/outputs.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool change_replaces(const struct slrun_resource_type *type, const json_t *old, const json_t *new)
{
    for (const char *const *name = type->replacing; name && *name; name++) {
        const json_t *a = json_object_get(old, *name), *b = json_object_get(new, *name);
        if (a != b && (!a || !b || !json_equal(a, b)))
            return true;
    }
    return false;
}

/* ---- exports ---- */

static const json_t *export_of(const json_t *outputs, const char *name)
{
    size_t i;
    json_t *output;
    json_array_foreach (outputs, i, output) {
        const char *own = json_string_value(json_object_get(output, "ExportName"));
        if (own && strcmp(own, name) == 0)
            return output;
    }
    return NULL;
}

/* Exports of the new outputs that another stack has already. */
static bool exports_free(const struct stack *stack, const json_t *outputs, char *reason,
                         size_t size)
{
    json_t *all = engine_exports(stack->engine, stack_text(stack, "Region"),
                                 stack_text(stack, "Account")),
           *output;
    size_t i;
    bool ok = true;
    json_array_foreach (outputs, i, output) {
        const char *name = json_string_value(json_object_get(output, "ExportName"));
        const char *owner =
            name
                ? json_string_value(json_object_get(json_object_get(all, name), "ExportingStackId"))
                : NULL;
        if (!ok || !owner || strcmp(owner, stack_text(stack, "StackId")) == 0)
            continue;
        const char *start = strstr(owner, ":stack/") + strlen(":stack/");
        (void)snprintf(reason, size, "Export with name %s is already exported by stack %.*s. ",
                       name, (int)strcspn(start, "/"), start);
        ok = false;
    }
    json_decref(all);
    return ok;
}

/* Exports of the old outputs that others import must stay as they are. */
static bool exports_stay(const struct stack *stack, const json_t *outputs, char *reason,
                         size_t size)
{
    size_t i;
    json_t *output;
    json_array_foreach (json_object_get(stack->doc, "Outputs"), i, output) {
        const char *name = json_string_value(json_object_get(output, "ExportName"));
        const struct stack *importer = name ? engine_importer(stack, name) : NULL;
        const json_t *now = importer ? export_of(outputs, name) : NULL;
        if (!importer || (now && json_equal(json_object_get(now, "OutputValue"),
                                            json_object_get(output, "OutputValue"))))
            continue;
        (void)snprintf(reason, size,
                       now ? "Cannot update export %s as it is in use by %s. "
                           : "Export %s cannot be deleted as it is in use by %s. ",
                       name, stack_text(importer, "StackName"));
        return false;
    }
    return true;
}

json_t *outputs_make(const struct stack *stack, const struct plan *plan, char *reason, size_t size)
{
    struct problems problems = {.n = 0};
    json_t *exports = engine_export_values(stack->engine, stack_text(stack, "Region"),
                                           stack_text(stack, "Account"));
    struct plan_look look = {.cloud = stack->engine->cloud,
                             .resources = json_object_get(stack->doc, "Resources"),
                             .exports = exports,
                             .problems = &problems};
    json_t *outputs = plan_outputs(plan, &look);
    json_decref(exports);
    if (!outputs)
        problems_text(&problems, reason, size);
    if (outputs && exports_free(stack, outputs, reason, size) &&
        exports_stay(stack, outputs, reason, size))
        return outputs;
    json_decref(outputs);
    return NULL;
}

/* ---- addresses ---- */

/*
 * Host names that lead to this local cloud: HTTPS (or WSS) to ID.SERVICE.REGION.amazonaws.com; the
 * first label goes into the path.
 */
static const struct {
    const char *service, *path;
} hosts[] = {{"execute-api", "/_api/"}, {"lambda-url", "/_url/"}};

struct address {
    const char *start, *end; /* from the scheme to behind the host */
    const char *id;
    size_t id_size;
    const char *path;
};

static const char *label_end(const char *c)
{
    while (isalnum((unsigned char)*c) || *c == '-')
        c++;
    return c;
}

/* Behind a domain of AWS, where the host ends; NULL: it does not stand at `rest`. */
static const char *domain_end(const char *rest)
{
    static const char *const domains[] = {".amazonaws.com.cn", ".amazonaws.com", ".on.aws.cn",
                                          ".on.aws"};
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++) {
        const char *end = rest + strlen(domains[i]);
        if (strncmp(rest, domains[i], strlen(domains[i])) == 0)
            return !*end || strchr("/?,", *end) || isspace((unsigned char)*end) ? end : NULL;
    }
    return NULL;
}

/* Whether a host stands at `host` that leads here. */
static bool read_host(const char *host, struct address *a)
{
    const char *dot = label_end(host);
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        size_t n = strlen(hosts[i].service);
        if (dot == host || *dot != '.' || strncmp(dot + 1, hosts[i].service, n) != 0 ||
            dot[1 + n] != '.')
            continue;
        const char *end = domain_end(label_end(dot + n + 2));
        if (!end)
            continue;
        a->id = host;
        a->id_size = (size_t)(dot - host);
        a->path = hosts[i].path;
        a->end = end;
        return true;
    }
    return false;
}

static bool find_address(const char *text, struct address *a)
{
    static const char *const schemes[] = {"https://", "http://"};
    for (const char *c = text; *c; c++)
        for (size_t i = 0; i < 2; i++)
            if (strncmp(c, schemes[i], strlen(schemes[i])) == 0 &&
                read_host(c + strlen(schemes[i]), a)) {
                a->start = c;
                return true;
            }
    return false;
}

json_t *output_rewritten(const char *text, const char *url)
{
    struct address a = {.start = NULL};
    json_t *done = json_string("");
    while (done && url && find_address(text, &a)) {
        json_t *more = json_sprintf("%s%.*s%s%s%.*s", json_string_value(done),
                                    (int)(a.start - text), text, url, a.path, (int)a.id_size, a.id);
        json_decref(done);
        done = more;
        text = a.end;
    }
    json_t *all = done ? json_sprintf("%s%s", json_string_value(done), text) : NULL;
    json_decref(done);
    return all;
}

json_t *properties_rewritten(const json_t *json, const char *url)
{
    struct address a;
    json_t *all, *inner;
    const char *key;
    size_t i;
    if (json_is_string(json) && find_address(json_string_value(json), &a))
        return output_rewritten(json_string_value(json), url);
    if (!json_is_object(json) && !json_is_array(json))
        return json_incref((json_t *)(uintptr_t)json);
    all = json_is_object(json) ? json_object() : json_array();
    json_array_foreach (json, i, inner)
        (void)json_array_append_new(all, properties_rewritten(inner, url));
    json_object_foreach ((json_t *)(uintptr_t)json, key, inner)
        (void)json_object_set_new(all, key, properties_rewritten(inner, url));
    return all;
}
