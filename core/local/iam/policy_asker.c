/* SPDX-License-Identifier: Apache-2.0 */
/* What a document says to a role, or to a service as itself. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "local/iam/policy.h"

/* ---- condition keys ---- */

/* Keys that only calls by services have, for somebody's resource; and the first not even those: one
 * is deprecated, in favour of the others (Developer Guide of Amazon SNS), two have only requests to
 * a function's URL, where they are known. */
static bool is_absent(const char *key, const struct policy_ask *ask)
{
    static const char *const keys[] = {
        "aws:SourceOwner",   "lambda:FunctionUrlAuthType", "lambda:InvokedViaFunctionUrl",
        "aws:SourceArn",     "aws:SourceAccount",          "aws:SourceOrgID",
        "aws:SourceOrgPaths"};
    enum { NEVER = 3 };
    for (size_t i = 0; i < (ask->service ? NEVER : sizeof keys / sizeof *keys); i++)
        if (!strcasecmp(keys[i], key))
            return true;
    return false;
}

static const char *known(const struct policy_ask *ask, const char *name)
{
    for (size_t i = 0; i < ask->n_keys; i++)
        if (!strcasecmp(ask->keys[i].name, name))
            return ask->keys[i].value;
    return NULL;
}

static int key_values(void *arg, const char *name, const char **values)
{
    values[0] = known(arg, name);
    return values[0] ? 1 : is_absent(name, arg) ? 0 : SLRUN_POLICY_KEY_UNKNOWN;
}

/* ---- principals ---- */

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
    const char *account = known(ask, "aws:PrincipalAccount");
    const char *root = strstr(name, ":root"), *iam = strstr(name, "iam::");
    return account && (!strcmp(name, account) ||
                       (root && !root[5] && iam && !strncmp(iam + 5, account, strlen(account))));
}

/* An account as a principal leaves it to the policies of its identities whom it allows; and a
 * denial for all of an account is one for this role, too. */
static bool is_role(const char *name, const struct policy_ask *ask, bool denies)
{
    return (ask->role && !strcmp(name, ask->role)) || !strcmp(name, ask->session) ||
           ((denies || ask->by_account) && is_account(name, ask));
}

static enum slrun_policy_holds is_asker(void *arg, const char *kind, const char *name, int denies)
{
    const struct policy_ask *ask = arg;
    bool means = false;
    if (!strcmp(kind, "AWS") && !strcmp(name, "*"))
        means = true;
    else if (!strcmp(kind, "AWS") && ask->service)
        return denies ? SLRUN_POLICY_PERHAPS : SLRUN_POLICY_NO; /* on whose behalf is not known */
    else if (!strcmp(kind, "AWS"))
        means = is_role(name, ask, denies);
    else if (!strcmp(kind, "Service"))
        means = ask->service && is_service(name, ask->service);
    return means ? SLRUN_POLICY_YES : SLRUN_POLICY_NO;
}

/* ---- questions ---- */

static struct slrun_policy_ask question(const struct policy_ask *ask)
{
    return (struct slrun_policy_ask){.action = ask->action,
                                     .resource = ask->resource,
                                     .key = key_values,
                                     .arg = (struct policy_ask *)ask};
}

enum slrun_policy_effect policy_of_identity(const json_t *document, const struct policy_ask *ask)
{
    const struct slrun_policy_ask asked = question(ask);
    return policy_says(document, &asked);
}

enum slrun_policy_effect policy_of_resource(const json_t *document, const struct policy_ask *ask)
{
    struct slrun_policy_ask asked = question(ask);
    asked.principal = is_asker;
    return policy_says(document, &asked);
}
