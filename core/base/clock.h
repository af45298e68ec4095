/* SPDX-License-Identifier: Apache-2.0 */
/* Real time, and durations as users write them. */
#ifndef SLRUN_BASE_CLOCK_H
#define SLRUN_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Monotonic nanoseconds, for waiting and measuring. */
uint64_t clock_mono_ns(void);
/* Milliseconds since 1970, for stamps and signatures. */
int64_t clock_wall_ms(void);

/* How far the wall clock is ahead of the monotonic one, in milliseconds with fraction: two
 * processes that ask at about one time agree to some hundredths of a millisecond, however busy the
 * machine is. A multiple of 1/1024, so that whole milliseconds that it is added to, or subtracted
 * from, can be told from the result exactly. */
double clock_wall_offset_ms(void);

/* "250ms", "1.5s", "2m", "1h" -> milliseconds; false when it is not one, or over a year.
 * A number without a unit is refused: nobody should have to guess. */
bool duration_parse(const char *text, int64_t *ms);

#endif
