import type { StreamClient } from '@parvis/client-sdk';
import { useContext } from 'react';
import { SessionContext } from './session-context.ts';

/** The live connection itself, for what is more than a screen: a meeting's media. Null where nobody is signed in. */
export const useWorkspaceClient = (): StreamClient | null => useContext(SessionContext)?.session?.client ?? null;
