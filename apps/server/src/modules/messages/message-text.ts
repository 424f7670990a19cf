import { LIMITS } from '@parvis/contracts';
import { ApiError } from '../../platform/http/api-error.ts';

/**
 * Checks the Markdown of a message. Control characters other than tab and line feed are refused:
 * PostgreSQL takes no NUL, and the others only disturb.
 * @throws ApiError message_empty, message_too_long, invalid_request
 */
export function checkText(text: string, { mayBeEmpty = false } = {}): string {
  if (text.length > LIMITS.messageText) throw new ApiError('message_too_long', `at most ${LIMITS.messageText} characters`);
  if (text.trim() === '') {
    if (mayBeEmpty) return '';
    throw new ApiError('message_empty');
  }
  const unixLines = text.replaceAll('\r\n', '\n');
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(unixLines)) throw new ApiError('invalid_request', 'the text has control characters');
  if (!unixLines.isWellFormed()) throw new ApiError('invalid_request', 'the text is not well-formed Unicode');
  return unixLines;
}
