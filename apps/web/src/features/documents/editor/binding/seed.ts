import { DOCUMENT_SEED } from '@parvis/contracts';
import { fromBase64 } from 'lib0/buffer';

/**
 * The empty block of a document that nobody wrote in yet, as an update. Without it two who write their
 * first words at once would each begin a document of their own in it.
 */
export const seedUpdate = (): Uint8Array => fromBase64(DOCUMENT_SEED);
