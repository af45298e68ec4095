/* SPDX-License-Identifier: Apache-2.0 */
/* IAM policy documents: statements, and what several documents come to. */
#include "local/policy.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <slrun/wild.h>

/* ---- patterns ---- */

bool policy_covers(const char *pattern, const char *text, bool folded)
{
    return slrun_wild(pattern, text,
                      SLRUN_WILD_ONE | SLRUN_WILD_COVERS | (folded ? SLRUN_WILD_FOLDED : 0));
}

/* Whether some text fits both patterns: a row of the table of their prefixes at a time. */
static bool meets(const char *a, const char *b)
{
    bool row[POLICY_PATTERN_MAX + 1];
    size_t n = strlen(b);
    if (n > POLICY_PATTERN_MAX)
        return true;
    row[0] = true;
    for (size_t j = 1; j <= n; j++)
        row[j] = row[j - 1] && b[j - 1] == '*';
    for (; *a; a++) {
        bool diagonal = row[0];
        row[0] = row[0] && *a == '*';
        for (size_t j = 1; j <= n; j++) {
            bool above = row[j], one = *a == '?' || b[j - 1] == '?' || *a == b[j - 1];
            if (*a == '*' || b[j - 1] == '*')
                row[j] = above || row[j - 1];
            else
                row[j] = diagonal && one;
            diagonal = above;
        }
    }
    return row[n];
}

const json_t *policy_value(const json_t *values, size_t i)
{
    return json_is_array(values) ? json_array_get(values, i) : i == 0 ? values : NULL;
}

const char *policy_key(const struct policy_ask *ask, const char *name, size_t size)
{
    for (size_t i = 0; i < ask->n_keys; i++)
        if (strlen(ask->keys[i].name) == size && !strncasecmp(ask->keys[i].name, name, size))
            return ask->keys[i].value;
    return NULL;
}

/* Fills ${VARIABLES} in; one that is not known becomes '*', and *sure false. */
static void fill_in(const char *pattern, const struct policy_ask *ask,
                    char filled[POLICY_PATTERN_MAX + 1], bool *sure)
{
    size_t n = 0;
    *sure = true;
    while (*pattern && n < POLICY_PATTERN_MAX) {
        const char *end = !strncmp(pattern, "${", 2) ? strchr(pattern, '}') : NULL;
        if (!end) {
            filled[n++] = *pattern++;
            continue;
        }
        const char *value = policy_key(ask, pattern + 2, (size_t)(end - pattern) - 2);
        *sure = *sure && value;
        n += (size_t)snprintf(filled + n, POLICY_PATTERN_MAX + 1 - n, "%s", value ? value : "*");
        pattern = end + 1;
    }
    if (n > POLICY_PATTERN_MAX || *pattern) {
        *sure = false;
        n = (size_t)snprintf(filled, 2, "*");
    }
    filled[n] = '\0';
}

/* ---- the elements of a statement ---- */

static bool names_action(const json_t *patterns, const char *action)
{
    const json_t *value;
    for (size_t i = 0; (value = policy_value(patterns, i)); i++)
        if (json_is_string(value) && policy_covers(json_string_value(value), action, true))
            return true;
    return false;
}

/* An action that IAM knows no resource for is allowed on all: "*", or all of a type. Names without
 * an account are no types (buckets of S3). */
static bool is_of_all(const char *pattern)
{
    size_t colons = 0;
    for (; *pattern && colons < 5; pattern++)
        colons += *pattern == ':';
    if (colons < 5) /* "*", "arn:aws:sqs:*" */
        return pattern[-1] == '*';
    if (pattern[-2] != ':') {
        pattern += strspn(pattern, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
        pattern += strspn(pattern, "/:");
    }
    return *pattern && pattern[strspn(pattern, "*/:")] == '\0';
}

static enum policy_holds names_resource(const json_t *patterns, const struct policy_ask *ask)
{
    enum policy_holds most = POLICY_NO;
    const json_t *value;
    char filled[POLICY_PATTERN_MAX + 1];
    bool sure, none = !strcmp(ask->resource, "*");
    for (size_t i = 0; most < POLICY_YES && (value = policy_value(patterns, i)); i++) {
        if (!json_is_string(value) || !*json_string_value(value)) {
            most = POLICY_PERHAPS;
            continue;
        }
        fill_in(json_string_value(value), ask, filled, &sure);
        bool covers = none ? is_of_all(filled) : policy_covers(filled, ask->resource, false);
        if (covers && sure)
            most = POLICY_YES;
        else if (covers || (!none && meets(filled, ask->resource)))
            most = POLICY_PERHAPS;
    }
    return most;
}

static enum policy_holds opposite(enum policy_holds holds)
{
    return (enum policy_holds)(POLICY_YES - holds);
}

static enum policy_holds about_resource(const json_t *statement, const struct policy_ask *ask)
{
    const json_t *others = json_object_get(statement, "NotResource");
    const json_t *resource = json_object_get(statement, "Resource");
    if (others)
        return opposite(names_resource(others, ask));
    return resource ? names_resource(resource, ask) : POLICY_PERHAPS;
}

static bool about_action(const json_t *statement, const struct policy_ask *ask)
{
    const json_t *others = json_object_get(statement, "NotAction");
    return others ? !names_action(others, ask->action)
                  : names_action(json_object_get(statement, "Action"), ask->action);
}

/* "sns.amazonaws.com" is "sns.us-east-1.amazonaws.com", too. */
static bool is_service(const char *name, const char *service)
{
    static const char domain[] = ".amazonaws.com";
    size_t n = strlen(name), own = strcspn(service, ".") + 1;
    return !strncmp(name, service, own) && n >= sizeof domain &&
           !strcmp(name + n - (sizeof domain - 1), domain);
}

/* Whether the principal is the caller's account as a whole. */
static bool is_account(const char *name, const struct policy_ask *ask)
{
    const char *account = policy_key(ask, "aws:PrincipalAccount", 20);
    const char *root = strstr(name, ":root"), *iam = strstr(name, "iam::");
    return account && (!strcmp(name, account) ||
                       (root && !root[5] && iam && !strncmp(iam + 5, account, strlen(account))));
}

/* An account as a principal leaves it to the policies of its identities whom it allows; and a
 * denial for all of an account is one for this role, too. */
static bool is_principal(const char *name, const struct policy_ask *ask, bool denies)
{
    if (!strcmp(name, "*"))
        return true;
    if (ask->service)
        return false;
    return !strcmp(name, ask->role) || !strcmp(name, ask->session) ||
           ((denies || ask->by_account) && is_account(name, ask));
}

static enum policy_holds names_principal(const json_t *names, const struct policy_ask *ask,
                                         bool denies)
{
    const json_t *value;
    for (size_t i = 0; (value = policy_value(names, i)); i++) {
        if (!json_is_string(value))
            return POLICY_PERHAPS;
        if (is_principal(json_string_value(value), ask, denies))
            return POLICY_YES;
    }
    return POLICY_NO;
}

static enum policy_holds names_service(const json_t *names, const char *service)
{
    const json_t *value;
    for (size_t i = 0; (value = policy_value(names, i)); i++) {
        if (!json_is_string(value))
            return POLICY_PERHAPS;
        if (is_service(json_string_value(value), service))
            return POLICY_YES;
    }
    return POLICY_NO;
}

static enum policy_holds about_principal(const json_t *statement, const struct policy_ask *ask,
                                         bool denies)
{
    const json_t *principal = json_object_get(statement, "Principal");
    if (!principal)
        return POLICY_PERHAPS; /* NotPrincipal: all but a few */
    if (!json_is_object(principal))
        return names_principal(principal, ask, denies);
    enum policy_holds holds = names_principal(json_object_get(principal, "AWS"), ask, denies);
    enum policy_holds service =
        ask->service ? names_service(json_object_get(principal, "Service"), ask->service)
                     : POLICY_NO;
    return service > holds ? service : holds;
}

/* ---- documents ---- */

static enum policy_effect statement_says(const json_t *s, const struct policy_ask *ask,
                                         bool of_resource)
{
    const char *effect = json_string_value(json_object_get(s, "Effect"));
    bool denies = effect && !strcmp(effect, "Deny");
    enum policy_holds least = denies ? POLICY_YES : POLICY_PERHAPS;
    if (!effect || !about_action(s, ask) || about_resource(s, ask) < least ||
        (of_resource && about_principal(s, ask, denies) < least) ||
        policy_condition(json_object_get(s, "Condition"), ask) < least)
        return POLICY_SILENT;
    return denies ? POLICY_DENIES : POLICY_ALLOWS;
}

static enum policy_effect document_says(const json_t *document, const struct policy_ask *ask,
                                        bool of_resource)
{
    enum policy_effect most = POLICY_SILENT;
    const json_t *statements = json_object_get(document, "Statement"), *s;
    for (size_t i = 0; most < POLICY_DENIES && (s = policy_value(statements, i)); i++) {
        enum policy_effect says = statement_says(s, ask, of_resource);
        most = says > most ? says : most;
    }
    return most;
}

enum policy_effect policy_of_identity(const json_t *document, const struct policy_ask *ask)
{
    return document_says(document, ask, false);
}

enum policy_effect policy_of_resource(const json_t *document, const struct policy_ask *ask)
{
    return document_says(document, ask, true);
}

enum policy_verdict policy_judge(const struct policy_set *set, const struct policy_ask *ask)
{
    enum policy_effect identity = POLICY_SILENT;
    size_t i;
    json_t *document;
    json_array_foreach ((json_t *)set->identity, i, document) {
        enum policy_effect says = policy_of_identity(document, ask);
        identity = says > identity ? says : identity;
    }
    enum policy_effect resource = policy_of_resource(set->resource, ask);
    enum policy_effect boundary =
        set->boundary ? policy_of_identity(set->boundary, ask) : POLICY_ALLOWS;
    if (identity == POLICY_DENIES)
        return POLICY_IDENTITY_DENIES;
    if (resource == POLICY_DENIES)
        return POLICY_RESOURCE_DENIES;
    if (boundary == POLICY_DENIES)
        return POLICY_BOUNDARY_DENIES;
    if (resource == POLICY_ALLOWS)
        return POLICY_ALLOWED;
    if (identity == POLICY_SILENT)
        return POLICY_NO_STATEMENT;
    return boundary == POLICY_ALLOWS ? POLICY_ALLOWED : POLICY_NOT_IN_BOUNDARY;
}

enum policy_verdict policy_judge_trust(const struct policy_set *set, const struct policy_ask *ask)
{
    struct policy_ask wide = *ask;
    wide.by_account = true;
    enum policy_verdict verdict = policy_judge(set, ask);
    bool let = policy_of_resource(set->resource, &wide) != POLICY_SILENT;
    return let || (verdict != POLICY_ALLOWED && verdict != POLICY_NO_STATEMENT) ? verdict
                                                                                : POLICY_NOT_LET;
}

enum policy_verdict policy_judge_service(const json_t *resource, const struct policy_ask *ask)
{
    enum policy_effect effect = policy_of_resource(resource, ask);
    return effect == POLICY_DENIES   ? POLICY_RESOURCE_DENIES
           : effect == POLICY_ALLOWS ? POLICY_ALLOWED
                                     : POLICY_NOT_LET;
}
