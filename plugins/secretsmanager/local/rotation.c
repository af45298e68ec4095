/* SPDX-License-Identifier: Apache-2.0 */
/* A rotation under way: the function is invoked for one step after the other. */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

static const char *const all_steps[] = {"createSecret", "setSecret", "testSecret", "finishSecret",
                                        NULL};
static const char *const test_steps[] = {"testSecret", NULL};

struct rotation {
    struct service *service;
    struct rotation *next;
    struct slrun_calling *calling;
    char *place, *token;
    const char *const *step; /* the one that the function is at */
    bool test;
};

static void rotation_free(struct rotation *r)
{
    if (!r)
        return;
    free(r->place);
    free(r->token);
    free(r);
}

/* It is over: out of the list. */
static void rotation_drop(struct rotation *r)
{
    struct rotation **at = &r->service->rotations;
    while (*at && *at != r)
        at = &(*at)->next;
    if (*at)
        *at = r->next;
    rotation_free(r);
}

/* Takes the label from the version, and a version that has no other goes. */
static void forget_version(json_t *secret, const char *id)
{
    json_t *versions = json_object_get(secret, "Versions");
    const char *has = version_with(secret, PENDING);
    if (has && strcmp(has, id) == 0)
        stage_move(secret, PENDING, NULL);
    if (json_array_size(json_object_get(json_object_get(versions, id), "Stages")) == 0)
        (void)json_object_del(versions, id);
}

/* All steps went well. */
static void rotation_end(const struct rotation *r, json_t *secret)
{
    if (r->test)
        forget_version(secret, r->token);
    secret_keep_at(r->service, r->place);
}

static void rotation_fails(const struct rotation *r, const char *why)
{
    r->service->cloud->host->log(SLRUN_LOG_WARNING,
                                 "secretsmanager: the rotation of %s fails at %s: %.400s",
                                 strrchr(r->place, ' ') + 1, *r->step, why);
}

static bool ask(struct rotation *r);

/* The function has answered; whatever it returned, unless it failed, the next step comes. */
static void stepped(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct rotation *r = arg;
    json_t *secret = secret_at(r->service, r->place);
    const char *failed = slrun_text(result, "FunctionError");
    const json_t *told = json_object_get(result, "Payload");
    r->calling = NULL;
    if (error || failed)
        rotation_fails(r, error ? error->message
                                : slrun_text_or(told, "errorMessage", "the function failed"));
    else if (secret && *++r->step && ask(r))
        return;
    else if (secret && !*r->step)
        rotation_end(r, secret);
    rotation_drop(r);
}

/* The account and the region of a place. */
static bool place_parts(const char *place, char region[64], char account[16])
{
    const char *blank = strchr(place, ' '), *end = blank ? strchr(blank + 1, ' ') : NULL;
    if (!end || blank - place >= 64 || end - blank > 16)
        return false;
    memcpy(region, place, (size_t)(blank - place));
    region[blank - place] = '\0';
    memcpy(account, blank + 1, (size_t)(end - blank) - 1);
    account[end - blank - 1] = '\0';
    return true;
}

/* Invokes the function for the step. */
static bool ask(struct rotation *r)
{
    const struct slrun_cloud *cloud = r->service->cloud;
    const json_t *secret = secret_at(r->service, r->place);
    char region[64] = "", account[16] = "";
    json_t *event = json_pack("{s:s, s:O, s:s}", "Step", *r->step, "SecretId",
                              json_object_get(secret, "ARN"), "ClientRequestToken", r->token);
    char *text = event ? json_dumps(event, JSON_COMPACT) : NULL;
    struct slrun_cloud_call order = {
        .service = "lambda",
        .operation = "invoke",
        .args = text ? json_pack("{s:O, s:s}", "FunctionName",
                                 json_object_get(secret, "RotationLambdaARN"), "Payload", text)
                     : NULL,
        .region = region,
        .account = account,
        .caller = "secretsmanager",
        .done = stepped,
        .arg = r};
    free(text);
    json_decref(event);
    r->calling =
        order.args && place_parts(r->place, region, account) ? cloud->call(cloud, &order) : NULL;
    return r->calling != NULL;
}

static const struct rotation *rotation_of(const struct service *service, const char *place)
{
    const struct rotation *r = service->rotations;
    while (r && strcmp(r->place, place) != 0)
        r = r->next;
    return r;
}

void rotation_moved(const struct service *service, const char *place, json_t *secret)
{
    const struct slrun_cloud *cloud = service->cloud;
    const struct rotation *r = rotation_of(service, place);
    const char *current = version_with(secret, CURRENT), *pending = version_with(secret, PENDING);
    if (!r || r->test || !current || strcmp(current, r->token) != 0)
        return;
    if (pending && strcmp(pending, current) == 0)
        stage_move(secret, PENDING, NULL);
    (void)json_object_set_new(secret, "LastRotatedDate",
                              json_real((double)cloud->now_ms(cloud) / 1000));
}

void rotation_start(struct service *service, const struct rotation_order *order)
{
    if (rotation_of(service, order->place))
        return;
    struct rotation *r = calloc(1, sizeof *r);
    if (!r)
        return;
    *r = (struct rotation){.service = service,
                           .next = service->rotations,
                           .place = strdup(order->place),
                           .token = strdup(order->token),
                           .step = order->test ? test_steps : all_steps,
                           .test = order->test};
    if (!r->place || !r->token || !ask(r)) {
        rotation_free(r);
        return;
    }
    service->rotations = r;
}

void rotations_end(struct service *service)
{
    while (service->rotations) {
        struct rotation *r = service->rotations;
        service->rotations = r->next;
        if (r->calling)
            service->cloud->call_cancel(r->calling);
        rotation_free(r);
    }
    if (service->timer)
        service->cloud->timer_stop(service->timer);
    service->timer = NULL;
}
