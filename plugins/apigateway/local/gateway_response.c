/* SPDX-License-Identifier: Apache-2.0 */
/* Gateway responses: those that an API has set, and the defaults of the others (Developer Guide,
 * "Gateway response types"). */
#include <string.h>

#include "local/service.h"

static const struct {
    const char *type, *status;
} defaults[] = {
    {"ACCESS_DENIED", "403"},
    {"API_CONFIGURATION_ERROR", "500"},
    {"AUTHORIZER_CONFIGURATION_ERROR", "500"},
    {"AUTHORIZER_FAILURE", "500"},
    {"BAD_REQUEST_BODY", "400"},
    {"BAD_REQUEST_PARAMETERS", "400"},
    {"DEFAULT_4XX", NULL},
    {"DEFAULT_5XX", NULL},
    {"EXPIRED_TOKEN", "403"},
    {"INTEGRATION_FAILURE", "504"},
    {"INTEGRATION_TIMEOUT", "504"},
    {"INVALID_API_KEY", "403"},
    {"INVALID_SIGNATURE", "403"},
    {"MISSING_AUTHENTICATION_TOKEN", "403"},
    {"QUOTA_EXCEEDED", "429"},
    {"REQUEST_TOO_LARGE", "413"},
    {"RESOURCE_NOT_FOUND", "404"},
    {"THROTTLED", "429"},
    {"UNAUTHORIZED", "401"},
    {"UNSUPPORTED_MEDIA_TYPE", "415"},
    {"WAF_FILTERED", "403"},
};
enum { N_DEFAULTS = sizeof defaults / sizeof *defaults };

static json_t *default_of(size_t i)
{
    return json_pack("{s:s, s:s*, s:{}, s:{s:s}, s:b}", "responseType", defaults[i].type,
                     "statusCode", defaults[i].status, "responseParameters", "responseTemplates",
                     "application/json", "{\"message\":$context.error.messageString}",
                     "defaultResponse", 1);
}

/* What the API has for a type, else the default; a new reference. */
static json_t *response_of(json_t *doc, const char *type)
{
    json_t *set = json_object_get(doc_collection(doc, "gatewayresponses"), type);
    for (size_t i = 0; !set && i < N_DEFAULTS; i++)
        if (strcmp(defaults[i].type, type) == 0)
            return default_of(i);
    return json_deep_copy(set);
}

json_t *op_put_gateway_response(struct call *call)
{
    json_t *doc = thing_doc(call, call->kind), *it;
    if (!doc)
        return NULL;
    it = thing_members(call);
    json_object_set(it, "responseType", json_object_get(call->args, "responseType"));
    json_object_set_new(it, "defaultResponse", json_false());
    json_object_set(doc_collection(doc, "gatewayresponses"), call_arg(call, "responseType"), it);
    doc_save(call->service, doc);
    return it;
}

json_t *op_get_gateway_response(struct call *call)
{
    json_t *doc = thing_doc(call, call->kind);
    return doc ? response_of(doc, call_arg(call, "responseType")) : NULL;
}

json_t *op_get_gateway_responses(struct call *call)
{
    json_t *doc = thing_doc(call, call->kind), *all = doc ? json_object() : NULL;
    for (size_t i = 0; all && i < N_DEFAULTS; i++)
        json_object_set_new(all, defaults[i].type, response_of(doc, defaults[i].type));
    json_t *page = all ? thing_page(call, all) : NULL;
    json_decref(all);
    return page;
}

json_t *op_update_gateway_response(struct call *call)
{
    json_t *doc = thing_doc(call, call->kind);
    const char *type = call_arg(call, "responseType");
    json_t *it = doc ? response_of(doc, type) : NULL;
    if (!it || !patch_apply(call, it)) {
        json_decref(it);
        return NULL;
    }
    json_object_set_new(it, "defaultResponse", json_false());
    json_object_set(doc_collection(doc, "gatewayresponses"), type, it);
    doc_save(call->service, doc);
    json_t *result = json_deep_copy(it);
    json_decref(it);
    return result;
}
