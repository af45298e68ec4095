/* SPDX-License-Identifier: Apache-2.0 */
/* REST APIs and their resources. */
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "local/service.h"

static const struct kind resource_kind = {"restapis",  "restApiId",
                                          "resources", "resourceId",
                                          "id",        "Invalid Resource identifier specified",
                                          NULL};

/* ---- APIs ---- */

/* The two models that every REST API has. */
static void add_models(struct call *call, json_t *doc)
{
    static const struct {
        const char *name, *description, *schema;
    } models[] = {
        {"Empty", "This is a default empty schema model",
         "{\n  \"$schema\": \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Empty "
         "Schema\",\n  \"type\" : \"object\"\n}"},
        {"Error", "This is a default error schema model",
         "{\n  \"$schema\" : \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Error "
         "Schema\",\n  \"type\" : \"object\",\n  \"properties\" : {\n    \"message\" : { \"type\" "
         ": \"string\" }\n  }\n}"},
    };
    for (size_t i = 0; i < sizeof models / sizeof *models; i++) {
        char id[ID_SIZE];
        doc_id(call->service, id);
        json_object_set_new(doc_collection(doc, "models"), models[i].name,
                            json_pack("{s:s, s:s, s:s, s:s, s:s}", "id", id, "name", models[i].name,
                                      "description", models[i].description, "schema",
                                      models[i].schema, "contentType", "application/json"));
    }
}

static void set_default(json_t *it, const char *name, json_t *value)
{
    if (json_object_get(it, name))
        json_decref(value);
    else
        json_object_set_new(it, name, value);
}

json_t *rest_api_new(struct call *call, json_t *it)
{
    char id[ID_SIZE], root[ID_SIZE];
    const struct slrun_cloud *cloud = call->service->cloud;
    doc_id(call->service, id);
    doc_id(call->service, root);
    json_object_set_new(it, "id", json_string(id));
    json_object_set_new(it, "createdDate", json_integer(cloud->now_ms(cloud) / 1000));
    json_object_set_new(it, "rootResourceId", json_string(root));
    set_default(it, "apiKeySource", json_string("HEADER"));
    set_default(it, "endpointConfiguration", json_pack("{s:[s]}", "types", "EDGE"));
    json_t *endpoint = json_object_get(it, "endpointConfiguration");
    const char *kind = json_string_value(json_array_get(json_object_get(endpoint, "types"), 0));
    set_default(endpoint, "ipAddressType",
                json_string(kind && strcmp(kind, "PRIVATE") == 0 ? "dualstack" : "ipv4"));
    set_default(it, "disableExecuteApiEndpoint", json_false());
    json_object_del(it, "cloneFrom");
    json_t *doc = doc_new(call, "restapis", it, id);
    json_object_set_new(doc_collection(doc, "resources"), root,
                        json_pack("{s:s, s:s}", "id", root, "path", "/"));
    add_models(call, doc);
    return doc;
}

json_t *op_create_rest_api(struct call *call)
{
    if (call_arg(call, "cloneFrom"))
        return call_fail(call, "BadRequestException",
                         "The local cloud does not clone APIs: import a definition instead");
    json_t *doc = rest_api_new(call, thing_members(call));
    doc_save(call->service, doc);
    return json_deep_copy(doc_it(doc));
}

/* ---- resources ---- */

json_t *resource_root(const json_t *doc)
{
    return json_object_get(json_object_get(doc, "resources"),
                           text_get(doc_it(doc), "rootResourceId"));
}

static bool part_is_good(const char *part)
{
    size_t n = strlen(part);
    const char *at = part, *end = part + n;
    bool label = n > 2 && *part == '{' && end[-1] == '}';
    if (label) {
        at++;
        end--;
        end -= end[-1] == '+';
    }
    for (; at < end; at++)
        if (!isalnum((unsigned char)*at) && !strchr(label ? "._-:" : "._-:~", *at))
            return false;
    return n > 0;
}

static bool part_is_free(struct call *call, json_t *doc, const char *parent, const char *part)
{
    const char *id;
    json_t *resource;
    json_object_foreach (doc_collection(doc, "resources"), id, resource) {
        if (!text_is(resource, "parentId", parent))
            continue;
        if (text_is(resource, "pathPart", part)) {
            call_fail(call, "ConflictException",
                      "Another resource with the same parent already has this name: %s", part);
            return false;
        }
        const char *other = text_get(resource, "pathPart");
        if (*part == '{' && other && *other == '{') {
            call_fail(
                call, "BadRequestException",
                "A sibling (%s) of this resource already has a variable path part -- only one "
                "is allowed",
                other);
            return false;
        }
    }
    return true;
}

json_t *resource_add(struct call *call, json_t *doc, const json_t *parent, const char *part)
{
    char id[ID_SIZE];
    const char *above = text_get(parent, "path");
    if (!part_is_good(part))
        return call_fail(call, "BadRequestException",
                         "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path "
                         "variable and curly braces at the beginning and the end.");
    if (!part_is_free(call, doc, text_get(parent, "id"), part))
        return NULL;
    doc_id(call->service, id);
    json_t *resource =
        json_pack("{s:s, s:s, s:s, s:o}", "id", id, "parentId", text_get(parent, "id"), "pathPart",
                  part, "path", json_sprintf("%s/%s", strcmp(above, "/") ? above : "", part));
    json_object_set_new(doc_collection(doc, "resources"), id, resource);
    return resource;
}

static bool is_greedy(const char *part)
{
    size_t n = part ? strlen(part) : 0;
    return n > 2 && part[n - 1] == '}' && part[n - 2] == '+';
}

json_t *op_create_resource(struct call *call)
{
    static const struct kind parent_kind = {"restapis",  "restApiId",
                                            "resources", "parentId",
                                            "id",        "Invalid Resource identifier specified",
                                            NULL};
    json_t *doc, *parent = thing_find(call, &parent_kind, &doc);
    if (parent && is_greedy(text_get(parent, "pathPart")))
        return call_fail(call, "BadRequestException",
                         "Cannot create a child of a resource with a greedy path variable: %s",
                         text_get(parent, "pathPart"));
    json_t *resource = parent ? resource_add(call, doc, parent, call_arg(call, "pathPart")) : NULL;
    if (!resource)
        return NULL;
    doc_save(call->service, doc);
    return json_deep_copy(resource);
}

/* A resource as it is told: its methods only where they are asked for, else their names. */
static json_t *told(const struct call *call, const json_t *resource, bool always)
{
    size_t i;
    const char *name;
    json_t *word, *methods = json_object_get(resource, "resourceMethods"), *method;
    json_t *result = json_deep_copy(resource);
    bool embed = always;
    json_array_foreach (json_object_get(call->args, "embed"), i, word)
        embed = embed || strcmp(json_string_value(word), "methods") == 0;
    if (methods && !embed) {
        json_t *names = json_object();
        json_object_foreach (methods, name, method)
            json_object_set_new(names, name, json_object());
        json_object_set_new(result, "resourceMethods", names);
    }
    return result;
}

json_t *op_get_resource(struct call *call)
{
    json_t *doc, *resource = thing_find(call, &resource_kind, &doc);
    return resource ? told(call, resource, false) : NULL;
}

json_t *op_get_resources(struct call *call)
{
    const char *id;
    json_t *doc = thing_doc(call, &resource_kind), *resource, *all;
    if (!doc)
        return NULL;
    all = json_object();
    json_object_foreach (doc_collection(doc, "resources"), id, resource)
        json_object_set_new(all, id, told(call, resource, false));
    json_t *result = thing_page(call, all);
    json_decref(all);
    return result;
}

/* With all that is below it. */
static void delete_tree(json_t *all, const char *id)
{
    void *next;
    const char *below;
    json_t *resource;
    json_object_foreach_safe (all, next, below, resource) {
        if (text_is(resource, "parentId", id)) {
            delete_tree(all, below);
            next = json_object_iter(all); /* what was next may be gone */
        }
    }
    json_object_del(all, id);
}

json_t *op_delete_resource(struct call *call)
{
    json_t *doc, *resource = thing_find(call, &resource_kind, &doc);
    if (!resource)
        return NULL;
    if (resource == resource_root(doc))
        return call_fail(call, "BadRequestException", "Root resource cannot be deleted");
    delete_tree(doc_collection(doc, "resources"), call_arg(call, "resourceId"));
    doc_save(call->service, doc);
    return json_null();
}

/* Paths follow from the parts. */
static void set_paths(json_t *all, const json_t *parent)
{
    const char *id, *above = text_get(parent, "path");
    json_t *resource;
    json_object_foreach (all, id, resource) {
        if (!text_is(resource, "parentId", text_get(parent, "id")))
            continue;
        json_object_set_new(
            resource, "path",
            json_sprintf("%s/%s", strcmp(above, "/") ? above : "", text_get(resource, "pathPart")));
        set_paths(all, resource);
    }
}

/* Whether `id` is `below` or above of it. */
static bool is_above(json_t *all, const char *id, const char *below)
{
    const json_t *at = json_object_get(all, below);
    for (size_t n = json_object_size(all); at && n > 0; n--) {
        if (text_is(at, "id", id))
            return true;
        const char *up = text_get(at, "parentId");
        at = up ? json_object_get(all, up) : NULL;
    }
    return false;
}

/* Where a resource goes: there, not below itself, and to a name of its own. */
static bool place_ok(struct call *call, json_t *doc, const json_t *changed)
{
    const char *id, *parent = text_get(changed, "parentId"), *part = text_get(changed, "pathPart");
    json_t *all = doc_collection(doc, "resources"), *other;
    if (!resource_root(doc) || text_is(resource_root(doc), "id", text_get(changed, "id"))) {
        if (parent || part)
            call_fail(call, "BadRequestException", "Root resource cannot update its %s.",
                      parent ? "parentId" : "pathPart");
        return !call->code;
    }
    if (!parent || !json_object_get(all, parent))
        call_fail(call, "NotFoundException", "Invalid Resource identifier specified");
    else if (is_above(all, text_get(changed, "id"), parent))
        call_fail(call, "BadRequestException", "Resources cannot be cyclical.");
    json_object_foreach (all, id, other)
        if (strcmp(id, text_get(changed, "id")) != 0 && text_is(other, "parentId", parent) &&
            part && text_is(other, "pathPart", part))
            call_fail(call, "ConflictException",
                      "Another resource with the same parent already has this name: %s", part);
    return !call->code;
}

json_t *op_update_resource(struct call *call)
{
    json_t *doc, *resource = thing_find(call, &resource_kind, &doc);
    json_t *changed = json_deep_copy(resource);
    if (!resource || !patch_apply(call, changed) || !place_ok(call, doc, changed)) {
        json_decref(changed);
        return NULL;
    }
    json_object_update(resource, changed);
    json_decref(changed);
    set_paths(doc_collection(doc, "resources"), resource_root(doc));
    doc_save(call->service, doc);
    return json_deep_copy(resource);
}

/* ---- the account, keys of usage plans ---- */

static const char account_id[] = "account";

static json_t *account_doc(struct call *call)
{
    json_t *id = json_sprintf("%s-%s-%s", account_id, call->account, call->region);
    json_t *doc = doc_find(call, account_id, json_string_value(id));
    if (!doc)
        doc =
            doc_new(call, account_id,
                    json_pack("{s:{s:i, s:f}, s:[s], s:s}", "throttleSettings", "burstLimit", 5000,
                              "rateLimit", 10000.0, "features", "UsagePlans", "apiKeyVersion", "4"),
                    json_string_value(id));
    json_decref(id);
    return doc;
}

json_t *op_get_account(struct call *call)
{
    return json_deep_copy(doc_it(account_doc(call)));
}

json_t *op_update_account(struct call *call)
{
    json_t *doc = account_doc(call);
    if (!patch_apply(call, doc_it(doc)))
        return NULL;
    doc_save(call->service, doc);
    return json_deep_copy(doc_it(doc));
}

json_t *op_create_usage_plan_key(struct call *call)
{
    json_t *plan = thing_doc(call, call->kind);
    json_t *key = doc_find(call, "apikeys", call_arg(call, "keyId"));
    if (!plan)
        return NULL;
    if (!key)
        return call_fail(call, "NotFoundException", "Invalid API Key identifier specified");
    json_t *it = json_pack("{s:O, s:s, s:O, s:O*}", "id", json_object_get(doc_it(key), "id"),
                           "type", "API_KEY", "value", json_object_get(doc_it(key), "value"),
                           "name", json_object_get(doc_it(key), "name"));
    json_object_set(doc_collection(plan, "keys"), text_get(it, "id"), it);
    doc_save(call->service, plan);
    return it;
}
