/* SPDX-License-Identifier: Apache-2.0 */
/* Connectors: policies for what one resource does with another (AWS SAM developer guide, "Managing
 * resource permissions with AWS SAM connectors"). */
#include "sam/connector.h"

#include <stdio.h>
#include <string.h>

#include "sam/simple.h"
#include "sam/value.h"

/* ---- ends ---- */

/* AWS::Serverless::SimpleTable is AWS::DynamoDB::Table; others are themselves. */
static const char *plain_type(const char *type)
{
    static const char *const types[][2] = {
        {"AWS::Serverless::Function", "AWS::Lambda::Function"},
        {"AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table"},
        {"AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine"},
        {"AWS::Serverless::Api", "AWS::ApiGateway::RestApi"},
        {"AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api"}};
    for (size_t i = 0; type != NULL && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i][0], type) == 0)
            return types[i][1];
    return type;
}

/* The role of a rule's target that is the other end. */
static json_t *target_role(const json_t *properties, const char *other)
{
    char id[SAM_ID_MAX];
    size_t i;
    json_t *target;
    json_array_foreach (sam_get(properties, "Targets"), i, target)
        if (sam_named(sam_get(target, "Arn"), id, sizeof id) && strcmp(id, other) == 0)
            return sam_get(target, "RoleArn");
    return NULL;
}

static json_t *role_of(const struct connector_end *e, const json_t *properties, const char *other)
{
    char id[SAM_ID_MAX];
    const json_t *role = strcmp(e->type, "AWS::Events::Rule") == 0 ? target_role(properties, other)
                                                                   : sam_get(properties, "Role");
    if (role == NULL)
        role = sam_get(properties, "RoleArn");
    return sam_named(role, id, sizeof id) ? sam_ref(id) : NULL;
}

/* One that the template has: all is known by its type. */
static bool named_end(struct sam *s, struct connector_end *e, const json_t *given,
                      const char *other)
{
    const json_t *body = json_object_get(s->out, e->id);
    const json_t *properties = json_object_get(body, "Properties");
    bool by_ref = false;
    if (body == NULL)
        return sam_fail(s, s->id, "Unable to find resource with logical ID '%s'.", e->id);
    e->type = plain_type(sam_text(body, "Type"));
    if (e->type == NULL)
        return sam_fail(s, s->id, "'Type' is missing or not a string.");
    by_ref = strcmp(e->type, "AWS::SNS::Topic") == 0 ||
             strcmp(e->type, "AWS::StepFunctions::StateMachine") == 0;
    const json_t *qualifier = sam_get(given, "Qualifier");
    e->keep = json_pack("{s:o, s:o*, s:o, s:o, s:o, s:o}", "Arn",
                        by_ref ? sam_ref(e->id) : sam_getatt(e->id, "Arn"), "RoleName",
                        role_of(e, properties, other), "QueueUrl", sam_ref(e->id), "Name",
                        sam_getatt(e->id, "Name"), "ResourceId", sam_ref(e->id), "Qualifier",
                        qualifier != NULL ? json_deep_copy(qualifier) : json_string("*"));
    return e->keep != NULL;
}

static bool read_end(struct sam *s, struct connector_end *e, const json_t *given,
                     const json_t *other)
{
    const char *other_id = sam_text(other, "Id");
    e->id = sam_text(given, "Id");
    if (e->id != NULL) {
        if (!named_end(s, e, given, other_id != NULL ? other_id : ""))
            return false;
    } else {
        e->keep = json_deep_copy(given);
        e->type = plain_type(sam_text(e->keep, "Type"));
        if (e->type == NULL)
            return sam_fail(s, s->id, "'Type' is missing or not a string.");
    }
    e->arn = sam_get(e->keep, "Arn");
    e->role = sam_get(e->keep, "RoleName");
    e->url = sam_get(e->keep, "QueueUrl");
    e->name = sam_get(e->keep, "Name");
    e->resource = sam_get(e->keep, "ResourceId");
    e->qualifier = sam_get(e->keep, "Qualifier");
    return true;
}

/* ---- resources ---- */

/* What a connector makes: the end of its logical id, and its type. */
struct product {
    const char *name, *type;
};

static const struct product role_policy = {"Policy", "AWS::IAM::ManagedPolicy"},
                            lambda_permission = {"WriteLambdaPermission",
                                                 "AWS::Lambda::Permission"},
                            queue_policy = {"QueuePolicy", "AWS::SQS::QueuePolicy"},
                            topic_policy = {"TopicPolicy", "AWS::SNS::TopicPolicy"};

static void make(struct sam *s, struct connector_link *c, const struct product *product,
                 json_t *properties)
{
    char id[SAM_ID_MAX];
    const json_t *sources = json_object_get(json_object_get(s->source, c->source.id), "Type");
    const json_t *ends = json_object_get(json_object_get(s->source, c->destination.id), "Type");
    json_t *from = c->source.id != NULL && sources != NULL ? json_deep_copy(sources)
                                                           : json_string(c->source.type);
    json_t *to = c->destination.id != NULL && ends != NULL ? json_deep_copy(ends)
                                                           : json_string(c->destination.type);
    sam_make(s, sam_id(id, "%s%s%s", s->id, product->name, c->suffix), product->type, properties);
    json_t *body = sam_made(s, id);
    sam_put(s, body, "Metadata",
            json_pack("{s:{s:{s:{s:o}, s:{s:o}}}}", "aws:sam:connectors", s->id, "Source", "Type",
                      from, "Destination", "Type", to));
    sam_copy(s, body, s->body, "DependsOn");
    sam_append(s, c->made, json_string(id));
}

static void depend(struct sam *s, json_t *body, const char *id)
{
    json_t *old = json_object_get(body, "DependsOn"), *list = json_array();
    size_t i;
    json_t *one;
    if (json_is_string(old))
        json_array_append(list, old);
    json_array_foreach (old, i, one)
        json_array_append(list, one);
    sam_append(s, list, json_string(id));
    sam_put(s, body, "DependsOn", list);
}

/* The one event source mapping between the two, which reads only once it may; or NULL. */
static json_t *mapping_of(const struct sam *s, const struct connector_link *c)
{
    char source[SAM_ID_MAX], function[SAM_ID_MAX];
    const char *id;
    json_t *body, *found = NULL;
    json_object_foreach (s->out, id, body) {
        const json_t *p = json_object_get(body, "Properties");
        if (sam_equals(json_object_get(body, "Type"), "AWS::Lambda::EventSourceMapping") &&
            sam_named(sam_get(p, "EventSourceArn"), source, sizeof source) &&
            sam_named(sam_get(p, "FunctionName"), function, sizeof function) &&
            strcmp(source, c->source.id) == 0 && strcmp(function, c->destination.id) == 0) {
            if (found != NULL)
                return NULL;
            found = body;
        }
    }
    return found;
}

static bool make_role_policy(struct sam *s, struct connector_link *c)
{
    const struct connector_end *of = c->profile->of_destination ? &c->destination : &c->source;
    bool known = c->source.id != NULL && c->destination.id != NULL;
    if (of->role == NULL) {
        return sam_fail(s, s->id, "Unable to get IAM role name from '%s' resource.",
                        c->profile->of_destination ? "Destination" : "Source");
    }
    make(s, c, &role_policy,
         json_pack("{s:o, s:[O]}", "PolicyDocument", connector_policy(s, c), "Roles", of->role));
    const char *id = json_string_value(json_array_get(c->made, json_array_size(c->made) - 1));
    json_t *mapping = c->profile->of_destination && known ? mapping_of(s, c) : NULL;
    bool nests = c->source.id != NULL && strcmp(c->source.type, c->destination.type) == 0 &&
                 strcmp(c->source.type, "AWS::StepFunctions::StateMachine") == 0;
    if (mapping != NULL)
        depend(s, mapping, id);
    if (nests)
        depend(s, json_object_get(s->out, c->source.id), id);
    return true;
}

static bool make_permission(struct sam *s, struct connector_link *c)
{
    const char *from = c->profile->grants->resources;
    bool bucket = strcmp(c->profile->service, "s3.amazonaws.com") == 0;
    if (c->destination.arn == NULL)
        return sam_fail(s, s->id, "Unable to get Lambda function ARN from 'Destination' resource.");
    make(s, c, &lambda_permission,
         json_pack("{s:s, s:O, s:s, s:o, s:o*}", "Action", "lambda:InvokeFunction", "FunctionName",
                   c->destination.arn, "Principal", c->profile->service, "SourceArn",
                   connector_place(c, from, strlen(from)), "SourceAccount",
                   bucket ? sam_sub("${AWS::AccountId}") : NULL));
    return true;
}

static bool make_resource_policy(struct sam *s, struct connector_link *c, bool queue)
{
    json_t *of = queue ? c->destination.url : c->destination.arn;
    if (of == NULL) {
        return sam_fail(s, s->id, "Unable to get %s from 'Destination' resource.",
                        queue ? "SQS queue URL" : "SNS topic ARN");
    }
    make(s, c, queue ? &queue_policy : &topic_policy,
         json_pack("{s:o, s:[O]}", "PolicyDocument", connector_policy(s, c),
                   queue ? "Queues" : "Topics", of));
    return true;
}

/* ---- connectors ---- */

/* The categories that the profile has, as errors list them. */
static bool check_permissions(struct sam *s, const struct connector_link *c)
{
    bool reads = false, writes = false;
    size_t i;
    json_t *word;
    for (const struct connector_grant *g = c->profile->grants; g->category != NULL; g++) {
        reads = reads || strcmp(g->category, "Read") == 0;
        writes = writes || strcmp(g->category, "Write") == 0;
    }
    const char *valid = reads && writes ? "Read, Write" : reads ? "Read" : "Write";
    if (json_array_size(sam_get(s->properties, "Permissions")) == 0)
        return sam_fail(s, s->id, "'Permissions' cannot be empty; valid values are: %s.", valid);
    json_array_foreach (sam_get(s->properties, "Permissions"), i, word) {
        if (!(reads && sam_equals(word, "Read")) && !(writes && sam_equals(word, "Write"))) {
            return sam_fail(s, s->id,
                            "Unsupported 'Permissions' provided for connector from %s to %s; valid "
                            "values are: %s.",
                            c->source.type, c->destination.type, valid);
        }
    }
    return true;
}

static bool connect(struct sam *s, struct connector_link *c)
{
    c->profile = connector_profile(c->source.type, c->destination.type);
    if (c->profile == NULL) {
        return sam_fail(s, s->id,
                        "Unable to create connector from %s to %s; it's not supported or the "
                        "template is invalid.",
                        c->source.type, c->destination.type);
    }
    if (!check_permissions(s, c))
        return false;
    switch (c->profile->kind) {
    case CONNECTOR_ROLE:
        return make_role_policy(s, c);
    case CONNECTOR_FUNCTION:
        return make_permission(s, c);
    default:
        return make_resource_policy(s, c, c->profile->kind == CONNECTOR_QUEUE);
    }
}

/* Who depends on the connector depends on what it became. */
static void replace_dependence(struct sam *s, const json_t *made)
{
    const char *id;
    json_t *body, *one, *list;
    size_t i;
    json_object_foreach (s->out, id, body) {
        json_t *old = json_object_get(body, "DependsOn");
        bool depends = sam_equals(old, s->id);
        list = json_array();
        json_array_foreach (old, i, one) {
            depends = depends || sam_equals(one, s->id);
            if (!sam_equals(one, s->id))
                json_array_append(list, one);
        }
        if (depends) {
            json_array_extend(list, (json_t *)made);
            sam_put(s, body, "DependsOn", json_incref(list));
        }
        json_decref(list);
    }
}

bool sam_connector_resource(struct sam *s)
{
    struct sam_checked what = {s->id, "AWS::Serverless::Connector", s->properties};
    if (!sam_check(s, &what, sam_connector_properties))
        return false;
    const json_t *source = sam_get(s->properties, "Source");
    const json_t *given = sam_get(s->properties, "Destination");
    size_t n = json_is_array(given) ? json_array_size(given) : 1;
    json_t *made = json_array();
    bool well = n > 0 || sam_fail(s, s->id, "'Destination' is an empty list");
    for (size_t i = 0; well && i < n; i++) {
        const json_t *destination = json_is_array(given) ? json_array_get(given, i) : given;
        struct connector_link c = {.made = made};
        if (json_is_array(given))
            snprintf(c.suffix, sizeof c.suffix, "Destination%zu", i);
        well = read_end(s, &c.source, source, destination) &&
               read_end(s, &c.destination, destination, source) && connect(s, &c);
        json_decref(c.source.keep);
        json_decref(c.destination.keep);
    }
    if (well)
        replace_dependence(s, made);
    json_decref(made);
    return well;
}

/* ---- of resources ---- */

bool sam_embedded_connectors(struct sam *s)
{
    json_t *all = json_object(), *body, *connector;
    const char *id, *name;
    char own[SAM_ID_MAX];
    bool well = true;
    json_object_foreach (s->source, id, body) {
        json_object_foreach (json_object_get(body, "Connectors"), name, connector) {
            json_t *made = json_deep_copy(connector);
            json_t *properties = sam_object_at(s, made, "Properties");
            json_t *reference = json_object_get(properties, "SourceReference");
            json_t *source = json_is_object(reference) ? json_copy(reference) : json_object();
            json_object_del(properties, "SourceReference");
            sam_put(s, source, "Id", json_string(id));
            sam_put(s, properties, "Source", source);
            sam_put(s, made, "Type", json_string("AWS::Serverless::Connector"));
            sam_put(s, all, sam_id(own, "%s%s", id, name), made);
        }
        json_object_del(body, "Connectors");
    }
    json_object_foreach (all, name, connector) {
        if (json_object_get(s->source, name) != NULL) {
            s->id = NULL;
            well = sam_fail_text(s,
                                 "Resource with id [%s] is invalid. The id of a connector is "
                                 "that of another resource, too.",
                                 name);
        }
    }
    well = well && json_object_update(s->source, all) == 0;
    json_decref(all);
    return well;
}
