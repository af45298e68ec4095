/* SPDX-License-Identifier: Apache-2.0 */
/* Access control lists: made from words, headers and documents; asked; written. */
#include "bucket/acl.h"

#include <string.h>
#include <strings.h>

#include "bucket/access.h"
#include "object/object.h"

#define LOG_DELIVERY "http://acs.amazonaws.com/groups/s3/LogDelivery"

static const char *const permissions[] = {"FULL_CONTROL", "READ",      "WRITE",
                                          "READ_ACP",     "WRITE_ACP", NULL};

static const char *permission_name(enum permission permission)
{
    return permissions[permission]; /* NONE is nobody's but FULL_CONTROL's */
}

static json_t *new_acl(struct call *call, const char *owner)
{
    return pool_json(&call->pool, json_pack("{s:s, s:[]}", "owner", owner, "grants"));
}

static void grant(json_t *acl, const char *kind, const char *grantee, const char *permission)
{
    json_array_append_new(json_object_get(acl, "grants"),
                          json_pack("{s:s, s:s}", kind, grantee, "permission", permission));
}

/* A canned one, in the call's pool, or NULL with the fault set. */
static json_t *acl_canned(struct call *call, const char *name, struct acl_owners owners)
{
    static const struct {
        const char *name, *kind, *grantee, *permission;
    } rows[] = {
        {"private", NULL, NULL, NULL},
        {"public-read", "uri", ACL_GROUP_ALL, "READ"},
        {"public-read-write", "uri", ACL_GROUP_ALL, "READ"},
        {"public-read-write", "uri", ACL_GROUP_ALL, "WRITE"},
        {"authenticated-read", "uri", ACL_GROUP_AUTHENTICATED, "READ"},
        {"log-delivery-write", "uri", LOG_DELIVERY, "WRITE"},
        {"log-delivery-write", "uri", LOG_DELIVERY, "READ_ACP"},
        {"aws-exec-read", NULL, NULL, NULL},
        {"bucket-owner-read", "id", NULL, "READ"},
        {"bucket-owner-full-control", "id", NULL, "FULL_CONTROL"},
    };
    bool known = false;
    json_t *acl = new_acl(call, owners.owner);
    grant(acl, "id", owners.owner, "FULL_CONTROL");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].name, name) != 0)
            continue;
        known = true;
        const char *grantee = rows[i].grantee == NULL ? owners.bucket_owner : rows[i].grantee;
        if (rows[i].kind != NULL && grantee != NULL && strcmp(grantee, owners.owner) != 0)
            grant(acl, rows[i].kind, grantee, rows[i].permission);
    }
    if (!known)
        (void)fault_argument(&call->fault, "", "x-amz-acl", name);
    return known ? acl : NULL;
}

json_t *acl_of_object(struct call *call, const json_t *info)
{
    json_t *acl = json_object_get(info, "acl");
    const char *owner = json_string_value(json_object_get(info, "owner"));
    return acl != NULL || owner == NULL
               ? acl
               : acl_canned(call, "private", (struct acl_owners){owner, NULL});
}

/* ---- grants in headers: id="...", uri="...", emailAddress="..." ---- */

static const struct {
    const char *header, *permission;
} grant_headers[] = {{"x-amz-grant-full-control", "FULL_CONTROL"},
                     {"x-amz-grant-read", "READ"},
                     {"x-amz-grant-write", "WRITE"},
                     {"x-amz-grant-read-acp", "READ_ACP"},
                     {"x-amz-grant-write-acp", "WRITE_ACP"}};

enum { GRANT_HEADERS = sizeof grant_headers / sizeof *grant_headers };

static bool is_group(const char *uri)
{
    static const char *const groups[] = {ACL_GROUP_ALL, ACL_GROUP_AUTHENTICATED, LOG_DELIVERY};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (strcmp(groups[i], uri) == 0)
            return true;
    return false;
}

static bool is_user(const char *id)
{
    return strlen(id) == OWNER_SIZE - 1 && strspn(id, "0123456789abcdef") == OWNER_SIZE - 1;
}

/* Who gets a permission: `kind` is "id", "uri" or "emailAddress". */
struct grantee {
    const char *kind, *name;
};

static bool add_grant(struct call *call, json_t *acl, const struct grantee *to,
                      const char *permission)
{
    const char *kind = to->kind, *name = to->name;
    if (strcasecmp(kind, "emailAddress") == 0)
        return fault_set(&call->fault, FAULT_UNRESOLVABLE_EMAIL);
    bool uri = strcasecmp(kind, "uri") == 0;
    if (uri ? !is_group(name) : strcasecmp(kind, "id") != 0 || !is_user(name)) {
        return fault_argument(&call->fault, uri ? "Invalid group uri" : "Invalid id",
                              uri ? "uri" : "id", name);
    }
    grant(acl, uri ? "uri" : "id", name, permission);
    return true;
}

static bool add_header(struct call *call, json_t *acl, const char *value, const char *permission)
{
    while (*value != '\0') {
        value += strspn(value, " ,");
        size_t size = strcspn(value, "="), start = size + (value[size] == '=');
        bool quoted = value[start] == '"';
        start += quoted;
        size_t n = strcspn(value + start, quoted ? "\"" : ",");
        const struct grantee to = {.kind = pool_copy(&call->pool, value, size),
                                   .name = pool_copy(&call->pool, value + start, n)};
        if (size == 0 || to.kind == NULL || to.name == NULL ||
            !add_grant(call, acl, &to, permission)) {
            return size == 0 ? fault_argument(&call->fault, "Argument format not recognized",
                                              permission, value)
                             : false;
        }
        value += start + n;
        value += quoted && *value == '"';
    }
    return true;
}

bool acl_in_headers(const struct call *call)
{
    bool found = call_header(call, "x-amz-acl") != NULL;
    for (size_t i = 0; i < GRANT_HEADERS; i++)
        found = call_header(call, grant_headers[i].header) != NULL || found;
    return found;
}

json_t *acl_from_headers(struct call *call, struct acl_owners owners)
{
    const char *canned = call_header(call, "x-amz-acl");
    json_t *acl = new_acl(call, owners.owner);
    for (size_t i = 0; i < GRANT_HEADERS; i++) {
        const char *value = call_header(call, grant_headers[i].header);
        if (value == NULL)
            continue;
        if (canned != NULL) {
            fault_say(&call->fault, FAULT_INVALID_REQUEST,
                      "Specifying both Canned ACLs and Header Grants is not allowed");
            return NULL;
        }
        if (!add_header(call, acl, value, grant_headers[i].permission))
            return NULL;
    }
    if (json_array_size(json_object_get(acl, "grants")) > 0)
        return acl;
    return acl_canned(call, canned == NULL ? "private" : canned, owners);
}

/* ---- documents ---- */

static const struct xml_rule owner_rules[] = {
    {"ID", XML_TEXT, 0, 1, NULL, NULL}, {"DisplayName", XML_TEXT, 0, 1, NULL, NULL}, {NULL}};
static const struct xml_rule grantee_rules[] = {{"ID", XML_TEXT, 0, 1, NULL, NULL},
                                                {"DisplayName", XML_TEXT, 0, 1, NULL, NULL},
                                                {"URI", XML_TEXT, 0, 1, NULL, NULL},
                                                {"EmailAddress", XML_TEXT, 0, 1, NULL, NULL},
                                                {NULL}};
static const struct xml_rule grant_rules[] = {{"Grantee", XML_GROUP, 1, 1, NULL, grantee_rules},
                                              {"Permission", XML_TEXT, 1, 1, permissions, NULL},
                                              {NULL}};
static const struct xml_rule list_rules[] = {{"Grant", XML_GROUP, 0, 100, NULL, grant_rules},
                                             {NULL}};
static const struct xml_rule acl_rules[] = {
    {"Owner", XML_GROUP, 0, 1, NULL, owner_rules},
    {"AccessControlList", XML_GROUP, 0, 1, NULL, list_rules},
    {NULL}};
static const struct xml_rule document_rule = {
    "AccessControlPolicy", XML_GROUP, 1, 1, NULL, acl_rules};

static bool add_element(struct call *call, json_t *acl, const struct xml_node *element)
{
    const struct xml_node *grantee = xml_child(element, "Grantee");
    const char *permission = xml_text(element, "Permission");
    static const struct {
        const char *element, *kind;
    } kinds[] = {{"ID", "id"}, {"URI", "uri"}, {"EmailAddress", "emailAddress"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *value = xml_text(grantee, kinds[i].element);
        if (value != NULL)
            return add_grant(call, acl, &(struct grantee){kinds[i].kind, value}, permission);
    }
    return fault_set(&call->fault, FAULT_MALFORMED_ACL);
}

json_t *acl_from_document(struct call *call, const char *owner)
{
    if (!xml_valid(call->xml, &document_rule)) {
        fault_set(&call->fault, FAULT_MALFORMED_ACL);
        return NULL;
    }
    const char *said = xml_text(xml_child(call->xml, "Owner"), "ID");
    if (said == NULL) {
        fault_set(&call->fault, FAULT_MALFORMED_ACL);
        return NULL;
    }
    json_t *acl = new_acl(call, owner);
    const struct xml_node *list = xml_child(call->xml, "AccessControlList");
    for (const struct xml_node *g = xml_child(list, "Grant"); g != NULL; g = xml_again(g))
        if (!add_element(call, acl, g))
            return NULL;
    if (strcmp(said, owner) != 0) {
        fault_set(&call->fault, FAULT_ACCESS_DENIED);
        return NULL;
    }
    return acl;
}

/* ---- asking ---- */

static bool is_caller(const struct call *call, const json_t *entry, bool ignore_public)
{
    const char *id = json_string_value(json_object_get(entry, "id"));
    const char *uri = json_string_value(json_object_get(entry, "uri"));
    if (id != NULL)
        return !call->anonymous && strcmp(id, call->owner) == 0;
    return uri != NULL && !ignore_public &&
           (strcmp(uri, ACL_GROUP_ALL) == 0 ||
            (strcmp(uri, ACL_GROUP_AUTHENTICATED) == 0 && !call->anonymous));
}

bool acl_grants(const struct call *call, const json_t *acl, enum permission permission,
                bool ignore_public)
{
    size_t i;
    json_t *entry;
    json_array_foreach (json_object_get(acl, "grants"), i, entry) {
        const char *granted = json_string_value(json_object_get(entry, "permission"));
        if (granted != NULL && is_caller(call, entry, ignore_public) &&
            (strcmp(granted, "FULL_CONTROL") == 0 ||
             strcmp(granted, permission_name(permission)) == 0))
            return true;
    }
    return false;
}

bool acl_is_public(const json_t *acl)
{
    size_t i;
    json_t *entry;
    json_array_foreach (json_object_get(acl, "grants"), i, entry) {
        const char *uri = json_string_value(json_object_get(entry, "uri"));
        if (uri != NULL && strcmp(uri, LOG_DELIVERY) != 0)
            return true;
    }
    return false;
}

static void write_grant(struct text *text, const json_t *entry)
{
    const char *id = json_string_value(json_object_get(entry, "id"));
    text_format(text,
                "<Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                "xsi:type=\"%s\">",
                id != NULL ? "CanonicalUser" : "Group");
    if (id != NULL) {
        const char *account = owner_account(id);
        xml_element(text, "ID", id);
        xml_element(text, "DisplayName", account);
    } else {
        xml_element(text, "URI", json_string_value(json_object_get(entry, "uri")));
    }
    xml_close(text, "Grantee");
    xml_element(text, "Permission", json_string_value(json_object_get(entry, "permission")));
    xml_close(text, "Grant");
}

void acl_answer(struct call *call, const json_t *acl)
{
    size_t i;
    json_t *entry;
    struct text *text = call_xml(call, "AccessControlPolicy");
    xml_owner(text, "Owner", json_string_value(json_object_get(acl, "owner")));
    xml_open(text, "AccessControlList");
    /* first groups, then users: AWS was recorded to keep their order, but Ceph's s3-tests, which
     * compare display names, can only read them so */
    for (int groups = 1; groups >= 0; groups--) {
        json_array_foreach (json_object_get(acl, "grants"), i, entry)
            if ((json_object_get(entry, "uri") != NULL) == groups)
                write_grant(text, entry);
    }
    xml_close(text, "AccessControlList");
    xml_close(text, "AccessControlPolicy");
}
