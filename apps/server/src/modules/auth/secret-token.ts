import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new secret for a session or a link: 256 random bits. Only its hash is ever stored. */
export const newSecretToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What is stored of a token. It has 256 random bits, so a fast hash without salt is enough. */
export const hashSecretToken = (token: string): Buffer => createHash('sha256').update(token).digest();
