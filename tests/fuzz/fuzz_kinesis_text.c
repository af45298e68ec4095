/* SPDX-License-Identifier: Apache-2.0 */
/* Sequence numbers, shard iterators and the names of Kinesis as text from anywhere. What is read as
 * a sequence number of version 2 must be written as it was. Needs kinesis_local. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "heads.h"
#include "params/pattern.h"
#include "record/iterator.h"
#include "record/sequence.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void sequence(const char *text)
{
    char written[WIDE_TEXT_SIZE];
    struct sequence first, second;
    if (!sequence_read(&first, text) || first.version != 2)
        return;
    sequence_write(&first, written);
    if (!sequence_read(&second, written) || second.version != 2 || first.index != second.index ||
        first.created_s != second.created_s || first.second != second.second ||
        first.shard != second.shard)
        abort();
}

static void iterator(const char *text)
{
    struct iterator read, again;
    char written[ITERATOR_TEXT_SIZE];
    if (iterator_read(&read, text) &&
        (!iterator_write(&read, written) || !iterator_read(&again, written) ||
         read.index != again.index || strcmp(read.name, again.name) != 0))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size);
    if (text == NULL)
        return 0;
    sequence(text);
    iterator(text);
    for (int pattern = PATTERN_NAME; pattern <= PATTERN_STREAM_ID; pattern++)
        (void)pattern_matches((enum param_pattern)pattern, text);
    free(text);
    return 0;
}
