import type { FastifyInstance } from 'fastify';

/** Bytes: whoever announces more is cut off. */
const HEARD_OUT = 16 * 1024 * 1024;

/**
 * Who sends too much is heard out before the answer counts. Fastify closes the connection at once: to
 * a client that still writes it then looks as if the network broke, and our answer never arrives.
 */
export function registerHearOut(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    // Node reads on what nobody wants, when the connection is to stay.
    if (reply.statusCode === 413 && Number(request.headers['content-length']) <= HEARD_OUT) reply.removeHeader('connection');
    done();
  });
}
