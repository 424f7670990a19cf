import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';

/** Headers of every answer. The web client's page sets its own, wider policy. */
export function registerSecurityHeaders(server: FastifyInstance, config: Config): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
      ...(config.secureCookies ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
    if (request.url.startsWith('/api/')) {
      void reply.headers({ 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox" });
    }
    done();
  });
}

/** Policy of the web client's page; `nonce` admits the style elements that the page's own script makes. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    // WebAssembly of our own files, no strings as code: noise is taken out of a voice by it.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
