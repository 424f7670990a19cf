import type { FastifyInstance } from 'fastify';

/**
 * Says once that a proxy is in front which is not trusted: all people behind it then count as one
 * address, and are slowed down together.
 */
export function registerProxyHint(server: FastifyInstance): void {
  let said = false;
  server.addHook('onRequest', (request, _reply, done) => {
    const peer = request.socket.remoteAddress;
    if (!said && request.headers['x-forwarded-for'] !== undefined && request.ip === peer) {
      said = true;
      request.log.warn({ peer }, 'X-Forwarded-For is not believed: when a proxy of yours sends it, name its address in PARVIS_TRUSTED_PROXIES');
    }
    done();
  });
}
