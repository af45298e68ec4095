/* SPDX-License-Identifier: Apache-2.0 */
/* How many processors this process may use at once. */
#ifndef SLRUN_NET_PROCESSORS_H
#define SLRUN_NET_PROCESSORS_H

/* By its affinity and by the quotas of its control groups (Linux: cpu.max of version 2), which may
 * come to a part of one; at least a hundredth. */
double processors_available(void);

/* So many processes that compute are worth starting: whole ones of them, one at least. */
unsigned processors_whole(double processors);

/* The least quota of the group "/A/B" and of those above it, below the folder where control groups
 * are mounted; HUGE_VAL where none has one. */
double processors_quota(const char *mount, const char *group);

#endif
