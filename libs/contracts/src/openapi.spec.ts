import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi.ts';

interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  parameters: { name: string; schema?: object }[];
  requestBody?: object;
  responses: Record<string, { description: string; headers?: object; content?: Record<string, object> }>;
}
const { paths } = openApiDocument() as { paths: Record<string, Record<string, Operation>> };
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
const operation = (id: string): Operation => operations.find(({ operationId }) => operationId === id)!;

describe('the description of the API', () => {
  it('names every parameter that stands in a path', () => {
    for (const [path, methods] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
    }
  });

  it('says of each operation what it does, and with which codes it refuses', () => {
    for (const { summary, responses } of operations) {
      expect(summary.length).toBeGreaterThan(3);
      expect(responses['400']?.description).toContain('invalid_request');
      expect(responses['429']?.headers).toHaveProperty('Retry-After');
    }
  });

  it('says that a body may be too large, or of another kind', () => {
    for (const { requestBody, responses } of operations) {
      if (requestBody === undefined) continue;
      expect(responses['413']?.description).toContain('payload_too_large');
      expect(responses['415']?.description).toContain('unsupported_media');
    }
    expect(operation('pushDocumentUpdate').description).toContain('At most 1048576 bytes.');
  });

  it('says what kind of bytes are answered', () => {
    expect(operation('getDocumentState').responses['200']?.content).toHaveProperty('application/octet-stream');
    expect(operation('getEmojiImage').responses['200']?.content).toHaveProperty('image/webp');
  });
});
