export { startTestServer, type TestServer, type TestServerOptions } from './start-test-server.ts';
export type { ServerProcess } from './server-process.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { execute } from './test-postgres.ts';
export { ensureServerBuilt, serverCli, serverMain } from './server-build.ts';
export { hasRedis, startRedis, type TestRedis } from './start-redis.ts';
export { OWNER_EMAIL, PASSWORD, signIn, type TestAccount, uniqueEmail } from './test-accounts.ts';
