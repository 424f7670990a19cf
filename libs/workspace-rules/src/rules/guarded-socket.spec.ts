import { root, testRule } from '../testing/rule-tester.ts';
import { guardedSocket } from './guarded-socket.ts';

const realtime = `${root}/apps/server/src/platform/realtime`;
const filename = `${realtime}/socket-server.ts`;

testRule('guarded-socket', guardedSocket, {
  valid: [
    { name: 'the life of a socket', code: `socket.on('disconnect', leave); client.on('error', warn);`, filename },
    { name: 'the door', code: `socket.on(type, parse);`, filename: `${realtime}/client-messages.ts` },
    { name: 'another emitter', code: `server.on('connection', welcome);`, filename },
    { name: 'a client', code: `socket.on('event', apply);`, filename: `${root}/libs/client-sdk/src/connect-socket.ts` },
  ],
  invalid: [
    { name: 'a message heard elsewhere', code: `socket.on('typing', tell);`, filename, errors: [{ messageId: 'listen' }] },
    { name: 'a computed name', code: `socket.once(name, tell);`, filename, errors: [{ messageId: 'listen' }] },
    { name: 'every message', code: `socket.onAny(tell);`, filename, errors: [{ messageId: 'listen' }] },
  ],
});
