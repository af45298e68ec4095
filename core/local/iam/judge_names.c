/* SPDX-License-Identifier: Apache-2.0 */
/* How roles, functions and resources are called in what AWS would refuse. */
#include <stdio.h>
#include <string.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "base/buf.h"
#include "local/iam/judge.h"

enum { LABEL_MAX = 256 };

/* ---- resources ---- */

static const struct {
    const char *service, *type, *word;
} words[] = {{"sqs", "", "queue "},
             {"sns", "", "topic "},
             {"s3", "", "bucket "},
             {"states", "stateMachine", "state machine "},
             {"events", "event-bus", "event bus "},
             {"logs", "log-group", "log group "},
             {"execute-api", "", "API "},
             {"lambda", "function", "function "},
             {"iam", "role", "role "}};

/* "table " and where the name begins, of arn:aws:dynamodb:r:a:table/NAME. */
static const char *split(const char *arn, char kind[LABEL_MAX])
{
    const char *service = slrun_arn_behind(arn, 2), *resource = slrun_arn_behind(arn, 5);
    const char *at = resource ? resource : arn + strlen(arn);
    size_t n = service ? strcspn(service, ":") : 0;
    size_t type = strcspn(at, "/:");
    bool bare = !at[type] || at[-2] == ':';
    snprintf(kind, LABEL_MAX, "%.*s ", bare ? 0 : (int)type, at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].service) == n && !strncmp(words[i].service, service, n) &&
            (!*words[i].type || !strncmp(words[i].type, at, type)))
            snprintf(kind, LABEL_MAX, "%s", words[i].word);
    return bare ? at : at + type + 1;
}

const json_t *judge_find(const struct judge *judge, const char *arn, const json_t **stack)
{
    const char *id;
    json_t *each;
    json_object_foreach (judge->stacks, id, each) {
        const json_t *resource = judge_resource(each, arn);
        if (!resource)
            continue;
        if (stack)
            *stack = each;
        return resource;
    }
    return NULL;
}

/* "table Orders", by the logical id where a stack has it. */
static void add_name(struct buf *to, const struct judge *judge, const char *arn)
{
    char kind[LABEL_MAX];
    const json_t *own = judge_find(judge, arn, NULL);
    const char *name = split(arn, kind), *slash = strchr(name, '/');
    bool object = !strcmp(kind, "bucket ") && slash;
    size_t n = strlen(name); /* without the end of a log group's */
    buf_puts(to, object ? "object " : kind);
    if (!own)
        buf_add(to, name, n > 2 && !strcmp(name + n - 2, ":*") ? n - 2 : n);
    else
        buf_printf(to, "%s%s", slrun_text_or(own, "LogicalId", ""), object ? slash : "");
}

bool judge_names_one(const char *arn)
{
    size_t n = strlen(arn);
    return strcmp(arn, "*") != 0 && (n < 2 || strcmp(arn + n - 2, ":*") != 0);
}

void judge_add_resource(struct buf *to, const struct judge *judge, const char *arn)
{
    if (!judge_names_one(arn))
        return;
    buf_puts(to, " on ");
    add_name(to, judge, arn);
}

void judge_add_kind(struct buf *to, const char *arn)
{
    char kind[LABEL_MAX];
    split(arn, kind);
    size_t n = strlen(kind);
    buf_printf(to, "the %.*s", (int)(n > 1 ? n - 1 : 8), n > 1 ? kind : "resource");
}

bool judge_names_nothing(const char *arn)
{
    static const char *const nothing[] = {"undefined", "None", "null"};
    char kind[LABEL_MAX];
    const char *name = split(arn, kind);
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (!strcmp(name, nothing[i]))
            return true;
    return false;
}

/* ---- who asks ---- */

const char *judge_asker_name(const struct judge_asker *asker)
{
    if (asker->session)
        return asker->session->name;
    if (strstr(asker->source, ":execute-api:")) {
        char kind[LABEL_MAX];
        return split(asker->source, kind);
    }
    return slrun_arn_name(asker->source);
}

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

void judge_add_asker(struct buf *to, const struct judge *judge, const struct judge_asker *asker)
{
    const json_t *stack = NULL;
    if (asker->source) {
        add_name(to, judge, asker->source);
        return;
    }
    (void)judge_role(judge, asker->session->role, &stack);
    const json_t *function = find_function(stack, asker->session->name);
    if (asker->session->given) {
        add_name(to, judge, asker->session->role);
        return;
    }
    buf_printf(to, "function %s",
               function ? slrun_text_or(function, "LogicalId", "") : asker->session->name);
}
