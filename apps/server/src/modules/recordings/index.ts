export { RecordingsModule } from './recordings.module.ts';
