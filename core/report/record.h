/* SPDX-License-Identifier: Apache-2.0 */
/* What reports tell of a run as JSON; docs/reports.md has the members, run/life/result_put.h those
 * of cases and fixtures. Each adds members to an object that is open. */
#ifndef SLRUN_REPORT_RECORD_H
#define SLRUN_REPORT_RECORD_H

#include "base/buf.h"
#include "run/session/observer.h"

void record_put_run(struct buf *to, const struct run_info *info);
void record_put_end(struct buf *to, const struct run_summary *summary);

#endif
