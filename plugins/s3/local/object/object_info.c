/* SPDX-License-Identifier: Apache-2.0 */
/* What the headers of a request say an object is. */
#include <string.h>
#include <strings.h>

#include "bucket/access.h"
#include "bucket/acl.h"
#include "bucket/tags.h"
#include "object/lock.h"
#include "object/object.h"
#include "object/sse.h"
#include "utf8.h"

#define REDIRECT "x-amz-website-redirect-location"

enum { META_MAX = 2048 };

static const char *const system_headers[] = {
    "Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language",
    "Expires",      REDIRECT};

static const char *const classes[] = {"STANDARD",     "REDUCED_REDUNDANCY",  "STANDARD_IA",
                                      "ONEZONE_IA",   "INTELLIGENT_TIERING", "GLACIER",
                                      "DEEP_ARCHIVE", "GLACIER_IR",          "EXPRESS_ONEZONE"};

/* Header values are bytes; those that are no UTF-8 are taken as ISO 8859-1. */
static const char *as_utf8(struct call *call, const char *value)
{
    return utf8_valid((struct slice){value, strlen(value)}) ? value
                                                            : latin_to_utf8(&call->pool, value);
}

/* "aws-chunked" says how the body came; it is not the object's. */
static const char *without_chunked(struct call *call, const char *encoding)
{
    struct text text = {.pool = &call->pool};
    while (*encoding != '\0') {
        size_t n = strcspn(encoding, ",");
        size_t start = strspn(encoding, " "), end = n;
        while (end > start && encoding[end - 1] == ' ')
            end--;
        if (end > start &&
            (end - start != 11 || strncasecmp(encoding + start, "aws-chunked", 11) != 0)) {
            text_string(&text, text.size > 0 ? ", " : "");
            text_put(&text, encoding + start, end - start);
        }
        encoding += n + (encoding[n] == ',');
    }
    return text.size == 0 ? NULL : text.data;
}

/* An object in it, which is made if it is not there: most have none. */
static json_t *member(json_t *info, const char *name)
{
    json_t *found = json_object_get(info, name);
    if (found == NULL) {
        found = json_object();
        json_object_set_new(info, name, found);
    }
    return found;
}

static void read_headers(struct call *call, json_t *info)
{
    for (size_t i = 0; i < sizeof system_headers / sizeof *system_headers; i++) {
        const char *value = call_header(call, system_headers[i]);
        if (value != NULL && strcmp(system_headers[i], "Content-Encoding") == 0)
            value = without_chunked(call, value);
        bool kept = value != NULL && (value[0] != '\0' || i == 0); /* a type may be empty */
        if (kept) {
            json_object_set_new(member(info, "headers"), system_headers[i],
                                json_string(as_utf8(call, value)));
        }
    }
}

static const char *lower(struct call *call, const char *name)
{
    char *copy = pool_text(&call->pool, name);
    for (char *c = copy; c != NULL && *c != '\0'; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 'a' - 'A' : *c);
    return copy;
}

static bool read_meta(struct call *call, json_t *info)
{
    static const char prefix[] = "x-amz-meta-";
    size_t size = 0;
    for (size_t i = 0; i < call->n_in; i++) {
        if (strncasecmp(call->in[i].name, prefix, sizeof prefix - 1) != 0)
            continue;
        const char *name = lower(call, call->in[i].name + sizeof prefix - 1);
        const char *value = as_utf8(call, call->in[i].value);
        if (name == NULL || value == NULL)
            return call_internal(call);
        json_t *meta = member(info, "meta");
        const char *old = json_string_value(json_object_get(meta, name));
        size += strlen(name) + strlen(call->in[i].value);
        json_object_set_new(meta, name,
                            old == NULL ? json_string(value) : json_sprintf("%s,%s", old, value));
        if (value != call->in[i].value)
            json_object_set_new(info, "latin", json_true());
    }
    if (size <= META_MAX)
        return true;
    fault_set(&call->fault, FAULT_METADATA_TOO_LARGE);
    fault_detail(&call->fault, "Size", pool_format(&call->pool, "%zu", size));
    fault_detail(&call->fault, "MaxSizeAllowed", "2048");
    return false;
}

static bool read_class(struct call *call, json_t *info)
{
    const char *class = call_header(call, "x-amz-storage-class");
    for (size_t i = 0; class != NULL && i < sizeof classes / sizeof *classes; i++) {
        if (strcmp(class, classes[i]) == 0) {
            if (i > 0)
                json_object_set_new(info, "class", json_string(class));
            return true;
        }
    }
    return class == NULL || fault_set(&call->fault, FAULT_INVALID_STORAGE_CLASS);
}

static bool check_redirect(struct call *call)
{
    const char *to = call_header(call, REDIRECT);
    return to == NULL || to[0] == '/' || strncmp(to, "http://", 7) == 0 ||
           strncmp(to, "https://", 8) == 0 || fault_set(&call->fault, FAULT_INVALID_REDIRECT);
}

bool object_info_headers(struct call *call, json_t *info)
{
    read_headers(call, info);
    return read_meta(call, info);
}

/* Who owns it: its writer, or where ACLs are off or the writer hands it over, the bucket's owner.
 */
static const char *owner_for(struct call *call, const char *bucket_owner)
{
    enum ownership ownership = access_ownership(call);
    const char *canned = call_header(call, "x-amz-acl");
    bool handed = ownership == OWNERSHIP_PREFERRED && canned != NULL &&
                  strcmp(canned, "bucket-owner-full-control") == 0;
    return ownership == OWNERSHIP_ENFORCED || handed || call->anonymous ? bucket_owner
                                                                        : call->owner;
}

bool object_info_rest(struct call *call, json_t *info)
{
    char bucket_owner[OWNER_SIZE];
    call_owner_of(call, call->bucket.account, bucket_owner);
    const char *owner = owner_for(call, bucket_owner);
    json_object_set_new(info, "owner", json_string(owner));
    if (acl_in_headers(call)) {
        json_t *acl = acl_from_headers(call, (struct acl_owners){owner, bucket_owner});
        if (acl == NULL || !acl_accept(call, acl, bucket_owner))
            return false;
        json_object_set(info, "acl", acl);
    }
    return check_redirect(call) && read_class(call, info) && lock_read_headers(call, info) &&
           sse_read_headers(call, info);
}

json_t *object_info(struct call *call)
{
    json_t *info = pool_json(&call->pool, json_object());
    return info != NULL && object_info_headers(call, info) && object_info_rest(call, info) &&
                   tags_read_header(call, info)
               ? info
               : NULL;
}
