import type { RouteDefinition } from '@parvis/contracts';
import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseInput } from './parse-input.ts';

const route = { method: 'POST', path: '/people', access: 'public', summary: '', status: 201, body: z.strictObject({ email: z.email(), age: z.optional(z.number()) }) } as RouteDefinition;
const refusalOf = (body: unknown): unknown => {
  try {
    parseInput(route, { params: {}, query: {}, body } as FastifyRequest);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('a request that does not fit', () => {
  it('is told which fields are wrong, and how', () => {
    expect(refusalOf({ age: 'old' })).toMatchObject({
      code: 'invalid_request',
      extra: { errors: [{ path: 'body.email', message: 'Invalid input: expected string, received undefined' }, { path: 'body.age', message: 'Invalid input: expected number, received string' }] },
    });
  });

  it('is told which fields are not known', () => {
    expect(refusalOf({ email: 'ann@example.test', mail: '' })).toMatchObject({ extra: { errors: [{ path: 'body', message: 'Unrecognized key: "mail"' }] } });
  });
});
