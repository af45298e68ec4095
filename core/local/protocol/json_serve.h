/* SPDX-License-Identifier: Apache-2.0 */
/* slrun_cloud.json_serve, .json_fail and .page: operations of AWS JSON from a table. Contracts in
 * slrun/cloud.h. */
#ifndef SLRUN_LOCAL_JSON_SERVE_H
#define SLRUN_LOCAL_JSON_SERVE_H

#include <slrun/answer.h>
#include <slrun/local.h>

void json_serve(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                const struct slrun_json_service *service, void *state);
json_t *json_serve_fail(struct slrun_json_call *call, const char *code, const char *format, ...)
    SLRUN_PRINTF(3, 4);
json_t *json_serve_page(const struct slrun_op *op, const json_t *args, json_t *list, size_t most);

/* A request for a local half: its serve(), or its operations of AWS JSON. */
void json_serve_half(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                     const struct slrun_local *half, void *state);

#endif
