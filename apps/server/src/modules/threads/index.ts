export { ThreadsModule } from './threads.module.ts';
