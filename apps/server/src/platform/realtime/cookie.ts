import fastifyCookie from '@fastify/cookie';

/** One cookie out of a Cookie header. */
export const readCookie = (header: string | undefined, name: string): string | undefined =>
  header === undefined ? undefined : fastifyCookie.parse(header)[name];
