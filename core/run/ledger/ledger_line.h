/* SPDX-License-Identifier: Apache-2.0 */
/* One line of a ledger: JSON that says by itself whether it is whole. */
#ifndef SLRUN_RUN_LEDGER_LINE_H
#define SLRUN_RUN_LEDGER_LINE_H

#include <jansson.h>

#include "base/buf.h"

enum { LEDGER_LINE_MAX = 1024 * 1024 };

/*
 * Adds {"crc32":"xxxxxxxx","entry":{...}} and a line end. The checksum (CRC-32 of ISO 3309, as in
 * gzip) is that of the bytes of `entry`. False, and nothing added, when there is no room, or the
 * line would be longer than LEDGER_LINE_MAX.
 */
bool ledger_line_add(struct buf *lines, const json_t *entry);

/* The entry of a line without its line end: a new reference, or NULL when the line is torn, or was
 * never one of a ledger. */
json_t *ledger_line_parse(const char *line, size_t size);

#endif
