import type { StreamClient } from '@parvis/client-sdk';
import { useContext } from 'react';
import { SessionContext, useSession } from './session-context.ts';

/** The live connection itself, for what is more than a screen: a meeting's media, a document. */
export const useWorkspaceClient = (): StreamClient => useSession().client;

/** The same, or null where nobody is signed in. */
export const useClientOrNull = (): StreamClient | null => useContext(SessionContext)?.session?.client ?? null;
