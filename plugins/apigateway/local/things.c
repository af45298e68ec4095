/* SPDX-License-Identifier: Apache-2.0 */
/* Creating, telling, listing, changing and deleting things of any kind. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/service.h"

static bool is_v1(const struct call *call)
{
    return !call->version->lower;
}

/* ---- finding ---- */

static json_t *not_found(struct call *call, const struct kind *kind, const char *id)
{
    bool api = strcmp(kind->top, "restapis") == 0 || strcmp(kind->top, "apis") == 0;
    if (!kind->collection && api)
        return call_fail(call, "NotFoundException", "%s %s:%s", kind->wrong, call->account, id);
    if (kind->collection && strcmp(kind->collection, "models") == 0)
        return call_fail(call, "NotFoundException", "%s: %s", kind->wrong, id);
    return call_fail(call, "NotFoundException", "%s", kind->wrong);
}

json_t *thing_doc(struct call *call, const struct kind *kind)
{
    static const struct kind rest = {.top = "restapis",
                                     .wrong = "Invalid API identifier specified"};
    static const struct kind http = {.top = "apis", .wrong = "Invalid API identifier specified"};
    const char *id = call_arg(call, kind->top_arg ? kind->top_arg : kind->arg);
    json_t *doc = doc_find(call, kind->top, id);
    if (doc)
        return doc;
    if (kind->top_arg && strcmp(kind->top, "restapis") == 0)
        kind = &rest;
    else if (kind->top_arg && strcmp(kind->top, "apis") == 0)
        kind = &http;
    return not_found(call, kind, id ? id : "");
}

/* Of these AWS tells that they are not there, also where their API is not. */
static bool names_itself(const struct call *call, const struct kind *kind)
{
    static const char *const collections[] = {"models", "requestvalidators", "resources",
                                              "documentationparts"};
    for (size_t i = 0; kind->collection && i < sizeof collections / sizeof *collections; i++)
        if (strcmp(kind->top, "restapis") == 0 && strcmp(kind->collection, collections[i]) == 0)
            return strcmp(call->op->api, "DeleteDocumentationPart") != 0 &&
                   strcmp(call->op->api, "CreateResource") != 0;
    return false;
}

json_t *thing_find(struct call *call, const struct kind *kind, json_t **doc)
{
    const char *id = call_arg(call, kind->arg);
    *doc = names_itself(call, kind) && !doc_find(call, kind->top, call_arg(call, kind->top_arg))
               ? not_found(call, kind, id ? id : "")
               : thing_doc(call, kind);
    if (!*doc)
        return NULL;
    json_t *it = kind->collection ? json_object_get(doc_collection(*doc, kind->collection), id)
                                  : doc_it(*doc);
    return it ? it : not_found(call, kind, id ? id : "");
}

/* ---- the operations ---- */

json_t *thing_members(const struct call *call)
{
    json_t *members = json_deep_copy(call->args);
    for (const struct ag_place *p = call->wire->input; p && p->name; p++)
        if (p->kind != AG_BODY)
            json_object_del(members, p->name);
    json_object_del(members, "patchOperations");
    return members;
}

static void set_id(struct call *call, json_t *it, char id[ID_SIZE])
{
    bool model = call->kind->collection && strcmp(call->kind->collection, "models") == 0;
    if (call->kind->exists && !model)
        return;
    doc_id(call->service, id);
    json_object_set_new(it, model ? "id" : call->kind->id, json_string(id));
}

/* What a request validator does not say is false; an empty description of a model is none. */
static void set_unsaid(const struct call *call, json_t *it)
{
    if (strcmp(call->op->api, "CreateModel") == 0 && text_is(it, "description", ""))
        json_object_del(it, "description");
    static const char *const members[] = {"validateRequestBody", "validateRequestParameters"};
    for (size_t i = 0; strcmp(call->op->api, "CreateRequestValidator") == 0 && i < 2; i++)
        if (!json_object_get(it, members[i]))
            json_object_set_new(it, members[i], json_false());
}

static void set_created(struct call *call, json_t *it)
{
    static const struct {
        const char *top, *collection, *member;
    } dated[] = {{"apikeys", NULL, "createdDate"}, {"usageplans", NULL, NULL}};
    const struct slrun_cloud *cloud = call->service->cloud;
    for (size_t i = 0; i < sizeof dated / sizeof *dated; i++)
        if (strcmp(call->kind->top, dated[i].top) == 0 && !call->kind->collection &&
            dated[i].member)
            json_object_set_new(it, dated[i].member, json_integer(cloud->now_ms(cloud) / 1000));
    if (strcmp(call->kind->top, "apikeys") == 0 && !json_object_get(it, "value")) {
        char a[ID_SIZE], b[ID_SIZE];
        doc_id(call->service, a);
        doc_id(call->service, b);
        json_object_set_new(it, "value", json_sprintf("%s%s%s%s", a, b, b, a));
    }
}

static json_t *create_top(struct call *call, json_t *it, const char *id)
{
    if (!call->kind->exists) {
        doc_save(call->service, doc_new(call, call->kind->top, it, id));
        return json_incref(it);
    }
    const char *name = text_get(it, call->kind->id);
    if (doc_find(call, call->kind->top, name)) {
        call_fail(call, "ConflictException", "%s", call->kind->exists);
        json_decref(it);
        return NULL;
    }
    doc_save(call->service, doc_new(call, call->kind->top, it, name));
    return json_incref(it);
}

json_t *thing_create(struct call *call)
{
    char id[ID_SIZE];
    const struct kind *kind = call->kind;
    json_t *it = thing_members(call);
    set_id(call, it, id);
    set_unsaid(call, it);
    set_created(call, it);
    if (!kind->collection)
        return create_top(call, it, id);
    json_t *doc = thing_doc(call, kind), *all = doc_collection(doc, kind->collection);
    const char *name = kind->exists ? text_get(it, kind->id) : id;
    if (doc && json_object_get(all, name))
        call_fail(call, "ConflictException", "%s", kind->exists);
    if (call->code || !doc) {
        json_decref(it);
        return NULL;
    }
    json_object_set(all, name, it);
    api_changed(doc);
    doc_save(call->service, doc);
    return it;
}

/* What AWS tells of one that was there before: of those with tags, that there are none. */
static json_t *told(const struct call *call, const json_t *it)
{
    static const char *const tagged[] = {"restapis", "apikeys", "usageplans"};
    json_t *copy = json_deep_copy(it);
    for (size_t i = 0; i < sizeof tagged / sizeof *tagged; i++)
        if (!call->kind->collection && strcmp(call->kind->top, tagged[i]) == 0 &&
            !json_object_get(copy, "tags"))
            json_object_set_new(copy, "tags", json_object());
    return copy;
}

json_t *thing_get(struct call *call)
{
    json_t *doc, *it = thing_find(call, call->kind, &doc);
    bool key = strcmp(call->kind->top, "apikeys") == 0;
    return it ? key ? json_deep_copy(it) : told(call, it) : NULL;
}

/* Where a page starts, and how long it is. */
static void bounds(const struct call *call, size_t *start, size_t *size)
{
    const char *position = call_arg(call, is_v1(call) ? "position" : "NextToken");
    const char *max = call_arg(call, "MaxResults");
    json_int_t limit = json_integer_value(json_object_get(call->args, "limit"));
    if (max)
        limit = strtoll(max, NULL, 10);
    *start = position ? strtoul(position, NULL, 10) : 0;
    *size = limit <= 0 ? PAGE_DEFAULT : limit > PAGE_MAX ? PAGE_MAX : (size_t)limit;
    if (!is_v1(call) && limit <= 0)
        *size = PAGE_MAX;
}

/* What the list is called in the result. */
static const char *list_name(const struct slrun_op *op)
{
    const struct slrun_param *p = op->result;
    while (p->name && !(p->shape.type == SLRUN_LIST && strncasecmp(p->name, "item", 4) == 0))
        p++;
    return p->name ? p->name : "items";
}

json_t *thing_page(struct call *call, const json_t *all)
{
    size_t start, size, i = 0;
    const char *id;
    json_t *it, *items = json_array();
    bounds(call, &start, &size);
    json_object_foreach ((json_t *)(uintptr_t)all, id, it) {
        if (i >= start && i - start < size)
            json_array_append_new(items, json_deep_copy(it));
        i++;
    }
    json_t *result = json_pack("{s:o}", list_name(call->op), items);
    if (i > start && i - start > size)
        json_object_set_new(result, is_v1(call) ? "position" : "NextToken",
                            json_sprintf("%zu", start + size));
    return result;
}

/* Those of a collection; of stages perhaps only those of a deployment. */
static json_t *page_of(struct call *call, json_t *all)
{
    const char *deployment = call_arg(call, "deploymentId"), *id;
    json_t *some = json_object(), *it;
    json_object_foreach (all, id, it)
        if (!deployment || text_is(it, "deploymentId", deployment))
            json_object_set(some, id, it);
    json_t *page = thing_page(call, some);
    json_decref(some);
    return page;
}

json_t *thing_list(struct call *call)
{
    const char *id;
    json_t *doc, *all, *result;
    if (call->kind->collection) {
        doc = thing_doc(call, call->kind);
        return doc ? page_of(call, doc_collection(doc, call->kind->collection)) : NULL;
    }
    all = json_object();
    json_object_foreach (call->service->docs, id, doc)
        if (doc_find(call, call->kind->top, id) == doc)
            json_object_set(all, id, doc_it(doc));
    result = thing_page(call, all);
    json_decref(all);
    return result;
}

json_t *thing_delete(struct call *call)
{
    json_t *doc;
    if (!thing_find(call, call->kind, &doc))
        return NULL;
    if (call->kind->collection) {
        json_object_del(doc_collection(doc, call->kind->collection),
                        call_arg(call, call->kind->arg));
        api_changed(doc);
        doc_save(call->service, doc);
    } else {
        doc_delete(call->service, call_arg(call, call->kind->arg));
    }
    return json_null();
}

/* v1 patches, v2 sets the members that are given. */
json_t *thing_update(struct call *call)
{
    json_t *doc, *it = thing_find(call, call->kind, &doc);
    if (!it)
        return NULL;
    if (is_v1(call)) {
        if (!patch_apply(call, it))
            return NULL;
    } else {
        json_t *members = thing_members(call);
        json_object_update(it, members);
        json_decref(members);
    }
    api_changed(doc);
    doc_save(call->service, doc);
    return told(call, it);
}
