import { LIMITS } from '@parvis/contracts';
import { extractMentions } from '@parvis/rich-text';
import { ApiError } from '../../platform/http/api-error.ts';

/**
 * Checks the Markdown of a message. Control characters other than tab and line feed are refused:
 * PostgreSQL takes no NUL, and the others only disturb.
 * @throws ApiError message_empty, message_too_long, invalid_request
 */
export function checkText(text: string): string {
  if (text.length > LIMITS.messageText) throw new ApiError('message_too_long', `at most ${LIMITS.messageText} characters`);
  if (text.trim() === '') throw new ApiError('message_empty');
  const unixLines = text.replaceAll('\r\n', '\n');
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(unixLines)) throw new ApiError('invalid_request', 'the text has control characters');
  if (!unixLines.isWellFormed()) throw new ApiError('invalid_request', 'the text is not well-formed Unicode');
  return unixLines;
}

/** Whom a text mentions by name, once each, and whether it mentions everybody. */
export function mentionsOf(text: string): { userIds: string[]; everyone: boolean } {
  const { userIds, everyone } = extractMentions(text);
  return { userIds: [...new Set(userIds)], everyone };
}
