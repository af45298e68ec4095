/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS would refuse: each thing once, in words. */
#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <slrun/member.h>

#include "base/buf.h"
#include "base/log.h"
#include "local/cloud.h"
#include "local/judge.h"
#include "plugin/grant.h"

enum { ALLOWED_TOLD = 5, LABEL_MAX = 256 };

/* ---- AWS's words ---- */

/* What stands behind the resource; '%' is the action. */
static const char *const because[] = {
    [POLICY_NO_STATEMENT] = "because no identity-based policy allows the % action",
    [POLICY_NOT_IN_BOUNDARY] = "because no permissions boundary allows the % action",
    [POLICY_IDENTITY_DENIES] = "with an explicit deny in an identity-based policy",
    [POLICY_RESOURCE_DENIES] = "with an explicit deny in a resource-based policy",
    [POLICY_BOUNDARY_DENIES] = "with an explicit deny in a permissions boundary",
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
    judge_session_arn(r->session, user, sizeof user);
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

/* ---- names ---- */

static const struct {
    const char *service, *type, *word;
} words[] = {{"sqs", "", "queue "},
             {"sns", "", "topic "},
             {"s3", "", "bucket "},
             {"states", "stateMachine", "state machine "},
             {"events", "event-bus", "event bus "},
             {"logs", "log-group", "log group "}};

/* "table " and where the name begins, of arn:aws:dynamodb:r:a:table/NAME. */
static const char *split(const char *arn, char kind[LABEL_MAX])
{
    const char *service = "", *at = arn;
    size_t n = 0;
    for (size_t colons = 0; *at && colons < 5; at++)
        if (*at == ':' && ++colons == 2)
            service = at + 1;
    n = strcspn(service, ":");
    size_t type = strcspn(at, "/:");
    bool bare = !at[type] || at[-2] == ':';
    snprintf(kind, LABEL_MAX, "%.*s ", bare ? 0 : (int)type, at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].service) == n && !strncmp(words[i].service, service, n) &&
            (!*words[i].type || !strncmp(words[i].type, at, type)))
            snprintf(kind, LABEL_MAX, "%s", words[i].word);
    return bare ? at : at + type + 1;
}

/* " on table Orders": by the logical id where the stack has it. */
static void add_resource(struct buf *to, const json_t *stack, const char *arn)
{
    char kind[LABEL_MAX];
    const json_t *own = judge_resource(stack, arn);
    if (!strcmp(arn, "*"))
        return;
    const char *name = split(arn, kind), *slash = strchr(name, '/');
    bool object = !strcmp(kind, "bucket ") && slash;
    buf_printf(to, " on %s", object ? "object " : kind);
    if (!own)
        buf_puts(to, name);
    else
        buf_printf(to, "%s%s", slrun_text_or(own, "LogicalId", ""), object ? slash : "");
}

/* ---- what is allowed ---- */

struct listing {
    json_t *seen;
    size_t n;
    bool conditional; /* some statement has a condition, which does not hold */
    struct buf *to;
};

static void list(struct listing *l, const char *text)
{
    if (json_object_get(l->seen, text))
        return;
    json_object_set_new(l->seen, text, json_true());
    if (++l->n <= ALLOWED_TOLD)
        buf_printf(l->to, "%s%s", l->n > 1 ? ", " : "", text);
    else if (l->n == ALLOWED_TOLD + 1)
        buf_puts(l->to, ", ...");
}

/* Calls list() for each action of the service that some statement allows, or, of those that allow
 * this action, for each resource. True: there is one. */
static bool list_allowed(const struct judge_refusal *r, struct listing *l, bool resources)
{
    size_t i, service = strcspn(r->action, ":") + 1;
    json_t *document;
    json_array_foreach (r->session->documents, i, document) {
        const json_t *statements = json_object_get(document, "Statement"), *s, *value;
        for (size_t k = 0; (s = policy_value(statements, k)); k++) {
            bool about = false;
            const json_t *actions = json_object_get(s, "Action");
            if (strcmp(slrun_text_or(s, "Effect", ""), "Allow") != 0)
                continue;
            for (size_t j = 0; (value = policy_value(actions, j)); j++) {
                const char *action = json_string_value(value);
                about = about || (action && policy_covers(action, r->action, true));
                if (!resources && action && !strncasecmp(action, r->action, service))
                    list(l, action);
            }
            const json_t *named = json_object_get(s, "Resource");
            bool when = json_object_size(json_object_get(s, "Condition")) > 0;
            l->conditional = l->conditional || (about && when);
            for (size_t j = 0; about && resources && !when && (value = policy_value(named, j)); j++)
                if (json_is_string(value))
                    list(l, json_string_value(value));
        }
    }
    return l->n > 0;
}

static void add_reason(struct buf *to, const struct judge_refusal *r)
{
    static const char *const denied[] = {
        [POLICY_IDENTITY_DENIES] = "a policy of its role denies it",
        [POLICY_RESOURCE_DENIES] = "the resource's own policy denies it",
        [POLICY_BOUNDARY_DENIES] = "the permissions boundary of its role denies it",
        [POLICY_NOT_IN_BOUNDARY] = "the permissions boundary of its role does not allow it",
    };
    struct buf names = BUF_INIT(JUDGE_TEXT_MAX);
    struct listing l = {.seen = json_object(), .to = &names};
    if (r->verdict != POLICY_NO_STATEMENT)
        buf_puts(to, denied[r->verdict]);
    else if (list_allowed(r, &l, true))
        buf_printf(to, "its role allows that only on %s", buf_str(&names));
    else if (l.conditional)
        buf_puts(to, "its role allows that only under a condition");
    else if (list_allowed(r, &l, false))
        buf_printf(to, "its role allows only %s", buf_str(&names));
    else
        buf_printf(to, "its role allows nothing of %.*s", (int)strcspn(r->action, ":"), r->action);
    json_decref(l.seen);
    buf_free(&names);
}

/* ---- where to mend it ---- */

static const json_t *find_function(const json_t *stack, const char *name)
{
    size_t i;
    json_t *resource;
    json_array_foreach (json_object_get(stack, "Resources"), i, resource)
        if (!strcmp(slrun_text_or(resource, "Type", ""), "AWS::Lambda::Function") &&
            !strcmp(slrun_text_or(resource, "PhysicalId", ""), name))
            return resource;
    return NULL;
}

/* The path as seen from here, where it is below. */
static const char *relative(const char *path)
{
    char here[PATH_MAX];
    size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
    return n && !strncmp(path, here, n) && path[n] == '/' ? path + n + 1 : path;
}

/* Whether a resource is called as a variable that is not set becomes in a text: in JavaScript, in
 * Python, in JSON. */
static bool is_of_no_variable(const char *arn)
{
    static const char *const nothing[] = {"undefined", "None", "null"};
    char kind[LABEL_MAX];
    const char *name = split(arn, kind);
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (!strcmp(name, nothing[i]))
            return true;
    return false;
}

/* "template.yaml:14: add to the policies of Writer: ..." */
static void add_hint(struct buf *to, const struct judge_refusal *r, const json_t *role,
                     const json_t *stack)
{
    char template[LABEL_MAX];
    json_int_t line = json_integer_value(json_object_get(role, "Line"));
    const char *file = relative(slrun_text_or(stack, "File", ""));
    if (line > 0)
        buf_printf(to, "%s%s%lld: ", file, *file ? ":" : "line ", (long long)line);
    if (!judge_resource(stack, r->resource) && is_of_no_variable(r->resource)) {
        buf_puts(to,
                 "no such resource: is the variable set that the function takes its name from?");
        return;
    }
    buf_printf(
        to, "%s of %s: ",
        r->verdict == POLICY_NO_STATEMENT ? "add to the policies" : "see the policies",
        slrun_text_or(role, *slrun_text_or(role, "Source", "") ? "Source" : "LogicalId", ""));
    if (r->verdict == POLICY_NO_STATEMENT &&
        judge_hint(r->action, r->resource, judge_resource(stack, r->resource), template,
                   sizeof template))
        buf_puts(to, template);
    else
        buf_printf(to, "%s on %s", r->action, r->resource);
}

/* ---- telling ---- */

static bool is_told(const struct judge *judge, const struct judge_refusal *r)
{
    size_t i;
    json_t *told;
    json_array_foreach (judge->told, i, told)
        if (!strcmp(slrun_text_or(told, "action", ""), r->action) &&
            !strcmp(slrun_text_or(told, "resource", ""), r->resource) &&
            !strcmp(slrun_text_or(told, "name", ""), r->session->name))
            return true;
    return false;
}

static json_t *describe(const struct judge *judge, const struct judge_refusal *r)
{
    struct buf text = BUF_INIT(JUDGE_TEXT_MAX), hint = BUF_INIT(JUDGE_TEXT_MAX);
    const json_t *stack = NULL, *role = judge_role(judge, r->session->role, &stack);
    const json_t *function = find_function(stack, r->session->name);
    const char *label = function ? slrun_text_or(function, "LogicalId", "") : r->session->name;
    if (r->what)
        buf_printf(&text, "AWS would refuse to %s of function %s: it needs %s", r->what, label,
                   r->action);
    else
        buf_printf(&text, "AWS would refuse: function %s called %s", label, r->action);
    add_resource(&text, stack, r->resource);
    buf_puts(&text, "; ");
    add_reason(&text, r);
    add_hint(&hint, r, role, stack);
    json_t *told = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "function", label, "name",
                             r->session->name, "action", r->action, "resource", r->resource, "text",
                             buf_str(&text), "hint", buf_str(&hint));
    buf_free(&text);
    buf_free(&hint);
    return told;
}

void judge_tell(struct judge *judge, const struct judge_refusal *r)
{
    json_t *told = NULL;
    if (json_array_size(judge->told) >= JUDGE_TOLD_MAX || is_told(judge, r) ||
        !(told = describe(judge, r)))
        return;
    json_array_append_new(judge->told, told);
    if (judge->heard)
        judge->heard(judge->heard_arg, told);
    else
        log_line(SLRUN_LOG_WARNING, "%s\n  hint: %s", slrun_text_or(told, "text", ""),
                 slrun_text_or(told, "hint", ""));
}
