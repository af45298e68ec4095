/* SPDX-License-Identifier: Apache-2.0 */
/* JSON bodies and the AWS JSON protocols, for the host table. Contracts in slrun/host.h. */
#ifndef SLRUN_PLUGIN_JSON_H
#define SLRUN_PLUGIN_JSON_H

#include <slrun/host.h>

int json_to_body(struct slrun_ctx *ctx, struct slrun_request *req, const json_t *json);
/* The same of arguments: binary becomes base64, a tagged map an object; other tags are an error. */
int json_args_to_body(struct slrun_ctx *ctx, struct slrun_request *req, const json_t *args);
json_t *json_from_bytes(struct slrun_ctx *ctx, const void *data, size_t size);
int aws_json_build(struct slrun_ctx *ctx, const json_t *args, struct slrun_request *req);
json_t *aws_json_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* The fewest digits (15 to 17) with which every real number of `json` reads back as itself. */
int json_real_digits(const json_t *json);

#endif
