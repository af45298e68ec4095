/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values that cross the ABI are jansson's json_t. JSON has no word for bytes, for a set, or for a
 * number of 38 digits; such a value travels as a *tagged value*, a JSON object of exactly this
 * form:
 *
 *     { "$slrun": TAG, "value": VALUE }
 *
 *   tag         value                                in Lua
 *   "binary"    a base64 string (RFC 4648)           slrun.binary: bytes, prints as hex
 *   "number"    a decimal number as a string         a number that no Lua number can hold exactly
 *   "file"      a list: path, offset and size;       slrun.file (since 1.1): a file's bytes, or a
 *               the last two may be left out         range of them, not read yet
 *   "map"       an object that has itself a member   a plain table
 *               named "$slrun", so that user data
 *               can never be taken for a tag
 *   any other   what the plugin says: its prelude    a table of that kind, made by slrun.kind(tag)
 *               gives it a meaning in Lua
 *
 * Empty containers: `[]` is a list and `{}` a map on both sides of the ABI.
 * Functions of the host that make and read them stand in host.h (blob_new, blob_get, tagged_new,
 * tagged_get).
 */
#ifndef SLRUN_VALUE_H
#define SLRUN_VALUE_H

#define SLRUN_TAG_KEY   "$slrun"
#define SLRUN_TAG_VALUE "value"

#define SLRUN_TAG_BINARY "binary"
#define SLRUN_TAG_NUMBER "number"
#define SLRUN_TAG_FILE   "file"
#define SLRUN_TAG_MAP    "map"

#endif
