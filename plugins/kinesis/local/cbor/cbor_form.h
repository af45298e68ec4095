/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bodies of application/x-amz-cbor-1.1, which AWS's SDKs for Java speak to Kinesis: CBOR (RFC 8949)
 * in place of JSON. Blobs are byte strings there, timestamps milliseconds with tag 1.
 */
#ifndef SLRUN_KINESIS_CBOR_FORM_H
#define SLRUN_KINESIS_CBOR_FORM_H

#include <jansson.h>
#include <stddef.h>

/* The value as JSON would have it: blobs in base64, timestamps in seconds. A new reference, or
 * NULL: it is not one whole CBOR value of the kinds that JSON has. */
json_t *cbor_form_read(const void *data, size_t size);

/* The bytes of an answer, to be freed; NULL: out of memory. The members called Data are blobs, and
 * those whose names end in Timestamp timestamps. */
char *cbor_form_write(const json_t *json, size_t *size);

#endif
