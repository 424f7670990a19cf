export { SavedItems } from './saved-items.ts';
export { SavedModule } from './saved.module.ts';
