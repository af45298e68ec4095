/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HAR 1.2, the HTTP archive format that browsers and proxies write: an entry for each call of an
 * operation, as it ends. The file is whole after each of them.
 */
#ifndef SLRUN_REPORT_HAR_H
#define SLRUN_REPORT_HAR_H

#include "report/reporter.h"

extern const struct reporter_kind har_reporter;

#endif
