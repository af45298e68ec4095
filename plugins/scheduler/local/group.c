/* SPDX-License-Identifier: Apache-2.0 */
/* Groups of schedules, and their tags. */
#include <string.h>

#include "local/service.h"

static json_t *arn_of(const struct slrun_json_call *call, const char *name)
{
    return json_sprintf("arn:aws:scheduler:%s:%s:schedule-group/%s", call->x->region,
                        call->x->account, name);
}

/* The group of an ARN, a new reference; that of "default" is made. NULL: there is none. */
static json_t *find(const struct service *service, const char *arn)
{
    json_t *group = json_object_get(service->groups, arn);
    size_t n = arn ? strlen(arn) : 0, end = strlen(":schedule-group/default");
    if (!group && n > end && strcmp(arn + n - end, ":schedule-group/default") == 0)
        return json_pack("{s:s, s:s, s:s}", "Arn", arn, "Name", "default", "State", "ACTIVE");
    return json_incref(group);
}

static json_t *missing(struct slrun_json_call *call, const char *name)
{
    return call_fail(call, "ResourceNotFoundException", "Schedule group %.300s does not exist.",
                     name);
}

/* The group of a name; a new reference. NULL after call_fail(). */
static json_t *named(struct slrun_json_call *call, const char *name)
{
    json_t *arn = arn_of(call, name), *group = find(call->service, json_string_value(arn));
    json_decref(arn);
    return group ? group : missing(call, name);
}

bool group_check(struct slrun_json_call *call, const char *name)
{
    json_t *group = named(call, name ? name : "default");
    json_decref(group);
    return group != NULL;
}

json_t *op_create_schedule_group(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    const char *name = call_text(call, "Name");
    json_t *arn = arn_of(call, name), *there = find(service, json_string_value(arn));
    if (there)
        call_fail(call, "ConflictException", "Schedule group %s already exists.", name);
    else if (json_object_size(service->groups) >= GROUPS_MAX)
        call_fail(call, "ServiceQuotaExceededException", "The quota of groups is reached.");
    json_decref(there);
    if (call->code) {
        json_decref(arn);
        return NULL;
    }
    json_t *tags = json_object_get(call->args, "Tags"), *now = now_of(service);
    json_t *group = json_pack("{s:O, s:s, s:s, s:O, s:O, s:o}", "Arn", arn, "Name", name, "State",
                              "ACTIVE", "CreationDate", now, "LastModificationDate", now, "Tags",
                              tags ? json_deep_copy(tags) : json_array());
    json_decref(now);
    if (json_object_set_new(service->groups, json_string_value(arn), group) != 0) {
        json_decref(arn);
        return NULL;
    }
    group_keep(service, json_string_value(arn));
    return json_pack("{s:o}", "ScheduleGroupArn", arn);
}

/* Without its tags. */
static json_t *told(const json_t *group)
{
    static const char *const members[] = {
        "Arn", "Name", "State", "CreationDate", "LastModificationDate", NULL};
    json_t *one = json_object();
    slrun_copy_members(one, group, members);
    return one;
}

json_t *op_get_schedule_group(struct slrun_json_call *call)
{
    json_t *group = named(call, call_text(call, "Name")), *one = group ? told(group) : NULL;
    json_decref(group);
    return one;
}

/* The schedules of a group go with it. */
static void drop_schedules(struct service *service, const json_t *group)
{
    json_t *all = json_sprintf("%s/", slrun_text(group, "Arn")), *schedule;
    const char *key;
    void *next;
    json_object_foreach_safe (service->schedules, next, key, schedule) {
        json_t *own = json_sprintf("%.*s-group/%s/", (int)(strchr(key, '/') - key), key,
                                   slrun_text(schedule, "GroupName"));
        if (json_equal(own, all))
            schedule_drop(service, key);
        json_decref(own);
    }
    json_decref(all);
}

json_t *op_delete_schedule_group(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    const char *name = call_text(call, "Name");
    if (strcmp(name, "default") == 0)
        return call_invalid(call, "The default group cannot be deleted.");
    json_t *group = named(call, name);
    if (!group)
        return NULL;
    drop_schedules(service, group);
    (void)json_object_del(service->groups, slrun_text(group, "Arn"));
    group_keep(service, slrun_text(group, "Arn"));
    json_decref(group);
    return json_object();
}

json_t *op_list_schedule_groups(struct slrun_json_call *call)
{
    const char *arn;
    json_t *list = json_array(), *own = named(call, "default"), *group;
    if (call_lists(call, own))
        (void)json_array_append_new(list, told(own));
    json_decref(own);
    json_object_foreach (service_of(call)->groups, arn, group)
        if (call_lists(call, group))
            (void)json_array_append_new(list, told(group));
    return call_page(call, list);
}

/* ---- tags ---- */

static json_t *tagged(struct slrun_json_call *call)
{
    const char *arn = call_text(call, "ResourceArn");
    json_t *group = json_object_get(service_of(call)->groups, arn);
    return group ? group : missing(call, slrun_arn_last(arn));
}

json_t *op_list_tags_for_resource(struct slrun_json_call *call)
{
    const json_t *group = tagged(call);
    return group ? json_pack("{s:O}", "Tags", json_object_get(group, "Tags")) : NULL;
}

json_t *op_tag_resource(struct slrun_json_call *call)
{
    const json_t *group = tagged(call);
    if (!group)
        return NULL;
    slrun_list_put(json_object_get(group, "Tags"), "Key", json_object_get(call->args, "Tags"));
    group_keep(call->service, slrun_text(group, "Arn"));
    return json_object();
}

json_t *op_untag_resource(struct slrun_json_call *call)
{
    const json_t *group = tagged(call);
    if (!group)
        return NULL;
    slrun_list_drop(json_object_get(group, "Tags"), "Key", json_object_get(call->args, "TagKeys"));
    group_keep(call->service, slrun_text(group, "Arn"));
    return json_object();
}
