/* SPDX-License-Identifier: Apache-2.0 */
/* The methods of HTTP (RFC 9110) as operations: get, post, ... and request for any other. */
#ifndef HTTP_CLIENT_OPS_H
#define HTTP_CLIENT_OPS_H

#include <slrun/slrun.h>

enum { HTTP_OPS = 8 };

extern const struct slrun_service http_service;
extern const struct slrun_grant http_grants[];
extern const struct slrun_op http_ops[HTTP_OPS];

#endif
