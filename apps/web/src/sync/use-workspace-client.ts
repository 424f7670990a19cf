import type { StreamClient } from '@parvis/client-sdk';
import { useSession } from './session-context.ts';

/** The live connection itself, for what is more than a screen: a meeting's media. */
export const useWorkspaceClient = (): StreamClient => useSession().client;
