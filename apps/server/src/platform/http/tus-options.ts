import { API_PREFIX } from '@parvis/contracts';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';

/** The protocol of uploads, https://tus.io/protocols/resumable-upload: its core, creation and termination. */
export const TUS_VERSION = '1.0.0';
const TUS_EXTENSIONS = 'creation,termination';

/** What of tus is spoken here, told to anybody: it says nothing about people. */
export function registerTusOptions(server: FastifyInstance, config: Config): void {
  for (const path of ['', '/:id']) {
    server.options(`${API_PREFIX}/uploads${path}`, (_request, reply) =>
      reply.status(204).headers({
        'tus-resumable': TUS_VERSION, 'tus-version': TUS_VERSION, 'tus-extension': TUS_EXTENSIONS, 'tus-max-size': config.uploadMaxBytes,
      }).send());
  }
}
