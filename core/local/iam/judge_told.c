/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS would refuse: each thing once, in words. */
#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "base/buf.h"
#include "base/log.h"
#include "local/cloud.h"
#include "local/iam/judge.h"
#include "plugin/grant.h"

#define FUNCTION "function "

/* ---- AWS's words ---- */

/* What stands behind the resource; '%' is the action. */
static const char *const because[] = {
    [POLICY_NO_STATEMENT] = "because no identity-based policy allows the % action",
    [POLICY_NOT_IN_BOUNDARY] = "because no permissions boundary allows the % action",
    [POLICY_IDENTITY_DENIES] = "with an explicit deny in an identity-based policy",
    [POLICY_RESOURCE_DENIES] = "with an explicit deny in a resource-based policy",
    [POLICY_BOUNDARY_DENIES] = "with an explicit deny in a permissions boundary",
    [POLICY_NOT_LET] = "because no resource-based policy allows the % action",
    [POLICY_NOT_TRUSTED] = "because no resource-based policy allows the % action",
};

/* Amazon SQS and SNS have letters of their own. */
static void put_action(struct buf *to, const char *action)
{
    bool sqs = !strncmp(action, "sqs:", 4), sns = !strncmp(action, "sns:", 4);
    for (size_t i = 0; action[i]; i++)
        buf_putc(to, sqs            ? (char)tolower((unsigned char)action[i])
                     : sns && i < 3 ? (char)toupper((unsigned char)action[i])
                                    : action[i]);
}

void judge_words(const struct judge_refusal *r, char *text, size_t size)
{
    char user[GRANT_RESOURCE_MAX];
    struct buf words = BUF_INIT(JUDGE_TEXT_MAX);
    const char *quote = strncmp(r->action, "s3:", 3) == 0 ? "\"" : "";
    if (r->asker->session)
        judge_session_arn(r->asker->session, user, sizeof user);
    else
        snprintf(user, sizeof user, "%s", r->asker->service);
    buf_printf(&words, "User: %s is not authorized to perform: ", user);
    put_action(&words, r->action);
    buf_printf(&words, " on resource: %s%s%s ", quote, r->resource, quote);
    for (const char *c = because[r->verdict]; *c; c++)
        if (*c == '%')
            put_action(&words, r->action);
        else
            buf_putc(&words, *c);
    snprintf(text, size, "%s", buf_str(&words));
    buf_free(&words);
}

/* ---- where to mend it ---- */

/* The path as seen from here, where it is below. */
static const char *relative(const char *path)
{
    char here[PATH_MAX];
    size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
    return n && !strncmp(path, here, n) && path[n] == '/' ? path + n + 1 : path;
}

/* "template.yaml:14: " */
static void add_place(struct buf *to, const json_t *stack, json_int_t line)
{
    const char *file = relative(slrun_text_or(stack, "File", ""));
    if (line > 0)
        buf_printf(to, "%s%s%lld: ", file, *file ? ":" : "line ", (long long)line);
    else if (*file)
        buf_printf(to, "%s: ", file);
}

/* "add to the policies of Writer: ..." */
static void add_way(struct buf *to, const struct judge *judge, const struct judge_refusal *r,
                    const json_t *role)
{
    const char *id = slrun_text_or(role, "LogicalId", ""), *of = slrun_text_or(role, "Source", id);
    bool sam = strcmp(of, id) != 0; /* of a function, whose role SAM makes */
    if (r->verdict == POLICY_NOT_TRUSTED) {
        buf_printf(to, "see " TRUST_POLICY " of %s: Principal: {Service: %s}", of,
                   r->asker->service);
    } else if (r->verdict == POLICY_NOT_LET) {
        buf_printf(to, "see " TRUST_POLICY " of %s: Principal: {AWS: %s}", of,
                   r->asker->session->role);
    } else if (r->verdict == POLICY_NO_STATEMENT) {
        buf_printf(to, "add to the %s of %s: ", sam ? "policies" : "statements", of);
        judge_add_grant(to, judge, r, sam);
    } else {
        buf_printf(to, "see the policies of %s: %s on %s", of, r->action, r->resource);
    }
}

/* "template.yaml:14: add to the policies of Writer: ..." */
static void add_role_hint(struct buf *to, const struct judge *judge, const struct judge_refusal *r)
{
    bool trust = r->verdict == POLICY_NOT_TRUSTED || r->verdict == POLICY_NOT_LET;
    bool lacks = r->verdict == POLICY_NO_STATEMENT;
    const json_t *stack = NULL,
                 *role = judge_role(judge, trust ? r->resource : r->asker->session->role, &stack);
    const json_t *own = judge_find(judge, r->resource, NULL);
    if (lacks && judge_add_other_region(to, r))
        return;
    add_place(to, stack, json_integer_value(json_object_get(role, "Line")));
    if (!own && judge_names_nothing(r->resource)) {
        buf_puts(to,
                 "no such resource: is the variable set that the function takes its name from?");
        return;
    }
    add_way(to, judge, r, role);
    if (lacks && !own && judge_names_one(r->resource))
        buf_puts(to, "; no stack here has it: is it the one that is meant?");
}

static void add_hint(struct buf *to, const struct judge *judge, const struct judge_refusal *r)
{
    const json_t *stack = NULL;
    if (r->asker->session) {
        add_role_hint(to, judge, r);
        return;
    }
    if (!judge_find(judge, r->resource, &stack))
        (void)judge_find(judge, r->asker->source, &stack);
    add_place(to, stack, 0);
    if (r->verdict == POLICY_NOT_LET)
        judge_add_permission(to, judge, r);
    else
        buf_printf(to, "%s on %s", r->action, r->resource);
}

/* ---- telling ---- */

/* Of the objects of a bucket one stands for all. */
static bool is_alike(const char *a, const char *b)
{
    static const char s3[] = "arn:aws:s3:::";
    size_t n = strcspn(a, "/");
    bool object = !strncmp(a, s3, sizeof s3 - 1) && a[n];
    return object ? !strncmp(a, b, n + 1) : !strcmp(a, b);
}

static bool is_told(const struct judge *judge, const struct judge_refusal *r)
{
    size_t i;
    json_t *told;
    json_array_foreach (judge->told, i, told)
        if (!strcmp(slrun_text_or(told, "action", ""), r->action) &&
            is_alike(r->resource, slrun_text_or(told, "resource", "")) &&
            !strcmp(slrun_text_or(told, "name", ""), judge_asker_name(r->asker)))
            return true;
    return false;
}

static json_t *describe(const struct judge *judge, const struct judge_refusal *r)
{
    struct buf who = BUF_INIT(JUDGE_TEXT_MAX), text = BUF_INIT(JUDGE_TEXT_MAX),
               hint = BUF_INIT(JUDGE_TEXT_MAX);
    judge_add_asker(&who, judge, r->asker);
    if (r->asker->what)
        buf_printf(&text, "AWS would refuse to %s %s: it needs %s", r->asker->what, buf_str(&who),
                   r->action);
    else
        buf_printf(&text, "AWS would refuse: %s called %s", buf_str(&who), r->action);
    judge_add_resource(&text, judge, r->resource);
    buf_puts(&text, "; ");
    judge_add_reason(&text, judge, r);
    add_hint(&hint, judge, r);
    bool function = !strncmp(buf_str(&who), FUNCTION, sizeof FUNCTION - 1);
    json_t *told = json_pack("{s:s, s:s*, s:s, s:s, s:s, s:s, s:s, s:s}", "who", buf_str(&who),
                             "function", function ? buf_str(&who) + sizeof FUNCTION - 1 : NULL,
                             "name", judge_asker_name(r->asker), "action", r->action, "resource",
                             r->resource, "target", slrun_arn_name(r->resource), "text",
                             buf_str(&text), "hint", buf_str(&hint));
    if (judge->mode == JUDGE_ENFORCE)
        json_object_set_new(told, "enforced", json_true());
    buf_free(&who);
    buf_free(&text);
    buf_free(&hint);
    return told;
}

void judge_tell(struct judge *judge, const struct judge_refusal *r)
{
    json_t *told = NULL;
    if (json_array_size(judge->told) >= JUDGE_TOLD_MAX || is_told(judge, r) ||
        judge_is_early(judge, r) || !(told = describe(judge, r)))
        return;
    json_array_append_new(judge->told, told);
    if (judge->heard)
        judge->heard(judge->heard_arg, told);
    else
        log_line(SLRUN_LOG_WARNING, "%s\n  hint: %s", slrun_text_or(told, "text", ""),
                 slrun_text_or(told, "hint", ""));
}
