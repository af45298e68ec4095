/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: APIs with their routes, stages and addresses. */
#include "local/look.h"

#include <string.h>

#include "local/service.h"

/* ---- APIs ---- */

static bool is_http(const json_t *doc)
{
    return text_is(doc, "kind", "apis");
}

static bool is_api(const json_t *doc)
{
    return is_http(doc) || text_is(doc, "kind", "restapis");
}

static json_t *name_of(const json_t *doc)
{
    return json_object_get(doc_it(doc), is_http(doc) ? "Name" : "name");
}

static json_int_t count_routes(const json_t *doc)
{
    json_int_t n = 0;
    const char *id;
    json_t *resource;
    if (is_http(doc))
        return (json_int_t)json_object_size(json_object_get(doc, "routes"));
    json_object_foreach (json_object_get(doc, "resources"), id, resource)
        n += (json_int_t)json_object_size(json_object_get(resource, "resourceMethods"));
    return n;
}

/* What its integrations call, and what they make of requests. */
static json_t *targets_of(const json_t *doc)
{
    json_t *targets = json_pack("[O?]", json_object_get(doc, "integrations")), *resource, *method;
    const char *id, *verb;
    json_object_foreach (json_object_get(doc, "resources"), id, resource)
        json_object_foreach (json_object_get(resource, "resourceMethods"), verb, method)
            (void)json_array_append(targets, json_object_get(method, "methodIntegration"));
    return targets;
}

static void list_apis(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const char *id;
    json_t *doc;
    json_object_foreach (service->docs, id, doc) {
        int wanted = is_api(doc) ? looks->want(look) : 0;
        if (wanted < 0)
            return;
        if (!wanted)
            continue;
        looks->row(look, id,
                   json_pack("[O? s s I I O? O?]", name_of(doc), is_http(doc) ? "HTTP" : "REST", id,
                             count_routes(doc),
                             (json_int_t)json_object_size(json_object_get(doc, "stages")),
                             json_object_get(doc, "region"), json_object_get(doc, "account")));
        looks->box(look, &(struct slrun_look_box){.says = is_http(doc) ? "HTTP API" : "REST API",
                                                  .to = targets_of(doc)});
    }
}

/* ---- one API ---- */

static void show_routes(const struct slrun_looks *looks, struct slrun_look *look, const json_t *doc)
{
    const char *id;
    json_t *route;
    looks->table(look, "Routes", "route|authorization|target", NULL);
    json_object_foreach (json_object_get(doc, "routes"), id, route) {
        const char *target = text_get(route, "Target");
        const char *slash = target ? strrchr(target, '/') : NULL;
        const json_t *integration =
            json_object_get(json_object_get(doc, "integrations"), slash ? slash + 1 : "");
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[O? O? O?]", json_object_get(route, "RouteKey"),
                                 json_object_get(route, "AuthorizationType"),
                                 json_object_get(integration, "IntegrationUri")));
    }
}

/* False: no more is wanted. */
static bool show_resource(const struct slrun_looks *looks, struct slrun_look *look,
                          const json_t *resource)
{
    const char *verb;
    json_t *method;
    json_object_foreach (json_object_get(resource, "resourceMethods"), verb, method) {
        const json_t *integration = json_object_get(method, "methodIntegration");
        const json_t *uri = json_object_get(integration, "uri");
        int wanted = looks->want(look);
        if (wanted < 0)
            return false;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[s O? O? O?]", verb, json_object_get(resource, "path"),
                                 json_object_get(method, "authorizationType"),
                                 uri ? uri : json_object_get(integration, "type")));
    }
    return true;
}

static void show_resources(const struct slrun_looks *looks, struct slrun_look *look,
                           const json_t *doc)
{
    const char *id;
    json_t *resource;
    looks->table(look, "Methods", "method|path|authorization|target", NULL);
    json_object_foreach (json_object_get(doc, "resources"), id, resource)
        if (!show_resource(looks, look, resource))
            return;
}

static void show_stages(const struct service *service, struct slrun_look *look, const json_t *doc)
{
    const struct slrun_looks *looks = service->cloud->looks;
    const char *url = service->cloud->url(service->cloud), *name;
    json_t *stage;
    looks->table(look, "Stages", "stage|address", NULL);
    json_object_foreach (json_object_get(doc, "stages"), name, stage) {
        bool unnamed = strcmp(name, "$default") == 0;
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[s o]", name,
                                 json_sprintf("%s/_api/%s/%s", url ? url : "", text_get(doc, "id"),
                                              unnamed ? "" : name)));
    }
}

static int show_api(void *state, struct slrun_look *look, const char *id)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    const json_t *doc = json_object_get(service->docs, id);
    if (!is_api(doc))
        return -1;
    looks->fact(look, "id", json_string(id));
    looks->fact(
        look, "description",
        json_incref(json_object_get(doc_it(doc), is_http(doc) ? "Description" : "description")));
    show_stages(service, look, doc);
    if (is_http(doc))
        show_routes(looks, look, doc);
    else
        show_resources(looks, look, doc);
    return 0;
}

const struct slrun_look_kind apigateway_looks[] = {
    {"apis", "APIs", "name|type|id|routes:number|stages:number|region|account", list_apis,
     show_api},
    {NULL, NULL, NULL, NULL, NULL},
};
