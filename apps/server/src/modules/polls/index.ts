export { PollsModule } from './polls.module.ts';
