/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which of two writes is the newer: an upload counts from when it was begun, not from when it was
 * completed (API Reference, "GetObject", LastModified; the order was recorded in September 2026).
 * In an upload's info: "place", among the objects (store_object_place), and "before", the ETag that
 * its key's version "null" had then.
 */
#ifndef SLRUN_S3_ORDER_H
#define SLRUN_S3_ORDER_H

#include "service.h"

/* Notes when the upload of the request begins. */
void order_begin(struct call *call, json_t *info);

/* Puts what the upload has made where that belongs: behind the versions that came since. In place
 * of a newer version "null" it is not put at all. */
void order_put(struct call *call, const struct upload *upload, struct object *object);

#endif
