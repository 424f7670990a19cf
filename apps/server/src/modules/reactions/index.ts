export { ReactionsModule } from './reactions.module.ts';
