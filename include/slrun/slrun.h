/* SPDX-License-Identifier: Apache-2.0 */
/* The whole plugin ABI. A plugin includes this and nothing else of slrun. */
#ifndef SLRUN_SLRUN_H
#define SLRUN_SLRUN_H

#include <slrun/abi.h>
#include <slrun/answer.h>
#include <slrun/arn.h>
#include <slrun/base64.h>
#include <slrun/cloud.h>
#include <slrun/error.h>
#include <slrun/host.h>
#include <slrun/http.h>
#include <slrun/iam.h>
#include <slrun/local.h>
#include <slrun/look.h>
#include <slrun/member.h>
#include <slrun/nearest.h>
#include <slrun/op.h>
#include <slrun/plugin.h>
#include <slrun/policy.h>
#include <slrun/resource.h>
#include <slrun/shape.h>
#include <slrun/sorted.h>
#include <slrun/store.h>
#include <slrun/time.h>
#include <slrun/value.h>
#include <slrun/wild.h>
#include <slrun/xml.h>

#endif
