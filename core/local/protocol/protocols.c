/* SPDX-License-Identifier: Apache-2.0 */
/* The protocols that services share, as services see them. */
#include "local/protocol/protocols.h"

#include "local/protocol/fault.h"
#include "local/protocol/json_args.h"
#include "local/protocol/json_serve.h"
#include "local/protocol/query.h"
#include "local/store/store.h"

void protocols_fill(struct slrun_cloud *cloud)
{
    cloud->stores = &store_api;
    cloud->json_read = json_args_read;
    cloud->args_check = json_args_check;
    cloud->json_reply = json_args_reply;
    cloud->json_serve = json_serve;
    cloud->json_fail = json_serve_fail;
    cloud->page = json_serve_page;
    cloud->query_read = query_read;
    cloud->query_reply = query_reply;
    cloud->fault = fault_reply;
}
