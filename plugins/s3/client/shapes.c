/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

static const struct slrun_shape shape_string = S_STRING;
const struct slrun_param no_members[] = {{.name = NULL}};
const struct s3_wire no_members_wire[] = {{.name = NULL}};

static const char *const words_request_payer[] = {"requester", NULL};
const struct slrun_param abort_multipart_upload_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"IfMatchInitiatedTime", S_TIMESTAMP, 0,
     "Only if the upload was begun at this time, seconds since 1970; else 412. Directory buckets "
     "only."},
    {.name = NULL},
};
const struct s3_wire abort_multipart_upload_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"uploadId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-if-match-initiated-time", S3_HEADER, S3_HTTP_DATE},
    {.name = NULL},
};

const struct slrun_param abort_multipart_upload_result[] = {
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"VersionId", S_STRING, 0, "Version of the object; absent without versioning."},
    {.name = NULL},
};
const struct s3_wire abort_multipart_upload_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param completed_part_members[] = {
    {"ETag", S_STRING, 0, "Tag of the part, as upload_part told."},
    {"ChecksumCRC32", S_STRING, 0, "CRC32 of the part in base64, as upload_part told."},
    {"ChecksumCRC32C", S_STRING, 0, "CRC32C of the part in base64, as upload_part told."},
    {"ChecksumCRC64NVME", S_STRING, 0, "CRC64NVME of the part in base64, as upload_part told."},
    {"ChecksumSHA1", S_STRING, 0, "SHA1 of the part in base64, as upload_part told."},
    {"ChecksumSHA256", S_STRING, 0, "SHA256 of the part in base64, as upload_part told."},
    {"ChecksumSHA512", S_STRING, 0, "SHA512 of the part in base64, as upload_part told."},
    {"ChecksumMD5", S_STRING, 0, "MD5 of the part in base64, as upload_part told."},
    {"ChecksumXXHASH64", S_STRING, 0, "XXHASH64 of the part in base64, as upload_part told."},
    {"ChecksumXXHASH3", S_STRING, 0, "XXHASH3 of the part in base64, as upload_part told."},
    {"ChecksumXXHASH128", S_STRING, 0, "XXHASH128 of the part in base64, as upload_part told."},
    {"PartNumber", S_INTEGER, 0, "Number of the part, as upload_part had it."},
    {.name = NULL},
};
static const struct s3_wire completed_part_members_wire[] = {
    {"ETag"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {"PartNumber"},
    {.name = NULL},
};

static const struct slrun_shape shape_completed_part_members = S_STRUCTURE(completed_part_members);
static const struct slrun_param completed_multipart_upload_members[] = {
    {"Parts", S_LIST(shape_completed_part_members), 0,
     "Parts by ascending PartNumber, each with the ETag that upload_part told."},
    {.name = NULL},
};
static const struct s3_wire completed_multipart_upload_members_wire[] = {
    {"Part", S3_ELEMENT, S3_FLAT, .members = completed_part_members_wire},
    {.name = NULL},
};

static const char *const words_checksum_type[] = {"COMPOSITE", "FULL_OBJECT", NULL};
const struct slrun_param complete_multipart_upload_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"MultipartUpload", S_STRUCTURE(completed_multipart_upload_members), 0,
     "Parts that make the object, in Parts."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"ChecksumCRC32", S_STRING, 0, "CRC32 of the content in base64: another content is refused."},
    {"ChecksumCRC32C", S_STRING, 0, "CRC32C of the content in base64: another content is refused."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64: another content is refused."},
    {"ChecksumSHA1", S_STRING, 0, "SHA1 of the content in base64: another content is refused."},
    {"ChecksumSHA256", S_STRING, 0, "SHA256 of the content in base64: another content is refused."},
    {"ChecksumSHA512", S_STRING, 0, "SHA512 of the content in base64: another content is refused."},
    {"ChecksumMD5", S_STRING, 0, "MD5 of the content in base64: another content is refused."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64: another content is refused."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64: another content is refused."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64: another content is refused."},
    {"ChecksumType", S_WORD(words_checksum_type), 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"MpuObjectSize", S_INTEGER, 0, "Bytes that the object must have; else 400 InvalidRequest."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"IfMatch", S_STRING, 0, "Only if the object has this ETag; else 412 PreconditionFailed."},
    {"IfNoneMatch", S_STRING, 0,
     "\"*\": only if there is no object of this key yet; else 412 PreconditionFailed."},
    {"SSECustomerAlgorithm", S_STRING, 0,
     "AES256, where the parts have a key of their own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {.name = NULL},
};
const struct s3_wire complete_multipart_upload_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"CompleteMultipartUpload", S3_PAYLOAD, .members = completed_multipart_upload_members_wire},
    {"uploadId", S3_QUERY},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"x-amz-mp-object-size", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"If-Match", S3_HEADER},
    {"If-None-Match", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {.name = NULL},
};

const struct slrun_param complete_multipart_upload_result[] = {
    {"Location", S_STRING, 0, "URL of the new object."},
    {"Bucket", S_STRING, 0, "Name of the bucket."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"Expiration", S_STRING, 0,
     "When a lifecycle rule deletes the object: 'expiry-date=\"...\", rule-id=\"...\"'; absent if "
     "none does."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {"ChecksumType", S_STRING, 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"ServerSideEncryption", S_STRING, 0, "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"VersionId", S_STRING, 0, "Version that was written; absent without versioning."},
    {"SSEKMSKeyId", S_STRING, 0,
     "ARN of the KMS key that encrypts the object; absent without SSE-KMS."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire complete_multipart_upload_result_wire[] = {
    {"Location"},
    {"Bucket"},
    {"Key"},
    {"x-amz-expiration", S3_HEADER},
    {"ETag"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {"ChecksumType"},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

static const char *const words_object_canned_acl[] = {
    "private",       "public-read",       "public-read-write",         "authenticated-read",
    "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control", NULL};
static const char *const words_checksum_algorithm[] = {"CRC32",     "CRC32C",    "SHA1", "SHA256",
                                                       "CRC64NVME", "SHA512",    "MD5",  "XXHASH64",
                                                       "XXHASH3",   "XXHASH128", NULL};
static const char *const words_metadata_directive[] = {"COPY", "REPLACE", NULL};
static const char *const words_tagging_directive[] = {"COPY", "REPLACE", NULL};
static const char *const words_annotation_directive[] = {"COPY", "EXCLUDE", NULL};
static const char *const words_server_side_encryption[] = {"AES256",  "aws:fsx",      "aws:backup",
                                                           "aws:kms", "aws:kms:dsse", NULL};
static const char *const words_storage_class[] = {"STANDARD",
                                                  "REDUCED_REDUNDANCY",
                                                  "STANDARD_IA",
                                                  "ONEZONE_IA",
                                                  "INTELLIGENT_TIERING",
                                                  "GLACIER",
                                                  "DEEP_ARCHIVE",
                                                  "OUTPOSTS",
                                                  "GLACIER_IR",
                                                  "SNOW",
                                                  "EXPRESS_ONEZONE",
                                                  "FSX_OPENZFS",
                                                  "FSX_ONTAP",
                                                  "AWS_BACKUP_WARM",
                                                  "AWS_BACKUP_LOW_COST_WARM",
                                                  NULL};
static const char *const words_object_lock_mode[] = {"GOVERNANCE", "COMPLIANCE", NULL};
static const char *const words_object_lock_legal_hold_status[] = {"ON", "OFF", NULL};
static const char *const words_object_lock_event_hold[] = {"ON", "OFF", NULL};
const struct slrun_param copy_object_params[] = {
    {"ACL", S_WORD(words_object_canned_acl), 0,
     "Canned ACL, \"private\" unless given; not together with the Grant parameters."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CacheControl", S_STRING, 0,
     "Cache-Control that the object is served with: \"max-age=3600\"."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "Of which algorithm the copy has a checksum; the source's unless given."},
    {"ContentDisposition", S_STRING, 0,
     "Content-Disposition that the object is served with: 'attachment; filename=\"a.txt\"'."},
    {"ContentEncoding", S_STRING, 0, "Content-Encoding that the object is served with: \"gzip\"."},
    {"ContentLanguage", S_STRING, 0, "Content-Language that the object is served with: \"en\"."},
    {"ContentType", S_STRING, 0,
     "Media type of the object: \"application/json\"; binary/octet-stream unless given."},
    {"CopySource", S_DOCUMENT, SLRUN_REQUIRED,
     "\"bucket/key\", or a table with Bucket, Key and VersionId."},
    {"CopySourceIfMatch", S_STRING, 0,
     "Only if the source has this ETag; else 412 PreconditionFailed."},
    {"CopySourceIfModifiedSince", S_TIMESTAMP, 0,
     "Only if the source was written after this time, seconds since 1970; else 412."},
    {"CopySourceIfNoneMatch", S_STRING, 0,
     "Only if the source has another ETag; else 412 PreconditionFailed."},
    {"CopySourceIfUnmodifiedSince", S_TIMESTAMP, 0,
     "Only if the source was not written after this time, seconds since 1970; else 412."},
    {"Expires", S_TIMESTAMP, 0, "Expires that the object is served with, seconds since 1970."},
    {"GrantFullControl", S_STRING, 0,
     "Who may do everything: 'id=\"CANONICAL ID\", uri=\"GROUP\", emailAddress=\"...\"'."},
    {"GrantRead", S_STRING, 0, "Who may read the object, written as GrantFullControl."},
    {"GrantReadACP", S_STRING, 0, "Who may read the ACL, written as GrantFullControl."},
    {"GrantWriteACP", S_STRING, 0, "Who may write the ACL, written as GrantFullControl."},
    {"IfMatch", S_STRING, 0, "Only if the object has this ETag; else 412 PreconditionFailed."},
    {"IfNoneMatch", S_STRING, 0,
     "\"*\": only if there is no object of this key yet; else 412 PreconditionFailed."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"MetadataDirective", S_WORD(words_metadata_directive), 0,
     "COPY (the source's metadata) or REPLACE (those given here); COPY unless given."},
    {"TaggingDirective", S_WORD(words_tagging_directive), 0,
     "COPY (the source's tags) or REPLACE (those of Tagging); COPY unless given."},
    {"AnnotationDirective", S_WORD(words_annotation_directive), 0,
     "COPY (the source's annotations come along) or EXCLUDE; COPY unless given."},
    {"ServerSideEncryption", S_WORD(words_server_side_encryption), 0,
     "AES256 (SSE-S3), aws:kms or aws:kms:dsse; the bucket's default unless given."},
    {"StorageClass", S_WORD(words_storage_class), 0,
     "Storage class, \"STANDARD\", \"STANDARD_IA\", \"GLACIER\" and the like; STANDARD unless "
     "given."},
    {"WebsiteRedirectLocation", S_STRING, 0,
     "Where a website sends requests for this object: \"/other\" or a URL."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"SSEKMSKeyId", S_STRING, 0,
     "KMS key with aws:kms and aws:kms:dsse: id, ARN or alias; AWS's aws/s3 unless given."},
    {"SSEKMSEncryptionContext", S_STRING, 0,
     "Base64 of JSON: names and values that KMS encrypts with."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"CopySourceSSECustomerAlgorithm", S_STRING, 0,
     "AES256, where the source has a key of its own (SSE-C)."},
    {"CopySourceSSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of the source's SSE-C, 32 bytes."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"Tagging", S_STRING, 0,
     "Tags as a query: \"name=value&other=value\"; with TaggingDirective REPLACE."},
    {"ObjectLockMode", S_WORD(words_object_lock_mode), 0,
     "Mode of the object's retention: GOVERNANCE or COMPLIANCE; with ObjectLockRetainUntilDate."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0,
     "When the object's retention ends, seconds since 1970; with ObjectLockMode."},
    {"ObjectLockLegalHoldStatus", S_WORD(words_object_lock_legal_hold_status), 0,
     "Whether the object is under legal hold: ON or OFF."},
    {"ObjectLockEventHold", S_WORD(words_object_lock_event_hold), 0,
     "Whether the object is under an event hold: ON or OFF."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Days that the object is kept after the event hold's end; in place of years."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Years that the object is kept after the event hold's end; in place of days."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"ExpectedSourceBucketOwner", S_STRING, 0,
     "Account that must own the source's bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire copy_object_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"Bucket", S3_LABEL},
    {"Cache-Control", S3_HEADER},
    {"x-amz-checksum-algorithm", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"x-amz-copy-source", S3_HEADER, S3_COPY},
    {"x-amz-copy-source-if-match", S3_HEADER},
    {"x-amz-copy-source-if-modified-since", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-copy-source-if-none-match", S3_HEADER},
    {"x-amz-copy-source-if-unmodified-since", S3_HEADER, S3_HTTP_DATE},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"If-Match", S3_HEADER},
    {"If-None-Match", S3_HEADER},
    {"Key", S3_LABEL},
    {"x-amz-meta-", S3_META},
    {"x-amz-metadata-directive", S3_HEADER},
    {"x-amz-tagging-directive", S3_HEADER},
    {"x-amz-object-annotation-directive", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-copy-source-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-copy-source-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-tagging", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-source-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param copy_object_result_members[] = {
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ChecksumType", S_WORD(words_checksum_type), 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {.name = NULL},
};
static const struct s3_wire copy_object_result_members_wire[] = {
    {"ETag"},
    {"LastModified"},
    {"ChecksumType"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {.name = NULL},
};

const struct slrun_param copy_object_result[] = {
    {"CopyObjectResult", S_STRUCTURE(copy_object_result_members), 0,
     "Tag, time and checksums of the copy."},
    {"Expiration", S_STRING, 0,
     "When a lifecycle rule deletes the object: 'expiry-date=\"...\", rule-id=\"...\"'; absent if "
     "none does."},
    {"CopySourceVersionId", S_STRING, 0,
     "Version of the source that was copied; absent without versioning."},
    {"VersionId", S_STRING, 0, "Version that was written; absent without versioning."},
    {"ServerSideEncryption", S_STRING, 0, "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKeyMD5", S_STRING, 0, "MD5 of the object's own key (SSE-C), in base64."},
    {"SSEKMSKeyId", S_STRING, 0,
     "ARN of the KMS key that encrypts the object; absent without SSE-KMS."},
    {"SSEKMSEncryptionContext", S_STRING, 0,
     "Base64 of JSON: names and values that KMS encrypts with."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire copy_object_result_wire[] = {
    {"CopyObjectResult", S3_PAYLOAD, .members = copy_object_result_members_wire},
    {"x-amz-expiration", S3_HEADER},
    {"x-amz-copy-source-version-id", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

static const char *const words_bucket_canned_acl[] = {"private", "public-read", "public-read-write",
                                                      "authenticated-read", NULL};
static const char *const words_bucket_location_constraint[] = {"af-south-1",
                                                               "ap-east-1",
                                                               "ap-east-2",
                                                               "ap-northeast-1",
                                                               "ap-northeast-2",
                                                               "ap-northeast-3",
                                                               "ap-south-1",
                                                               "ap-south-2",
                                                               "ap-southeast-1",
                                                               "ap-southeast-2",
                                                               "ap-southeast-3",
                                                               "ap-southeast-4",
                                                               "ap-southeast-5",
                                                               "ap-southeast-6",
                                                               "ap-southeast-7",
                                                               "ca-central-1",
                                                               "ca-west-1",
                                                               "cn-north-1",
                                                               "cn-northwest-1",
                                                               "EU",
                                                               "eu-central-1",
                                                               "eu-central-2",
                                                               "eu-north-1",
                                                               "eu-south-1",
                                                               "eu-south-2",
                                                               "eu-west-1",
                                                               "eu-west-2",
                                                               "eu-west-3",
                                                               "il-central-1",
                                                               "me-central-1",
                                                               "me-south-1",
                                                               "mx-central-1",
                                                               "sa-east-1",
                                                               "us-east-2",
                                                               "us-gov-east-1",
                                                               "us-gov-west-1",
                                                               "us-west-1",
                                                               "us-west-2",
                                                               NULL};
static const char *const words_location_type[] = {"AvailabilityZone", "LocalZone", NULL};
static const struct slrun_param location_info_members[] = {
    {"Type", S_WORD(words_location_type), 0, "AvailabilityZone or LocalZone."},
    {"Name", S_STRING, 0, "Id of the zone: \"usw2-az1\"."},
    {.name = NULL},
};
static const struct s3_wire location_info_members_wire[] = {
    {"Type"},
    {"Name"},
    {.name = NULL},
};

static const char *const words_data_redundancy[] = {"SingleAvailabilityZone", "SingleLocalZone",
                                                    NULL};
static const char *const words_bucket_type[] = {"Directory", NULL};
static const struct slrun_param bucket_info_members[] = {
    {"DataRedundancy", S_WORD(words_data_redundancy), 0,
     "SingleAvailabilityZone or SingleLocalZone."},
    {"Type", S_WORD(words_bucket_type), 0, "Directory, the only kind there is."},
    {.name = NULL},
};
static const struct s3_wire bucket_info_members_wire[] = {
    {"DataRedundancy"},
    {"Type"},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Name of the tag, 1 to 128 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value of the tag, at most 256 characters."},
    {.name = NULL},
};
static const struct s3_wire tag_members_wire[] = {
    {"Key"},
    {"Value"},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
static const struct slrun_param create_bucket_configuration_members[] = {
    {"LocationConstraint", S_WORD(words_bucket_location_constraint), 0,
     "Region of the bucket; that of the endpoint, us-east-1, unless given."},
    {"Location", S_STRUCTURE(location_info_members), 0,
     "Zone of a directory bucket; not given for other buckets."},
    {"Bucket", S_STRUCTURE(bucket_info_members), 0,
     "Kind of a directory bucket; not given for other buckets."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags of the new bucket, a list of Key and Value."},
    {.name = NULL},
};
static const struct s3_wire create_bucket_configuration_members_wire[] = {
    {"LocationConstraint"},
    {"Location", .members = location_info_members_wire},
    {"Bucket", .members = bucket_info_members_wire},
    {"Tags", .item = "Tag", .members = tag_members_wire},
    {.name = NULL},
};

static const char *const words_object_ownership[] = {"BucketOwnerPreferred", "ObjectWriter",
                                                     "BucketOwnerEnforced", NULL};
static const char *const words_bucket_namespace[] = {"account-regional", "global", NULL};
const struct slrun_param create_bucket_params[] = {
    {"ACL", S_WORD(words_bucket_canned_acl), 0,
     "Canned ACL, \"private\" unless given; not together with the Grant parameters."},
    {"Bucket", S_STRING, SLRUN_REQUIRED,
     "Name of the bucket: 3 to 63 of a-z, 0-9, . and -, unlike any other's at AWS."},
    {"CreateBucketConfiguration", S_STRUCTURE(create_bucket_configuration_members), 0,
     "Region, tags and, of directory buckets, place."},
    {"GrantFullControl", S_STRING, 0,
     "Who may do everything: 'id=\"CANONICAL ID\", uri=\"GROUP\", emailAddress=\"...\"'."},
    {"GrantRead", S_STRING, 0, "Who may list the bucket's objects, written as GrantFullControl."},
    {"GrantReadACP", S_STRING, 0, "Who may read the ACL, written as GrantFullControl."},
    {"GrantWrite", S_STRING, 0,
     "Who may write objects of the bucket, written as GrantFullControl."},
    {"GrantWriteACP", S_STRING, 0, "Who may write the ACL, written as GrantFullControl."},
    {"ObjectLockEnabledForBucket", S_BOOLEAN, 0,
     "true: objects can be locked; versioning is on then. false unless given."},
    {"ObjectOwnership", S_WORD(words_object_ownership), 0,
     "BucketOwnerEnforced (ACLs are off; unless given), BucketOwnerPreferred or ObjectWriter."},
    {"BucketNamespace", S_WORD(words_bucket_namespace), 0,
     "global (names of all accounts) or account-regional (this account's, in this region); global "
     "unless given."},
    {.name = NULL},
};
const struct s3_wire create_bucket_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"Bucket", S3_LABEL},
    {"CreateBucketConfiguration", S3_PAYLOAD, .members = create_bucket_configuration_members_wire},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"x-amz-bucket-object-lock-enabled", S3_HEADER},
    {"x-amz-object-ownership", S3_HEADER},
    {"x-amz-bucket-namespace", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param create_bucket_result[] = {
    {"Location", S_STRING, 0, "Where the bucket is: \"/NAME\", or its URL outside us-east-1."},
    {"BucketArn", S_STRING, 0, "ARN of the bucket; of directory buckets only."},
    {.name = NULL},
};
const struct s3_wire create_bucket_result_wire[] = {
    {"Location", S3_HEADER},
    {"x-amz-bucket-arn", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param create_multipart_upload_params[] = {
    {"ACL", S_WORD(words_object_canned_acl), 0,
     "Canned ACL, \"private\" unless given; not together with the Grant parameters."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CacheControl", S_STRING, 0,
     "Cache-Control that the object is served with: \"max-age=3600\"."},
    {"ContentDisposition", S_STRING, 0,
     "Content-Disposition that the object is served with: 'attachment; filename=\"a.txt\"'."},
    {"ContentEncoding", S_STRING, 0, "Content-Encoding that the object is served with: \"gzip\"."},
    {"ContentLanguage", S_STRING, 0, "Content-Language that the object is served with: \"en\"."},
    {"ContentType", S_STRING, 0,
     "Media type of the object: \"application/json\"; binary/octet-stream unless given."},
    {"Expires", S_TIMESTAMP, 0, "Expires that the object is served with, seconds since 1970."},
    {"GrantFullControl", S_STRING, 0,
     "Who may do everything: 'id=\"CANONICAL ID\", uri=\"GROUP\", emailAddress=\"...\"'."},
    {"GrantRead", S_STRING, 0, "Who may read the object, written as GrantFullControl."},
    {"GrantReadACP", S_STRING, 0, "Who may read the ACL, written as GrantFullControl."},
    {"GrantWriteACP", S_STRING, 0, "Who may write the ACL, written as GrantFullControl."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"ServerSideEncryption", S_WORD(words_server_side_encryption), 0,
     "AES256 (SSE-S3), aws:kms or aws:kms:dsse; the bucket's default unless given."},
    {"StorageClass", S_WORD(words_storage_class), 0,
     "Storage class, \"STANDARD\", \"STANDARD_IA\", \"GLACIER\" and the like; STANDARD unless "
     "given."},
    {"WebsiteRedirectLocation", S_STRING, 0,
     "Where a website sends requests for this object: \"/other\" or a URL."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"SSEKMSKeyId", S_STRING, 0,
     "KMS key with aws:kms and aws:kms:dsse: id, ARN or alias; AWS's aws/s3 unless given."},
    {"SSEKMSEncryptionContext", S_STRING, 0,
     "Base64 of JSON: names and values that KMS encrypts with."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"Tagging", S_STRING, 0, "Tags as a query: \"name=value&other=value\", at most 10."},
    {"ObjectLockMode", S_WORD(words_object_lock_mode), 0,
     "Mode of the object's retention: GOVERNANCE or COMPLIANCE; with ObjectLockRetainUntilDate."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0,
     "When the object's retention ends, seconds since 1970; with ObjectLockMode."},
    {"ObjectLockLegalHoldStatus", S_WORD(words_object_lock_legal_hold_status), 0,
     "Whether the object is under legal hold: ON or OFF."},
    {"ObjectLockEventHold", S_WORD(words_object_lock_event_hold), 0,
     "Whether the object is under an event hold: ON or OFF."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Days that the object is kept after the event hold's end; in place of years."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Years that the object is kept after the event hold's end; in place of days."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "Of which algorithm the parts' and the object's checksums are."},
    {"ChecksumType", S_WORD(words_checksum_type), 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {.name = NULL},
};
const struct s3_wire create_multipart_upload_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"Bucket", S3_LABEL},
    {"Cache-Control", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"Key", S3_LABEL},
    {"x-amz-meta-", S3_META},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-tagging", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-checksum-algorithm", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param create_multipart_upload_result[] = {
    {"AbortDate", S_TIMESTAMP, 0,
     "When a lifecycle rule ends the upload, seconds since 1970; absent if no rule does."},
    {"AbortRuleId", S_STRING, 0, "ID of the lifecycle rule that ends the upload at AbortDate."},
    {"Bucket", S_STRING, 0, "Name of the bucket."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"UploadId", S_STRING, 0, "Id of the multipart upload."},
    {"ServerSideEncryption", S_STRING, 0, "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKeyMD5", S_STRING, 0, "MD5 of the object's own key (SSE-C), in base64."},
    {"SSEKMSKeyId", S_STRING, 0,
     "ARN of the KMS key that encrypts the object; absent without SSE-KMS."},
    {"SSEKMSEncryptionContext", S_STRING, 0,
     "Base64 of JSON: names and values that KMS encrypts with."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"ChecksumAlgorithm", S_STRING, 0, "Of which algorithm the upload's checksums are."},
    {"ChecksumType", S_STRING, 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"VersionId", S_STRING, 0, "Version of the object; absent without versioning."},
    {.name = NULL},
};
const struct s3_wire create_multipart_upload_result_wire[] = {
    {"x-amz-abort-date", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-abort-rule-id", S3_HEADER},
    {"Bucket"},
    {"Key"},
    {"UploadId"},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-checksum-algorithm", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_cors_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_cors_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_encryption_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_encryption_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_lifecycle_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_lifecycle_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_ownership_controls_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_ownership_controls_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_policy_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_policy_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_replication_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_replication_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_bucket_website_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_bucket_website_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_object_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"MFA", S_STRING, SLRUN_SECRET,
     "Serial number of the MFA device, a space, and the code it shows."},
    {"VersionId", S_STRING, 0,
     "Deletes this version for good; without it a bucket with versioning gets a delete marker."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"BypassGovernanceRetention", S_BOOLEAN, 0,
     "Overrides a retention of mode GOVERNANCE; needs s3:BypassGovernanceRetention."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"IfMatch", S_STRING, 0,
     "Deletes only if the object has this ETag, \"*\" for any; else 412 PreconditionFailed."},
    {"IfMatchLastModifiedTime", S_TIMESTAMP, 0,
     "Only if the object was written at this time, seconds since 1970; else 412. Directory buckets "
     "only."},
    {"IfMatchSize", S_INTEGER, 0,
     "Only if the object has so many bytes; else 412. Directory buckets only."},
    {.name = NULL},
};
const struct s3_wire delete_object_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"x-amz-mfa", S3_HEADER},
    {"versionId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-bypass-governance-retention", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"If-Match", S3_HEADER},
    {"x-amz-if-match-last-modified-time", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-if-match-size", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_object_result[] = {
    {"DeleteMarker", S_BOOLEAN, 0, "true: a delete marker was made, or, with VersionId, deleted."},
    {"VersionId", S_STRING, 0,
     "Version that was deleted, or delete marker that was made; absent without versioning."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire delete_object_result_wire[] = {
    {"x-amz-delete-marker", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_object_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_object_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},    {"Key", S3_LABEL},
    {"versionId", S3_QUERY}, {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param delete_object_tagging_result[] = {
    {"VersionId", S_STRING, 0, "Version that it was; absent without versioning."},
    {.name = NULL},
};
const struct s3_wire delete_object_tagging_result_wire[] = {
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param object_identifier_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0,
     "Deletes this version for good; without it a bucket with versioning gets a delete marker."},
    {"ETag", S_STRING, 0, "Deletes the object only if it has this tag."},
    {"LastModifiedTime", S_TIMESTAMP, 0,
     "Deletes the object only if it was written then, seconds since 1970. Directory buckets only."},
    {"Size", S_INTEGER, 0,
     "Deletes the object only if it has so many bytes. Directory buckets only."},
    {.name = NULL},
};
static const struct s3_wire object_identifier_members_wire[] = {
    {"Key"},  {"VersionId"},  {"ETag"}, {"LastModifiedTime", S3_ELEMENT, S3_HTTP_DATE},
    {"Size"}, {.name = NULL},
};

static const struct slrun_shape shape_object_identifier_members =
    S_STRUCTURE(object_identifier_members);
static const struct slrun_param delete_members[] = {
    {"Objects", S_LIST(shape_object_identifier_members), SLRUN_REQUIRED,
     "Objects to delete, at most 1,000."},
    {"Quiet", S_BOOLEAN, 0, "true: only Errors are told; false unless given."},
    {.name = NULL},
};
static const struct s3_wire delete_members_wire[] = {
    {"Object", S3_ELEMENT, S3_FLAT, .members = object_identifier_members_wire},
    {"Quiet"},
    {.name = NULL},
};

const struct slrun_param delete_objects_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delete", S_STRUCTURE(delete_members), SLRUN_REQUIRED,
     "Objects to delete, and whether only failures are told."},
    {"MFA", S_STRING, SLRUN_SECRET,
     "Serial number of the MFA device, a space, and the code it shows."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"BypassGovernanceRetention", S_BOOLEAN, 0,
     "Overrides a retention of mode GOVERNANCE; needs s3:BypassGovernanceRetention."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {.name = NULL},
};
const struct s3_wire delete_objects_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Delete", S3_PAYLOAD, .members = delete_members_wire},
    {"x-amz-mfa", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-bypass-governance-retention", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param deleted_object_members[] = {
    {"Key", S_STRING, 0, "Key of the object."},
    {"VersionId", S_STRING, 0, "Version that was deleted; absent if none was asked for."},
    {"DeleteMarker", S_BOOLEAN, 0, "true: a delete marker was made, or, with VersionId, deleted."},
    {"DeleteMarkerVersionId", S_STRING, 0,
     "Version of the delete marker that was made or deleted."},
    {.name = NULL},
};
static const struct s3_wire deleted_object_members_wire[] = {
    {"Key"}, {"VersionId"}, {"DeleteMarker"}, {"DeleteMarkerVersionId"}, {.name = NULL},
};

static const struct slrun_shape shape_deleted_object_members = S_STRUCTURE(deleted_object_members);
static const struct slrun_param error_members[] = {
    {"Key", S_STRING, 0, "Key of the object that could not be deleted."},
    {"VersionId", S_STRING, 0, "Version that could not be deleted; absent if none was asked for."},
    {"Code", S_STRING, 0, "Code of the error: \"AccessDenied\", \"NoSuchVersion\"."},
    {"Message", S_STRING, 0, "The error in words."},
    {.name = NULL},
};
static const struct s3_wire error_members_wire[] = {
    {"Key"}, {"VersionId"}, {"Code"}, {"Message"}, {.name = NULL},
};

static const struct slrun_shape shape_error_members = S_STRUCTURE(error_members);
const struct slrun_param delete_objects_result[] = {
    {"Deleted", S_LIST(shape_deleted_object_members), 0, "What was deleted; absent with Quiet."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"Errors", S_LIST(shape_error_members), 0, "What could not be deleted, and why."},
    {.name = NULL},
};
const struct s3_wire delete_objects_result_wire[] = {
    {"Deleted", S3_ELEMENT, S3_FLAT, .members = deleted_object_members_wire},
    {"x-amz-request-charged", S3_HEADER},
    {"Error", S3_ELEMENT, S3_FLAT, .members = error_members_wire},
    {.name = NULL},
};

const struct slrun_param delete_public_access_block_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire delete_public_access_block_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_accelerate_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {.name = NULL},
};
const struct s3_wire get_bucket_accelerate_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_accelerate_configuration_result[] = {
    {"Status", S_STRING, 0, "Enabled or Suspended; absent if it was never set."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire get_bucket_accelerate_configuration_result_wire[] = {
    {"Status"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_acl_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_acl_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param owner_members[] = {
    {"DisplayName", S_STRING, 0, "Name of the account; AWS sends none any more."},
    {"ID", S_STRING, 0, "Canonical id of the account, 64 hexadecimal digits."},
    {.name = NULL},
};
static const struct s3_wire owner_members_wire[] = {
    {"DisplayName"},
    {"ID"},
    {.name = NULL},
};

static const char *const words_type[] = {"CanonicalUser", "AmazonCustomerByEmail", "Group", NULL};
static const struct slrun_param grantee_members[] = {
    {"DisplayName", S_STRING, 0, "Name of the account; AWS sends none any more."},
    {"EmailAddress", S_STRING, 0, "E-mail address of an account, with Type AmazonCustomerByEmail."},
    {"ID", S_STRING, 0,
     "Canonical id of the account, 64 hexadecimal digits, with Type CanonicalUser."},
    {"Type", S_WORD(words_type), SLRUN_REQUIRED,
     "CanonicalUser (ID), AmazonCustomerByEmail (EmailAddress) or Group (URI)."},
    {"URI", S_STRING, 0,
     "Group: \"http://acs.amazonaws.com/groups/global/AllUsers\" and the like, with Type Group."},
    {.name = NULL},
};
static const struct s3_wire grantee_members_wire[] = {
    {"DisplayName"}, {"EmailAddress"}, {"ID"}, {"xsi:type", S3_ATTRIBUTE}, {"URI"}, {.name = NULL},
};

static const char *const words_permission[] = {"FULL_CONTROL", "WRITE",    "WRITE_ACP",
                                               "READ",         "READ_ACP", NULL};
static const struct slrun_param grant_members[] = {
    {"Grantee", S_STRUCTURE(grantee_members), 0,
     "Who is allowed: an account by ID or EmailAddress, or a group by URI."},
    {"Permission", S_WORD(words_permission), 0,
     "FULL_CONTROL, WRITE, WRITE_ACP, READ or READ_ACP."},
    {.name = NULL},
};
static const struct s3_wire grant_members_wire[] = {
    {"Grantee", .members = grantee_members_wire},
    {"Permission"},
    {.name = NULL},
};

static const struct slrun_shape shape_grant_members = S_STRUCTURE(grant_members);
const struct slrun_param get_bucket_acl_result[] = {
    {"Owner", S_STRUCTURE(owner_members), 0, "Account that owns it."},
    {"Grants", S_LIST(shape_grant_members), 0, "Who is allowed what, at most 100."},
    {.name = NULL},
};
const struct s3_wire get_bucket_acl_result_wire[] = {
    {"Owner", .members = owner_members_wire},
    {"AccessControlList", .item = "Grant", .members = grant_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_cors_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_cors_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param cors_rule_members[] = {
    {"ID", S_STRING, 0, "Name of the rule, at most 255 characters."},
    {"AllowedHeaders", S_LIST(shape_string), 0,
     "Headers that a preflight may ask for; \"*\" stands for any text, once in each."},
    {"AllowedMethods", S_LIST(shape_string), SLRUN_REQUIRED,
     "Methods that are allowed: GET, PUT, HEAD, POST, DELETE."},
    {"AllowedOrigins", S_LIST(shape_string), SLRUN_REQUIRED,
     "Origins that are allowed: \"https://www.example.com\"; \"*\" stands for any text, once in "
     "each."},
    {"ExposeHeaders", S_LIST(shape_string), 0,
     "Headers of the answer that a page of another origin may read."},
    {"MaxAgeSeconds", S_INTEGER, 0, "Seconds that a browser may keep the answer to a preflight."},
    {.name = NULL},
};
static const struct s3_wire cors_rule_members_wire[] = {
    {"ID"},
    {"AllowedHeader", S3_ELEMENT, S3_FLAT},
    {"AllowedMethod", S3_ELEMENT, S3_FLAT},
    {"AllowedOrigin", S3_ELEMENT, S3_FLAT},
    {"ExposeHeader", S3_ELEMENT, S3_FLAT},
    {"MaxAgeSeconds"},
    {.name = NULL},
};

static const struct slrun_shape shape_cors_rule_members = S_STRUCTURE(cors_rule_members);
const struct slrun_param get_bucket_cors_result[] = {
    {"CORSRules", S_LIST(shape_cors_rule_members), 0,
     "Rules, at most 100; the first that fits a request answers it."},
    {.name = NULL},
};
const struct s3_wire get_bucket_cors_result_wire[] = {
    {"CORSRule", S3_ELEMENT, S3_FLAT, .members = cors_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_encryption_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_encryption_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param server_side_encryption_by_default_members[] = {
    {"SSEAlgorithm", S_WORD(words_server_side_encryption), SLRUN_REQUIRED,
     "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"KMSMasterKeyID", S_STRING, 0,
     "KMS key for aws:kms and aws:kms:dsse: id, ARN or alias; AWS's aws/s3 unless given."},
    {.name = NULL},
};
static const struct s3_wire server_side_encryption_by_default_members_wire[] = {
    {"SSEAlgorithm"},
    {"KMSMasterKeyID"},
    {.name = NULL},
};

static const char *const words_encryption_type[] = {"NONE", "SSE-C", NULL};
static const struct slrun_shape shape_words_encryption_type = S_WORD(words_encryption_type);
static const struct slrun_param blocked_encryption_types_members[] = {
    {"EncryptionType", S_LIST(shape_words_encryption_type), 0,
     "SSE-C (uploads with keys of their own are refused) or NONE (nothing is)."},
    {.name = NULL},
};
static const struct s3_wire blocked_encryption_types_members_wire[] = {
    {"EncryptionType", S3_ELEMENT, S3_FLAT},
    {.name = NULL},
};

static const struct slrun_param server_side_encryption_rule_members[] = {
    {"ApplyServerSideEncryptionByDefault", S_STRUCTURE(server_side_encryption_by_default_members),
     0, "How objects are encrypted whose upload does not say."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether new objects with SSE-KMS use a key of the bucket; false unless given."},
    {"BlockedEncryptionTypes", S_STRUCTURE(blocked_encryption_types_members), 0,
     "Ways of encryption that uploads may not ask for."},
    {.name = NULL},
};
static const struct s3_wire server_side_encryption_rule_members_wire[] = {
    {"ApplyServerSideEncryptionByDefault",
     .members = server_side_encryption_by_default_members_wire},
    {"BucketKeyEnabled"},
    {"BlockedEncryptionTypes", .members = blocked_encryption_types_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_server_side_encryption_rule_members =
    S_STRUCTURE(server_side_encryption_rule_members);
static const struct slrun_param server_side_encryption_configuration_members[] = {
    {"Rules", S_LIST(shape_server_side_encryption_rule_members), SLRUN_REQUIRED,
     "One rule: how new objects are encrypted."},
    {.name = NULL},
};
static const struct s3_wire server_side_encryption_configuration_members_wire[] = {
    {"Rule", S3_ELEMENT, S3_FLAT, .members = server_side_encryption_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_encryption_result[] = {
    {"ServerSideEncryptionConfiguration", S_STRUCTURE(server_side_encryption_configuration_members),
     0, "How objects are encrypted whose upload does not say: one rule, in Rules."},
    {.name = NULL},
};
const struct s3_wire get_bucket_encryption_result_wire[] = {
    {"ServerSideEncryptionConfiguration", S3_PAYLOAD,
     .members = server_side_encryption_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_lifecycle_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_lifecycle_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param lifecycle_expiration_members[] = {
    {"Date", S_TIMESTAMP, 0,
     "When the rule applies, seconds since 1970, midnight UTC; in place of Days."},
    {"Days", S_INTEGER, 0, "Days after an object was written, from 1 on; in place of Date."},
    {"ExpiredObjectDeleteMarker", S_BOOLEAN, 0,
     "true: removes delete markers that no version is left behind; without Days and Date."},
    {.name = NULL},
};
static const struct s3_wire lifecycle_expiration_members_wire[] = {
    {"Date"},
    {"Days"},
    {"ExpiredObjectDeleteMarker"},
    {.name = NULL},
};

static const struct slrun_param lifecycle_rule_and_operator_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags that an object must have, all of them."},
    {"ObjectSizeGreaterThan", S_INTEGER, 0, "Only objects of more than so many bytes."},
    {"ObjectSizeLessThan", S_INTEGER, 0, "Only objects of fewer than so many bytes."},
    {.name = NULL},
};
static const struct s3_wire lifecycle_rule_and_operator_members_wire[] = {
    {"Prefix"},
    {"Tag", S3_ELEMENT, S3_FLAT, .members = tag_members_wire},
    {"ObjectSizeGreaterThan"},
    {"ObjectSizeLessThan"},
    {.name = NULL},
};

static const struct slrun_param lifecycle_rule_filter_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Tag", S_STRUCTURE(tag_members), 0, "Tag that an object must have, name and value."},
    {"ObjectSizeGreaterThan", S_INTEGER, 0, "Only objects of more than so many bytes."},
    {"ObjectSizeLessThan", S_INTEGER, 0, "Only objects of fewer than so many bytes."},
    {"And", S_STRUCTURE(lifecycle_rule_and_operator_members), 0,
     "Two or more conditions, all of which an object must meet."},
    {.name = NULL},
};
static const struct s3_wire lifecycle_rule_filter_members_wire[] = {
    {"Prefix"},
    {"Tag", .members = tag_members_wire},
    {"ObjectSizeGreaterThan"},
    {"ObjectSizeLessThan"},
    {"And", .members = lifecycle_rule_and_operator_members_wire},
    {.name = NULL},
};

static const char *const words_expiration_status[] = {"Enabled", "Disabled", NULL};
static const char *const words_transition_storage_class[] = {
    "GLACIER",      "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING",
    "DEEP_ARCHIVE", "GLACIER_IR",  NULL};
static const struct slrun_param transition_members[] = {
    {"Date", S_TIMESTAMP, 0,
     "When the rule applies, seconds since 1970, midnight UTC; in place of Days."},
    {"Days", S_INTEGER, 0, "Days after an object was written, from 0 on; in place of Date."},
    {"StorageClass", S_WORD(words_transition_storage_class), 0,
     "Storage class that objects get: \"STANDARD_IA\", \"GLACIER\"."},
    {.name = NULL},
};
static const struct s3_wire transition_members_wire[] = {
    {"Date"},
    {"Days"},
    {"StorageClass"},
    {.name = NULL},
};

static const struct slrun_shape shape_transition_members = S_STRUCTURE(transition_members);
static const struct slrun_param noncurrent_version_transition_members[] = {
    {"NoncurrentDays", S_INTEGER, 0, "Days after a version was replaced by a newer one."},
    {"StorageClass", S_WORD(words_transition_storage_class), 0,
     "Storage class that versions get: \"STANDARD_IA\", \"GLACIER\"."},
    {"NewerNoncurrentVersions", S_INTEGER, 0,
     "So many noncurrent versions are left alone, the newest ones, 1 to 100; none unless given."},
    {.name = NULL},
};
static const struct s3_wire noncurrent_version_transition_members_wire[] = {
    {"NoncurrentDays"},
    {"StorageClass"},
    {"NewerNoncurrentVersions"},
    {.name = NULL},
};

static const struct slrun_shape shape_noncurrent_version_transition_members =
    S_STRUCTURE(noncurrent_version_transition_members);
static const struct slrun_param noncurrent_version_expiration_members[] = {
    {"NoncurrentDays", S_INTEGER, 0, "Days after a version was replaced by a newer one."},
    {"NewerNoncurrentVersions", S_INTEGER, 0,
     "So many noncurrent versions are left alone, the newest ones, 1 to 100; none unless given."},
    {.name = NULL},
};
static const struct s3_wire noncurrent_version_expiration_members_wire[] = {
    {"NoncurrentDays"},
    {"NewerNoncurrentVersions"},
    {.name = NULL},
};

static const struct slrun_param abort_incomplete_multipart_upload_members[] = {
    {"DaysAfterInitiation", S_INTEGER, 0, "Days after an upload's begin, from 1 on."},
    {.name = NULL},
};
static const struct s3_wire abort_incomplete_multipart_upload_members_wire[] = {
    {"DaysAfterInitiation"},
    {.name = NULL},
};

static const struct slrun_param lifecycle_rule_members[] = {
    {"Expiration", S_STRUCTURE(lifecycle_expiration_members), 0,
     "When objects are deleted; with versioning a delete marker is made."},
    {"ID", S_STRING, 0, "Name of the rule, at most 255 characters; made up unless given."},
    {"Prefix", S_STRING, 0, "What keys must begin with; the old form, use Filter in its place."},
    {"Filter", S_STRUCTURE(lifecycle_rule_filter_members), 0,
     "Which objects the rule is for: one of Prefix, Tag, the two sizes or And; {} for all."},
    {"Status", S_WORD(words_expiration_status), SLRUN_REQUIRED,
     "Enabled, or Disabled: the rule is kept and does nothing."},
    {"Transitions", S_LIST(shape_transition_members), 0,
     "When objects change their storage class."},
    {"NoncurrentVersionTransitions", S_LIST(shape_noncurrent_version_transition_members), 0,
     "When versions that are not the latest change their storage class."},
    {"NoncurrentVersionExpiration", S_STRUCTURE(noncurrent_version_expiration_members), 0,
     "When versions are deleted for good that are not the latest."},
    {"AbortIncompleteMultipartUpload", S_STRUCTURE(abort_incomplete_multipart_upload_members), 0,
     "Ends uploads that nobody completed, after some days."},
    {.name = NULL},
};
static const struct s3_wire lifecycle_rule_members_wire[] = {
    {"Expiration", .members = lifecycle_expiration_members_wire},
    {"ID"},
    {"Prefix"},
    {"Filter", .members = lifecycle_rule_filter_members_wire},
    {"Status"},
    {"Transition", S3_ELEMENT, S3_FLAT, .members = transition_members_wire},
    {"NoncurrentVersionTransition", S3_ELEMENT, S3_FLAT,
     .members = noncurrent_version_transition_members_wire},
    {"NoncurrentVersionExpiration", .members = noncurrent_version_expiration_members_wire},
    {"AbortIncompleteMultipartUpload", .members = abort_incomplete_multipart_upload_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_lifecycle_rule_members = S_STRUCTURE(lifecycle_rule_members);
const struct slrun_param get_bucket_lifecycle_configuration_result[] = {
    {"Rules", S_LIST(shape_lifecycle_rule_members), 0, "Rules, at most 1,000."},
    {"TransitionDefaultMinimumObjectSize", S_STRING, 0,
     "Smallest object that changes class: all_storage_classes_128K (unless given) or "
     "varies_by_storage_class."},
    {.name = NULL},
};
const struct s3_wire get_bucket_lifecycle_configuration_result_wire[] = {
    {"Rule", S3_ELEMENT, S3_FLAT, .members = lifecycle_rule_members_wire},
    {"x-amz-transition-default-minimum-object-size", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_location_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_location_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_location_result[] = {
    {"LocationConstraint", S_STRING, 0, "Region of the bucket; absent: us-east-1. EU: eu-west-1."},
    {.name = NULL},
};
const struct s3_wire get_bucket_location_result_wire[] = {
    {"LocationConstraint"},
    {.name = NULL},
};

const struct slrun_param get_bucket_logging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_logging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_bucket_logs_permission[] = {"FULL_CONTROL", "READ", "WRITE", NULL};
static const struct slrun_param target_grant_members[] = {
    {"Grantee", S_STRUCTURE(grantee_members), 0,
     "Who is allowed: an account by ID or EmailAddress, or a group by URI."},
    {"Permission", S_WORD(words_bucket_logs_permission), 0,
     "What may be done with the logs: FULL_CONTROL, READ or WRITE."},
    {.name = NULL},
};
static const struct s3_wire target_grant_members_wire[] = {
    {"Grantee", .members = grantee_members_wire},
    {"Permission"},
    {.name = NULL},
};

static const struct slrun_shape shape_target_grant_members = S_STRUCTURE(target_grant_members);
static const struct slrun_param simple_prefix_members[] = {
    {.name = NULL},
};
static const struct s3_wire simple_prefix_members_wire[] = {
    {.name = NULL},
};

static const char *const words_partition_date_source[] = {"EventTime", "DeliveryTime", NULL};
static const struct slrun_param partitioned_prefix_members[] = {
    {"PartitionDateSource", S_WORD(words_partition_date_source), 0,
     "EventTime (day of the access) or DeliveryTime (when the log was delivered)."},
    {.name = NULL},
};
static const struct s3_wire partitioned_prefix_members_wire[] = {
    {"PartitionDateSource"},
    {.name = NULL},
};

static const struct slrun_param target_object_key_format_members[] = {
    {"SimplePrefix", S_STRUCTURE(simple_prefix_members), 0,
     "An empty table: keys of logs are TargetPrefix, time and a random text."},
    {"PartitionedPrefix", S_STRUCTURE(partitioned_prefix_members), 0,
     "Keys of logs have account, region, bucket and day before the time."},
    {.name = NULL},
};
static const struct s3_wire target_object_key_format_members_wire[] = {
    {"SimplePrefix", .members = simple_prefix_members_wire},
    {"PartitionedPrefix", .members = partitioned_prefix_members_wire},
    {.name = NULL},
};

static const struct slrun_param logging_enabled_members[] = {
    {"TargetBucket", S_STRING, SLRUN_REQUIRED,
     "Name of the bucket that logs go to, in the same region."},
    {"TargetGrants", S_LIST(shape_target_grant_members), 0,
     "Who else may read the logs; not where ACLs are off."},
    {"TargetPrefix", S_STRING, SLRUN_REQUIRED,
     "What keys of logs begin with: \"logs/\"; it may be empty."},
    {"TargetObjectKeyFormat", S_STRUCTURE(target_object_key_format_members), 0,
     "How keys of logs are made: SimplePrefix or PartitionedPrefix; SimplePrefix unless given."},
    {.name = NULL},
};
static const struct s3_wire logging_enabled_members_wire[] = {
    {"TargetBucket"}, {"TargetGrants", .item = "Grant", .members = target_grant_members_wire},
    {"TargetPrefix"}, {"TargetObjectKeyFormat", .members = target_object_key_format_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_logging_result[] = {
    {"LoggingEnabled", S_STRUCTURE(logging_enabled_members), 0,
     "Where accesses are logged; absent: nowhere."},
    {.name = NULL},
};
const struct s3_wire get_bucket_logging_result_wire[] = {
    {"LoggingEnabled", .members = logging_enabled_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_notification_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_notification_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_event[] = {"s3:ReducedRedundancyLostObject",
                                          "s3:ObjectCreated:*",
                                          "s3:ObjectCreated:Put",
                                          "s3:ObjectCreated:Post",
                                          "s3:ObjectCreated:Copy",
                                          "s3:ObjectCreated:CompleteMultipartUpload",
                                          "s3:ObjectRemoved:*",
                                          "s3:ObjectRemoved:Delete",
                                          "s3:ObjectRemoved:DeleteMarkerCreated",
                                          "s3:ObjectRestore:*",
                                          "s3:ObjectRestore:Post",
                                          "s3:ObjectRestore:Completed",
                                          "s3:Replication:*",
                                          "s3:Replication:OperationFailedReplication",
                                          "s3:Replication:OperationNotTracked",
                                          "s3:Replication:OperationMissedThreshold",
                                          "s3:Replication:OperationReplicatedAfterThreshold",
                                          "s3:ObjectRestore:Delete",
                                          "s3:LifecycleTransition",
                                          "s3:IntelligentTiering",
                                          "s3:ObjectAcl:Put",
                                          "s3:LifecycleExpiration:*",
                                          "s3:LifecycleExpiration:Delete",
                                          "s3:LifecycleExpiration:DeleteMarkerCreated",
                                          "s3:ObjectTagging:*",
                                          "s3:ObjectTagging:Put",
                                          "s3:ObjectTagging:Delete",
                                          "s3:ObjectAnnotation:*",
                                          "s3:ObjectAnnotation:Put",
                                          "s3:ObjectAnnotation:Delete",
                                          "s3:ObjectRetention:Put",
                                          NULL};
static const struct slrun_shape shape_words_event = S_WORD(words_event);
static const char *const words_filter_rule_name[] = {"prefix", "suffix", NULL};
static const struct slrun_param filter_rule_members[] = {
    {"Name", S_WORD(words_filter_rule_name), 0, "What Value is: prefix or suffix."},
    {"Value", S_STRING, 0, "What keys must begin with or end in, at most 1,024 characters."},
    {.name = NULL},
};
static const struct s3_wire filter_rule_members_wire[] = {
    {"Name"},
    {"Value"},
    {.name = NULL},
};

static const struct slrun_shape shape_filter_rule_members = S_STRUCTURE(filter_rule_members);
static const struct slrun_param s3_key_filter_members[] = {
    {"FilterRules", S_LIST(shape_filter_rule_members), 0,
     "What keys must begin with and end in, one rule for each."},
    {.name = NULL},
};
static const struct s3_wire s3_key_filter_members_wire[] = {
    {"FilterRule", S3_ELEMENT, S3_FLAT, .members = filter_rule_members_wire},
    {.name = NULL},
};

static const struct slrun_param notification_configuration_filter_members[] = {
    {"Key", S_STRUCTURE(s3_key_filter_members), 0, "What keys must begin with and end in."},
    {.name = NULL},
};
static const struct s3_wire notification_configuration_filter_members_wire[] = {
    {"S3Key", .members = s3_key_filter_members_wire},
    {.name = NULL},
};

static const struct slrun_param topic_configuration_members[] = {
    {"Id", S_STRING, 0, "Name of this configuration, which events tell; made up unless given."},
    {"TopicArn", S_STRING, SLRUN_REQUIRED, "ARN of the SNS topic that events go to."},
    {"Events", S_LIST(shape_words_event), SLRUN_REQUIRED,
     "Events that are told: \"s3:ObjectCreated:*\", \"s3:ObjectRemoved:Delete\" and the like."},
    {"Filter", S_STRUCTURE(notification_configuration_filter_members), 0,
     "Which keys the events are told of; all unless given."},
    {.name = NULL},
};
static const struct s3_wire topic_configuration_members_wire[] = {
    {"Id"},
    {"Topic"},
    {"Event", S3_ELEMENT, S3_FLAT},
    {"Filter", .members = notification_configuration_filter_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_topic_configuration_members =
    S_STRUCTURE(topic_configuration_members);
static const struct slrun_param queue_configuration_members[] = {
    {"Id", S_STRING, 0, "Name of this configuration, which events tell; made up unless given."},
    {"QueueArn", S_STRING, SLRUN_REQUIRED, "ARN of the SQS queue that events go to."},
    {"Events", S_LIST(shape_words_event), SLRUN_REQUIRED,
     "Events that are told: \"s3:ObjectCreated:*\", \"s3:ObjectRemoved:Delete\" and the like."},
    {"Filter", S_STRUCTURE(notification_configuration_filter_members), 0,
     "Which keys the events are told of; all unless given."},
    {.name = NULL},
};
static const struct s3_wire queue_configuration_members_wire[] = {
    {"Id"},
    {"Queue"},
    {"Event", S3_ELEMENT, S3_FLAT},
    {"Filter", .members = notification_configuration_filter_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_queue_configuration_members =
    S_STRUCTURE(queue_configuration_members);
static const struct slrun_param lambda_function_configuration_members[] = {
    {"Id", S_STRING, 0, "Name of this configuration, which events tell; made up unless given."},
    {"LambdaFunctionArn", S_STRING, SLRUN_REQUIRED, "ARN of the function that is invoked."},
    {"Events", S_LIST(shape_words_event), SLRUN_REQUIRED,
     "Events that are told: \"s3:ObjectCreated:*\", \"s3:ObjectRemoved:Delete\" and the like."},
    {"Filter", S_STRUCTURE(notification_configuration_filter_members), 0,
     "Which keys the events are told of; all unless given."},
    {.name = NULL},
};
static const struct s3_wire lambda_function_configuration_members_wire[] = {
    {"Id"},
    {"CloudFunction"},
    {"Event", S3_ELEMENT, S3_FLAT},
    {"Filter", .members = notification_configuration_filter_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_lambda_function_configuration_members =
    S_STRUCTURE(lambda_function_configuration_members);
static const struct slrun_param event_bridge_configuration_members[] = {
    {.name = NULL},
};
static const struct s3_wire event_bridge_configuration_members_wire[] = {
    {.name = NULL},
};

const struct slrun_param get_bucket_notification_configuration_result[] = {
    {"TopicConfigurations", S_LIST(shape_topic_configuration_members), 0,
     "Topics that are told, and of which events."},
    {"QueueConfigurations", S_LIST(shape_queue_configuration_members), 0,
     "Queues that are told, and of which events."},
    {"LambdaFunctionConfigurations", S_LIST(shape_lambda_function_configuration_members), 0,
     "Functions that are invoked, and for which events."},
    {"EventBridgeConfiguration", S_STRUCTURE(event_bridge_configuration_members), 0,
     "An empty table: all events go to EventBridge's default bus."},
    {.name = NULL},
};
const struct s3_wire get_bucket_notification_configuration_result_wire[] = {
    {"TopicConfiguration", S3_ELEMENT, S3_FLAT, .members = topic_configuration_members_wire},
    {"QueueConfiguration", S3_ELEMENT, S3_FLAT, .members = queue_configuration_members_wire},
    {"CloudFunctionConfiguration", S3_ELEMENT, S3_FLAT,
     .members = lambda_function_configuration_members_wire},
    {"EventBridgeConfiguration", .members = event_bridge_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_ownership_controls_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_ownership_controls_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param ownership_controls_rule_members[] = {
    {"ObjectOwnership", S_WORD(words_object_ownership), SLRUN_REQUIRED,
     "BucketOwnerEnforced (ACLs are off), BucketOwnerPreferred or ObjectWriter."},
    {.name = NULL},
};
static const struct s3_wire ownership_controls_rule_members_wire[] = {
    {"ObjectOwnership"},
    {.name = NULL},
};

static const struct slrun_shape shape_ownership_controls_rule_members =
    S_STRUCTURE(ownership_controls_rule_members);
static const struct slrun_param ownership_controls_members[] = {
    {"Rules", S_LIST(shape_ownership_controls_rule_members), SLRUN_REQUIRED,
     "One rule, with ObjectOwnership."},
    {.name = NULL},
};
static const struct s3_wire ownership_controls_members_wire[] = {
    {"Rule", S3_ELEMENT, S3_FLAT, .members = ownership_controls_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_ownership_controls_result[] = {
    {"OwnershipControls", S_STRUCTURE(ownership_controls_members), 0,
     "Who owns objects that others write: one rule, in Rules."},
    {.name = NULL},
};
const struct s3_wire get_bucket_ownership_controls_result_wire[] = {
    {"OwnershipControls", S3_PAYLOAD, .members = ownership_controls_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_policy_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_policy_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_policy_result[] = {
    {"Policy", S_STRING, 0, "The policy, a text of JSON, at most 20 KB."},
    {.name = NULL},
};
const struct s3_wire get_bucket_policy_result_wire[] = {
    {"Policy", S3_PAYLOAD},
    {.name = NULL},
};

const struct slrun_param get_bucket_policy_status_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_policy_status_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param policy_status_members[] = {
    {"IsPublic", S_BOOLEAN, 0, "Whether the policy lets anybody in."},
    {.name = NULL},
};
static const struct s3_wire policy_status_members_wire[] = {
    {"IsPublic"},
    {.name = NULL},
};

const struct slrun_param get_bucket_policy_status_result[] = {
    {"PolicyStatus", S_STRUCTURE(policy_status_members), 0,
     "Whether the policy makes the bucket public: a table with IsPublic."},
    {.name = NULL},
};
const struct s3_wire get_bucket_policy_status_result_wire[] = {
    {"PolicyStatus", S3_PAYLOAD, .members = policy_status_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_replication_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_replication_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param replication_rule_and_operator_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags that an object must have, all of them."},
    {.name = NULL},
};
static const struct s3_wire replication_rule_and_operator_members_wire[] = {
    {"Prefix"},
    {"Tag", S3_ELEMENT, S3_FLAT, .members = tag_members_wire},
    {.name = NULL},
};

static const struct slrun_param replication_rule_filter_members[] = {
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"Tag", S_STRUCTURE(tag_members), 0, "Tag that an object must have, name and value."},
    {"And", S_STRUCTURE(replication_rule_and_operator_members), 0,
     "Two or more conditions, all of which an object must meet."},
    {.name = NULL},
};
static const struct s3_wire replication_rule_filter_members_wire[] = {
    {"Prefix"},
    {"Tag", .members = tag_members_wire},
    {"And", .members = replication_rule_and_operator_members_wire},
    {.name = NULL},
};

static const char *const words_replication_rule_status[] = {"Enabled", "Disabled", NULL};
static const char *const words_sse_kms_encrypted_objects_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param sse_kms_encrypted_objects_members[] = {
    {"Status", S_WORD(words_sse_kms_encrypted_objects_status), SLRUN_REQUIRED,
     "Enabled or Disabled."},
    {.name = NULL},
};
static const struct s3_wire sse_kms_encrypted_objects_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

static const char *const words_replica_modifications_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param replica_modifications_members[] = {
    {"Status", S_WORD(words_replica_modifications_status), SLRUN_REQUIRED, "Enabled or Disabled."},
    {.name = NULL},
};
static const struct s3_wire replica_modifications_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

static const struct slrun_param source_selection_criteria_members[] = {
    {"SseKmsEncryptedObjects", S_STRUCTURE(sse_kms_encrypted_objects_members), 0,
     "Whether objects with SSE-KMS are replicated; they are not unless given."},
    {"ReplicaModifications", S_STRUCTURE(replica_modifications_members), 0,
     "Whether changes of replicas' metadata are replicated; they are not unless given."},
    {.name = NULL},
};
static const struct s3_wire source_selection_criteria_members_wire[] = {
    {"SseKmsEncryptedObjects", .members = sse_kms_encrypted_objects_members_wire},
    {"ReplicaModifications", .members = replica_modifications_members_wire},
    {.name = NULL},
};

static const char *const words_existing_object_replication_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param existing_object_replication_members[] = {
    {"Status", S_WORD(words_existing_object_replication_status), SLRUN_REQUIRED,
     "Enabled or Disabled."},
    {.name = NULL},
};
static const struct s3_wire existing_object_replication_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

static const char *const words_owner_override[] = {"Destination", NULL};
static const struct slrun_param access_control_translation_members[] = {
    {"Owner", S_WORD(words_owner_override), SLRUN_REQUIRED,
     "Destination: replicas belong to the owner of their bucket."},
    {.name = NULL},
};
static const struct s3_wire access_control_translation_members_wire[] = {
    {"Owner"},
    {.name = NULL},
};

static const struct slrun_param encryption_configuration_members[] = {
    {"ReplicaKmsKeyID", S_STRING, 0,
     "ARN of the KMS key, in the destination's region, that encrypts replicas."},
    {.name = NULL},
};
static const struct s3_wire encryption_configuration_members_wire[] = {
    {"ReplicaKmsKeyID"},
    {.name = NULL},
};

static const char *const words_replication_time_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param replication_time_value_members[] = {
    {"Minutes", S_INTEGER, 0, "Minutes: 15, no other number is taken."},
    {.name = NULL},
};
static const struct s3_wire replication_time_value_members_wire[] = {
    {"Minutes"},
    {.name = NULL},
};

static const struct slrun_param replication_time_members[] = {
    {"Status", S_WORD(words_replication_time_status), SLRUN_REQUIRED, "Enabled or Disabled."},
    {"Time", S_STRUCTURE(replication_time_value_members), SLRUN_REQUIRED,
     "Within which time replicas must be there: 15 minutes."},
    {.name = NULL},
};
static const struct s3_wire replication_time_members_wire[] = {
    {"Status"},
    {"Time", .members = replication_time_value_members_wire},
    {.name = NULL},
};

static const char *const words_metrics_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param metrics_members[] = {
    {"Status", S_WORD(words_metrics_status), SLRUN_REQUIRED, "Enabled or Disabled."},
    {"EventThreshold", S_STRUCTURE(replication_time_value_members), 0,
     "After how long a replica is late, which an event tells."},
    {.name = NULL},
};
static const struct s3_wire metrics_members_wire[] = {
    {"Status"},
    {"EventThreshold", .members = replication_time_value_members_wire},
    {.name = NULL},
};

static const struct slrun_param destination_members[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED,
     "ARN of the bucket that replicas go to: \"arn:aws:s3:::NAME\"."},
    {"Account", S_STRING, 0,
     "Account that owns the destination's bucket, 12 digits; with AccessControlTranslation."},
    {"StorageClass", S_WORD(words_storage_class), 0,
     "Storage class of replicas; that of the source unless given."},
    {"AccessControlTranslation", S_STRUCTURE(access_control_translation_members), 0,
     "Replicas belong to the owner of the destination's bucket (with Account); to the source's "
     "unless given."},
    {"EncryptionConfiguration", S_STRUCTURE(encryption_configuration_members), 0,
     "How replicas are encrypted; needed with SseKmsEncryptedObjects."},
    {"ReplicationTime", S_STRUCTURE(replication_time_members), 0,
     "Replicas within 15 minutes (Replication Time Control); with Metrics."},
    {"Metrics", S_STRUCTURE(metrics_members), 0,
     "Whether replication is counted, and late replicas are told."},
    {.name = NULL},
};
static const struct s3_wire destination_members_wire[] = {
    {"Bucket"},
    {"Account"},
    {"StorageClass"},
    {"AccessControlTranslation", .members = access_control_translation_members_wire},
    {"EncryptionConfiguration", .members = encryption_configuration_members_wire},
    {"ReplicationTime", .members = replication_time_members_wire},
    {"Metrics", .members = metrics_members_wire},
    {.name = NULL},
};

static const char *const words_delete_marker_replication_status[] = {"Enabled", "Disabled", NULL};
static const struct slrun_param delete_marker_replication_members[] = {
    {"Status", S_WORD(words_delete_marker_replication_status), 0, "Enabled or Disabled."},
    {.name = NULL},
};
static const struct s3_wire delete_marker_replication_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

static const struct slrun_param replication_rule_members[] = {
    {"ID", S_STRING, 0, "Name of the rule, at most 255 characters; made up unless given."},
    {"Priority", S_INTEGER, 0,
     "Which of two rules to one destination goes first: the greater number; needed with Filter."},
    {"Prefix", S_STRING, 0, "What keys must begin with; the old form, use Filter in its place."},
    {"Filter", S_STRUCTURE(replication_rule_filter_members), 0,
     "Which objects are replicated: Prefix, Tag or And; {} for all."},
    {"Status", S_WORD(words_replication_rule_status), SLRUN_REQUIRED,
     "Enabled, or Disabled: the rule is kept and does nothing."},
    {"SourceSelectionCriteria", S_STRUCTURE(source_selection_criteria_members), 0,
     "Whether objects with SSE-KMS and changes of replicas are replicated."},
    {"ExistingObjectReplication", S_STRUCTURE(existing_object_replication_members), 0,
     "Whether older objects are replicated; AWS does not take it any more."},
    {"Destination", S_STRUCTURE(destination_members), SLRUN_REQUIRED,
     "Where replicas go, and what they are like."},
    {"DeleteMarkerReplication", S_STRUCTURE(delete_marker_replication_members), 0,
     "Whether delete markers are replicated; needed with Filter."},
    {.name = NULL},
};
static const struct s3_wire replication_rule_members_wire[] = {
    {"ID"},
    {"Priority"},
    {"Prefix"},
    {"Filter", .members = replication_rule_filter_members_wire},
    {"Status"},
    {"SourceSelectionCriteria", .members = source_selection_criteria_members_wire},
    {"ExistingObjectReplication", .members = existing_object_replication_members_wire},
    {"Destination", .members = destination_members_wire},
    {"DeleteMarkerReplication", .members = delete_marker_replication_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_replication_rule_members =
    S_STRUCTURE(replication_rule_members);
static const struct slrun_param replication_configuration_members[] = {
    {"Role", S_STRING, SLRUN_REQUIRED, "ARN of the role in which S3 writes replicas."},
    {"Rules", S_LIST(shape_replication_rule_members), SLRUN_REQUIRED, "Rules, at most 1,000."},
    {.name = NULL},
};
static const struct s3_wire replication_configuration_members_wire[] = {
    {"Role"},
    {"Rule", S3_ELEMENT, S3_FLAT, .members = replication_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_replication_result[] = {
    {"ReplicationConfiguration", S_STRUCTURE(replication_configuration_members), 0,
     "Role, and in Rules what is replicated to where; at most 2 MB."},
    {.name = NULL},
};
const struct s3_wire get_bucket_replication_result_wire[] = {
    {"ReplicationConfiguration", S3_PAYLOAD, .members = replication_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_request_payment_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_request_payment_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_request_payment_result[] = {
    {"Payer", S_STRING, 0, "Who pays for requests and transfers: BucketOwner or Requester."},
    {.name = NULL},
};
const struct s3_wire get_bucket_request_payment_result_wire[] = {
    {"Payer"},
    {.name = NULL},
};

const struct slrun_param get_bucket_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_tagging_result[] = {
    {"TagSet", S_LIST(shape_tag_members), 0,
     "Tags, a list of Key and Value: of an object at most 10, of a bucket 50."},
    {.name = NULL},
};
const struct s3_wire get_bucket_tagging_result_wire[] = {
    {"TagSet", .item = "Tag", .members = tag_members_wire},
    {.name = NULL},
};

const struct slrun_param get_bucket_versioning_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_versioning_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_bucket_versioning_result[] = {
    {"Status", S_STRING, 0, "Enabled or Suspended; absent if it was never set."},
    {"MFADelete", S_STRING, 0, "Whether deleting versions needs MFA: Enabled or Disabled."},
    {.name = NULL},
};
const struct s3_wire get_bucket_versioning_result_wire[] = {
    {"Status"},
    {"MfaDelete"},
    {.name = NULL},
};

const struct slrun_param get_bucket_website_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_bucket_website_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_protocol[] = {"http", "https", NULL};
static const struct slrun_param redirect_all_requests_to_members[] = {
    {"HostName", S_STRING, SLRUN_REQUIRED,
     "Host that all requests are sent to: \"www.example.com\"."},
    {"Protocol", S_WORD(words_protocol), 0, "http or https; the request's own unless given."},
    {.name = NULL},
};
static const struct s3_wire redirect_all_requests_to_members_wire[] = {
    {"HostName"},
    {"Protocol"},
    {.name = NULL},
};

static const struct slrun_param index_document_members[] = {
    {"Suffix", S_STRING, SLRUN_REQUIRED,
     "What is put behind a path that ends in /: \"index.html\"; without a slash of its own."},
    {.name = NULL},
};
static const struct s3_wire index_document_members_wire[] = {
    {"Suffix"},
    {.name = NULL},
};

static const struct slrun_param error_document_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object that is served."},
    {.name = NULL},
};
static const struct s3_wire error_document_members_wire[] = {
    {"Key"},
    {.name = NULL},
};

static const struct slrun_param condition_members[] = {
    {"HttpErrorCodeReturnedEquals", S_STRING, 0,
     "Only where the answer would be this error: \"404\"."},
    {"KeyPrefixEquals", S_STRING, 0, "Only keys that begin with this: \"docs/\"."},
    {.name = NULL},
};
static const struct s3_wire condition_members_wire[] = {
    {"HttpErrorCodeReturnedEquals"},
    {"KeyPrefixEquals"},
    {.name = NULL},
};

static const struct slrun_param redirect_members[] = {
    {"HostName", S_STRING, 0,
     "Host that requests are sent to: \"www.example.com\"; the same one unless given."},
    {"HttpRedirectCode", S_STRING, 0, "Status of the redirect: \"301\" unless given."},
    {"Protocol", S_WORD(words_protocol), 0, "http or https; the request's own unless given."},
    {"ReplaceKeyPrefixWith", S_STRING, 0,
     "What stands in place of KeyPrefixEquals; not together with ReplaceKeyWith."},
    {"ReplaceKeyWith", S_STRING, 0,
     "Key that requests are sent to; not together with ReplaceKeyPrefixWith."},
    {.name = NULL},
};
static const struct s3_wire redirect_members_wire[] = {
    {"HostName"},       {"HttpRedirectCode"}, {"Protocol"}, {"ReplaceKeyPrefixWith"},
    {"ReplaceKeyWith"}, {.name = NULL},
};

static const struct slrun_param routing_rule_members[] = {
    {"Condition", S_STRUCTURE(condition_members), 0,
     "When the rule applies; to every request unless given."},
    {"Redirect", S_STRUCTURE(redirect_members), SLRUN_REQUIRED, "Where requests are sent."},
    {.name = NULL},
};
static const struct s3_wire routing_rule_members_wire[] = {
    {"Condition", .members = condition_members_wire},
    {"Redirect", .members = redirect_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_routing_rule_members = S_STRUCTURE(routing_rule_members);
const struct slrun_param get_bucket_website_result[] = {
    {"RedirectAllRequestsTo", S_STRUCTURE(redirect_all_requests_to_members), 0,
     "Sends every request to another host; nothing else may be given then."},
    {"IndexDocument", S_STRUCTURE(index_document_members), 0,
     "Object that is served where a path ends in /."},
    {"ErrorDocument", S_STRUCTURE(error_document_members), 0,
     "Object that is served in place of errors 4XX."},
    {"RoutingRules", S_LIST(shape_routing_rule_members), 0,
     "Redirects; the first rule whose Condition holds applies."},
    {.name = NULL},
};
const struct s3_wire get_bucket_website_result_wire[] = {
    {"RedirectAllRequestsTo", .members = redirect_all_requests_to_members_wire},
    {"IndexDocument", .members = index_document_members_wire},
    {"ErrorDocument", .members = error_document_members_wire},
    {"RoutingRules", .item = "RoutingRule", .members = routing_rule_members_wire},
    {.name = NULL},
};

static const char *const words_checksum_mode[] = {"ENABLED", NULL};
const struct slrun_param get_object_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"IfMatch", S_STRING, 0, "Only if the object has this ETag; else 412."},
    {"IfModifiedSince", S_TIMESTAMP, 0,
     "Only if the object was written after this time, seconds since 1970; else 304."},
    {"IfNoneMatch", S_STRING, 0, "Only if the object has another ETag; else 304."},
    {"IfUnmodifiedSince", S_TIMESTAMP, 0,
     "Only if the object was not written after this time, seconds since 1970; else 412."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Range", S_STRING, 0, "Bytes asked for: \"bytes=0-99\"."},
    {"ResponseCacheControl", S_STRING, 0,
     "Cache-Control of this answer in place of the object's; of signed requests only."},
    {"ResponseContentDisposition", S_STRING, 0,
     "Content-Disposition of this answer in place of the object's; of signed requests only."},
    {"ResponseContentEncoding", S_STRING, 0,
     "Content-Encoding of this answer in place of the object's; of signed requests only."},
    {"ResponseContentLanguage", S_STRING, 0,
     "Content-Language of this answer in place of the object's; of signed requests only."},
    {"ResponseContentType", S_STRING, 0,
     "Content-Type of this answer in place of the object's; of signed requests only."},
    {"ResponseExpires", S_TIMESTAMP, 0,
     "Expires of this answer in place of the object's, seconds since 1970; of signed requests "
     "only."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"PartNumber", S_INTEGER, 0,
     "Only this part of a multipart object, 1 to 10,000; not together with Range."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"ChecksumMode", S_WORD(words_checksum_mode), 0,
     "ENABLED unless given: the answer has a checksum, which is checked."},
    {"SaveAs", S_STRING, 0, "File that the body goes to; the result then has no Body."},
    {.name = NULL},
};
const struct s3_wire get_object_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"If-Match", S3_HEADER},
    {"If-Modified-Since", S3_HEADER, S3_HTTP_DATE},
    {"If-None-Match", S3_HEADER},
    {"If-Unmodified-Since", S3_HEADER, S3_HTTP_DATE},
    {"Key", S3_LABEL},
    {"Range", S3_HEADER},
    {"response-cache-control", S3_QUERY},
    {"response-content-disposition", S3_QUERY},
    {"response-content-encoding", S3_QUERY},
    {"response-content-language", S3_QUERY},
    {"response-content-type", S3_QUERY},
    {"response-expires", S3_QUERY, S3_HTTP_DATE},
    {"versionId", S3_QUERY},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"partNumber", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-checksum-mode", S3_HEADER},
    {"SaveAs", S3_SAVE_AS},
    {.name = NULL},
};

const struct slrun_param get_object_result[] = {
    {"Body", S_BLOB, 0, "Bytes of the object or of the range; absent with SaveAs."},
    {"DeleteMarker", S_BOOLEAN, 0, "true: it is a delete marker; else absent."},
    {"AcceptRanges", S_STRING, 0, "\"bytes\": ranges of the object may be asked for."},
    {"Expiration", S_STRING, 0,
     "When a lifecycle rule deletes the object: 'expiry-date=\"...\", rule-id=\"...\"'; absent if "
     "none does."},
    {"Restore", S_STRING, 0,
     "Of an archived object: 'ongoing-request=\"false\", expiry-date=\"...\"'; absent if none was "
     "asked for."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ContentLength", S_INTEGER, 0, "Bytes of the body; of a range its bytes, not the object's."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {"ChecksumType", S_STRING, 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"MissingMeta", S_INTEGER, 0,
     "How many entries of Metadata no header can carry; absent if all came."},
    {"VersionId", S_STRING, 0, "Version that it was; absent without versioning."},
    {"CacheControl", S_STRING, 0,
     "Cache-Control that the object is served with: \"max-age=3600\"."},
    {"ContentDisposition", S_STRING, 0,
     "Content-Disposition that the object is served with: 'attachment; filename=\"a.txt\"'."},
    {"ContentEncoding", S_STRING, 0, "Content-Encoding that the object is served with: \"gzip\"."},
    {"ContentLanguage", S_STRING, 0, "Content-Language that the object is served with: \"en\"."},
    {"ContentRange", S_STRING, 0,
     "Which bytes came, and of how many: \"bytes 0-99/1234\"; absent without Range."},
    {"ContentType", S_STRING, 0,
     "Media type of the object: \"application/json\"; binary/octet-stream unless given."},
    {"Expires", S_TIMESTAMP, 0, "Expires that the object is served with, seconds since 1970."},
    {"WebsiteRedirectLocation", S_STRING, 0,
     "Where a website sends requests for this object: \"/other\" or a URL."},
    {"ServerSideEncryption", S_STRING, 0, "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKeyMD5", S_STRING, 0, "MD5 of the object's own key (SSE-C), in base64."},
    {"SSEKMSKeyId", S_STRING, 0,
     "ARN of the KMS key that encrypts the object; absent without SSE-KMS."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"StorageClass", S_STRING, 0, "Storage class; absent: STANDARD."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"ReplicationStatus", S_STRING, 0,
     "Of a source PENDING, COMPLETED or FAILED, of a replica REPLICA; absent where no rule "
     "applies."},
    {"PartsCount", S_INTEGER, 0, "How many parts the object has; with PartNumber only."},
    {"TagCount", S_INTEGER, 0, "How many tags the object has; absent if it has none."},
    {"ObjectLockMode", S_STRING, 0,
     "Mode of the object's retention: GOVERNANCE or COMPLIANCE; with ObjectLockRetainUntilDate."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0,
     "When the object's retention ends, seconds since 1970; with ObjectLockMode."},
    {"ObjectLockLegalHoldStatus", S_STRING, 0,
     "Whether the object is under legal hold: ON or OFF."},
    {"ObjectLockEventHold", S_STRING, 0, "Whether the object is under an event hold: ON or OFF."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Days that the object is kept after the event hold's end; in place of years."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Years that the object is kept after the event hold's end; in place of days."},
    {.name = NULL},
};
const struct s3_wire get_object_result_wire[] = {
    {"Body", S3_PAYLOAD},
    {"x-amz-delete-marker", S3_HEADER},
    {"accept-ranges", S3_HEADER},
    {"x-amz-expiration", S3_HEADER},
    {"x-amz-restore", S3_HEADER},
    {"Last-Modified", S3_HEADER, S3_HTTP_DATE},
    {"Content-Length", S3_HEADER},
    {"ETag", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"x-amz-missing-meta", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"Cache-Control", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-Range", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-meta-", S3_META},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-replication-status", S3_HEADER},
    {"x-amz-mp-parts-count", S3_HEADER},
    {"x-amz-tagging-count", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_object_acl_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_object_acl_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_object_acl_result[] = {
    {"Owner", S_STRUCTURE(owner_members), 0, "Account that owns it."},
    {"Grants", S_LIST(shape_grant_members), 0, "Who is allowed what, at most 100."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire get_object_acl_result_wire[] = {
    {"Owner", .members = owner_members_wire},
    {"AccessControlList", .item = "Grant", .members = grant_members_wire},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

static const char *const words_object_attributes[] = {"ETag",         "Checksum",   "ObjectParts",
                                                      "StorageClass", "ObjectSize", NULL};
static const struct slrun_shape shape_words_object_attributes = S_WORD(words_object_attributes);
const struct slrun_param get_object_attributes_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"MaxParts", S_INTEGER, 0, "Most parts of a page, at most 1,000; 1,000 unless given."},
    {"PartNumberMarker", S_INTEGER, 0, "Number of the part behind which the list begins."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"ObjectAttributes", S_LIST(shape_words_object_attributes), SLRUN_REQUIRED,
     "What is asked for: ETag, Checksum, ObjectParts, StorageClass, ObjectSize."},
    {.name = NULL},
};
const struct s3_wire get_object_attributes_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-max-parts", S3_HEADER},
    {"x-amz-part-number-marker", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-object-attributes", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param checksum_members[] = {
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {"ChecksumType", S_WORD(words_checksum_type), 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {.name = NULL},
};
static const struct s3_wire checksum_members_wire[] = {
    {"ChecksumCRC32"},   {"ChecksumCRC32C"},    {"ChecksumCRC64NVME"}, {"ChecksumSHA1"},
    {"ChecksumSHA256"},  {"ChecksumSHA512"},    {"ChecksumMD5"},       {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"}, {"ChecksumXXHASH128"}, {"ChecksumType"},      {.name = NULL},
};

static const struct slrun_param object_part_members[] = {
    {"PartNumber", S_INTEGER, 0, "Number of the part, 1 to 10,000."},
    {"Size", S_INTEGER, 0, "Size in bytes."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {.name = NULL},
};
static const struct s3_wire object_part_members_wire[] = {
    {"PartNumber"},        {"Size"},
    {"ChecksumCRC32"},     {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"}, {"ChecksumSHA1"},
    {"ChecksumSHA256"},    {"ChecksumSHA512"},
    {"ChecksumMD5"},       {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},   {"ChecksumXXHASH128"},
    {.name = NULL},
};

static const struct slrun_shape shape_object_part_members = S_STRUCTURE(object_part_members);
static const struct slrun_param get_object_attributes_parts_members[] = {
    {"TotalPartsCount", S_INTEGER, 0, "How many parts the object has."},
    {"PartNumberMarker", S_INTEGER, 0, "PartNumberMarker of the request."},
    {"NextPartNumberMarker", S_INTEGER, 0, "PartNumberMarker of the next page."},
    {"MaxParts", S_INTEGER, 0, "Most parts that the page could have."},
    {"IsTruncated", S_BOOLEAN, 0, "Whether there are more than this page has."},
    {"Parts", S_LIST(shape_object_part_members), 0, "Parts of this page."},
    {.name = NULL},
};
static const struct s3_wire get_object_attributes_parts_members_wire[] = {
    {"PartsCount"},           {"PartNumberMarker"},
    {"NextPartNumberMarker"}, {"MaxParts"},
    {"IsTruncated"},          {"Part", S3_ELEMENT, S3_FLAT, .members = object_part_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_attributes_result[] = {
    {"DeleteMarker", S_BOOLEAN, 0, "true: it is a delete marker; else absent."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"VersionId", S_STRING, 0, "Version that it was; absent without versioning."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"ETag", S_STRING, 0, "Tag of the content, here without quotes."},
    {"Checksum", S_STRUCTURE(checksum_members), 0, "Checksums of the object, each in base64."},
    {"ObjectParts", S_STRUCTURE(get_object_attributes_parts_members), 0,
     "Parts of a multipart object; absent of others."},
    {"StorageClass", S_STRING, 0, "Storage class; absent: STANDARD."},
    {"ObjectSize", S_INTEGER, 0, "Size of the object in bytes."},
    {.name = NULL},
};
const struct s3_wire get_object_attributes_result_wire[] = {
    {"x-amz-delete-marker", S3_HEADER},
    {"Last-Modified", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"ETag"},
    {"Checksum", .members = checksum_members_wire},
    {"ObjectParts", .members = get_object_attributes_parts_members_wire},
    {"StorageClass"},
    {"ObjectSize"},
    {.name = NULL},
};

const struct slrun_param get_object_legal_hold_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_object_legal_hold_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param object_lock_legal_hold_members[] = {
    {"Status", S_WORD(words_object_lock_legal_hold_status), 0, "ON or OFF."},
    {.name = NULL},
};
static const struct s3_wire object_lock_legal_hold_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

const struct slrun_param get_object_legal_hold_result[] = {
    {"LegalHold", S_STRUCTURE(object_lock_legal_hold_members), 0,
     "Whether there is a legal hold: a table with Status."},
    {.name = NULL},
};
const struct s3_wire get_object_legal_hold_result_wire[] = {
    {"LegalHold", S3_PAYLOAD, .members = object_lock_legal_hold_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_lock_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_object_lock_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_object_lock_enabled[] = {"Enabled", NULL};
static const char *const words_object_lock_retention_mode[] = {"GOVERNANCE", "COMPLIANCE", NULL};
static const struct slrun_param event_hold_duration_members[] = {
    {"Days", S_INTEGER, 0,
     "Days that objects are kept after the hold's end, 1 to 36,500; in place of Years."},
    {"Years", S_INTEGER, 0,
     "Years that objects are kept after the hold's end, 1 to 100; in place of Days."},
    {.name = NULL},
};
static const struct s3_wire event_hold_duration_members_wire[] = {
    {"Days"},
    {"Years"},
    {.name = NULL},
};

static const struct slrun_param default_retention_members[] = {
    {"Mode", S_WORD(words_object_lock_retention_mode), 0,
     "GOVERNANCE (may be overridden by those who are allowed to) or COMPLIANCE (by nobody)."},
    {"Days", S_INTEGER, 0,
     "Days that new objects are retained, from 1 on, with Mode; in place of Years."},
    {"Years", S_INTEGER, 0,
     "Years that new objects are retained, from 1 on, with Mode; in place of Days."},
    {"DefaultEventHold", S_STRUCTURE(event_hold_duration_members), 0,
     "Puts new objects under an event hold of this duration."},
    {.name = NULL},
};
static const struct s3_wire default_retention_members_wire[] = {
    {"Mode"},       {"Days"},
    {"Years"},      {"DefaultEventHold", .members = event_hold_duration_members_wire},
    {.name = NULL},
};

static const struct slrun_param object_lock_rule_members[] = {
    {"DefaultRetention", S_STRUCTURE(default_retention_members), 0,
     "What retention new objects get: Mode, and Days or Years."},
    {.name = NULL},
};
static const struct s3_wire object_lock_rule_members_wire[] = {
    {"DefaultRetention", .members = default_retention_members_wire},
    {.name = NULL},
};

static const struct slrun_param object_lock_configuration_members[] = {
    {"ObjectLockEnabled", S_WORD(words_object_lock_enabled), 0,
     "Enabled; it cannot be taken back."},
    {"Rule", S_STRUCTURE(object_lock_rule_members), 0,
     "What retention new objects get; none unless given."},
    {.name = NULL},
};
static const struct s3_wire object_lock_configuration_members_wire[] = {
    {"ObjectLockEnabled"},
    {"Rule", .members = object_lock_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_lock_configuration_result[] = {
    {"ObjectLockConfiguration", S_STRUCTURE(object_lock_configuration_members), 0,
     "ObjectLockEnabled, and in Rule the retention of new objects."},
    {.name = NULL},
};
const struct s3_wire get_object_lock_configuration_result_wire[] = {
    {"ObjectLockConfiguration", S3_PAYLOAD, .members = object_lock_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_retention_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_object_retention_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param object_lock_retention_members[] = {
    {"Mode", S_WORD(words_object_lock_retention_mode), 0,
     "GOVERNANCE (may be overridden by those who are allowed to) or COMPLIANCE (by nobody)."},
    {"RetainUntilDate", S_TIMESTAMP, 0, "When the retention ends, seconds since 1970."},
    {"EventHold", S_WORD(words_object_lock_event_hold), 0,
     "ON: the object is kept until the hold's end and EventHoldDuration after it. OFF ends the "
     "hold."},
    {"EventHoldDuration", S_STRUCTURE(event_hold_duration_members), 0,
     "How long the object is kept after the event hold's end."},
    {.name = NULL},
};
static const struct s3_wire object_lock_retention_members_wire[] = {
    {"Mode"},       {"RetainUntilDate"},
    {"EventHold"},  {"EventHoldDuration", .members = event_hold_duration_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_retention_result[] = {
    {"Retention", S_STRUCTURE(object_lock_retention_members), 0, "Mode and end of the retention."},
    {.name = NULL},
};
const struct s3_wire get_object_retention_result_wire[] = {
    {"Retention", S3_PAYLOAD, .members = object_lock_retention_members_wire},
    {.name = NULL},
};

const struct slrun_param get_object_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {.name = NULL},
};
const struct s3_wire get_object_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param get_object_tagging_result[] = {
    {"VersionId", S_STRING, 0, "Version that it was; absent without versioning."},
    {"TagSet", S_LIST(shape_tag_members), 0,
     "Tags, a list of Key and Value: of an object at most 10, of a bucket 50."},
    {.name = NULL},
};
const struct s3_wire get_object_tagging_result_wire[] = {
    {"x-amz-version-id", S3_HEADER},
    {"TagSet", .item = "Tag", .members = tag_members_wire},
    {.name = NULL},
};

const struct slrun_param get_public_access_block_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire get_public_access_block_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param public_access_block_configuration_members[] = {
    {"BlockPublicAcls", S_BOOLEAN, 0,
     "Refuses public ACLs, of the bucket and of objects; false unless given."},
    {"IgnorePublicAcls", S_BOOLEAN, 0,
     "Grants of public ACLs count for nothing; false unless given."},
    {"BlockPublicPolicy", S_BOOLEAN, 0,
     "Refuses policies that make the bucket public; false unless given."},
    {"RestrictPublicBuckets", S_BOOLEAN, 0,
     "A public policy counts for AWS services and this account only; false unless given."},
    {.name = NULL},
};
static const struct s3_wire public_access_block_configuration_members_wire[] = {
    {"BlockPublicAcls"},       {"IgnorePublicAcls"}, {"BlockPublicPolicy"},
    {"RestrictPublicBuckets"}, {.name = NULL},
};

const struct slrun_param get_public_access_block_result[] = {
    {"PublicAccessBlockConfiguration", S_STRUCTURE(public_access_block_configuration_members), 0,
     "Four switches: what is public is refused or does not count."},
    {.name = NULL},
};
const struct s3_wire get_public_access_block_result_wire[] = {
    {"PublicAccessBlockConfiguration", S3_PAYLOAD,
     .members = public_access_block_configuration_members_wire},
    {.name = NULL},
};

const struct slrun_param head_bucket_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire head_bucket_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param head_bucket_result[] = {
    {"BucketArn", S_STRING, 0, "ARN of the bucket; of directory buckets only."},
    {"BucketLocationType", S_STRING, 0, "Of a directory bucket: AvailabilityZone or LocalZone."},
    {"BucketLocationName", S_STRING, 0, "Zone of a directory bucket: \"usw2-az1\"."},
    {"BucketRegion", S_STRING, 0, "Region of the bucket."},
    {"AccessPointAlias", S_BOOLEAN, 0, "Whether Bucket was the alias of an access point."},
    {.name = NULL},
};
const struct s3_wire head_bucket_result_wire[] = {
    {"x-amz-bucket-arn", S3_HEADER},           {"x-amz-bucket-location-type", S3_HEADER},
    {"x-amz-bucket-location-name", S3_HEADER}, {"x-amz-bucket-region", S3_HEADER},
    {"x-amz-access-point-alias", S3_HEADER},   {.name = NULL},
};

const struct slrun_param head_object_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"IfMatch", S_STRING, 0, "Only if the object has this ETag; else 412."},
    {"IfModifiedSince", S_TIMESTAMP, 0,
     "Only if the object was written after this time, seconds since 1970; else 304."},
    {"IfNoneMatch", S_STRING, 0, "Only if the object has another ETag; else 304."},
    {"IfUnmodifiedSince", S_TIMESTAMP, 0,
     "Only if the object was not written after this time, seconds since 1970; else 412."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Range", S_STRING, 0, "Bytes asked for: \"bytes=0-99\"."},
    {"ResponseCacheControl", S_STRING, 0,
     "Cache-Control of this answer in place of the object's; of signed requests only."},
    {"ResponseContentDisposition", S_STRING, 0,
     "Content-Disposition of this answer in place of the object's; of signed requests only."},
    {"ResponseContentEncoding", S_STRING, 0,
     "Content-Encoding of this answer in place of the object's; of signed requests only."},
    {"ResponseContentLanguage", S_STRING, 0,
     "Content-Language of this answer in place of the object's; of signed requests only."},
    {"ResponseContentType", S_STRING, 0,
     "Content-Type of this answer in place of the object's; of signed requests only."},
    {"ResponseExpires", S_TIMESTAMP, 0,
     "Expires of this answer in place of the object's, seconds since 1970; of signed requests "
     "only."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"PartNumber", S_INTEGER, 0,
     "Only this part of a multipart object, 1 to 10,000; not together with Range."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"ChecksumMode", S_WORD(words_checksum_mode), 0,
     "ENABLED unless given: the answer has a checksum, which is checked."},
    {.name = NULL},
};
const struct s3_wire head_object_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"If-Match", S3_HEADER},
    {"If-Modified-Since", S3_HEADER, S3_HTTP_DATE},
    {"If-None-Match", S3_HEADER},
    {"If-Unmodified-Since", S3_HEADER, S3_HTTP_DATE},
    {"Key", S3_LABEL},
    {"Range", S3_HEADER},
    {"response-cache-control", S3_QUERY},
    {"response-content-disposition", S3_QUERY},
    {"response-content-encoding", S3_QUERY},
    {"response-content-language", S3_QUERY},
    {"response-content-type", S3_QUERY},
    {"response-expires", S3_QUERY, S3_HTTP_DATE},
    {"versionId", S3_QUERY},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"partNumber", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-checksum-mode", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param head_object_result[] = {
    {"DeleteMarker", S_BOOLEAN, 0, "true: it is a delete marker; else absent."},
    {"AcceptRanges", S_STRING, 0, "\"bytes\": ranges of the object may be asked for."},
    {"Expiration", S_STRING, 0,
     "When a lifecycle rule deletes the object: 'expiry-date=\"...\", rule-id=\"...\"'; absent if "
     "none does."},
    {"Restore", S_STRING, 0,
     "Of an archived object: 'ongoing-request=\"false\", expiry-date=\"...\"'; absent if none was "
     "asked for."},
    {"ArchiveStatus", S_STRING, 0,
     "Of Intelligent-Tiering: ARCHIVE_ACCESS or DEEP_ARCHIVE_ACCESS where the object is archived."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ContentLength", S_INTEGER, 0, "Bytes of the body; of a range its bytes, not the object's."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {"ChecksumType", S_STRING, 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"MissingMeta", S_INTEGER, 0,
     "How many entries of Metadata no header can carry; absent if all came."},
    {"VersionId", S_STRING, 0, "Version that it was; absent without versioning."},
    {"CacheControl", S_STRING, 0,
     "Cache-Control that the object is served with: \"max-age=3600\"."},
    {"ContentDisposition", S_STRING, 0,
     "Content-Disposition that the object is served with: 'attachment; filename=\"a.txt\"'."},
    {"ContentEncoding", S_STRING, 0, "Content-Encoding that the object is served with: \"gzip\"."},
    {"ContentLanguage", S_STRING, 0, "Content-Language that the object is served with: \"en\"."},
    {"ContentType", S_STRING, 0,
     "Media type of the object: \"application/json\"; binary/octet-stream unless given."},
    {"ContentRange", S_STRING, 0,
     "Which bytes came, and of how many: \"bytes 0-99/1234\"; absent without Range."},
    {"Expires", S_TIMESTAMP, 0, "Expires that the object is served with, seconds since 1970."},
    {"WebsiteRedirectLocation", S_STRING, 0,
     "Where a website sends requests for this object: \"/other\" or a URL."},
    {"ServerSideEncryption", S_STRING, 0, "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKeyMD5", S_STRING, 0, "MD5 of the object's own key (SSE-C), in base64."},
    {"SSEKMSKeyId", S_STRING, 0,
     "ARN of the KMS key that encrypts the object; absent without SSE-KMS."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"StorageClass", S_STRING, 0, "Storage class; absent: STANDARD."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"ReplicationStatus", S_STRING, 0,
     "Of a source PENDING, COMPLETED or FAILED, of a replica REPLICA; absent where no rule "
     "applies."},
    {"PartsCount", S_INTEGER, 0, "How many parts the object has; with PartNumber only."},
    {"TagCount", S_INTEGER, 0, "How many tags the object has; absent if it has none."},
    {"ObjectLockMode", S_STRING, 0,
     "Mode of the object's retention: GOVERNANCE or COMPLIANCE; with ObjectLockRetainUntilDate."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0,
     "When the object's retention ends, seconds since 1970; with ObjectLockMode."},
    {"ObjectLockLegalHoldStatus", S_STRING, 0,
     "Whether the object is under legal hold: ON or OFF."},
    {"ObjectLockEventHold", S_STRING, 0, "Whether the object is under an event hold: ON or OFF."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Days that the object is kept after the event hold's end; in place of years."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Years that the object is kept after the event hold's end; in place of days."},
    {.name = NULL},
};
const struct s3_wire head_object_result_wire[] = {
    {"x-amz-delete-marker", S3_HEADER},
    {"accept-ranges", S3_HEADER},
    {"x-amz-expiration", S3_HEADER},
    {"x-amz-restore", S3_HEADER},
    {"x-amz-archive-status", S3_HEADER},
    {"Last-Modified", S3_HEADER, S3_HTTP_DATE},
    {"Content-Length", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"ETag", S3_HEADER},
    {"x-amz-missing-meta", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"Cache-Control", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"Content-Range", S3_HEADER},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-meta-", S3_META},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-replication-status", S3_HEADER},
    {"x-amz-mp-parts-count", S3_HEADER},
    {"x-amz-tagging-count", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_buckets_params[] = {
    {"MaxBuckets", S_INTEGER, 0, "Most buckets of a page, 1 to 10,000; all unless given."},
    {"ContinuationToken", S_STRING, 0, "Where the page before ended."},
    {"Prefix", S_STRING, 0, "What names of buckets must begin with."},
    {"BucketRegion", S_STRING, 0, "Only buckets of this region."},
    {.name = NULL},
};
const struct s3_wire list_buckets_params_wire[] = {
    {"max-buckets", S3_QUERY},
    {"continuation-token", S3_QUERY},
    {"prefix", S3_QUERY},
    {"bucket-region", S3_QUERY},
    {.name = NULL},
};

static const struct slrun_param bucket_members[] = {
    {"Name", S_STRING, 0, "Name of the bucket."},
    {"CreationDate", S_TIMESTAMP, 0, "When the bucket was made or changed, seconds since 1970."},
    {"BucketRegion", S_STRING, 0, "Region of the bucket."},
    {"BucketArn", S_STRING, 0, "ARN of the bucket; of directory buckets only."},
    {.name = NULL},
};
static const struct s3_wire bucket_members_wire[] = {
    {"Name"}, {"CreationDate"}, {"BucketRegion"}, {"BucketArn"}, {.name = NULL},
};

static const struct slrun_shape shape_bucket_members = S_STRUCTURE(bucket_members);
const struct slrun_param list_buckets_result[] = {
    {"Buckets", S_LIST(shape_bucket_members), 0, "Buckets of this page."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Account that owns the buckets."},
    {"ContinuationToken", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Prefix", S_STRING, 0, "Prefix of the request."},
    {.name = NULL},
};
const struct s3_wire list_buckets_result_wire[] = {
    {"Buckets", .item = "Bucket", .members = bucket_members_wire},
    {"Owner", .members = owner_members_wire},
    {"ContinuationToken"},
    {"Prefix"},
    {.name = NULL},
};

const struct slrun_param list_multipart_uploads_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delimiter", S_STRING, 0,
     "Groups keys that are the same up to this text behind Prefix: \"/\". See CommonPrefixes."},
    {"KeyMarker", S_STRING, 0,
     "Key behind which the list begins: NextKeyMarker of the page before."},
    {"MaxUploads", S_INTEGER, 0, "Most uploads of a page, 1 to 1,000; 1,000 unless given."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"UploadIdMarker", S_STRING, 0,
     "With KeyMarker: upload of that key behind which the list begins."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {.name = NULL},
};
const struct s3_wire list_multipart_uploads_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"delimiter", S3_QUERY},
    {"key-marker", S3_QUERY},
    {"max-uploads", S3_QUERY},
    {"prefix", S3_QUERY},
    {"upload-id-marker", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param initiator_members[] = {
    {"ID", S_STRING, 0, "Canonical id of an account, or ARN of a user."},
    {"DisplayName", S_STRING, 0, "Name of the account; AWS sends none any more."},
    {.name = NULL},
};
static const struct s3_wire initiator_members_wire[] = {
    {"ID"},
    {"DisplayName"},
    {.name = NULL},
};

static const struct slrun_param multipart_upload_members[] = {
    {"UploadId", S_STRING, 0, "Id of the multipart upload."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"Initiated", S_TIMESTAMP, 0, "When the upload was begun, seconds since 1970."},
    {"StorageClass", S_WORD(words_storage_class), 0, "Storage class that the object will have."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Account that owns it."},
    {"Initiator", S_STRUCTURE(initiator_members), 0, "Who began the upload."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "Of which algorithm the upload's checksums are."},
    {"ChecksumType", S_WORD(words_checksum_type), 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"VersionId", S_STRING, 0, "Version of the object; absent without versioning."},
    {.name = NULL},
};
static const struct s3_wire multipart_upload_members_wire[] = {
    {"UploadId"},
    {"Key"},
    {"Initiated"},
    {"StorageClass"},
    {"Owner", .members = owner_members_wire},
    {"Initiator", .members = initiator_members_wire},
    {"ChecksumAlgorithm"},
    {"ChecksumType"},
    {"VersionId"},
    {.name = NULL},
};

static const struct slrun_shape shape_multipart_upload_members =
    S_STRUCTURE(multipart_upload_members);
static const struct slrun_param common_prefix_members[] = {
    {"Prefix", S_STRING, 0, "What the keys begin with, up to the delimiter, which is its end."},
    {.name = NULL},
};
static const struct s3_wire common_prefix_members_wire[] = {
    {"Prefix"},
    {.name = NULL},
};

static const struct slrun_shape shape_common_prefix_members = S_STRUCTURE(common_prefix_members);
const struct slrun_param list_multipart_uploads_result[] = {
    {"Bucket", S_STRING, 0, "Name of the bucket."},
    {"KeyMarker", S_STRING, 0, "KeyMarker of the request."},
    {"UploadIdMarker", S_STRING, 0, "UploadIdMarker of the request."},
    {"NextKeyMarker", S_STRING, 0, "KeyMarker of the next page; absent on the last."},
    {"Prefix", S_STRING, 0, "Prefix of the request."},
    {"Delimiter", S_STRING, 0, "Delimiter of the request."},
    {"NextUploadIdMarker", S_STRING, 0, "UploadIdMarker of the next page; absent on the last."},
    {"MaxUploads", S_INTEGER, 0, "Most uploads that the page could have."},
    {"IsTruncated", S_BOOLEAN, 0, "Whether there are more than this page has."},
    {"Uploads", S_LIST(shape_multipart_upload_members), 0,
     "Uploads of this page that are under way."},
    {"CommonPrefixes", S_LIST(shape_common_prefix_members), 0,
     "What keys have in common up to Delimiter, each once in place of its keys."},
    {"EncodingType", S_STRING, 0,
     "\"url\": keys are encoded on the wire; here they are decoded already."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire list_multipart_uploads_result_wire[] = {
    {"Bucket"},
    {"KeyMarker"},
    {"UploadIdMarker"},
    {"NextKeyMarker"},
    {"Prefix"},
    {"Delimiter"},
    {"NextUploadIdMarker"},
    {"MaxUploads"},
    {"IsTruncated"},
    {"Upload", S3_ELEMENT, S3_FLAT, .members = multipart_upload_members_wire},
    {"CommonPrefixes", S3_ELEMENT, S3_FLAT, .members = common_prefix_members_wire},
    {"EncodingType"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

static const char *const words_optional_object_attributes[] = {"RestoreStatus", NULL};
static const struct slrun_shape shape_words_optional_object_attributes =
    S_WORD(words_optional_object_attributes);
const struct slrun_param list_object_versions_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delimiter", S_STRING, 0,
     "Groups keys that are the same up to this text behind Prefix: \"/\". See CommonPrefixes."},
    {"KeyMarker", S_STRING, 0,
     "Key behind which the list begins: NextKeyMarker of the page before."},
    {"MaxKeys", S_INTEGER, 0,
     "Most items of a page, keys and prefixes, at most 1,000; 1,000 unless given."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"VersionIdMarker", S_STRING, 0,
     "With KeyMarker: version of that key behind which the list begins."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"OptionalObjectAttributes", S_LIST(shape_words_optional_object_attributes), 0,
     "What else is told of each object: RestoreStatus."},
    {.name = NULL},
};
const struct s3_wire list_object_versions_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"delimiter", S3_QUERY},
    {"key-marker", S3_QUERY},
    {"max-keys", S3_QUERY},
    {"prefix", S3_QUERY},
    {"version-id-marker", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-optional-object-attributes", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_shape shape_words_checksum_algorithm = S_WORD(words_checksum_algorithm);
static const char *const words_object_version_storage_class[] = {"STANDARD", NULL};
static const struct slrun_param restore_status_members[] = {
    {"IsRestoreInProgress", S_BOOLEAN, 0, "Whether the archived object is being restored now."},
    {"RestoreExpiryDate", S_TIMESTAMP, 0, "When the restored copy goes, seconds since 1970."},
    {.name = NULL},
};
static const struct s3_wire restore_status_members_wire[] = {
    {"IsRestoreInProgress"},
    {"RestoreExpiryDate"},
    {.name = NULL},
};

static const struct slrun_param object_version_members[] = {
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumAlgorithm", S_LIST(shape_words_checksum_algorithm), 0,
     "Of which algorithms the version has checksums."},
    {"ChecksumType", S_WORD(words_checksum_type), 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"Size", S_INTEGER, 0, "Size in bytes."},
    {"StorageClass", S_WORD(words_object_version_storage_class), 0, "Storage class: \"STANDARD\"."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"VersionId", S_STRING, 0, "Id of the version; \"null\" if it was written without versioning."},
    {"IsLatest", S_BOOLEAN, 0, "Whether it is the latest version of its key."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Account that owns it."},
    {"RestoreStatus", S_STRUCTURE(restore_status_members), 0,
     "Whether an archived object is restored; with OptionalObjectAttributes only."},
    {.name = NULL},
};
static const struct s3_wire object_version_members_wire[] = {
    {"ETag"},
    {"ChecksumAlgorithm", S3_ELEMENT, S3_FLAT},
    {"ChecksumType"},
    {"Size"},
    {"StorageClass"},
    {"Key"},
    {"VersionId"},
    {"IsLatest"},
    {"LastModified"},
    {"Owner", .members = owner_members_wire},
    {"RestoreStatus", .members = restore_status_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_object_version_members = S_STRUCTURE(object_version_members);
static const struct slrun_param delete_marker_entry_members[] = {
    {"Owner", S_STRUCTURE(owner_members), 0, "Account that made the delete marker."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"VersionId", S_STRING, 0, "Id of the version; \"null\" if it was written without versioning."},
    {"IsLatest", S_BOOLEAN, 0, "Whether it is the latest version of its key."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {.name = NULL},
};
static const struct s3_wire delete_marker_entry_members_wire[] = {
    {"Owner", .members = owner_members_wire},
    {"Key"},
    {"VersionId"},
    {"IsLatest"},
    {"LastModified"},
    {.name = NULL},
};

static const struct slrun_shape shape_delete_marker_entry_members =
    S_STRUCTURE(delete_marker_entry_members);
const struct slrun_param list_object_versions_result[] = {
    {"IsTruncated", S_BOOLEAN, 0, "Whether there are more than this page has."},
    {"KeyMarker", S_STRING, 0, "KeyMarker of the request."},
    {"VersionIdMarker", S_STRING, 0, "VersionIdMarker of the request."},
    {"NextKeyMarker", S_STRING, 0, "KeyMarker of the next page; absent on the last."},
    {"NextVersionIdMarker", S_STRING, 0, "VersionIdMarker of the next page; absent on the last."},
    {"Versions", S_LIST(shape_object_version_members), 0,
     "Versions of this page, by key, the newest first."},
    {"DeleteMarkers", S_LIST(shape_delete_marker_entry_members), 0, "Delete markers of this page."},
    {"Name", S_STRING, 0, "Name of the bucket."},
    {"Prefix", S_STRING, 0, "Prefix of the request."},
    {"Delimiter", S_STRING, 0, "Delimiter of the request."},
    {"MaxKeys", S_INTEGER, 0, "Most items that the page could have."},
    {"CommonPrefixes", S_LIST(shape_common_prefix_members), 0,
     "What keys have in common up to Delimiter, each once in place of its keys."},
    {"EncodingType", S_STRING, 0,
     "\"url\": keys are encoded on the wire; here they are decoded already."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire list_object_versions_result_wire[] = {
    {"IsTruncated"},
    {"KeyMarker"},
    {"VersionIdMarker"},
    {"NextKeyMarker"},
    {"NextVersionIdMarker"},
    {"Version", S3_ELEMENT, S3_FLAT, .members = object_version_members_wire},
    {"DeleteMarker", S3_ELEMENT, S3_FLAT, .members = delete_marker_entry_members_wire},
    {"Name"},
    {"Prefix"},
    {"Delimiter"},
    {"MaxKeys"},
    {"CommonPrefixes", S3_ELEMENT, S3_FLAT, .members = common_prefix_members_wire},
    {"EncodingType"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_objects_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delimiter", S_STRING, 0,
     "Groups keys that are the same up to this text behind Prefix: \"/\". See CommonPrefixes."},
    {"Marker", S_STRING, 0, "Key behind which the list begins."},
    {"MaxKeys", S_INTEGER, 0,
     "Most items of a page, keys and prefixes, at most 1,000; 1,000 unless given."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"OptionalObjectAttributes", S_LIST(shape_words_optional_object_attributes), 0,
     "What else is told of each object: RestoreStatus."},
    {.name = NULL},
};
const struct s3_wire list_objects_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"delimiter", S3_QUERY},
    {"marker", S3_QUERY},
    {"max-keys", S3_QUERY},
    {"prefix", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-optional-object-attributes", S3_HEADER},
    {.name = NULL},
};

static const char *const words_object_storage_class[] = {"STANDARD",
                                                         "REDUCED_REDUNDANCY",
                                                         "GLACIER",
                                                         "STANDARD_IA",
                                                         "ONEZONE_IA",
                                                         "INTELLIGENT_TIERING",
                                                         "DEEP_ARCHIVE",
                                                         "OUTPOSTS",
                                                         "GLACIER_IR",
                                                         "SNOW",
                                                         "EXPRESS_ONEZONE",
                                                         "FSX_OPENZFS",
                                                         "FSX_ONTAP",
                                                         "AWS_BACKUP_WARM",
                                                         "AWS_BACKUP_LOW_COST_WARM",
                                                         NULL};
static const struct slrun_param object_members[] = {
    {"Key", S_STRING, 0, "Key of the object."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumAlgorithm", S_LIST(shape_words_checksum_algorithm), 0,
     "Of which algorithms the object has checksums."},
    {"ChecksumType", S_WORD(words_checksum_type), 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"Size", S_INTEGER, 0, "Size in bytes."},
    {"StorageClass", S_WORD(words_object_storage_class), 0,
     "Storage class: \"STANDARD\", \"GLACIER\" and the like."},
    {"Owner", S_STRUCTURE(owner_members), 0,
     "Account that owns the object; list_objects_v2 tells it with FetchOwner only."},
    {"RestoreStatus", S_STRUCTURE(restore_status_members), 0,
     "Whether an archived object is restored; with OptionalObjectAttributes only."},
    {.name = NULL},
};
static const struct s3_wire object_members_wire[] = {
    {"Key"},
    {"LastModified"},
    {"ETag"},
    {"ChecksumAlgorithm", S3_ELEMENT, S3_FLAT},
    {"ChecksumType"},
    {"Size"},
    {"StorageClass"},
    {"Owner", .members = owner_members_wire},
    {"RestoreStatus", .members = restore_status_members_wire},
    {.name = NULL},
};

static const struct slrun_shape shape_object_members = S_STRUCTURE(object_members);
const struct slrun_param list_objects_result[] = {
    {"IsTruncated", S_BOOLEAN, 0, "Whether there are more than this page has."},
    {"Marker", S_STRING, 0, "Marker of the request."},
    {"NextMarker", S_STRING, 0,
     "Marker of the next page; only with Delimiter, else the last key is it."},
    {"Contents", S_LIST(shape_object_members), 0, "Objects of this page, by key."},
    {"Name", S_STRING, 0, "Name of the bucket."},
    {"Prefix", S_STRING, 0, "Prefix of the request."},
    {"Delimiter", S_STRING, 0, "Delimiter of the request."},
    {"MaxKeys", S_INTEGER, 0, "Most items that the page could have."},
    {"CommonPrefixes", S_LIST(shape_common_prefix_members), 0,
     "What keys have in common up to Delimiter, each once in place of its keys."},
    {"EncodingType", S_STRING, 0,
     "\"url\": keys are encoded on the wire; here they are decoded already."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire list_objects_result_wire[] = {
    {"IsTruncated"},
    {"Marker"},
    {"NextMarker"},
    {"Contents", S3_ELEMENT, S3_FLAT, .members = object_members_wire},
    {"Name"},
    {"Prefix"},
    {"Delimiter"},
    {"MaxKeys"},
    {"CommonPrefixes", S3_ELEMENT, S3_FLAT, .members = common_prefix_members_wire},
    {"EncodingType"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_objects_v2_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Delimiter", S_STRING, 0,
     "Groups keys that are the same up to this text behind Prefix: \"/\". See CommonPrefixes."},
    {"MaxKeys", S_INTEGER, 0,
     "Most items of a page, keys and prefixes, at most 1,000; 1,000 unless given."},
    {"Prefix", S_STRING, 0, "What keys must begin with."},
    {"ContinuationToken", S_STRING, 0, "Where the page before ended."},
    {"FetchOwner", S_BOOLEAN, 0, "true: each object has its Owner; false unless given."},
    {"StartAfter", S_STRING, 0, "Key behind which the list begins."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"OptionalObjectAttributes", S_LIST(shape_words_optional_object_attributes), 0,
     "What else is told of each object: RestoreStatus."},
    {.name = NULL},
};
const struct s3_wire list_objects_v2_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"delimiter", S3_QUERY},
    {"max-keys", S3_QUERY},
    {"prefix", S3_QUERY},
    {"continuation-token", S3_QUERY},
    {"fetch-owner", S3_QUERY},
    {"start-after", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-optional-object-attributes", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_objects_v2_result[] = {
    {"IsTruncated", S_BOOLEAN, 0, "Whether there are more than this page has."},
    {"Contents", S_LIST(shape_object_members), 0, "Objects of this page, by key."},
    {"Name", S_STRING, 0, "Name of the bucket."},
    {"Prefix", S_STRING, 0, "Prefix of the request."},
    {"Delimiter", S_STRING, 0, "Delimiter of the request."},
    {"MaxKeys", S_INTEGER, 0, "Most items that the page could have."},
    {"CommonPrefixes", S_LIST(shape_common_prefix_members), 0,
     "What keys have in common up to Delimiter, each once in place of its keys."},
    {"EncodingType", S_STRING, 0,
     "\"url\": keys are encoded on the wire; here they are decoded already."},
    {"KeyCount", S_INTEGER, 0, "How many Contents and CommonPrefixes came."},
    {"ContinuationToken", S_STRING, 0, "ContinuationToken of the request."},
    {"NextContinuationToken", S_STRING, 0,
     "Where the next page begins: its ContinuationToken; absent on the last."},
    {"StartAfter", S_STRING, 0, "StartAfter of the request."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire list_objects_v2_result_wire[] = {
    {"IsTruncated"},
    {"Contents", S3_ELEMENT, S3_FLAT, .members = object_members_wire},
    {"Name"},
    {"Prefix"},
    {"Delimiter"},
    {"MaxKeys"},
    {"CommonPrefixes", S3_ELEMENT, S3_FLAT, .members = common_prefix_members_wire},
    {"EncodingType"},
    {"KeyCount"},
    {"ContinuationToken"},
    {"NextContinuationToken"},
    {"StartAfter"},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param list_parts_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"MaxParts", S_INTEGER, 0, "Most parts of a page, at most 1,000; 1,000 unless given."},
    {"PartNumberMarker", S_INTEGER, 0, "Number of the part behind which the list begins."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {.name = NULL},
};
const struct s3_wire list_parts_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"max-parts", S3_QUERY},
    {"part-number-marker", S3_QUERY},
    {"uploadId", S3_QUERY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {.name = NULL},
};

static const struct slrun_param part_members[] = {
    {"PartNumber", S_INTEGER, 0, "Number of the part, 1 to 10,000."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"Size", S_INTEGER, 0, "Size in bytes."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {.name = NULL},
};
static const struct s3_wire part_members_wire[] = {
    {"PartNumber"},
    {"LastModified"},
    {"ETag"},
    {"Size"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {.name = NULL},
};

static const struct slrun_shape shape_part_members = S_STRUCTURE(part_members);
const struct slrun_param list_parts_result[] = {
    {"AbortDate", S_TIMESTAMP, 0,
     "When a lifecycle rule ends the upload, seconds since 1970; absent if no rule does."},
    {"AbortRuleId", S_STRING, 0, "ID of the lifecycle rule that ends the upload at AbortDate."},
    {"Bucket", S_STRING, 0, "Name of the bucket."},
    {"Key", S_STRING, 0, "Key of the object."},
    {"UploadId", S_STRING, 0, "Id of the multipart upload."},
    {"PartNumberMarker", S_INTEGER, 0, "PartNumberMarker of the request."},
    {"NextPartNumberMarker", S_INTEGER, 0, "PartNumberMarker of the next page."},
    {"MaxParts", S_INTEGER, 0, "Most parts that the page could have."},
    {"IsTruncated", S_BOOLEAN, 0, "Whether there are more than this page has."},
    {"Parts", S_LIST(shape_part_members), 0, "Parts of this page."},
    {"Initiator", S_STRUCTURE(initiator_members), 0, "Who began the upload."},
    {"Owner", S_STRUCTURE(owner_members), 0, "Account that owns it."},
    {"StorageClass", S_STRING, 0, "Storage class that the object will have."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"ChecksumAlgorithm", S_STRING, 0, "Of which algorithm the upload's checksums are."},
    {"ChecksumType", S_STRING, 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"VersionId", S_STRING, 0, "Version of the object; absent without versioning."},
    {.name = NULL},
};
const struct s3_wire list_parts_result_wire[] = {
    {"x-amz-abort-date", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-abort-rule-id", S3_HEADER},
    {"Bucket"},
    {"Key"},
    {"UploadId"},
    {"PartNumberMarker"},
    {"NextPartNumberMarker"},
    {"MaxParts"},
    {"IsTruncated"},
    {"Part", S3_ELEMENT, S3_FLAT, .members = part_members_wire},
    {"Initiator", .members = initiator_members_wire},
    {"Owner", .members = owner_members_wire},
    {"StorageClass"},
    {"x-amz-request-charged", S3_HEADER},
    {"ChecksumAlgorithm"},
    {"ChecksumType"},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

static const char *const words_bucket_accelerate_status[] = {"Enabled", "Suspended", NULL};
static const struct slrun_param accelerate_configuration_members[] = {
    {"Status", S_WORD(words_bucket_accelerate_status), 0, "Enabled or Suspended."},
    {.name = NULL},
};
static const struct s3_wire accelerate_configuration_members_wire[] = {
    {"Status"},
    {.name = NULL},
};

const struct slrun_param put_bucket_accelerate_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"AccelerateConfiguration", S_STRUCTURE(accelerate_configuration_members), SLRUN_REQUIRED,
     "Whether transfers are accelerated: a table with Status."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {.name = NULL},
};
const struct s3_wire put_bucket_accelerate_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"AccelerateConfiguration", S3_PAYLOAD, .members = accelerate_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param access_control_policy_members[] = {
    {"Grants", S_LIST(shape_grant_members), 0, "Who is allowed what, at most 100."},
    {"Owner", S_STRUCTURE(owner_members), 0,
     "Account that owns the bucket or object; it must stay the same."},
    {.name = NULL},
};
static const struct s3_wire access_control_policy_members_wire[] = {
    {"AccessControlList", .item = "Grant", .members = grant_members_wire},
    {"Owner", .members = owner_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_acl_params[] = {
    {"ACL", S_WORD(words_bucket_canned_acl), 0,
     "Canned ACL, \"private\" unless given; not together with the Grant parameters."},
    {"AccessControlPolicy", S_STRUCTURE(access_control_policy_members), 0,
     "The whole ACL, Owner and Grants, in place of ACL and the Grant parameters."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"GrantFullControl", S_STRING, 0,
     "Who may do everything: 'id=\"CANONICAL ID\", uri=\"GROUP\", emailAddress=\"...\"'."},
    {"GrantRead", S_STRING, 0, "Who may list the bucket's objects, written as GrantFullControl."},
    {"GrantReadACP", S_STRING, 0, "Who may read the ACL, written as GrantFullControl."},
    {"GrantWrite", S_STRING, 0,
     "Who may write objects of the bucket, written as GrantFullControl."},
    {"GrantWriteACP", S_STRING, 0, "Who may write the ACL, written as GrantFullControl."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_acl_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"AccessControlPolicy", S3_PAYLOAD, .members = access_control_policy_members_wire},
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param cors_configuration_members[] = {
    {"CORSRules", S_LIST(shape_cors_rule_members), SLRUN_REQUIRED,
     "Rules, at most 100; the first that fits a request answers it."},
    {.name = NULL},
};
static const struct s3_wire cors_configuration_members_wire[] = {
    {"CORSRule", S3_ELEMENT, S3_FLAT, .members = cors_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_cors_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CORSConfiguration", S_STRUCTURE(cors_configuration_members), SLRUN_REQUIRED,
     "The rules, in CORSRules."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_cors_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"CORSConfiguration", S3_PAYLOAD, .members = cors_configuration_members_wire},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_encryption_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ServerSideEncryptionConfiguration", S_STRUCTURE(server_side_encryption_configuration_members),
     SLRUN_REQUIRED, "How objects are encrypted whose upload does not say: one rule, in Rules."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_encryption_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"ServerSideEncryptionConfiguration", S3_PAYLOAD,
     .members = server_side_encryption_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param bucket_lifecycle_configuration_members[] = {
    {"Rules", S_LIST(shape_lifecycle_rule_members), SLRUN_REQUIRED, "Rules, at most 1,000."},
    {.name = NULL},
};
static const struct s3_wire bucket_lifecycle_configuration_members_wire[] = {
    {"Rule", S3_ELEMENT, S3_FLAT, .members = lifecycle_rule_members_wire},
    {.name = NULL},
};

static const char *const words_transition_default_minimum_object_size[] = {
    "varies_by_storage_class", "all_storage_classes_128K", NULL};
const struct slrun_param put_bucket_lifecycle_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"LifecycleConfiguration", S_STRUCTURE(bucket_lifecycle_configuration_members), 0,
     "The rules, in Rules, which replace those there were."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"TransitionDefaultMinimumObjectSize", S_WORD(words_transition_default_minimum_object_size), 0,
     "Smallest object that changes class: all_storage_classes_128K (unless given) or "
     "varies_by_storage_class."},
    {.name = NULL},
};
const struct s3_wire put_bucket_lifecycle_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"LifecycleConfiguration", S3_PAYLOAD, .members = bucket_lifecycle_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-transition-default-minimum-object-size", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_lifecycle_configuration_result[] = {
    {"TransitionDefaultMinimumObjectSize", S_STRING, 0,
     "Smallest object that changes class: all_storage_classes_128K (unless given) or "
     "varies_by_storage_class."},
    {.name = NULL},
};
const struct s3_wire put_bucket_lifecycle_configuration_result_wire[] = {
    {"x-amz-transition-default-minimum-object-size", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param bucket_logging_status_members[] = {
    {"LoggingEnabled", S_STRUCTURE(logging_enabled_members), 0,
     "Where accesses are logged; absent: nowhere."},
    {.name = NULL},
};
static const struct s3_wire bucket_logging_status_members_wire[] = {
    {"LoggingEnabled", .members = logging_enabled_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_logging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"BucketLoggingStatus", S_STRUCTURE(bucket_logging_status_members), SLRUN_REQUIRED,
     "Where accesses are logged, in LoggingEnabled; an empty table: nowhere."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_logging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"BucketLoggingStatus", S3_PAYLOAD, .members = bucket_logging_status_members_wire},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_notification_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"NotificationConfiguration", S_STRUCTURE(get_bucket_notification_configuration_result),
     SLRUN_REQUIRED, "Who is told of which events; replaces what there was, {} ends all."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"SkipDestinationValidation", S_BOOLEAN, 0,
     "true: whether queues, topics and functions can be reached is not tried; false unless given."},
    {.name = NULL},
};
const struct s3_wire put_bucket_notification_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"NotificationConfiguration", S3_PAYLOAD,
     .members = get_bucket_notification_configuration_result_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-skip-destination-validation", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_ownership_controls_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"OwnershipControls", S_STRUCTURE(ownership_controls_members), SLRUN_REQUIRED,
     "Who owns objects that others write: one rule, in Rules."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {.name = NULL},
};
const struct s3_wire put_bucket_ownership_controls_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"OwnershipControls", S3_PAYLOAD, .members = ownership_controls_members_wire},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_policy_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ConfirmRemoveSelfBucketAccess", S_BOOLEAN, 0,
     "true: the policy may take the caller's own right to change it again."},
    {"Policy", S_STRING, SLRUN_REQUIRED, "The policy, a text of JSON, at most 20 KB."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_policy_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-confirm-remove-self-bucket-access", S3_HEADER},
    {"Policy", S3_PAYLOAD},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_bucket_replication_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ReplicationConfiguration", S_STRUCTURE(replication_configuration_members), SLRUN_REQUIRED,
     "Role, and in Rules what is replicated to where; at most 2 MB."},
    {"Token", S_STRING, 0,
     "Token of AWS's support, once needed to lock a bucket that was there already."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_replication_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"ReplicationConfiguration", S3_PAYLOAD, .members = replication_configuration_members_wire},
    {"x-amz-bucket-object-lock-token", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_payer[] = {"Requester", "BucketOwner", NULL};
static const struct slrun_param request_payment_configuration_members[] = {
    {"Payer", S_WORD(words_payer), SLRUN_REQUIRED,
     "Who pays for requests and transfers: BucketOwner or Requester."},
    {.name = NULL},
};
static const struct s3_wire request_payment_configuration_members_wire[] = {
    {"Payer"},
    {.name = NULL},
};

const struct slrun_param put_bucket_request_payment_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"RequestPaymentConfiguration", S_STRUCTURE(request_payment_configuration_members),
     SLRUN_REQUIRED, "Who pays: a table with Payer."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_request_payment_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"RequestPaymentConfiguration", S3_PAYLOAD,
     .members = request_payment_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param tagging_members[] = {
    {"TagSet", S_LIST(shape_tag_members), SLRUN_REQUIRED,
     "Tags, a list of Key and Value: of an object at most 10, of a bucket 50."},
    {.name = NULL},
};
static const struct s3_wire tagging_members_wire[] = {
    {"TagSet", .item = "Tag", .members = tag_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"Tagging", S_STRUCTURE(tagging_members), SLRUN_REQUIRED,
     "Tags, in TagSet, which replace those there were."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"Tagging", S3_PAYLOAD, .members = tagging_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const char *const words_mfa_delete[] = {"Enabled", "Disabled", NULL};
static const char *const words_bucket_versioning_status[] = {"Enabled", "Suspended", NULL};
static const struct slrun_param versioning_configuration_members[] = {
    {"MFADelete", S_WORD(words_mfa_delete), 0,
     "Whether deleting versions needs MFA: Enabled or Disabled."},
    {"Status", S_WORD(words_bucket_versioning_status), 0,
     "Enabled, or Suspended: versions stay, new objects get the version \"null\"."},
    {.name = NULL},
};
static const struct s3_wire versioning_configuration_members_wire[] = {
    {"MfaDelete"},
    {"Status"},
    {.name = NULL},
};

const struct slrun_param put_bucket_versioning_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"MFA", S_STRING, SLRUN_SECRET,
     "Serial number of the MFA device, a space, and the code it shows."},
    {"VersioningConfiguration", S_STRUCTURE(versioning_configuration_members), SLRUN_REQUIRED,
     "Status, and whether deleting needs MFA."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_versioning_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-mfa", S3_HEADER},
    {"VersioningConfiguration", S3_PAYLOAD, .members = versioning_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param website_configuration_members[] = {
    {"ErrorDocument", S_STRUCTURE(error_document_members), 0,
     "Object that is served in place of errors 4XX."},
    {"IndexDocument", S_STRUCTURE(index_document_members), 0,
     "Object that is served where a path ends in /."},
    {"RedirectAllRequestsTo", S_STRUCTURE(redirect_all_requests_to_members), 0,
     "Sends every request to another host; nothing else may be given then."},
    {"RoutingRules", S_LIST(shape_routing_rule_members), 0,
     "Redirects; the first rule whose Condition holds applies."},
    {.name = NULL},
};
static const struct s3_wire website_configuration_members_wire[] = {
    {"ErrorDocument", .members = error_document_members_wire},
    {"IndexDocument", .members = index_document_members_wire},
    {"RedirectAllRequestsTo", .members = redirect_all_requests_to_members_wire},
    {"RoutingRules", .item = "RoutingRule", .members = routing_rule_members_wire},
    {.name = NULL},
};

const struct slrun_param put_bucket_website_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"WebsiteConfiguration", S_STRUCTURE(website_configuration_members), SLRUN_REQUIRED,
     "IndexDocument, ErrorDocument and RoutingRules, or RedirectAllRequestsTo."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_bucket_website_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"WebsiteConfiguration", S3_PAYLOAD, .members = website_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_params[] = {
    {"ACL", S_WORD(words_object_canned_acl), 0,
     "Canned ACL, \"private\" unless given; not together with the Grant parameters."},
    {"Body", S_BLOB, SLRUN_FILE, "Bytes: a string, s3.binary or s3.file."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CacheControl", S_STRING, 0,
     "Cache-Control that the object is served with: \"max-age=3600\"."},
    {"ContentDisposition", S_STRING, 0,
     "Content-Disposition that the object is served with: 'attachment; filename=\"a.txt\"'."},
    {"ContentEncoding", S_STRING, 0, "Content-Encoding that the object is served with: \"gzip\"."},
    {"ContentLanguage", S_STRING, 0, "Content-Language that the object is served with: \"en\"."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ContentType", S_STRING, 0,
     "Media type of the object: \"application/json\"; binary/octet-stream unless given."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ChecksumCRC32", S_STRING, 0, "CRC32 of the content in base64: another content is refused."},
    {"ChecksumCRC32C", S_STRING, 0, "CRC32C of the content in base64: another content is refused."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64: another content is refused."},
    {"ChecksumSHA1", S_STRING, 0, "SHA1 of the content in base64: another content is refused."},
    {"ChecksumSHA256", S_STRING, 0, "SHA256 of the content in base64: another content is refused."},
    {"ChecksumSHA512", S_STRING, 0, "SHA512 of the content in base64: another content is refused."},
    {"ChecksumMD5", S_STRING, 0, "MD5 of the content in base64: another content is refused."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64: another content is refused."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64: another content is refused."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64: another content is refused."},
    {"Expires", S_TIMESTAMP, 0, "Expires that the object is served with, seconds since 1970."},
    {"IfMatch", S_STRING, 0, "Only if the object has this ETag; else 412 PreconditionFailed."},
    {"IfNoneMatch", S_STRING, 0,
     "\"*\": only if there is no object of this key yet; else 412 PreconditionFailed."},
    {"GrantFullControl", S_STRING, 0,
     "Who may do everything: 'id=\"CANONICAL ID\", uri=\"GROUP\", emailAddress=\"...\"'."},
    {"GrantRead", S_STRING, 0, "Who may read the object, written as GrantFullControl."},
    {"GrantReadACP", S_STRING, 0, "Who may read the ACL, written as GrantFullControl."},
    {"GrantWriteACP", S_STRING, 0, "Who may write the ACL, written as GrantFullControl."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"WriteOffsetBytes", S_INTEGER, 0,
     "Appends: the size that the object has now, in bytes. Directory buckets of S3 Express only."},
    {"Metadata", S_MAP(shape_string), 0, "Names and values; they travel as x-amz-meta- headers."},
    {"ServerSideEncryption", S_WORD(words_server_side_encryption), 0,
     "AES256 (SSE-S3), aws:kms or aws:kms:dsse; the bucket's default unless given."},
    {"StorageClass", S_WORD(words_storage_class), 0,
     "Storage class, \"STANDARD\", \"STANDARD_IA\", \"GLACIER\" and the like; STANDARD unless "
     "given."},
    {"WebsiteRedirectLocation", S_STRING, 0,
     "Where a website sends requests for this object: \"/other\" or a URL."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"SSEKMSKeyId", S_STRING, 0,
     "KMS key with aws:kms and aws:kms:dsse: id, ARN or alias; AWS's aws/s3 unless given."},
    {"SSEKMSEncryptionContext", S_STRING, 0,
     "Base64 of JSON: names and values that KMS encrypts with."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"Tagging", S_STRING, 0, "Tags as a query: \"name=value&other=value\", at most 10."},
    {"ObjectLockMode", S_WORD(words_object_lock_mode), 0,
     "Mode of the object's retention: GOVERNANCE or COMPLIANCE; with ObjectLockRetainUntilDate."},
    {"ObjectLockRetainUntilDate", S_TIMESTAMP, 0,
     "When the object's retention ends, seconds since 1970; with ObjectLockMode."},
    {"ObjectLockLegalHoldStatus", S_WORD(words_object_lock_legal_hold_status), 0,
     "Whether the object is under legal hold: ON or OFF."},
    {"ObjectLockEventHold", S_WORD(words_object_lock_event_hold), 0,
     "Whether the object is under an event hold: ON or OFF."},
    {"ObjectLockEventHoldDurationDays", S_INTEGER, 0,
     "Days that the object is kept after the event hold's end; in place of years."},
    {"ObjectLockEventHoldDurationYears", S_INTEGER, 0,
     "Years that the object is kept after the event hold's end; in place of days."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_object_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"Body", S3_PAYLOAD},
    {"Bucket", S3_LABEL},
    {"Cache-Control", S3_HEADER},
    {"Content-Disposition", S3_HEADER},
    {"Content-Encoding", S3_HEADER},
    {"Content-Language", S3_HEADER},
    {"Content-MD5", S3_HEADER},
    {"Content-Type", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"Expires", S3_HEADER, S3_HTTP_DATE},
    {"If-Match", S3_HEADER},
    {"If-None-Match", S3_HEADER},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"Key", S3_LABEL},
    {"x-amz-write-offset-bytes", S3_HEADER},
    {"x-amz-meta-", S3_META},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-storage-class", S3_HEADER},
    {"x-amz-website-redirect-location", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-tagging", S3_HEADER},
    {"x-amz-object-lock-mode", S3_HEADER},
    {"x-amz-object-lock-retain-until-date", S3_HEADER},
    {"x-amz-object-lock-legal-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-days", S3_HEADER},
    {"x-amz-object-lock-event-hold-duration-years", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_result[] = {
    {"Expiration", S_STRING, 0,
     "When a lifecycle rule deletes the object: 'expiry-date=\"...\", rule-id=\"...\"'; absent if "
     "none does."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {"ChecksumType", S_STRING, 0,
     "Of a multipart object: COMPOSITE (made of the parts' checksums, \"-N\" behind it) or "
     "FULL_OBJECT."},
    {"ServerSideEncryption", S_STRING, 0, "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"VersionId", S_STRING, 0, "Version that was written; absent without versioning."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKeyMD5", S_STRING, 0, "MD5 of the object's own key (SSE-C), in base64."},
    {"SSEKMSKeyId", S_STRING, 0,
     "ARN of the KMS key that encrypts the object; absent without SSE-KMS."},
    {"SSEKMSEncryptionContext", S_STRING, 0,
     "Base64 of JSON: names and values that KMS encrypts with."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"Size", S_INTEGER, 0, "Bytes of the object after WriteOffsetBytes; else absent."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire put_object_result_wire[] = {
    {"x-amz-expiration", S3_HEADER},
    {"ETag", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-checksum-type", S3_HEADER},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-context", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-object-size", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_acl_params[] = {
    {"ACL", S_WORD(words_object_canned_acl), 0,
     "Canned ACL, \"private\" unless given; not together with the Grant parameters."},
    {"AccessControlPolicy", S_STRUCTURE(access_control_policy_members), 0,
     "The whole ACL, Owner and Grants, in place of ACL and the Grant parameters."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"GrantFullControl", S_STRING, 0,
     "Who may do everything: 'id=\"CANONICAL ID\", uri=\"GROUP\", emailAddress=\"...\"'."},
    {"GrantRead", S_STRING, 0, "Who may read the object, written as GrantFullControl."},
    {"GrantReadACP", S_STRING, 0, "Who may read the ACL, written as GrantFullControl."},
    {"GrantWrite", S_STRING, 0,
     "Who may write objects of the bucket, written as GrantFullControl."},
    {"GrantWriteACP", S_STRING, 0, "Who may write the ACL, written as GrantFullControl."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_object_acl_params_wire[] = {
    {"x-amz-acl", S3_HEADER},
    {"AccessControlPolicy", S3_PAYLOAD, .members = access_control_policy_members_wire},
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-grant-full-control", S3_HEADER},
    {"x-amz-grant-read", S3_HEADER},
    {"x-amz-grant-read-acp", S3_HEADER},
    {"x-amz-grant-write", S3_HEADER},
    {"x-amz-grant-write-acp", S3_HEADER},
    {"Key", S3_LABEL},
    {"x-amz-request-payer", S3_HEADER},
    {"versionId", S3_QUERY},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_acl_result[] = {
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire put_object_acl_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_legal_hold_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"LegalHold", S_STRUCTURE(object_lock_legal_hold_members), 0,
     "Whether there is a legal hold: a table with Status."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_object_legal_hold_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"LegalHold", S3_PAYLOAD, .members = object_lock_legal_hold_members_wire},
    {"x-amz-request-payer", S3_HEADER},
    {"versionId", S3_QUERY},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_legal_hold_result[] = {
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire put_object_legal_hold_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_lock_configuration_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ObjectLockConfiguration", S_STRUCTURE(object_lock_configuration_members), 0,
     "ObjectLockEnabled, and in Rule the retention of new objects."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"Token", S_STRING, 0,
     "Token of AWS's support, once needed to lock a bucket that was there already."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_object_lock_configuration_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"ObjectLockConfiguration", S3_PAYLOAD, .members = object_lock_configuration_members_wire},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-bucket-object-lock-token", S3_HEADER},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_lock_configuration_result[] = {
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire put_object_lock_configuration_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_retention_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"Retention", S_STRUCTURE(object_lock_retention_members), 0,
     "Mode and end of the retention; an empty table takes it back."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"BypassGovernanceRetention", S_BOOLEAN, 0,
     "Overrides a retention of mode GOVERNANCE; needs s3:BypassGovernanceRetention."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_object_retention_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"Retention", S3_PAYLOAD, .members = object_lock_retention_members_wire},
    {"x-amz-request-payer", S3_HEADER},
    {"versionId", S3_QUERY},
    {"x-amz-bypass-governance-retention", S3_HEADER},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_retention_result[] = {
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {.name = NULL},
};
const struct s3_wire put_object_retention_result_wire[] = {
    {"x-amz-request-charged", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_tagging_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"VersionId", S_STRING, 0, "The version; without it the latest."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"Tagging", S_STRUCTURE(tagging_members), SLRUN_REQUIRED,
     "Tags, in TagSet, which replace those there were."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {.name = NULL},
};
const struct s3_wire put_object_tagging_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Key", S3_LABEL},
    {"versionId", S3_QUERY},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"Tagging", S3_PAYLOAD, .members = tagging_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-request-payer", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_object_tagging_result[] = {
    {"VersionId", S_STRING, 0, "Version that it was; absent without versioning."},
    {.name = NULL},
};
const struct s3_wire put_object_tagging_result_wire[] = {
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param put_public_access_block_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"PublicAccessBlockConfiguration", S_STRUCTURE(public_access_block_configuration_members),
     SLRUN_REQUIRED, "Four switches: what is public is refused or does not count."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire put_public_access_block_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"PublicAccessBlockConfiguration", S3_PAYLOAD,
     .members = public_access_block_configuration_members_wire},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param upload_part_params[] = {
    {"Body", S_BLOB, SLRUN_FILE, "Bytes: a string, s3.binary or s3.file."},
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"ContentMD5", S_STRING, 0,
     "MD5 of the body in base64: another body is refused. Not needed, a checksum is sent along."},
    {"ChecksumAlgorithm", S_WORD(words_checksum_algorithm), 0,
     "What is computed and sent along; CRC32 unless given."},
    {"ChecksumCRC32", S_STRING, 0, "CRC32 of the content in base64: another content is refused."},
    {"ChecksumCRC32C", S_STRING, 0, "CRC32C of the content in base64: another content is refused."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64: another content is refused."},
    {"ChecksumSHA1", S_STRING, 0, "SHA1 of the content in base64: another content is refused."},
    {"ChecksumSHA256", S_STRING, 0, "SHA256 of the content in base64: another content is refused."},
    {"ChecksumSHA512", S_STRING, 0, "SHA512 of the content in base64: another content is refused."},
    {"ChecksumMD5", S_STRING, 0, "MD5 of the content in base64: another content is refused."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64: another content is refused."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64: another content is refused."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64: another content is refused."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"PartNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the part, 1 to 10,000."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire upload_part_params_wire[] = {
    {"Body", S3_PAYLOAD},
    {"Bucket", S3_LABEL},
    {"Content-MD5", S3_HEADER},
    {"x-amz-sdk-checksum-algorithm", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"Key", S3_LABEL},
    {"partNumber", S3_QUERY},
    {"uploadId", S3_QUERY},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param upload_part_result[] = {
    {"ServerSideEncryption", S_STRING, 0, "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKeyMD5", S_STRING, 0, "MD5 of the object's own key (SSE-C), in base64."},
    {"SSEKMSKeyId", S_STRING, 0,
     "ARN of the KMS key that encrypts the object; absent without SSE-KMS."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"VersionId", S_STRING, 0, "Version of the object; absent without versioning."},
    {.name = NULL},
};
const struct s3_wire upload_part_result_wire[] = {
    {"x-amz-server-side-encryption", S3_HEADER},
    {"ETag", S3_HEADER},
    {"x-amz-checksum-crc32", S3_HEADER},
    {"x-amz-checksum-crc32c", S3_HEADER},
    {"x-amz-checksum-crc64nvme", S3_HEADER},
    {"x-amz-checksum-sha1", S3_HEADER},
    {"x-amz-checksum-sha256", S3_HEADER},
    {"x-amz-checksum-sha512", S3_HEADER},
    {"x-amz-checksum-md5", S3_HEADER},
    {"x-amz-checksum-xxhash64", S3_HEADER},
    {"x-amz-checksum-xxhash3", S3_HEADER},
    {"x-amz-checksum-xxhash128", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};

const struct slrun_param upload_part_copy_params[] = {
    {"Bucket", S_STRING, SLRUN_REQUIRED, "Name of the bucket."},
    {"CopySource", S_DOCUMENT, SLRUN_REQUIRED,
     "\"bucket/key\", or a table with Bucket, Key and VersionId."},
    {"CopySourceIfMatch", S_STRING, 0,
     "Only if the source has this ETag; else 412 PreconditionFailed."},
    {"CopySourceIfModifiedSince", S_TIMESTAMP, 0,
     "Only if the source was written after this time, seconds since 1970; else 412."},
    {"CopySourceIfNoneMatch", S_STRING, 0,
     "Only if the source has another ETag; else 412 PreconditionFailed."},
    {"CopySourceIfUnmodifiedSince", S_TIMESTAMP, 0,
     "Only if the source was not written after this time, seconds since 1970; else 412."},
    {"CopySourceRange", S_STRING, 0,
     "Bytes of the source that are copied: \"bytes=0-9\", the last one included; all unless "
     "given."},
    {"Key", S_STRING, SLRUN_REQUIRED, "Key of the object."},
    {"PartNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the part, 1 to 10,000."},
    {"UploadId", S_STRING, SLRUN_REQUIRED, "Id of the multipart upload."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of SSE-C, 32 bytes; its MD5 is sent along."},
    {"CopySourceSSECustomerAlgorithm", S_STRING, 0,
     "AES256, where the source has a key of its own (SSE-C)."},
    {"CopySourceSSECustomerKey", S_BLOB, SLRUN_SECRET, "Key of the source's SSE-C, 32 bytes."},
    {"RequestPayer", S_WORD(words_request_payer), 0,
     "\"requester\": the caller agrees to pay; needed where Payer is Requester."},
    {"ExpectedBucketOwner", S_STRING, 0, "Account that must own the bucket, 12 digits; else 403."},
    {"ExpectedSourceBucketOwner", S_STRING, 0,
     "Account that must own the source's bucket, 12 digits; else 403."},
    {.name = NULL},
};
const struct s3_wire upload_part_copy_params_wire[] = {
    {"Bucket", S3_LABEL},
    {"x-amz-copy-source", S3_HEADER, S3_COPY},
    {"x-amz-copy-source-if-match", S3_HEADER},
    {"x-amz-copy-source-if-modified-since", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-copy-source-if-none-match", S3_HEADER},
    {"x-amz-copy-source-if-unmodified-since", S3_HEADER, S3_HTTP_DATE},
    {"x-amz-copy-source-range", S3_HEADER},
    {"Key", S3_LABEL},
    {"partNumber", S3_QUERY},
    {"uploadId", S3_QUERY},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-copy-source-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-copy-source-server-side-encryption-customer-key", S3_HEADER, S3_KEY},
    {"x-amz-request-payer", S3_HEADER},
    {"x-amz-expected-bucket-owner", S3_HEADER},
    {"x-amz-source-expected-bucket-owner", S3_HEADER},
    {.name = NULL},
};

static const struct slrun_param copy_part_result_members[] = {
    {"ETag", S_STRING, 0, "Tag of the content, in quotes."},
    {"LastModified", S_TIMESTAMP, 0, "When it was written, seconds since 1970."},
    {"ChecksumCRC32", S_STRING, 0,
     "CRC32 of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC32C", S_STRING, 0,
     "CRC32C of the content in base64; absent where it has another checksum."},
    {"ChecksumCRC64NVME", S_STRING, 0,
     "CRC64NVME of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA1", S_STRING, 0,
     "SHA1 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA256", S_STRING, 0,
     "SHA256 of the content in base64; absent where it has another checksum."},
    {"ChecksumSHA512", S_STRING, 0,
     "SHA512 of the content in base64; absent where it has another checksum."},
    {"ChecksumMD5", S_STRING, 0,
     "MD5 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH64", S_STRING, 0,
     "XXHASH64 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH3", S_STRING, 0,
     "XXHASH3 of the content in base64; absent where it has another checksum."},
    {"ChecksumXXHASH128", S_STRING, 0,
     "XXHASH128 of the content in base64; absent where it has another checksum."},
    {.name = NULL},
};
static const struct s3_wire copy_part_result_members_wire[] = {
    {"ETag"},
    {"LastModified"},
    {"ChecksumCRC32"},
    {"ChecksumCRC32C"},
    {"ChecksumCRC64NVME"},
    {"ChecksumSHA1"},
    {"ChecksumSHA256"},
    {"ChecksumSHA512"},
    {"ChecksumMD5"},
    {"ChecksumXXHASH64"},
    {"ChecksumXXHASH3"},
    {"ChecksumXXHASH128"},
    {.name = NULL},
};

const struct slrun_param upload_part_copy_result[] = {
    {"CopySourceVersionId", S_STRING, 0,
     "Version of the source that was copied; absent without versioning."},
    {"CopyPartResult", S_STRUCTURE(copy_part_result_members), 0,
     "Tag, time and checksums of the part."},
    {"ServerSideEncryption", S_STRING, 0, "AES256 (SSE-S3), aws:kms or aws:kms:dsse."},
    {"SSECustomerAlgorithm", S_STRING, 0, "AES256, where the object has a key of its own (SSE-C)."},
    {"SSECustomerKeyMD5", S_STRING, 0, "MD5 of the object's own key (SSE-C), in base64."},
    {"SSEKMSKeyId", S_STRING, 0,
     "ARN of the KMS key that encrypts the object; absent without SSE-KMS."},
    {"BucketKeyEnabled", S_BOOLEAN, 0,
     "Whether SSE-KMS uses a key of the bucket, which asks KMS less often."},
    {"RequestCharged", S_STRING, 0,
     "\"requester\": the caller pays for this request; else absent."},
    {"VersionId", S_STRING, 0, "Version of the object; absent without versioning."},
    {.name = NULL},
};
const struct s3_wire upload_part_copy_result_wire[] = {
    {"x-amz-copy-source-version-id", S3_HEADER},
    {"CopyPartResult", S3_PAYLOAD, .members = copy_part_result_members_wire},
    {"x-amz-server-side-encryption", S3_HEADER},
    {"x-amz-server-side-encryption-customer-algorithm", S3_HEADER},
    {"x-amz-server-side-encryption-customer-key-MD5", S3_HEADER},
    {"x-amz-server-side-encryption-aws-kms-key-id", S3_HEADER},
    {"x-amz-server-side-encryption-bucket-key-enabled", S3_HEADER},
    {"x-amz-request-charged", S3_HEADER},
    {"x-amz-version-id", S3_HEADER},
    {.name = NULL},
};
