/* SPDX-License-Identifier: Apache-2.0 */
/* --junitxml: the XML that CI servers read, as pytest writes it (junit_family=xunit2; the schema is
 * junit-10.xsd of Jenkins' xunit plugin). */
#ifndef SLRUN_REPORT_JUNIT_H
#define SLRUN_REPORT_JUNIT_H

#include "report/reporter.h"

extern const struct reporter_kind junit_reporter;

#endif
