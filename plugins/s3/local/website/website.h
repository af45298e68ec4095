/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Static websites: GET and HEAD at BUCKET.s3-website.REGION... or BUCKET.s3-website-REGION..., of
 * whoever asks ("Hosting a static website using Amazon S3", user guide). Pages and headers of
 * errors are as AWS was seen to answer.
 */
#ifndef SLRUN_S3_WEBSITE_H
#define SLRUN_S3_WEBSITE_H

#include "service.h"

/* The operation of a request to a website's host: instead of route_find(). */
const struct operation *website_route(struct call *call);

/* ---- redirect.c ---- */

/* The first routing rule for the key asked for: before it is looked for with status 0, afterwards
 * with the status of the failure. NULL: there is none. */
const struct xml_node *website_rule(const struct xml_node *root, struct slice key, int status);

/* Answer with the place to look at instead; true. `rule` is a RoutingRule, `all` a
 * RedirectAllRequestsTo, `key` what was asked for. */
bool website_redirect(struct call *call, const struct xml_node *rule, struct slice key);
bool website_redirect_all(struct call *call, const struct xml_node *all, struct slice key);
/* What an object says of where it has moved to, as a Location; NULL: no memory. */
const char *website_location(struct call *call, const char *value);
/* 301 with this Location. */
bool website_moved(struct call *call, const char *location);
/* "/KEY/" as a Location: 302, which is told as an error is; false. */
bool website_folder(struct call *call, struct slice key);

/* ---- page.c ---- */

/* What an error is for programs, in headers, and its page, in call->out; `custom` is why the
 * website's own error document cannot be shown, or NULL. */
void website_error_headers(struct call *call, const struct fault *fault);
void website_page(struct call *call, const struct fault *custom);

#endif
