export * from './protocol.ts';
export * from './limits.ts';
export * from './errors.ts';
export { language, type Language } from './fields.ts';
export * from './shapes.ts';
export * from './events.ts';
export * from './snapshot.ts';
export * from './socket.ts';
export * from './routes/index.ts';
