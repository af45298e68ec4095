/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keys of several attributes as one run of bytes, which sorts as the attributes do one after the
 * other, and in which all keys with the same first attributes stand together: a NUL among the bytes
 * of an attribute has 0xFF behind it, and behind each attribute but the last stand NUL and 1.
 */
#ifndef SLRUN_DYNAMODB_KEY_PARTS_H
#define SLRUN_DYNAMODB_KEY_PARTS_H

#include "expr/value.h"

enum key_part {
    KEY_PART_CLOSED, /* another attribute follows */
    KEY_PART_OPEN,   /* the beginning of an attribute that another one follows */
    KEY_PART_LAST    /* nothing follows: its bytes as they are */
};

/* Puts the bytes of a key attribute behind `key`, which is freed if that fails. False without
 * memory. */
bool key_parts_add(struct value_bytes *key, const json_t *value, enum key_part kind);

#endif
