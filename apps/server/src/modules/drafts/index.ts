export { Drafts } from './drafts.ts';
export { DraftsModule } from './drafts.module.ts';
export { isMessageOf } from './draft.repository.ts';
export { readHeldFiles, requireHeldFiles } from './held-files.ts';
