/* SPDX-License-Identifier: Apache-2.0 */
/* What would allow a service to call as itself: a policy of the resource that it calls, or one
 * that a stack has for it already. */
#include <stdio.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "base/buf.h"
#include "local/iam/judge.h"

enum { POLICIES_TOLD = 2, WORD_SIZE = 64, ID_SIZE = 320 };

#define PERMISSION "AWS::Lambda::Permission"

/* Types of such policies, the property that names their resources, and whether each is all of the
 * policy of those: the one that is made last replaces the others. */
static const struct kind {
    const char *service, *type, *names;
    bool whole;
} kinds[] = {
    {"sqs:", "AWS::SQS::QueuePolicy", "Queues", true},
    {"sqs:", "AWS::SQS::QueueInlinePolicy", "Queue", true},
    {"sns:", "AWS::SNS::TopicPolicy", "Topics", true},
    {"sns:", "AWS::SNS::TopicInlinePolicy", "TopicArn", true},
    {"events:", "AWS::Events::EventBusPolicy", "EventBusName", false},
    {"lambda:", PERMISSION, "FunctionName", false},
};

/* What stacks have of the kind for what was called. */
struct present {
    const struct judge *judge;
    const struct judge_refusal *refusal;
    const char *ids[POLICIES_TOLD]; /* the first ones */
    size_t n;
    bool whole;
    const char *allowing; /* the id of one that would allow it; or NULL */
    const char *alike;    /* that of a permission that lets in the same service; or NULL */
};

/* ---- what is there ---- */

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool names(const struct kind *kind, const json_t *resource, const char *arn)
{
    const json_t *all = json_object_get(json_object_get(resource, "Properties"), kind->names);
    const json_t *one;
    for (size_t i = 0; (one = policy_value(all, i)); i++)
        if (json_is_string(one) &&
            !strcmp(slrun_arn_name(json_string_value(one)), slrun_arn_name(arn)))
            return true;
    return false;
}

/* The statement that Lambda makes of a permission (API reference, AddPermission). */
static json_t *permitted(const json_t *p, const char *arn)
{
    static const char *const conditions[][3] = {
        {"SourceArn", "ArnLike", "aws:SourceArn"},
        {"SourceAccount", "StringEquals", "aws:SourceAccount"}};
    json_t *holds = json_object();
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        json_t *value = json_object_get(p, conditions[i][0]);
        if (value)
            json_object_set_new(holds, conditions[i][1],
                                json_pack("{s:O}", conditions[i][2], value));
    }
    return json_pack("{s:s, s:{s:s}, s:s, s:s, s:o}", "Effect", "Allow", "Principal", "Service",
                     slrun_text_or(p, "Principal", ""), "Action", slrun_text_or(p, "Action", ""),
                     "Resource", arn, "Condition", holds);
}

/* A new reference. */
static json_t *document_of(const json_t *resource, const char *arn)
{
    const json_t *p = json_object_get(resource, "Properties");
    json_t *document = json_object_get(p, "PolicyDocument");
    if (document)
        return json_incref(document);
    return json_pack("{s:o}", "Statement",
                     !strcmp(slrun_text_or(resource, "Type", ""), PERMISSION)
                         ? permitted(p, arn)
                         : json_incref(json_object_get(p, "Statement")));
}

static bool allows(const struct present *there, const json_t *resource)
{
    const struct judge_refusal *r = there->refusal;
    struct judge_refusal still;
    json_t *document = document_of(resource, r->resource);
    const struct judge_ask ask = {r->action, r->resource, "", document};
    bool refused = judge_is_refused((struct judge *)there->judge, r->asker, &ask, &still);
    json_decref(document);
    return document && !refused;
}

static void add_present(struct present *there, const struct kind *kind, const json_t *resource)
{
    const char *id = slrun_text_or(resource, "LogicalId", "");
    const json_t *p = json_object_get(resource, "Properties");
    if (!names(kind, resource, there->refusal->resource))
        return;
    if (there->n < POLICIES_TOLD)
        there->ids[there->n] = id;
    there->n++;
    there->whole = kind->whole;
    if (!there->allowing && allows(there, resource))
        there->allowing = id;
    if (!strcmp(slrun_text_or(p, "Principal", ""), there->refusal->asker->service))
        there->alike = id;
}

static void find_present(struct present *there)
{
    const char *id;
    json_t *stack, *resource;
    size_t i;
    json_object_foreach (there->judge->stacks, id, stack)
        json_array_foreach (json_object_get(stack, "Resources"), i, resource)
            for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
                if (begins(there->refusal->action, kinds[k].service) &&
                    !strcmp(slrun_text_or(resource, "Type", ""), kinds[k].type))
                    add_present(there, &kinds[k], resource);
}

/* ---- what is missing ---- */

static const char *id_of(const struct judge *judge, const char *arn)
{
    return json_string_value(json_object_get(judge_find(judge, arn, NULL), "LogicalId"));
}

/* A bucket's name may be known only when it is made, and by its logical id the template would go in
 * a circle: its policy has to be there first. */
static bool is_bucket(const char *arn)
{
    return strstr(arn, ":s3:::");
}

static void add_statement(struct buf *to, const struct judge *judge, const struct judge_refusal *r)
{
    buf_printf(to, "{Effect: Allow, Principal: {Service: %s}, Action: %s, Resource: ",
               r->asker->service, r->action);
    judge_add_arn(to, judge, r->resource);
    buf_puts(to, ", Condition: {");
    if (is_bucket(r->asker->source)) {
        buf_puts(to, "StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}}}");
        return;
    }
    buf_puts(to, "ArnLike: {aws:SourceArn: ");
    judge_add_arn(to, judge, r->asker->source);
    buf_puts(to, "}}}");
}

static void add_source(struct buf *to, const struct judge *judge, const struct judge_refusal *r)
{
    if (is_bucket(r->asker->source)) {
        buf_puts(to, "SourceAccount: !Ref AWS::AccountId");
        return;
    }
    buf_puts(to, "SourceArn: ");
    judge_add_arn(to, judge, r->asker->source);
}

static bool has(const json_t *stack, const char *id)
{
    size_t i;
    json_t *resource;
    json_array_foreach (json_object_get(stack, "Resources"), i, resource)
        if (!strcmp(slrun_text_or(resource, "LogicalId", ""), id))
            return true;
    return false;
}

/* An id for a new resource of the stack that has what was called: "JobsPolicy", "JobsPolicy2". */
static void name_new(const struct judge *judge, const char *arn, const char *word,
                     char name[ID_SIZE])
{
    const json_t *stack = NULL, *owner = judge_find(judge, arn, &stack);
    const char *id = slrun_text_or(owner, "LogicalId", "");
    (void)snprintf(name, ID_SIZE, "%.200s%s", id, word);
    for (int n = 2; has(stack, name); n++)
        (void)snprintf(name, ID_SIZE, "%.200s%s%d", id, word, n);
}

static void add_named(struct buf *to, const struct judge *judge, const char *arn)
{
    const char *id = id_of(judge, arn);
    buf_printf(to, "%s%s", id ? "!Ref " : "", id ? id : arn);
}

/* "Principal: "*", FunctionUrlAuthType: NONE": the properties are called like the keys. */
static void add_everyone(struct buf *to, const json_t *keys)
{
    const char *key;
    json_t *value;
    buf_puts(to, "\"*\"");
    json_object_foreach ((json_t *)keys, key, value)
        buf_printf(to, ", %s: %s", strchr(key, ':') + 1, json_string_value(value));
}

static void add_lambda_permission(struct buf *to, const struct judge *judge,
                                  const struct judge_refusal *r, const char *name)
{
    buf_printf(to, "add the resource %s: {Type: " PERMISSION ", Properties: {Action: %s, ", name,
               r->action);
    buf_puts(to, "FunctionName: ");
    add_named(to, judge, r->resource);
    buf_puts(to, ", Principal: ");
    if (r->asker->service) {
        buf_printf(to, "%s, ", r->asker->service);
        add_source(to, judge, r);
    } else {
        add_everyone(to, r->asker->keys);
    }
    buf_puts(to, "}}");
}

/* Types of policies of resources: what stands around the resource and the statement. */
static const struct {
    const char *service, *type, *before, *between, *after;
} policies[] = {
    {"sqs:", "AWS::SQS::QueuePolicy", "Queues: [", "], PolicyDocument: {Statement: ", "}"},
    {"sns:", "AWS::SNS::TopicPolicy", "Topics: [", "], PolicyDocument: {Statement: ", "}"},
    {"events:", "AWS::Events::EventBusPolicy",
     "EventBusName: ", ", StatementId: in, Statement: ", ""}};

/* AWS looks whether it may send there when it makes the bucket. */
static void add_order(struct buf *to, const struct judge *judge, const struct judge_refusal *r,
                      const char *policy)
{
    const char *bucket = is_bucket(r->asker->source) ? id_of(judge, r->asker->source) : NULL;
    if (bucket)
        buf_printf(to, "; and to %s: DependsOn: %s", bucket, policy);
}

static void add_new(struct buf *to, const struct judge *judge, const struct judge_refusal *r)
{
    size_t i = 0, n = sizeof policies / sizeof *policies;
    char name[ID_SIZE], word[WORD_SIZE];
    (void)snprintf(word, sizeof word, "%.50sPermission",
                   r->asker->service ? "" : strchr(r->action, ':') + 1);
    while (i < n && !begins(r->action, policies[i].service))
        i++;
    name_new(judge, r->resource, i < n ? "Policy" : word, name);
    if (i == n) {
        add_lambda_permission(to, judge, r, name);
    } else {
        buf_printf(to, "add the resource %s: {Type: %s, Properties: {%s", name, policies[i].type,
                   policies[i].before);
        add_named(to, judge, r->resource);
        buf_puts(to, policies[i].between);
        add_statement(to, judge, r);
        buf_printf(to, "%s}}", policies[i].after);
    }
    add_order(to, judge, r, name);
}

/* ---- which of both ---- */

static void add_late(struct buf *to, const struct present *there)
{
    const struct judge_refusal *r = there->refusal;
    const char *bucket = is_bucket(r->asker->source) ? id_of(there->judge, r->asker->source) : NULL;
    buf_printf(to, "%s allows it, and was made later", there->allowing);
    if (bucket)
        buf_printf(to, ": add to %s: DependsOn: %s", bucket, there->allowing);
}

static void add_replaced(struct buf *to, const struct present *there)
{
    buf_printf(to, "%s and %s are each the whole policy of ", there->ids[0], there->ids[1]);
    judge_add_kind(to, there->refusal->resource);
    buf_puts(to, ", and the one that was made last has replaced the other: put their statements "
                 "into one");
    if (there->allowing)
        return;
    buf_puts(to, ", with ");
    add_statement(to, there->judge, there->refusal);
}

void judge_add_permission(struct buf *to, const struct judge *judge, const struct judge_refusal *r)
{
    struct present there = {.judge = judge, .refusal = r};
    if (r->asker->service)
        find_present(&there);
    if (there.whole && there.n > 1) {
        add_replaced(to, &there);
    } else if (there.allowing) {
        add_late(to, &there);
    } else if (there.whole) {
        buf_printf(to, "add to the statements of %s: ", there.ids[0]);
        add_statement(to, judge, r);
        add_order(to, judge, r, there.ids[0]);
    } else if (there.alike) {
        buf_printf(to, "see %s: it lets %s in, but not with ", there.alike, r->asker->service);
        add_source(to, judge, r);
    } else {
        add_new(to, judge, r);
    }
}
