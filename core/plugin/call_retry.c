/* SPDX-License-Identifier: Apache-2.0 */
/* What follows a failed attempt: new credentials, a clock put right, a pause, or the end. */
#include "plugin/call_state.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "net/clock_skew.h"

enum { KEY_MAX = 512 };

void call_find_client(struct op_call *call)
{
    char key[KEY_MAX] = "";
    const char *const words[] = {call->ctx.service->endpoint_prefix, " ", call->ctx.region, " ",
                                 call->request.base};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        text_append(key, sizeof key, words[i] ? words[i] : "");
    call->client = retry_client(&call->env->retry, key);
}

int64_t call_skew(const struct op_call *call)
{
    return call->client ? call->client->skew_s : 0;
}

/* Whether AWS has called the credentials expired, and there may be others. */
static bool renews(struct op_call *call, const struct slrun_error *error)
{
    bool expired = strcmp(error->code, "ExpiredToken") == 0 ||
                   strcmp(error->code, "ExpiredTokenException") == 0;
    if (!expired || call->renewed || !call->env->source || !call->signed_by)
        return false;
    call->renewed = credentials_expired(call->env->source, call->signed_by);
    return call->renewed;
}

/* Whether the signature was only of a wrong time. */
static bool corrects(struct op_call *call, const struct slrun_response *answer,
                     const struct slrun_error *error)
{
    if (call->corrected || !call->client || call->request.anonymous)
        return false;
    call->corrected = clock_skew_learn(&call->client->skew_s, error->code, answer);
    return call->corrected;
}

/* ---- the pause ---- */

static void end_pause(struct op_call *call)
{
    alarms_take_back(call->o.clock);
    call->env->counts.pausing--;
    call->pausing = false;
}

static void on_pause_over(struct alarm *alarm)
{
    struct op_call *call =
        (struct op_call *)(void *)((char *)alarm - offsetof(struct op_call, pause));
    end_pause(call);
    call_send_again(call);
}

void call_stop_pause(struct op_call *call)
{
    if (!call->pausing)
        return;
    alarm_stop(call->o.clock, &call->pause);
    end_pause(call);
}

/* false: out of memory. */
static bool begin_pause(struct op_call *call, double ms)
{
    if (!call->o.clock || alarms_promise(call->o.clock) != 0)
        return false;
    call->pausing = true;
    call->env->counts.pausing++;
    call->pause.ring = on_pause_over;
    alarm_set(call->o.clock, &call->pause, alarms_now(call->o.clock) + ms);
    return true;
}

/* ---- one more try ---- */

static bool in_time(const struct op_call *call, double ms)
{
    int64_t left = call->o.left ? call->o.left(call->o.owner) : INT64_MAX;
    return left == INT64_MAX || ms < (double)left;
}

static enum retry_kind kind_of(const struct op_call *call, const struct slrun_error *error)
{
    enum retry_kind kind = retry_kind(call->o.op, call->ctx.service, call->has_token, error);
    const struct slrun_sink *sink = &call->request.sink;
    if (call->http.futile)
        return RETRY_NEVER;
    /* who has had a part of the body would have it twice */
    return kind == RETRY_TRANSIENT && sink->write && !sink->path &&
                   error->kind != SLRUN_E_SERVICE && error->kind != SLRUN_E_CONNECT
               ? RETRY_ARRIVED
               : kind;
}

static bool pauses(struct op_call *call, const struct slrun_response *answer,
                   const struct slrun_error *error, const char **why)
{
    const struct slrun_service *service = call->ctx.service;
    struct retry *retry = &call->env->retry;
    enum retry_kind kind = kind_of(call, error);
    if (kind == RETRY_ARRIVED)
        *why = "it was not sent again, since it may have arrived and is not idempotent";
    if (kind == RETRY_NEVER || kind == RETRY_ARRIVED || !call->client ||
        call->attempt - call->extra >= retry_attempts(retry, service))
        return false;
    const struct retry_try failed = {kind, service, call->attempt, answer};
    double ms = retry_pause_ms(&failed, retry_random(retry));
    if (!in_time(call, ms)) {
        *why = "it was not sent again: the time would have been over before";
        return false;
    }
    unsigned cost = retry_take(call->client, kind);
    if (!cost)
        *why = "it was not sent again: so many of this service's requests have failed that the "
               "quota of retries is used up";
    if (!cost || !begin_pause(call, ms))
        return false;
    call->cost = cost;
    return true;
}

bool call_goes_on(struct op_call *call, const struct slrun_response *answer,
                  const struct slrun_error *error, const char **why)
{
    bool said = error->kind == SLRUN_E_SERVICE && answer;
    bool at_once = said && (renews(call, error) || corrects(call, answer, error));
    if (!at_once && !pauses(call, answer, error, why))
        return false;
    call->doubtful = call->doubtful || !(error->kind == SLRUN_E_CONNECT ||
                                         (error->kind == SLRUN_E_SERVICE && error->status < 500));
    call->last = arena_format(call->arena, "%s%s%.200s", error->code, *error->code ? ": " : "",
                              error->message);
    call->extra += at_once;
    if (at_once)
        call_send_again(call);
    return true;
}
