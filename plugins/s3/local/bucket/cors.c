/* SPDX-License-Identifier: Apache-2.0 */
/* Cross-origin requests. */
#include "bucket/cors.h"

#include <string.h>
#include <strings.h>

#include <slrun/wild.h>

enum { CORS_RULES_MAX = 100 };

static const struct xml_rule rule_rules[] = {{"ID", XML_TEXT, 0, 1, NULL, NULL},
                                             {"AllowedHeader", XML_TEXT, 0, 100, NULL, NULL},
                                             {"AllowedMethod", XML_TEXT, 1, 100, NULL, NULL},
                                             {"AllowedOrigin", XML_TEXT, 1, 100, NULL, NULL},
                                             {"ExposeHeader", XML_TEXT, 0, 100, NULL, NULL},
                                             {"MaxAgeSeconds", XML_INTEGER, 0, 1, NULL, NULL},
                                             {NULL}};
static const struct xml_rule rules[] = {{"CORSRule", XML_GROUP, 1, 1000, NULL, rule_rules}, {NULL}};
const struct xml_rule cors_rule = {"CORSConfiguration", XML_GROUP, 1, 1, NULL, rules};

static bool is_method(const char *word)
{
    static const char *const methods[] = {"GET", "PUT", "POST", "DELETE", "HEAD"};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (strcmp(methods[i], word) == 0)
            return true;
    return false;
}

/* One of several of a rule: what S3 says of a text with more asterisks than it takes. */
static bool check_wild(struct call *call, const struct xml_node *rule, const char *name)
{
    for (const struct xml_node *n = xml_child(rule, name); n != NULL; n = xml_again(n)) {
        const char *first = strchr(n->text.data, '*');
        if (first != NULL && strchr(first + 1, '*') != NULL) {
            return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                             "%s \"%.200s\" can not have more than one wildcard.", name,
                             n->text.data);
        }
    }
    return true;
}

static bool check_exposed(struct call *call, const struct xml_node *rule)
{
    for (const struct xml_node *n = xml_child(rule, "ExposeHeader"); n != NULL; n = xml_again(n)) {
        if (strchr(n->text.data, '*') != NULL) {
            return fault_say(
                &call->fault, FAULT_INVALID_REQUEST,
                "ExposeHeader \"%.200s\" contains wildcard. We currently do not support "
                "wildcard for ExposeHeader.",
                n->text.data);
        }
        if (n->text.data[strspn(n->text.data, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                              "0123456789-_.")] != '\0') {
            return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                             "ExposeHeader \"%.200s\" contains invalid character.", n->text.data);
        }
    }
    return true;
}

bool cors_check(struct call *call)
{
    size_t n = 0;
    for (const struct xml_node *rule = call->xml->first; rule != NULL; rule = rule->next) {
        if (++n > CORS_RULES_MAX) {
            return fault_say(
                &call->fault, FAULT_INVALID_REQUEST,
                "The number of CORS rules should not exceed allowed limit of %d rules.",
                CORS_RULES_MAX);
        }
        if (!check_wild(call, rule, "AllowedOrigin") || !check_wild(call, rule, "AllowedHeader") ||
            !check_exposed(call, rule))
            return false;
        const struct xml_node *method = xml_child(rule, "AllowedMethod");
        for (; method != NULL; method = xml_again(method)) {
            if (!is_method(method->text.data)) {
                return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                                 "Found unsupported HTTP method in CORS config. Unsupported method "
                                 "is %s",
                                 method->text.data);
            }
        }
    }
    return true;
}

static const char *lower(struct call *call, const char *text, size_t size)
{
    char *copy = pool_copy(&call->pool, text, size);
    for (char *c = copy; c != NULL && *c != '\0'; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 'a' - 'A' : *c);
    return copy == NULL ? "" : copy;
}

static bool has(const struct xml_node *rule, const char *name, const char *text)
{
    for (const struct xml_node *n = xml_child(rule, name); n != NULL; n = xml_again(n))
        if (slrun_wild(n->text.data, text, 0))
            return true;
    return false;
}

static bool has_header(struct call *call, const struct xml_node *rule, const char *header)
{
    for (const struct xml_node *n = xml_child(rule, "AllowedHeader"); n != NULL; n = xml_again(n))
        if (slrun_wild(lower(call, n->text.data, n->text.size), header, 0))
            return true;
    return false;
}

static bool has_headers(struct call *call, const struct xml_node *rule, const char *list)
{
    while (list != NULL && *list != '\0') {
        list += strspn(list, " ,");
        size_t n = strcspn(list, " ,");
        if (n > 0 && !has_header(call, rule, lower(call, list, n)))
            return false;
        list += n;
    }
    return true;
}

/* The first rule that allows origin, method and headers. */
static const struct xml_node *find_rule(struct call *call, const char *method, const char *headers)
{
    const char *origin = call_header(call, "Origin");
    const struct xml_node *root = NULL;
    if (origin != NULL && call->bucket.id != 0)
        root = store_config_xml(call->service->store, &call->pool, call->bucket.id, "cors");
    for (const struct xml_node *rule = xml_child(root, "CORSRule"); rule != NULL;
         rule = xml_again(rule))
        if (has(rule, "AllowedOrigin", origin) && has(rule, "AllowedMethod", method) &&
            has_headers(call, rule, headers))
            return rule;
    return NULL;
}

static const char *joined(struct call *call, const struct xml_node *rule, const char *name)
{
    struct text text = {.pool = &call->pool};
    for (const struct xml_node *n = xml_child(rule, name); n != NULL; n = xml_again(n)) {
        text_string(&text, text.size > 0 ? ", " : "");
        text_string(&text, n->text.data);
    }
    return text.size == 0 ? NULL : text.data;
}

static void add_rule(struct call *call, const struct xml_node *rule)
{
    const char *origin = call_header(call, "Origin");
    bool any = false;
    for (const struct xml_node *n = xml_child(rule, "AllowedOrigin"); n != NULL; n = xml_again(n))
        any = strcmp(n->text.data, "*") == 0 || any;
    call_add(call, "Access-Control-Allow-Origin", any ? "*" : origin);
    call_add(call, "Access-Control-Allow-Credentials", any ? NULL : "true");
    call_add(call, "Access-Control-Allow-Methods", joined(call, rule, "AllowedMethod"));
    call_add(call, "Access-Control-Expose-Headers", joined(call, rule, "ExposeHeader"));
    call_add(call, "Access-Control-Max-Age", xml_text(rule, "MaxAgeSeconds"));
    call_add(call, "Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
}

void cors_add_headers(struct call *call)
{
    const struct xml_node *rule = NULL;
    if (call_header(call, "Origin") != NULL && strcmp(call->x->method, "OPTIONS") != 0) {
        const char *method = call_header(call, "Access-Control-Request-Method");
        rule = find_rule(call, method != NULL ? method : call->x->method, NULL);
    }
    if (rule != NULL)
        add_rule(call, rule);
}

/* Is there a configuration, or even the bucket? */
static bool is_enabled(struct call *call)
{
    return call->bucket.id != 0 &&
           store_config(call->service->store, &call->pool, call->bucket.id, "cors").data != NULL;
}

/* Says more where the bucket allows nothing at all. */
static bool forbidden(struct call *call, const char *method)
{
    bool any = is_enabled(call);
    if (any) {
        fault_set(&call->fault, FAULT_CORS_FORBIDDEN);
    } else {
        fault_say(&call->fault, FAULT_CORS_FORBIDDEN, "CORSResponse: %s",
                  call->bucket.id == 0 ? "Bucket not found"
                                       : "CORS is not enabled for this bucket.");
    }
    fault_detail(&call->fault, "Method", method);
    fault_detail(&call->fault, "ResourceType",
                 any && call->address.key.size > 0 ? "OBJECT" : "BUCKET");
    return false;
}

/* The headers that were asked for, as S3 writes a list of them. */
static const char *allowed_headers(struct call *call, const char *list)
{
    struct text text = {.pool = &call->pool};
    while (list != NULL && *list != '\0') {
        list += strspn(list, " ,");
        size_t n = strcspn(list, " ,");
        text_string(&text, n > 0 && text.size > 0 ? ", " : "");
        text_string(&text, lower(call, list, n));
        list += n;
    }
    return text.size == 0 ? NULL : text.data;
}

bool op_preflight(struct call *call)
{
    const char *origin = call_header(call, "Origin");
    const char *method = call_header(call, "Access-Control-Request-Method");
    const char *headers = call_header(call, "Access-Control-Request-Headers");
    if (origin == NULL || origin[0] == '\0')
        return fault_set(&call->fault, FAULT_CORS_INCOMPLETE);
    bool named = method != NULL && method[0] != '\0';
    if (!named && !is_enabled(call))
        return forbidden(call, "OPTIONS");
    if (!named ||
        !(is_method(method) || strcmp(method, "PATCH") == 0 || strcmp(method, "OPTIONS") == 0)) {
        return fault_say(&call->fault, FAULT_CORS_INCOMPLETE,
                         "Invalid Access-Control-Request-Method: %s", named ? method : "null");
    }
    const struct xml_node *rule = find_rule(call, method, headers);
    if (rule == NULL)
        return forbidden(call, method);
    add_rule(call, rule);
    call_add(call, "Access-Control-Allow-Headers", allowed_headers(call, headers));
    return true;
}
