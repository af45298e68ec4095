/* SPDX-License-Identifier: Apache-2.0 */
/* What is refused to a service while a stack is being made, as to a bucket that tells a queue of
 * itself: how it is called in the stack, and which policies the stack has, is known behind that. */
#include <slrun/member.h>

#include "local/iam/judge.h"

static bool is_changing(const struct judge *judge)
{
    const char *id;
    json_t *stack;
    json_object_foreach (judge->stacks, id, stack)
        if (json_is_true(json_object_get(stack, "Changing")))
            return true;
    return false;
}

bool judge_is_early(struct judge *judge, const struct judge_refusal *r)
{
    const struct judge_asker *a = r->asker;
    if (a->session || !a->service || judge_find(judge, a->source, NULL) || !is_changing(judge) ||
        json_array_size(judge->early) >= JUDGE_EARLY_MAX)
        return false;
    return json_array_append_new(
               judge->early, json_pack("{s:s, s:s, s:s*, s:s, s:s, s:i}", "service", a->service,
                                       "source", a->source, "what", a->what, "action", r->action,
                                       "resource", r->resource, "verdict", (int)r->verdict)) == 0;
}

void judge_early_again(struct judge *judge)
{
    size_t i;
    json_t *one, *early = judge->early, *none = is_changing(judge) ? NULL : json_array();
    if (!none)
        return;
    judge->early = none;
    json_array_foreach (early, i, one) {
        const struct judge_asker asker = {.service = slrun_text(one, "service"),
                                          .source = slrun_text(one, "source"),
                                          .what = slrun_text(one, "what")};
        judge_tell(judge,
                   &(struct judge_refusal){
                       &asker, slrun_text(one, "action"), slrun_text(one, "resource"),
                       (enum policy_verdict)json_integer_value(json_object_get(one, "verdict"))});
    }
    json_decref(early);
}
