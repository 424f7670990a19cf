import type { FastifyRequest } from 'fastify';
import type { Device } from './sessions.ts';

const USER_AGENT_KEPT = 300;

export const deviceOf = (request: FastifyRequest): Device => ({
  userAgent: (request.headers['user-agent'] ?? '').slice(0, USER_AGENT_KEPT),
  address: request.ip,
});
