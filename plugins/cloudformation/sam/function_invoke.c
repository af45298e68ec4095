/* SPDX-License-Identifier: Apache-2.0 */
/* EventInvokeConfig: asynchronous invocation; destinations that it does not name are made. */
#include <string.h>

#include "sam/function.h"
#include "sam/id.h"
#include "sam/implicit.h"
#include "sam/resolve.h"
#include "sam/value.h"

static const char *const types[] = {"SQS", "SNS", "EventBridge", "Lambda", "S3Bucket"};

/* One destination on its way. */
struct destination {
    const char *config_id; /* of the AWS::Lambda::EventInvokeConfig */
    char id[SAM_ID_MAX];   /* the same and OnSuccess or OnFailure */
    const char *type;
    const json_t *named;        /* Destination, or NULL */
    char condition[SAM_ID_MAX]; /* under which one is made; "": always or never */
    const json_t *other;        /* what it is otherwise */
    json_t *arn;                /* what it becomes; owned */
};

/* PREFIX + digest of `of`: a condition's name that belongs to this resource alone. */
static void condition_name(char *name, const char *prefix, const char *of)
{
    char hex[SAM_DIGEST_HEX] = "";
    sam_digest_text(of, hex);
    sam_id(name, "%s%.*s", prefix, SAM_DIGEST_SHORT, hex);
}

/* {"Fn::If": [c, NoValue, arn]}: one is made under c; the other way round under a new condition. */
static bool find_condition(struct sam *s, struct destination *d)
{
    const json_t *choice = sam_function(d->named, "Fn::If");
    if (choice == NULL)
        return true;
    if (json_array_size(choice) != 3) {
        return sam_fail(s, d->config_id,
                        "Malformed 'Destination' property: Fn::If requires 3 arguments.");
    }
    const char *given = json_string_value(json_array_get(choice, 0));
    bool yes = sam_no_value(json_array_get(choice, 1)),
         no = sam_no_value(json_array_get(choice, 2));
    if (given == NULL || yes == no)
        return true;
    d->other = json_array_get(choice, yes ? 2 : 1);
    if (yes) {
        sam_id(d->condition, "%s", given);
        return true;
    }
    char prefix[SAM_ID_MAX];
    condition_name(d->condition, sam_id(prefix, "NOT%s", given), d->config_id);
    sam_put(s, sam_conditions(s), d->condition,
            json_pack("{s:[{s:s}]}", "Fn::Not", "Condition", given));
    return true;
}

/* The condition of the queue or topic: that of the function, of the destination, or both. */
static void set_condition(struct sam *s, const struct destination *d, json_t *body)
{
    const char *mine = sam_text(s->body, "Condition");
    if (*d->condition == '\0')
        return;
    char name[SAM_ID_MAX], prefix[SAM_ID_MAX];
    sam_id(name, "%s", d->condition);
    if (mine != NULL) {
        condition_name(name, sam_id(prefix, "%.200sAND%.200s", mine, d->condition), s->id);
        sam_put(s, sam_conditions(s), name,
                json_pack("{s:[{s:s}, {s:s}]}", "Fn::And", "Condition", mine, "Condition",
                          d->condition));
    }
    sam_put(s, body, "Condition", json_string(name));
}

static bool make_destination(struct sam *s, struct destination *d)
{
    bool sqs = strcmp(d->type, "SQS") == 0;
    if (!sqs && strcmp(d->type, "SNS") != 0)
        return sam_fail(s, s->id, "Destination is required if Type is not ['SQS', 'SNS']");
    char id[SAM_ID_MAX];
    sam_id(id, "%.400s%s", d->id, sqs ? "Queue" : "Topic");
    sam_make(s, id, sqs ? "AWS::SQS::Queue" : "AWS::SNS::Topic", json_object());
    set_condition(s, d, sam_made(s, id));
    d->arn = sqs ? sam_getatt(id, "Arn") : sam_ref(id);
    if (*d->condition != '\0')
        d->arn = sam_if(d->condition, d->arn, json_deep_copy(d->other));
    return true;
}

static bool known_type(const char *type)
{
    for (size_t i = 0; type != NULL && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i], type) == 0)
            return true;
    return false;
}

static bool find_destination(struct sam *s, struct destination *d, const json_t *config)
{
    d->type = sam_text(config, "Type");
    d->named = sam_get(config, "Destination");
    if (!known_type(d->type)) {
        return sam_fail(s, s->id,
                        "'Type: %s' must be one of ['SQS', 'SNS', 'EventBridge', 'Lambda', "
                        "'S3Bucket']",
                        d->type == NULL ? "None" : d->type);
    }
    if (!find_condition(s, d))
        return false;
    if (d->named == NULL || *d->condition != '\0')
        return make_destination(s, d);
    d->arn = json_deep_copy(d->named);
    return true;
}

/* OnSuccess or OnFailure of `all` into `to`. */
static bool add_destination(struct sam *s, struct sam_function *f, const char *name, json_t *to)
{
    const json_t *all = sam_get(json_object_get(f->p, "EventInvokeConfig"), "DestinationConfig");
    const json_t *config = sam_get(all, name);
    char path[SAM_ID_MAX], config_id[SAM_ID_MAX];
    if (config == NULL)
        return true;
    sam_id(path, "EventInvokeConfig.DestinationConfig.%s", name);
    if (!sam_expect(s, config, SAM_MAP, path))
        return false;
    struct destination d = {.config_id = sam_id(config_id, "%.200sEventInvokeConfig", s->id)};
    sam_id(d.id, "%.300s%s", config_id, name);
    if (!find_destination(s, &d, config))
        return false;
    sam_append(s, f->policies, sam_destination_policy(d.type, d.id, d.arn));
    sam_put(s, to, name, json_pack("{s:o}", "Destination", d.arn));
    return true;
}

bool sam_function_invoke(struct sam *s, struct sam_function *f)
{
    if (!sam_has(f->p, "EventInvokeConfig"))
        return true;
    const json_t *config = sam_resolve_at(s, f->p, "EventInvokeConfig");
    const json_t *all = sam_get(config, "DestinationConfig");
    if (sam_given(all) && !sam_expect(s, all, SAM_MAP, "EventInvokeConfig.DestinationConfig"))
        return false;
    json_t *destinations = json_object();
    if (!add_destination(s, f, "OnSuccess", destinations) ||
        !add_destination(s, f, "OnFailure", destinations)) {
        json_decref(destinations);
        return false;
    }
    char id[SAM_ID_MAX];
    sam_id(id, "%sEventInvokeConfig", s->id);
    json_t *made =
        sam_make_main(s, id, "AWS::Lambda::EventInvokeConfig",
                      json_pack("{s:o, s:s, s:o}", "FunctionName", sam_ref(s->id), "Qualifier",
                                f->alias_name == NULL ? "$LATEST" : f->alias_name,
                                "DestinationConfig", destinations));
    sam_copy(s, made, config, "MaximumEventAgeInSeconds");
    sam_copy(s, made, config, "MaximumRetryAttempts");
    json_t *body = sam_made(s, id);
    json_object_del(body, "DependsOn");
    if (f->target.alias != NULL)
        sam_put(s, body, "DependsOn", json_pack("[s]", f->target.alias));
    return true;
}
