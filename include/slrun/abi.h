/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The version of the plugin ABI and the rule by which a plugin is accepted.
 *
 * A plugin carries the version that it was compiled against in the first fields of its entry
 * (plugin.h). slrun loads it when
 *
 *     plugin.abi_major == SLRUN_ABI_MAJOR  and  plugin.abi_minor <= SLRUN_ABI_MINOR
 *
 * The major changes when a plugin must be compiled again or changed; the minor when something is
 * added that older plugins need not know. Within a major
 *   - fields are only ever added at the end of slrun_plugin, slrun_op, slrun_service, slrun_local,
 *     slrun_host, slrun_cloud, slrun_stores, slrun_looks and slrun_iam, whose size stands beside
 *     them, so that an older plugin's shorter struct reads as if the new fields were zero; and of
 *     slrun_ctx, slrun_error, slrun_request, slrun_response, slrun_undo, slrun_exchange,
 *     slrun_store and slrun_json_call, which the core makes;
 *   - slrun_param, slrun_shape, slrun_header, slrun_body, slrun_sink, slrun_paging, slrun_hold,
 *     slrun_reply, slrun_cloud_call, slrun_cloud_request, slrun_process_options, slrun_store_plan,
 *     slrun_query, slrun_bound, slrun_json_operation, slrun_json_service, slrun_fault, slrun_event,
 *     slrun_grant, slrun_look_kind, slrun_iam_session, slrun_iam_caller, slrun_iam_need,
 *     slrun_resource and what goes with them do not change at all: they stand in arrays or in other
 *     structs, or a plugin makes them.
 *
 * History (docs/abi-changes.md tells it at length):
 *   1.0  the first.
 *   1.1  arguments in parse(), services of single operations, tags at creation; bodies in pieces,
 *        answers from files, requests that name no service.
 *   1.2  what services of the local cloud do together: calls, news, processes, documents, event
 *        patterns; resources of stacks; state in SQLite, the query protocol.
 *   1.3  what IAM wants for an operation; what the local cloud's page shows; refusals in a
 *        service's own words.
 *   1.4  requests whose Authorization is no signature; work on another thread; answers of the
 *        local cloud whose body is fed while it is sent; event streams.
 *   1.5  operations of AWS JSON served from a table; pages of lists; YAML; requests of REST
 *        services; what IAM wants for texts; roles, their keys and policies in the local cloud.
 */
#ifndef SLRUN_ABI_H
#define SLRUN_ABI_H

#define SLRUN_ABI_MAJOR 1
#define SLRUN_ABI_MINOR 5

#ifdef __cplusplus
#define SLRUN_EXTERN_C extern "C"
#else
#define SLRUN_EXTERN_C extern
#endif

#if defined(__GNUC__)
#define SLRUN_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define SLRUN_EXPORT            __attribute__((visibility("default")))
#else
#define SLRUN_PRINTF(fmt, args)
#define SLRUN_EXPORT
#endif

#endif
