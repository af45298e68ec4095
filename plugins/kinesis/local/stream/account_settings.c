/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Settings of an account in a region (Developer Guide, "On-demand Advantage mode"): whether it has
 * committed itself to a minimum of throughput, for a day at least. Nothing is billed here. They
 * live in memory only.
 */
#include "service.h"

#include <stdio.h>
#include <string.h>

#include "stream/describe.h"

enum { COMMITTED_MS = 24 * 60 * 60 * 1000, PLACE_SIZE = 128 };

/* What is known of the commitment: when it "started", and when it "ends"; NULL: there was none. */
static json_t *commitment(const struct call *call, char place[PLACE_SIZE])
{
    (void)snprintf(place, PLACE_SIZE, "%.40s %.80s", call->exchange->account,
                   call->exchange->region);
    return json_object_get(call->service->commitments, place);
}

static int64_t time_of(const json_t *commitment, const char *name)
{
    return json_integer_value(json_object_get(commitment, name));
}

static json_t *tell(const struct call *call)
{
    char place[PLACE_SIZE];
    const json_t *known = commitment(call, place);
    json_t *answer = json_object();
    if (known == NULL) {
        json_object_set_new(answer, "MinimumThroughputBillingCommitment",
                            json_pack("{s:s}", "Status", "DISABLED"));
        return answer;
    }
    int64_t started = time_of(known, "started"), ends = time_of(known, "ends");
    const char *status = ends == 0          ? "ENABLED"
                         : ends > call->now ? "ENABLED_UNTIL_EARLIEST_ALLOWED_END"
                                            : "DISABLED";
    json_t *told =
        json_pack("{s:s, s:o, s:o}", "Status", status, "StartedAt", describe_time(started),
                  "EarliestAllowedEndAt", describe_time(started + COMMITTED_MS));
    if (ends > 0)
        json_object_set_new(told, "EndedAt", describe_time(ends));
    json_object_set_new(answer, "MinimumThroughputBillingCommitment", told);
    return answer;
}

json_t *op_describe_account_settings(struct call *call)
{
    return tell(call);
}

json_t *op_update_account_settings(struct call *call)
{
    char place[PLACE_SIZE];
    const json_t *known = commitment(call, place);
    const json_t *wanted = json_object_get(call->args, "MinimumThroughputBillingCommitment");
    bool on = strcmp(json_string_value(json_object_get(wanted, "Status")), "ENABLED") == 0;
    int64_t ends = time_of(known, "ends"), started = time_of(known, "started");
    bool runs = known != NULL && (ends == 0 || ends > call->now);
    int64_t earliest = started + COMMITTED_MS;
    json_t *next = NULL;
    if (on) {
        next = json_pack("{s:I}", "started", (json_int_t)(runs ? started : call->now));
    } else if (runs && ends == 0) {
        next = json_pack("{s:I, s:I}", "started", (json_int_t)started, "ends",
                         (json_int_t)(earliest > call->now ? earliest : call->now));
    }
    if (next != NULL)
        json_object_set_new(call->service->commitments, place, next);
    return tell(call);
}
