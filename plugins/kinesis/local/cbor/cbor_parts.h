/* SPDX-License-Identifier: Apache-2.0 */
/* What the heads of CBOR's values mean (RFC 8949, section 3), for reading and writing them. */
#ifndef SLRUN_KINESIS_CBOR_PARTS_H
#define SLRUN_KINESIS_CBOR_PARTS_H

enum { CBOR_MILLIS = 1000, CBOR_TAG_EPOCH = 1, CBOR_ENDLESS = 31, CBOR_BREAK_BYTE = 0xff };

enum cbor_major {
    CBOR_UNSIGNED,
    CBOR_NEGATIVE,
    CBOR_BYTES,
    CBOR_TEXT,
    CBOR_ARRAY,
    CBOR_MAP,
    CBOR_TAG,
    CBOR_SIMPLE
};

enum cbor_simple {
    CBOR_FALSE = 20,
    CBOR_TRUE = 21,
    CBOR_NULL = 22,
    CBOR_UNDEFINED = 23,
    CBOR_HALF = 25,
    CBOR_SINGLE = 26,
    CBOR_DOUBLE = 27
};

#endif
