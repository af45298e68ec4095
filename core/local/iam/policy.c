/* SPDX-License-Identifier: Apache-2.0 */
/* What an IAM policy document says. */
#include "local/iam/policy.h"

#include <string.h>

#include <slrun/arn.h>
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

static enum slrun_policy_holds opposite(enum slrun_policy_holds holds)
{
    return (enum slrun_policy_holds)(SLRUN_POLICY_YES - holds);
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

static bool about_action(const json_t *statement, const char *action)
{
    const json_t *others = json_object_get(statement, "NotAction");
    return others ? !names_action(others, action)
                  : names_action(json_object_get(statement, "Action"), action);
}

/* An action that IAM knows no resource for is allowed on all: "*", or all of a type. Names without
 * an account are no types (buckets of S3). */
static bool is_of_all(const char *pattern)
{
    const char *at = slrun_arn_behind(pattern, 5);
    size_t n = strlen(pattern);
    if (!at) /* "*", "arn:aws:sqs:*" */
        return n > 0 && pattern[n - 1] == '*';
    if (at[-2] != ':') {
        at += strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
        at += strspn(at, "/:");
    }
    return *at && at[strspn(at, "*/:")] == '\0';
}

static enum slrun_policy_holds fits(const char *pattern, const struct slrun_policy_ask *ask)
{
    const char *resource = ask->resource;
    if (ask->exact)
        return slrun_wild(pattern, resource, SLRUN_WILD_ONE) ? SLRUN_POLICY_YES : SLRUN_POLICY_NO;
    if (!strcmp(resource, "*"))
        return is_of_all(pattern) ? SLRUN_POLICY_YES : SLRUN_POLICY_NO;
    return policy_covers(pattern, resource, false) ? SLRUN_POLICY_YES
           : meets(pattern, resource)              ? SLRUN_POLICY_PERHAPS
                                                   : SLRUN_POLICY_NO;
}

static enum slrun_policy_holds names_resource(const json_t *patterns,
                                              const struct slrun_policy_ask *ask)
{
    enum slrun_policy_holds most = SLRUN_POLICY_NO;
    const json_t *value;
    char filled[POLICY_PATTERN_MAX + 1];
    for (size_t i = 0; most < SLRUN_POLICY_YES && (value = policy_value(patterns, i)); i++) {
        enum slrun_policy_holds sure = SLRUN_POLICY_PERHAPS, one = SLRUN_POLICY_PERHAPS;
        const char *pattern = json_string_value(value);
        if (pattern && *pattern)
            one = fits(policy_fill(pattern, ask, filled, &sure), ask);
        one = sure < one ? sure : one;
        most = one > most ? one : most;
    }
    return most;
}

static enum slrun_policy_holds about_resource(const json_t *statement,
                                              const struct slrun_policy_ask *ask)
{
    const json_t *others = json_object_get(statement, "NotResource");
    const json_t *resource = json_object_get(statement, "Resource");
    if (others)
        return opposite(names_resource(others, ask));
    return resource ? names_resource(resource, ask) : SLRUN_POLICY_PERHAPS;
}

/* Those of one kind; what is no text may be anybody. */
static enum slrun_policy_holds names_of_kind(const char *kind, const json_t *names,
                                             const struct slrun_policy_ask *ask, bool denies)
{
    enum slrun_policy_holds most = SLRUN_POLICY_NO;
    const json_t *value;
    for (size_t i = 0; most < SLRUN_POLICY_YES && (value = policy_value(names, i)); i++) {
        enum slrun_policy_holds one =
            json_is_string(value) ? ask->principal(ask->arg, kind, json_string_value(value), denies)
                                  : SLRUN_POLICY_PERHAPS;
        most = one > most ? one : most;
    }
    return most;
}

static enum slrun_policy_holds names_asker(const json_t *principal,
                                           const struct slrun_policy_ask *ask, bool denies)
{
    enum slrun_policy_holds most = SLRUN_POLICY_NO;
    const char *kind;
    json_t *names;
    if (!json_is_object(principal))
        return names_of_kind("AWS", principal, ask, denies);
    json_object_foreach ((json_t *)principal, kind, names) {
        enum slrun_policy_holds one = names_of_kind(kind, names, ask, denies);
        most = one > most ? one : most;
    }
    return most;
}

static enum slrun_policy_holds about_asker(const json_t *statement,
                                           const struct slrun_policy_ask *ask, bool denies)
{
    const json_t *others = json_object_get(statement, "NotPrincipal");
    const json_t *principal = json_object_get(statement, "Principal");
    if (!ask->principal)
        return SLRUN_POLICY_YES;
    if (others)
        return opposite(names_asker(others, ask, denies));
    return principal ? names_asker(principal, ask, denies) : SLRUN_POLICY_PERHAPS;
}

/* ---- documents ---- */

static enum slrun_policy_effect statement_says(const json_t *s, const struct slrun_policy_ask *ask)
{
    const char *effect = json_string_value(json_object_get(s, "Effect"));
    bool denies = effect && !strcmp(effect, "Deny");
    enum slrun_policy_holds least = denies ? SLRUN_POLICY_YES : SLRUN_POLICY_PERHAPS;
    if (!effect || !about_action(s, ask->action) || about_resource(s, ask) < least ||
        about_asker(s, ask, denies) < least ||
        policy_condition(json_object_get(s, "Condition"), ask) < least)
        return SLRUN_POLICY_SILENT;
    return denies ? SLRUN_POLICY_DENIES : SLRUN_POLICY_ALLOWS;
}

enum slrun_policy_effect policy_says(const json_t *document, const struct slrun_policy_ask *ask)
{
    enum slrun_policy_effect most = SLRUN_POLICY_SILENT;
    const json_t *statements = json_object_get(document, "Statement"), *s;
    for (size_t i = 0; most < SLRUN_POLICY_DENIES && (s = policy_value(statements, i)); i++) {
        enum slrun_policy_effect says = statement_says(s, ask);
        most = says > most ? says : most;
    }
    return most;
}
