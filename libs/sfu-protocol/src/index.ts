export * from './methods.ts';
export * from './frames.ts';
