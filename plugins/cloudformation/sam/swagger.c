/* SPDX-License-Identifier: Apache-2.0 */
/* Paths and methods of API definitions. */
#include "sam/swagger.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "sam/value.h"

json_t *sam_body_new(enum sam_api api)
{
    return json_pack("{s:s, s:{s:s, s:o}, s:{}}", api == SAM_REST ? "swagger" : "openapi",
                     api == SAM_REST ? "2.0" : "3.0.1", "info", "version", "1.0", "title",
                     sam_ref("AWS::StackName"), "paths");
}

bool sam_version3(const json_t *version)
{
    if (json_is_real(version))
        return (int)json_real_value(version) == 3;
    const char *text = json_string_value(version);
    if (text == NULL || text[0] != '3' || text[1] != '.' || !isdigit((unsigned char)text[2]))
        return false;
    return text[3] == '\0' ||
           (text[3] == '.' && isdigit((unsigned char)text[4]) && text[5] == '\0');
}

bool sam_body_valid(const json_t *body, enum sam_api api)
{
    if (!json_is_object(json_object_get(body, "paths")))
        return false;
    return (api == SAM_REST && sam_has(body, "swagger")) ||
           sam_version3(json_object_get(body, "openapi"));
}

bool sam_body_check(struct sam *s, const json_t *body, enum sam_api api)
{
    if (!sam_body_valid(body, api)) {
        return sam_fail_template(
            s, "%s",
            api == SAM_REST
                ? "Invalid Swagger document or the Swagger document is not explicitly defined in "
                  "'DefinitionBody'."
                : "Invalid OpenApi document. Invalid values or missing keys for 'openapi' or "
                  "'paths' in 'DefinitionBody'.");
    }
    const char *path;
    json_t *item, *branches[SAM_BRANCHES];
    json_object_foreach (json_object_get(body, "paths"), path, item) {
        size_t n = sam_contents(item, branches);
        for (size_t i = 0; i < n; i++) {
            if (!json_is_object(branches[i])) {
                return sam_fail_template(
                    s, "Value of '%s' path must be a dictionary according to Swagger spec.", path);
            }
        }
    }
    return true;
}

size_t sam_contents(json_t *item, json_t *out[SAM_BRANCHES])
{
    const json_t *choice = json_object_get(item, "Fn::If");
    if (!json_is_array(choice)) {
        out[0] = item;
        return item == NULL ? 0 : 1;
    }
    size_t n = 0;
    for (size_t i = 1; i <= SAM_BRANCHES; i++) {
        json_t *branch = json_array_get(choice, i);
        if (branch != NULL && !sam_no_value(branch))
            out[n++] = branch;
    }
    return n;
}

const char *sam_method(const char *method, char out[SAM_METHOD_MAX])
{
    size_t n = 0;
    while (method[n] != '\0' && n + 1 < SAM_METHOD_MAX) {
        out[n] = (char)tolower((unsigned char)method[n]);
        n++;
    }
    out[n] = '\0';
    if (strcmp(out, "any") == 0)
        strcpy(out, SAM_ANY_METHOD);
    return out;
}

bool sam_add_path(struct sam *s, const struct sam_route *route)
{
    char method[SAM_METHOD_MAX];
    json_t *paths = json_object_get(route->body, "paths");
    json_t *item = sam_object_at(s, paths, route->path);
    if (item == NULL) {
        return sam_fail_template(
            s, "Value of '%s' path must be a dictionary according to Swagger spec.", route->path);
    }
    json_t *branches[SAM_BRANCHES];
    size_t n = sam_contents(item, branches);
    for (size_t i = 0; i < n; i++)
        sam_object_at(s, branches[i], sam_method(route->method, method));
    return true;
}

static bool has_integration(json_t *definition)
{
    json_t *branches[SAM_BRANCHES];
    size_t n = json_is_object(definition) ? sam_contents(definition, branches) : 0;
    for (size_t i = 0; i < n; i++)
        if (sam_has(branches[i], SAM_INTEGRATION))
            return true;
    return false;
}

bool sam_integrated(const struct sam_route *route)
{
    char method[SAM_METHOD_MAX];
    json_t *branches[SAM_BRANCHES];
    json_t *item = json_object_get(json_object_get(route->body, "paths"), route->path);
    size_t n = sam_contents(item, branches);
    for (size_t i = 0; i < n; i++)
        if (!has_integration(json_object_get(branches[i], sam_method(route->method, method))))
            return false;
    return item != NULL;
}

static size_t integrated_branches(json_t *definition, json_t **out)
{
    json_t *branches[SAM_BRANCHES];
    size_t n = sam_contents(definition, branches), found = 0;
    for (size_t i = 0; i < n; i++)
        if (sam_has(branches[i], SAM_INTEGRATION))
            out[found++] = branches[i];
    return found;
}

size_t sam_definitions(const struct sam_route *route, json_t *out[SAM_DEFINITIONS])
{
    char method[SAM_METHOD_MAX];
    json_t *branches[SAM_BRANCHES];
    json_t *item = json_object_get(json_object_get(route->body, "paths"), route->path);
    size_t n = sam_contents(item, branches), found = 0;
    for (size_t i = 0; i < n; i++) {
        json_t *definition = json_object_get(branches[i], sam_method(route->method, method));
        found += integrated_branches(definition, out + found);
    }
    return found;
}

static bool is_method(const char *key)
{
    return strcmp(key, "summary") != 0 && strcmp(key, "description") != 0 &&
           strcmp(key, "parameters") != 0;
}

static bool visit_item(struct sam *s, json_t *item, struct sam_visit *visit)
{
    char method[SAM_METHOD_MAX];
    const char *key;
    json_t *definition, *found[SAM_BRANCHES];
    json_object_foreach (item, key, definition) {
        if (!is_method(key))
            continue;
        if (!json_is_object(definition)) {
            return sam_fail_template(s, "Definition of method '%s' for path '%s' should be a map.",
                                     key, visit->path);
        }
        visit->method = sam_method(key, method);
        size_t n = integrated_branches(definition, found);
        for (size_t i = 0; i < n; i++)
            if (!visit->each(s, visit, found[i]))
                return false;
    }
    return true;
}

bool sam_visit(struct sam *s, json_t *body, struct sam_visit *visit)
{
    const char *path;
    json_t *item, *branches[SAM_BRANCHES];
    json_object_foreach (json_object_get(body, "paths"), path, item) {
        visit->path = path;
        size_t n = sam_contents(item, branches);
        for (size_t i = 0; i < n; i++)
            if (!visit_item(s, branches[i], visit))
                return false;
    }
    return true;
}

json_t *sam_security(struct sam *s, const struct sam_visit *visit, json_t *definition)
{
    json_t *list = sam_list_at(s, definition, "security");
    if (list == NULL) {
        sam_fail_template(s, "Type of security for path %s method %s must be a list", visit->path,
                          visit->method);
        return NULL;
    }
    size_t i;
    json_t *security;
    json_array_foreach (list, i, security) {
        if (!json_is_object(security)) {
            sam_fail_template(s, "Security for path %s method %s is not a valid dictionary.",
                              visit->path, visit->method);
            return NULL;
        }
    }
    return list;
}

/* The end of "{name}", "{name+}"; NULL: it is no path parameter. */
static const char *parameter_end(const char *text, enum sam_api api)
{
    const char *end = text + 1;
    while (isalnum((unsigned char)*end) || (*end != '\0' && strchr("._-", *end) != NULL))
        end++;
    bool proxy = strncmp(text, "{proxy+}", 8) == 0;
    if (*end == '+' && (api == SAM_REST || proxy))
        end++;
    return *end == '}' && end != text + 1 ? end : NULL;
}

const char *sam_arn_path(const char *path, enum sam_api api, char *out)
{
    size_t n = 0;
    while (*path != '\0' && n + 1 < SAM_ID_MAX) {
        const char *end = *path == '{' ? parameter_end(path, api) : NULL;
        out[n++] = end == NULL ? *path : '*';
        path = end == NULL ? path + 1 : end + 1;
    }
    out[n] = '\0';
    return out;
}
