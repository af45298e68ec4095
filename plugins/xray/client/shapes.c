/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

const struct slrun_param xray_batch_get_traces_params[] = {
    {"TraceIds", S_LIST(shape_string), SLRUN_REQUIRED, "Ids of the traces, 5 at most."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param segment_members[] = {
    {"Id", S_STRING, 0, "Id of the segment, 16 hexadecimal digits."},
    {"Document", S_STRING, 0, "The segment, a JSON text."},
    {.name = NULL},
};

static const struct slrun_shape shape_segment_members = S_STRUCTURE(segment_members);
static const struct slrun_param trace_members[] = {
    {"Id", S_STRING, 0, "Id of the trace, as \"1-58406520-a006649127e371903a2de979\"."},
    {"Duration", S_FLOAT, 0, "Seconds from the first segment's start to the last one's end."},
    {"LimitExceeded", S_BOOLEAN, 0, "Whether the trace is larger than X-Ray keeps."},
    {"Segments", S_LIST(shape_segment_members), 0, "Segments of the trace."},
    {.name = NULL},
};

static const struct slrun_shape shape_trace_members = S_STRUCTURE(trace_members);
const struct slrun_param xray_batch_get_traces_result[] = {
    {"Traces", S_LIST(shape_trace_members), 0, "Traces of this page, with their segments."},
    {"UnprocessedTraceIds", S_LIST(shape_string), 0, "Ids of those that were not told."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const char *const words_time_range_type[] = {"TraceId", "Event", "Service", NULL};
static const char *const words_sampling_strategy_name[] = {"PartialScan", "FixedRate", NULL};
static const struct slrun_param sampling_strategy_given[] = {
    {"Name", S_WORD(words_sampling_strategy_name), 0,
     "How traces are chosen: PartialScan or FixedRate."},
    {"Value", S_FLOAT, 0, "Share of the traces, 0 to 1, for FixedRate."},
    {.name = NULL},
};

const struct slrun_param xray_get_trace_summaries_params[] = {
    {"StartTime", S_TIMESTAMP, SLRUN_REQUIRED, "Only traces from this time on."},
    {"EndTime", S_TIMESTAMP, SLRUN_REQUIRED, "Only traces up to this time."},
    {"TimeRangeType", S_WORD(words_time_range_type), 0,
     "What StartTime and EndTime are compared with: TraceId (the trace's start), Event or Service "
     "(its end)."},
    {"Sampling", S_BOOLEAN, 0, "Whether a part of the traces is enough; false unless given."},
    {"SamplingStrategy", S_STRUCTURE(sampling_strategy_given), 0,
     "How traces are chosen, with Sampling."},
    {"FilterExpression", S_STRING, 0, "Which traces: service(\"orders\") AND fault."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param http_members[] = {
    {"HttpURL", S_STRING, 0, "The request's URL."},
    {"HttpStatus", S_INTEGER, 0, "The answer's status, as 200."},
    {"HttpMethod", S_STRING, 0, "The request's method, as GET."},
    {"UserAgent", S_STRING, 0, "The request's User-Agent."},
    {"ClientIp", S_STRING, 0, "IP address of who sent the request."},
    {.name = NULL},
};

static const struct slrun_param annotation_value_members[] = {
    {"NumberValue", S_FLOAT, 0, "The value, if it is a number."},
    {"BooleanValue", S_BOOLEAN, 0, "The value, if it is a boolean."},
    {"StringValue", S_STRING, 0, "The value, if it is a string."},
    {.name = NULL},
};

static const struct slrun_param service_id_members[] = {
    {"Name", S_STRING, 0, "Name of the service."},
    {"Names", S_LIST(shape_string), 0, "Name of the service and names of what it is behind."},
    {"AccountId", S_STRING, 0, "Account of the service."},
    {"Type", S_STRING, 0, "Type of the service, as \"AWS::Lambda::Function\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_service_id_members = S_STRUCTURE(service_id_members);
static const struct slrun_param value_with_service_ids_members[] = {
    {"AnnotationValue", S_STRUCTURE(annotation_value_members), 0,
     "The annotation's value: a number, a boolean or a string."},
    {"ServiceIds", S_LIST(shape_service_id_members), 0, "Services that set the annotation."},
    {.name = NULL},
};

static const struct slrun_shape shape_value_with_service_ids_members =
    S_STRUCTURE(value_with_service_ids_members);
static const struct slrun_shape shape_shape_value_with_service_ids_members =
    S_LIST(shape_value_with_service_ids_members);
static const struct slrun_param trace_user_members[] = {
    {"UserName", S_STRING, 0, "The user that segments name."},
    {"ServiceIds", S_LIST(shape_service_id_members), 0,
     "Services that the user's request went to."},
    {.name = NULL},
};

static const struct slrun_shape shape_trace_user_members = S_STRUCTURE(trace_user_members);
static const struct slrun_param resource_arn_detail_members[] = {
    {"ARN", S_STRING, 0, "ARN of the resource."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_arn_detail_members =
    S_STRUCTURE(resource_arn_detail_members);
static const struct slrun_param instance_id_detail_members[] = {
    {"Id", S_STRING, 0, "Id of the EC2 instance."},
    {.name = NULL},
};

static const struct slrun_shape shape_instance_id_detail_members =
    S_STRUCTURE(instance_id_detail_members);
static const struct slrun_param availability_zone_detail_members[] = {
    {"Name", S_STRING, 0, "Name of the Availability Zone."},
    {.name = NULL},
};

static const struct slrun_shape shape_availability_zone_detail_members =
    S_STRUCTURE(availability_zone_detail_members);
static const struct slrun_param root_cause_exception_members[] = {
    {"Name", S_STRING, 0, "Name of the exception, as its class."},
    {"Message", S_STRING, 0, "Message of the exception."},
    {.name = NULL},
};

static const struct slrun_shape shape_root_cause_exception_members =
    S_STRUCTURE(root_cause_exception_members);
static const struct slrun_param fault_root_cause_entity_members[] = {
    {"Name", S_STRING, 0, "Name of the segment or subsegment."},
    {"Exceptions", S_LIST(shape_root_cause_exception_members), 0,
     "Exceptions of the entity: name and message."},
    {"Remote", S_BOOLEAN, 0, "Whether it is a call to another service."},
    {.name = NULL},
};

static const struct slrun_shape shape_fault_root_cause_entity_members =
    S_STRUCTURE(fault_root_cause_entity_members);
static const struct slrun_param fault_root_cause_service_members[] = {
    {"Name", S_STRING, 0, "Name of the service."},
    {"Names", S_LIST(shape_string), 0, "Name of the service and names of what it is behind."},
    {"Type", S_STRING, 0, "Type of the service, as \"AWS::Lambda::Function\"."},
    {"AccountId", S_STRING, 0, "Account of the service."},
    {"EntityPath", S_LIST(shape_fault_root_cause_entity_members), 0,
     "Segment and subsegments that led to it, the outermost first."},
    {"Inferred", S_BOOLEAN, 0,
     "Whether the service sent no segment of its own and is known by its callers' only."},
    {.name = NULL},
};

static const struct slrun_shape shape_fault_root_cause_service_members =
    S_STRUCTURE(fault_root_cause_service_members);
static const struct slrun_param fault_root_cause_members[] = {
    {"Services", S_LIST(shape_fault_root_cause_service_members), 0,
     "Services from the trace's beginning to the cause."},
    {"ClientImpacting", S_BOOLEAN, 0, "Whether the client of the trace felt it."},
    {.name = NULL},
};

static const struct slrun_shape shape_fault_root_cause_members =
    S_STRUCTURE(fault_root_cause_members);
static const struct slrun_param error_root_cause_entity_members[] = {
    {"Name", S_STRING, 0, "Name of the segment or subsegment."},
    {"Exceptions", S_LIST(shape_root_cause_exception_members), 0,
     "Exceptions of the entity: name and message."},
    {"Remote", S_BOOLEAN, 0, "Whether it is a call to another service."},
    {.name = NULL},
};

static const struct slrun_shape shape_error_root_cause_entity_members =
    S_STRUCTURE(error_root_cause_entity_members);
static const struct slrun_param error_root_cause_service_members[] = {
    {"Name", S_STRING, 0, "Name of the service."},
    {"Names", S_LIST(shape_string), 0, "Name of the service and names of what it is behind."},
    {"Type", S_STRING, 0, "Type of the service, as \"AWS::Lambda::Function\"."},
    {"AccountId", S_STRING, 0, "Account of the service."},
    {"EntityPath", S_LIST(shape_error_root_cause_entity_members), 0,
     "Segment and subsegments that led to it, the outermost first."},
    {"Inferred", S_BOOLEAN, 0,
     "Whether the service sent no segment of its own and is known by its callers' only."},
    {.name = NULL},
};

static const struct slrun_shape shape_error_root_cause_service_members =
    S_STRUCTURE(error_root_cause_service_members);
static const struct slrun_param error_root_cause_members[] = {
    {"Services", S_LIST(shape_error_root_cause_service_members), 0,
     "Services from the trace's beginning to the cause."},
    {"ClientImpacting", S_BOOLEAN, 0, "Whether the client of the trace felt it."},
    {.name = NULL},
};

static const struct slrun_shape shape_error_root_cause_members =
    S_STRUCTURE(error_root_cause_members);
static const struct slrun_param response_time_root_cause_entity_members[] = {
    {"Name", S_STRING, 0, "Name of the segment or subsegment."},
    {"Coverage", S_FLOAT, 0, "Share of the response time that the entity took, 0 to 1."},
    {"Remote", S_BOOLEAN, 0, "Whether it is a call to another service."},
    {.name = NULL},
};

static const struct slrun_shape shape_response_time_root_cause_entity_members =
    S_STRUCTURE(response_time_root_cause_entity_members);
static const struct slrun_param response_time_root_cause_service_members[] = {
    {"Name", S_STRING, 0, "Name of the service."},
    {"Names", S_LIST(shape_string), 0, "Name of the service and names of what it is behind."},
    {"Type", S_STRING, 0, "Type of the service, as \"AWS::Lambda::Function\"."},
    {"AccountId", S_STRING, 0, "Account of the service."},
    {"EntityPath", S_LIST(shape_response_time_root_cause_entity_members), 0,
     "Segment and subsegments that led to it, the outermost first."},
    {"Inferred", S_BOOLEAN, 0,
     "Whether the service sent no segment of its own and is known by its callers' only."},
    {.name = NULL},
};

static const struct slrun_shape shape_response_time_root_cause_service_members =
    S_STRUCTURE(response_time_root_cause_service_members);
static const struct slrun_param response_time_root_cause_members[] = {
    {"Services", S_LIST(shape_response_time_root_cause_service_members), 0,
     "Services from the trace's beginning to the cause."},
    {"ClientImpacting", S_BOOLEAN, 0, "Whether the client of the trace felt it."},
    {.name = NULL},
};

static const struct slrun_shape shape_response_time_root_cause_members =
    S_STRUCTURE(response_time_root_cause_members);
static const struct slrun_param trace_summary_members[] = {
    {"Id", S_STRING, 0, "Id of the trace, as \"1-58406520-a006649127e371903a2de979\"."},
    {"StartTime", S_TIMESTAMP, 0, "When the trace began."},
    {"Duration", S_FLOAT, 0, "Seconds from the first segment's start to the last one's end."},
    {"ResponseTime", S_FLOAT, 0,
     "Seconds from the root segment's start to the answer; later work does not count."},
    {"HasFault", S_BOOLEAN, 0, "Whether there was a fault (HTTP 5xx)."},
    {"HasError", S_BOOLEAN, 0, "Whether there was a client error (HTTP 4xx)."},
    {"HasThrottle", S_BOOLEAN, 0, "Whether a request was throttled (HTTP 429)."},
    {"IsPartial", S_BOOLEAN, 0, "Whether a segment is still going on."},
    {"Http", S_STRUCTURE(http_members), 0, "HTTP request that the trace began with."},
    {"Annotations", S_MAP(shape_shape_value_with_service_ids_members), 0,
     "Annotations of the trace's segments, by key."},
    {"Users", S_LIST(shape_trace_user_members), 0, "Users that segments name."},
    {"ServiceIds", S_LIST(shape_service_id_members), 0, "Services that the trace went through."},
    {"ResourceARNs", S_LIST(shape_resource_arn_detail_members), 0,
     "Resources that the trace went through."},
    {"InstanceIds", S_LIST(shape_instance_id_detail_members), 0,
     "EC2 instances that the trace went through."},
    {"AvailabilityZones", S_LIST(shape_availability_zone_detail_members), 0,
     "Availability Zones that the trace went through."},
    {"EntryPoint", S_STRUCTURE(service_id_members), 0, "Service that the trace began with."},
    {"FaultRootCauses", S_LIST(shape_fault_root_cause_members), 0,
     "Where faults (HTTP 5xx) came from."},
    {"ErrorRootCauses", S_LIST(shape_error_root_cause_members), 0,
     "Where client errors (HTTP 4xx) came from."},
    {"ResponseTimeRootCauses", S_LIST(shape_response_time_root_cause_members), 0,
     "Where the response time went."},
    {"Revision", S_INTEGER, 0, "Number of the trace's state; it grows as segments come."},
    {"MatchedEventTime", S_TIMESTAMP, 0, "When the event happened that was asked for."},
    {.name = NULL},
};

static const struct slrun_shape shape_trace_summary_members = S_STRUCTURE(trace_summary_members);
const struct slrun_param xray_get_trace_summaries_result[] = {
    {"TraceSummaries", S_LIST(shape_trace_summary_members), 0,
     "Traces of this page in brief, without segments."},
    {"ApproximateTime", S_TIMESTAMP, 0, "When this page's traces began, about."},
    {"TracesProcessedCount", S_INTEGER, 0,
     "How many traces were looked at, also those that do not match."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};
