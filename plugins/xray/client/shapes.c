/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

/* clang-format off */
#define S_STRING              {.type = SLRUN_STRING}
#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}
#define S_INTEGER             {.type = SLRUN_INTEGER}
#define S_FLOAT               {.type = SLRUN_FLOAT}
#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}
#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}
#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}
#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}
#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}
/* clang-format on */

static const struct slrun_shape shape_string = S_STRING;

const struct slrun_param xray_batch_get_traces_params[] = {
    {"TraceIds", S_LIST(shape_string), SLRUN_REQUIRED, "Ids of the traces, up to 5."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param segment_members[] = {
    {"Id", S_STRING, 0, "Id."},
    {"Document", S_STRING, 0, "The segment, a JSON text."},
    {.name = NULL},
};

static const struct slrun_shape shape_segment_members = S_STRUCTURE(segment_members);
static const struct slrun_param trace_members[] = {
    {"Id", S_STRING, 0, "Id."},
    {"Duration", S_FLOAT, 0, "Seconds from the first segment's start to the last one's end."},
    {"LimitExceeded", S_BOOLEAN, 0, "Limit exceeded."},
    {"Segments", S_LIST(shape_segment_members), 0, "Segments."},
    {.name = NULL},
};

static const struct slrun_shape shape_trace_members = S_STRUCTURE(trace_members);
const struct slrun_param xray_batch_get_traces_result[] = {
    {"Traces", S_LIST(shape_trace_members), 0, "The traces."},
    {"UnprocessedTraceIds", S_LIST(shape_string), 0, "Ids of those that were not told."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const char *const words_time_range_type[] = {"TraceId", "Event", "Service", NULL};
static const char *const words_sampling_strategy_name[] = {"PartialScan", "FixedRate", NULL};
static const struct slrun_param sampling_strategy_given[] = {
    {"Name", S_WORD(words_sampling_strategy_name), 0, "Name."},
    {"Value", S_FLOAT, 0, "Value."},
    {.name = NULL},
};

const struct slrun_param xray_get_trace_summaries_params[] = {
    {"StartTime", S_TIMESTAMP, SLRUN_REQUIRED, "From when on."},
    {"EndTime", S_TIMESTAMP, SLRUN_REQUIRED, "Until when."},
    {"TimeRangeType", S_WORD(words_time_range_type), 0, "Time range type."},
    {"Sampling", S_BOOLEAN, 0, "Whether some are enough."},
    {"SamplingStrategy", S_STRUCTURE(sampling_strategy_given), 0, "Sampling strategy."},
    {"FilterExpression", S_STRING, 0, "Which traces: service(\"orders\") AND fault."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param http_members[] = {
    {"HttpURL", S_STRING, 0, "Http URL."},       {"HttpStatus", S_INTEGER, 0, "Http status."},
    {"HttpMethod", S_STRING, 0, "Http method."}, {"UserAgent", S_STRING, 0, "User agent."},
    {"ClientIp", S_STRING, 0, "Client ip."},     {.name = NULL},
};

static const struct slrun_param annotation_value_members[] = {
    {"NumberValue", S_FLOAT, 0, "Number value."},
    {"BooleanValue", S_BOOLEAN, 0, "Boolean value."},
    {"StringValue", S_STRING, 0, "String value."},
    {.name = NULL},
};

static const struct slrun_param service_id_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {"Names", S_LIST(shape_string), 0, "Names."},
    {"AccountId", S_STRING, 0, "Account id."},
    {"Type", S_STRING, 0, "Type."},
    {.name = NULL},
};

static const struct slrun_shape shape_service_id_members = S_STRUCTURE(service_id_members);
static const struct slrun_param value_with_service_ids_members[] = {
    {"AnnotationValue", S_STRUCTURE(annotation_value_members), 0, "Annotation value."},
    {"ServiceIds", S_LIST(shape_service_id_members), 0, "Service ids."},
    {.name = NULL},
};

static const struct slrun_shape shape_value_with_service_ids_members =
    S_STRUCTURE(value_with_service_ids_members);
static const struct slrun_shape shape_shape_value_with_service_ids_members =
    S_LIST(shape_value_with_service_ids_members);
static const struct slrun_param trace_user_members[] = {
    {"UserName", S_STRING, 0, "User name."},
    {"ServiceIds", S_LIST(shape_service_id_members), 0, "Service ids."},
    {.name = NULL},
};

static const struct slrun_shape shape_trace_user_members = S_STRUCTURE(trace_user_members);
static const struct slrun_param resource_arn_detail_members[] = {
    {"ARN", S_STRING, 0, "ARN."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_arn_detail_members =
    S_STRUCTURE(resource_arn_detail_members);
static const struct slrun_param instance_id_detail_members[] = {
    {"Id", S_STRING, 0, "Id."},
    {.name = NULL},
};

static const struct slrun_shape shape_instance_id_detail_members =
    S_STRUCTURE(instance_id_detail_members);
static const struct slrun_param availability_zone_detail_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {.name = NULL},
};

static const struct slrun_shape shape_availability_zone_detail_members =
    S_STRUCTURE(availability_zone_detail_members);
static const struct slrun_param root_cause_exception_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {"Message", S_STRING, 0, "Message."},
    {.name = NULL},
};

static const struct slrun_shape shape_root_cause_exception_members =
    S_STRUCTURE(root_cause_exception_members);
static const struct slrun_param fault_root_cause_entity_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {"Exceptions", S_LIST(shape_root_cause_exception_members), 0, "Exceptions."},
    {"Remote", S_BOOLEAN, 0, "Remote."},
    {.name = NULL},
};

static const struct slrun_shape shape_fault_root_cause_entity_members =
    S_STRUCTURE(fault_root_cause_entity_members);
static const struct slrun_param fault_root_cause_service_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {"Names", S_LIST(shape_string), 0, "Names."},
    {"Type", S_STRING, 0, "Type."},
    {"AccountId", S_STRING, 0, "Account id."},
    {"EntityPath", S_LIST(shape_fault_root_cause_entity_members), 0, "Entity path."},
    {"Inferred", S_BOOLEAN, 0, "Inferred."},
    {.name = NULL},
};

static const struct slrun_shape shape_fault_root_cause_service_members =
    S_STRUCTURE(fault_root_cause_service_members);
static const struct slrun_param fault_root_cause_members[] = {
    {"Services", S_LIST(shape_fault_root_cause_service_members), 0, "Services."},
    {"ClientImpacting", S_BOOLEAN, 0, "Client impacting."},
    {.name = NULL},
};

static const struct slrun_shape shape_fault_root_cause_members =
    S_STRUCTURE(fault_root_cause_members);
static const struct slrun_param error_root_cause_entity_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {"Exceptions", S_LIST(shape_root_cause_exception_members), 0, "Exceptions."},
    {"Remote", S_BOOLEAN, 0, "Remote."},
    {.name = NULL},
};

static const struct slrun_shape shape_error_root_cause_entity_members =
    S_STRUCTURE(error_root_cause_entity_members);
static const struct slrun_param error_root_cause_service_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {"Names", S_LIST(shape_string), 0, "Names."},
    {"Type", S_STRING, 0, "Type."},
    {"AccountId", S_STRING, 0, "Account id."},
    {"EntityPath", S_LIST(shape_error_root_cause_entity_members), 0, "Entity path."},
    {"Inferred", S_BOOLEAN, 0, "Inferred."},
    {.name = NULL},
};

static const struct slrun_shape shape_error_root_cause_service_members =
    S_STRUCTURE(error_root_cause_service_members);
static const struct slrun_param error_root_cause_members[] = {
    {"Services", S_LIST(shape_error_root_cause_service_members), 0, "Services."},
    {"ClientImpacting", S_BOOLEAN, 0, "Client impacting."},
    {.name = NULL},
};

static const struct slrun_shape shape_error_root_cause_members =
    S_STRUCTURE(error_root_cause_members);
static const struct slrun_param response_time_root_cause_entity_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {"Coverage", S_FLOAT, 0, "Coverage."},
    {"Remote", S_BOOLEAN, 0, "Remote."},
    {.name = NULL},
};

static const struct slrun_shape shape_response_time_root_cause_entity_members =
    S_STRUCTURE(response_time_root_cause_entity_members);
static const struct slrun_param response_time_root_cause_service_members[] = {
    {"Name", S_STRING, 0, "Name."},
    {"Names", S_LIST(shape_string), 0, "Names."},
    {"Type", S_STRING, 0, "Type."},
    {"AccountId", S_STRING, 0, "Account id."},
    {"EntityPath", S_LIST(shape_response_time_root_cause_entity_members), 0, "Entity path."},
    {"Inferred", S_BOOLEAN, 0, "Inferred."},
    {.name = NULL},
};

static const struct slrun_shape shape_response_time_root_cause_service_members =
    S_STRUCTURE(response_time_root_cause_service_members);
static const struct slrun_param response_time_root_cause_members[] = {
    {"Services", S_LIST(shape_response_time_root_cause_service_members), 0, "Services."},
    {"ClientImpacting", S_BOOLEAN, 0, "Client impacting."},
    {.name = NULL},
};

static const struct slrun_shape shape_response_time_root_cause_members =
    S_STRUCTURE(response_time_root_cause_members);
static const struct slrun_param trace_summary_members[] = {
    {"Id", S_STRING, 0, "Id."},
    {"StartTime", S_TIMESTAMP, 0, "From when on."},
    {"Duration", S_FLOAT, 0, "Seconds from the first segment's start to the last one's end."},
    {"ResponseTime", S_FLOAT, 0, "Response time."},
    {"HasFault", S_BOOLEAN, 0, "Has fault."},
    {"HasError", S_BOOLEAN, 0, "Has error."},
    {"HasThrottle", S_BOOLEAN, 0, "Has throttle."},
    {"IsPartial", S_BOOLEAN, 0, "Is partial."},
    {"Http", S_STRUCTURE(http_members), 0, "Http."},
    {"Annotations", S_MAP(shape_shape_value_with_service_ids_members), 0, "Annotations."},
    {"Users", S_LIST(shape_trace_user_members), 0, "Users."},
    {"ServiceIds", S_LIST(shape_service_id_members), 0, "Service ids."},
    {"ResourceARNs", S_LIST(shape_resource_arn_detail_members), 0, "Resource AR ns."},
    {"InstanceIds", S_LIST(shape_instance_id_detail_members), 0, "Instance ids."},
    {"AvailabilityZones", S_LIST(shape_availability_zone_detail_members), 0, "Availability zones."},
    {"EntryPoint", S_STRUCTURE(service_id_members), 0, "Entry point."},
    {"FaultRootCauses", S_LIST(shape_fault_root_cause_members), 0, "Fault root causes."},
    {"ErrorRootCauses", S_LIST(shape_error_root_cause_members), 0, "Error root causes."},
    {"ResponseTimeRootCauses", S_LIST(shape_response_time_root_cause_members), 0,
     "Response time root causes."},
    {"Revision", S_INTEGER, 0, "Revision."},
    {"MatchedEventTime", S_TIMESTAMP, 0, "Matched event time."},
    {.name = NULL},
};

static const struct slrun_shape shape_trace_summary_members = S_STRUCTURE(trace_summary_members);
const struct slrun_param xray_get_trace_summaries_result[] = {
    {"TraceSummaries", S_LIST(shape_trace_summary_members), 0, "The traces in brief."},
    {"ApproximateTime", S_TIMESTAMP, 0, "Approximate time."},
    {"TracesProcessedCount", S_INTEGER, 0, "Traces processed count."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};
