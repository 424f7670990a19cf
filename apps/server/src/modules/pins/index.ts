export { PinsModule } from './pins.module.ts';
