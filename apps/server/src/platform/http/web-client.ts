import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ApiError } from './api-error.ts';
import { toProblem } from './problem.filter.ts';
import { pagePolicy } from './security-headers.ts';

const WEB_ROOT = path.resolve(import.meta.dirname, '../../web/dist');
const NONCE_PLACE = '__CSP_NONCE__';

/**
 * Serves the built web client: hashed assets for ever, everything else asked anew each time, and
 * the page itself for any path that is none of ours.
 */
export async function registerWebClient(server: FastifyInstance): Promise<void> {
  const indexFile = path.join(WEB_ROOT, 'index.html');
  const built = existsSync(indexFile);
  const page = built ? await readFile(indexFile, 'utf8') : '';
  const sendPage = (url: string, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    // Whoever has the address of a published document reads it; searching the web is not how one gets it.
    if (url.startsWith('/published/')) void reply.header('x-robots-tag', 'noindex');
    return reply
      .headers({ 'content-security-policy': pagePolicy(nonce), 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_PLACE, nonce));
  };
  if (built) {
    await server.register(fastifyStatic, {
      root: WEB_ROOT,
      index: false,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: ['**/index.html', '**/*.br', '**/*.gz'],
      setHeaders: (response, file) => {
        const hashed = file.includes(`${path.sep}assets${path.sep}`);
        response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  // Whatever no other route takes: the page for people, a refusal for programs.
  server.get('/*', (request: FastifyRequest, reply) => {
    const wantsPage = (request.headers.accept ?? '').includes('text/html') && !request.url.startsWith('/api/');
    if (built && wantsPage) return sendPage(request.url, reply);
    const problem = toProblem(new ApiError('not_found', `nothing at ${request.url.split('?')[0]}`), request.id);
    return reply.status(404).type('application/problem+json').send(JSON.stringify(problem));
  });
}
