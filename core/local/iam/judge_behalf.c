/* SPDX-License-Identifier: Apache-2.0 */
/* What services of the local cloud call, or need, for others; and who visits them. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "local/calling_way.h"
#include "local/iam/judge.h"

enum { ROLE_ACCOUNT = 13 /* "arn:aws:iam::" */ };

/* False: it is not judged. */
static bool asker_of(struct judge *judge, const struct slrun_iam_caller *caller,
                     struct judge_asker *asker)
{
    char account[ACCOUNTS_NUMBER_SIZE];
    *asker = (struct judge_asker){NULL, caller->service, caller->source, caller->what, NULL};
    if (!caller->role)
        return caller->service && caller->source;
    if (!judge_role(judge, caller->role, NULL) || strlen(caller->role) < ROLE_ACCOUNT)
        return false;
    snprintf(account, sizeof account, "%.12s", caller->role + ROLE_ACCOUNT);
    const struct slrun_iam_session session = {
        caller->role, caller->name ? caller->name : judge_asker_name(asker), account};
    const struct slrun_iam_keys *keys = judge_session(&judge->cloud->api, &session);
    asker->session = keys ? judge_session_find(judge, keys->access_key) : NULL;
    return asker->session;
}

/* ---- calls ---- */

void judge_on_behalf(struct slrun_calling *c, const struct slrun_iam_caller *caller)
{
    if (!c || c->cloud->judge->mode == JUDGE_OFF)
        return;
    struct slrun_iam_caller *kept = arena_alloc(c->arena, sizeof *kept);
    if (!kept)
        return;
    *kept = (struct slrun_iam_caller){
        .service = arena_str(c->arena, caller->service),
        .role = caller->role && *caller->role ? arena_str(c->arena, caller->role) : NULL,
        .name = caller->name ? arena_str(c->arena, caller->name) : NULL,
        .source = caller->source ? arena_str(c->arena, caller->source) : NULL,
        .what = caller->what ? arena_str(c->arena, caller->what) : NULL};
    c->behalf = kept;
}

bool judge_refuses_call(struct slrun_calling *c, char text[JUDGE_TEXT_MAX])
{
    struct judge_asker asker;
    const struct judge_call call = {&asker, c->op, c->op ? c->args : NULL};
    return c->behalf && asker_of(c->cloud->judge, c->behalf, &asker) &&
           judge_refuses_to(c->exchange, &call, text);
}

/* ---- needs ---- */

static bool needs_in_vain(struct judge *judge, const struct slrun_iam_need *need)
{
    struct judge_asker asker;
    struct judge_refusal refusal;
    const struct judge_ask ask = {need->action, need->resource, "", NULL};
    if (!asker_of(judge, &need->caller, &asker) || !judge_is_refused(judge, &asker, &ask, &refusal))
        return false;
    judge_tell(judge, &refusal);
    return true;
}

/* The members of a need, as a list of texts. */
enum { SERVICE, ROLE, NAME, SOURCE, WHAT, ACTION, RESOURCE, TEXTS };

static json_t *texts_of(const struct slrun_iam_need *need)
{
    const struct slrun_iam_caller *c = &need->caller;
    return json_pack("[s?, s?, s?, s?, s?, s?, s?]", c->service, c->role, c->name, c->source,
                     c->what, need->action, need->resource);
}

static struct slrun_iam_need need_of(const json_t *texts)
{
    const char *t[TEXTS];
    for (size_t i = 0; i < TEXTS; i++)
        t[i] = json_string_value(json_array_get(texts, i));
    return (struct slrun_iam_need){.caller = {t[SERVICE], t[ROLE], t[NAME], t[SOURCE], t[WHAT]},
                                   .action = t[ACTION],
                                   .resource = t[RESOURCE]};
}

int judge_need(const struct slrun_cloud *api, const struct slrun_iam_need *need)
{
    struct judge *judge = ((const struct cloud *)api)->judge;
    if (judge->mode == JUDGE_OFF)
        return 0;
    if (judge_role(judge, need->caller.role, NULL))
        return needs_in_vain(judge, need) && judge->mode == JUDGE_ENFORCE;
    if (json_array_size(judge->needs) < JUDGE_NEEDS_MAX)
        json_array_append_new(judge->needs, texts_of(need));
    return 0;
}

void judge_needs_again(struct judge *judge)
{
    for (size_t i = 0; i < json_array_size(judge->needs);) {
        const struct slrun_iam_need need = need_of(json_array_get(judge->needs, i));
        if (!judge_role(judge, need.caller.role, NULL)) {
            i++;
            continue;
        }
        needs_in_vain(judge, &need);
        json_array_remove(judge->needs, i);
    }
}

/* ---- visits ---- */

int judge_visit(const struct slrun_cloud *api, const struct slrun_iam_visit *v)
{
    struct judge *judge = ((const struct cloud *)api)->judge;
    struct judge_session *s = v->access_key ? judge_session_find(judge, v->access_key) : NULL;
    const struct judge_asker asker = {.session = s,
                                      .source = s ? NULL : v->resource,
                                      .what = s ? NULL : v->what,
                                      .keys = v->keys};
    const struct judge_ask ask = {v->action, v->resource, "", v->policy};
    struct judge_refusal refusal;
    if (judge->mode == JUDGE_OFF || (v->access_key && !s) ||
        !judge_is_refused(judge, &asker, &ask, &refusal))
        return 0;
    judge_tell(judge, &refusal);
    return judge->mode == JUDGE_ENFORCE;
}
