/* SPDX-License-Identifier: Apache-2.0 */
/* Why AWS would refuse it: what is allowed instead. */
#include <string.h>
#include <strings.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "base/buf.h"
#include "local/iam/judge.h"

enum { ALLOWED_TOLD = 5 };

struct listing {
    const char *action; /* that was refused */
    bool resources;     /* what is listed: where that is allowed, or what else is */
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

/* Lists the actions of the service; whether the one that was refused is among them. */
static bool list_actions(struct listing *l, const json_t *actions)
{
    const json_t *value;
    size_t service = strcspn(l->action, ":") + 1;
    bool about = false;
    for (size_t i = 0; (value = policy_value(actions, i)); i++) {
        const char *action = json_string_value(value);
        about = about || (action && policy_covers(action, l->action, true));
        if (!l->resources && action && !strncasecmp(action, l->action, service))
            list(l, action);
    }
    return about;
}

static void list_resources(struct listing *l, const json_t *resources)
{
    const json_t *value;
    for (size_t i = 0; (value = policy_value(resources, i)); i++)
        if (json_is_string(value))
            list(l, json_string_value(value));
}

static void list_statement(struct listing *l, const json_t *statement)
{
    if (strcmp(slrun_text_or(statement, "Effect", ""), "Allow") != 0 ||
        !list_actions(l, json_object_get(statement, "Action")))
        return;
    if (json_object_size(json_object_get(statement, "Condition")) > 0)
        l->conditional = true;
    else if (l->resources)
        list_resources(l, json_object_get(statement, "Resource"));
}

/* Lists each action of the service that some statement allows, or, of those that allow this
 * action, each resource. True: there is one. */
static bool list_allowed(const struct judge_refusal *r, struct listing *l, bool resources)
{
    size_t i;
    json_t *document;
    l->action = r->action;
    l->resources = resources;
    json_array_foreach (r->asker->session->documents, i, document) {
        const json_t *statements = json_object_get(document, "Statement"), *s;
        for (size_t k = 0; (s = policy_value(statements, k)); k++)
            list_statement(l, s);
    }
    return l->n > 0;
}

static void add_allowed(struct buf *to, const struct judge_refusal *r)
{
    struct buf names = BUF_INIT(JUDGE_TEXT_MAX);
    struct listing l = {.seen = json_object(), .to = &names};
    if (list_allowed(r, &l, true))
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

/* Field 4 of an ARN, and where the rest begins; NULL: it has none. */
static const char *region_of(const char *arn, size_t *size)
{
    const char *at = slrun_arn_behind(arn, 3);
    *size = at ? strcspn(at, ":") : 0;
    return *size > 0 && at[*size] ? at : NULL;
}

/* Whether the resource would be covered if it were in the region of `allowed`. */
static bool covers_there(const char *allowed, const char *resource, struct buf *region)
{
    size_t n, n_here;
    const char *there = region_of(allowed, &n), *here = region_of(resource, &n_here);
    struct buf moved = BUF_INIT(JUDGE_TEXT_MAX);
    if (!there || !here || memchr(there, '*', n))
        return false;
    buf_printf(&moved, "%.*s%.*s%s", (int)(here - resource), resource, (int)n, there,
               here + n_here);
    bool covers = !moved.failed && policy_covers(allowed, buf_str(&moved), false);
    buf_free(&moved);
    return covers && buf_printf(region, "%.*s", (int)n, there);
}

bool judge_add_other_region(struct buf *to, const struct judge_refusal *r)
{
    struct buf names = BUF_INIT(JUDGE_TEXT_MAX), there = BUF_INIT(JUDGE_TEXT_MAX);
    struct listing l = {.seen = json_object(), .to = &names};
    const char *allowed;
    json_t *value;
    size_t n = 0;
    (void)list_allowed(r, &l, true);
    json_object_foreach (l.seen, allowed, value)
        if (there.len == 0)
            (void)covers_there(allowed, r->resource, &there);
    const char *here = region_of(r->resource, &n);
    bool found = there.len > 0;
    if (found)
        buf_printf(to,
                   "the call went to %.*s, and what the role allows is in %s: which region does "
                   "the client name?",
                   (int)n, here, buf_str(&there));
    json_decref(l.seen);
    buf_free(&names);
    buf_free(&there);
    return found;
}

static void add_not_let(struct buf *to, const struct judge *judge, const struct judge_refusal *r)
{
    judge_add_kind(to, r->resource);
    if (!r->asker->session && !r->asker->service) {
        buf_puts(to, " has no policy that allows it to everyone");
        return;
    }
    if (!r->asker->service) {
        buf_puts(to, " trusts neither its role nor its account");
        return;
    }
    buf_printf(to, " has no policy that allows it to %s for ", r->asker->service);
    judge_add_asker(to, judge, r->asker);
}

void judge_add_reason(struct buf *to, const struct judge *judge, const struct judge_refusal *r)
{
    static const char *const denied[] = {
        [POLICY_IDENTITY_DENIES] = "a policy of its role denies it",
        [POLICY_RESOURCE_DENIES] = "the resource's own policy denies it",
        [POLICY_BOUNDARY_DENIES] = "the permissions boundary of its role denies it",
        [POLICY_NOT_IN_BOUNDARY] = "the permissions boundary of its role does not allow it",
        [POLICY_NOT_TRUSTED] = "its role does not trust ",
    };
    if (r->verdict == POLICY_NO_STATEMENT)
        add_allowed(to, r);
    else if (r->verdict == POLICY_NOT_LET)
        add_not_let(to, judge, r);
    else
        buf_printf(to, "%s%s", denied[r->verdict],
                   r->verdict == POLICY_NOT_TRUSTED ? r->asker->service : "");
}
