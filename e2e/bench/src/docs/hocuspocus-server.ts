import { Server } from '@hocuspocus/server';
import pg from 'pg';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';

/** The floor: documents held in memory, told at once and stored whole a while later. */
const database = new pg.Pool({ connectionString: process.env['DATABASE_URL'] });
await database.query('CREATE TABLE IF NOT EXISTS floor_document (name text PRIMARY KEY, bytes bytea NOT NULL)');

const server = new Server({
  quiet: true,
  onLoadDocument: async ({ document, documentName }) => {
    const { rows } = await database.query<{ bytes: Buffer }>('SELECT bytes FROM floor_document WHERE name = $1', [documentName]);
    if (rows[0]) applyUpdate(document, rows[0].bytes);
  },
  onStoreDocument: async ({ document, documentName }) => {
    await database.query('INSERT INTO floor_document (name, bytes) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes', [documentName, Buffer.from(encodeStateAsUpdate(document))]);
  },
});
await server.listen(Number(process.env['PARVIS_PORT']));
