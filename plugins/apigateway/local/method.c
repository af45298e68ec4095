/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Methods of resources and what is inside of them: the integration, method responses, integration
 * responses. All four are put, told, changed and deleted alike.
 */
#include <string.h>
#include <strings.h>

#include "local/service.h"

static const struct kind resource_kind = {"restapis",  "restApiId",
                                          "resources", "resourceId",
                                          "id",        "Invalid Resource identifier specified",
                                          NULL};

/* Where one is: what holds it, and its name there. */
struct spot {
    json_t *doc, *owner;
    json_t *integration; /* whose responses `owner` has, or NULL */
    const char *name;
};

enum level { METHOD, METHOD_RESPONSE, INTEGRATION, INTEGRATION_RESPONSE };

static enum level level_of(const struct call *call)
{
    bool response = strstr(call->op->name, "response") != NULL;
    return strstr(call->op->name, "integration") ? (response ? INTEGRATION_RESPONSE : INTEGRATION)
           : response                            ? METHOD_RESPONSE
                                                 : METHOD;
}

static json_t *inner(json_t *owner, const char *name)
{
    if (!json_object_get(owner, name))
        json_object_set_new(owner, name, json_object());
    return json_object_get(owner, name);
}

static bool lost(struct call *call, const char *what)
{
    call_fail(call, "NotFoundException", "Invalid %s specified", what);
    return false;
}

static bool find_spot(struct call *call, struct spot *spot)
{
    enum level level = level_of(call);
    json_t *resource = thing_find(call, &resource_kind, &spot->doc);
    if (!resource)
        return false;
    spot->owner = inner(resource, "resourceMethods");
    spot->integration = NULL;
    spot->name = call_arg(call, "httpMethod");
    if (level == METHOD)
        return true;
    json_t *method = json_object_get(spot->owner, spot->name);
    if (!method)
        return lost(call, "Method identifier");
    spot->owner = level == METHOD_RESPONSE ? inner(method, "methodResponses") : method;
    spot->name = level == METHOD_RESPONSE ? call_arg(call, "statusCode") : "methodIntegration";
    if (level != INTEGRATION_RESPONSE)
        return true;
    json_t *integration = json_object_get(method, "methodIntegration");
    if (!integration)
        return lost(call, "Integration identifier");
    spot->integration = integration;
    spot->owner = inner(integration, "integrationResponses");
    spot->name = call_arg(call, "statusCode");
    return true;
}

static json_t *find(struct call *call, struct spot *spot)
{
    static const char *const words[] = {"Method identifier", "Response status code",
                                        "Integration identifier", "Response status code"};
    if (!find_spot(call, spot))
        return NULL;
    json_t *it = json_object_get(spot->owner, spot->name);
    if (!it)
        lost(call, words[level_of(call)]);
    return it;
}

/* ---- what is put ---- */

static void set_default(json_t *it, const char *name, json_t *value)
{
    if (json_object_get(it, name))
        json_decref(value);
    else
        json_object_set_new(it, name, value);
}

void integration_defaults(json_t *it, const char *resource)
{
    const char *type = text_get(it, "type");
    set_default(it, "passthroughBehavior", json_string("WHEN_NO_MATCH"));
    set_default(it, "timeoutInMillis", json_integer(29000));
    set_default(it, "cacheNamespace", resource ? json_string(resource) : json_null());
    set_default(it, "cacheKeyParameters", json_array());
    if (type && strncmp(type, "HTTP", 4) == 0)
        set_default(it, "connectionType", json_string("INTERNET"));
}

static bool fill_integration(struct call *call, json_t *it)
{
    const char *type = text_get(it, "type");
    json_t *method = json_object_get(it, "integrationHttpMethod");
    bool mock = strcmp(type, "MOCK") == 0;
    if (!mock && !json_object_get(it, "uri")) {
        call_fail(call, "BadRequestException", "Uri must be specified");
        return false;
    }
    if (!mock && !method) {
        call_fail(call, "BadRequestException",
                  "Enumeration value for HttpMethod must be non-empty");
        return false;
    }
    if (method && !mock)
        json_object_set(it, "httpMethod", method);
    json_object_del(it, "integrationHttpMethod");
    if (mock)
        json_object_del(it, "uri");
    integration_defaults(it, call_arg(call, "resourceId"));
    judge_uri(call, it);
    return !call->code;
}

static bool fill(struct call *call, json_t *it, const struct spot *spot)
{
    json_t *before = json_object_get(spot->owner, spot->name);
    switch (level_of(call)) {
    case METHOD:
        json_object_set_new(it, "httpMethod", json_string(spot->name));
        set_default(it, "apiKeyRequired", json_false());
        if (text_get(it, "authorizationType") &&
            strcasecmp(text_get(it, "authorizationType"), "NONE") == 0)
            json_object_set_new(it, "authorizationType", json_string("NONE"));
        if (before) {
            call_fail(call, "ConflictException", "Method already exists for this resource");
            return false;
        }
        return true;
    case INTEGRATION:
        if (json_object_get(before, "integrationResponses"))
            json_object_set(it, "integrationResponses",
                            json_object_get(before, "integrationResponses"));
        return fill_integration(call, it);
    default:
        json_object_set_new(it, "statusCode", json_string(spot->name));
        return true;
    }
}

json_t *op_put_method(struct call *call)
{
    struct spot spot;
    if (!find_spot(call, &spot))
        return NULL;
    json_t *it = thing_members(call);
    if (!fill(call, it, &spot)) {
        json_decref(it);
        return NULL;
    }
    json_object_set(spot.owner, spot.name, it);
    doc_save(call->service, spot.doc);
    json_t *result = json_deep_copy(it);
    json_decref(it);
    return result;
}

json_t *op_get_method(struct call *call)
{
    struct spot spot;
    json_t *it = find(call, &spot);
    return it ? json_deep_copy(it) : NULL;
}

json_t *op_delete_method(struct call *call)
{
    struct spot spot;
    if (!find(call, &spot))
        return NULL;
    json_object_del(spot.owner, spot.name);
    if (spot.integration && json_object_size(spot.owner) == 0)
        json_object_del(spot.integration, "integrationResponses");
    doc_save(call->service, spot.doc);
    return json_null();
}

/* An authorizer goes with its type alone. */
static void settle_authorization(struct call *call, json_t *method)
{
    const char *kind = text_get(method, "authorizationType");
    if (kind && (strcmp(kind, "NONE") == 0 || strcmp(kind, "AWS_IAM") == 0))
        json_object_del(method, "authorizerId");
    judge_authorization(call, method);
}

json_t *op_update_method(struct call *call)
{
    struct spot spot;
    json_t *it = find(call, &spot), *changed = json_deep_copy(it);
    bool good = it && patch_apply(call, changed);
    if (good && level_of(call) == METHOD)
        settle_authorization(call, changed);
    if (!good || call->code) {
        json_decref(changed);
        return NULL;
    }
    json_object_clear(it);
    json_object_update(it, changed);
    json_decref(changed);
    doc_save(call->service, spot.doc);
    return json_deep_copy(it);
}
