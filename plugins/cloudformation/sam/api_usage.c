/* SPDX-License-Identifier: Apache-2.0 */
/* Auth.UsagePlan of a REST API: a usage plan, a key, and what joins them; one for each API, or one
 * that all with SHARED have together. */
#include <string.h>

#include "sam/api.h"
#include "sam/implicit.h"
#include "sam/value.h"

#define SHARED_CONDITION "SharedUsagePlanCondition"

static bool check(struct sam *s, const json_t *plan)
{
    static const char *const keys[] = {"CreateUsagePlan", "Description",  "Quota", "Tags",
                                       "Throttle",        "UsagePlanName"};
    const char *key;
    json_t *value;
    if (!json_is_object(plan))
        return sam_fail(s, s->id, "'UsagePlan' must be a dictionary");
    json_object_foreach ((json_t *)plan, key, value) {
        size_t i = 0;
        while (i < 6 && strcmp(keys[i], key) != 0)
            i++;
        if (i == 6)
            return sam_fail(s, s->id, "Invalid property for 'UsagePlan'");
    }
    const json_t *kind = sam_get(plan, keys[0]);
    if (kind == NULL)
        return sam_fail(s, s->id, "'CreateUsagePlan' is a required field for UsagePlan.");
    return sam_equals(kind, "SHARED") || sam_equals(kind, "PER_API") || sam_equals(kind, "NONE") ||
           sam_fail(s, s->id, "'CreateUsagePlan' accepts one of ['SHARED', 'PER_API', 'NONE'].");
}

/* What all APIs with a shared plan have told so far. */
static json_t *shared(struct sam *s)
{
    if (s->usage == NULL)
        s->usage = json_pack("{s:[], s:[], s:[], s:[]}", "apis", "stages", "keys", "conditions");
    return s->usage;
}

/* The plan is there while one of its APIs is: the conditions of all, joined by Fn::Or. */
static void share_condition(struct sam *s)
{
    const char *mine = sam_text(s->body, "Condition");
    json_t *all = json_object_get(shared(s), "conditions");
    if (mine == NULL) {
        sam_put(s, s->usage, "always", json_true());
        json_object_del(json_object_get(s->in->template, "Conditions"), SHARED_CONDITION);
        return;
    }
    sam_append_once(s, all, json_pack("{s:s}", "Condition", mine));
    if (!sam_has(s->usage, "always")) {
        sam_put(s, sam_conditions(s), SHARED_CONDITION,
                json_array_size(all) == 1 ? json_string(mine)
                                          : json_pack("{s:o}", "Fn::Or", json_deep_copy(all)));
    }
}

/* Retain wins over the others; else the first one said. */
static void share_policy(struct sam *s, const char *name)
{
    const json_t *mine = sam_get(s->body, name), *so_far = sam_get(s->usage, name);
    if (sam_given(mine) && (so_far == NULL || sam_equals(mine, "Retain") ||
                            (sam_equals(mine, "Snapshot") && sam_equals(so_far, "Delete"))))
        sam_copy_as(s, s->usage, name, mine);
}

/* The attributes of what is shared instead of those of the API at hand. */
static void set_attributes(struct sam *s, const char *id)
{
    json_t *body = sam_made(s, id);
    static const char *const names[] = {"Condition", "DeletionPolicy", "UpdateReplacePolicy"};
    for (size_t i = 0; i < 3; i++) {
        json_object_del(body, names[i]);
        sam_copy(s, body, s->usage, names[i]);
    }
    if (!sam_has(s->usage, "always"))
        sam_put(s, body, "Condition", json_string(SHARED_CONDITION));
}

/* Ids of the three resources, and what they list. */
struct plan {
    char plan[SAM_ID_MAX], key[SAM_ID_MAX], joined[SAM_ID_MAX];
    json_t *apis, *stages, *keys; /* borrowed */
};

static void make(struct sam *s, const struct plan *p, const json_t *config)
{
    static const char *const named[] = {"UsagePlanName", "Description", "Quota", "Tags",
                                        "Throttle"};
    json_t *plan = sam_make(s, p->plan, "AWS::ApiGateway::UsagePlan",
                            json_pack("{s:o}", "ApiStages", json_deep_copy(p->stages)));
    for (size_t i = 0; i < 5; i++)
        if (sam_has(config, named[i]))
            sam_copy(s, plan, config, named[i]);
    sam_make(s, p->key, "AWS::ApiGateway::ApiKey",
             json_pack("{s:b, s:o}", "Enabled", 1, "StageKeys", json_deep_copy(p->keys)));
    sam_make(s, p->joined, "AWS::ApiGateway::UsagePlanKey",
             json_pack("{s:o, s:s, s:o}", "KeyId", sam_ref(p->key), "KeyType", "API_KEY",
                       "UsagePlanId", sam_ref(p->plan)));
    sam_put(s, sam_made(s, p->plan), "DependsOn", json_deep_copy(p->apis));
    sam_put(s, sam_made(s, p->key), "DependsOn", json_pack("[s]", p->plan));
    sam_put(s, sam_made(s, p->joined), "DependsOn", json_pack("[s]", p->key));
}

/* The API's stage, once, in the lists of a plan. */
static void enlist(struct sam *s, const struct plan *p, const char *stage_id)
{
    sam_append_once(s, p->apis, json_string(s->id));
    sam_append_once(s, p->stages,
                    json_pack("{s:o, s:o}", "ApiId", sam_ref(s->id), "Stage", sam_ref(stage_id)));
    sam_append_once(
        s, p->keys,
        json_pack("{s:o, s:o}", "RestApiId", sam_ref(s->id), "StageName", sam_ref(stage_id)));
}

/* What the resources of a plan have of all APIs that share it. */
static void share(struct sam *s, const struct plan *p)
{
    share_condition(s);
    share_policy(s, "DeletionPolicy");
    share_policy(s, "UpdateReplacePolicy");
    set_attributes(s, p->plan);
    set_attributes(s, p->key);
    set_attributes(s, p->joined);
}

bool sam_usage_plan(struct sam *s, const char *stage_id)
{
    const json_t *config = sam_get(sam_get(s->properties, "Auth"), "UsagePlan");
    const json_t *kind = sam_get(config, "CreateUsagePlan");
    if (config == NULL)
        return true;
    if (!check(s, config))
        return false;
    if (sam_equals(kind, "NONE"))
        return true;
    bool one = sam_equals(kind, "PER_API");
    const char *prefix = one ? s->id : "Serverless";
    json_t *own = json_pack("{s:[], s:[], s:[]}", "apis", "stages", "keys");
    json_t *lists = one ? own : shared(s);
    struct plan p = {.apis = json_object_get(lists, "apis"),
                     .stages = json_object_get(lists, "stages"),
                     .keys = json_object_get(lists, "keys")};
    enlist(s, &p, stage_id);
    sam_id(p.plan, "%sUsagePlan", prefix);
    sam_id(p.key, "%sApiKey", prefix);
    sam_id(p.joined, "%sUsagePlanKey", prefix);
    make(s, &p, config);
    if (!one)
        share(s, &p);
    json_decref(own);
    return true;
}
