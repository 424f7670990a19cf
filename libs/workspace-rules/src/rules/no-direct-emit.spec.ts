import { root, testRule } from '../testing/rule-tester.ts';
import { noDirectEmit } from './no-direct-emit.ts';

const server = `${root}/apps/server/src`;
const filename = `${server}/modules/messages/send-message.ts`;

const refused = [
  `io.to(room).emit('event', event);`,
  `this.io.in(room).emit('event', event);`,
  `io.emit('event', event);`,
  `socket.to(room).emit('event', event);`,
  `socket.broadcast.emit('event', event);`,
  `socket.volatile.to(room).except(other).emit('event', event);`,
  `this.server.of('/').emit('event', event);`,
  `namespace!.emit('event', event);`,
  `const room = server.to('a'); room.emit('event', event);`,
  `function send() { const room = (server as Server).in('a').volatile; return () => room.emit('event', event); }`,
];

testRule('no-direct-emit', noDirectEmit, {
  valid: [
    { name: 'to one socket', code: `socket.emit('hello', hello);`, filename },
    { name: 'an emitter inside the process', code: `this.committed.emit('stream', id);`, filename },
    { name: 'the relay', code: `io.to(room).emit('event', event);`, filename: `${server}/platform/streams/relay.ts` },
    { name: 'ephemera', code: `socket.to(room).emit('typing', who);`, filename: `${server}/platform/realtime/ephemera.ts` },
    { name: 'a spec', code: `io.to(room).emit('event', event);`, filename: `${server}/platform/streams/relay.spec.ts` },
    { name: 'outside the server', code: `io.emit('event', event);`, filename: `${root}/e2e/bench/src/floor.ts` },
  ],
  invalid: refused.map((code) => ({ name: code, code, filename, errors: [{ messageId: 'emit' }] })),
});
