import type { Draft } from '@parvis/contracts';

/** A draft as it was written here, until the server has it. Empty: it is removed there. */
export interface DraftRow extends Draft {
  key: string;
  /** The server has it: its `updatedAt`, '' when removed. Kept until its event is here too. */
  savedAt?: string;
}
