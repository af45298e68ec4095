/* SPDX-License-Identifier: Apache-2.0 */
/* The way of a request to a website: rules, index document, folder, rules of errors, error
 * document. */
#include "website/website.h"

#include <string.h>
#include <strings.h>

#include "bucket/access.h"
#include "object/object.h"

#define MOVED_TO "x-amz-website-redirect-location"

/* How a page is looked up. */
static const struct operation reads = {
    "GetObject",   "GET",          SCOPE_OBJECT,    NULL,          NULL,
    OP_OBJECT_ACL, "s3:GetObject", PERMISSION_READ, op_get_object,
};

/* A signature, selectors and versions count for nothing: every request is anybody's. */
static void ask_as_anybody(struct call *call)
{
    call->anonymous = true;
    call->account[0] = call->owner[0] = '\0';
    call->address.n_query = 0;
}

static const struct xml_node *configuration(struct call *call)
{
    const char *name = call->address.bucket;
    if (call->bucket.id == 0) {
        (void)call_find_bucket(call, name, &call->bucket);
        return NULL;
    }
    const struct xml_node *root =
        store_config_xml(call->service->store, &call->pool, call->bucket.id, "website");
    if (root == NULL) {
        fault_set(&call->fault, FAULT_NO_WEBSITE);
        fault_detail(&call->fault, "BucketName", name);
    }
    return root;
}

static bool is_folder(struct slice key)
{
    return key.size == 0 || key.data[key.size - 1] == '/';
}

/* The key with something behind it; without memory the key itself. */
static struct slice joined(struct call *call, struct slice key, const char *more)
{
    struct text text = {.pool = &call->pool};
    text_put(&text, key.data, key.size);
    text_string(&text, more);
    return text.failed || text.data == NULL ? key : (struct slice){text.data, text.size};
}

/* Makes it the object of the call, as far as anybody may see it. */
static bool find(struct call *call, struct slice key)
{
    call->operation = &reads;
    call->address.key = key;
    call->object = (struct object){.id = 0};
    call->n_headers = 0;
    return access_check(call);
}

static const char *moved_to(const struct call *call)
{
    return call->object.id == 0 ? NULL : object_header(call->object.info, MOVED_TO);
}

static bool give(struct call *call, struct slice key)
{
    if (!find(call, key))
        return false;
    const char *location = moved_to(call);
    return location != NULL ? website_moved(call, location) : op_get_object(call);
}

/* Whether "photos" is not there, but "photos/index.html" is. */
static bool has_index(struct call *call, struct slice key, const char *suffix)
{
    struct fault fault = call->fault;
    int status = fault_status(&fault);
    bool missing = (status == 403 || status == 404) && !is_folder(key) &&
                   joined(call, key, "/").size + strlen(suffix) <= KEY_MAX;
    bool found =
        missing && find(call, joined(call, joined(call, key, "/"), suffix)) && call->object.id != 0;
    call->fault = fault;
    return found;
}

/* Of the whole document, whatever part or state of the page was asked for. */
static void forget_conditions(struct call *call)
{
    struct slrun_header *kept = pool_alloc(&call->pool, call->n_in * sizeof *kept);
    size_t n = 0;
    for (size_t i = 0; kept != NULL && i < call->n_in; i++) {
        const char *name = call->in[i].name;
        if (strcasecmp(name, "Range") != 0 && strncasecmp(name, "If-", 3) != 0)
            kept[n++] = call->in[i];
    }
    call->in = kept;
    call->n_in = n;
}

/* An error document that has moved is shown all the same. */
static bool give_moved(struct call *call, const char *location)
{
    if (!op_get_object(call))
        return false;
    call->status = 301;
    call_add(call, "Location", website_location(call, location));
    return true;
}

static bool give_document(struct call *call, struct slice key)
{
    if (!find(call, key))
        return false;
    const char *location = moved_to(call);
    return location != NULL ? give_moved(call, location) : op_get_object(call);
}

/* The website's own page for its errors. */
static bool give_error(struct call *call, const struct xml_node *root)
{
    const char *name = xml_text(xml_child(root, "ErrorDocument"), "Key");
    struct fault *why = name == NULL ? NULL : pool_alloc(&call->pool, 2 * sizeof *why);
    if (why == NULL)
        return false;
    why[0] = call->fault;
    forget_conditions(call);
    if (give_document(call, (struct slice){name, strlen(name)})) {
        call->status = call->status == 0 ? fault_status(&why[0]) : call->status;
        website_error_headers(call, &why[0]);
        return true;
    }
    why[1] = call->fault;
    call->fault = why[0];
    call->custom = &why[1];
    return false;
}

static bool fail(struct call *call, const struct xml_node *root, struct slice key)
{
    int status = fault_status(&call->fault);
    if (status < 400 || status >= 500)
        return false;
    if (has_index(call, key, xml_text(xml_child(root, "IndexDocument"), "Suffix")))
        return website_folder(call, key);
    const struct xml_node *rule = website_rule(root, key, status);
    return rule != NULL ? website_redirect(call, rule, key) : give_error(call, root);
}

static bool op_website(struct call *call)
{
    struct slice key = call->address.key;
    if (strcmp(call->x->method, "GET") != 0 && !call_is_head(call)) {
        fault_set(&call->fault, FAULT_METHOD_NOT_ALLOWED);
        fault_detail(&call->fault, "Method", call->x->method);
        fault_detail(&call->fault, "ResourceType", "OBJECT");
        return false;
    }
    ask_as_anybody(call);
    const struct xml_node *root = configuration(call);
    if (root == NULL)
        return false;
    const struct xml_node *all = xml_child(root, "RedirectAllRequestsTo");
    const struct xml_node *rule = website_rule(root, key, 0);
    if (all != NULL || rule != NULL) {
        return all != NULL ? website_redirect_all(call, all, key)
                           : website_redirect(call, rule, key);
    }
    const char *suffix = xml_text(xml_child(root, "IndexDocument"), "Suffix");
    return give(call, is_folder(key) ? joined(call, key, suffix) : key) || fail(call, root, key);
}

const struct operation *website_route(struct call *call)
{
    static const struct operation site = {
        "GetObject",    "GET",           SCOPE_OBJECT, NULL, NULL, OP_OPEN | OP_NO_BUCKET,
        "s3:GetObject", PERMISSION_READ, op_website,
    };
    /* what browsers ask before a request is answered as elsewhere */
    return strcmp(call->x->method, "OPTIONS") == 0 ? route_find(call) : &site;
}
