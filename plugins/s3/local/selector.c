/* SPDX-License-Identifier: Apache-2.0 */
/* What a request is about, by the names in its query. */
#include "selector.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS (SELECTS_BUCKET | SELECTS_ITS_BUCKET)

enum { SELECTED_MAX = 8 }; /* at a time; more of them are no better */

/* In order of the names' bytes. */
static const struct selector selectors[] = {
    {"abac", "ABAC", NULL, SELECTS_BUCKET},
    {"accelerate", "ACCELERATE", NULL, BUCKETS},
    {"acl", "ACL", NULL, SELECTS_EITHER | SELECTS_VERSION},
    {"analytics", "ANALYTICS", NULL, SELECTS_BUCKET},
    {"annotation", "ANNOTATION", NULL, SELECTS_OBJECT | SELECTS_VERSION},
    {"attributes", "OBJECT_ATTRIBUTES", NULL, SELECTS_OBJECT | SELECTS_VERSION},
    {"cors", "CORS", NULL, BUCKETS},
    {"delete", "MULTI_OBJECT_DELETE", NULL, BUCKETS},
    {"encryption", "ENCRYPTION", "OBJECT_ENCRYPTION", SELECTS_EITHER | SELECTS_VERSION},
    {"intelligent-tiering", "INTELLIGENT_TIERING", NULL, SELECTS_BUCKET},
    {"inventory", "INVENTORY", NULL, BUCKETS},
    {"legal-hold", "OBJECT_LOCK_LEGALHOLD", NULL, SELECTS_OBJECT | SELECTS_VERSION},
    {"lifecycle", "LIFECYCLE", NULL, BUCKETS},
    {"location", "LOCATION", NULL, BUCKETS},
    {"logging", "LOGGING_STATUS", NULL, SELECTS_EITHER},
    {"metadataAnnotationTable", "BUCKET_METADATA_ANNOTATION_TABLE_CONFIGURATION", NULL,
     SELECTS_BUCKET},
    {"metadataConfiguration", "BUCKET_METADATA_CONFIGURATION", NULL, SELECTS_BUCKET},
    {"metadataInventoryTable", "BUCKET_METADATA_INVENTORY_TABLE_CONFIGURATION", NULL,
     SELECTS_BUCKET},
    {"metadataJournalTable", "BUCKET_METADATA_JOURNAL_TABLE_CONFIGURATION", NULL, SELECTS_BUCKET},
    {"metadataTable", "BUCKET_METADATA_TABLE_CONFIGURATION", NULL, SELECTS_BUCKET},
    {"metrics", "METRICS", NULL, SELECTS_BUCKET},
    {"notification", "NOTIFICATION", NULL, BUCKETS},
    {"object-lock", "OBJECT_LOCK_CONFIGURATION", NULL, SELECTS_BUCKET},
    {"ownershipControls", "OWNERSHIP_CONTROLS", NULL, SELECTS_BUCKET},
    {"partNumber", "PART", NULL, SELECTS_EITHER | SELECTS_VERSION},
    {"policy", "BUCKETPOLICY", NULL, BUCKETS},
    {"policyStatus", "POLICY_STATUS", NULL, SELECTS_BUCKET},
    {"publicAccessBlock", "PUBLIC_ACCESS_BLOCK", NULL, SELECTS_BUCKET},
    {"renameObject", "RENAME_OBJECT", NULL, SELECTS_OBJECT},
    {"replication", "REPLICATION", NULL, BUCKETS},
    {"requestPayment", "REQUEST_PAYMENT", NULL, BUCKETS},
    {"restore", "RESTORE", NULL, SELECTS_EITHER | SELECTS_VERSION},
    {"retention", "OBJECT_LOCK_RETENTION", NULL, SELECTS_OBJECT | SELECTS_VERSION},
    {"select", "SELECT", NULL, SELECTS_OBJECT},
    {"tagging", "TAGGING", "OBJECT_TAGGING", SELECTS_EITHER | SELECTS_VERSION},
    {"torrent", "TORRENT", NULL, SELECTS_EITHER},
    {"uploadId", "UPLOAD", NULL, SELECTS_EITHER},
    {"uploads", "UPLOADS", NULL, SELECTS_EITHER},
    {"versioning", "VERSIONING", NULL, BUCKETS},
    {"versions", "BUCKETVERSIONS", NULL, SELECTS_EITHER},
    {"website", "WEBSITE", NULL, BUCKETS},
};

static int by_name(const void *name, const void *selector)
{
    return strcmp(name, ((const struct selector *)selector)->name);
}

static bool is_named(const struct selector *selector, const char *name)
{
    return selector != NULL && strcmp(selector->name, name) == 0;
}

/* Those that a request has, in order and each once. */
struct selected {
    const struct selector *all[SELECTED_MAX];
    size_t n;
};

static void add(struct selected *s, const struct selector *one)
{
    size_t at = 0;
    while (at < s->n && s->all[at] < one)
        at++;
    if (s->n == SELECTED_MAX || (at < s->n && s->all[at] == one))
        return;
    memmove(s->all + at + 1, s->all + at, (s->n++ - at) * sizeof *s->all);
    s->all[at] = one;
}

static struct selected all_of(const struct address *address, enum scope scope)
{
    struct selected s = {.n = 0};
    unsigned wanted = scope == SCOPE_BUCKET ? SELECTS_BUCKET : SELECTS_OBJECT | SELECTS_ITS_BUCKET;
    for (size_t i = 0; scope != SCOPE_SERVICE && i < address->n_query; i++) {
        const struct selector *one =
            bsearch(address->query[i].name, selectors, sizeof selectors / sizeof *selectors,
                    sizeof *selectors, by_name);
        if (one != NULL && (one->flags & wanted) != 0)
            add(&s, one);
    }
    return s;
}

static bool conflict(struct call *call, const struct selected *s)
{
    char text[FAULT_MESSAGE_MAX] = "Conflicting query string parameters: ";
    for (size_t i = 0; i < s->n; i++) {
        size_t size = strlen(text);
        (void)snprintf(text + size, sizeof text - size, "%s%s", i > 0 ? ", " : "", s->all[i]->name);
    }
    return fault_argument(&call->fault, text, "ResourceType", s->all[0]->name);
}

/* A part is named by its upload and its number; a number alone asks for a part of an object. */
static bool take_part(struct call *call, enum scope scope, struct selected *s)
{
    bool first = s->n > 0 && is_named(s->all[0], "partNumber");
    if (first && s->n == 1 && scope == SCOPE_OBJECT) {
        s->n = 0;
    } else if (first && s->n == 1) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST, "Object must have a valid key name.");
    } else if (first && s->n == 2 && is_named(s->all[1], "uploadId")) {
        s->all[0] = strcmp(call->x->method, "PUT") == 0 ? s->all[1] : s->all[0];
        s->n = 1;
    }
    return true;
}

/* Whether a version may be asked for, and, if so, whether there is one. */
static bool take_version(struct call *call, enum scope scope, const struct selector *selector)
{
    const char *version = call_query(call, "versionId");
    bool takes = selector == NULL ? scope == SCOPE_OBJECT && strcmp(call->x->method, "PUT") != 0
                                  : (selector->flags & SELECTS_VERSION) != 0 &&
                                        (scope == SCOPE_OBJECT || is_named(selector, "acl") ||
                                         is_named(selector, "restore"));
    if (version == NULL || scope == SCOPE_SERVICE)
        return true;
    if (!takes) {
        return fault_argument(&call->fault, "This operation does not accept a version-id.",
                              "versionId", version);
    }
    return version[0] != '\0' ||
           fault_argument(&call->fault, "Version id cannot be the empty string", "versionId",
                          version);
}

static bool take_value(struct call *call, const struct selector *selector)
{
    const char *value = is_named(selector, "website") ? call_query(call, "website") : NULL;
    return value == NULL || value[0] == '\0' ||
           fault_argument(&call->fault, "The website parameter must not have a value", "website",
                          value);
}

bool selector_find(struct call *call, enum scope *scope, const struct selector **found)
{
    *found = NULL;
    if (call->address.n_query == 0 || strcmp(call->x->method, "OPTIONS") == 0)
        return true;
    struct selected s = all_of(&call->address, *scope);
    if (!take_part(call, *scope, &s))
        return false;
    if (s.n > 1)
        return conflict(call, &s);
    *found = s.n > 0 ? s.all[0] : NULL;
    if (*found != NULL && *scope == SCOPE_OBJECT && ((*found)->flags & SELECTS_ITS_BUCKET) != 0) {
        *scope = SCOPE_BUCKET;
        call->address.key = (struct slice){"", 0};
    }
    return true;
}

bool selector_check(struct call *call, enum scope scope, const struct selector *selector)
{
    return take_version(call, scope, selector) && take_value(call, selector);
}

/* What can be asked of the one and not of the other. */
static bool refuse_scope(struct call *call, enum scope scope, const struct selector *selector)
{
    static const struct {
        const char *name, *method;
        enum scope scope;
        enum fault_kind kind;
        const char *text;
    } rows[] = {
        {"uploads", "GET", SCOPE_OBJECT, FAULT_INVALID_REQUEST,
         "Key is not expected for the GET method ?uploads subresource"},
        {"versions", "GET", SCOPE_OBJECT, FAULT_INVALID_REQUEST,
         "There is no such thing as the ?versions sub-resource for a key"},
        {"logging", "GET", SCOPE_OBJECT, FAULT_NO_LOGGING_FOR_KEY,
         "There is no such thing as the ?logging sub-resource for a key"},
        {"uploadId", "GET", SCOPE_BUCKET, FAULT_INVALID_REQUEST,
         "Object must have a valid key name."},
        {"uploadId", "POST", SCOPE_BUCKET, FAULT_INVALID_REQUEST,
         "Object must have a valid key name."},
        {"restore", "POST", SCOPE_BUCKET, FAULT_USER_KEY, "User key must be specified."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (scope == rows[i].scope && is_named(selector, rows[i].name) &&
            strcmp(call->x->method, rows[i].method) == 0) {
            fault_say(&call->fault, rows[i].kind, "%s", rows[i].text);
            return true;
        }
    }
    return false;
}

bool selector_refuse(struct call *call, enum scope scope, const struct selector *selector)
{
    const char *resource = scope == SCOPE_SERVICE  ? "SERVICE"
                           : scope == SCOPE_BUCKET ? "BUCKET"
                                                   : "OBJECT";
    if (selector != NULL && refuse_scope(call, scope, selector))
        return false;
    if (selector != NULL) {
        resource = scope == SCOPE_OBJECT && selector->object != NULL ? selector->object
                                                                     : selector->resource;
    }
    fault_set(&call->fault, FAULT_METHOD_NOT_ALLOWED);
    fault_detail(&call->fault, "Method", call->x->method);
    fault_detail(&call->fault, "ResourceType", resource);
    return false;
}
