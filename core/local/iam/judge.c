/* SPDX-License-Identifier: Apache-2.0 */
/* Roles in the local cloud, as a whole. */
#include "local/iam/judge.h"

#include <stdlib.h>
#include <string.h>

#include "local/cloud.h"

const struct slrun_iam judge_api = {.struct_size = sizeof judge_api,
                                    .session = judge_session,
                                    .stack = judge_stack,
                                    .need = judge_need,
                                    .on_behalf = judge_on_behalf,
                                    .assumed = judge_assumed,
                                    .whose = judge_whose,
                                    .visit = judge_visit};

bool judge_mode_parse(const char *text, enum judge_mode *mode)
{
    static const char *const words[] = {"warn", "enforce", "off"};
    *mode = JUDGE_WARN;
    for (int i = 0; text && i < 3; i++)
        if (!strcmp(words[i], text)) {
            *mode = (enum judge_mode)i;
            return true;
        }
    return !text;
}

/* Keys of sessions that are known are checked as others are. */
static const char *secret_of(void *arg, const char *access_key)
{
    const struct judge_session *s = judge_session_find(arg, access_key);
    return s ? s->secret : NULL;
}

struct judge *judge_new(struct cloud *cloud)
{
    struct judge *judge = calloc(1, sizeof *judge);
    if (!judge)
        return NULL;
    judge->cloud = cloud;
    judge->stacks = json_object();
    judge->roles = json_object();
    judge->needs = json_array();
    judge->early = json_array();
    judge->told = json_array();
    if (judge->stacks && judge->roles && judge->needs && judge->early && judge->told) {
        auth_look_up(cloud->auth, secret_of, judge);
        return judge;
    }
    judge_free(judge);
    return NULL;
}

void judge_free(struct judge *judge)
{
    if (!judge)
        return;
    auth_look_up(judge->cloud->auth, NULL, NULL);
    judge_sessions_free(judge);
    json_decref(judge->roles);
    json_decref(judge->stacks);
    json_decref(judge->needs);
    json_decref(judge->early);
    json_decref(judge->told);
    free(judge);
}

void judge_reset(struct judge *judge)
{
    judge_sessions_free(judge);
    json_object_clear(judge->roles);
    json_object_clear(judge->stacks);
    json_array_clear(judge->needs);
    json_array_clear(judge->early);
    json_array_clear(judge->told);
    judge->generation++;
}
