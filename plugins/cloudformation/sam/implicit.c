/* SPDX-License-Identifier: Apache-2.0 */
/* Implicit APIs and definitions. */
#include "sam/implicit.h"

#include <ctype.h>
#include <string.h>

#include "sam/implicit_work.h"
#include "sam/swagger.h"
#include "sam/value.h"

static const struct sam_implicit_kind kinds[] = {
    {SAM_REST, "ServerlessRestApi", "Api", "AWS::Serverless::Api", "RestApiId"},
    {SAM_HTTP, "ServerlessHttpApi", "HttpApi", "AWS::Serverless::HttpApi", "ApiId"},
};

const char *sam_api_id(const json_t *reference)
{
    const json_t *named = json_is_object(reference) ? json_object_get(reference, "Ref") : NULL;
    return json_string_value(named == NULL ? reference : named);
}

json_t *sam_conditions(struct sam *s)
{
    return sam_object_at(s, s->in->template, "Conditions");
}

static bool is_type(const json_t *body, const char *type)
{
    return sam_equals(json_object_get(body, "Type"), type);
}

static void give_definitions(struct sam *s, const struct sam_implicit_kind *kind)
{
    const char *id;
    json_t *body;
    json_object_foreach (s->source, id, body) {
        json_t *properties =
            is_type(body, kind->type) ? sam_object_at(s, body, "Properties") : NULL;
        if (properties == NULL || sam_has(properties, "DefinitionBody") ||
            sam_has(properties, "DefinitionUri"))
            continue;
        sam_put(s, properties, "DefinitionBody", sam_body_new(kind->api));
        sam_put(s, properties, SAM_MANAGED, json_true());
    }
}

/* Tags of a function with PropagateTags go to the implicit API. */
static void pass_tags(struct sam *s, const struct sam_implicit_kind *kind, const json_t *event)
{
    if (json_object_get(event, kind->reference) != NULL)
        return;
    const char *section = sam_text(s->body, "Type") + strlen("AWS::Serverless::");
    const json_t *globals = sam_get(json_object_get(s->in->template, "Globals"), section);
    const json_t *tags =
        sam_has(s->properties, "Tags") ? sam_get(s->properties, "Tags") : sam_get(globals, "Tags");
    bool pass = sam_has(s->properties, "PropagateTags") || sam_has(globals, "PropagateTags");
    json_t *api = sam_get(json_object_get(s->source, kind->id), "Properties");
    if (!pass || !sam_given(tags) || !json_is_object(tags) || api == NULL)
        return;
    json_t *copy = json_deep_copy(tags), *all = sam_object_at(s, api, "Tags");
    if (copy == NULL || all == NULL || json_object_update(all, copy) != 0)
        s->failed = true;
    json_decref(copy);
    sam_put(s, api, "PropagateTags", json_true());
}

static bool expect_text(struct sam *s, const json_t *properties, const char *name)
{
    const json_t *value = json_object_get(properties, name);
    if (value == NULL || json_is_null(value))
        return sam_fail_event(s, s->event, "Property '%s' is required.", name);
    return json_is_string(value) ||
           sam_fail_event(s, s->event, "Property '%s' should be a string.", name);
}

static bool check_event(struct sam *s, const struct sam_implicit_kind *kind,
                        const json_t *properties)
{
    return expect_text(s, properties, "Path") && expect_text(s, properties, "Method") &&
           (sam_api_id(json_object_get(properties, kind->reference)) != NULL ||
            sam_fail_event(s, s->event, "Property '%s' should be a string.", kind->reference));
}

/* Remembers under which condition, and with which policies, a method is there. */
static void remember(struct sam *s, const struct sam_implicit_work *w, const json_t *properties)
{
    const char *api = sam_api_id(json_object_get(properties, w->kind->reference));
    json_t *paths = sam_object_at(s, w->conditions, api);
    json_t *methods = sam_object_at(s, paths, sam_text(properties, "Path"));
    const char *condition = sam_text(s->body, "Condition");
    sam_put(s, methods, sam_text(properties, "Method"),
            condition == NULL ? json_null() : json_string(condition));
    if (strcmp(api, w->kind->id) != 0)
        return;
    const json_t *deletion = sam_get(s->body, "DeletionPolicy");
    const json_t *replacing = sam_get(s->body, "UpdateReplacePolicy");
    if (json_is_string(deletion))
        sam_append(s, w->deletion, json_deep_copy(deletion));
    if (json_is_string(replacing))
        sam_append(s, w->replacing, json_deep_copy(replacing));
}

static bool add_to_definition(struct sam *s, const struct sam_implicit_kind *kind,
                              const json_t *event)
{
    const json_t *api =
        json_object_get(s->source, sam_api_id(json_object_get(event, kind->reference)));
    if (api == NULL || (kind->api == SAM_REST && is_type(api, kinds[SAM_HTTP].type))) {
        return sam_fail_event(s, s->event,
                              "%s must be a valid reference to an '%s' resource in same template.",
                              kind->reference, kind->type);
    }
    const json_t *properties = json_object_get(api, "Properties");
    json_t *body = json_object_get(properties, "DefinitionBody");
    if (!sam_body_valid(body, kind->api) || !sam_has(properties, SAM_MANAGED))
        return true;
    struct sam_route route = {body, sam_text(event, "Path"), sam_text(event, "Method")};
    return sam_add_path(s, &route);
}

/* RouteSettings of an event go to the API, under "METHOD /path". */
static bool add_route_settings(struct sam *s, const struct sam_implicit_kind *kind,
                               const json_t *event)
{
    const json_t *mine = json_object_get(event, "RouteSettings");
    if (kind->api == SAM_REST || mine == NULL)
        return true;
    const json_t *api =
        json_object_get(s->source, sam_api_id(json_object_get(event, kind->reference)));
    json_t *all = sam_object_at(s, json_object_get(api, "Properties"), "RouteSettings");
    if (!json_is_object(mine) || all == NULL)
        return sam_fail_event(s, s->event, "Property 'RouteSettings' should be a map.");
    const char *method = sam_text(event, "Method"), *path = sam_text(event, "Path");
    char upper[SAM_METHOD_MAX], route[SAM_ID_MAX];
    sam_id(route, "%s", path);
    if (strcmp(method, SAM_ANY_METHOD) != 0) {
        size_t n = 0;
        for (; method[n] != '\0' && n + 1 < sizeof upper; n++)
            upper[n] = (char)toupper((unsigned char)method[n]);
        upper[n] = '\0';
        sam_id(route, "%s %s", upper, path);
    }
    const char *condition = sam_text(s->body, "Condition");
    json_t *settings = json_deep_copy(mine);
    settings = condition == NULL ? settings : sam_if(condition, settings, NULL);
    json_t *at = sam_object_at(s, all, route);
    if (at == NULL || json_object_update(at, settings) != 0)
        s->failed = true;
    json_decref(settings);
    return true;
}

static bool take_event(struct sam *s, const struct sam_implicit_work *w, json_t *event)
{
    const struct sam_implicit_kind *kind = w->kind;
    if (kind->api == SAM_REST && !sam_has(event, "Properties"))
        return true;
    json_t *properties = sam_object_at(s, event, "Properties");
    if (properties == NULL)
        return sam_fail_event(s, s->event, "Properties should be a map.");
    pass_tags(s, kind, properties);
    if (json_object_get(properties, kind->reference) == NULL)
        sam_put(s, properties, kind->reference, sam_ref(kind->id));
    if (kind->api == SAM_HTTP && !sam_has(properties, "Path") && !sam_has(properties, "Method")) {
        sam_put(s, properties, "Path", json_string(SAM_DEFAULT_ROUTE));
        sam_put(s, properties, "Method", json_string(SAM_ANY_METHOD));
    }
    if (!check_event(s, kind, properties))
        return false;
    remember(s, w, properties);
    return add_to_definition(s, kind, properties) && add_route_settings(s, kind, properties);
}

static bool take_events(struct sam *s, const struct sam_implicit_work *w)
{
    const char *name;
    json_t *event;
    bool well = true;
    json_object_foreach (sam_get(s->properties, "Events"), name, event) {
        s->event = name;
        if (is_type(event, w->kind->event) && !take_event(s, w, event)) {
            well = false;
            break;
        }
    }
    s->event = NULL;
    return well;
}

static bool take_resources(struct sam *s, const struct sam_implicit_work *w)
{
    const char *id;
    json_t *body;
    bool well = true;
    json_object_foreach (s->source, id, body) {
        if (is_type(body, "AWS::Serverless::Function") ||
            is_type(body, "AWS::Serverless::StateMachine")) {
            s->id = id;
            s->body = body;
            s->properties = json_object_get(body, "Properties");
            well = take_events(s, w) && well;
        }
    }
    s->id = NULL;
    return well;
}

static json_t *implicit_api(const struct sam_implicit_kind *kind)
{
    if (kind->api == SAM_HTTP) {
        return json_pack("{s:s, s:{s:o, s:b}}", "Type", kind->type, "Properties", "DefinitionBody",
                         sam_body_new(kind->api), SAM_MANAGED, 1);
    }
    return json_pack("{s:s, s:{s:s, s:o, s:b}}", "Type", kind->type, "Properties", "StageName",
                     "Prod", "DefinitionBody", sam_body_new(kind->api), SAM_MANAGED, 1);
}

static bool add_kind(struct sam *s, const struct sam_implicit_kind *kind)
{
    struct sam_implicit_work w = {kind, json_object(), json_array(), json_array()};
    json_t *before = json_incref(json_object_get(s->source, kind->id));
    sam_put(s, s->source, kind->id, implicit_api(kind));
    bool well = !s->failed && take_resources(s, &w);
    if (well) {
        sam_implicit_condition(s, &w);
        sam_implicit_policy(s, &w, "DeletionPolicy");
        sam_implicit_policy(s, &w, "UpdateReplacePolicy");
        sam_implicit_path_conditions(s, &w);
    }
    const json_t *body = json_object_get(
        json_object_get(json_object_get(s->source, kind->id), "Properties"), "DefinitionBody");
    if (json_object_size(json_object_get(body, "paths")) == 0) {
        json_object_del(s->source, kind->id);
        if (before != NULL)
            sam_put(s, s->source, kind->id, json_incref(before));
    }
    json_decref(before);
    json_decref(w.conditions);
    json_decref(w.deletion);
    json_decref(w.replacing);
    return well;
}

bool sam_implicit(struct sam *s)
{
    give_definitions(s, &kinds[SAM_REST]);
    give_definitions(s, &kinds[SAM_HTTP]);
    return add_kind(s, &kinds[SAM_REST]) && add_kind(s, &kinds[SAM_HTTP]);
}

void sam_open_api_version(struct sam *s)
{
    const char *id;
    json_t *api;
    json_object_foreach (s->source, id, api) {
        json_t *properties = json_object_get(api, "Properties");
        const json_t *version = json_object_get(properties, "OpenApiVersion");
        json_t *body = json_object_get(properties, "DefinitionBody");
        if (is_type(api, kinds[SAM_REST].type) && sam_version3(version) && json_is_object(body) &&
            sam_has(properties, SAM_MANAGED)) {
            if (json_is_real(version)) { /* 3.0 without quotes is a number */
                sam_put(s, properties, "OpenApiVersion",
                        json_sprintf("%.1f", json_real_value(version)));
                version = json_object_get(properties, "OpenApiVersion");
            }
            sam_put(s, body, "openapi", json_deep_copy(version));
            json_object_del(body, "swagger");
        }
    }
}
