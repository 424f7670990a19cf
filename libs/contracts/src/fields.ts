import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';

/** Fields that several shapes share. */
/** Lower case, as PostgreSQL writes it: an id is also part of a stream's name. */
export const id = z.uuid().check(z.toLowerCase());
export const instant = z.iso.datetime();
export const seq = z.int().check(z.nonnegative());
export const language = z.enum(['en', 'fr']);
export type Language = z.infer<typeof language>;

const trimmed = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
export const personName = trimmed(LIMITS.name);
export const channelName = trimmed(LIMITS.channelName);
export const teamName = trimmed(LIMITS.name);
export const organisationName = trimmed(LIMITS.name);
export const topic = z.string().check(z.trim(), z.maxLength(LIMITS.topic));
export const description = z.string().check(z.trim(), z.maxLength(LIMITS.description));
export const title = z.string().check(z.trim(), z.maxLength(LIMITS.title));
export const email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(LIMITS.email), z.email());
export const newPassword = z.string().check(z.minLength(LIMITS.passwordMin), z.maxLength(LIMITS.passwordMax));
export const password = z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax));
export const secretToken = z.string().check(z.minLength(16), z.maxLength(200));
export const timeZone = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9_+\-/]+$/));

/** Number in a query string. */
export const pageLimit = z._default(
  z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.pageSize)),
  LIMITS.pageSizeDefault,
);
export const cursor = z.string().check(z.minLength(1), z.maxLength(500));
export const searchQuery = z.string().check(z.trim(), z.maxLength(LIMITS.searchQuery));

export const fileName = trimmed(LIMITS.fileName);
export const emojiName = z.string().check(z.minLength(2), z.maxLength(LIMITS.emojiName), z.regex(/^[a-z0-9_+-]+$/));
/** A Unicode emoji as it is written, skin tone included, or `custom:<uuid>`; the server checks which. */
export const emojiKey = z.string().check(z.minLength(1), z.maxLength(64));
export const groupHandle = z.string().check(z.toLowerCase(), z.minLength(2), z.maxLength(LIMITS.groupHandle), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u));
export const groupName = trimmed(LIMITS.name);
export const meetingTitle = trimmed(LIMITS.title);
export const sectionName = trimmed(LIMITS.sectionName);
export const statusText = z.string().check(z.trim(), z.maxLength(LIMITS.statusText));
export const pollQuestion = trimmed(LIMITS.pollQuestion);
export const pollOption = trimmed(LIMITS.pollOption);
export const versionName = trimmed(LIMITS.versionName);
