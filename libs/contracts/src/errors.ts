import * as z from 'zod/mini';

/** Stable error codes with the HTTP status each is answered with. Codes never change meaning. */
export const ERRORS = {
  invalid_request: 400,
  invalid_cursor: 400,
  setup_token_invalid: 403,
  setup_already_done: 409,
  unauthenticated: 401,
  credentials_invalid: 401,
  account_deactivated: 403,
  csrf_rejected: 403,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  client_id_reused: 409,
  email_taken: 409,
  name_taken: 409,
  channel_archived: 409,
  already_member: 409,
  last_owner: 409,
  message_deleted: 409,
  version_conflict: 409,
  posting_restricted: 403,
  poll_closed: 409,
  too_many: 409,
  invitation_invalid: 410,
  reset_token_invalid: 410,
  meeting_ended: 410,
  meeting_link_invalid: 410,
  meeting_full: 409,
  meeting_locked: 403,
  meeting_guest: 403,
  not_in_meeting: 409,
  source_not_allowed: 403,
  document_trashed: 409,
  /** What was written that long ago is not kept any more. */
  document_moment_gone: 410,
  document_cycle: 409,
  document_too_deep: 422,
  document_too_large: 413,
  update_invalid: 422,
  client_id_taken: 409,
  payload_too_large: 413,
  upload_quota_exceeded: 413,
  message_too_long: 422,
  message_empty: 422,
  password_too_weak: 422,
  attachment_invalid: 422,
  scheduled_in_past: 422,
  thread_invalid: 422,
  emoji_invalid: 422,
  task_not_found: 422,
  poll_option_invalid: 422,
  unsupported_media: 415,
  image_invalid: 422,
  invitation_email_mismatch: 422,
  client_outdated: 426,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  meetings_preparing: 503,
  meetings_unavailable: 503,
  recording_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

/** RFC 9457 problem details, media type `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES as [ErrorCode, ...ErrorCode[]]),
  detail: z.optional(z.string()),
  /** Request id, to find the server's log line. */
  instance: z.optional(z.string()),
  /** One entry per refused field; `path` is dotted, e.g. `body.text`. */
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
});
export type Problem = z.infer<typeof problemSchema>;
